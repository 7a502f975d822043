//! Text that goes into HTML that goes through mdBook's Markdown.

use std::fmt::Write;

/// Escapes text for HTML, both between tags and in attributes, so that nothing of it is Markdown either.
///
/// Inside an inline tag mdBook still reads Markdown (`<b>*</b>` may become emphasis, `"` a curly quote, `|` the
/// end of a table cell), so every ASCII sign is written as a number. Line ends are too: a block of HTML
/// ends at its first empty line. mdBook resolves the numbers before it writes the page.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        push_escaped(&mut escaped, c);
    }
    escaped
}

/// HTML on one line, because a block of it ends at its first empty line; between the elements of a picture line ends mean
/// nothing.
pub fn one_line(html: &str) -> String {
    html.lines().map(str::trim_start).collect::<Vec<_>>().join(" ")
}

/// Appends one character as [`escape`] would.
pub fn push_escaped(escaped: &mut String, c: char) {
    if c.is_ascii_punctuation() || c == '\n' {
        // Writing to a string cannot fail.
        let _ = write!(escaped, "&#{};", u32::from(c));
    } else {
        escaped.push(c);
    }
}

/// The values of an attribute in a piece of HTML, with their offsets.
pub fn attributes<'a>(html: &'a str, name: &str) -> Vec<(usize, &'a str)> {
    let opening = format!("{name}=");
    let values = html.match_indices(&opening).filter_map(|(at, _)| {
        let stands_alone = html[..at].ends_with(char::is_whitespace);
        let start = at + opening.len();
        let quote = html[start..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let value = html[start + 1..].split(quote).next()?;
        stands_alone.then_some((start + 1, value))
    });
    values.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_and_html_signs_become_numbers() {
        assert_eq!(escape("-1.5 <*>\n| é"), "&#45;1&#46;5 &#60;&#42;&#62;&#10;&#124; é");
    }

    #[test]
    fn attributes_are_found_by_name() {
        let html = r#"<a id="x" data-id="y" id='z'>"#;
        assert_eq!(attributes(html, "id"), [(7, "x"), (26, "z")]);
    }
}
