//! Losses and their gradients.
//!
//! A loss is one number for a batch: outputs are (rows, outputs), one sample a row. The gradient is that of the
//! number itself, so dividing by the size of the batch is part of it.

mod categorical;
mod cross_entropy;
mod square;

pub use categorical::CategoricalCrossEntropy;
pub use cross_entropy::BinaryCrossEntropy;
pub use square::{HalfSquare, MeanSquare};

use ndarray::{Array2, ArrayRef2};

use crate::{Error, Real};

/// How wrong the outputs are, and where less would be.
pub trait Loss<F: Real> {
    /// What the outputs are compared with.
    type Target;

    /// The loss.
    ///
    /// # Errors
    /// If outputs and target do not fit.
    fn value(&self, output: &ArrayRef2<F>, target: &Self::Target) -> Result<F, Error>;

    /// The gradient with respect to the outputs, into a matrix of the outputs' shape.
    ///
    /// # Errors
    /// If outputs, target and gradient do not fit.
    fn gradient_into(
        &self,
        output: &ArrayRef2<F>,
        target: &Self::Target,
        gradient: &mut Array2<F>,
    ) -> Result<(), Error>;
}

/// `1 / count` times the sum of a term for each pair of entries.
fn mean_over_pairs<F: Real>(
    output: &ArrayRef2<F>,
    target: &Array2<F>,
    count: usize,
    term: impl Fn(F, F) -> F,
) -> Result<F, Error> {
    Error::unless_equal("the target", output.shape(), target.shape())?;
    let total = output.iter().zip(target).fold(F::zero(), |total, (&x, &y)| total + term(x, y));
    Ok(total / F::from_f64(count as f64))
}

/// gradient = `slope` of each pair of entries, divided by `count`.
fn gradient_of_pairs<F: Real>(
    output: &ArrayRef2<F>,
    target: &Array2<F>,
    gradient: &mut Array2<F>,
    count: usize,
    slope: impl Fn(F, F) -> F,
) -> Result<(), Error> {
    Error::unless_equal("the target", output.shape(), target.shape())?;
    Error::unless_equal("the gradient", output.shape(), gradient.shape())?;
    let count = F::from_f64(count as f64);
    ndarray::Zip::from(gradient).and(output).and(target).for_each(|g, &x, &y| *g = slope(x, y) / count);
    Ok(())
}
