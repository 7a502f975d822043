//! The numbers that a reader may give.

use std::ops::RangeInclusive;

/// The minus sign that pages print, which is no hyphen.
pub(super) const MINUS: char = '\u{2212}';

/// A number that a reader may give: finite, with a hyphen or a minus sign.
///
/// Use it as clap's `value_parser`, so that every chapter refuses `nan`, `inf`, `1e999` and words alike.
///
/// # Errors
/// A sentence that says what would be right.
pub fn finite(text: &str) -> Result<f64, String> {
    match text.replace(MINUS, "-").parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err("it takes finite numbers such as 1.5, -2 or 1e3".into()),
    }
}

/// A number that a reader may give, from the opposite of `most` to `most`.
///
/// # Errors
/// A sentence that says what would be right.
pub fn within(text: &str, most: f64) -> Result<f64, String> {
    let number = finite(text).ok().filter(|number| number.abs() <= most);
    number.ok_or_else(|| format!("it takes numbers from -{most} to {most} such as 1.5 or -3"))
}

/// A whole number that a reader may give, from a range.
///
/// # Errors
/// A sentence that says what would be right.
pub fn whole(text: &str, range: RangeInclusive<usize>) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("it takes whole numbers from {} to {}", range.start(), range.end()))
}

/// The seed of a stream of random numbers.
///
/// # Errors
/// A sentence that says what would be right.
pub fn seed(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("it takes whole numbers from 0 to {}", u32::MAX))
}

/// A number that a reader may give: finite and above zero.
///
/// # Errors
/// A sentence that says what would be right.
pub fn positive(text: &str) -> Result<f64, String> {
    match finite(text) {
        Ok(number) if number > 0.0 => Ok(number),
        _ => Err("it takes a finite number above zero such as 0.5 or 2".into()),
    }
}
