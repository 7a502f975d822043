//! What an elementwise activation is made of.

use crate::Real;
use crate::elementary::Precision;

/// A function of one number, and its derivative beside it.
///
/// Both are branch-free, so that loops over them vectorise.
pub trait Curve: Copy {
    /// f(x).
    fn value<F: Real>(self, x: F) -> F;

    /// f′(x); where f has a corner, the convention the activation documents.
    fn slope<F: Real>(self, x: F) -> F;
}

/// A function whose formula is worked out in `f64` for both types.
pub trait Formula: Copy {
    /// f(x).
    fn value<P: Precision>(self, x: f64) -> f64;

    /// f′(x).
    fn slope<P: Precision>(self, x: f64) -> f64;
}

/// The curve of a formula: a number of type `F` is widened, put in, and the result rounded once.
#[derive(Clone, Copy)]
pub struct InF64<T>(pub T);

impl<T: Formula> Curve for InF64<T> {
    #[inline(always)]
    fn value<F: Real>(self, x: F) -> F {
        F::from_f64(self.0.value::<F::Precision>(x.to_f64()))
    }

    #[inline(always)]
    fn slope<F: Real>(self, x: F) -> F {
        F::from_f64(self.0.slope::<F::Precision>(x.to_f64()))
    }
}

/// `left` for negative x, `right` for positive x, `corner` for ±0; NaN stays NaN.
#[inline(always)]
pub fn by_sign<F: Real>(x: F, left: F, corner: F, right: F) -> F {
    let not_positive = if x < F::zero() { left } else { x + corner };
    if x > F::zero() { right } else { not_positive }
}
