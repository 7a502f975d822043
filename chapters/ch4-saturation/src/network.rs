//! A deep network as training finds it at its start, and the gradient that reaches each of its layers.

use ndarray::{Array2, ArrayRef2};
use nn::elementary::{max, sqrt};
use nn::initialise::scaled_normal;
use nn::random::RandomState;
use nn::{Activation, Error, product};

/// How many units a layer has, and how many inputs the network.
pub(crate) const WIDTH: usize = 64;
/// How many samples go through the network at once.
pub(crate) const SAMPLES: usize = 64;

/// What decides how large the gradients of an untrained network are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// The activation of every layer.
    pub activation: Activation,
    /// How many layers there are.
    pub depth: usize,
    /// The weights' standard deviation times the root of the width: 1 is Glorot's, √2 is He's.
    pub scale: f64,
    /// The seed of NumPy's random numbers.
    pub seed: u32,
}

/// What each layer has, the first layer first.
#[derive(Clone, Debug, PartialEq)]
pub struct Signals {
    /// The root of the mean square of its outputs.
    pub outputs: Vec<f64>,
    /// The share of its outputs that are exactly 0.
    pub zeros: Vec<f64>,
    /// How many of its units put out exactly 0 for every sample.
    pub silent: Vec<usize>,
    /// The share of its pre-activations at which the slope is below 1 percent of that at 0.
    pub flat: Vec<f64>,
    /// The root of the mean square of the gradients at its pre-activations, as a multiple of what was sent.
    pub gradients: Vec<f64>,
    /// What the last layer puts out, one sample a row.
    pub last: Array2<f64>,
}

/// Sends standard normal inputs forwards and a standard normal gradient backwards through an untrained network.
///
/// # Errors
/// None, as long as all layers have one width.
pub fn signals(start: Start) -> Result<Signals, Error> {
    let Start { activation, depth, scale, seed } = start;
    Numbers::new((SAMPLES, WIDTH), seed).signals(activation, depth, scale)
}

/// The standard normal numbers of a network. They depend neither on its activation nor on its scale.
///
/// They are drawn in this order: inputs, gradient, the weights layer by layer. So a deeper network begins with the
/// layers of a shallower one, and layers are drawn when they are asked for.
pub(crate) struct Numbers {
    random: RandomState,
    pub inputs: Array2<f64>,
    pub sent: Array2<f64>,
    layers: Vec<Array2<f64>>,
}

impl Numbers {
    /// Those of so many samples and of layers so wide.
    pub(crate) fn new(shape: (usize, usize), seed: u32) -> Self {
        let mut random = RandomState::new(seed);
        let (inputs, sent) = (scaled_normal(shape, 1.0, &mut random), scaled_normal(shape, 1.0, &mut random));
        Self { random, inputs, sent, layers: Vec::new() }
    }

    /// The weights of so many layers at this scale, the first layer first.
    pub(crate) fn weights(&mut self, depth: usize, scale: f64) -> Vec<Array2<f64>> {
        let width = self.inputs.ncols();
        while self.layers.len() < depth {
            self.layers.push(scaled_normal((width, width), 1.0, &mut self.random));
        }
        let normal_numbers = &self.layers[..depth];
        // ANCHOR: weights
        let deviation = scale / sqrt(width as f64);
        let weights: Vec<_> = normal_numbers.iter().map(|layer| layer * deviation).collect();
        // ANCHOR_END: weights
        weights
    }

    /// What these numbers become in a network with this activation, depth and scale.
    pub(crate) fn signals(
        &mut self,
        activation: Activation,
        depth: usize,
        scale: f64,
    ) -> Result<Signals, Error> {
        let weights = self.weights(depth, scale);
        let mut x = self.inputs.clone();
        let (mut outputs, mut zeros, mut silent, mut flat) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let little = 0.01 * activation.slope(0.0);
        let mut pre_activations = Vec::new();
        for weights in &weights {
            let z = product(&x, weights)?;
            x = activation.forward(&z);
            outputs.push(size(&x));
            zeros.push(share(&x, |output| output == 0.0));
            silent.push(self::silent(&x));
            flat.push(share(&z, |z| activation.slope(z).abs() < little));
            pre_activations.push(z);
        }
        let mut gradient = self.sent.clone();
        let sent = size(&gradient);
        let mut gradients = Vec::new();
        // ANCHOR: backward
        for (z, weights) in pre_activations.iter().zip(&weights).rev() {
            let arrived = activation.backward(z, &gradient)?;
            gradients.push(size(&arrived) / sent);
            gradient = product(&arrived, &weights.t())?;
        }
        // ANCHOR_END: backward
        gradients.reverse();
        Ok(Signals { outputs, zeros, silent, flat, gradients, last: x })
    }
}

/// The root of the mean square, without squares of tiny or huge numbers; NaN unless all of them are finite.
pub(crate) fn size(numbers: &ArrayRef2<f64>) -> f64 {
    if !numbers.iter().all(|x| x.is_finite()) {
        return f64::NAN;
    }
    let largest = numbers.iter().fold(0.0f64, |largest, &x| max(largest, x.abs()));
    if largest == 0.0 {
        return 0.0;
    }
    let squares: f64 = numbers.iter().map(|&x| (x / largest) * (x / largest)).sum();
    largest * sqrt(squares / numbers.len() as f64)
}

/// How many columns hold nothing but zeros.
fn silent(outputs: &ArrayRef2<f64>) -> usize {
    outputs.columns().into_iter().filter(|unit| unit.iter().all(|&output| output == 0.0)).count()
}

/// The share of numbers of which something is true.
pub(crate) fn share(numbers: &ArrayRef2<f64>, is: impl Fn(f64) -> bool) -> f64 {
    numbers.iter().filter(|&&x| is(x)).count() as f64 / numbers.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;
    use nn::RELU;
    use nn::initialise::{glorot_normal, he_normal};

    const LINEAR: Start = Start { activation: Activation::Linear, depth: 8, scale: 1.0, seed: 3 };

    #[test]
    fn the_two_named_scales_are_the_two_named_initialisers() {
        let drawn = |scale: f64| -> Array2<f64> {
            scaled_normal((WIDTH, WIDTH), scale / sqrt(WIDTH as f64), &mut RandomState::new(7))
        };
        assert_eq!(drawn(1.0), glorot_normal::<f64>((WIDTH, WIDTH), &mut RandomState::new(7)));
        assert_eq!(drawn(sqrt(2.0)), he_normal::<f64>((WIDTH, WIDTH), &mut RandomState::new(7)));
    }

    #[test]
    fn a_linear_network_keeps_sizes_at_scale_1_and_doubles_them_at_scale_2() {
        let kept = signals(LINEAR).unwrap();
        assert!(kept.gradients.iter().chain(&kept.outputs).all(|size| (0.6..1.6).contains(size)), "{kept:?}");
        let doubled = signals(Start { scale: 2.0, ..LINEAR }).unwrap();
        for (layer, (one, two)) in kept.gradients.iter().zip(&doubled.gradients).enumerate() {
            let layers_above = 7 - layer as i32;
            assert_eq!(*two, one * f64::from(1 << layers_above), "layer {layer}");
        }
    }

    #[test]
    fn a_deeper_network_begins_with_the_shallower_one() {
        let shallow = signals(LINEAR).unwrap();
        let deep = signals(Start { depth: 12, ..LINEAR }).unwrap();
        assert_eq!(deep.outputs[..8], shallow.outputs);
    }

    #[test]
    fn a_relu_that_is_silent_is_one_that_the_census_counts() {
        let mut numbers = Numbers::new((16, 16), 1);
        let silent = numbers.signals(RELU, 12, 1.0).unwrap().silent;
        assert!(silent.iter().any(|&units| units > 0), "{silent:?}");
        for depth in 1..=12 {
            let before = numbers.signals(RELU, depth, 1.0).unwrap();
            assert_eq!(crate::census::dead(&before.last), silent[depth - 1], "layer {depth}");
        }
    }

    #[test]
    fn what_is_drawn_ahead_changes_nothing() {
        let mut numbers = Numbers::new((SAMPLES, WIDTH), LINEAR.seed);
        numbers.signals(Activation::Tanh, 12, 0.5).unwrap();
        assert_eq!(numbers.signals(LINEAR.activation, LINEAR.depth, LINEAR.scale), signals(LINEAR));
    }

    #[test]
    fn the_gradient_agrees_with_a_difference() {
        // One layer: the gradient at its sums is what was sent times the slope at each of them.
        let start = Start { activation: Activation::Sigmoid, depth: 1, scale: 1.0, seed: 5 };
        let mut random = RandomState::new(5);
        let mut draw = |deviation: f64| -> Array2<f64> { scaled_normal((64, 64), deviation, &mut random) };
        let (x, sent, weights) = (draw(1.0), draw(1.0), draw(0.125));
        let z = product(&x, &weights).unwrap();
        let moved = |step: f64| Activation::Sigmoid.forward(&(&z + step));
        let difference = (moved(1e-6) - moved(-1e-6)) / 2e-6 * &sent;
        let expected = size(&difference) / size(&sent);
        assert!((signals(start).unwrap().gradients[0] - expected).abs() < 1e-9);
    }

    #[test]
    fn sizes_of_tiny_and_huge_numbers_are_kept() {
        assert_eq!(size(&array![[3e-200, 4e-200]]), 5e-200 / 2.0f64.sqrt());
        assert_eq!(size(&array![[3e200, -3e200]]), 3e200);
        assert_eq!(size(&array![[0.0, -0.0]]), 0.0);
        assert!(size(&array![[1.0, f64::INFINITY]]).is_nan());
        assert!(size(&array![[1.0, f64::NAN]]).is_nan());
    }
}
