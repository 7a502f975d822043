//! What a neuron computes, and what five activations make of it.

use lesson::figure::{Arrow, Axis, Dot, Ink, Node, Panel};
use lesson::{Figure, Lesson, Table};
use nn::Activation;

use crate::family::{CLASSICS, curve, short};

const INPUTS: [f64; 3] = [2.0, -1.0, 0.5];
const WEIGHTS: [f64; 3] = [0.5, 1.5, -2.0];
/// The same neuron, reluctant and keen.
const BIASES: [f64; 2] = [1.0, 3.0];

// ANCHOR: neuron
/// Each input times its weight, all added up, and the bias.
fn pre_activation(inputs: &[f64], weights: &[f64], bias: f64) -> f64 {
    let products = inputs.iter().zip(weights).map(|(x, w)| x * w);
    products.sum::<f64>() + bias
}
// ANCHOR_END: neuron

pub(crate) fn tell(say: &mut Lesson) {
    let [quiet, loud] = BIASES.map(|bias| pre_activation(&INPUTS, &WEIGHTS, bias));
    say.section("neuron", "What a neuron computes");
    say.value("inputs", "inputs x", INPUTS);
    say.value("weights", "weights w", WEIGHTS);
    say.value("biases", "bias b, of two neurons", BIASES);
    say.value("pre-activations", "sum of w x, plus b", [quiet, loud]);
    let shown = CLASSICS.into_iter().chain([Activation::Linear]);
    let row = |f: Activation| [f.name().into(), f.value(quiet).into(), f.value(loud).into()];
    let columns = [("function", "activation"), ("quiet", "first neuron"), ("loud", "second neuron")];
    say.table(
        Table::new("outputs", "What each activation passes on", columns).rows(shown.into_iter().map(row)),
    );
    say.figure(|| figure([quiet, loud]));
}

fn figure(pre_activations: [f64; 2]) -> Figure {
    let [quiet, loud] = pre_activations;
    let caption = format!(
        "What does a neuron compute? Left: inputs times weights are added to the bias, and the sum z goes through the \
         activation f. Right: what four activations make of z; the dots are the two neurons of the table, \
         z = {} and z = {}.",
        short(quiet),
        short(loud)
    );
    let curves = CLASSICS.map(|f| curve(f, 2.0));
    let dots =
        CLASSICS.into_iter().flat_map(|f| pre_activations.map(|z| Dot::new("", f.into(), (z, f.value(z)))));
    Figure::new("neuron-diagram", caption).panel(diagram()).panel(
        Panel::new(Axis::new("z", -2.0..=2.0), Axis::new("f(z)", -1.2..=2.2)).with_all(curves).with_all(dots),
    )
}

fn diagram() -> Panel {
    let inputs = [("x₁", 8.2), ("x₂", 6.0), ("x₃", 3.8)].map(|(name, y)| (name, (1.2, y)));
    let (bias, sum, bend, out) = ((4.6, 1.2), (4.6, 6.0), (8.4, 6.0), (11.4, 6.0));
    let arrow = |label: &str, from, to| Arrow::new(label, Ink::Muted, from, to);
    let node = |label: &str, ink, at| Node { label: label.into(), ink, at };
    Panel::diagram(12.0, 10.0)
        .with_all(["w₁", "w₂", "w₃"].into_iter().zip(inputs).map(|(weight, (_, at))| arrow(weight, at, sum)))
        .with(arrow("", bias, sum))
        .with(arrow("z", sum, bend))
        .with(arrow("f(z)", bend, out))
        .with_all(inputs.map(|(name, at)| node(name, Ink::Ink, at)))
        .with(node("b", Ink::Ink, bias))
        .with(node("Σ", Ink::Ink, sum))
        .with(node("f", Ink::Blue, bend))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bias_shifts_the_sum() {
        assert_eq!(pre_activation(&INPUTS, &WEIGHTS, 0.0), -1.5);
        assert_eq!(pre_activation(&INPUTS, &WEIGHTS, 1.0), -0.5);
        assert_eq!(pre_activation(&[], &[], 7.0), 7.0);
    }
}
