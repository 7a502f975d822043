//! The step and its derivative, which is 0.

use super::curve::{Curve, by_sign};
use crate::Real;

#[derive(Clone, Copy)]
pub struct Step {
    pub at_zero: f64,
}

impl Curve for Step {
    #[inline(always)]
    fn value<F: Real>(self, x: F) -> F {
        by_sign(x, F::zero(), F::from_f64(self.at_zero), F::one())
    }

    #[inline(always)]
    fn slope<F: Real>(self, x: F) -> F {
        by_sign(x, F::zero(), F::zero(), F::zero())
    }
}
