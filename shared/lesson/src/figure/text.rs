//! Numbers as figure text, and how wide text is when no font may be asked.

use crate::format::{significant, trimmed};

/// A number as a reader of a figure wants it: few digits, no exponent where avoidable, and without one no trailing zeros.
pub(super) fn number(x: f64) -> String {
    let magnitude = x.abs();
    if x == 0.0 {
        "0".into()
    } else if !x.is_finite() {
        format!("{x}")
    } else if (1e-4..1e7).contains(&magnitude) {
        trimmed(&significant(x, 4)).to_owned()
    } else {
        format!("{x:.2e}")
    }
}

/// Text with real minus signs, for drawing; a hyphen between words stays one.
pub(super) fn typeset(text: &str) -> String {
    let follows_word = |at: usize| text[..at].chars().next_back().is_some_and(char::is_alphabetic);
    let set = |(at, c): (usize, char)| if c == '-' && !follows_word(at) { '\u{2212}' } else { c };
    text.char_indices().map(set).collect()
}

/// Sentences with real minus signs, which are read aloud where a hyphen is not: before a number or a name, and between
/// spaces. A hyphen between words or digits stays one.
pub(crate) fn prose(text: &str) -> String {
    let is_minus = |at: usize| {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let after = text[at + 1..].chars().next().unwrap_or(' ');
        let begins = before.is_whitespace() || "([{=<>≤≥,|·".contains(before);
        begins && (after.is_alphanumeric() || "(∞√".contains(after) || (before == ' ' && after == ' '))
    };
    text.char_indices().map(|(at, c)| if c == '-' && is_minus(at) { '\u{2212}' } else { c }).collect()
}

/// An estimate of the width of `text`, in hundredths of the font size, on the safe side for common sans-serifs.
pub(super) fn width_percent(text: &str) -> u32 {
    text.chars().map(character_percent).sum()
}

fn character_percent(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' => 31,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' => 39,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 96,
        'A'..='Z' | '\u{2212}' | '+' | '=' | '<' | '>' | '≤' | '≥' | '→' | '±' => 74,
        // Raised and lowered digits and letters are drawn small.
        '⁰'..='₎' | '²' | '³' | '¹' | 'ˣ' => 44,
        _ => 62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minus_signs_are_told_from_hyphens() {
        assert_eq!(typeset("-1 to 2e-3, x - y, log-softmax, 1-x"), "−1 to 2e-3, x − y, log-softmax, 1−x");
    }

    #[test]
    fn sentences_have_minus_signs_and_hyphens() {
        for (typed, set) in [
            ("From -1 to (-x, -∞), w = -2.", "From −1 to (−x, −∞), w = −2."),
            ("f(x) - sine", "f(x) − sine"),
            ("Step 4-17 of the 1-8-8-1 network, log-softmax, 2e-3, pre- and post-, --seed", ""),
        ] {
            assert_eq!(prose(typed), if set.is_empty() { typed } else { set });
        }
    }

    #[test]
    fn numbers_are_short() {
        for (x, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (0.5, "0.5"),
            (-2.0, "-2"),
            (709.782712893384, "709.8"),
            (0.00665, "0.00665"),
            (4.54e-5, "4.54e-5"),
            (2.6881e43, "2.69e43"),
            (120000.0, "120000"),
        ] {
            assert_eq!(number(x), text);
        }
    }
}
