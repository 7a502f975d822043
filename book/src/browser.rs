//! The modules for the reader's browser: the crate `explorables` as WebAssembly, in two scripts beside the theme.
//!
//! They are committed, so that building the book needs no second toolchain. Who changes a lesson or a figure that
//! answers rebuilds them with `cargo run -- browser`; a test compares what they compute with the native code.

mod script;
mod toolchain;

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use toolchain::Toolchain;

/// The features of the crate `explorables`, each of which makes a module.
const MODULES: [&str; 2] = ["figures", "lessons"];

/// Compiles both modules and writes their scripts to this folder; gives the name and the size of each.
///
/// # Errors
/// A toolchain that is missing or fails, or a folder that cannot be written. The scripts that were there then still are.
pub fn rebuild(workspace: &Path, folder: &Path) -> Result<Vec<(String, usize)>> {
    let toolchain = Toolchain::find()?;
    let mut scripts = Vec::new();
    for module in MODULES {
        let compiled = toolchain.compile(workspace, module)?;
        scripts.push((format!("{module}.js"), script::of(module, &compiled)?));
    }
    write(folder, &scripts)
        .with_context(|| format!("the scripts cannot be written to \"{}\"", folder.display()))?;
    Ok(scripts.into_iter().map(|(name, text)| (name, text.len())).collect())
}

/// Writes all files, and only then puts them in place: a page would not know what to do with two ages.
fn write(folder: &Path, scripts: &[(String, String)]) -> Result<()> {
    fs::create_dir_all(folder)?;
    let drafts = TempDir::new_in(folder)?;
    for (name, text) in scripts {
        fs::write(drafts.path().join(name), text)?;
    }
    for (name, _) in scripts {
        fs::rename(drafts.path().join(name), folder.join(name))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_replace_scripts_and_leave_nothing_beside_them() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("new");
        for text in ["one", "two"] {
            write(&folder, &[("a.js".into(), text.into()), ("b.js".into(), text.into())]).unwrap();
            assert_eq!(fs::read_to_string(folder.join("a.js")).unwrap(), text);
            assert_eq!(fs::read_to_string(folder.join("b.js")).unwrap(), text);
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    }
}
