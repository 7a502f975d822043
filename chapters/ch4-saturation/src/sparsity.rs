//! Zeros: how many there are, and what they save.

use crate::depth::DEPTH;
use crate::network::{Start, WIDTH, signals};
use lesson::{Lesson, Table};
use ndarray::{Array1, Array2, ArrayRef1};
use nn::elementary::sqrt;
use nn::initialise::he_normal;
use nn::random::RandomState;
use nn::{Activation, Error, RELU};

const LAYERS: [usize; 4] = [1, 5, 10, DEPTH];

// ANCHOR: dense
/// A unit's sum as a dense product has it, and how many multiplications it took.
fn dense(inputs: &ArrayRef1<f64>, weights: &ArrayRef1<f64>) -> (f64, usize) {
    let terms = inputs.iter().zip(weights);
    terms.fold((0.0, 0), |(sum, count), (x, w)| (sum + x * w, count + 1))
}
// ANCHOR_END: dense

// ANCHOR: skipping
/// The same by code that looks at each input first.
fn skipping(inputs: &ArrayRef1<f64>, weights: &ArrayRef1<f64>) -> (f64, usize) {
    let terms = inputs.iter().zip(weights).filter(|&(&x, _)| x != 0.0);
    terms.fold((0.0, 0), |(sum, count), (x, w)| (sum + x * w, count + 1))
}
// ANCHOR_END: skipping

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let start = |activation| Start { activation, depth: DEPTH, scale: sqrt(2.0), seed: 0 };
    let relu = signals(start(RELU))?;
    let tanh = signals(start(Activation::Tanh))?;
    let weights = he_normal((WIDTH, WIDTH), &mut RandomState::new(1));

    say.section("zeros", "Zeros, and what they save");
    let columns = [("layer", "layer"), ("relu", "ReLU: share of zeros"), ("tanh", "tanh: share of zeros")];
    let row = |layer: usize| [layer.into(), relu.zeros[layer - 1].into(), tanh.zeros[layer - 1].into()];
    say.table(
        Table::new("zeros-table", "Outputs that are exactly 0, scale √2", columns)
            .rows(LAYERS.into_iter().map(row)),
    );
    let (full, all) = layer(&relu.last, &weights, dense);
    let (thin, some) = layer(&relu.last, &weights, skipping);
    say.value("dense-count", &format!("multiplications of a dense layer after layer {DEPTH}"), all);
    say.value("skipping-count", "the same, inputs of 0 skipped", some);
    say.value("same-sums", &format!("sums with the same bits, of {}", full.len()), same_bits(&full, &thin));
    Ok(())
}

type Sum = fn(&ArrayRef1<f64>, &ArrayRef1<f64>) -> (f64, usize);

/// All sums of a layer, and the multiplications that they took.
fn layer(inputs: &Array2<f64>, weights: &Array2<f64>, sum: Sum) -> (Array1<f64>, usize) {
    let pairs =
        inputs.rows().into_iter().flat_map(|row| weights.columns().into_iter().map(move |unit| (row, unit)));
    let (sums, counts): (Vec<f64>, Vec<usize>) = pairs.map(|(row, unit)| sum(&row, &unit)).unzip();
    (Array1::from(sums), counts.into_iter().sum())
}

fn same_bits(a: &Array1<f64>, b: &Array1<f64>) -> usize {
    a.iter().zip(b).filter(|(a, b)| a.to_bits() == b.to_bits()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn both_ways_count_their_multiplications() {
        let (inputs, weights) = (array![0.0, 2.0, 0.0, -1.0], array![5.0, 3.0, 7.0, 4.0]);
        assert_eq!(dense(&inputs, &weights), (2.0, 4));
        assert_eq!(skipping(&inputs, &weights), (2.0, 2));
    }

    #[test]
    fn what_is_skipped_can_be_infinite() {
        let (inputs, weights) = (array![0.0, 1.0], array![f64::INFINITY, 2.0]);
        assert!(dense(&inputs, &weights).0.is_nan());
        assert_eq!(skipping(&inputs, &weights).0, 2.0);
    }
}
