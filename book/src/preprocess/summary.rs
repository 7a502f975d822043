//! What the summary lists.

use super::faults::Fault;
use super::folder::Folder;
use super::markdown;
use super::page::Page;
use pulldown_cmark::{Event, Tag};
use std::fs;
use std::path::{Component, Path};

/// Every entry of the summary of this folder that is no page in it.
pub fn faults(workspace: &Path, folder: &Path) -> Vec<Fault> {
    let folder = Folder::new(workspace, folder);
    // A summary that cannot be read fails the loading of the book.
    let text = fs::read_to_string(folder.path.join("SUMMARY.md")).unwrap_or_default();
    let summary = Page::new(&folder.name, "SUMMARY.md".into(), &text);
    let entries = markdown::events(&summary.text).filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some((dest_url.replace("%20", " "), range.start)),
        _ => None,
    });
    let fault = |(entry, place): (String, usize)| {
        let sentence = misplaced(&folder.path, &entry)?;
        Some(summary.fault(place, sentence))
    };
    entries.filter_map(fault).collect()
}

fn misplaced(folder: &Path, entry: &str) -> Option<String> {
    let inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if !Path::new(entry).components().all(inside) {
        return Some(format!(
            "the entry \"{entry}\" leads out of the folder of pages; move the page into it"
        ));
    }
    // An entry without a path is a page that is still to be written.
    let absent = !entry.is_empty() && !folder.join(entry).is_file();
    absent.then(|| format!("there is no page \"{entry}\"; write it, or take the entry away"))
}
