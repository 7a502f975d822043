//! Which module a page was made with.
//!
//! The module keeps its name when it changes, so a browser could bring an old one from its cache to a new page. Each page
//! names its module with a version, which makes another address of it.

use crate::browser::SCRIPT;
use std::fs;
use std::path::Path;

/// How many characters at the end of the script hold the module's checksum and length, with which gzip ends.
const TAIL: usize = 12;

/// An element that tells the page's script the module's address, seen from its folder; nothing where there is no module.
pub fn mark(pages: &Path) -> String {
    let script = fs::read_to_string(pages.join("browser").join(SCRIPT)).unwrap_or_default();
    match version(&script) {
        Some(version) => format!("\n\n<template data-module=\"{SCRIPT}?{version}\"></template>\n"),
        None => String::new(),
    }
}

fn version(script: &str) -> Option<String> {
    let packed = script.trim_end().strip_suffix("\";")?.trim_end_matches('=');
    let tail = packed.get(packed.len().checked_sub(TAIL)?..)?;
    Some(tail.replace('+', "-").replace('/', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::script;

    #[test]
    fn each_module_has_a_version_of_its_own() {
        let of = |module: &[u8]| version(&script::of(module).unwrap()).unwrap();
        assert_eq!(of(b"\0asm"), of(b"\0asm"));
        assert_ne!(of(b"\0asm"), of(b"\0asn"));
        assert_ne!(of(b"\0asm"), of(b"\0asm\0"));
        assert!(of(b"\0asm").chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)));
        assert_eq!(version(""), None);
    }

    #[test]
    fn a_folder_without_a_module_is_left_alone() {
        assert_eq!(mark(Path::new("nowhere")), "");
    }
}
