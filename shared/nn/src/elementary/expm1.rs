//! eˣ - 1: as eˣ, with the 1 taken away before anything is rounded.

use super::exp::{expm1_of_remainder, nearest_multiple, power_of_two, single_in_parts};
use super::polynomial::clamp;

/// Below this, eˣ is less than half an ulp of 1.
const LOW_END: f64 = -40.0;

/// Below 2⁻⁵⁴, eˣ - 1 is x to the last bit.
const TINY: f64 = 1.0 / (1_u64 << 54) as f64;

/// eˣ - 1 within 0.76 ulp.
#[inline(always)]
pub(super) fn double(x: f64) -> f64 {
    let (half, rest) = half_in_two(x);
    // The half of a subnormal number may lack its last bit.
    let whole = if x.abs() < TINY { x } else { 2.0 * (half + rest) };
    whole.copysign(x)
}

/// (eˣ - 1) / 2 as a sum of two: 2ᵏ⁻¹ - ½ and 2ᵏ⁻¹(eʳ - 1), halved because 2ᵏ may be out of range.
#[inline(always)]
pub(super) fn half_in_two(x: f64) -> (f64, f64) {
    let x = clamp(x, LOW_END, 710.0);
    let k = nearest_multiple(x);
    let (g, half_square, small) = expm1_of_remainder(x, k);
    let half = power_of_two(k - 1.0);

    let start = half - 0.5;
    let lost = (half - start) - 0.5;
    let first = start + half * g;
    let lost_first = half * g - (first - start);
    let second = first + half * half_square;
    let lost_second = half * half_square - (second - first);
    (second, (lost + lost_first) + (lost_second + half * small))
}

/// eˣ - 1 to 48 bits, for results that are rounded to `f32`.
#[inline(always)]
pub(super) fn single(x: f64) -> f64 {
    let (scale, t) = single_in_parts(clamp(x, LOW_END, 700.0));
    ((scale - 1.0) + scale * t).copysign(x)
}
