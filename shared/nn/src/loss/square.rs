//! Squared differences.

use ndarray::{Array2, ArrayRef2};

use super::{Loss, gradient_of_pairs, mean_over_pairs};
use crate::{Error, Real};

/// ½ Σ (x - y)², summed over the outputs and averaged over the rows; its gradient is (x - y) / rows.
///
/// The half is there so that the gradient of one sample is the plain difference. For no rows the loss is NaN.
#[derive(Clone, Copy, Debug, Default)]
pub struct HalfSquare;

impl<F: Real> Loss<F> for HalfSquare {
    type Target = Array2<F>;

    fn value(&self, output: &ArrayRef2<F>, target: &Array2<F>) -> Result<F, Error> {
        let half = F::from_f64(0.5);
        mean_over_pairs(output, target, output.nrows(), |x, y| half * (x - y) * (x - y))
    }

    fn gradient_into(
        &self,
        output: &ArrayRef2<F>,
        target: &Array2<F>,
        gradient: &mut Array2<F>,
    ) -> Result<(), Error> {
        gradient_of_pairs(output, target, gradient, output.nrows(), |x, y| x - y)
    }
}

/// The mean of (x - y)² over all outputs of all rows; its gradient is 2(x - y) / entries. For no
/// entries the loss is NaN.
#[derive(Clone, Copy, Debug, Default)]
pub struct MeanSquare;

impl<F: Real> Loss<F> for MeanSquare {
    type Target = Array2<F>;

    fn value(&self, output: &ArrayRef2<F>, target: &Array2<F>) -> Result<F, Error> {
        mean_over_pairs(output, target, output.len(), |x, y| (x - y) * (x - y))
    }

    fn gradient_into(
        &self,
        output: &ArrayRef2<F>,
        target: &Array2<F>,
        gradient: &mut Array2<F>,
    ) -> Result<(), Error> {
        gradient_of_pairs(output, target, gradient, output.len(), |x, y| (x - y) + (x - y))
    }
}
