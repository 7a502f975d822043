//! Softmax with every operation rounded to a number format.

use crate::formats::Format;
use nn::elementary::{largest, max};

/// One softmax and what it went through.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    /// What the exponential gets.
    pub inputs: Vec<f64>,
    pub exponentials: Vec<f64>,
    pub sum: f64,
    pub probabilities: Vec<f64>,
}

impl Run {
    /// The form of the formula: logits divided by the temperature, exponentials, divided by their sum.
    pub(crate) fn naive(format: Format, logits: &[f64], temperature: f64) -> Self {
        let temperature = format.round(temperature);
        let inputs: Vec<f64> = logits.iter().map(|z| format.round(z / temperature)).collect();
        let exponentials: Vec<f64> = inputs.iter().map(|&x| format.exp(x)).collect();
        let sum = exponentials.iter().fold(0.0, |sum, e| format.round(sum + e));
        let probabilities = exponentials.iter().map(|e| format.round(e / sum)).collect();
        Self { inputs, exponentials, sum, probabilities }
    }

    /// The same after the largest logit is subtracted.
    pub(crate) fn stable(format: Format, logits: &[f64], temperature: f64) -> Self {
        let largest = logits.iter().fold(f64::NEG_INFINITY, |a, &b| max(a, b));
        let lowered: Vec<f64> = logits.iter().map(|z| format.round(z - largest)).collect();
        Self::naive(format, &lowered, temperature)
    }

    /// How far its probabilities lie from these at most; NaN if one of them is.
    pub(crate) fn error(&self, right: &[f64]) -> f64 {
        largest(self.probabilities.iter().zip(right).map(|(p, q)| (p - q).abs()))
    }
}

/// Logits with a number added to each, all in the format.
pub(crate) fn raised(format: Format, logits: &[f64], shift: f64) -> Vec<f64> {
    let shift = format.round(shift);
    logits.iter().map(|&z| format.round(format.round(z) + shift)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{F16, F32, F64};
    use crate::temperature::softmax_at;
    use ndarray::Array1;

    const ROWS: [[f64; 3]; 4] =
        [[1.0, 2.0, 3.0], [4.8, 1.21, 2.385], [-1000.0, 0.0, 700.0], [1000.0, 1001.0, 1002.0]];

    fn bits(numbers: impl IntoIterator<Item = f64>) -> Vec<Option<u64>> {
        numbers.into_iter().map(|x| (!x.is_nan()).then(|| x.to_bits())).collect()
    }

    #[test]
    fn in_64_bits_it_is_the_softmax_of_the_math_crate() {
        for row in ROWS {
            for temperature in [1.0, 0.3, 8.0] {
                let logits = Array1::from(row.to_vec());
                let stable = Run::stable(F64, &row, temperature).probabilities;
                assert_eq!(bits(stable), bits(softmax_at(temperature, &logits)));
                let naive = Run::naive(F64, &row, temperature).probabilities;
                assert_eq!(bits(naive), bits(nn::softmax_naive(&(&logits / temperature))));
            }
        }
    }

    #[test]
    fn in_32_bits_it_is_the_one_computed_there() {
        for row in ROWS {
            let there = nn::softmax_naive(&Array1::from(row.to_vec()).mapv(|z| z as f32)).mapv(f64::from);
            assert_eq!(bits(Run::naive(F32, &row, 1.0).probabilities), bits(there));
        }
    }

    #[test]
    fn one_nan_makes_the_error_nan() {
        let run = Run::naive(F16, &[1.0, 2.0, 12.0], 1.0);
        assert_eq!(run.probabilities[..2], [0.0, 0.0]);
        assert!(run.probabilities[2].is_nan() && run.error(&[0.0, 0.0, 1.0]).is_nan());
        let turned = Run { probabilities: vec![f64::NAN, 0.5], ..run };
        assert!(turned.error(&[0.0, 0.0]).is_nan());
    }
}
