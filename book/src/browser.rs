//! The module for the reader's browser: the crate `explorables` as WebAssembly, in a script beside the theme.
//!
//! It is committed, so that building the book needs no second toolchain. Who changes a lesson or a figure that answers
//! rebuilds it with `cargo run -- browser`; a test compares what it computes with the native code.

pub(crate) mod script;
mod toolchain;

use anyhow::{Context, Result};
use lesson::cli::NewFolders;
use std::path::Path;
use std::{fs, io};
use tempfile::TempDir;
use toolchain::Toolchain;

/// The script that brings the module.
pub const SCRIPT: &str = "module.js";

/// Compiles the module and writes its script to this folder; gives the script's size in bytes.
///
/// # Errors
/// A toolchain that is missing or fails, or a folder that cannot be written. A script that was there then still is.
pub fn rebuild(workspace: &Path, folder: &Path) -> Result<usize> {
    let place = Place::prepare(folder).with_context(|| unwritable(folder))?;
    let module = Toolchain::find()?.compile(workspace)?;
    let script = script::of(&module)?;
    place.fill(&script).with_context(|| unwritable(folder))?;
    Ok(script.len())
}

fn unwritable(folder: &Path) -> String {
    format!("the script cannot be written to \"{}\"; name a folder that can be written to", folder.display())
}

/// A folder that can be written to, as is known before minutes go into the script.
struct Place<'a> {
    folder: &'a Path,
    folders: NewFolders,
    drafts: TempDir,
}

impl<'a> Place<'a> {
    fn prepare(folder: &'a Path) -> io::Result<Self> {
        let folders = NewFolders::make(folder)?;
        Ok(Self { folder, folders, drafts: TempDir::new_in(folder)? })
    }

    /// Writes the script beside its place, and puts it there once it is whole.
    fn fill(self, script: &str) -> io::Result<()> {
        let draft = self.drafts.path().join(SCRIPT);
        fs::write(&draft, script)?;
        fs::rename(draft, self.folder.join(SCRIPT))?;
        self.folders.keep();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_replaces_a_script_and_leaves_nothing_beside_it() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("new");
        for text in ["one", "two"] {
            Place::prepare(&folder).unwrap().fill(text).unwrap();
            assert_eq!(fs::read_to_string(folder.join(SCRIPT)).unwrap(), text);
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }
}
