//! README, registry and folders agree.

use std::fs;
use std::path::{Path, PathBuf};
use tests::{files, read, root};

#[test]
fn every_chapter_has_a_folder_a_page_and_a_line_in_the_readme() {
    let readme = read("README.md");
    let summary = read("book/pages/SUMMARY.md");
    for chapter in chapters::ALL {
        assert!(root().join("chapters").join(chapter.name).join("src/main.rs").is_file(), "{}", chapter.name);
        assert!(
            summary.contains(&format!("]({}.md)", chapter.name)),
            "{} is not in SUMMARY.md",
            chapter.name
        );
        let command = format!("`cargo run -p {}`", chapter.name);
        assert!(readme.contains(&command), "README.md lacks {command}");
    }
    let folders = fs::read_dir(root().join("chapters")).unwrap();
    let named = |name: &str| name.starts_with("ch");
    let mut found: Vec<String> = folders
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| named(name))
        .collect();
    found.sort();
    let mut listed: Vec<&str> = chapters::ALL.iter().map(|chapter| chapter.name).collect();
    listed.sort_unstable();
    assert_eq!(found, listed, "folders and registry differ");
}

#[test]
fn the_continuous_integration_runs_the_readme_s_commands() {
    let readme = read("README.md");
    let block = readme.split("```console\n").nth(1).and_then(|rest| rest.split("```").next());
    assert_eq!(block, Some("cargo run\ncargo test --workspace\n"), "the README's first block");
    assert!(
        read(".ci/run").contains("done < <(readme_commands)"),
        ".ci/run no longer takes its commands from the README"
    );
}

#[test]
fn the_style_sheet_knows_every_ink() {
    let styles: String = files("book/theme", "css").iter().map(read).collect();
    for ink in lesson::figure::Ink::ALL {
        let variable = format!("--figure-{}:", ink.name());
        assert!(styles.contains(&variable), "no style sheet of book/theme sets {variable}");
    }
}

#[test]
fn the_project_speaks_of_itself_alone() {
    // In pieces, so that this file does not carry what it looks for.
    let homes =
        [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!(r"\Us", r"ers\")];
    let folders = FOLDERS.iter().flat_map(|folder| files_below(&root().join(folder)));
    let top =
        ["README.md", "CHANGELOG.md", "Cargo.toml", "clippy.toml", ".ci/run"].map(|file| root().join(file));
    for file in folders.chain(top).filter(|file| is_text(file)) {
        let text = read(&file);
        assert!(
            !homes.iter().any(|home| text.contains(home)),
            "{} carries a path of some machine",
            file.display()
        );
    }
}

#[test]
fn the_compiler_vouches_for_all_but_the_browser_s_boundary() {
    let word = concat!("un", "safe");
    let mut found: Vec<PathBuf> = Vec::new();
    for folder in FOLDERS {
        let rust = files_below(&root().join(folder)).into_iter().filter(|file| has_extension(file, &["rs"]));
        found.extend(rust.filter(|file| code(file).contains(word)));
    }
    let found: Vec<&Path> = found.iter().filter_map(|file| file.strip_prefix(root()).ok()).collect();
    assert_eq!(found, [Path::new("book/explorables/src/boundary.rs")]);
}

/// Where the workspace keeps what it is made of.
const FOLDERS: [&str; 4] = ["book", "chapters", "shared", "tests"];

/// The files of a folder and of those in it.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let entries = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    files.into_iter().chain(folders.iter().flat_map(|folder| files_below(folder))).collect()
}

/// Whether people read and write the file; hidden files are a system's.
fn is_text(file: &Path) -> bool {
    let hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let known = has_extension(file, &["rs", "md", "toml", "js", "css", "snap", "csv", "yml", "hbs"])
        || file.extension().is_none();
    known && !hidden
}

fn has_extension(file: &Path, known: &[&str]) -> bool {
    file.extension().is_some_and(|found| known.iter().any(|known| found == *known))
}

/// A file without its comments, which may say that something is not used.
fn code(file: &Path) -> String {
    read(file).lines().map(|line| line.split("//").next().unwrap_or_default()).collect()
}
