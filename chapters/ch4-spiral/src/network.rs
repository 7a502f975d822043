//! The untrained network, in the arithmetic of the nnfs package.

use ndarray::{Array1, Array2};
use nn::data::spiral;
use nn::initialise::scaled_normal;
use nn::random::RandomState;
use nn::{Error, RELU, product};

/// The scale of the weights before training.
pub(crate) const SCALE: f64 = 0.01;

// ANCHOR: layer
/// Every output is a weighted sum of all inputs, plus a bias.
pub(crate) struct Dense {
    pub weights: Array2<f32>,
    pub bias: Array1<f32>,
}
// ANCHOR_END: layer

impl Dense {
    // ANCHOR: random
    /// Small random weights, drawn row by row from the stream; biases of 0.
    pub(crate) fn random(inputs: usize, outputs: usize, random: &mut RandomState) -> Self {
        let weights = scaled_normal((inputs, outputs), SCALE, random);
        Self { weights, bias: Array1::zeros(outputs) }
    }
    // ANCHOR_END: random

    // ANCHOR: forward
    /// The sums are taken in 64 bits and rounded to 32 once, as nnfs does.
    pub(crate) fn forward(&self, inputs: &Array2<f32>) -> Result<Array2<f32>, Error> {
        let sums = product(&inputs.mapv(f64::from), &self.weights.mapv(f64::from))?;
        Ok(sums.mapv(|sum| sum as f32) + &self.bias)
    }
    // ANCHOR_END: forward
}

/// Points and what an untrained network makes of them, a sample a row.
pub(crate) struct Pass {
    pub points: Array2<f32>,
    pub labels: Array1<usize>,
    pub first: Dense,
    pub second: Dense,
    pub hidden: Array2<f32>,
    pub logits: Array2<f32>,
}

impl Pass {
    // ANCHOR: pass
    /// The next points and weights of the stream: dense, ReLU, dense.
    pub(crate) fn next(shape: &Shape, random: &mut RandomState) -> Result<Self, Error> {
        let (points, labels) = spiral(shape.samples, shape.classes, random);
        let first = Dense::random(2, shape.hidden, random);
        let second = Dense::random(shape.hidden, shape.classes, random);
        let hidden = RELU.forward(&first.forward(&points)?);
        let logits = second.forward(&hidden)?;
        Ok(Self { points, labels, first, second, hidden, logits })
    }
    // ANCHOR_END: pass

    /// In[14]: the stream goes on after the points and the one layer of In[4].
    pub(crate) fn in_14() -> Result<Self, Error> {
        let mut random = RandomState::new(0);
        let _ = one_layer(&mut random)?;
        Self::next(&SMALL, &mut random)
    }

    /// In[15]: the stream starts again.
    pub(crate) fn in_15() -> Result<Self, Error> {
        Self::next(&SMALL, &mut RandomState::new(0))
    }

    // ANCHOR: magnified
    /// The logits of the same points if all weights were so many times larger.
    pub(crate) fn magnified(&self, times: f32) -> Result<Array2<f32>, Error> {
        let larger = |layer: &Dense| Dense { weights: &layer.weights * times, bias: layer.bias.clone() };
        let hidden = RELU.forward(&larger(&self.first).forward(&self.points)?);
        larger(&self.second).forward(&hidden)
    }
    // ANCHOR_END: magnified

    /// How many samples have a hidden layer of zeros.
    pub(crate) fn dead_rows(&self) -> usize {
        self.dead().into_iter().filter(|&dead| dead).count()
    }

    /// Whether all hidden units are 0, for each sample.
    pub(crate) fn dead(&self) -> Vec<bool> {
        self.hidden.rows().into_iter().map(|row| row.iter().all(|&h| h == 0.0)).collect()
    }
}

/// How many points of how many classes, and how many hidden units.
pub(crate) struct Shape {
    pub samples: usize,
    pub classes: usize,
    pub hidden: usize,
}

/// The shape of the untrained networks on the page.
pub(crate) const SMALL: Shape = Shape { samples: 100, classes: 3, hidden: 3 };

/// In[4]: the first points of the stream, one dense layer and ReLU.
pub(crate) fn one_layer(random: &mut RandomState) -> Result<Array2<f32>, Error> {
    // ANCHOR: one
    let (points, _) = spiral(100, 3, random);
    let first = Dense::random(2, 3, random);
    let hidden = RELU.forward(&first.forward(&points)?);
    // ANCHOR_END: one
    Ok(hidden)
}
