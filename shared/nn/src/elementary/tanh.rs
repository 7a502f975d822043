//! tanh x, from m = e^(-2|x|) - 1, which neither overflows nor cancels: tanh |x| = -m / (2 + m).

use super::expm1;

/// tanh x within 1.5 ulp.
#[inline(always)]
pub(super) fn double(x: f64) -> f64 {
    let (half, rest) = expm1::half_in_two(-2.0 * x.abs());
    // With h = m / 2, tanh |x| = -h / (1 + h); what h and 1 + h lack is made up for to first order.
    let h = half + rest;
    let below = 1.0 + h;
    let h_lacks = rest - (h - half);
    let below_lacks = (h - (below - 1.0)) + h_lacks;
    let quotient = h / below;
    (quotient + (h_lacks - quotient * below_lacks) / below).copysign(x)
}

/// tanh x to 48 bits, for results that are rounded to `f32`.
#[inline(always)]
pub(super) fn single(x: f64) -> f64 {
    let m = expm1::single(-2.0 * x.abs());
    (m / (2.0 + m)).copysign(x)
}
