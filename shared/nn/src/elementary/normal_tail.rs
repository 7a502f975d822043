//! The normal distribution's upper tail, Φ(-z) = erfc(z/√2) / 2 for z ≥ 0, to full relative accuracy.
//!
//! 1 + erf would cancel there: its last digit is gone at z = 8, Φ(-8) being 6·10⁻¹⁶.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

use super::polynomial::{polynomial_in_two, product_in_two};
use super::{Precision, Single};

/// e^(-z²/2) times a polynomial of (z - 4) / (z + 4); to 47 bits up to z = 15, where `f32` has long been 0.
#[inline(always)]
pub(super) fn single(z: f64) -> f64 {
    Single::exp(-0.5 * z * z) * polynomial_in_two((z - 4.0) / (z + 4.0), MILLS)
}

/// `libm`'s erfc at p, the rounded z/√2, carried on to z/√2 itself along the tangent.
///
/// The step is tiny, but erfc falls steeply: without it the tail would lose ten bits.
#[inline(always)]
pub(super) fn double(z: f64) -> f64 {
    const FRAC_1_SQRT_2_REST: f64 = -4.833_646_656_726_457e-17;
    let (p, rest) = product_in_two(z, FRAC_1_SQRT_2);
    let step = rest + z * FRAC_1_SQRT_2_REST;
    0.5 * (libm::erfc(p) - FRAC_2_SQRT_PI * libm::exp(-p * p) * step)
}

/// Φ(-z) e^(z²/2) as a polynomial of t = (z - 4) / (z + 4): interpolated at Chebyshev's nodes, within 2⁻⁴⁷.
const MILLS: [f64; 19] = [
    0.094_410_641_301_968_88,
    -0.170_397_721_548_454_95,
    0.124_379_255_339_281_06,
    -0.071_707_407_337_763_11,
    0.030_864_804_105_352_84,
    -0.008_492_095_482_370_97,
    0.000_507_562_094_988_793_7,
    0.000_638_813_875_482_685_2,
    -0.000_187_184_462_592_276_48,
    -4.555_526_801_810_473e-5,
    2.864_922_819_456_506e-5,
    4.634_188_154_687_345e-6,
    -4.304_753_590_169_76e-6,
    -8.386_250_057_920_732e-7,
    6.568_326_992_024_695e-7,
    2.203_655_053_009_153_7e-7,
    -7.546_630_960_674_626e-8,
    -5.548_784_108_755_732e-8,
    -9.540_304_619_858_874e-9,
];
