//! The in-process build.

use crate::destination::Destination;
use crate::preprocess::{Bend, Lessons};
use crate::warnings;
use anyhow::{Result, bail};
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use lesson::Chapter;
use mdbook_driver::MDBook;
use std::path::{Path, PathBuf};

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
        // Stock mdBook builds there too, and leaves no sign that this program could know the folder by.
        let sources = self.workspace.join("book");
        let destination = Destination::prepare(folder, folder == usual)?;
        let progress = progress(self.chapters.len());
        let lessons = Lessons::run(self.chapters, |name| {
            progress.set_message(format!("running {name}"));
            progress.inc(1);
        })?;
        progress.set_message("rendering the pages");
        let mut book = MDBook::load(self.workspace.join("book"))?;
        book.config.build.build_dir = destination.draft();
        book.with_preprocessor(Bend::new(self.workspace, lessons));
        let (built, warnings) = warnings::heard(|| book.build());
        built?;
        if !warnings.is_empty() {
            bail!("mdBook warns of {}", warnings.join("; "));
        }
        destination.publish()?;
        Ok(folder.join("index.html"))
    }
}

/// A line on standard error, if that is a terminal: a step for each lesson and one for the pages.
fn progress(lessons: usize) -> ProgressBar {
    let bar = ProgressBar::new(lessons as u64 + 1).with_finish(ProgressFinish::AndClear);
    // The template is a constant; were it unreadable, the plain bar would do.
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {msg}") {
        bar.set_style(style);
    }
    bar
}
