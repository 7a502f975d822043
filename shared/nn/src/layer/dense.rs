//! The dense layer.

use ndarray::{Array, Array1, Array2, ArrayRef2, Dimension};

use crate::optimiser::Parameters;
use crate::{Error, Real, product_into};

/// y = x W + b: every output is a weighted sum of all inputs, plus a bias.
///
/// x is (rows, inputs), W (inputs, outputs), b (outputs), y (rows, outputs). With the upstream gradient g, of y's
/// shape: ∂W = xᵀ g, ∂b = Σ rows of g, ∂x = g Wᵀ.
#[derive(Clone, Debug)]
pub struct Dense<F> {
    /// W.
    pub weights: Array2<F>,
    /// b.
    pub bias: Array1<F>,
    /// ∂W, of the last backward pass.
    pub weights_gradient: Array2<F>,
    /// ∂b, of the last backward pass.
    pub bias_gradient: Array1<F>,
}

impl<F: Real> Dense<F> {
    /// A layer with these weights, and biases of 0.
    #[must_use]
    pub fn new(weights: Array2<F>) -> Self {
        let (gradient, bias) = (Array2::zeros(weights.dim()), Array1::zeros(weights.ncols()));
        Self { weights, bias: bias.clone(), weights_gradient: gradient, bias_gradient: bias }
    }

    /// A layer with these weights and biases.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) unless there is one bias for each output.
    pub fn with_bias(weights: Array2<F>, bias: Array1<F>) -> Result<Self, Error> {
        Error::unless_equal("the bias", &[weights.ncols()], bias.shape())?;
        Ok(Self { bias, ..Self::new(weights) })
    }

    /// y, into a given matrix.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) if something does not fit.
    pub fn forward_into(&self, input: &ArrayRef2<F>, output: &mut Array2<F>) -> Result<(), Error> {
        Error::unless_equal("the input", &[input.nrows(), self.weights.nrows()], input.shape())?;
        Error::unless_equal("the bias", &[self.weights.ncols()], self.bias.shape())?;
        product_into(input, &self.weights, output)?;
        F::add_to_rows(output, &self.bias);
        Ok(())
    }

    /// y.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) if the input has not as many columns as the weights have rows.
    pub fn forward(&self, input: &ArrayRef2<F>) -> Result<Array2<F>, Error> {
        let mut output = Array2::zeros((input.nrows(), self.weights.ncols()));
        self.forward_into(input, &mut output)?;
        Ok(output)
    }

    /// Keeps ∂W and ∂b; writes ∂x if a matrix for it is given.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) if something does not fit.
    pub fn backward_into(
        &mut self,
        input: &ArrayRef2<F>,
        upstream: &ArrayRef2<F>,
        downstream: Option<&mut Array2<F>>,
    ) -> Result<(), Error> {
        Error::unless_equal("the gradient of the bias", &[upstream.ncols()], self.bias_gradient.shape())?;
        product_into(&input.t(), upstream, &mut self.weights_gradient)?;
        F::sum_of_rows(upstream, &mut self.bias_gradient);
        match downstream {
            Some(downstream) => product_into(upstream, &self.weights.t(), downstream),
            None => Ok(()),
        }
    }

    /// Weights and biases with their gradients.
    pub(super) fn parameters(&mut self) -> (Option<Parameters<'_, F>>, Option<Parameters<'_, F>>) {
        lay_by_rows(&mut self.weights);
        lay_by_rows(&mut self.weights_gradient);
        lay_by_rows(&mut self.bias);
        lay_by_rows(&mut self.bias_gradient);
        let weights = self.weights.as_slice_mut().zip(self.weights_gradient.as_slice());
        let bias = self.bias.as_slice_mut().zip(self.bias_gradient.as_slice());
        let parameters = |(values, gradient)| Parameters { values, gradient };
        (weights.map(parameters), bias.map(parameters))
    }
}

/// Makes the entries lie row by row, as those of a transposed matrix do not.
fn lay_by_rows<F: Real, D: Dimension>(array: &mut Array<F, D>) {
    if !array.is_standard_layout() {
        *array = array.as_standard_layout().into_owned();
    }
}
