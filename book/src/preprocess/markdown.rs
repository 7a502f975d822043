//! One look at a page through mdBook's Markdown: what is code, what is a formula, what is a link.

use super::html;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The languages that may be typed into a page; all other code comes from files.
const TYPED_LANGUAGES: [&str; 2] = ["console", "text"];

/// A formula between dollar signs.
pub struct Formula {
    /// Where it stands, dollar signs included.
    pub range: Range<usize>,
    /// The LaTeX.
    pub latex: String,
    /// Whether it has a line of its own.
    pub display: bool,
}

/// What a page holds besides directives.
#[derive(Default)]
pub struct Scan {
    /// Code spans, code blocks and comments: nothing is replaced in them.
    pub literal: Vec<Range<usize>>,
    /// Formulas in order.
    pub formulas: Vec<Formula>,
    /// Where links and images lead.
    pub links: Vec<(usize, String)>,
    /// What the page must not hold.
    pub faults: Vec<(usize, String)>,
}

/// mdBook's own dialect; its renderer reads pages the same way, but for the formulas.
fn dialect() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// Events of a text as mdBook's renderer sees them, each with its place.
pub fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(text, dialect()).into_offset_iter()
}

/// Reads a page once.
pub fn scan(text: &str) -> Scan {
    let mut scan = Scan::default();
    let mut parser = Parser::new_ext(text, dialect() | Options::ENABLE_MATH).into_offset_iter();
    while let Some((event, range)) = parser.next() {
        match event {
            Event::Code(_) => scan.literal.push(range),
            Event::Start(Tag::CodeBlock(kind)) => scan.code_block(&kind, range),
            Event::InlineMath(latex) => scan.formula(latex, range, false),
            Event::DisplayMath(latex) => scan.formula(latex, range, true),
            Event::Start(Tag::Link { dest_url, .. }) => {
                scan.links.push((range.start, dest_url.into_string()));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let described = has_text(&mut parser);
                scan.image(range.start, dest_url.into_string(), described);
            }
            Event::Start(Tag::HtmlBlock) if text[range.clone()].starts_with("<!--") => {
                scan.literal.push(range);
            }
            Event::InlineHtml(html) if html.starts_with("<!--") => scan.literal.push(range),
            Event::Html(html) | Event::InlineHtml(html) => scan.html(&html, range.start),
            Event::Text(_) => scan.text(text, range),
            _ => {}
        }
    }
    scan
}

/// Whether the image that was just opened has a description; reads to its end.
fn has_text<'a>(parser: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) -> bool {
    let described = parser.take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Image))).filter(
        |(event, _)| matches!(event, Event::Text(text) | Event::Code(text) if !text.trim().is_empty()),
    );
    described.count() > 0
}

impl Scan {
    /// Whether an offset lies in code or in a comment.
    pub fn is_literal(&self, offset: usize) -> bool {
        self.literal.iter().any(|range| range.contains(&offset))
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        if language.is_empty() {
            self.faults
                .push((range.start, "a code block needs a fence with a language: console or text".into()));
        } else if !TYPED_LANGUAGES.contains(&language) {
            let sentence = format!("{language} code comes from a file: write {{{{#code PATH:ANCHOR}}}}");
            self.faults.push((range.start, sentence));
        }
        self.literal.push(range);
    }

    fn formula(&mut self, latex: CowStr<'_>, range: Range<usize>, display: bool) {
        self.formulas.push(Formula { range, latex: latex.into_string(), display });
    }

    fn image(&mut self, offset: usize, source: String, described: bool) {
        self.links.push((offset, source));
        if !described {
            self.faults.push((offset, "an image needs alternative text: ![what it shows](file)".into()));
        }
    }

    fn html(&mut self, html: &str, start: usize) {
        for name in ["href", "src"] {
            let found = html::attributes(html, name).into_iter();
            self.links.extend(found.map(|(at, link)| (start + at, link.to_owned())));
        }
        for (at, rest) in html.match_indices("<img").map(|(at, _)| (at, &html[at..])) {
            let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
            if html::attributes(tag, "alt").is_empty() {
                self.faults.push((
                    start + at,
                    "an image needs alternative text: <img alt=\"what it shows\">".into(),
                ));
            }
        }
    }

    /// A dollar sign left in the text opens a formula that nothing closes.
    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.literal.last().is_some_and(|literal| literal.contains(&range.start)) {
            return;
        }
        for (at, _) in text[range.clone()].match_indices('$') {
            let offset = range.start + at;
            if !text[..offset].ends_with('\\') {
                let sentence = "this dollar sign neither opens nor closes a formula: balance its braces, close it, or write \\$";
                self.faults.push((offset, sentence.into()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<(usize, String)> {
        scan(text).faults
    }

    #[test]
    fn formulas_are_found_outside_code() {
        let text = "$a$ `$b$` $$c$$\n\n```text\n$d$ $\n```\n\n| x |\n| - |\n| $e_1$ |\n\n<!-- $ -->\n";
        let scan = scan(text);
        let found: Vec<(&str, &str, bool)> =
            scan.formulas.iter().map(|f| (&text[f.range.clone()], f.latex.as_str(), f.display)).collect();
        assert_eq!(found, [("$a$", "a", false), ("$$c$$", "c", true), ("$e_1$", "e_1", false)]);
        assert!(scan.faults.is_empty(), "{:?}", scan.faults);
        assert!(scan.is_literal(text.find("`$b$").unwrap()));
        assert!(scan.is_literal(text.find("<!--").unwrap()));
    }

    #[test]
    fn a_lone_dollar_sign_is_a_fault_unless_escaped() {
        assert_eq!(sentences("costs \\$5").len(), 0);
        let faults = sentences("one\n$x + 1\n");
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].0, 4);
    }

    #[test]
    fn code_blocks_need_a_language_that_may_be_typed() {
        assert!(sentences("```console\n$ cargo run\n```\n\n```text\nx\n```\n").is_empty());
        assert!(sentences("```\nx\n```\n")[0].1.contains("needs a fence with a language"));
        assert!(sentences("    x\n")[0].1.contains("needs a fence with a language"));
        assert!(sentences("```rust,ignore\nx\n```\n")[0].1.starts_with("rust code comes from a file"));
    }

    #[test]
    fn images_need_words() {
        assert!(sentences("![a curve](a.png) <img src='b.png' alt=\"b\">").is_empty());
        assert_eq!(sentences("![](a.png)\n\n<img src=\"b.png\">\n").len(), 2);
    }

    #[test]
    fn links_are_collected_with_their_places() {
        let text = "[a](b.md#c) ![d](e.png)\n\n<a href=\"f.md\">g</a>\n\n[h]\n\n[h]: i.md\n";
        let links: Vec<String> = scan(text).links.into_iter().map(|(_, link)| link).collect();
        assert_eq!(links, ["b.md#c", "e.png", "f.md", "i.md"]);
    }
}
