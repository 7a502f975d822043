//! Sigmoid and Swish drawn with a ruler: the same ramp from -3 to 3 in both.

use super::curve::Formula;
use crate::elementary::Precision;

#[derive(Clone, Copy)]
pub struct HardSigmoid;

impl Formula for HardSigmoid {
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        ramp(x)
    }

    /// At both corners 0, as PyTorch has it.
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        by_part(x, 0.0, 1.0 / 6.0 + 0.0 * x, 0.0)
    }
}

#[derive(Clone, Copy)]
pub struct HardSwish;

impl Formula for HardSwish {
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        by_part(x, -0.0, x * ramp(x), x)
    }

    /// At the corners 0 and 1, as PyTorch has it.
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        by_part(x, 0.0, (2.0 * x + 3.0) / 6.0, 1.0)
    }
}

/// (x + 3) / 6, cut off at 0 and 1.
#[inline(always)]
fn ramp(x: f64) -> f64 {
    by_part(x, 0.0, (x + 3.0) / 6.0, 1.0)
}

/// `left` up to -3, `right` from 3; NaN goes to the middle.
#[inline(always)]
fn by_part(x: f64, left: f64, middle: f64, right: f64) -> f64 {
    let rest = if x <= -3.0 { left } else { middle };
    if x >= 3.0 { right } else { rest }
}
