//! Stacks of dense layers, and the one layer that each of them is.

use ndarray::{Array1, Array2, Axis};
use nn::initialise::glorot_normal;
use nn::layer::Dense;
use nn::random::RandomState;
use nn::{Error, RELU, product};

/// Dense layers between these widths: for each its weights, then its biases, from one stream of random numbers.
pub(crate) fn random_layers(widths: &[usize], seed: u32) -> Vec<Dense<f64>> {
    let mut random = RandomState::new(seed);
    let layer = |ends: &[usize]| {
        let mut layer = Dense::new(glorot_normal((ends[0], ends[1]), &mut random));
        layer.bias.mapv_inplace(|_| 0.5 * random.normal());
        layer
    };
    widths.windows(2).map(layer).collect()
}

// ANCHOR: then
/// The one layer that does what `first` and then `second` do.
pub(crate) fn then(first: &Dense<f64>, second: &Dense<f64>) -> Result<Dense<f64>, Error> {
    let weights = product(&first.weights, &second.weights)?;
    let bias = second.forward(&first.bias.view().insert_axis(Axis(0)))?;
    Dense::with_bias(weights, bias.row(0).to_owned())
}
// ANCHOR_END: then

// ANCHOR: collapse
/// The one layer that a whole stack is.
pub(crate) fn collapse(layers: &[Dense<f64>]) -> Result<Dense<f64>, Error> {
    layers.iter().try_fold(identity(layers), |so_far, next| then(&so_far, next))
}
// ANCHOR_END: collapse

/// The layer that changes nothing, with the inputs of these layers: weights of the unit matrix, biases of 0.
fn identity(layers: &[Dense<f64>]) -> Dense<f64> {
    Dense::new(Array2::eye(layers.first().map_or(0, |layer| layer.weights.nrows())))
}

/// What the stack makes of these inputs, layer by layer.
pub(crate) fn forward(layers: &[Dense<f64>], inputs: &Array2<f64>) -> Result<Array2<f64>, Error> {
    layers.iter().try_fold(inputs.to_owned(), |x, layer| layer.forward(&x))
}

/// A layer of a network that may bend.
#[derive(Clone, Debug)]
pub(crate) struct Bendable {
    pub dense: Dense<f64>,
    /// Whether a ReLU follows.
    pub relu: bool,
}

/// These layers, with a ReLU after the hidden layers of these numbers, counted from 1.
pub(crate) fn with_relus(layers: Vec<Dense<f64>>, places: &[usize]) -> Vec<Bendable> {
    let layer = |(place, dense)| Bendable { dense, relu: places.contains(&place) };
    (1..).zip(layers).map(layer).collect()
}

/// What a network makes of one number.
pub(crate) fn at(network: &[Bendable], x: f64) -> Result<f64, Error> {
    let start = Array2::from_elem((1, 1), x);
    let outputs = network.iter().try_fold(start, |x, layer| {
        let sums = layer.dense.forward(&x)?;
        Ok(if layer.relu { RELU.forward(&sums) } else { sums })
    })?;
    Ok(outputs.sum())
}

/// One number a row.
pub(crate) fn column(numbers: impl IntoIterator<Item = f64>) -> Array2<f64> {
    numbers.into_iter().collect::<Array1<f64>>().insert_axis(Axis(1))
}

/// How many weights and biases a stack of these widths has.
pub(crate) fn parameters(widths: &[usize]) -> usize {
    widths.windows(2).map(|ends| (ends[0] + 1) * ends[1]).sum()
}

/// Widths as they are usually written, such as 1-8-8-1.
pub(crate) fn named(widths: &[usize]) -> String {
    widths.iter().map(usize::to_string).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn two_layers_are_folded_as_on_paper() {
        let first = Dense::with_bias(array![[1.0, 2.0]], array![3.0, 4.0]).unwrap();
        let second = Dense::with_bias(array![[5.0], [6.0]], array![7.0]).unwrap();
        let single = collapse(&[first, second]).unwrap();
        assert_eq!(single.weights, array![[17.0]]);
        assert_eq!(single.bias, array![46.0]);
    }

    #[test]
    fn one_layer_is_left_alone() {
        let layers = random_layers(&[3, 2], 5);
        let single = collapse(&layers).unwrap();
        assert_eq!(single.weights, layers[0].weights);
        assert_eq!(single.bias, layers[0].bias);
    }

    #[test]
    fn a_stack_and_its_layer_agree_in_every_shape() {
        for widths in [&[1, 8, 8, 1][..], &[3, 1, 4], &[2, 64, 64, 64, 5]] {
            let layers = random_layers(widths, 1);
            let inputs = Array2::from_shape_fn((7, widths[0]), |(i, j)| i as f64 - 0.5 * j as f64);
            let single = collapse(&layers).unwrap().forward(&inputs).unwrap();
            let gaps = forward(&layers, &inputs).unwrap() - single;
            assert!(gaps.iter().all(|gap| gap.abs() < 1e-13), "{widths:?}: {gaps}");
        }
    }

    #[test]
    fn layers_that_do_not_fit_are_no_stack() {
        let layers = [Dense::new(Array2::zeros((1, 2))), Dense::new(Array2::zeros((3, 1)))];
        assert!(collapse(&layers).is_err());
    }
}
