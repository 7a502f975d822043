//! How exactly the formulas are worked out.

use super::{exp, expm1, ln1p, normal_tail, tanh};

/// The formulas are all in `f64`; what differs is how good their parts must be.
///
/// Nothing here has a branch that depends on a number, except `Double`'s calls to `libm`.
pub trait Precision {
    /// eˣ.
    fn exp(x: f64) -> f64;

    /// eˣ as y and k with eˣ = [`scale`](Self::scale)(y, k), for products that are larger than eˣ itself.
    fn exp_in_parts(x: f64) -> (f64, f64);

    /// y times 2ᵏ, rounded once.
    fn scale(y: f64, k: f64) -> f64;

    /// eˣ - 1.
    fn expm1(x: f64) -> f64;

    /// tanh x.
    fn tanh(x: f64) -> f64;

    /// ln(1 + u) for 0 ≤ u ≤ 1.
    fn ln1p(u: f64) -> f64;

    /// The standard normal distribution's mass beyond z, for z ≥ 0.
    fn normal_tail(z: f64) -> f64;
}

/// For results that will be rounded to `f32`: some 48 bits, and no thought for `f64`'s subnormals.
pub struct Single;

/// For results that stay `f64`.
pub struct Double;

impl Precision for Single {
    #[inline(always)]
    fn exp(x: f64) -> f64 {
        exp::single(x)
    }

    #[inline(always)]
    fn exp_in_parts(x: f64) -> (f64, f64) {
        (exp::single(x), 0.0)
    }

    #[inline(always)]
    fn scale(y: f64, _: f64) -> f64 {
        y
    }

    #[inline(always)]
    fn expm1(x: f64) -> f64 {
        expm1::single(x)
    }

    #[inline(always)]
    fn tanh(x: f64) -> f64 {
        tanh::single(x)
    }

    #[inline(always)]
    fn ln1p(u: f64) -> f64 {
        ln1p::single(u)
    }

    #[inline(always)]
    fn normal_tail(z: f64) -> f64 {
        normal_tail::single(z)
    }
}

impl Precision for Double {
    #[inline(always)]
    fn exp(x: f64) -> f64 {
        exp::double(x)
    }

    #[inline(always)]
    fn exp_in_parts(x: f64) -> (f64, f64) {
        exp::double_in_parts(x)
    }

    #[inline(always)]
    fn scale(y: f64, k: f64) -> f64 {
        exp::scale(y, k)
    }

    #[inline(always)]
    fn expm1(x: f64) -> f64 {
        expm1::double(x)
    }

    #[inline(always)]
    fn tanh(x: f64) -> f64 {
        tanh::double(x)
    }

    #[inline(always)]
    fn ln1p(u: f64) -> f64 {
        libm::log1p(u)
    }

    #[inline(always)]
    fn normal_tail(z: f64) -> f64 {
        normal_tail::double(z)
    }
}
