//! The spiral.

use ndarray::{Array1, Array2};

use super::linspace::linspace;
use crate::elementary::{cos, sin};
use crate::random::RandomState;

/// As nnfs's `spiral_data(samples, classes)` after `nnfs.init()`: points (samples · classes, 2) and their class.
///
/// Point i of class c lies at radius r = i / (samples - 1) and angle 2.5 t, at (r sin 2.5t, r cos 2.5t), with t
/// from 4c to 4(c + 1) plus 0.2 times a normal number. The noise is `f32`, the angle `f64`, the points `f32`.
///
/// Karpathy, CS231n (2015), without the factor 2.5; Kinsley and Kukieła, *Neural Networks from Scratch* (2020).
#[must_use]
pub fn spiral(samples: usize, classes: usize, random: &mut RandomState) -> (Array2<f32>, Array1<usize>) {
    let mut points = Array2::zeros((samples * classes, 2));
    let mut labels = Array1::zeros(samples * classes);
    for class in 0..classes {
        let start = class as f64 * 4.0;
        let angles: Vec<f64> = linspace(start, start + 4.0, samples)
            .map(|t| t + f64::from(random.normal() as f32 * 0.2))
            .collect();
        for (i, (r, t)) in linspace(0.0, 1.0, samples).zip(angles).enumerate() {
            let row = samples * class + i;
            points[[row, 0]] = (r * sin(t * 2.5)) as f32;
            points[[row, 1]] = (r * cos(t * 2.5)) as f32;
            labels[row] = class;
        }
    }
    (points, labels)
}
