//! Training the nine parameters, by the gradient written out.

use crate::curves::Curves;
use crate::morph::{Morph, between};
use crate::plane::{Affine, Hidden, Line, Network, Point};
use ndarray::{ArrayView1, ArrayViewMut1};
use nn::initialise::{glorot_normal, scaled_normal};
use nn::random::RandomState;
use nn::{Activation, Error};

/// Points a step.
const BATCH: usize = 16;
/// How often every point is seen.
pub const EPOCHS: usize = 150;
/// The learning rate of plain gradient descent.
pub const RATE: f64 = 0.05;

/// How training begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    /// The hidden units' activation.
    pub activation: Activation,
    /// The standard deviation of the output unit's weights.
    pub output_scale: f64,
}

impl Recipe {
    /// Small output weights, as in the program of 2018.
    pub const fn usual(activation: Activation) -> Self {
        Self { activation, output_scale: 0.05 }
    }
}

/// The points in the order in which they are first read, each with its class.
pub fn samples(curves: &Curves) -> Vec<(Point, f64)> {
    let labelled = |points: &[Point], class: f64| points.iter().map(|&p| (p, class)).collect::<Vec<_>>();
    let ordered = [labelled(&curves.upper, 0.0), labelled(&curves.lower, 1.0)].concat();
    // The seed of the notes' data set; it decides the order of the points and no more.
    let order = RandomState::new(13).permutation(ordered.len());
    order.into_iter().map(|place| ordered[place]).collect()
}

/// Where a seed lets training begin: hidden weights by Glorot's rule, biases of 0.
pub fn start(Recipe { activation, output_scale }: Recipe, random: &mut RandomState) -> Network {
    let kernel = glorot_normal::<f64>((2, 2), random);
    let output = scaled_normal::<f64>((2, 1), output_scale, random);
    let w = [0, 1].map(|unit| [0, 1].map(|input| kernel[[input, unit]]));
    let affine = Affine { w, b: [0.0, 0.0] };
    let line = Line { w: [output[[0, 0]], output[[1, 0]]], b: 0.0 };
    Network { hidden: Hidden { affine, activation }, line }
}

/// The network that training ends with: 150 epochs, each in a new order, a step for every 16 points.
///
/// # Errors
/// None that can occur: `nn` checks shapes, and these are fixed.
pub fn trained(recipe: Recipe, seed: u32, samples: &[(Point, f64)]) -> Result<Network, Error> {
    let mut course = Course::new(recipe, seed);
    for _ in 0..EPOCHS {
        course.epoch(samples)?;
    }
    Ok(course.network)
}

/// Training that can be stopped after every epoch.
pub struct Course {
    /// The network so far.
    pub network: Network,
    /// How much of the activation its hidden layer has.
    share: f64,
    random: RandomState,
    batch: Batch,
}

impl Course {
    /// Begins where a seed lets training begin.
    pub fn new(recipe: Recipe, seed: u32) -> Self {
        let mut random = RandomState::new(seed);
        let network = start(recipe, &mut random);
        Self { network, share: 1.0, random, batch: Batch::default() }
    }

    /// Begins with a network instead, and takes the batches that training from seed 0 takes.
    pub fn of(Morph { hidden, share }: Morph, line: Line) -> Self {
        let seeded = Self::new(Recipe::usual(hidden.activation), 0);
        Self { network: Network { hidden, line }, share, ..seeded }
    }

    /// Every point once, in a new order, a step for every 16.
    ///
    /// # Errors
    /// None that can occur: `nn` checks shapes, and these are fixed.
    pub fn epoch(&mut self, samples: &[(Point, f64)]) -> Result<(), Error> {
        for places in self.random.permutation(samples.len()).chunks_exact(BATCH) {
            self.batch.fill(places.iter().map(|&place| samples[place]));
            self.batch.descend(&mut self.network, self.share)?;
        }
        Ok(())
    }
}

/// A number for each point of a batch.
type Each = [f64; BATCH];

/// A batch, and what a step works out on its way: one row a unit.
#[derive(Default)]
struct Batch {
    x: [Each; 2],
    class: Each,
    z: [Each; 2],
    h: [Each; 2],
    logit: Each,
    error: Each,
    upstream: [Each; 2],
    gradient: [Each; 2],
}

impl Batch {
    fn fill(&mut self, samples: impl Iterator<Item = (Point, f64)>) {
        for (place, ([x1, x2], class)) in samples.enumerate() {
            self.x[0][place] = x1;
            self.x[1][place] = x2;
            self.class[place] = class;
        }
    }

    /// One step of gradient descent on the mean binary cross-entropy.
    fn descend(&mut self, network: &mut Network, share: f64) -> Result<(), Error> {
        self.forward(network, share)?;
        self.backward(network, share)?;
        let Network { hidden: Hidden { affine, .. }, line } = network;
        // ANCHOR: update
        for unit in 0..2 {
            let gradient = &self.gradient[unit];
            affine.w[unit][0] -= RATE * mean_product(gradient, &self.x[0]);
            affine.w[unit][1] -= RATE * mean_product(gradient, &self.x[1]);
            affine.b[unit] -= RATE * mean(gradient);
            line.w[unit] -= RATE * mean_product(&self.error, &self.h[unit]);
        }
        line.b -= RATE * mean(&self.error);
        // ANCHOR_END: update
        Ok(())
    }

    fn forward(&mut self, network: &Network, share: f64) -> Result<(), Error> {
        let Network { hidden: Hidden { affine, activation }, line } = network;
        for place in 0..BATCH {
            [self.z[0][place], self.z[1][place]] = affine.apply([self.x[0][place], self.x[1][place]]);
        }
        activation.forward_into(&view(self.z.as_flattened()), &mut room(self.h.as_flattened_mut()))?;
        blend(share, self.z.as_flattened(), self.h.as_flattened_mut());
        for place in 0..BATCH {
            self.logit[place] = line.side([self.h[0][place], self.h[1][place]]);
        }
        Activation::Sigmoid.forward_into(&view(&self.logit), &mut room(&mut self.error))?;
        self.error.iter_mut().zip(&self.class).for_each(|(p, y)| *p -= y);
        Ok(())
    }

    /// How the loss of each point changes with the pre-activations.
    fn backward(&mut self, network: &Network, share: f64) -> Result<(), Error> {
        for unit in 0..2 {
            self.upstream[unit] = self.error.map(|error| error * network.line.w[unit]);
        }
        network.hidden.activation.backward_into(
            &view(self.z.as_flattened()),
            &view(self.upstream.as_flattened()),
            &mut room(self.gradient.as_flattened_mut()),
        )?;
        blend(share, self.upstream.as_flattened(), self.gradient.as_flattened_mut());
        Ok(())
    }
}

/// What is bent, on the way from what is not; the slope of such a blend is the blend of the slopes.
fn blend(share: f64, straight: &[f64], bent: &mut [f64]) {
    bent.iter_mut().zip(straight).for_each(|(bent, &straight)| *bent = between(straight, *bent, share));
}

fn view(numbers: &[f64]) -> ArrayView1<'_, f64> {
    ArrayView1::from(numbers)
}

fn room(numbers: &mut [f64]) -> ArrayViewMut1<'_, f64> {
    ArrayViewMut1::from(numbers)
}

fn mean(numbers: &Each) -> f64 {
    numbers.iter().sum::<f64>() / BATCH as f64
}

fn mean_product(a: &Each, b: &Each) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>() / BATCH as f64
}

/// The mean binary cross-entropy of a network on the curves.
pub fn cross_entropy(network: &Network, curves: &Curves) -> f64 {
    cross_entropy_of(&network.line, &curves.bent(&network.hidden))
}

/// The same of points that are bent already.
pub fn cross_entropy_of(line: &Line, bent: &Curves) -> f64 {
    let softplus = |z: f64| Activation::Softplus.value(z);
    let upper: f64 = bent.upper.iter().map(|&h| softplus(line.side(h))).sum();
    let lower: f64 = bent.lower.iter().map(|&h| softplus(-line.side(h))).sum();
    (upper + lower) / (bent.upper.len() + bent.lower.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{Array2, array};
    use nn::Sequential;
    use nn::layer::Dense;
    use nn::loss::BinaryCrossEntropy;
    use nn::optimiser::Sgd;

    /// The same steps by `nn`'s layers.
    #[test]
    fn a_hundred_steps_agree_with_the_layers_of_nn() {
        let samples = samples(&Curves::sampled());
        for activation in [Activation::Sigmoid, Activation::Tanh, Activation::LeakyRelu { slope: 0.1 }] {
            let mut network = start(Recipe::usual(activation), &mut RandomState::new(5));
            let w = network.hidden.affine.w;
            let hidden = Dense::new(array![[w[0][0], w[1][0]], [w[0][1], w[1][1]]]);
            let output = Dense::new(array![[network.line.w[0]], [network.line.w[1]]]);
            let mut layers = Sequential::new(vec![hidden.into(), activation.into(), output.into()]);
            let mut descent = Sgd::new(RATE);
            let mut batch = Batch::default();
            for sixteen in samples.chunks_exact(BATCH).take(100) {
                batch.fill(sixteen.iter().copied());
                batch.descend(&mut network, 1.0).unwrap();
                let x = Array2::from_shape_fn((BATCH, 2), |(row, axis)| sixteen[row].0[axis]);
                let y = Array2::from_shape_fn((BATCH, 1), |(row, _)| sixteen[row].1);
                layers.step(&x, &y, &BinaryCrossEntropy, &mut descent).unwrap();
            }
            let points = Array2::from_shape_fn((samples.len(), 2), |(row, axis)| samples[row].0[axis]);
            let logits = layers.forward(&points).unwrap();
            for (sample, logit) in samples.iter().zip(logits) {
                assert!((network.logit(sample.0) - logit).abs() < 1e-12, "{activation:?}");
            }
        }
    }

    #[test]
    fn samples_come_in_the_order_of_the_data_set() {
        let (points, labels) =
            nn::data::shuffled(nn::data::parabolas::<f64>(1000), &mut RandomState::new(13));
        let samples = samples(&Curves::sampled());
        for (row, (point, class)) in samples.iter().enumerate() {
            assert_eq!(
                (points[[row, 0]], points[[row, 1]], labels[row] as f64),
                (point[0], point[1], *class)
            );
        }
    }
}
