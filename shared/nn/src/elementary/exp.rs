//! eˣ: subtract the nearest multiple k of ln 2, take a polynomial of the remainder r, multiply by 2ᵏ.
//!
//! No branch depends on x (the conditionals become masks), so the compiler vectorises loops over these. In the browser,
//! where no loop is written for wide registers, they are called instead: there the code must be sent before it runs, and
//! nearly every activation has an exponential.

use super::polynomial::{clamp, polynomial};

/// 1.5·2⁵²: adding it leaves a number rounded to the nearest integer in the low bits of the sum.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// ln 2 in two parts; the first has 42 bits, so that its product with |k| < 2¹¹ is exact.
const LN_2: (f64, f64) = (0.693_147_180_559_890_3, 5.497_923_018_708_371e-14);

/// Beyond these the result is 0 or ∞.
const ENDS: (f64, f64) = (-750.0, 710.0);

/// Below this, ln 2⁻¹⁰²², results are subnormal.
const SUBNORMAL: f64 = -708.396_418_532_264_1;

/// The integer k for which k ln 2 is nearest to x.
#[inline(always)]
pub(super) fn nearest_multiple(x: f64) -> f64 {
    (x * std::f64::consts::LOG2_E + ROUND) - ROUND
}

/// 2ᵏ for an integer k from -1022 to 1023.
#[inline(always)]
pub fn power_of_two(k: f64) -> f64 {
    f64::from_bits((k + (ROUND + 1023.0)).to_bits() << 52)
}

/// y·2ᵏ, rounded once, where 2ᵏ alone may be out of range.
#[inline(always)]
pub(super) fn scale(y: f64, k: f64) -> f64 {
    let near = clamp(k, -1022.0, 1023.0);
    y * power_of_two(k - near) * power_of_two(near)
}

/// eˣ within 0.52 ulp.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(super) fn double(x: f64) -> f64 {
    let x = clamp(x, ENDS.0, ENDS.1);
    let k = nearest_multiple(x);
    let (high, low) = exp_of_remainder(x, k);

    // A subnormal result has fewer bits: rounding beside this number rounds to exactly those.
    let beside = if x < SUBNORMAL { power_of_two(-1022.0 - k) } else { 0.0 };
    let sum = beside + high;
    let rest = high - (sum - beside);
    scale((sum + (rest + low)) - beside, k)
}

/// eˣ as y and k with eˣ = y·2ᵏ and y between √½ and √2; at the lower end even 2⁹⁰⁰eˣ is 0.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(super) fn double_in_parts(x: f64) -> (f64, f64) {
    let x = clamp(x, -1400.0, ENDS.1);
    let k = nearest_multiple(x);
    let (high, low) = exp_of_remainder(x, k);
    (high + low, k)
}

/// eʳ for r = x - k ln 2, as a rounded sum and what it lacks.
#[inline(always)]
fn exp_of_remainder(x: f64, k: f64) -> (f64, f64) {
    let (g, half_square, small) = expm1_of_remainder(x, k);
    let high = (1.0 + g) + half_square;
    let lost = half_square - (high - (1.0 + g));
    (high, lost + small)
}

/// eʳ - 1 for r = x - k ln 2 as a sum of three terms, the first two exact.
///
/// With r = g + f, where g is r to 27 binary places, both 1 + g and g² are exact.
#[inline(always)]
pub(super) fn expm1_of_remainder(x: f64, k: f64) -> (f64, f64, f64) {
    const PLACES: f64 = ROUND / 134_217_728.0;
    let (a, b) = (x - k * LN_2.0, k * LN_2.1);
    let r = a - b;
    let g = (r + PLACES) - PLACES;
    let f = (a - g) - b;
    let small = f + (0.5 * f * (r + g) + r * r * r * polynomial(r, CUBIC_ONWARDS));
    (g, 0.5 * g * g, small)
}

/// (eʳ - 1 - r - r²/2) / r³ on |r| ≤ ln 2 / 2: interpolated at Chebyshev's nodes, eʳ within 2⁻⁵⁹.
const CUBIC_ONWARDS: [f64; 10] = [
    0.166_666_666_666_666_69,
    0.041_666_666_666_666_664,
    0.008_333_333_333_330_065,
    0.001_388_888_888_888_655_4,
    0.000_198_412_698_630_409_05,
    2.480_158_731_713_542e-5,
    2.755_726_847_975_115e-6,
    2.755_728_298_365_677e-7,
    2.510_037_609_844_579_3e-8,
    2.091_122_991_963_198_6e-9,
];

/// eˣ to 50 bits, for results that are rounded to `f32`; the ends are as good as 0 and ∞ there.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(super) fn single(x: f64) -> f64 {
    let (scale, t) = single_in_parts(clamp(x, -700.0, 700.0));
    scale + scale * t
}

/// eˣ as 2ᵏ and t with eˣ = 2ᵏ(1 + t), for |x| ≤ 700.
#[inline(always)]
pub(super) fn single_in_parts(x: f64) -> (f64, f64) {
    let k = nearest_multiple(x);
    let r = (x - k * LN_2.0) - k * LN_2.1;
    (power_of_two(k), r * polynomial(r, LINEAR_ONWARDS))
}

/// (eʳ - 1) / r on |r| ≤ ln 2 / 2: interpolated at Chebyshev's nodes, eʳ within 2⁻⁵⁰.
const LINEAR_ONWARDS: [f64; 10] = [
    1.000_000_000_000_001_3,
    0.500_000_000_000_000_1,
    0.166_666_666_666_156_45,
    0.041_666_666_666_624_164,
    0.008_333_333_367_312_165,
    0.001_388_888_891_719_718_7,
    0.000_198_411_906_466_718_4,
    2.480_152_132_164_195e-5,
    2.763_264_109_047_706e-6,
    2.762_007_622_573_213_7e-7,
];
