//! The preprocessor: puts what the lessons said into the pages, and refuses what leads nowhere.
//!
//! | directive | what it places |
//! | --- | --- |
//! | `{{#output CHAPTER/SECTION}}` | a section as the terminal prints it |
//! | `{{#value CHAPTER/PATH [FORMAT]}}` | a value, in a sentence |
//! | `{{#table CHAPTER/NAME}}` | a table |
//! | `{{#figure CHAPTER/NAME}}` | a figure with its caption |
//! | `{{#explore CHAPTER/NAME}}` | a figure that answers, with its controls |
//! | `{{#code PATH:ANCHOR}}` | a slice of a file of the workspace |
//! | `{{#session CHAPTER ARGUMENTS…}}` | a command and what it prints |
//! | `{{#predict …}}` … `{{/predict}}` | a question to answer before reading on |
//! | `{{#check …}}` … `{{/check}}` | the same for an exercise |
//! | `{{#chapters}}` | the list of chapters |
//!
//! `value` stands in a sentence, all others on a line of their own. LaTeX between dollar signs becomes MathML.
//! Code, comments and `\{{#…}}` are left alone.

mod chapters;
pub mod code;
mod directives;
mod explore;
mod faults;
mod figure;
mod folder;
mod html;
mod lessons;
mod links;
mod markdown;
mod math;
mod module;
mod page;
mod predict;
mod render;
mod sections;
mod sides;
pub mod summary;
mod table;
mod transcript;
mod value;
mod words;

pub use faults::{Fault, Faults};
pub use lessons::Lessons;

use crate::{PREPROCESSOR, browser};
use folder::Folder;
use lessons::Uses;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::errors::Result;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use page::{Page, slashed};
use render::Rendered;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The preprocessor of the book.
pub struct Bend {
    workspace: PathBuf,
    lessons: Rc<Lessons>,
    words_alone: bool,
}

impl Bend {
    /// A preprocessor for pages that show these lessons and slices of this workspace's files.
    pub fn new(workspace: &Path, lessons: Rc<Lessons>) -> Self {
        Self { workspace: workspace.to_owned(), lessons, words_alone: false }
    }

    /// The same for pages that nobody reads: without pictures, outputs and controls, they are what the book's search is made
    /// from.
    pub fn for_search(workspace: &Path, lessons: Rc<Lessons>) -> Self {
        Self { words_alone: true, ..Self::new(workspace, lessons) }
    }

    /// Chapters without a page, pages without a chapter, pages that the summary leaves out, and figures without their script.
    fn missing(&self, folder: &Folder, pages: &[(Page, Rendered)]) -> Vec<Fault> {
        let addresses: Vec<String> = pages.iter().map(|(page, _)| page.address()).collect();
        let mut faults = Vec::new();
        for chapter in self.lessons.chapters() {
            let page = format!("{}.md", chapter.name);
            if !addresses.contains(&page) {
                let sentence = format!("chapter {} has no page here; write and list {page}", chapter.name);
                faults.push(Fault::of_page(folder.file("SUMMARY.md"), sentence));
            }
        }
        for (page, _) in pages {
            let stem = page.stem();
            if is_chapter_name(&stem) && self.lessons.chapter(&stem).is_err() {
                faults.push(Fault::of_page(&page.file, format!("there is no chapter {stem} for this page")));
            }
        }
        for address in folder.pages() {
            if !addresses.contains(&address) {
                faults.push(Fault::of_page(folder.file(&address), "SUMMARY.md does not list this page"));
            }
        }
        let answers = self.lessons.chapters().any(|chapter| !chapter.explorables.is_empty());
        let script = Path::new("browser").join(browser::SCRIPT);
        if answers && !folder.path.join(&script).is_file() {
            let sentence = "figures that answer need this file; make it with `cargo run -- browser`";
            faults.push(Fault::of_folder(folder.file(&slashed(&script)), sentence));
        }
        faults
    }
}

impl Preprocessor for Bend {
    fn name(&self) -> &str {
        PREPROCESSOR
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let path = context.root.join(&context.config.book.src);
        let folder = Folder::new(&self.workspace, &path);
        let (mut uses, mut faults) = (Uses::default(), summary::faults(&self.workspace, &path));
        let mut pages = Vec::new();
        for chapter in book.chapters() {
            let path = chapter.source_path.clone().unwrap_or_default();
            let page = Page::new(&folder.name, path, &chapter.content);
            let rendered = render::page(&self.workspace, &self.lessons, &mut uses, &page, &mut faults);
            pages.push((page, rendered));
        }
        faults.extend(links::faults(&folder.path, &self.lessons, &pages));
        faults.extend(self.missing(&folder, &pages));
        faults.extend(self.lessons.faults(&uses, |chapter| folder.file(&format!("{chapter}.md"))));
        if !faults.is_empty() {
            return Err(Faults(faults).into());
        }
        let mut texts: HashMap<PathBuf, String> =
            pages.into_iter().map(|(page, rendered)| (page.path, rendered.text)).collect();
        let module = module::mark(&folder.path);
        book.for_each_chapter_mut(|chapter| {
            if let Some(text) = chapter.source_path.as_ref().and_then(|path| texts.remove(path)) {
                chapter.content = if self.words_alone { words::alone(&text) } else { text + &module };
            }
        });
        Ok(book)
    }

    fn supports_renderer(&self, renderer: &str) -> Result<bool> {
        Ok(supports(renderer))
    }
}

/// Whether the preprocessor's HTML is of use to a renderer.
pub fn supports(renderer: &str) -> bool {
    renderer == "html"
}

/// Names like `ch4-softmax` are kept for pages of chapters.
fn is_chapter_name(stem: &str) -> bool {
    stem.strip_prefix("ch").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
