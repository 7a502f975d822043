//! One period of a sine.

use std::f64::consts::PI;

use ndarray::Array2;

use crate::Real;
use crate::elementary::sin;

/// As nnfs's `sine_data(samples)`: x = i / samples and sin 2πx, both (samples, 1).
///
/// Kinsley and Kukieła, *Neural Networks from Scratch* (2020).
#[must_use]
pub fn sine<F: Real>(samples: usize) -> (Array2<F>, Array2<F>) {
    let x = Array2::from_shape_fn((samples, 1), |(i, _)| i as f64 / samples as f64);
    let y = x.mapv(|x| F::from_f64(sin(2.0 * PI * x)));
    (x.mapv(F::from_f64), y)
}
