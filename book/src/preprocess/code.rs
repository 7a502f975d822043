//! Slices of source files between anchors.

use super::page::slashed;
use std::fs;
use std::path::{Component, Path};

/// Longer listings are not read.
const LONGEST: usize = 25;

/// The part of a file between `ANCHOR: name` and `ANCHOR_END: name`, ready to be shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Slice {
    /// The file, seen from the workspace.
    pub file: String,
    /// The language, as highlighters call it.
    pub language: &'static str,
    /// The lines, without the indentation that all of them share and without other anchors.
    pub text: String,
}

/// Reads the slice that `PATH:ANCHOR` names.
///
/// # Errors
/// A sentence that says what is wrong with the path, the file or the anchor.
pub fn slice(workspace: &Path, place: &str) -> Result<Slice, String> {
    let (path, anchor) = place
        .rsplit_once(':')
        .filter(|(path, anchor)| !path.is_empty() && !anchor.is_empty())
        .ok_or_else(|| format!("\"{place}\" names no slice; write PATH:ANCHOR"))?;
    let source = read(workspace, path)?;
    let lines: Vec<&str> = source.lines().collect();
    let (start, end) = boundaries(&lines, path, anchor)?;
    let inner: Vec<&str> =
        lines[start + 1..end].iter().copied().filter(|line| marker(line).is_none()).collect();
    let text = dedented(&inner);
    match text.lines().count() {
        0 => Err(format!("anchor \"{anchor}\" of {path} is empty")),
        count if count > LONGEST => {
            Err(format!("anchor \"{anchor}\" of {path} has {count} lines; a listing has at most {LONGEST}"))
        }
        _ => Ok(Slice { file: slashed(Path::new(path)), language: language(path), text }),
    }
}

fn read(workspace: &Path, path: &str) -> Result<String, String> {
    let relative = Path::new(path);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let file = workspace.join(relative);
    let resolved = file.canonicalize().ok().zip(workspace.canonicalize().ok());
    if !inside || resolved.is_some_and(|(file, workspace)| !file.starts_with(workspace)) {
        return Err(format!("\"{path}\" leaves the workspace; write the path from its root"));
    }
    fs::read_to_string(&file).map_err(|error| format!("\"{path}\" cannot be read: {error}"))
}

/// A line that opens or closes an anchor.
enum Marker<'a> {
    Open(&'a str),
    Close(&'a str),
}

/// Anchors stand in comments, whatever those look like in the language.
fn marker(line: &str) -> Option<Marker<'_>> {
    if let Some((_, after)) = line.split_once("ANCHOR_END:") {
        return anchor_name(after).map(Marker::Close);
    }
    let (_, after) = line.split_once("ANCHOR:")?;
    anchor_name(after).map(Marker::Open)
}

fn anchor_name(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// The lines on which the anchor opens and closes.
fn boundaries(lines: &[&str], path: &str, anchor: &str) -> Result<(usize, usize), String> {
    let mut opened = Vec::new();
    let mut closed = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        match marker(line) {
            Some(Marker::Open(name)) if name == anchor => opened.push(number),
            Some(Marker::Close(name)) if name == anchor => closed.push(number),
            _ => {}
        }
    }
    match (opened.as_slice(), closed.as_slice()) {
        ([], _) => Err(format!("{path} has no anchor \"{anchor}\"")),
        ([first, second, ..], _) | (_, [first, second, ..]) => {
            Err(format!("{path} has anchor \"{anchor}\" twice, on lines {} and {}", first + 1, second + 1))
        }
        ([start], [end]) if start < end => Ok((*start, *end)),
        ([start], _) => Err(format!("anchor \"{anchor}\" of {path}, line {}, is never closed", start + 1)),
    }
}

/// The lines without their common indentation and without empty lines at either end.
fn dedented(lines: &[&str]) -> String {
    let filled = |line: &&str| !line.trim().is_empty();
    let first = lines.iter().position(filled).unwrap_or(lines.len());
    let last = lines.iter().rposition(filled).map_or(first, |last| last + 1);
    let indentation = |line: &&str| line.len() - line.trim_start().len();
    let common = lines.iter().copied().filter(filled).map(|line| indentation(&line)).min().unwrap_or(0);
    let shortened: Vec<&str> =
        lines[first..last].iter().map(|line| line.get(common..).unwrap_or("").trim_end()).collect();
    shortened.join("\n")
}

/// The name highlighters use for the language of a file.
fn language(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("rs") => "rust",
        Some("toml") => "toml",
        Some("py") => "python",
        Some("js" | "mjs") => "javascript",
        Some("css") => "css",
        Some("html") => "html",
        Some("md") => "markdown",
        Some("json") => "json",
        Some("yml" | "yaml") => "yaml",
        Some("sh") => "bash",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sliced(source: &str, anchor: &str) -> Result<Slice, String> {
        let workspace = tempfile::tempdir().unwrap();
        fs::create_dir(workspace.path().join("src")).unwrap();
        fs::write(workspace.path().join("src/lib.rs"), source).unwrap();
        slice(workspace.path(), &format!("src/lib.rs:{anchor}"))
    }

    #[test]
    fn a_slice_is_dedented_and_free_of_other_anchors() {
        let source = "mod x {\r\n    // ANCHOR: outer\r\n\r\n    fn f() {\r\n        // ANCHOR: inner\r\n        g();\r\n        \
                      // ANCHOR_END: inner\r\n    }\r\n    // ANCHOR_END: outer\r\n}\r\n";
        let outer = sliced(source, "outer").unwrap();
        assert_eq!(outer.text, "fn f() {\n    g();\n}");
        assert_eq!((outer.file.as_str(), outer.language), ("src/lib.rs", "rust"));
        assert_eq!(sliced(source, "inner").unwrap().text, "g();");
    }

    #[test]
    fn every_broken_anchor_is_named() {
        let long = format!("// ANCHOR: a\n{}// ANCHOR_END: a\n", "x;\n".repeat(26));
        for (source, sentence) in [
            ("fn f() {}", "src/lib.rs has no anchor \"a\""),
            ("// ANCHOR: ab\nx\n// ANCHOR_END: ab", "src/lib.rs has no anchor \"a\""),
            ("// ANCHOR: a\nx", "anchor \"a\" of src/lib.rs, line 1, is never closed"),
            ("// ANCHOR_END: a\n// ANCHOR: a\nx", "anchor \"a\" of src/lib.rs, line 2, is never closed"),
            ("// ANCHOR: a\n \n// ANCHOR_END: a", "anchor \"a\" of src/lib.rs is empty"),
            (
                "// ANCHOR: a\nx\n// ANCHOR_END: a\n// ANCHOR: a\ny\n// ANCHOR_END: a",
                "src/lib.rs has anchor \"a\" twice, on lines 1 and 4",
            ),
            (&long, "anchor \"a\" of src/lib.rs has 26 lines; a listing has at most 25"),
        ] {
            assert_eq!(sliced(source, "a").unwrap_err(), sentence);
        }
    }

    #[test]
    fn files_outside_and_files_missing_are_refused() {
        let workspace = tempfile::tempdir().unwrap();
        for path in ["../secret.rs", "/etc/passwd", "a/../../b.rs"] {
            let sentence = slice(workspace.path(), &format!("{path}:a")).unwrap_err();
            assert_eq!(sentence, format!("\"{path}\" leaves the workspace; write the path from its root"));
        }
        let sentence = slice(workspace.path(), "src/none.rs:a").unwrap_err();
        assert!(sentence.starts_with("\"src/none.rs\" cannot be read: "), "{sentence}");
        for place in ["src/lib.rs", "src/lib.rs:", ":a"] {
            assert!(slice(workspace.path(), place).unwrap_err().contains("write PATH:ANCHOR"));
        }
    }
}
