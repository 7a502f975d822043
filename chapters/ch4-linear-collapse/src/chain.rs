//! The smallest stack: three neurons in a row.

use lesson::figure::{Arrow, Axis, Curve, Dash, Ink, Node, Panel};
use lesson::{Figure, Lesson, Table};

/// Weight and bias of each neuron.
pub(crate) const CHAIN: [(f64, f64); 3] = [(2.0, 1.0), (3.0, -1.0), (-0.5, 4.0)];

// ANCHOR: chain
/// Passes x through neurons whose activation is y = x.
pub(crate) fn through(neurons: &[(f64, f64)], x: f64) -> f64 {
    neurons.iter().fold(x, |x, (weight, bias)| weight * x + bias)
}
// ANCHOR_END: chain

// ANCHOR: folded
/// The weight and bias of the one neuron that does the same.
pub(crate) fn folded(neurons: &[(f64, f64)]) -> (f64, f64) {
    let before = (1.0, 0.0);
    neurons.iter().fold(before, |(slope, height), (w, b)| (w * slope, w * height + b))
}
// ANCHOR_END: folded

pub(crate) fn tell(say: &mut Lesson) {
    let (weight, bias) = folded(&CHAIN);
    say.section("chain", "Three neurons in a row");
    say.table(table());
    say.value("chain-weight", "weight of the one neuron", weight);
    say.value("chain-bias", "its bias", bias);
    say.figure(|| figure(weight, bias));
}

/// The answer to the exercise: 2x + 1, then -3x + 2, then x / 2 - 4.
pub(crate) fn tell_exercise(say: &mut Lesson) {
    let (weight, bias) = folded(&[(2.0, 1.0), (-3.0, 2.0), (0.5, -4.0)]);
    say.section("exercise", "Three other neurons");
    say.value("exercise-weight", "weight of the one neuron", weight);
    say.value("exercise-bias", "its bias", bias);
}

fn table() -> Table {
    let columns = [
        ("x", "x"),
        ("first", "neuron 1"),
        ("second", "neuron 2"),
        ("third", "neuron 3"),
        ("single", "one neuron"),
    ];
    let (weight, bias) = folded(&CHAIN);
    let row = |x: f64| {
        let after = |count: usize| through(&CHAIN[..count], x).into();
        [x.into(), after(1), after(2), after(3), (weight * x + bias).into()]
    };
    Table::new("chain-values", "What each neuron puts out, and what one neuron does at once", columns)
        .rows([-1.0, 0.0, 1.0, 2.0].into_iter().map(row))
}

fn figure(weight: f64, bias: f64) -> Figure {
    let caption = format!(
        "What can three neurons do that one cannot, if their activation is y = x? Nothing. Left: the three, and below \
         them the one that does the same, with weight {weight} and bias {bias}. Right: what comes out after each of \
         the three; every one is a straight line."
    );
    let line = |count: usize| {
        let label = if count == 3 { "after 3, and the one".to_owned() } else { format!("after {count}") };
        let dash = [Dash::Dotted, Dash::Dashed, Dash::Solid][count - 1];
        Curve::through(&label, Ink::Muted, [-2.0, 2.0].map(|x| (x, through(&CHAIN[..count], x)))).dashed(dash)
    };
    let lines =
        Panel::new(Axis::new("x", -2.0..=2.0), Axis::new("output", -12.0..=16.0)).with_all((1..=3).map(line));
    let hop = |(weight, bias)| Hop::new(written(weight, bias), "y = x", Ink::Ink);
    let row = diagram(&CHAIN.map(hop), &[hop((weight, bias))]);
    Figure::new("chain-of-lines", caption).panel(row).panel(lines)
}

/// A part of a diagram: what its arrow does to the number that passes, and the function in the neuron where it ends.
pub(crate) struct Hop {
    pub does: String,
    pub function: &'static str,
    pub ink: Ink,
    pub dash: Dash,
}

impl Hop {
    pub(crate) fn new(does: String, function: &'static str, ink: Ink) -> Self {
        Self { does, function, ink, dash: Dash::Solid }
    }
}

/// The chain above, the single neuron below.
pub(crate) fn diagram(chain: &[Hop], single: &[Hop]) -> Panel {
    let (above, below) = (places(chain.len(), 2.9), places(single.len(), 1.0));
    Panel::diagram(10.0, 4.0)
        .with_all(arrows(&above, chain))
        .with_all(arrows(&below, single))
        .with_all(nodes(&above, chain))
        .with_all(nodes(&below, single))
}

/// Where the input and this many neurons stand.
fn places(neurons: usize, height: f64) -> Vec<(f64, f64)> {
    let apart = 84.0 / (10 * neurons) as f64;
    // More than three need a zigzag, or what stands at the arrows has no room.
    let up = |place: usize| if neurons > 3 { 0.5 - (place % 2) as f64 } else { 0.0 };
    (0..=neurons).map(|place| (0.8 + apart * place as f64, height + up(place))).collect()
}

/// What an arrow does to the number that passes.
pub(crate) fn written(weight: f64, bias: f64) -> String {
    let sign = if bias < 0.0 { '-' } else { '+' };
    format!("·{weight} {sign}{}", bias.abs())
}

fn arrows(places: &[(f64, f64)], hops: &[Hop]) -> Vec<Arrow> {
    let arrow = |(ends, hop): (&[(f64, f64)], &Hop)| {
        Arrow::new(&hop.does, Ink::Ink, ends[0], ends[1]).dashed(hop.dash)
    };
    places.windows(2).zip(hops).map(arrow).collect()
}

/// The input, then neurons.
fn nodes(places: &[(f64, f64)], hops: &[Hop]) -> Vec<Node> {
    let names = hops.iter().map(|hop| (hop.function, hop.ink));
    let node = |(&at, (label, ink)): (&(f64, f64), (&str, Ink))| Node { label: label.into(), ink, at };
    places.iter().zip([("x", Ink::Ink)].into_iter().chain(names)).map(node).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_what_comes_out() {
        assert_eq!(folded(&CHAIN), (-3.0, 3.0));
        assert_eq!(folded(&[]), (1.0, 0.0));
        assert_eq!(through(&CHAIN, 2.0), -3.0);
    }
}
