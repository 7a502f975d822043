//! The in-process build.

use crate::destination::Destination;
use crate::preprocess::{Bend, Faults, Lessons, summary};
use crate::{search, warnings};
use anyhow::{Context, Error, Result, bail};
use indicatif::ProgressFinish;
use lesson::Chapter;
use lesson::cli::bar;
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What to build, and where.
pub struct Build<'a> {
    /// The root of the workspace: the book is in its folder `book`.
    pub workspace: &'a Path,
    /// The chapters whose lessons the pages show.
    pub chapters: &'a [Chapter],
    /// The folder for the finished book; without one, the workspace's `target/book`.
    pub destination: Option<&'a Path>,
}

impl Build<'_> {
    /// Runs every lesson and renders every page; gives the path of the first page.
    ///
    /// # Errors
    /// Everything that is wrong with the pages, or the first thing that fails otherwise. The book that was there
    /// before then still is.
    pub fn run(&self) -> Result<PathBuf> {
        let usual = self.workspace.join("target").join("book");
        let folder = self.destination.unwrap_or(&usual);
        let sources = self.workspace.join("book");
        // Stock mdBook builds there too, and leaves no sign that this program could know the folder by.
        let destination = Destination::prepare(folder, folder == usual, &sources)?;
        let mut book = load(self.workspace, &sources)?;
        // A step for each lesson, and one for the pages.
        let progress = bar(self.chapters.len() + 1).with_finish(ProgressFinish::AndClear);
        let lessons = Lessons::run(self.chapters, |name| {
            progress.set_message(format!("running {name}"));
            progress.inc(1);
        })?;
        progress.set_message("rendering the pages");
        let lessons = Rc::new(lessons);
        render(&mut book, Bend::new(self.workspace, Rc::clone(&lessons)), destination.draft())?;
        progress.set_message("indexing the words");
        render(&mut book, Bend::for_search(self.workspace, lessons), destination.words())?;
        search::replace(&destination.draft(), &destination.words())?;
        destination.publish()?;
        Ok(folder.join("index.html"))
    }
}

/// Renders the pages into a folder.
fn render(book: &mut MDBook, preprocessor: Bend, folder: PathBuf) -> Result<()> {
    book.config.build.build_dir = folder;
    book.with_preprocessor(preprocessor);
    let (built, warnings) = warnings::heard(|| book.build());
    built.map_err(in_one_line)?;
    if !warnings.is_empty() {
        bail!("mdBook warns of {}", warnings.join("; "));
    }
    Ok(())
}

/// Reads the book's settings, its summary and its pages.
fn load(workspace: &Path, sources: &Path) -> Result<MDBook> {
    let read = || {
        let mut config =
            Config::from_disk(sources.join("book.toml")).context("book/book.toml cannot be read")?;
        config.update_from_env()?;
        let faults = summary::faults(workspace, &sources.join(&config.book.src));
        // An entry with a path from the root would make mdBook panic.
        if faults.is_empty() { MDBook::load_with_config(sources, config) } else { Err(Faults(faults).into()) }
    };
    read().map_err(in_one_line)
}

/// What mdBook and its readers say, without the lines that they draw between the place and the mistake.
fn in_one_line(error: Error) -> Error {
    if error.is::<Faults>() {
        return error;
    }
    let told = error.chain().map(|cause| {
        let text = cause.to_string();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let place = lines.next().unwrap_or_default().to_owned();
        lines.next_back().map_or(place.clone(), |mistake| format!("{place}: {mistake}"))
    });
    Error::msg(told.collect::<Vec<_>>().join(": "))
}
