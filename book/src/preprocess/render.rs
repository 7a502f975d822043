//! One page from its source to what mdBook's renderer gets.

use super::directives::{self, Directive};
use super::faults::Fault;
use super::html::escape;
use super::lessons::{Lessons, Uses};
use super::page::Page;
use super::{
    chapters, code, explore, figure, links, markdown, math, predict, sections, table, transcript, value,
};
use std::ops::Range;
use std::path::Path;

/// A finished page.
pub struct Rendered {
    /// The Markdown without directives and formulas.
    pub text: String,
    /// The fragments that links may name.
    pub anchors: Vec<String>,
    /// Where the page's own links lead, each with its offset.
    pub links: Vec<(usize, String)>,
}

/// Puts into a page what its directives name; what cannot be done is added to `faults`.
pub fn page(
    workspace: &Path,
    lessons: &Lessons,
    uses: &mut Uses,
    page: &Page,
    faults: &mut Vec<Fault>,
) -> Rendered {
    let scan = markdown::scan(&page.text);
    let (directives, misplaced) = directives::find(page, &scan);
    let mut work =
        Work { workspace, lessons, uses, page, edits: Vec::new(), faults: misplaced, shown: Vec::new() };
    for formula in &scan.formulas {
        work.edit(formula.range.clone(), math::render(&formula.latex, formula.display));
    }
    let blocks = work.directives(&directives);
    work.edits.sort_by_key(|edit| edit.range.start);
    for (number, (open, close)) in blocks.into_iter().enumerate() {
        work.block(number + 1, open, close);
    }
    let text = applied(&page.text, &work.edits, 0..page.text.len());
    work.faults.extend(scan.faults);
    work.faults.sort();
    faults.extend(work.faults.into_iter().map(|(offset, sentence)| page.fault(offset, sentence)));
    Rendered { anchors: links::anchors(&text), text: sections::enclosed(&text), links: scan.links }
}

/// A part of the source and what takes its place.
struct Edit {
    range: Range<usize>,
    text: String,
}

struct Work<'a> {
    workspace: &'a Path,
    lessons: &'a Lessons,
    uses: &'a mut Uses,
    page: &'a Page,
    edits: Vec<Edit>,
    faults: Vec<(usize, String)>,
    /// The figures and tables of the page so far, which its links can name.
    shown: Vec<(&'a str, &'a str)>,
}

impl<'a> Work<'a> {
    fn edit(&mut self, range: Range<usize>, replacement: Result<String, String>) {
        match replacement {
            Ok(text) => self.edits.push(Edit { range, text }),
            Err(sentence) => self.faults.push((range.start, sentence)),
        }
    }

    /// Replaces all directives but predictions, which are given back as pairs of their ends.
    fn directives(&mut self, directives: &'a [Directive]) -> Vec<(&'a Directive, &'a Directive)> {
        let mut pairs = Vec::new();
        let mut open: Option<&Directive> = None;
        for directive in directives {
            match (directive.name.as_str(), open) {
                ("predict" | "check", None) if !directive.closing => open = Some(directive),
                ("predict" | "check", Some(start)) if directive.closing && directive.name == start.name => {
                    pairs.push((start, directive));
                    open = None;
                }
                ("predict" | "check", None) => {
                    self.fault(directive, format!("nothing opens what {{{{/{}}}}} closes", directive.name));
                }
                ("predict" | "check", Some(start)) => {
                    self.fault(directive, format!("{{{{/{}}}}} is still to come here", start.name));
                }
                _ => {
                    let replacement = self.replacement(directive);
                    let indented = replacement.map(|text| match directive.name.as_str() {
                        "value" => text,
                        _ => on_its_own(&directive.indentation, &text),
                    });
                    self.edit(directive.range.clone(), indented);
                }
            }
        }
        if let Some(start) = open {
            self.fault(start, format!("{{{{#{0}}}}} is never closed with {{{{/{0}}}}}", start.name));
        }
        pairs
    }

    fn fault(&mut self, directive: &Directive, sentence: String) {
        self.faults.push((directive.range.start, sentence));
    }

    fn replacement(&mut self, directive: &'a Directive) -> Result<String, String> {
        let name = directive.name.as_str();
        let single = |what: &str| match directive.arguments.as_slice() {
            [argument] => Ok(argument.as_str()),
            _ => Err(format!("{name} takes one argument: {{{{#{name} {what}}}}}")),
        };
        match name {
            "value" => value::render(self.lessons, self.uses, &directive.arguments),
            "output" => transcript::output(self.lessons, self.uses, single("CHAPTER/SECTION")?),
            "table" => {
                let path = single("CHAPTER/NAME")?;
                self.show(name, path)?;
                table::render(self.lessons, self.uses, path)
            }
            "figure" => {
                let path = single("CHAPTER/NAME")?;
                let number = self.show(name, path)?;
                figure::render(self.lessons, self.uses, path, number)
            }
            "explore" => {
                let path = single("CHAPTER/NAME")?;
                let number = self.show(name, path)?;
                explore::render(self.lessons, self.uses, path, number)
            }
            "code" => code::slice(self.workspace, single("PATH:ANCHOR")?).map(|slice| listing(&slice)),
            "session" => transcript::session(self.lessons, &directive.typed, &directive.arguments),
            "chapters" if directive.arguments.is_empty() => Ok(chapters::render(self.lessons, self.page)),
            _ => Err(format!("{name} takes no arguments")),
        }
    }

    /// Notes that the page shows a table, a figure or an explorable, and gives the number of the last two among the page's
    /// figures.
    fn show(&mut self, kind: &'a str, path: &'a str) -> Result<usize, String> {
        if self.shown.contains(&(kind, path)) {
            let name = path.rsplit('/').next().unwrap_or(path);
            return Err(format!("this page shows the {kind} {path} twice; link to #{kind}-{name} instead"));
        }
        self.shown.push((kind, path));
        Ok(self.shown.iter().filter(|(shown, _)| *shown != "table").count())
    }

    /// Replaces a prediction with everything in it.
    fn block(&mut self, number: usize, open: &Directive, close: &Directive) {
        if !open.indentation.is_empty() || !close.indentation.is_empty() {
            return self.fault(open, format!("{} stands at the beginning of its line", open.name));
        }
        let whole = open.range.start..close.range.end;
        let inner = open.range.end..close.range.start;
        let opening = predict::Opening {
            name: &open.name,
            arguments: &open.arguments,
            id: format!("{}-{}-{number}", open.name, self.page.slug()),
        };
        let (text, edits) = (&self.page.text, &self.edits);
        let replaced =
            |part: Range<usize>| applied(text, edits, inner.start + part.start..inner.start + part.end);
        match predict::render(self.lessons, self.uses, &opening, &text[inner.clone()], replaced) {
            Ok(html) => {
                self.edits.retain(|edit| !whole.contains(&edit.range.start));
                let at = self.edits.partition_point(|edit| edit.range.start < whole.start);
                self.edits.insert(at, Edit { range: whole, text: on_its_own("", &html) });
            }
            Err(found) => {
                let places = found.into_iter();
                let place = |at: Option<usize>| at.map_or(whole.start, |offset| inner.start + offset);
                self.faults.extend(places.map(|(at, sentence)| (place(at), sentence)));
            }
        }
    }
}

/// A part of the source with the edits that lie in it.
fn applied(source: &str, edits: &[Edit], range: Range<usize>) -> String {
    let mut result = String::new();
    let mut position = range.start;
    let first = edits.partition_point(|edit| edit.range.start < range.start);
    for edit in edits[first..].iter().take_while(|edit| edit.range.end <= range.end) {
        result.push_str(&source[position..edit.range.start]);
        result.push_str(&edit.text);
        position = edit.range.end;
    }
    result.push_str(&source[position..range.end]);
    result
}

/// A block between empty lines, inside the list that indents it, if any.
fn on_its_own(indentation: &str, block: &str) -> String {
    let lines: Vec<String> =
        block.lines().map(|line| format!("{indentation}{line}").trim_end().to_owned()).collect();
    format!("\n{}\n", lines.join("\n"))
}

/// A slice of a file under the file's name. Not a fence: a listing that scrolls must be in reach of the keyboard.
fn listing(slice: &code::Slice) -> String {
    format!(
        "<figure class=\"listing\"><figcaption>{}</figcaption><pre><code class=\"language-{}\" tabindex=\"0\">{}\
         </code></pre></figure>",
        escape(&slice.file),
        slice.language,
        escape(&slice.text)
    )
}
