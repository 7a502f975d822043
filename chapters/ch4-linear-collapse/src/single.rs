//! Any stack as one layer: the 1-8-8-1 network, other shapes, and what a narrow place takes away.

use crate::stack::{collapse, column, forward, named, parameters, random_layers};
use lesson::figure::{Axis, Curve, Dash, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use ndarray::{Array2, ArrayView1};
use nn::Error;
use nn::elementary::largest;
use nn::layer::Dense;

/// The network of the whole chapter.
pub(crate) const WIDTHS: [usize; 4] = [1, 8, 8, 1];
/// Its random numbers.
pub(crate) const SEED: u32 = 0;

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    // ANCHOR: single
    let layers = random_layers(&[1, 8, 8, 1], 0);
    let single = collapse(&layers)?;
    // ANCHOR_END: single
    say.section("single", "Two hidden layers of eight, as one layer");
    say.value("single-parameters", "weights and biases", parameters(&WIDTHS));
    say.value("single-weight", "W of the single layer", &single.weights);
    say.value("single-bias", "b of the single layer", &single.bias);
    say.try_figure(|| hidden_lines(&layers))?;
    shapes(say)?;
    narrow(say)
}

/// What every neuron of the stack puts out.
fn hidden_lines(layers: &[Dense<f64>]) -> Result<Figure, Error> {
    let lines = |count: usize, label: &str, ink: Ink| -> Result<Vec<Curve>, Error> {
        let heights = forward(&layers[..count], &column([-2.0, 2.0]))?;
        let line = |ends: ArrayView1<f64>| Curve::through(label, ink, [(-2.0, ends[0]), (2.0, ends[1])]);
        Ok(heights.columns().into_iter().map(line).collect())
    };
    let panel = |title: &str| Panel::new(Axis::new("x", -2.0..=2.0), Axis::new(title, -4.0..=4.0));
    let caption = "Does any neuron of the random 1-8-8-1 network bend, when the activation is y = x? None does. Left: the \
                   eight of the first hidden layer. Right: those of the second (dashed) and the output.";
    Ok(Figure::new("hidden-lines", caption)
        .panel(panel("first hidden layer").with_all(lines(1, "", Ink::Muted)?))
        .panel(
            panel("second hidden layer and output")
                .with_all(lines(2, "", Ink::Muted)?.into_iter().map(|line| line.dashed(Dash::Dashed)))
                .with_all(lines(3, "output", Ink::Ink)?),
        ))
}

fn shapes(say: &mut Lesson) -> Result<(), Error> {
    let mut hundred = vec![8; 101];
    (hundred[0], hundred[100]) = (1, 1);
    let stacks = [
        (named(&WIDTHS), WIDTHS.to_vec()),
        ("1-64-64-1".to_owned(), vec![1, 64, 64, 1]),
        ("2-16-16-3".to_owned(), vec![2, 16, 16, 3]),
        ("1-8-...-8-1, 100 layers".to_owned(), hundred),
    ];
    let columns = [
        ("widths", "widths"),
        ("stack", "in the stack"),
        ("layer", "in the layer"),
        ("gap", "largest difference"),
    ];
    let mut table = Table::new(
        "shapes",
        "Weights and biases of four random stacks, and of the layer that each of them is",
        columns,
    );
    for (name, widths) in stacks {
        let ends = [widths[0], widths[widths.len() - 1]];
        let gap = largest_gap(&random_layers(&widths, SEED))?;
        table = table.row([name.into(), parameters(&widths).into(), parameters(&ends).into(), gap.into()]);
    }
    say.section("any-shape", "Any depth, any width");
    say.table(table);
    Ok(())
}

/// How far stack and single layer lie apart at most, on a grid of inputs from -1 to 1 (all of them equal).
fn largest_gap(layers: &[Dense<f64>]) -> Result<f64, Error> {
    let inputs = layers.first().map_or(0, |layer| layer.weights.nrows());
    let grid = Array2::from_shape_fn((201, inputs), |(i, _)| i as f64 / 100.0 - 1.0);
    let single = collapse(layers)?.forward(&grid)?;
    Ok(largest((forward(layers, &grid)? - single).mapv(f64::abs)))
}

fn narrow(say: &mut Lesson) -> Result<(), Error> {
    let single = collapse(&random_layers(&[3, 1, 3], SEED))?;
    let first = single.weights.row(0);
    say.section("narrow", "Three numbers through one");
    say.value("narrow-weights", "W of a 3-1-3 stack", &single.weights);
    say.value("narrow-second", "row 2 by row 1", &(&single.weights.row(1) / &first));
    say.value("narrow-third", "row 3 by row 1", &(&single.weights.row(2) / &first));
    Ok(())
}
