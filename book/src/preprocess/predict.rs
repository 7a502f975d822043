//! The block in which a reader commits to an answer before seeing it.
//!
//! ```text
//! {{#predict}}
//! A question.
//!
//! - [ ] A wrong choice
//!   What idea leads to it, and why it fails.
//! - [x] The right choice
//!   Why it is right.
//! {{/predict}}
//! ```
//!
//! With `{{#predict CHAPTER/PATH [FORMAT] within 5%}}` the answer is a recorded number, and the items are `[x]`,
//! ranges of wrong answers in Rust's syntax (`[..100]`, `[1000..]`, `[2..=5]`), and `[_]` for all others. A range counts
//! also where it is near the answer.
//! `{{#check …}}` is the same block for an exercise.

mod items;
mod range;

use super::html::escape;
use super::lessons::{Lessons, Uses};
use super::value;
use items::{Found, Item, Items};
use range::Span;
use std::ops::Range;

/// What opened the block.
pub struct Opening<'a> {
    /// `predict` or `check`.
    pub name: &'a str,
    /// The arguments after it.
    pub arguments: &'a [String],
    /// An identifier that no other block of the book has.
    pub id: String,
}

/// A block of the page: the source decides its structure, `replaced` gives the finished text of a part of it.
///
/// # Errors
/// Each fault with its offset into `source`; those without one belong to the line that opens the block.
pub fn render(
    lessons: &Lessons,
    uses: &mut Uses,
    opening: &Opening<'_>,
    source: &str,
    replaced: impl Fn(Range<usize>) -> String,
) -> Result<String, Found> {
    let items = Items::read(source).map_err(|sentence| vec![(None, sentence)])?;
    let block = Block { opening, question: replaced(items.question.clone()), replaced: &replaced };
    if opening.arguments.is_empty() {
        items.check_choices()?;
        return Ok(block.choices(&items.items));
    }
    let answer = Answer::find(lessons, uses, opening.arguments).map_err(|sentence| vec![(None, sentence)])?;
    let spans = items.check_ranges(&answer.value_text, answer.number)?;
    Ok(block.number(&items.items, &spans, &answer))
}

/// The recorded number that a reader is to predict.
struct Answer {
    number: f64,
    /// How far off still counts as right.
    within: f64,
    value_text: String,
    /// The number as the page shows it.
    span: String,
}

impl Answer {
    fn find(lessons: &Lessons, uses: &mut Uses, arguments: &[String]) -> Result<Self, String> {
        let (path, format, tolerance) = match arguments {
            [path, word, tolerance] if word == "within" => (path, None, tolerance),
            [path, format, word, tolerance] if word == "within" => (path, Some(format.as_str()), tolerance),
            _ => return Err("write {{#predict CHAPTER/PATH within 0.5}}, or within 5%".into()),
        };
        let place = lessons.value(path)?;
        let (name, recorded) = place.item;
        let number = recorded
            .number()
            .filter(|number| number.is_finite())
            .ok_or_else(|| format!("{path} is no finite number, so nobody can predict it"))?;
        let value_text = lesson::formatted(recorded, format)?;
        uses.note(place.chapter, name);
        let span = value::span(place.chapter, path, format, (recorded, &value_text));
        Ok(Self { number, within: distance(tolerance, number)?, value_text, span })
    }
}

/// A tolerance in the unit of the answer: `0.5`, or `5%` of it.
fn distance(tolerance: &str, answer: f64) -> Result<f64, String> {
    let (digits, scale) = match tolerance.strip_suffix('%') {
        Some(digits) => (digits, answer.abs() / 100.0),
        None => (tolerance, 1.0),
    };
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() && number >= 0.0 => Ok(number * scale),
        _ => Err(format!("\"{tolerance}\" is no distance; write 0.5, or 5%")),
    }
}

/// A block under construction.
struct Block<'a, F> {
    opening: &'a Opening<'a>,
    question: String,
    replaced: &'a F,
}

impl<F: Fn(Range<usize>) -> String> Block<'_, F> {
    fn choices(&self, items: &[Item]) -> String {
        let (mut inputs, mut reasons) = (String::new(), String::new());
        for (number, item) in items.iter().enumerate() {
            let choice = (self.replaced)(item.first_line.clone());
            let choice = choice.trim();
            // The Markdown of the choice is read, because more than tags stands on the line.
            inputs += &format!(
                "<label><input type=\"radio\" name=\"{}\" value=\"{number}\"> <span>{choice}</span></label>\n\n",
                self.opening.id
            );
            let data = format!(" data-choice=\"{number}\"");
            reasons += &reason(item.is_right(), &data, choice, &self.indented(item.rest.clone()));
        }
        self.form("", &format!("<div class=\"choices\">\n\n{inputs}</div>"), &reasons)
    }

    fn number(&self, items: &[Item], spans: &[Option<Span>], answer: &Answer) -> String {
        let input = "<label><span>Your answer</span> <input type=\"number\" step=\"any\" autocomplete=\"off\"></label>";
        let mut reasons = String::new();
        for (item, span) in items.iter().zip(spans) {
            let (data, lead) = match span {
                _ if item.is_right() => (String::new(), answer.span.clone()),
                Some(span) => (span.attributes(), span.words()),
                None => (String::new(), "any other answer".to_owned()),
            };
            let body = self.indented(item.first_line.start..item.rest.end);
            reasons += &reason(item.is_right(), &data, &lead, &body);
        }
        let data = format!(" data-answer=\"{:?}\" data-within=\"{:?}\"", answer.number, answer.within);
        self.form(&data, input, &reasons)
    }

    /// Continuation lines of an item are indented by their list, which is gone.
    fn indented(&self, range: Range<usize>) -> String {
        let text = (self.replaced)(range);
        let lines: Vec<&str> = text.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
        lines.join("\n").trim().to_owned()
    }

    fn form(&self, data: &str, controls: &str, reasons: &str) -> String {
        let Opening { name, id, .. } = self.opening;
        let legend = if *name == "check" { "Check your answer" } else { "Predict" };
        let id = escape(id);
        format!(
            "<form class=\"predict\" novalidate{data}>\n<fieldset aria-describedby=\"{id}-question\">\n\
             <legend>{legend}</legend>\n<div class=\"question\" id=\"{id}-question\">\n\n{}\n\n</div>\n\n{controls}\n\n\
             <p class=\"controls\"><button type=\"submit\">Check</button></p>\n\
             <div class=\"feedback\" aria-live=\"polite\"></div>\n</fieldset>\n<details class=\"answer\">\n\
             <summary>The answer, and where the others come from</summary>\n\n{reasons}</details>\n</form>",
            self.question.trim()
        )
    }
}

/// An answer and why it is right or wrong, for the fold and for the script that gives the feedback.
fn reason(right: bool, data: &str, answer: &str, body: &str) -> String {
    let class = if right { "is-right" } else { "is-wrong" };
    format!(
        "<div class=\"reason {class}\"{data}>\n\n<span class=\"choice\">{answer}</span>\n\n{body}\n\n</div>\n\n"
    )
}
