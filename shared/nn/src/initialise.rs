//! Where training starts: random weights (inputs, outputs), drawn row by row from NumPy's stream.

use ndarray::Array2;

use crate::Real;
use crate::random::RandomState;

/// `scale` times a standard normal number, each rounded to the type before they are multiplied, as nnfs does.
#[must_use]
pub fn scaled_normal<F: Real>(
    (inputs, outputs): (usize, usize),
    scale: f64,
    random: &mut RandomState,
) -> Array2<F> {
    Array2::from_shape_simple_fn((inputs, outputs), || F::from_f64(random.normal()) * F::from_f64(scale))
}

/// Normal with variance 2 / (inputs + outputs). Glorot and Bengio (2010).
#[must_use]
pub fn glorot_normal<F: Real>(shape: (usize, usize), random: &mut RandomState) -> Array2<F> {
    normal(shape, 2.0 / (shape.0 + shape.1) as f64, random)
}

/// Uniform on ±√(6 / (inputs + outputs)), which has variance 2 / (inputs + outputs). Glorot and Bengio (2010).
#[must_use]
pub fn glorot_uniform<F: Real>(shape: (usize, usize), random: &mut RandomState) -> Array2<F> {
    let end = (6.0 / (shape.0 + shape.1) as f64).sqrt();
    Array2::from_shape_simple_fn(shape, || F::from_f64(random.uniform(-end, end)))
}

/// Normal with variance 2 / inputs, for ReLU, which lets half of it through. He et al. (2015).
#[must_use]
pub fn he_normal<F: Real>(shape: (usize, usize), random: &mut RandomState) -> Array2<F> {
    normal(shape, 2.0 / shape.0 as f64, random)
}

fn normal<F: Real>(shape: (usize, usize), variance: f64, random: &mut RandomState) -> Array2<F> {
    Array2::from_shape_simple_fn(shape, || F::from_f64(variance.sqrt() * random.normal()))
}
