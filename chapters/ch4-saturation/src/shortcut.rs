//! The same layers with a shortcut around each: what comes in is added to what comes out.

use crate::depth::{DEPTH, arriving, layer_axis, layers, leaving, spread};
use crate::inks::{FOUR, ink};
use crate::network::{Numbers, SAMPLES, Signals, WIDTH, size};
use lesson::figure::{Axis, Curve, Dash, Panel};
use lesson::{Figure, Lesson, Table, Value, scientific};
use ndarray::{Array2, ArrayRef2};
use nn::elementary::{powf, sqrt};
use nn::{Activation, Error, product};

/// What a network with shortcuts does with its inputs and with the gradient that is sent to its end.
struct Around {
    /// The root of the mean square of each layer's outputs, the first layer first.
    outputs: Vec<f64>,
    /// That of the gradients at each layer's pre-activations, as a multiple of what was sent.
    gradients: Vec<f64>,
    /// What the last layer puts out, one sample a row.
    last: Array2<f64>,
    /// The root of the mean square of the gradient that was sent.
    sent: f64,
    /// The gradient at the inputs of the network.
    back: Array2<f64>,
}

/// Layers x + share · f(x W), forwards and backwards.
fn around(numbers: &Numbers, weights: &[Array2<f64>], f: Activation, share: f64) -> Result<Around, Error> {
    let Numbers { inputs, sent, .. } = numbers;
    let (mut x, mut gradient) = (inputs.clone(), sent.clone());
    let (mut outputs, mut gradients, mut pre_activations) = (Vec::new(), Vec::new(), Vec::new());
    // ANCHOR: shortcut
    for weights in weights {
        let z = product(&x, weights)?;
        x += &(share * f.forward(&z));
        outputs.push(size(&x));
        pre_activations.push(z);
    }
    for (z, weights) in pre_activations.iter().zip(weights).rev() {
        let arrived = share * f.backward(z, &gradient)?;
        gradients.push(size(&arrived) / size(sent));
        gradient += &product(&arrived, &weights.t())?;
    }
    // ANCHOR_END: shortcut
    gradients.reverse();
    Ok(Around { outputs, gradients, last: x, sent: size(sent), back: gradient })
}

/// One activation at one scale: without shortcuts, with them, and with branches divided by the root of the depth.
struct Run {
    f: Activation,
    scale: &'static str,
    plain: Signals,
    shortcut: Around,
    divided: Around,
}

/// All runs, those of scale 1 first, each scale in the order of the four activations.
fn runs() -> Result<Vec<Run>, Error> {
    let mut numbers = Numbers::new((SAMPLES, WIDTH), 0);
    let mut runs = Vec::new();
    for (scale, number) in [("1", 1.0), ("√2", sqrt(2.0))] {
        let weights = numbers.weights(DEPTH, number);
        for f in FOUR {
            runs.push(Run {
                f,
                scale,
                plain: numbers.signals(f, DEPTH, number)?,
                shortcut: around(&numbers, &weights, f, 1.0)?,
                divided: around(&numbers, &weights, f, 1.0 / sqrt(DEPTH as f64))?,
            });
        }
    }
    Ok(runs)
}

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let runs = runs()?;
    let last = DEPTH - 1;
    say.section("shortcut", "A shortcut around each layer");
    say.table(table("around", &arriving(), &runs, |run| {
        [run.plain.gradients[0], run.shortcut.gradients[0], run.divided.gradients[0]]
    }));
    say.table(table("around-outputs", &leaving(), &runs, |run| {
        [run.plain.outputs[last], run.shortcut.outputs[last], run.divided.outputs[last]]
    }));

    let [sigmoid, relu] = [&runs[0], &runs[FOUR.len() + 2]];
    say.section("shortcut-more", "More of the networks with shortcuts");
    say.value("around-spread", "sigmoid, scale 1: largest difference", spread(&sigmoid.shortcut.last));
    say.value("around-last", &format!("and what reaches layer {DEPTH}"), sigmoid.shortcut.gradients[last]);
    say.value(
        "around-mean",
        &format!("ReLU, scale √2: mean output of layer {DEPTH}"),
        mean(&relu.shortcut.last),
    );
    say.value("around-factor", "and the gradient's factor a layer", factor(&relu.shortcut));
    say.value("around-divided-factor", "the same with divided branches", factor(&relu.divided));
    say.figure(|| figure(sigmoid, relu));
    Ok(())
}

/// By what the gradient is multiplied in a layer, on average.
fn factor(network: &Around) -> f64 {
    powf(size(&network.back) / network.sent, 1.0 / DEPTH as f64)
}

fn mean(numbers: &ArrayRef2<f64>) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len() as f64
}

/// One row an activation and scale, one column a kind of network.
fn table(name: &str, caption: &str, runs: &[Run], of: impl Fn(&Run) -> [f64; 3]) -> Table {
    let divided = format!("x + f(W x) / √{DEPTH}");
    let columns = [
        ("activation", "activation"),
        ("scale", "scale"),
        ("plain", "f(W x)"),
        ("shortcut", "x + f(W x)"),
        ("divided", divided.as_str()),
    ];
    let row = |run: &Run| {
        let names = [run.f.title(), run.scale].map(Value::from);
        names.into_iter().chain(of(run).map(Value::from)).collect::<Vec<_>>()
    };
    Table::new(name, caption, columns).rows(runs.iter().map(row))
}

fn figure(sigmoid: &Run, relu: &Run) -> Figure {
    let panel = |run: &Run| {
        let curve = |label: &str, dash: Dash, gradients: &[f64]| {
            // From the last layer to the first, as the gradient goes: a label stands near the end of its line.
            let points: Vec<_> = layers(gradients).collect();
            Curve::through(label, ink(run.f).0, points.into_iter().rev()).dashed(dash)
        };
        let title = format!("gradient, {}, scale {}", run.f.title(), run.scale);
        Panel::new(layer_axis(DEPTH), Axis::powers_of_ten(&title, -14.0..=6.0, 4))
            .with(curve("plain", Dash::Dashed, &run.plain.gradients))
            .with(curve("with shortcuts", Dash::Solid, &run.shortcut.gradients))
    };
    let caption = format!(
        "What does a shortcut around each layer do to the gradient? Read from right to left; dashed without shortcuts, solid \
         with them. Left: of the sigmoid's gradient layer 1 gets {:.2} instead of {}. Right: at the scale at which ReLU keeps \
         its gradient without shortcuts, it grows with them, to {} times what was sent.",
        sigmoid.shortcut.gradients[0],
        scientific(sigmoid.plain.gradients[0], 0),
        scientific(relu.shortcut.gradients[0], 1)
    );
    Figure::new("shortcut-figure", caption).panel(panel(sigmoid)).panel(panel(relu))
}

#[cfg(test)]
mod tests {
    use super::*;
    use nn::Activation::{Linear, Sigmoid, Tanh};

    const DEPTH: usize = 3;

    #[test]
    fn the_gradient_at_the_inputs_is_that_of_differences() {
        let mut numbers = Numbers::new((4, 5), 2);
        let weights = numbers.weights(DEPTH, 1.5);
        for (f, share) in [(Sigmoid, 1.0), (Tanh, 1.0), (nn::RELU, 0.5)] {
            let back = around(&numbers, &weights, f, share).unwrap().back;
            for place in (0..4).flat_map(|sample| (0..5).map(move |input| (sample, input))) {
                let mut moved = |step: f64| {
                    numbers.inputs[place] += step;
                    let last = around(&numbers, &weights, f, share).unwrap().last;
                    numbers.inputs[place] -= step;
                    (last * &numbers.sent).sum()
                };
                let difference = (moved(1e-6) - moved(-1e-6)) / 2e-6;
                assert!(
                    (difference - back[place]).abs() < 1e-7,
                    "{f:?} {place:?}: {difference} {}",
                    back[place]
                );
            }
        }
    }

    #[test]
    fn what_arrives_at_the_first_layer_is_what_differences_of_its_sums_say() {
        // Moving a sum of the first layer moves f of it, and that the outputs: all but what goes around.
        let mut numbers = Numbers::new((1, 2), 4);
        let weights = numbers.weights(1, 1.0);
        let found = around(&numbers, &weights, Sigmoid, 0.5).unwrap();
        let z = product(&numbers.inputs, &weights[0]).unwrap();
        let moved = |step: f64| 0.5 * Sigmoid.forward(&(&z + step));
        let difference = (moved(1e-6) - moved(-1e-6)) / 2e-6 * &numbers.sent;
        assert!((found.gradients[0] - size(&difference) / size(&numbers.sent)).abs() < 1e-9);
    }

    #[test]
    fn without_a_branch_everything_goes_around() {
        let mut numbers = Numbers::new((4, 5), 2);
        let weights = numbers.weights(DEPTH, 1.0);
        let found = around(&numbers, &weights, Linear, 0.0).unwrap();
        assert_eq!((&found.last, &found.back), (&numbers.inputs, &numbers.sent));
        assert_eq!(found.gradients, [0.0; DEPTH]);
    }
}
