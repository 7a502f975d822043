//! ln(1 + u) for the u that activations need: e to a negative power, between 0 and 1.

use super::polynomial::polynomial;

/// ln(1 + u) = 2 artanh s with s = u / (2 + u), at most 1/3; to 48 bits.
#[inline(always)]
pub(super) fn single(u: f64) -> f64 {
    let s = u / (2.0 + u);
    2.0 * s * polynomial(s * s, ARTANH)
}

/// artanh(√z) / √z on 0 ≤ z ≤ 1/9: interpolated at Chebyshev's nodes, within 2⁻⁴⁸.
const ARTANH: [f64; 9] = [
    1.000_000_000_000_001_6,
    0.333_333_333_330_912_86,
    0.200_000_000_579_072_6,
    0.142_857_089_673_775_25,
    0.111_113_548_773_595_86,
    0.090_846_669_959_469_04,
    0.077_853_536_007_407_2,
    0.058_724_889_097_797_37,
    0.093_790_098_005_238_44,
];
