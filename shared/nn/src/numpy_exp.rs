//! NumPy's `f32` exponential, for the digits that NumPy prints.
//!
//! On processors with AVX2 or AVX-512, `np.exp` of `f32` is not the C library's but NumPy's own kernel, within
//! 2.52 ulp of the true value. [`elementary::exp`](crate::elementary::exp) is correctly rounded; the two differ
//! on some 40% of all inputs, mostly by one ulp. Which of them a notebook shows depends on where it was run.
//!
//! The constants are NumPy's (`npy_simd_data.h`; NumPy Developers, BSD-3-Clause).

use libm::fmaf;
use ndarray::{Array, ArrayBase, Data, RemoveAxis};

use crate::softmax::{map_rows, softmax_by};

/// -ln 2 in two parts.
const MINUS_LN_2: (f32, f32) = (-0.693_145_75, -1.428_606_8e-6);

/// eʳ = P(r) / Q(r) on |r| ≤ ln 2 / 2, constants first.
const P: [f32; 6] = [1.0, 0.725_766_5, 0.247_361_54, 0.051_145_12, 0.006_757_897, 0.000_508_276_3];
const Q: [f32; 3] = [1.0, -0.274_233_55, 0.021_595_094];

/// eˣ as NumPy's vector kernel computes it.
///
/// | x | ≤ -103.972084 | ±0 | ≥ 88.72284 | NaN |
/// | --- | --- | --- | --- | --- |
/// | eˣ | 0 | 1 | ∞ | NaN |
#[must_use]
pub fn numpy_exp(x: f32) -> f32 {
    const ENDS: (f32, f32) = (-103.972_084, 88.722_84);
    const ROUND: f32 = 12_582_912.0;
    if x.is_nan() {
        return x;
    }
    if x >= ENDS.1 {
        return f32::INFINITY;
    }
    if x <= ENDS.0 {
        return 0.0;
    }
    let k = (x * std::f32::consts::LOG2_E + ROUND) - ROUND;
    let r = fmaf(k, MINUS_LN_2.1, fmaf(k, MINUS_LN_2.0, x));
    let quotient = fused_polynomial(r, &P) / fused_polynomial(r, &Q);
    (f64::from(quotient) * crate::elementary::power_of_two(f64::from(k))) as f32
}

/// Horner's rule in fused multiply-adds, one rounding each.
fn fused_polynomial(x: f32, coefficients: &[f32]) -> f32 {
    coefficients.iter().rev().fold(0.0, |sum, &c| fmaf(sum, x, c))
}

/// [`softmax`](crate::softmax) with [`numpy_exp`] in it: what NumPy prints for rows of up to seven `f32`; longer ones it adds up in
/// another order.
pub fn numpy_softmax<S: Data<Elem = f32>, D: RemoveAxis>(logits: &ArrayBase<S, D>) -> Array<f32, D> {
    map_rows(logits, |entries, width| softmax_by(numpy_exp, entries, width))
}
