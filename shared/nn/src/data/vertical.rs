//! Classes side by side.

use ndarray::{Array1, Array2};

use crate::random::RandomState;

/// As nnfs's `vertical_data(samples, classes)` after `nnfs.init()`: points (samples · classes, 2) and their
/// class.
///
/// The points of class c are normal around (c / 3, ½) with standard deviation 0.1, worked out in `f32`.
///
/// Kinsley and Kukieła, *Neural Networks from Scratch* (2020).
#[must_use]
pub fn vertical(samples: usize, classes: usize, random: &mut RandomState) -> (Array2<f32>, Array1<usize>) {
    let mut points = Array2::zeros((samples * classes, 2));
    let mut labels = Array1::zeros(samples * classes);
    for class in 0..classes {
        let rows = samples * class..samples * (class + 1);
        for (column, middle) in [class as f64 / 3.0, 0.5].into_iter().enumerate() {
            for row in rows.clone() {
                points[[row, column]] = random.normal() as f32 * 0.1 + middle as f32;
            }
        }
        rows.for_each(|row| labels[row] = class);
    }
    (points, labels)
}
