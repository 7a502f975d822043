//! The book that the tests read.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;

/// The folder of a book that is built once for all tests.
pub fn folder() -> PathBuf {
    static BOOK: OnceLock<TempDir> = OnceLock::new();
    let kept = BOOK.get_or_init(|| {
        let kept = tempfile::tempdir().unwrap();
        let destination = kept.path().join("book");
        let build = book::build::Build {
            workspace: tests::root(),
            chapters: chapters::ALL,
            destination: Some(&destination),
        };
        build.run().unwrap_or_else(|error| panic!("{error:#}"));
        kept
    });
    kept.path().join("book")
}

/// The address of a page of the book, without its extension.
pub fn address(page: &str) -> String {
    let file = folder().join(format!("{page}.html")).canonicalize().unwrap();
    let path = file.to_string_lossy().replace('\\', "/");
    format!("file:///{}", path.trim_start_matches("//?/").trim_start_matches('/'))
}

/// The names of all pages that a reader turns to.
pub fn pages() -> Vec<String> {
    let names = fs::read_dir(folder()).unwrap().filter_map(|entry| {
        let path = entry.unwrap().path();
        let stem = path.file_stem()?.to_string_lossy().into_owned();
        let is_page = path.extension().is_some_and(|extension| extension == "html");
        (is_page && !["404", "index", "print", "toc"].contains(&stem.as_str())).then_some(stem)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}
