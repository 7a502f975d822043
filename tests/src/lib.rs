//! What only the whole workspace can check: that every chapter keeps the promises of all chapters, that the pages
//! keep those of the prose, and that README, registry and folders agree. The checks are in `tests/tests`.

mod settings;

pub use settings::{notable, settings};

use std::fs;
use std::path::{Path, PathBuf};

/// So many characters of a listing or an output fit a line of the page; a longer line scrolls.
pub const COLUMNS: usize = 92;

/// The workspace's folder.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The text of a file of the workspace, with Unix line ends.
///
/// # Panics
/// If the file cannot be read.
pub fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.replace("\r\n", "\n")
}

/// The files of a folder of the workspace with this extension, in order of their names.
///
/// # Panics
/// If the folder cannot be read.
pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

/// A page's lines outside code fences, numbered from 1.
pub fn prose(page: &str) -> Vec<(usize, &str)> {
    let mut fenced = false;
    let outside = |(_, line): &(usize, &str)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    };
    (1..).zip(page.lines()).filter(outside).collect()
}
