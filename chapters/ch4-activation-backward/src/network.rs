//! Two layers around a ReLU layer: which weights a closed gate keeps from learning.

use crate::corner::CONVENTIONS;
use crate::diagram::{diagram, gradient, node, short};
use lesson::figure::Panel;
use lesson::{Figure, Lesson, Table, Value};
use ndarray::{Array2, array};
use nn::layer::Dense;
use nn::loss::{HalfSquare, Loss};
use nn::{Activation, Error, RELU};

/// Two inputs, two hidden units with a ReLU layer, one output: the weights of the first layer input by input, its
/// biases, the weights of the second layer, its bias.
pub(crate) const PARAMETERS: [f64; 9] = [0.5, 1.0, 0.5, -1.0, 0.0, 0.0, 1.0, 4.0, 0.0];

/// A sample that turns the first unit on and the second off, and one that turns both off.
pub(crate) const HALF_ON: [f64; 2] = [1.0, 2.0];
const ALL_OFF: [f64; 2] = [-3.0, 1.0];
const TARGET: f64 = 1.0;

fn layers(parameters: &[f64]) -> Result<(Dense<f64>, Dense<f64>), Error> {
    let p = |i: usize| parameters[i];
    let first = Dense::with_bias(array![[p(0), p(1)], [p(2), p(3)]], array![p(4), p(5)])?;
    let second = Dense::with_bias(array![[p(6)], [p(7)]], array![p(8)])?;
    Ok((first, second))
}

/// What one sample leaves behind on its way there and back.
pub(crate) struct Pass {
    before: Array2<f64>,
    output: f64,
    pub loss: f64,
    upstream: Array2<f64>,
    downstream: Array2<f64>,
    first: Dense<f64>,
    second: Dense<f64>,
}

impl Pass {
    /// The gradient of each of the nine parameters.
    pub fn gradient(&self) -> Vec<f64> {
        let first = self.first.weights_gradient.iter().chain(&self.first.bias_gradient);
        let second = self.second.weights_gradient.iter().chain(&self.second.bias_gradient);
        first.chain(second).copied().collect()
    }
}

/// Forward and backward, for one sample.
pub(crate) fn pass(sample: [f64; 2], parameters: &[f64]) -> Result<Pass, Error> {
    let (mut first, mut second) = layers(parameters)?;
    let (x, y) = (array![sample], array![[TARGET]]);
    // ANCHOR: forward
    let before = first.forward(&x)?;
    let after = RELU.forward(&before);
    let output = second.forward(&after)?;
    // ANCHOR_END: forward
    let (mut error, mut upstream) = (array![[0.0]], array![[0.0, 0.0]]);
    // ANCHOR: backward
    HalfSquare.gradient_into(&output, &y, &mut error)?;
    second.backward_into(&after, &error, Some(&mut upstream))?;
    let downstream = RELU.backward(&before, &upstream)?;
    first.backward_into(&x, &downstream, None)?;
    // ANCHOR_END: backward
    let loss = HalfSquare.value(&output, &y)?;
    Ok(Pass { before, output: output[[0, 0]], loss, upstream, downstream, first, second })
}

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let (half, off) = (pass(HALF_ON, &PARAMETERS)?, pass(ALL_OFF, &PARAMETERS)?);
    say.section("network", "A layer before, a layer after");
    say.table(gradients(&half, &off));
    say.value("silent-output", "output, second sample", off.output);
    say.figure(|| figure(&half));

    say.section("zero-bias", "A second ReLU after the silent layer");
    say.table(after_the_silent(off.output));
    Ok(())
}

/// What each part of the network learns from either sample.
fn gradients(half: &Pass, off: &Pass) -> Table {
    let row = |name: &str, of: fn(&Pass) -> Vec<f64>| {
        // Adding 0 takes the sign off a zero, which would look like news.
        let [half, off] = [half, off].map(|pass| of(pass).into_iter().map(|g| g + 0.0).collect::<Value>());
        [name.into(), half, off]
    };
    let columns = [("what", "what"), ("half-on", "X = 1 2"), ("all-off", "X = -3 1")];
    Table::new("network-gradients", "What two samples leave behind in the network", columns).rows([
        row("into the ReLU layer", |pass| pass.before.iter().copied().collect()),
        row("gradient at its outputs", |pass| pass.upstream.iter().copied().collect()),
        row("gradient at its inputs", |pass| pass.downstream.iter().copied().collect()),
        row("weights into unit 1", |pass| pass.first.weights_gradient.column(0).to_vec()),
        row("weights into unit 2", |pass| pass.first.weights_gradient.column(1).to_vec()),
        row("biases of both units", |pass| pass.first.bias_gradient.to_vec()),
        row("weights out of both units", |pass| pass.second.weights_gradient.column(0).to_vec()),
        row("bias of the output", |pass| pass.second.bias_gradient.to_vec()),
    ])
}

/// What the output's bias learns if another ReLU takes in the output of the dead layer's successor.
fn after_the_silent(output: f64) -> Table {
    let row = |convention: f64| {
        let relu = Activation::Relu { slope_at_zero: convention };
        let delta = relu.value(output) - TARGET;
        [convention.into(), (relu.slope(output) * delta + 0.0).into()]
    };
    let caption = "A ReLU after an output of exactly 0: what the output's bias is told";
    let columns = [("convention", "slope at 0"), ("bias", "gradient of the bias")];
    Table::new("bias-table", caption, columns).rows(CONVENTIONS.into_iter().map(row))
}

/// The gradients of the first sample on their way back.
fn figure(half: &Pass) -> Figure {
    let (inputs, hidden, output) = ([(1.0, 5.9), (1.0, 0.9)], [(5.6, 4.7), (5.6, 2.1)], (9.2, 3.4));
    let mut panel: Panel = diagram();
    for (unit, &at) in hidden.iter().enumerate() {
        for (input, &from) in inputs.iter().enumerate() {
            panel = panel.with(gradient("", half.first.weights_gradient[[input, unit]], at, from));
        }
        panel = panel.with(gradient("", half.second.weights_gradient[[unit, 0]], output, at));
    }
    let caption = format!(
        "What does each weight learn from the sample 1 2? Every arrow is a weight, its number the gradient of it. Unit \
         2 is off: no weight into it learns, and none out of it either. The output was {}, the target {}.",
        short(half.output),
        short(TARGET)
    );
    let panel = panel
        .with_all([node("X₁", inputs[0]), node("X₂", inputs[1]), node("1", hidden[0]), node("2", hidden[1])])
        .with(node("out", output));
    Figure::new("stopped", caption).panel(panel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layer_in_the_middle_is_the_one_of_the_first_pictures() -> Result<(), Error> {
        let half = pass(HALF_ON, &PARAMETERS)?;
        assert_eq!(half.before, array![[1.5, -1.0]]);
        assert_eq!(half.upstream, array![[0.5, 2.0]]);
        assert_eq!(half.downstream, array![[0.5, 0.0]]);
        Ok(())
    }

    #[test]
    fn a_dead_layer_hands_exactly_zero_to_a_bias_of_zero() -> Result<(), Error> {
        assert_eq!(pass(ALL_OFF, &PARAMETERS)?.output.to_bits(), 0.0f64.to_bits());
        Ok(())
    }
}
