//! The rectifiers whose left side is not flat: leaky ReLU, and PReLU, which learns how far from flat.

use super::curve::{Curve, by_sign};
use crate::Real;

#[derive(Clone, Copy)]
pub struct LeakyRelu {
    pub slope: f64,
}

impl Curve for LeakyRelu {
    #[inline(always)]
    fn value<F: Real>(self, x: F) -> F {
        if x > F::zero() { x } else { F::from_f64(self.slope) * x }
    }

    /// At 0 the left side's slope, as PyTorch has it.
    #[inline(always)]
    fn slope<F: Real>(self, x: F) -> F {
        let left = F::from_f64(self.slope);
        by_sign(x, left, left, F::one())
    }
}
