//! The stack as a figure that answers: layers of one neuron each, or the random network of the page.

mod picture;
mod random;
mod row;
#[cfg(test)]
mod tests;

use crate::chain::CHAIN;
use lesson::Explorable;
use lesson::explore::{Controls, Preset, State, View};

pub(crate) const STACK: Explorable =
    Explorable::new("stack", "When is a stack of layers one line, and when is it not?", controls, view);

/// How many layers there can be.
const COUNTS: [&str; 4] = ["1", "2", "3", "4"];
/// The controls of each layer: its weight, its bias, and what follows.
const LAYERS: [[&str; 3]; 4] =
    [["w1", "b1", "then1"], ["w2", "b2", "then2"], ["w3", "b3", "then3"], ["w4", "b4", "then4"]];

fn controls() -> Controls {
    let mut controls = Controls::new()
        .choice("net", "stack", [("row", "one neuron a layer"), ("random", "random 1-8-8-1")], "row")
        .range("x", "x, the input to follow", -picture::REACH..=picture::REACH, 0.01, 1.0)
        .presets("Stacks of this page", stacks())
        .choice("layers", "layers, one neuron each", COUNTS.map(|count| (count, count)), "3")
        .when([("net", "row")]);
    for (place, [weight, bias, then]) in LAYERS.into_iter().enumerate() {
        let (w, b) = CHAIN.get(place).copied().unwrap_or((1.0, 0.0));
        let functions = [("none", "nothing"), ("relu", "ReLU"), ("tanh", "tanh"), ("sigmoid", "sigmoid")];
        let deeper = || COUNTS.into_iter().skip(place).map(|count| ("layers", count));
        controls = controls
            .folded(&format!("Layer {}", place + 1))
            .range(weight, "weight", -4.0..=4.0, 0.1, w)
            .when(deeper())
            .range(bias, "bias", -4.0..=4.0, 0.1, b)
            .when(deeper())
            .choice(then, "followed by", functions, "none")
            .when(deeper());
    }
    controls
        .folded("Random 1-8-8-1")
        .whole("seed", "seed", 0..=999, 0)
        .when([("net", "random")])
        .switch("relu1", "ReLU after hidden layer 1", true)
        .when([("net", "random")])
        .switch("relu2", "ReLU after hidden layer 2", false)
        .when([("net", "random")])
}

fn stacks() -> [Preset; 10] {
    [
        ("three neurons in a row", ""),
        ("ReLU after the first: one corner", "then1=relu"),
        ("ReLU after the first and the second: still one corner", "then1=relu&then2=relu"),
        ("two ReLUs, two corners", "then1=relu&then2=relu&w2=-3&b2=2"),
        ("two ReLUs, and nothing of x is left", "then1=relu&then2=relu&w2=-3"),
        ("tanh after the second", "then2=tanh&b2=-2"),
        ("the sigmoid, then a ReLU that never opens", "then1=sigmoid&then2=relu&w2=1&b2=-2"),
        ("random 1-8-8-1 without a bend", "net=random&relu1=0"),
        ("ReLU after its hidden layer 1", "net=random"),
        ("ReLU after both hidden layers", "net=random&relu2=1"),
    ]
    .map(|(label, address)| Preset::new(label, address))
}

fn view(state: &State) -> View {
    let shown = if state.word("net") == "random" { random::view(state) } else { row::view(state) };
    // Every layer gets as many numbers as the one before it gives.
    shown.unwrap_or_else(|error| View::new(error.to_string()))
}

/// A number in four decimals at most.
fn short(x: f64) -> f64 {
    unsigned((x * 1e4).round() / 1e4)
}

/// The same number, but a 0 without a sign, which says nothing.
fn unsigned(x: f64) -> f64 {
    x + 0.0
}
