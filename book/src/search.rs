//! The index in which the book's search looks.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// Puts the index of one rendering of the book in the place of another's, whose pages know it by its own name.
///
/// mdBook indexes all that a page says: ticks of pictures and printed digits would fill the excerpts among which a reader
/// chooses.
///
/// # Errors
/// A rendering without an index, and a folder that cannot be written.
pub fn replace(book: &Path, words: &Path) -> Result<()> {
    let (old, new) = (index(book)?, index(words)?);
    fs::copy(&new, &old).with_context(|| format!("\"{}\" cannot be written", old.display()))?;
    Ok(())
}

/// The file of this kind, whose name bears a checksum.
fn index(folder: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("\"{}\" cannot be read", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let is_index = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("searchindex"))
    };
    let mut found: Vec<PathBuf> = paths.filter(is_index).collect();
    let last = found.pop();
    ensure!(found.is_empty(), "mdBook makes several indexes for its search; book.toml must ask for one");
    last.context("mdBook makes no index for its search; book.toml must not switch it off")
}
