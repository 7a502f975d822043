//! Layers: what a network is a row of.
//!
//! Inputs and outputs are matrices, one sample a row. A layer remembers nothing between its forward and its
//! backward pass; the input is given to both.

mod dense;
mod prelu;
mod rows;

pub use dense::Dense;
pub use prelu::PRelu;
pub(crate) use prelu::slope_gradient;
pub(crate) use rows::{add_to_rows, sum_of_rows};

use ndarray::{Array2, ArrayRef2};

use crate::optimiser::Parameters;
use crate::{Activation, Error, Real, RowActivation};

/// A layer of a [`Sequential`](crate::Sequential) network.
#[derive(Clone, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "a network has a handful of layers, and most of them are dense"
)]
pub enum Layer<F> {
    /// Weights and biases.
    Dense(Dense<F>),
    /// A function of every number on its own.
    Activation(Activation),
    /// A function of each row: softmax or its logarithm.
    RowActivation(RowActivation),
    /// Leaky ReLU that learns its slope.
    PRelu(PRelu<F>),
}

impl<F: Real> Layer<F> {
    /// How many columns come out if this many go in.
    #[must_use]
    pub fn width_after(&self, width: usize) -> usize {
        match self {
            Self::Dense(dense) => dense.weights.ncols(),
            Self::Activation(_) | Self::RowActivation(_) | Self::PRelu(_) => width,
        }
    }

    /// The outputs for these inputs, into a given matrix.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) if something does not fit.
    pub fn forward_into(&self, input: &ArrayRef2<F>, output: &mut Array2<F>) -> Result<(), Error> {
        match self {
            Self::Dense(dense) => dense.forward_into(input, output),
            Self::Activation(activation) => activation.forward_into(input, output),
            Self::RowActivation(activation) => activation.forward_into(input, output),
            Self::PRelu(prelu) => prelu.forward_into(input, output),
        }
    }

    /// Keeps the gradients of the loss with respect to the layer's parameters, given the one with respect to its
    /// outputs, `upstream`; and, if a matrix for it is given, writes the one with respect to its inputs.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) if something does not fit.
    pub fn backward_into(
        &mut self,
        input: &ArrayRef2<F>,
        upstream: &ArrayRef2<F>,
        downstream: Option<&mut Array2<F>>,
    ) -> Result<(), Error> {
        match (self, downstream) {
            (Self::Dense(dense), downstream) => dense.backward_into(input, upstream, downstream),
            (Self::PRelu(prelu), downstream) => prelu.backward_into(input, upstream, downstream),
            (Self::Activation(activation), Some(downstream)) => {
                activation.backward_into(input, upstream, downstream)
            }
            (Self::RowActivation(activation), Some(downstream)) => {
                activation.backward_into(input, upstream, downstream)
            }
            (Self::Activation(_) | Self::RowActivation(_), None) => Ok(()),
        }
    }

    /// What can be learned, with its gradients.
    pub fn parameters(&mut self) -> impl Iterator<Item = Parameters<'_, F>> {
        let (first, second) = match self {
            Self::Dense(dense) => dense.parameters(),
            Self::PRelu(prelu) => (prelu.parameters(), None),
            Self::Activation(_) | Self::RowActivation(_) => (None, None),
        };
        first.into_iter().chain(second)
    }
}

impl<F> From<Dense<F>> for Layer<F> {
    fn from(dense: Dense<F>) -> Self {
        Self::Dense(dense)
    }
}

impl<F> From<Activation> for Layer<F> {
    fn from(activation: Activation) -> Self {
        Self::Activation(activation)
    }
}

impl<F> From<RowActivation> for Layer<F> {
    fn from(activation: RowActivation) -> Self {
        Self::RowActivation(activation)
    }
}

impl<F> From<PRelu<F>> for Layer<F> {
    fn from(prelu: PRelu<F>) -> Self {
        Self::PRelu(prelu)
    }
}
