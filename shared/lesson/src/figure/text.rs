//! Numbers as figure text, and how wide text is when no font may be asked.

use crate::format::significant;

/// A number as a reader of a figure wants it: few digits, no exponent where avoidable, no trailing zeros.
pub(super) fn number(x: f64) -> String {
    let magnitude = x.abs();
    if x == 0.0 {
        "0".into()
    } else if !x.is_finite() {
        format!("{x}")
    } else if (1e-4..1e7).contains(&magnitude) {
        let rounded = significant(x, 4);
        match rounded.contains('.') {
            true => rounded.trim_end_matches('0').trim_end_matches('.').to_owned(),
            false => rounded,
        }
    } else {
        format!("{x:.2e}")
    }
}

/// The same with a real minus sign, for drawing.
pub(super) fn typeset(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

/// An estimate of the width of `text`, in hundredths of the font size, on the safe side for common sans-serifs.
pub(super) fn width_percent(text: &str) -> u32 {
    text.chars().map(character_percent).sum()
}

fn character_percent(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' => 29,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' => 36,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 90,
        'A'..='Z' | '\u{2212}' | '+' | '=' | '<' | '>' | '≤' | '≥' | '→' | '±' => 68,
        // Raised and lowered digits and letters are drawn small.
        '⁰'..='₎' | '²' | '³' | '¹' | 'ˣ' => 42,
        _ => 58,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
