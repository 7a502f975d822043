//! What the gallery says.

use super::member::{Member, SLOPE, VALUE, jump_at};
use crate::family::{Jump, short};
use lesson::scientific;

/// The state in words.
pub(super) fn says(f: &Member, g: Option<&Member>, x: f64, inside: bool, same: bool) -> String {
    let title = f.f.title();
    let (y, slope): (f64, f64) = (f.f.value(x), f.f.slope(x));
    let mut says = format!("{title}: at x = {}, value {} and slope {}.", about(x), about(y), about(slope));
    says += &here(f, x, y, slope);
    if let Some(g) = g {
        let (other, steep): (f64, f64) = (g.f.value(x), g.f.slope(x));
        says += &format!(" {}: value {} and slope {}.", g.f.title(), about(other), about(steep));
    } else if same {
        says += " It is compared with itself.";
    }
    if !inside {
        says +=
            &format!(" This x lies beyond the picture, on the {}.", if x > 0.0 { "right" } else { "left" });
    }
    says
}

/// What is special at x.
fn here(f: &Member, x: f64, y: f64, slope: f64) -> String {
    if let Some(Jump { before, after, .. }) = jump_at(f.f, VALUE, x) {
        let (before, after) = (about(before), about(after));
        return format!(
            " It jumps here, from {before} to {after}: the value is a convention, and there is no slope."
        );
    }
    if let Some(Jump { before, after, .. }) = jump_at(f.f, SLOPE, x) {
        return format!(
            " Here is a corner, with slope {} before it and {} after it: the slope at it is a convention.",
            about(before),
            about(after)
        );
    }
    match slope {
        0.0 => " It is flat here: nothing of a gradient comes back.".into(),
        // At 0 some have the value of their far end, and are not there.
        _ if x != 0.0 && y.is_finite() && f.f.value(f64::INFINITY.copysign(x)) == y => {
            " In 64 bits the limit is reached, and the slope is not 0 yet.".into()
        }
        _ if slope.abs() <= 0.01 => " At most 1 percent of a gradient comes back.".into(),
        _ if slope < 0.0 => " It falls here: a gradient comes back with its sign changed.".into(),
        // Beyond the digits that are shown, nobody sees that it is larger.
        _ if slope > 1.0 && short(slope) != short(1.0) => {
            " It is steeper than y = x here: a gradient comes back larger.".into()
        }
        _ => String::new(),
    }
}

/// A number in a few digits, and never more round than it is.
fn about(x: f64) -> String {
    let rounded = short(x);
    if x != 0.0 && x.abs() < 1e-3 {
        return scientific(x, 1);
    }
    // A number with fewer decimals than rounding leaves looks exact.
    let decimals = rounded.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let told: f64 = rounded.replace('−', "-").parse().unwrap_or(x);
    if x.is_finite() && decimals < 4 && (told - x).abs() > 1e-12 * x.abs() {
        format!("nearly {rounded}")
    } else {
        rounded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_not_rounder_than_they_are() {
        for (x, text) in [
            (0.5, "0.5"),
            (1.0, "1"),
            (0.999_999_9, "nearly 1"),
            (0.249_993_75, "nearly 0.25"),
            (0.1 + 0.2, "0.3"),
            (0.123_456, "0.1235"),
            (0.0, "0"),
            (-2e-9, "−2.0\u{a0}×\u{a0}10⁻⁹"),
        ] {
            assert_eq!(about(x), text);
        }
    }
    #[test]
    fn steeper_than_one_is_said_where_it_is_seen() {
        let at = |address: &str| super::super::GALLERY.at(address).unwrap().figure.caption;
        let claim = "It is steeper than y = x here";
        for (address, told, claimed) in [
            ("f=silu&g=none&x=40", "slope 1.", false),
            ("f=silu&g=none&x=20", "slope nearly 1.", false),
            ("f=silu&g=none&x=3", "slope 1.0881.", true),
            ("f=selu&g=none&x=3", "slope 1.0507.", true),
        ] {
            let says = at(address);
            assert!(says.contains(told) && says.contains(claim) == claimed, "{address}: {says}");
        }
    }
}
