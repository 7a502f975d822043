//! The exponential linear unit, and SELU, which is a fixed multiple of one.

use super::curve::Formula;
use crate::elementary::Precision;

/// `scale` · x for positive x, `scale` · α(eˣ - 1) for the others.
#[derive(Clone, Copy)]
pub struct Elu {
    pub scale: f64,
    pub alpha: f64,
}

/// SELU's constants: the ones that make mean 0 and variance 1 a fixed point for normal inputs.
pub const SELU: Elu = Elu { scale: 1.050_700_987_355_480_5, alpha: 1.673_263_242_354_377_2 };

impl Formula for Elu {
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        let left = self.scale * self.alpha * P::expm1(if x > 0.0 { 0.0 } else { x });
        if x > 0.0 { self.scale * x } else { left }
    }

    /// At 0 the left side's slope, `scale` · α, as PyTorch has it.
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        let left = self.scale * self.alpha * P::exp(if x > 0.0 { 0.0 } else { x });
        if x > 0.0 { self.scale } else { left }
    }
}
