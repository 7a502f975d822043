//! The folder of pages.

use super::page::slashed;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of pages.
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// The folder, seen from the workspace.
    pub name: String,
}

impl Folder {
    /// The folder at this path.
    pub fn new(workspace: &Path, path: &Path) -> Self {
        let (inside, outer) = (path.canonicalize(), workspace.canonicalize());
        let relative = inside
            .ok()
            .zip(outer.ok())
            .and_then(|(inside, outer)| inside.strip_prefix(outer).map(slashed).ok());
        let name = relative.unwrap_or_else(|| slashed(path));
        Self { path: path.to_owned(), name }
    }

    /// A file in it, seen from the workspace.
    pub fn file(&self, address: &str) -> String {
        format!("{}/{address}", self.name)
    }

    /// Every page in the folder and below it, but for the summary.
    pub fn pages(&self) -> Vec<String> {
        let mut pages = Vec::new();
        let mut folders = vec![self.path.clone()];
        while let Some(folder) = folders.pop() {
            // A folder that cannot be read has already failed the loading of the book.
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "md") {
                    pages.extend(path.strip_prefix(&self.path).map(slashed));
                }
            }
        }
        pages.retain(|page| page != "SUMMARY.md");
        pages.sort();
        pages
    }
}
