//! Finding directives: `{{#name arguments}}` and `{{/name}}`.

use super::markdown::Scan;
use super::page::Page;
use std::ops::Range;

/// The directives that stand on a line of their own.
const BLOCKS: [&str; 9] =
    ["output", "table", "figure", "explore", "code", "session", "predict", "check", "chapters"];
/// The directives that stand in a sentence.
const INLINE: [&str; 1] = ["value"];

/// A directive with its arguments.
#[derive(Debug, PartialEq, Eq)]
pub struct Directive {
    /// Where it stands; a block takes its whole line.
    pub range: Range<usize>,
    /// What stands before a block on its line, for instance the indentation of a list.
    pub indentation: String,
    /// Whether it is `{{/name}}`.
    pub closing: bool,
    /// Its name.
    pub name: String,
    /// The arguments as they were typed.
    pub typed: String,
    /// The arguments; quotes keep words together.
    pub arguments: Vec<String>,
}

/// A place in a page and what is wrong there.
pub type Misplaced = (usize, String);

/// All directives of a page in order, outside code, comments and formulas.
pub fn find(page: &Page, scan: &Scan) -> (Vec<Directive>, Vec<Misplaced>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for (start, _) in page.text.match_indices("{{") {
        let mark = page.text[start + 2..].chars().next();
        let in_formula = scan.formulas.iter().any(|formula| formula.range.contains(&start));
        let escaped = page.text[..start].ends_with('\\');
        if !matches!(mark, Some('#' | '/')) || escaped || in_formula || scan.is_literal(start) {
            continue;
        }
        match read(page, start) {
            Ok(directive) => found.push(directive),
            Err(sentence) => faults.push((start, sentence)),
        }
    }
    (found, faults)
}

fn read(page: &Page, start: usize) -> Result<Directive, String> {
    let line = page.line_around(start);
    let rest = &page.text[start..line.end];
    let length = rest.find("}}").ok_or("this directive is not closed with }} on its line")? + 2;
    let inner = &rest[3..length - 2];
    let (name, typed) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let typed = typed.trim();
    let closing = rest[2..].starts_with('/');
    let arguments = shlex::split(typed).ok_or("a quote in this directive is not closed")?;
    let known = if closing { matches!(name, "predict" | "check") } else { true };
    let block = BLOCKS.contains(&name);
    if !known || !(block || INLINE.contains(&name)) {
        return Err(format!("{} is no directive; there are {}", &rest[..length], known_names()));
    }
    let (before, after) = (&page.text[line.start..start], &page.text[start + length..line.end]);
    let alone = before.trim().is_empty() && after.trim().is_empty();
    if block && !alone {
        return Err(format!("{} stands on a line of its own", &rest[..length]));
    }
    Ok(Directive {
        range: if block { line } else { start..start + length },
        indentation: if block { before.to_owned() } else { String::new() },
        closing,
        name: name.to_owned(),
        typed: typed.to_owned(),
        arguments,
    })
}

fn known_names() -> String {
    INLINE.into_iter().chain(BLOCKS).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preprocess::markdown;

    fn found(text: &str) -> (Vec<Directive>, Vec<Misplaced>) {
        let page = Page::new("book/pages", "a.md".into(), text);
        find(&page, &markdown::scan(&page.text))
    }

    #[test]
    fn names_arguments_and_places() {
        let text = "a {{#value ch/x .2}} b\n\n  {{#session ch --word \"two words\"}}  \n\n{{/predict}}\n";
        let (directives, faults) = found(text);
        assert!(faults.is_empty(), "{faults:?}");
        let [value, session, end] = directives.as_slice() else { panic!("{directives:?}") };
        assert_eq!((&text[value.range.clone()], value.arguments.len()), ("{{#value ch/x .2}}", 2));
        assert_eq!(session.arguments, ["ch", "--word", "two words"]);
        assert_eq!((session.indentation.as_str(), session.typed.as_str()), ("  ", "ch --word \"two words\""));
        assert_eq!(&text[session.range.clone()], "  {{#session ch --word \"two words\"}}  ");
        assert!(end.closing);
    }

    #[test]
    fn code_comments_formulas_and_escapes_are_left_alone() {
        let text = "`{{#x}}` \\{{#y}} ${{/z}}$\n\n```text\n{{#x}}\n```\n\n<!-- {{#x}} -->\n";
        let (directives, faults) = found(text);
        assert!(directives.is_empty() && faults.is_empty(), "{directives:?} {faults:?}");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (text, sentence) in [
            ("{{#include a.md}}", "{{#include a.md}} is no directive; there are value, output,"),
            ("{{/value}}", "{{/value}} is no directive"),
            ("{{#value ch/x", "this directive is not closed with }} on its line"),
            ("text {{#output ch/x}}", "{{#output ch/x}} stands on a line of its own"),
            ("{{#session ch \"x}}", "a quote in this directive is not closed"),
        ] {
            let (_, faults) = found(text);
            assert!(faults[0].1.starts_with(sentence), "{faults:?}");
        }
    }
}
