//! The book itself, in process and as stock mdBook builds it.

#![allow(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

use book::PREPROCESSOR;
use book::build::Build;
use mdbook_driver::MDBook;
use mdbook_driver::builtin_preprocessors::CmdPreprocessor;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn stock_mdbook_builds_the_same_files_and_none_fetches_anything() {
    let folder = tempfile::tempdir().unwrap();
    let ours = folder.path().join("ours");
    Build { workspace: &workspace(), chapters: chapters::ALL, destination: Some(&ours) }.run().unwrap();

    // What stock mdBook does with book.toml, but for the command, which is this build's program.
    let program = env!("CARGO_BIN_EXE_book").replace('\\', "/");
    let mut stock = MDBook::load(workspace().join("book")).unwrap();
    stock.config.build.build_dir = folder.path().join("stock");
    let command = format!("\"{program}\" preprocess");
    stock.with_preprocessor(CmdPreprocessor::new(PREPROCESSOR.into(), command, stock.root.clone(), false));
    stock.build().unwrap();

    let (mut ours, stock) = (files(&ours), files(&folder.path().join("stock")));
    assert!(ours.remove(Path::new(".the-bend")).is_some(), "a book of ours is marked");
    assert_eq!(ours.keys().collect::<Vec<_>>(), stock.keys().collect::<Vec<_>>());
    for (path, bytes) in &ours {
        if path.to_string_lossy().starts_with("searchindex") {
            the_search_finds_words_alone(bytes, &stock[path]);
        } else {
            assert!(stock[path] == *bytes, "{} differs", path.display());
        }
    }
    nothing_is_fetched_from_elsewhere(&ours);
}

/// Both indexes name the same sections; ours has sentences, captions and listings, but no ticks, outputs and controls.
fn the_search_finds_words_alone(ours: &[u8], stock: &[u8]) {
    let (ours, stock) = (String::from_utf8_lossy(ours), String::from_utf8_lossy(stock));
    let sections = |index: &str| index.split_once("\"index\":").unwrap().0.to_owned();
    assert_eq!(sections(&ours), sections(&stock));
    let (shown, printed) = ("−4 −2 0 2 4", "0.9525741268224334");
    assert!(
        stock.contains(shown) && stock.contains(printed),
        "mdBook indexes less by now: is our index still needed?"
    );
    for silent in [shown, printed, "where the others come from", "Check your answer"] {
        assert!(!ours.contains(silent), "the search finds {silent}");
    }
    for told in
        ["The smallest deep network", "Does it say more than yes or no?", "RELU.value(self.weight * x"]
    {
        assert!(ours.contains(told), "the search does not find {told}");
    }
}

fn nothing_is_fetched_from_elsewhere(files: &BTreeMap<PathBuf, Vec<u8>>) {
    let calls =
        ["src=\"http", "src=\"//", "url(http", "url(\"http", "url('http", "@import", "class=\"playground\""];
    for (path, bytes) in files {
        let is_page = path.extension().is_some_and(|extension| extension == "html" || extension == "css");
        let text = String::from_utf8_lossy(bytes);
        let stylesheets = text.lines().filter(|line| line.contains("<link") && line.contains("href=\"http"));
        let found: Vec<&str> =
            calls.into_iter().filter(|call| text.contains(call)).chain(stylesheets).collect();
        assert!(!is_page || found.is_empty(), "{}: {found:?}", path.display());
    }
}
