//! tanh and its derivative.

use super::curve::Formula;
use crate::elementary::Precision;

#[derive(Clone, Copy)]
pub struct Tanh;

impl Formula for Tanh {
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        P::tanh(x)
    }

    /// 1 - tanh² x = 4e^(-2|x|) / (1 + e^(-2|x|))²: no difference, so nothing cancels.
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        let e = P::exp(-2.0 * x.abs());
        4.0 * e / ((1.0 + e) * (1.0 + e))
    }
}
