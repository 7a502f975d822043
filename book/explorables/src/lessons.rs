//! The lessons, each run once.

use crate::PART;
use lesson::{Lesson, Section, formatted};
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// The lessons that have run, by their chapter.
    static TOLD: RefCell<BTreeMap<String, Lesson>> = const { RefCell::new(BTreeMap::new()) };
}

/// Runs a lesson, unless it has run.
pub(crate) fn run(chapter: &str) -> Result<String, String> {
    with(chapter, |_| Ok(String::new()))
}

/// A value as a page prints it.
pub(crate) fn value(path: &str, format: &str) -> Result<String, String> {
    let (chapter, inner) = split(path)?;
    let format = Some(format).filter(|format| !format.is_empty());
    with(chapter, |lesson| formatted(lesson.value_at(inner)?, format))
}

/// How many values a section holds, and how the terminal prints it.
pub(crate) fn output(path: &str) -> Result<String, String> {
    let (chapter, name) = split(path)?;
    with(chapter, |lesson| {
        let section = lesson.section_at(name)?;
        Ok(format!("{}{PART}{}", section.leaves(), section.transcript()))
    })
}

/// All sections as the terminal prints them.
pub(crate) fn transcript(chapter: &str) -> Result<String, String> {
    with(chapter, |lesson| Ok(lesson.sections().iter().map(Section::transcript).collect()))
}

fn split(path: &str) -> Result<(&str, &str), String> {
    path.split_once('/').ok_or_else(|| format!("\"{path}\" names nothing; write CHAPTER/NAME"))
}

fn with(chapter: &str, use_it: impl FnOnce(&Lesson) -> Result<String, String>) -> Result<String, String> {
    TOLD.with_borrow_mut(|told| {
        if !told.contains_key(chapter) {
            told.insert(chapter.to_owned(), lesson(chapter)?);
        }
        told.get(chapter).map_or_else(|| Ok(String::new()), use_it)
    })
}

fn lesson(chapter: &str) -> Result<Lesson, String> {
    let listed = chapters::ALL.iter().find(|listed| listed.name == chapter);
    let listed = listed.ok_or_else(|| format!("there is no chapter {chapter}"))?;
    listed.lesson().map_err(|refusal| refusal.to_string())
}
