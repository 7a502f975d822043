//! Mish: x tanh(ln(1 + eˣ)), and its derivative.
//!
//! With e = e^(-|x|), tanh(ln(1 + eˣ)) is a quotient of two polynomials of e: for negative x, e(e + 2) over
//! e(e + 2) + 2; for the others, the same in 1/e, multiplied through by e².

use super::curve::Formula;
use crate::elementary::Precision;

/// Beyond this, e is 0; cutting x off there keeps 0 · ∞ away.
const END: f64 = 800.0;

#[derive(Clone, Copy)]
pub struct Mish;

impl Formula for Mish {
    /// For negative x the factor e comes last, because the result is normal where e no longer is.
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        let x = if x < -END { -END } else { x };
        let (y, k) = P::exp_in_parts(-x.abs());
        let e = P::scale(y, k);
        let (above, below) = quotient(x, e);
        let share = x * (above / below);
        if x < 0.0 { P::scale(share * y, k) } else { share }
    }

    /// tanh s + x σ(x)(1 - tanh² s) with s = ln(1 + eˣ).
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        let x = if x.abs() > END { END.copysign(x) } else { x };
        let (y, k) = P::exp_in_parts(-x.abs());
        let e = P::scale(y, k);
        let (above, below) = quotient(x, e);
        let rise = 4.0 * x * (1.0 + e) * if x < 0.0 { 1.0 } else { e * e };
        let share = (above * below + rise) / (below * below);
        if x < 0.0 { P::scale(share * y, k) } else { share }
    }
}

/// The numerator and the denominator of tanh(ln(1 + eˣ)); for negative x the numerator lacks a factor e.
#[inline(always)]
fn quotient(x: f64, e: f64) -> (f64, f64) {
    let above = if x < 0.0 { e + 2.0 } else { 1.0 + 2.0 * e };
    let below = if x < 0.0 { e * (e + 2.0) + 2.0 } else { 1.0 + 2.0 * e * (1.0 + e) };
    (above, below)
}
