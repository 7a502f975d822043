//! A page as its author wrote it.

use super::faults::Fault;
use std::ops::Range;
use std::path::PathBuf;

/// The source of one page. All positions in the preprocessor are offsets into [`text`](Self::text), which is
/// never changed, so that a line number is right whatever has been replaced before it.
pub struct Page {
    /// The path below the folder of pages.
    pub path: PathBuf,
    /// The file that faults name, seen from the workspace.
    pub file: String,
    /// The source, with `\n` as line end.
    pub text: String,
    line_starts: Vec<usize>,
}

impl Page {
    /// A page at `path` below the folder of pages, which the workspace knows as `folder`.
    pub fn new(folder: &str, path: PathBuf, text: &str) -> Self {
        let text = text.replace("\r\n", "\n");
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let file = format!("{folder}/{}", slashed(&path));
        Self { path, file, text, line_starts }
    }

    /// The path below the folder of pages, with `/` between its parts.
    pub fn address(&self) -> String {
        slashed(&self.path)
    }

    /// The name of the page without its folder and extension.
    pub fn stem(&self) -> String {
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// A word for the page that no other page has, for identifiers.
    pub fn slug(&self) -> String {
        let address = self.path.with_extension("");
        slashed(&address).replace(|c: char| !c.is_ascii_alphanumeric(), "-")
    }

    /// A fault at an offset into the text.
    pub fn fault(&self, offset: usize, sentence: impl Into<String>) -> Fault {
        let line = self.line_starts.partition_point(|&start| start <= offset);
        Fault { file: self.file.clone(), line: Some(line), sentence: sentence.into() }
    }

    /// The line that holds an offset, without its end.
    pub fn line_around(&self, offset: usize) -> Range<usize> {
        let start = self.text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[offset..].find('\n').map_or(self.text.len(), |length| offset + length);
        start..end
    }
}

/// A relative path with `/` between its parts on every platform.
pub fn slashed(path: &std::path::Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one_whatever_ends_them() {
        let page = Page::new("book/pages", "a.md".into(), "one\r\ntwo\r\n\r\nfour");
        for (word, place) in [("one", 1), ("two", 2), ("four", 4)] {
            let offset = page.text.find(word).unwrap();
            assert_eq!(page.fault(offset, "").line, Some(place));
            assert_eq!(&page.text[page.line_around(offset)], word);
        }
        assert_eq!(page.fault(0, "x").to_string(), "book/pages/a.md:1: x");
    }
}
