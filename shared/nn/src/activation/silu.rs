//! SiLU, also called Swish: x σ(x), and its derivative.

use super::curve::Formula;
use crate::elementary::Precision;

/// Beyond this, e^(-|x|) is 0; cutting x off there keeps 0 · ∞ away.
const END: f64 = 800.0;

#[derive(Clone, Copy)]
pub struct Silu;

impl Formula for Silu {
    /// The power of 2 comes last, because x σ(x) is normal where σ(x) no longer is.
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        let x = if x < -END { -END } else { x };
        let (y, k) = P::exp_in_parts(-x.abs());
        let share = x / (1.0 + P::scale(y, k));
        if x < 0.0 { P::scale(share * y, k) } else { share }
    }

    /// σ(x)(1 + x(1 - σ(x))).
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        let x = if x.abs() > END { END.copysign(x) } else { x };
        let (y, k) = P::exp_in_parts(-x.abs());
        let e = P::scale(y, k);
        let above = if x < 0.0 { y * (1.0 + e + x) } else { 1.0 + e + x * e };
        let slope = above / ((1.0 + e) * (1.0 + e));
        if x < 0.0 { P::scale(slope, k) } else { slope }
    }
}
