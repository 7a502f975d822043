//! Fully connected networks for the sine: how they start, what they put out, and which of their units are dead.

use crate::pairs::{Pair, Pairs};
use crate::ruler::{Fit, Ruler};
use ndarray::{Array1, Array2, Axis};
use nn::initialise::he_normal;
use nn::layer::{Dense, Layer};
use nn::random::RandomState;
use nn::{Activation, Error, Sequential};

pub(crate) use nn::RELU;

/// A network of 32-bit floats, as networks mostly are.
pub(crate) type Network = Sequential<f32>;

/// How many inputs go through a network at a time.
const CHUNK: usize = 1000;

/// One input, hidden layers of these widths with an activation each, one output without.
fn stacked(
    hidden: &[usize],
    activation: Activation,
    mut dense: impl FnMut((usize, usize)) -> Result<Dense<f32>, Error>,
) -> Result<Network, Error> {
    let mut layers: Vec<Layer<f32>> = Vec::new();
    let mut inputs = 1;
    for &width in hidden {
        layers.extend([dense((inputs, width))?.into(), activation.into()]);
        inputs = width;
    }
    layers.push(dense((inputs, 1))?.into());
    Ok(Sequential::new(layers))
}

/// Weights and biases drawn evenly from ±1/√inputs, so that the corners begin at different places.
pub(crate) fn spread(hidden: &[usize], activation: Activation, seed: u32) -> Result<Network, Error> {
    let mut random = RandomState::new(seed);
    stacked(hidden, activation, |shape| {
        // ANCHOR: spread
        let end = 1.0 / (shape.0 as f64).sqrt();
        let mut draw = || random.uniform(-end, end) as f32;
        let weights = Array2::from_shape_simple_fn(shape, &mut draw);
        let biases = Array1::from_shape_simple_fn(shape.1, &mut draw);
        Dense::with_bias(weights, biases)
        // ANCHOR_END: spread
    })
}

/// He's normal weights, and biases of 0.
pub(crate) fn unbiased(hidden: &[usize], seed: u32) -> Result<Network, Error> {
    let mut random = RandomState::new(seed);
    // ANCHOR: unbiased
    stacked(hidden, RELU, |shape| Ok(Dense::new(he_normal(shape, &mut random))))
    // ANCHOR_END: unbiased
}

/// The pairs as a fully connected network: the wires that they lack have the weight 0.
pub(crate) fn embedded(pairs: &Pairs, activation: Activation) -> Result<Network, Error> {
    let of = |number: fn(&Pair) -> f64| -> Array1<f32> {
        pairs.0.iter().map(|pair| number(pair) as f32).collect()
    };
    // ANCHOR: embedded
    let first = of(|pair| pair.a).insert_axis(Axis(0));
    let second = Array2::from_diag(&of(|pair| pair.w));
    let output = of(|pair| pair.v).insert_axis(Axis(1));
    // ANCHOR_END: embedded
    let first = Dense::with_bias(first, of(|pair| pair.b))?;
    let second = Dense::with_bias(second, of(|pair| pair.c))?;
    let output = Dense::new(output);
    let layers = vec![first.into(), activation.into(), second.into(), activation.into(), output.into()];
    Ok(Sequential::new(layers))
}

/// How many weights and biases there are.
pub(crate) fn parameters(network: &mut Network) -> usize {
    network.layers.iter_mut().flat_map(Layer::parameters).map(|parameters| parameters.values.len()).sum()
}

/// What the network puts out for these inputs.
pub(crate) fn outputs(network: &mut Network, inputs: &[f64]) -> Result<Vec<f64>, Error> {
    let mut all = Vec::with_capacity(inputs.len());
    each_chunk(network, inputs, |network| {
        all.extend(network.outputs().last().into_iter().flatten().map(|&y| f64::from(y)));
    })?;
    Ok(all)
}

/// How far the network is from the sine.
pub(crate) fn measure(network: &mut Network, ruler: &Ruler) -> Result<Fit, Error> {
    let inputs: Vec<f64> = ruler.inputs().collect();
    Ok(ruler.compare(outputs(network, &inputs)?.into_iter()))
}

fn each_chunk(network: &mut Network, inputs: &[f64], mut done: impl FnMut(&Network)) -> Result<(), Error> {
    for chunk in inputs.chunks(CHUNK) {
        let column = Array2::from_shape_fn((chunk.len(), 1), |(row, _)| chunk[row] as f32);
        network.forward(&column)?;
        done(network);
    }
    Ok(())
}

/// What the hidden units of a network do between 0 and 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Census {
    /// For each hidden layer, how many units put out 0 for every input.
    pub dead: Vec<usize>,
    /// How many straight pieces the output has, if the units are ReLUs.
    pub pieces: usize,
}

impl Census {
    /// The dead units of all hidden layers, such as `2 + 3`.
    pub(crate) fn dead_words(&self) -> String {
        self.dead.iter().map(usize::to_string).collect::<Vec<_>>().join(" + ")
    }
}

/// Goes through the units at the ruler's points between 0 and 1; a corner at an end is nothing to see.
pub(crate) fn census(network: &mut Network, ruler: &Ruler) -> Result<Census, Error> {
    let inputs: Vec<f64> = ruler.inputs().filter(|&x| x > 0.0 && x < 1.0).collect();
    census_at(network, &inputs)
}

/// Goes through the units at these inputs, in rising order.
pub(crate) fn census_at(network: &mut Network, inputs: &[f64]) -> Result<Census, Error> {
    // For each unit, whether it was ever on.
    let (mut ever, mut pieces, mut before) = (Vec::new(), 0, Vec::new());
    each_input(network, inputs, |values| {
        ever.resize(values.len(), false);
        ever.iter_mut().zip(values).for_each(|(ever, &value)| *ever |= value != 0.0);
        let on: Vec<bool> = values.iter().map(|&value| value > 0.0).collect();
        if on != before {
            pieces += 1;
            before = on;
        }
    })?;
    let mut rest = ever.as_slice();
    let mut dead = Vec::new();
    for layer in hidden_layers(network) {
        let (units, others) = rest.split_at(network.outputs()[layer].ncols());
        dead.push(units.iter().filter(|&&ever| !ever).count());
        rest = others;
    }
    Ok(Census { dead, pieces })
}

/// Shows what all hidden units put out, layer after layer, for each input in turn.
pub(crate) fn each_input(
    network: &mut Network,
    inputs: &[f64],
    mut see: impl FnMut(&[f32]),
) -> Result<(), Error> {
    let hidden = hidden_layers(network);
    let mut values = Vec::new();
    each_chunk(network, inputs, |network| {
        for row in 0..network.outputs().first().map_or(0, Array2::nrows) {
            values.clear();
            hidden.iter().for_each(|&layer| values.extend(network.outputs()[layer].row(row)));
            see(&values);
        }
    })
}

/// Which layers' outputs are those of hidden units.
fn hidden_layers(network: &Network) -> Vec<usize> {
    let is_activation = |(_, layer): &(usize, &Layer<f32>)| matches!(layer, Layer::Activation(_));
    network.layers.iter().enumerate().filter(is_activation).map(|(index, _)| index).collect()
}

/// 0, 1, and where units of hidden ReLUs switch on or off strictly between, in rising order: from one to the next all
/// units are straight.
pub(crate) fn knots(network: &Network) -> Vec<f64> {
    // Each knot with what the layer puts out there.
    let mut knots = vec![(0.0, vec![0.0]), (1.0, vec![1.0])];
    for layer in &network.layers {
        match layer {
            Layer::Dense(dense) => {
                for (_, values) in &mut knots {
                    *values = weighed(dense, values);
                }
            }
            Layer::Activation(activation) => {
                knots = with_switches(&knots);
                for (_, values) in &mut knots {
                    values.iter_mut().for_each(|value| *value = activation.value(*value));
                }
            }
            Layer::RowActivation(_) | Layer::PRelu(_) => {}
        }
    }
    knots.into_iter().map(|(x, _)| x).collect()
}

/// What a dense layer makes of one row, without rounding to 32 bits.
fn weighed(dense: &Dense<f32>, values: &[f64]) -> Vec<f64> {
    let mut sums: Vec<f64> = dense.bias.iter().map(|&bias| bias.into()).collect();
    for (weights, value) in dense.weights.rows().into_iter().zip(values) {
        sums.iter_mut().zip(weights).for_each(|(sum, &weight)| *sum += f64::from(weight) * value);
    }
    sums
}

type Knot = (f64, Vec<f64>);

/// The same knots, and between them those where a value changes its sign.
fn with_switches(knots: &[Knot]) -> Vec<Knot> {
    let mut all: Vec<Knot> = knots.first().into_iter().cloned().collect();
    for ends in knots.windows(2) {
        let [(x0, before), (x1, after)] = ends else { continue };
        let signs_differ = |&(a, b): &(&f64, &f64)| (*a < 0.0 && *b > 0.0) || (*a > 0.0 && *b < 0.0);
        let crossed = before.iter().zip(after).filter(signs_differ);
        let mut parts: Vec<f64> = crossed.map(|(a, b)| a / (a - b)).collect();
        parts.sort_by(f64::total_cmp);
        for part in parts {
            let x = x0 + part * (x1 - x0);
            if all.last().is_some_and(|(last, _)| *last < x) && x < *x1 {
                all.push((x, before.iter().zip(after).map(|(a, b)| a + part * (b - a)).collect()));
            }
        }
        all.push((*x1, after.clone()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::tuned;

    #[test]
    fn the_embedded_pairs_put_out_what_the_pairs_do() {
        let pairs = tuned();
        let mut network = embedded(&pairs, RELU).unwrap();
        assert_eq!(parameters(&mut network), 97);
        let inputs = [0.0, 0.08, 0.25, 0.51, 0.9, 1.0];
        for (x, y) in inputs.iter().zip(outputs(&mut network, &inputs).unwrap()) {
            assert!((y - pairs.value(*x)).abs() < 1e-6, "{x}");
        }
    }

    #[test]
    fn the_free_pair_is_dead_and_the_others_make_thirteen_pieces() {
        let found = census(&mut embedded(&tuned(), RELU).unwrap(), &Ruler::new()).unwrap();
        assert_eq!(found, Census { dead: vec![1, 1], pieces: 13 });
        assert_eq!(found.dead_words(), "1 + 1");
    }

    #[test]
    fn without_biases_no_first_unit_has_a_corner_inside() {
        let mut network = unbiased(&[8], 0).unwrap();
        let found = census(&mut network, &Ruler::new()).unwrap();
        assert_eq!(found.pieces, 1);
        assert!(found.dead[0] > 0);
    }
}
