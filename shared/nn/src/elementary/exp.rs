//! eˣ: subtract the nearest multiple k of ln 2, take a polynomial of the remainder r, multiply by 2ᵏ.
//!
//! No branch depends on x (the conditionals become masks), so the compiler vectorises loops over these.

/// 1.5·2⁵²: adding it leaves a number rounded to the nearest integer in the low bits of the sum.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// ln 2 in two parts; the first has 42 bits, so that its product with |k| < 2¹¹ is exact.
const LN_2: (f64, f64) = (0.693_147_180_559_890_3, 5.497_923_018_708_371e-14);

/// 2ᵏ for an integer k from -1022 to 1023.
#[inline(always)]
fn power_of_two(k: f64) -> f64 {
    f64::from_bits((k + (ROUND + 1023.0)).to_bits() << 52)
}

/// The polynomial with these coefficients, constant first, by Horner's rule.
#[inline(always)]
fn polynomial<const N: usize>(x: f64, coefficients: [f64; N]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// `x` with its ends cut off; NaN stays NaN.
#[inline(always)]
fn clamp(x: f64, low: f64, high: f64) -> f64 {
    let x = if x < low { low } else { x };
    if x > high { high } else { x }
}

/// The largest |x| matter no more than these: beyond them the result is 0 or ∞.
const ENDS: (f64, f64) = (-750.0, 710.0);

/// Below this, ln 2⁻¹⁰²², results are subnormal.
const SUBNORMAL: f64 = -708.396_418_532_264_1;

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

/// eˣ within 0.52 ulp.
#[inline(always)]
pub(super) fn exp(x: f64) -> f64 {
    let x = clamp(x, ENDS.0, ENDS.1);
    let k = (x * std::f64::consts::LOG2_E + ROUND) - ROUND;
    let (high, low) = exp_of_remainder(x - k * LN_2.0, k * LN_2.1);

    // A subnormal result has fewer bits: rounding beside this number rounds to exactly those.
    let beside = if x < SUBNORMAL { power_of_two(-1022.0 - k) } else { 0.0 };
    let sum = beside + high;
    let rest = high - (sum - beside);
    let rounded = (sum + (rest + low)) - beside;

    // Two exact multiplications, because 2ᵏ alone may be out of range.
    let near = clamp(k, -1022.0, 1023.0);
    rounded * power_of_two(k - near) * power_of_two(near)
}

/// eʳ for r = a - b as a rounded sum and what it lacks.
///
/// With r = g + f, where g is r to 27 binary places, 1 + g and g² are exact: only small terms are rounded.
#[inline(always)]
fn exp_of_remainder(a: f64, b: f64) -> (f64, f64) {
    const PLACES: f64 = ROUND / 134_217_728.0;
    let r = a - b;
    let g = (r + PLACES) - PLACES;
    let f = (a - g) - b;

    let half_square = 0.5 * g * g;
    let high = (1.0 + g) + half_square;
    let lost = half_square - (high - (1.0 + g));
    let small = 0.5 * f * (r + g) + r * r * r * polynomial(r, CUBIC_ONWARDS);
    (high, lost + (f + small))
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

/// eˣ to 50 bits, for results that are rounded to `f32`; 2⁻¹⁵⁹ and 2¹³⁰ are as good as 0 and ∞ there.
#[inline(always)]
pub(super) fn exp_for_f32(x: f64) -> f64 {
    let x = clamp(x, -110.0, 90.0);
    let k = (x * std::f64::consts::LOG2_E + ROUND) - ROUND;
    let r = (x - k * LN_2.0) - k * LN_2.1;
    let scale = power_of_two(k);
    scale + scale * (r * polynomial(r, LINEAR_ONWARDS))
}
