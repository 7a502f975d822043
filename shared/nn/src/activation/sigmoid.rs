//! σ and its derivative, from e^(-|x|), which never overflows.

use super::curve::Formula;
use crate::elementary::Precision;

#[derive(Clone, Copy)]
pub struct Sigmoid;

impl Formula for Sigmoid {
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        sigmoid::<P>(x)
    }

    /// σ(x)(1 - σ(x)) = e^(-|x|) / (1 + e^(-|x|))²: no difference, so nothing cancels.
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        let e = P::exp(-x.abs());
        e / ((1.0 + e) * (1.0 + e))
    }
}

/// σ(x), with e^(-|x|) above the bar for negative x and 1 for the others.
#[inline(always)]
pub fn sigmoid<P: Precision>(x: f64) -> f64 {
    let e = P::exp(-x.abs());
    (if x < 0.0 { e } else { 1.0 }) / (1.0 + e)
}
