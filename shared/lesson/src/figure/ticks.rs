//! Ticks at round numbers, found without logarithms so that they are the same everywhere.

use super::text;
use crate::format::power_of_ten;
use std::ops::RangeInclusive;

/// Where an axis has ticks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ticks {
    /// At round numbers.
    Round,
    /// At these values, with these labels.
    At(Vec<(f64, String)>),
    /// Names at 0, 1, 2 and so on: no scale, so no grid.
    Names(Vec<String>),
    /// Nowhere: the axis of a diagram, which is not drawn.
    None,
}

impl Ticks {
    /// Values and labels between `from` and `to`, about `most` of them at the most.
    pub(super) fn between(&self, from: f64, to: f64, most: usize) -> Vec<(f64, String)> {
        match self {
            Self::Round => round(from, to, most),
            Self::At(ticks) => ticks.clone(),
            Self::None => Vec::new(),
            Self::Names(names) => {
                names.iter().enumerate().map(|(at, name)| (at as f64, name.clone())).collect()
            }
        }
    }

    /// Whether the ticks measure, and so deserve grid lines.
    pub(super) fn measure(&self) -> bool {
        !matches!(self, Self::Names(_) | Self::None)
    }

    /// Whether 0 on the axis means 0: on a logarithmic axis, which says what its ticks mean, it means 1.
    pub(super) fn have_zero(&self) -> bool {
        match self {
            Self::Round => true,
            Self::At(ticks) => ticks.iter().all(|(at, label)| *at != 0.0 || label.parse() == Ok(0.0)),
            Self::Names(_) | Self::None => false,
        }
    }

    /// The name that stands nearest to a value, on an axis of names.
    pub(super) fn name(&self, at: f64) -> Option<&str> {
        match self {
            Self::Names(names) if at > -1.0 => names.get(at.round() as usize).map(String::as_str),
            _ => None,
        }
    }
}

fn round(from: f64, to: f64, most: usize) -> Vec<(f64, String)> {
    let (digit, exponent) = step(to - from, most);
    let size: f64 = decimal(digit, exponent);
    // A tick at an end may lie beyond it by a rounding, as 0.3 / 0.1 does.
    let first = (from / size - 1e-9).ceil() as i64;
    let last = (to / size + 1e-9).floor() as i64;
    let tick = |index: i64| {
        let at = decimal(index * digit, exponent);
        (at, text::number(at))
    };
    (first..=last).map(tick).collect()
}

/// The exponents in a range that are multiples of `every`, each labelled with its power of ten.
pub(super) fn powers_of_ten(exponents: &RangeInclusive<f64>, every: i32) -> Vec<(f64, String)> {
    let every = every.max(1);
    let (first, last) = (exponents.start().ceil() as i32, exponents.end().floor() as i32);
    let label = |exponent: i32| match exponent {
        0 => "1".to_owned(),
        1 => "10".to_owned(),
        _ => power_of_ten(&exponent.to_string()),
    };
    let tick = |exponent: i32| (f64::from(exponent), label(exponent));
    (first..=last).filter(|exponent| exponent % every == 0).map(tick).collect()
}

/// The smallest of 1, 2, 5, 10, 20, … (times a power of ten) that cuts `span` into no more than `most` parts.
fn step(span: f64, most: usize) -> (i64, i32) {
    let smallest = span / most as f64;
    let scientific = format!("{smallest:e}");
    let exponent = scientific.split_once('e').and_then(|(_, e)| e.parse().ok()).unwrap_or(0);
    let fits = |&(digit, exponent): &(i64, i32)| decimal(digit, exponent) >= smallest * (1.0 - 1e-9);
    [(1, exponent), (2, exponent), (5, exponent)].into_iter().find(fits).unwrap_or((1, exponent + 1))
}

/// The float nearest to `digits` times ten to the `exponent`; reading a decimal is exact on every machine.
fn decimal(digits: i64, exponent: i32) -> f64 {
    format!("{digits}e{exponent}").parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(from: f64, to: f64, most: usize) -> String {
        round(from, to, most).into_iter().map(|(_, label)| label).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_logarithmic_axis_has_no_zero() {
        let at = |label: &str| Ticks::At(vec![(0.0, label.to_owned()), (1.0, "10".to_owned())]);
        assert!(Ticks::Round.have_zero() && at("0").have_zero() && at("0.00").have_zero());
        assert!(!at("1").have_zero() && !at("10⁰").have_zero());
    }

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(labels(-3.0, 3.0, 6), "-3 -2 -1 0 1 2 3");
        assert_eq!(labels(0.0, 1.0, 5), "0 0.2 0.4 0.6 0.8 1");
        assert_eq!(labels(-1000.0, 1000.0, 5), "-1000 -500 0 500 1000");
        assert_eq!(labels(0.0, 0.3, 5), "0 0.1 0.2 0.3");
        assert_eq!(labels(-0.3, 0.3, 7), "-0.3 -0.2 -0.1 0 0.1 0.2 0.3");
        assert_eq!(labels(0.0, 0.1, 5), "0 0.02 0.04 0.06 0.08 0.1");
        assert_eq!(labels(0.05, 20.3, 5), "5 10 15 20");
    }

    #[test]
    fn powers_of_ten_are_labelled_as_powers() {
        let labels = |from: f64, to: f64, every: i32| {
            powers_of_ten(&(from..=to), every)
                .into_iter()
                .map(|(_, label)| label)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(labels(-12.5, 5.0, 5), "10⁻¹⁰ 10⁻⁵ 1 10⁵");
        assert_eq!(labels(-1.2, 1.0, 1), "10⁻¹ 1 10");
        assert_eq!(labels(0.2, 0.8, 1), "");
    }
}
