//! A network: layers one after the other.

use ndarray::{Array2, ArrayRef2};

use crate::layer::Layer;
use crate::loss::Loss;
use crate::optimiser::Optimiser;
use crate::{Error, Real};

/// Layers, each taking the last one's outputs.
///
/// The matrices between the layers are kept, so that steps on batches of one size allocate nothing after the
/// first.
///
/// ```
/// use ndarray::array;
/// use nn::layer::Dense;
/// use nn::loss::MeanSquare;
/// use nn::optimiser::Sgd;
/// use nn::{Activation, Sequential};
///
/// let mut network = Sequential::new(vec![
///     Dense::new(array![[0.5, -0.5]]).into(),
///     Activation::Tanh.into(),
///     Dense::new(array![[0.5], [-0.5]]).into(),
/// ]);
/// let (x, y) = (array![[-1.0], [1.0]], array![[-0.5], [0.5]]);
/// let mut descent = Sgd::new(0.1);
/// let before = network.loss(&x, &y, &MeanSquare)?;
/// for _ in 0..100 {
///     network.step(&x, &y, &MeanSquare, &mut descent)?;
/// }
/// assert!(network.loss(&x, &y, &MeanSquare)? < 0.01 * before);
/// # Ok::<(), nn::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Sequential<F> {
    /// The layers, from the input to the output.
    pub layers: Vec<Layer<F>>,
    /// What each layer put out last.
    outputs: Vec<Array2<F>>,
    /// The gradient with respect to what each layer put out.
    gradients: Vec<Array2<F>>,
}

impl<F: Real> Sequential<F> {
    /// A network of these layers.
    #[must_use]
    pub const fn new(layers: Vec<Layer<F>>) -> Self {
        Self { layers, outputs: Vec::new(), gradients: Vec::new() }
    }

    /// The last layer's outputs for these inputs; without layers, the inputs.
    ///
    /// # Errors
    /// [`Fault::Shape`](crate::Fault::Shape) if a layer does not fit the one before it, or the first one the inputs.
    pub fn forward<'a>(&'a mut self, input: &'a ArrayRef2<F>) -> Result<&'a ArrayRef2<F>, Error> {
        self.make_room(input);
        for (i, layer) in self.layers.iter().enumerate() {
            let (before, rest) = self.outputs.split_at_mut(i);
            layer.forward_into(before.last().map_or(input, |output| output), &mut rest[0])?;
        }
        Ok(self.outputs.last().map_or(input, |output| output))
    }

    /// What the layers put out in the last forward pass, from the first to the last.
    #[must_use]
    pub fn outputs(&self) -> &[Array2<F>] {
        &self.outputs
    }

    /// The gradients with respect to those outputs, of the last backward pass.
    #[must_use]
    pub fn gradients(&self) -> &[Array2<F>] {
        &self.gradients
    }

    /// The loss for these inputs.
    ///
    /// # Errors
    /// If something does not fit.
    pub fn loss<L: Loss<F>>(
        &mut self,
        input: &ArrayRef2<F>,
        target: &L::Target,
        loss: &L,
    ) -> Result<F, Error> {
        loss.value(self.forward(input)?, target)
    }

    /// The forward and the backward pass: afterwards every layer has its gradients.
    ///
    /// # Errors
    /// If something does not fit.
    pub fn backward<L: Loss<F>>(
        &mut self,
        input: &ArrayRef2<F>,
        target: &L::Target,
        loss: &L,
    ) -> Result<(), Error> {
        self.forward(input)?;
        let (Some(output), Some(gradient)) = (self.outputs.last(), self.gradients.last_mut()) else {
            return Ok(());
        };
        loss.gradient_into(output, target, gradient)?;
        for (i, layer) in self.layers.iter_mut().enumerate().rev() {
            let (before, rest) = self.gradients.split_at_mut(i);
            let input = if i == 0 { input } else { &self.outputs[i - 1] };
            layer.backward_into(input, &rest[0], before.last_mut())?;
        }
        Ok(())
    }

    /// One step of training: forward, backward, update.
    ///
    /// # Errors
    /// If something does not fit.
    pub fn step<L: Loss<F>>(
        &mut self,
        input: &ArrayRef2<F>,
        target: &L::Target,
        loss: &L,
        optimiser: &mut impl Optimiser<F>,
    ) -> Result<(), Error> {
        self.backward(input, target, loss)?;
        optimiser.step(self.layers.iter_mut().flat_map(Layer::parameters));
        Ok(())
    }

    /// Matrices for a batch of this size, unless they are there.
    fn make_room(&mut self, input: &ArrayRef2<F>) {
        let sizes = || {
            self.layers.iter().scan(input.ncols(), |width, layer| {
                *width = layer.width_after(*width);
                Some((input.nrows(), *width))
            })
        };
        if sizes().ne(self.outputs.iter().map(Array2::dim)) {
            self.outputs = sizes().map(Array2::zeros).collect();
            self.gradients = self.outputs.clone();
        }
    }
}
