//! What the prose promises.

use book::preprocess::code::{Slice, slice};
use std::collections::BTreeSet;
use tests::{COLUMNS, files, prose, read, root};

/// The pages of chapters.
fn chapter_pages() -> Vec<(&'static str, String)> {
    chapters::ALL
        .iter()
        .map(|chapter| (chapter.name, read(format!("book/pages/{}.md", chapter.name))))
        .collect()
}

#[test]
fn no_filler_and_no_exclamation() {
    for file in files("book/pages", "md") {
        let page = read(&file);
        for (number, line) in prose(&page) {
            let spoken: String = line.split('`').step_by(2).collect();
            let words: BTreeSet<String> =
                spoken.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
            for filler in ["simply", "just", "obviously", "basically", "trivial", "trivially"] {
                assert!(!words.contains(filler), "{}:{number}: \"{filler}\"", file.display());
            }
            assert!(!spoken.contains("! "), "{}:{number}: an exclamation", file.display());
        }
    }
}

#[test]
fn each_chapter_page_has_its_rhythm() {
    for (name, page) in chapter_pages() {
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        for heading in ["Before you read on", "Exercises", "In one breath", "Sources"] {
            assert!(headings.contains(&heading), "{name} has no section \"{heading}\"");
        }
        assert!(page.contains("{{#predict"), "{name} asks for no prediction");
        let exercises = page.lines().filter(|line| line.starts_with("### ")).count();
        assert!((2..=3).contains(&exercises), "{name} has {exercises} exercises");
    }
}

#[test]
fn a_bold_term_is_in_the_glossary_and_is_bold_once() {
    let glossary = read("book/pages/glossary.md");
    let defined: BTreeSet<&str> =
        glossary.lines().filter_map(|line| line.strip_prefix("**")?.strip_suffix("**")).collect();
    let mut seen = BTreeSet::new();
    for (name, page) in chapter_pages() {
        for (number, line) in prose(&page) {
            for term in line.split("**").skip(1).step_by(2) {
                assert!(defined.contains(term), "{name}.md:{number}: \"{term}\" is not in the glossary");
                assert!(seen.insert(term.to_owned()), "{name}.md:{number}: \"{term}\" is bold a second time");
            }
        }
    }
    let unused: Vec<_> = defined.iter().filter(|term| !seen.contains(**term)).collect();
    assert!(unused.is_empty(), "no page defines {unused:?}");
}

#[test]
fn listings_are_short() {
    for (name, page) in chapter_pages() {
        let listings: Vec<Slice> = page
            .lines()
            .filter_map(|line| line.strip_prefix("{{#code ")?.strip_suffix("}}"))
            .map(|place| slice(root(), place).unwrap())
            .collect();
        let mut lines = listings.iter().flat_map(|listing| listing.text.lines());
        let wide = lines.find(|line| line.chars().count() > COLUMNS);
        assert_eq!(wide, None, "{name}: a line of more than {COLUMNS} characters scrolls");
        let mut lengths: Vec<usize> = listings.iter().map(|listing| listing.text.lines().count()).collect();
        lengths.sort_unstable();
        let median = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
        assert!(median <= 7, "{name}: the median listing has {median} lines: {lengths:?}");
        assert!(lengths.last().is_none_or(|&longest| longest <= 25), "{name}: {lengths:?}");
    }
}
