//! Categorical cross-entropy.

use ndarray::{Array1, Array2, ArrayRef2};

use super::Loss;
use crate::{Error, Fault, Real, RowActivation};

/// Categorical cross-entropy on logits, fused with softmax: the mean over the rows of ln Σⱼ e^zⱼ - z of the
/// row's class.
///
/// The target is each row's class, counted from 0. The gradient is (softmax(z) - one-hot) / rows: the softmax's
/// Jacobian and the logarithm's 1 / p cancel.
///
/// As with [`softmax`](crate::softmax), the same number added to all logits of a row changes nothing. The loss is ∞ if
/// another logit than the class's is ∞, the class's is -∞ beside finite ones, or the two lie further apart than the largest
/// number; it is NaN if a row holds NaN, ∞ at its
/// class, or nothing but -∞, and NaN for no rows. The gradient of a row that holds NaN or ∞, or nothing but -∞, is NaN.
#[derive(Clone, Copy, Debug, Default)]
pub struct CategoricalCrossEntropy;

impl<F: Real> Loss<F> for CategoricalCrossEntropy {
    type Target = Array1<usize>;

    fn value(&self, logits: &ArrayRef2<F>, target: &Array1<usize>) -> Result<F, Error> {
        check(logits, target)?;
        let surprises = logits.rows().into_iter().zip(target).map(|(row, &class)| {
            let (shift, log_total) = F::log_total(&row);
            log_total - (row[class] - shift)
        });
        Ok(surprises.fold(F::zero(), |total, surprise| total + surprise) / F::from_f64(logits.nrows() as f64))
    }

    fn gradient_into(
        &self,
        logits: &ArrayRef2<F>,
        target: &Array1<usize>,
        gradient: &mut Array2<F>,
    ) -> Result<(), Error> {
        check(logits, target)?;
        Error::unless_equal("the gradient", logits.shape(), gradient.shape())?;
        RowActivation::Softmax.forward_into(logits, gradient)?;
        let rows = F::from_f64(logits.nrows() as f64);
        for (mut row, &class) in gradient.rows_mut().into_iter().zip(target) {
            row[class] -= F::one();
            row.mapv_inplace(|g| g / rows);
        }
        Ok(())
    }
}

/// An error unless there is one class for each row, and a logit for each class.
fn check<F: Real>(logits: &ArrayRef2<F>, target: &Array1<usize>) -> Result<(), Error> {
    Error::unless_equal("the target", &[logits.nrows()], target.shape())?;
    let classes = logits.ncols();
    match target.iter().find(|&&class| class >= classes) {
        Some(&class) => Err(Error::of(Fault::Class { class, classes })),
        None => Ok(()),
    }
}
