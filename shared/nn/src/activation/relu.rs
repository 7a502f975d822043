//! The rectifier and its derivative, with the convention for its corner.

use super::curve::{Curve, by_sign};
use crate::Real;

#[derive(Clone, Copy)]
pub struct Relu {
    pub slope_at_zero: f64,
}

impl Curve for Relu {
    /// The comparison is `<=`, so that -0 becomes 0 and NaN stays.
    #[inline(always)]
    fn value<F: Real>(self, x: F) -> F {
        if x <= F::zero() { F::zero() } else { x }
    }

    #[inline(always)]
    fn slope<F: Real>(self, x: F) -> F {
        by_sign(x, F::zero(), F::from_f64(self.slope_at_zero), F::one())
    }
}
