//! LaTeX to MathML, while building.

use super::html::push_escaped;
use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::event::{
    ColorChange, ColorTarget, Content, DelimiterType, Event, ScriptPosition, ScriptType, StateChange, Visual,
};
use pulldown_latex::{Parser, ParserError, Storage, push_mathml};
use std::error::Error;

/// The colour that stands for a box, which the parser does not know: `\boxed` becomes this text colour, and the
/// change to this text colour becomes a border. The theme gives the border the colour of the text.
const BOX: (u8, u8, u8) = (1, 2, 3);
const BOX_LATEX: &str = r"\textcolor{#010203}";

/// A bar is the same sign on either side, and browsers space it by a guess unless told which side it is. The
/// renderer does not tell, so each stands for a sign of its own until the formula is written.
const BARS: [(char, DelimiterType, char, &str); 4] = [
    ('|', DelimiterType::Open, '\u{e000}', "prefix"),
    ('|', DelimiterType::Close, '\u{e001}', "postfix"),
    ('‖', DelimiterType::Open, '\u{e002}', "prefix"),
    ('‖', DelimiterType::Close, '\u{e003}', "postfix"),
];

/// A formula as MathML that survives mdBook's Markdown; `display` gives it a line of its own.
///
/// # Errors
/// What is wrong with the LaTeX.
pub fn render(written: &str, display: bool) -> Result<String, String> {
    let latex = written.replace(r"\boxed", BOX_LATEX);
    let storage = Storage::new();
    let events = Parser::new(&latex, &storage)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| reason(&error))
        .map_err(|reason| format!("the formula {} cannot be read: {reason}", one_line(written)))?;
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let mut mathml = String::new();
    push_mathml(&mut mathml, typeset(events).into_iter().map(Ok::<_, ParserError>), config)
        .map_err(|error| format!("the formula cannot be written: {error}"))?;
    let mathml = guarded(&finished(&mathml));
    Ok(if display { format!("<span class=\"formula\">{mathml}</span>") } else { mathml })
}

/// The parser draws a box around what it could not read; the fault has a line of its own and needs the reason only.
fn reason(error: &ParserError) -> String {
    error.source().map_or_else(|| error.to_string(), ToString::to_string)
}

fn one_line(latex: &str) -> String {
    latex.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where an element stands, for as long as some of its parts are still to come.
struct Frame {
    /// Parts still to come; a group ends with its own event instead.
    parts: Option<usize>,
    /// Whether TeX sets all parts in text style or smaller.
    small: bool,
    /// Whether it does so for the parts after the first, as a script's.
    small_after_first: bool,
}

/// Sets boxes and bars, and sets limits beside their operator where TeX does: in fractions, and in scripts.
fn typeset(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut open: Vec<Frame> = Vec::new();
    let mut result = Vec::with_capacity(events.len());
    for event in events {
        let small = open.iter().any(|frame| frame.small);
        result.push(match event {
            Event::Script { ty, position: ScriptPosition::Movable } if small => {
                Event::Script { ty, position: ScriptPosition::Right }
            }
            Event::StateChange(StateChange::Color(ColorChange { color: BOX, target: ColorTarget::Text })) => {
                Event::StateChange(StateChange::Color(ColorChange {
                    color: BOX,
                    target: ColorTarget::Border,
                }))
            }
            Event::Content(Content::Delimiter { content, size: None, ty }) => {
                Event::Content(Content::Delimiter { content: sided(content, ty), size: None, ty })
            }
            other => other,
        });
        if let Some(event) = result.last() {
            advance(&mut open, event);
        }
    }
    result
}

/// The sign that stands for a bar on its side; any other sign as it is.
fn sided(sign: char, side: DelimiterType) -> char {
    BARS.iter().find(|(bar, its_side, ..)| *bar == sign && *its_side == side).map_or(sign, |bar| bar.2)
}

/// Puts bars where their signs stand, and the space that the renderer forgets after a size.
fn finished(mathml: &str) -> String {
    let spaced = mathml.replace("\"minsize=", "\" minsize=");
    BARS.iter().fold(spaced, |mathml, (bar, _, sign, form)| {
        mathml.replace(&format!(">{sign}<"), &format!(" form=\"{form}\">{bar}<"))
    })
}

/// Follows the nesting: opens what the event opens, and counts what it completes.
fn advance(open: &mut Vec<Frame>, event: &Event<'_>) {
    let opened = match event {
        Event::Begin(_) => Frame { parts: None, small: false, small_after_first: false },
        Event::Visual(visual) => {
            let parts = if matches!(visual, Visual::Root | Visual::Fraction(_)) { 2 } else { 1 };
            let small = matches!(visual, Visual::Fraction(_));
            Frame { parts: Some(parts), small, small_after_first: false }
        }
        Event::Script { ty, .. } => {
            let parts = if *ty == ScriptType::SubSuperscript { 3 } else { 2 };
            Frame { parts: Some(parts), small: false, small_after_first: true }
        }
        Event::EnvironmentFlow(_) => return,
        Event::End => {
            open.pop();
            return complete(open);
        }
        Event::Content(_) | Event::Space { .. } | Event::StateChange(_) => return complete(open),
    };
    open.push(opened);
}

/// An element is complete: so is what it was the last part of.
fn complete(open: &mut Vec<Frame>) {
    while let Some(Frame { parts: Some(parts), small, small_after_first }) = open.last_mut() {
        *parts -= 1;
        *small |= *small_after_first;
        if *parts > 0 {
            return;
        }
        open.pop();
    }
}

/// Escapes the text between the tags against mdBook's Markdown; the renderer's own entities stay.
fn guarded(mathml: &str) -> String {
    let mut guarded = String::with_capacity(mathml.len() * 2);
    let mut rest = mathml;
    while let Some(c) = rest.chars().next() {
        let verbatim = match c {
            '<' if is_tag(rest) => rest.find('>').map_or(rest.len(), |end| end + 1),
            '&' => entity(rest).unwrap_or(0),
            _ => 0,
        };
        if verbatim > 0 {
            guarded.push_str(&rest[..verbatim]);
            rest = &rest[verbatim..];
        } else {
            push_escaped(&mut guarded, c);
            rest = &rest[c.len_utf8()..];
        }
    }
    guarded
}

/// The renderer leaves a less-than sign as it is.
fn is_tag(text: &str) -> bool {
    text[1..].starts_with(|c: char| c.is_ascii_lowercase()) || text.starts_with("</m")
}

/// The length of the entity that the text begins with.
fn entity(text: &str) -> Option<usize> {
    let end = text.find(';')?;
    let named = end > 1 && text[1..end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
    named.then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_between_tags_are_numbers() {
        let mathml = render("a < b", false).unwrap();
        assert!(mathml.contains("<mo>&#60;</mo>"), "{mathml}");
        assert!(render("1.5", false).unwrap().contains("<mn>1&#46;5</mn>"));
        assert!(!mathml.contains('\n'), "{mathml}");
    }

    #[test]
    fn limits_stand_beside_the_sum_in_fractions_and_scripts_only() {
        for (latex, above) in [
            (r"\sum_j x_j", true),
            (r"\frac{1}{\sum_j x_j}", false),
            (r"\frac{1}{2} \sum_j x_j", true),
            (r"e^{\max_j x_j}", false),
            (r"e^{2} \sum_j x_j", true),
            (r"\sqrt{\sum_j x_j}", true),
        ] {
            assert_eq!(render(latex, true).unwrap().contains("<munder>"), above, "{latex}");
        }
        assert!(!render(r"\sum_j x_j", false).unwrap().contains("<munder>"));
    }

    #[test]
    fn bars_know_their_side() {
        let mathml = render(r"\lvert x \rvert + \big\lVert y \big\rVert", false).unwrap();
        assert!(mathml.contains("form=\"prefix\">&#124;</mo><mi>x</mi>"), "{mathml}");
        assert!(mathml.contains("form=\"postfix\">&#124;</mo>"), "{mathml}");
        assert!(mathml.contains("stretchy=\"true\" minsize="), "{mathml}");
    }

    #[test]
    fn a_box_is_a_border() {
        let mathml = render(r"\boxed{x = 1}", true).unwrap();
        assert!(mathml.contains("solid rgb(1 2 3)"), "{mathml}");
        assert!(!mathml.contains("color: rgb(1 2 3)"), "{mathml}");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (latex, part) in [(r"\frac{1}{2", "unbalanced"), (r"\nonsense", "primitive"), ("x^1^2", "twice")]
        {
            let sentence = render(latex, false).unwrap_err();
            let beginning = format!("the formula {latex} cannot be read: ");
            assert!(sentence.starts_with(&beginning) && sentence.contains(part), "{sentence}");
            assert!(!sentence.contains('\n'));
        }
    }
}
