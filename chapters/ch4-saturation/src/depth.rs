//! Whole layers: the gradient that reaches each of them, for four activations and three initial scales.

use crate::inks::{FOUR, ink};
use crate::network::{Signals, Start, WIDTH, signals};
use lesson::figure::{Axis, Curve, Panel};
use lesson::{Figure, Lesson, Table, Value, scientific};
use ndarray::{ArrayRef2, ArrayView1};
use nn::elementary::{log10, max, min, powf, sqrt};
use nn::{Activation, Error, RELU};

pub(crate) const DEPTH: usize = 20;
const DEPTHS: [usize; 5] = [1, 2, 5, 10, DEPTH];

/// What a table of gradients measures.
pub(crate) fn arriving() -> String {
    format!("What reaches layer 1 of a gradient sent to layer {DEPTH}")
}

/// What a table of outputs measures.
pub(crate) fn leaving() -> String {
    format!("The size of the outputs of layer {DEPTH}")
}

/// Glorot's, He's, and one that is too large.
fn scales() -> [(&'static str, f64); 3] {
    [("1", 1.0), ("√2", sqrt(2.0)), ("3", 3.0)]
}

fn run(activation: Activation, depth: usize, scale: f64) -> Result<Signals, Error> {
    signals(Start { activation, depth, scale, seed: 0 })
}

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let mut grid = Vec::new();
    for (_, scale) in scales() {
        let signals: Result<Vec<Signals>, Error> = FOUR.iter().map(|&f| run(f, DEPTH, scale)).collect();
        grid.push(signals?);
        say.progress("deep networks", grid.len(), scales().len());
    }
    say.section("layers", &format!("{DEPTH} layers of {WIDTH} units"));
    say.table(arrivals("arrived", &arriving(), &grid, |signals| signals.gradients[0]));
    say.table(arrivals("outputs", &leaving(), &grid, |signals| signals.outputs[DEPTH - 1]));
    say.value(
        "sigmoid-spread",
        "largest difference of two samples' outputs, sigmoid, scale 1",
        spread(&grid[0][0].last),
    );
    say.figure(|| figure(&grid));

    say.section("depths", "Networks of other depths, scale √2");
    say.table(depths()?);

    let relu = run(RELU, DEPTH, 1.0)?;
    say.section("level", "The scale at which ReLU keeps the gradient");
    let lost = relu.gradients[DEPTH - 1] / relu.gradients[0];
    let level = powf(lost, 1.0 / (DEPTH - 1) as f64);
    let kept = run(RELU, DEPTH, level)?;
    say.value("level-scale", "scale", level);
    say.value(
        "level-ratio",
        &format!("gradient at layer 1 over that at layer {DEPTH}"),
        kept.gradients[0] / kept.gradients[DEPTH - 1],
    );
    Ok(())
}

/// One row an activation, one column a scale.
fn arrivals(name: &str, caption: &str, grid: &[Vec<Signals>], of: impl Fn(&Signals) -> f64) -> Table {
    let columns =
        [("activation", "activation"), ("glorot", "scale 1"), ("he", "scale √2"), ("large", "scale 3")];
    let row = |(index, &activation): (usize, &Activation)| {
        let sizes = grid.iter().map(|signals| Value::from(of(&signals[index])));
        [activation.title().into()].into_iter().chain(sizes).collect::<Vec<_>>()
    };
    Table::new(name, caption, columns).rows(FOUR.iter().enumerate().map(row))
}

/// How far apart the outputs of one unit lie for two samples, at most.
pub(crate) fn spread(outputs: &ArrayRef2<f64>) -> f64 {
    let range = |unit: ArrayView1<'_, f64>| {
        let (low, high) = unit
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &y| (min(y, low), max(y, high)));
        high - low
    };
    outputs.columns().into_iter().map(range).fold(0.0, max)
}

fn depths() -> Result<Table, Error> {
    let columns = [
        ("depth", "layers"),
        ("sigmoid", "sigmoid"),
        ("tanh", "tanh"),
        ("relu", "ReLU"),
        ("leaky", "leaky ReLU"),
    ];
    let mut table =
        Table::new("depth-table", "What reaches layer 1 of a gradient sent to the last layer", columns);
    for depth in DEPTHS {
        let mut row = vec![Value::from(depth)];
        for activation in FOUR {
            row.push(run(activation, depth, sqrt(2.0))?.gradients[0].into());
        }
        table = table.row(row);
    }
    Ok(table)
}

fn figure(grid: &[Vec<Signals>]) -> Figure {
    let panel = |((scale, _), signals): ((&str, f64), &Vec<Signals>)| {
        let curve = |(&activation, signals): (&Activation, &Signals)| {
            let (ink, dash) = ink(activation);
            Curve::through(activation.title(), ink, layers(&signals.gradients)).dashed(dash)
        };
        Panel::new(
            layer_axis(DEPTH),
            Axis::powers_of_ten(&format!("gradient, scale {scale}"), -15.0..=10.0, 5),
        )
        .with_all(FOUR.iter().zip(signals).map(curve))
    };
    let caption = format!(
        "How much of a gradient of size 1, sent to layer {DEPTH}, reaches the layers before? Read from right to left. At \
         scale 1 ReLU loses all but {} of it, at √2 it keeps it, at 3 it makes {} of it. The sigmoid loses it at \
         each of the three: {}, {}, {}.",
        scientific(grid[0][2].gradients[0], 1),
        scientific(grid[2][2].gradients[0], 1),
        scientific(grid[0][0].gradients[0], 0),
        scientific(grid[1][0].gradients[0], 0),
        scientific(grid[2][0].gradients[0], 0)
    );
    scales().into_iter().zip(grid).map(panel).fold(Figure::new("layers-figure", caption), Figure::panel)
}

/// The layers of a network, some of them with a number.
pub(crate) fn layer_axis(depth: usize) -> Axis {
    let every = (depth / 4).max(1);
    let numbered = (1..=depth).filter(|layer| *layer == 1 || layer % every == 0 && *layer > every / 2);
    Axis::new("layer", 0.5..=depth as f64 + 0.5)
        .ticks(numbered.map(|layer| (layer as f64, layer.to_string())))
}

/// A size a layer as points, in powers of ten; a size of 0 has none.
pub(crate) fn layers(sizes: &[f64]) -> impl Iterator<Item = (f64, f64)> {
    sizes.iter().enumerate().map(|(layer, &size)| ((layer + 1) as f64, log10(size)))
}
