//! The activation layer that learns.

use ndarray::{Array2, ArrayRef2};

use crate::optimiser::Parameters;
use crate::{Activation, Error, Real};

/// PReLU: x for x > 0, a · x otherwise, with one a for the whole layer, which is learned. He et al. (2015).
///
/// ∂a = Σ g x over all x ≤ 0.
#[derive(Clone, Debug)]
pub struct PRelu<F> {
    /// a.
    pub slope: F,
    /// ∂a, of the last backward pass.
    pub slope_gradient: F,
}

impl<F: Real> PRelu<F> {
    /// A layer that starts with this slope; He et al. take ¼.
    #[must_use]
    pub fn new(slope: F) -> Self {
        Self { slope, slope_gradient: F::zero() }
    }

    fn activation(&self) -> Activation {
        Activation::PRelu { slope: self.slope.to_f64() }
    }

    /// The outputs, into a given matrix.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) if the shapes differ.
    pub fn forward_into(&self, input: &ArrayRef2<F>, output: &mut Array2<F>) -> Result<(), Error> {
        self.activation().forward_into(input, output)
    }

    /// Keeps ∂a; writes ∂x if a matrix for it is given.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) if the shapes differ.
    pub fn backward_into(
        &mut self,
        input: &ArrayRef2<F>,
        upstream: &ArrayRef2<F>,
        downstream: Option<&mut Array2<F>>,
    ) -> Result<(), Error> {
        Error::unless_equal("the upstream gradient", input.shape(), upstream.shape())?;
        self.slope_gradient = F::slope_gradient(input, upstream);
        match downstream {
            Some(downstream) => self.activation().backward_into(input, upstream, downstream),
            None => Ok(()),
        }
    }

    /// The slope with its gradient.
    pub(super) fn parameters(&mut self) -> Option<Parameters<'_, F>> {
        Some(Parameters {
            values: std::slice::from_mut(&mut self.slope),
            gradient: std::slice::from_ref(&self.slope_gradient),
        })
    }
}

/// Σ g x over all x ≤ 0, row by row.
pub fn slope_gradient<F: Real>(x: &ArrayRef2<F>, g: &ArrayRef2<F>) -> F {
    let pairs = x.iter().zip(g);
    pairs.fold(F::zero(), |sum, (&x, &g)| if x > F::zero() { sum } else { sum + g * x })
}
