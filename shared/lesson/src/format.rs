//! How a sentence rounds a value.

use crate::Value;
use std::str::FromStr;

/// How a sentence rounds a value: the page prints the rounded form, the record keeps all digits.
///
/// | written | means | 0.895282… becomes |
/// | --- | --- | --- |
/// | `.3` | three decimals | 0.895 |
/// | `%1` | percent with one decimal | 89.5% |
/// | `e2` | scientific with two decimals | 8.95 × 10⁻¹ |
/// | `s2` | two significant digits, no exponent | 0.90 |
///
/// Rounding is that of Rust's formatter: exact on the binary value (of a percentage: on 100 times the value, rounded to
/// 64 bits), ties to even. Signs are set as minus signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// So many digits after the point.
    Decimals(usize),
    /// Percent, with so many digits after the point.
    Percent(usize),
    /// Scientific, with so many digits after the point.
    Scientific(usize),
    /// So many significant digits, without an exponent.
    Significant(usize),
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.get(1..).and_then(|digits| digits.parse().ok()).filter(|&digits| digits <= 17);
        match (text.chars().next(), digits) {
            (Some('.'), Some(n)) => Ok(Self::Decimals(n)),
            (Some('%'), Some(n)) => Ok(Self::Percent(n)),
            (Some('e'), Some(n)) => Ok(Self::Scientific(n)),
            (Some('s'), Some(n)) if n > 0 => Ok(Self::Significant(n)),
            _ => Err(format!("\"{text}\" is no number format; write .3, %1, e2 or s4")),
        }
    }
}

impl Format {
    /// The value, rounded as this format says; each element of a list likewise, separated by commas.
    ///
    /// # Errors
    /// A text cannot be rounded.
    pub fn apply(self, value: &Value) -> Result<String, String> {
        if let Value::List(values) = value {
            if values.iter().any(|value| matches!(value, Value::List(_))) {
                return Err(ROWS.into());
            }
            let rounded: Result<Vec<String>, String> = values.iter().map(|value| self.apply(value)).collect();
            return Ok(rounded?.join(", "));
        }
        let x = value.number().ok_or_else(|| format!("\"{value}\" is no number, so it cannot be rounded"))?;
        let rounded = match self {
            _ if !x.is_finite() => value.to_string(),
            Self::Decimals(n) => format!("{x:.n$}"),
            Self::Percent(n) => format!("{:.n$}%", 100.0 * x),
            Self::Scientific(n) => scientific(x, n),
            Self::Significant(n) => significant(x, n),
        };
        let rounded = if is_zero(&rounded) { rounded.trim_start_matches('-') } else { &rounded };
        Ok(rounded.replace('-', "\u{2212}"))
    }
}

/// Whether nothing is left of a number but zeros, whose sign says nothing.
fn is_zero(written: &str) -> bool {
    written.contains('0') && !written.contains(|c: char| ('1'..='9').contains(&c))
}

/// A value as a sentence has it: exact, or rounded as the format says.
///
/// # Errors
/// A format that cannot be read or does not fit, or a value that has no place in a sentence.
pub fn formatted(value: &Value, format: Option<&str>) -> Result<String, String> {
    let text = match format {
        Some(format) => format.parse::<Format>()?.apply(value)?,
        None => value.to_string(),
    };
    if text.contains('\n') {
        return Err(ROWS.into());
    }
    Ok(text)
}

const ROWS: &str = "this is a list of rows; take one with [0], or show the section's output";

/// `x` with all its digits, without the `.0` that marks a float and the sign of a zero: `2`, `0.5`, `1e300`.
pub fn exact(x: f64) -> String {
    let digits = format!("{:?}", x + 0.0);
    digits.strip_suffix(".0").map_or_else(|| digits.clone(), str::to_owned)
}

/// `x` with so many digits after the point at most, without zeros at the end and without the sign of a zero.
pub fn rounded(x: f64, decimals: usize) -> String {
    match trimmed(&format!("{x:.decimals$}")) {
        "-0" => "0".into(),
        text => text.into(),
    }
}

/// As [`rounded`], with the minus sign that pages print.
pub fn brief(x: f64, decimals: usize) -> String {
    rounded(x, decimals).replace('-', "\u{2212}")
}

/// A number without the zeros at the end of its decimals.
pub(crate) fn trimmed(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

/// How many there are of something whose plural ends in s.
pub fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// `x` as a number from 1 to 10 times a raised power of ten, held together by no-break spaces.
pub fn scientific(x: f64, decimals: usize) -> String {
    let written = format!("{x:.decimals$e}");
    match written.split_once('e') {
        Some((number, exponent)) => {
            format!("{}\u{a0}×\u{a0}{}", number.replace('-', "\u{2212}"), power_of_ten(exponent))
        }
        None => written.replace('-', "\u{2212}"),
    }
}

/// 10 with the digits and the minus sign of an exponent raised.
pub fn power_of_ten(exponent: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = exponent.chars().map(|c| c.to_digit(10).map_or('⁻', |digit| RAISED[digit as usize]));
    "10".chars().chain(raised).collect()
}

/// `x` rounded to `digits` significant digits, written without an exponent.
pub(crate) fn significant(x: f64, digits: usize) -> String {
    let scientific = format!("{x:.*e}", digits.saturating_sub(1));
    let exponent =
        scientific.split_once('e').and_then(|(_, exponent)| exponent.parse::<i32>().ok()).unwrap_or(0);
    let decimals = usize::try_from(digits as i32 - 1 - exponent).unwrap_or(0);
    match scientific.parse::<f64>() {
        Ok(rounded) if rounded.is_finite() => format!("{rounded:.decimals$}"),
        // Rounded up it is larger than the largest number.
        _ => scientific,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_as_the_table_says() {
        let value = Value::from(0.8952826639573506);
        for (format, rounded) in
            [(".3", "0.895"), ("%1", "89.5%"), ("e2", "8.95\u{a0}×\u{a0}10⁻¹"), ("s2", "0.90")]
        {
            assert_eq!(format.parse::<Format>().unwrap().apply(&value).unwrap(), rounded);
        }
        assert_eq!(significant(709.782712893384, 5), "709.78");
        assert_eq!(significant(123456.0, 2), "120000");
        assert_eq!(significant(0.0, 3), "0.00");
        assert_eq!(Format::Decimals(2).apply(&[1.0, 2.345].into()).unwrap(), "1.00, 2.35");
        assert_eq!(Format::Decimals(0).apply(&(-745.13).into()).unwrap(), "\u{2212}745");
        assert_eq!(Format::Decimals(2).apply(&f64::INFINITY.into()).unwrap(), "inf");
        assert_eq!(Format::Decimals(2).apply(&(-f64::INFINITY).into()).unwrap(), "\u{2212}inf");
        assert_eq!(scientific(-f64::INFINITY, 2), "\u{2212}inf");
        for (format, x, rounded) in
            [(".2", -0.001, "0.00"), ("%1", -1e-5, "0.0%"), ("s2", -0.0, "0.0"), ("s3", f64::MAX, "1.80e308")]
        {
            assert_eq!(format.parse::<Format>().unwrap().apply(&x.into()).unwrap(), rounded);
        }
    }

    #[test]
    fn exact_numbers_have_all_digits_and_no_more() {
        for (x, written) in [(2.0, "2"), (-0.0, "0"), (0.1, "0.1"), (-1e300, "-1e300"), (1e-300, "1e-300")] {
            assert_eq!(exact(x), written);
        }
    }

    #[test]
    fn rounded_numbers_end_with_no_zeros_that_say_nothing() {
        for (x, decimals, written) in
            [(1.5, 2, "1.5"), (-0.001, 2, "0"), (2.0, 3, "2"), (10.2, 0, "10"), (-2.346, 2, "-2.35")]
        {
            assert_eq!(rounded(x, decimals), written);
        }
    }

    #[test]
    fn refuses_what_it_cannot_round() {
        assert!("x3".parse::<Format>().is_err());
        assert!(".".parse::<Format>().is_err());
        assert!("s0".parse::<Format>().is_err());
        assert!(Format::Decimals(1).apply(&"word".into()).is_err());
        let rows = Value::List(vec![[1.0, 2.0].into(), [3.0, 4.0].into()]);
        assert_eq!(Format::Decimals(1).apply(&rows).unwrap_err(), formatted(&rows, None).unwrap_err());
    }
}
