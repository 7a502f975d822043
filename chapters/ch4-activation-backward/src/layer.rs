//! The activation layer as a picture: two neurons in, two out, no weights; values forwards, gradients back.

use crate::diagram::{Way, arrow, diagram, gradient, node, short};
use lesson::figure::Panel;
use lesson::{Figure, Lesson};
use ndarray::{Array1, array};
use nn::Activation;

/// The heights of the two neurons in the diagrams.
const ROWS: [f64; 2] = [5.0, 1.8];

pub(crate) fn tell(say: &mut Lesson) -> Result<(), nn::Error> {
    // ANCHOR: forward
    let relu = Activation::Relu { slope_at_zero: 0.0 };
    let inputs = array![1.5, -1.0];
    let outputs = relu.forward(&inputs);
    // ANCHOR_END: forward
    say.section("forward", "Forward: the function, number by number");
    say.value("inputs", "inputs", &inputs);
    say.value("outputs", "outputs", &outputs);
    say.figure(structure);
    say.figure(|| forward(&inputs, &outputs));

    // ANCHOR: backward
    let upstream = array![0.5, 2.0];
    let slopes = inputs.mapv(|x| relu.slope(x));
    let downstream = &slopes * &upstream;
    // ANCHOR_END: backward
    say.section("backward", "Backward: the slope, number by number");
    say.value("upstream", "gradient at the outputs", &upstream);
    say.value("slopes", "slope at each input", &slopes);
    say.value("downstream", "gradient at the inputs", &downstream);
    say.value("nn-downstream", "the same by nn's layer", &relu.backward(&inputs, &upstream)?);
    say.figure(|| backward(&upstream, &downstream));
    say.figure(paths);
    Ok(())
}

/// A linear layer, whose arrows cross and carry weights, and the activation layer after it, whose arrows do neither.
fn structure() -> Figure {
    let [top, bottom] = ROWS;
    let weights = [("w₁₁", top, top), ("w₂₁", bottom, top), ("w₁₂", top, bottom), ("w₂₂", bottom, bottom)];
    let weighted = weights.map(|(label, from, to)| arrow(Way::Forward, label, (0.8, from), (4.2, to)));
    let plain = ROWS.map(|row| arrow(Way::Forward, "", (4.2, row), (7.2, row)));
    let out = ROWS.map(|row| arrow(Way::Forward, "", (7.2, row), (9.8, row)));
    let panel = diagram()
        .with_all(weighted)
        .with_all(plain)
        .with_all(out)
        .with_all([node("a₁", (0.8, top)), node("a₂", (0.8, bottom))])
        .with_all([node("Σ₁", (4.2, top)), node("Σ₂", (4.2, bottom))])
        .with_all([node("f₁", (7.2, top)), node("f₂", (7.2, bottom))]);
    Figure::new(
        "structure",
        "Which arrows carry weights? Those into the linear layer (Σ) do, and they cross. The activation layer (f) has \
         one arrow in and one arrow out for each neuron, and nothing on them to learn.",
    )
    .panel(panel)
}

/// The two neurons with what goes in and what comes out.
fn forward(inputs: &Array1<f64>, outputs: &Array1<f64>) -> Figure {
    let lanes = ROWS.into_iter().zip(inputs).zip(outputs);
    let arrows = lanes.flat_map(|((row, &x), &y)| {
        let (named_in, named_out) = (short(x), short(y));
        [
            arrow(Way::Forward, &named_in, (1.0, row), (5.0, row)),
            arrow(Way::Forward, &named_out, (5.0, row), (9.2, row)),
        ]
    });
    let caption = format!(
        "What goes through the layer? {} stays {}, {} becomes {}: each neuron applies ReLU to its own number.",
        short(inputs[0]),
        short(outputs[0]),
        short(inputs[1]),
        short(outputs[1])
    );
    Figure::new("forward-pass", caption).panel(diagram().with_all(arrows).with_all(neurons()))
}

/// The same two neurons with what comes back.
fn backward(upstream: &Array1<f64>, downstream: &Array1<f64>) -> Figure {
    let lanes = ROWS.into_iter().zip(upstream).zip(downstream);
    let arrows = lanes.flat_map(|((row, &above), &below)| {
        [gradient("", above, (9.2, row), (5.0, row)), gradient("", below, (5.0, row), (1.0, row))]
    });
    let caption = format!(
        "What comes back? Gradients run against the arrows of the forward pass. The first neuron was on and hands on \
         {}. The second was off: {} arrives and {} leaves.",
        short(downstream[0]),
        short(upstream[1]),
        short(downstream[1])
    );
    Figure::new("backward-pass", caption).panel(diagram().with_all(arrows).with_all(neurons()))
}

fn neurons() -> [lesson::figure::Node; 2] {
    let [top, bottom] = ROWS;
    [node("f₁", (5.0, top)), node("f₂", (5.0, bottom))]
}

fn paths() -> Figure {
    Figure::new(
        "paths",
        "By which paths does X₁ reach the loss? Only one, through its own neuron. What happens in the second neuron \
         plays no part in the gradient of X₁.",
    )
    .panel(ways_of_the_first(false))
}

/// The paths from X₁ to the loss: through its own neuron, or through both.
pub(crate) fn ways_of_the_first(mixed: bool) -> Panel {
    let [top, bottom] = ROWS;
    let loss = (9.0, f64::midpoint(top, bottom));
    let across = if mixed { Way::Forward } else { Way::Idle };
    let crossing = mixed.then(|| {
        [arrow(Way::Forward, "", (1.0, top), (5.0, bottom)), arrow(Way::Idle, "", (1.0, bottom), (5.0, top))]
    });
    diagram()
        .with_all(crossing.into_iter().flatten())
        .with(arrow(Way::Forward, "", (1.0, top), (5.0, top)))
        .with(arrow(Way::Idle, "", (1.0, bottom), (5.0, bottom)))
        .with(arrow(Way::Forward, "", (5.0, top), loss))
        .with(arrow(across, "", (5.0, bottom), loss))
        .with_all([node("X₁", (1.0, top)), node("X₂", (1.0, bottom)), node("Loss", loss)])
        .with_all(if mixed { [node("s₁", (5.0, top)), node("s₂", (5.0, bottom))] } else { neurons() })
}
