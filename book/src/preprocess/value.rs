//! Values inside sentences.

use super::html::escape;
use super::lessons::{Lessons, Uses};
use lesson::{Value, formatted};

/// `{{#value CHAPTER/PATH [FORMAT]}}`: a recorded value, with all its digits or rounded.
///
/// # Errors
/// A path that leads nowhere, or a format that does not fit.
pub fn render(lessons: &Lessons, uses: &mut Uses, arguments: &[String]) -> Result<String, String> {
    let (path, format) = match arguments {
        [path] => (path, None),
        [path, format] => (path, Some(format)),
        _ => return Err("a value takes a path and at most one format: {{#value CHAPTER/PATH .3}}".into()),
    };
    let place = lessons.value(path)?;
    let (name, value) = place.item;
    let text = formatted(value, format.map(String::as_str))?;
    uses.note(place.chapter, name);
    Ok(span(place.chapter, path, format.map(String::as_str), (value, &text)))
}

/// The markup of a value: its text, and where it comes from for whoever wants to compute it again, with all the
/// digits if some are not shown.
pub fn span(chapter: &str, path: &str, format: Option<&str>, (value, text): (&Value, &str)) -> String {
    let exact = value.to_string();
    let in_full = if exact == text || exact.contains('\n') { "" } else { &format!("{exact}, ") };
    let format = format.map(|format| format!(" data-format=\"{}\"", escape(format))).unwrap_or_default();
    format!(
        "<span class=\"value\" data-value=\"{}\"{format} title=\"{}computed by {chapter}\">{}</span>",
        escape(path),
        escape(in_full),
        escape(text)
    )
}
