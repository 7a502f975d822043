//! The worked example: a weighted sum, a ReLU, half a square; every number there and back.

use crate::diagram::{Way, arrow, diagram, gradient, node, short};
use lesson::figure::Panel;
use lesson::{Figure, Lesson, Value};
use nn::Activation;

/// The inputs and the target of the worked example.
pub(crate) const X: [f64; 3] = [1.0, 2.0, 3.0];
pub(crate) const Y: f64 = 1.0;
/// Weights that leave the ReLU on, off, and on its corner.
pub(crate) const ON: [f64; 3] = [0.5, -1.0, 1.0];
pub(crate) const OFF: [f64; 3] = [-0.5, -1.0, 0.5];
pub(crate) const CORNER: [f64; 3] = [1.0, 1.0, -1.0];

/// Every number of the worked example, in the order in which it is found.
///
/// Layer 1 hands on the inputs, layer 2 is a weighted sum, layer 3 is a ReLU, then comes half the squared error. `o2`
/// is what layer 2 puts out; `delta3` is the gradient of the loss at what layer 3 takes in.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// Each weight times its input.
    pub products: Vec<f64>,
    /// Their sum.
    pub o2: f64,
    /// What ReLU makes of it.
    pub o3: f64,
    /// Half the square of the distance to the target.
    pub loss: f64,
    /// The gradient at `o3`.
    pub delta4: f64,
    /// The slope of ReLU at `o2`.
    pub slope: f64,
    /// The gradient at `o2`.
    pub delta3: f64,
    /// The gradient at each weight.
    pub weights: Vec<f64>,
    /// The gradient at each input.
    pub delta2: Vec<f64>,
}

/// The worked example; `convention` is the slope of ReLU at 0.
pub fn worked(x: &[f64], w: &[f64], y: f64, convention: f64) -> Worked {
    through(Activation::Relu { slope_at_zero: convention }, x, w, y)
}

// ANCHOR: worked
/// The worked example with this function in layer 3.
pub(crate) fn through(layer: Activation, x: &[f64], w: &[f64], y: f64) -> Worked {
    let products: Vec<f64> = x.iter().zip(w).map(|(&x, &w)| times(w, x)).collect();
    let o2 = products.iter().fold(0.0, |sum, product| sum + product);
    let o3 = layer.value(o2);
    let loss = 0.5 * (o3 - y) * (o3 - y);

    let delta4 = o3 - y;
    let slope = layer.slope(o2);
    let delta3 = times(slope, delta4);
    let weights = x.iter().map(|&x| times(delta3, x)).collect();
    let delta2 = w.iter().map(|&w| times(delta3, w)).collect();
    Worked { products, o2, o3, loss, delta4, slope, delta3, weights, delta2 }
}
// ANCHOR_END: worked

/// The weights after a step of gradient descent.
pub(crate) fn moved(w: &[f64], gradient: &[f64], rate: f64) -> Vec<f64> {
    w.iter().zip(gradient).map(|(w, slope)| w - rate * slope).collect()
}

/// A product in which 0 has no sign: -0.0 would look like news.
fn times(a: f64, b: f64) -> f64 {
    a * b + 0.0
}

/// The loss of the example if this number goes into its ReLU.
pub(crate) fn loss_at(o2: f64, y: f64) -> f64 {
    worked(&[1.0], &[o2], y, 0.0).loss
}

pub(crate) fn tell(say: &mut Lesson) {
    let [on, off, corner] = [ON, OFF, CORNER].map(|w| worked(&X, &w, Y, 0.0));
    say.section("on", "W = 0.5 -1 1: the ReLU is on");
    every_number(say, "on", &on);
    say.figure(|| passes("worked-on", &X, &ON, &on));

    say.section("off", "W = -0.5 -1 0.5: the ReLU is off");
    every_number(say, "off", &off);
    say.figure(|| passes("worked-off", &X, &OFF, &off));

    say.section("on-the-corner", "W = 1 1 -1: the ReLU is on its corner, slope 0 by convention");
    every_number(say, "corner", &corner);

    say.section("answers", "What the exercises ask for");
    let onto_the_corner = -(ON[0] * X[0] + ON[1] * X[1]) / X[2];
    say.value("corner-weight", "third weight that leads to the corner", onto_the_corner);
    let moved = moved(&ON, &on.weights, 0.1);
    say.value("after-one-step", "o² after a step of 0.1", worked(&X, &moved, Y, 0.0).o2);
}

/// All numbers of one run of the example, named with a prefix.
pub(crate) fn every_number(say: &mut Lesson, prefix: &str, worked: &Worked) {
    let mut value =
        |name: &str, label: &str, value: Value| say.value(&format!("{prefix}-{name}"), label, value);
    value("products", "W times X, one by one", worked.products.as_slice().into());
    value("o2", "o² = their sum", worked.o2.into());
    value("o3", "o³ = ReLU(o²)", worked.o3.into());
    value("loss", "loss = (o³ - Y)² / 2", worked.loss.into());
    value("delta4", "δ⁴ = o³ - Y", worked.delta4.into());
    value("slope", "slope of ReLU at o²", worked.slope.into());
    value("delta3", "δ³ = slope times δ⁴", worked.delta3.into());
    value("weights", "gradient of W = δ³ X", worked.weights.as_slice().into());
    value("delta2", "δ² = δ³ W", worked.delta2.as_slice().into());
}

/// Values forwards on the left, gradients back on the right.
pub(crate) fn passes(name: &str, x: &[f64], w: &[f64], worked: &Worked) -> Figure {
    let verdict = verdict("ReLU", worked);
    let caption = format!(
        "What does each weight hear of the loss? Left: the values on their way to a loss of {}. Right: the gradients on \
         their way back. {verdict}",
        short(worked.loss)
    );
    Figure::new(name, caption).panel(there("ReLU", x, w, worked)).panel(back("ReLU", x.len(), worked))
}

/// What the layer with this name does to the gradient.
pub(crate) fn verdict(layer: &str, worked: &Worked) -> String {
    match worked.delta3 {
        0.0 if worked.delta4 == 0.0 => "The target is met, so there is nothing to hand back.".to_owned(),
        0.0 => format!("The {layer} stops the gradient: {} arrives, 0 leaves.", short(worked.delta4)),
        _ => format!("The {layer} hands on {} of {}.", short(worked.delta3), short(worked.delta4)),
    }
}

/// Where the nodes stand: the inputs one below the other, then the chain.
const SUM: (f64, f64) = (4.6, 3.4);
const RELU: (f64, f64) = (7.0, 3.4);
const LOSS: (f64, f64) = (9.4, 3.4);

fn inputs(count: usize) -> Vec<(f64, f64)> {
    let gap = 5.4 / (count.max(2) - 1) as f64;
    let top = if count == 1 { SUM.1 } else { 6.1 };
    (0..count).map(|i| (0.7, top - gap * i as f64)).collect()
}

/// Values on their way to the loss; `layer` is short enough to stand in its node.
pub(crate) fn there(layer: &str, x: &[f64], w: &[f64], worked: &Worked) -> Panel {
    let weighted = inputs(x.len())
        .into_iter()
        .zip(x.iter().zip(w))
        .map(|(at, (&x, &w))| arrow(Way::Forward, &format!("{}·{}", short(w), short(x)), at, SUM));
    with_nodes(diagram().with_all(weighted), layer, x.len())
        .with(arrow(Way::Forward, &short(worked.o2), SUM, RELU))
        .with(arrow(Way::Forward, &short(worked.o3), RELU, LOSS))
}

/// Gradients on their way back.
pub(crate) fn back(layer: &str, count: usize, worked: &Worked) -> Panel {
    let arrows =
        inputs(count).into_iter().zip(&worked.weights).map(|(at, &slope)| gradient("", slope, SUM, at));
    with_nodes(diagram().with_all(arrows), layer, count)
        .with(gradient("", worked.delta3, RELU, SUM))
        .with(gradient("", worked.delta4, LOSS, RELU))
}

fn with_nodes(panel: Panel, layer: &str, count: usize) -> Panel {
    let named =
        inputs(count).into_iter().enumerate().map(|(i, at)| node(&format!("w{}", lowered(i + 1)), at));
    panel.with_all(named).with_all([node("Σ", SUM), node(layer, RELU), node("Loss", LOSS)])
}

/// A digit set low.
fn lowered(digit: usize) -> char {
    u32::try_from(digit).ok().and_then(|digit| char::from_u32(0x2080 + digit)).unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_settings_have_their_numbers() {
        let on = worked(&X, &ON, Y, 0.0);
        assert_eq!((on.o2, on.o3, on.loss, on.delta4, on.delta3), (1.5, 1.5, 0.125, 0.5, 0.5));
        assert_eq!(on.weights, [0.5, 1.0, 1.5]);
        let off = worked(&X, &OFF, Y, 0.0);
        assert_eq!((off.o2, off.o3, off.loss, off.delta4, off.delta3), (-1.0, 0.0, 0.5, -1.0, 0.0));
        for (convention, delta3) in [(0.0, 0.0), (0.5, -0.5), (1.0, -1.0)] {
            let corner = worked(&X, &CORNER, Y, convention);
            assert_eq!((corner.o2, corner.o3, corner.delta4, corner.delta3), (0.0, 0.0, -1.0, delta3));
        }
    }

    #[test]
    fn a_gradient_of_zero_has_no_sign() {
        let off = worked(&[-1.0], &[1.0], 1.0, 0.0);
        assert!(off.delta3.is_sign_positive() && off.weights[0].is_sign_positive());
    }
}
