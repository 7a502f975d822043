//! Where the digits end: equal on paper, not in 64 bits.

use crate::single::{SEED, WIDTHS};
use crate::stack::{collapse, forward, random_layers};
use crate::ulps::ulps_between;
use lesson::figure::{Axis, Ink, Panel, Rule, Scatter, Side};
use lesson::{Figure, Lesson, Table, Value};
use ndarray::{Array2, ArrayView1};
use nn::Error;
use nn::elementary::{ln, max};
use nn::layer::Dense;

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let layers = random_layers(&WIDTHS, SEED);
    let single = collapse(&layers)?;
    let zero = -single.bias[0] / single.weights[[0, 0]];
    let grid: Vec<f64> = (-1000..=1000).map(|step| f64::from(step) / 250.0).collect();
    let distances: Vec<u64> = compared(&layers, &grid)?.into_iter().map(|row| row.ulps).collect();
    let equal = distances.iter().filter(|&&apart| apart == 0).count();
    let largest = distances.iter().copied().max().unwrap_or(0);
    say.section("digits", "The same line, rounded differently");
    say.table(comparison("apart", &layers)?);
    say.value("inputs", "inputs from -4 to 4", grid.len());
    say.value("equal", "of them with the same bits", equal);
    say.value("largest-distance", "largest distance, in ulps", largest as usize);
    say.value("zero-crossing", "the line is zero at x", zero);
    say.figure(|| scattered(&grid, &distances, zero));
    Ok(())
}

/// One input, what stack and single layer make of it, and how far apart that is.
struct Compared {
    x: f64,
    stack: Value,
    single: Value,
    ulps: u64,
}

/// Stack and single layer side by side; a stack with several inputs gets each number in all of them.
fn compared(layers: &[Dense<f64>], numbers: &[f64]) -> Result<Vec<Compared>, Error> {
    let width = layers.first().map_or(0, |layer| layer.weights.nrows());
    let inputs = Array2::from_shape_fn((numbers.len(), width), |(i, _)| numbers[i]);
    let stack = forward(layers, &inputs)?;
    let single = collapse(layers)?.forward(&inputs)?;
    let row = |((&x, a), b): ((&f64, ArrayView1<f64>), ArrayView1<f64>)| {
        let ulps = a.iter().zip(&b).map(|(&a, &b)| ulps_between(a, b)).max().unwrap_or(0);
        Compared { x, stack: outputs(&a), single: outputs(&b), ulps }
    };
    Ok(numbers.iter().zip(stack.rows()).zip(single.rows()).map(row).collect())
}

fn outputs(row: &ArrayView1<f64>) -> Value {
    if row.len() == 1 { row[0].into() } else { row.iter().copied().collect() }
}

/// The comparison at nine inputs.
pub(crate) fn comparison(name: &str, layers: &[Dense<f64>]) -> Result<Table, Error> {
    let columns =
        [("x", "x"), ("stack", "the stack"), ("single", "the single layer"), ("ulps", "ulps apart")];
    let numbers: Vec<f64> = (-4..=4).map(f64::from).collect();
    let row = |row: Compared| [row.x.into(), row.stack, row.single, (row.ulps as usize).into()];
    Ok(Table::new(name, "Stack and single layer, and how many floats apart they are", columns)
        .rows(compared(layers, &numbers)?.into_iter().map(row)))
}

/// The distances on a scale of doublings, so that the peak fits.
fn scattered(grid: &[f64], distances: &[u64], zero: f64) -> Figure {
    let doublings = |apart: u64| ln(apart as f64 + 1.0) / ln(2.0);
    let points = grid.iter().zip(distances).map(|(&x, &apart)| (x, doublings(apart))).collect();
    let ticks = [0, 3, 15, 63, 255, 1023, 4095, 16383].map(|apart| (doublings(apart), apart.to_string()));
    let top = distances.iter().map(|&apart| doublings(apart)).fold(4.0, max) + 0.6;
    let panel = Panel::new(
        Axis::new("x", -4.0..=4.0),
        Axis::new("ulps between the two results", -0.4..=top)
            .ticks(ticks)
            .drawn_as("log2 of 1 + ulps between the two results"),
    )
    .with(Rule { label: "the line is zero".into(), ink: Ink::Muted, side: Side::X, at: zero })
    .with(Scatter { label: String::new(), ink: Ink::Orange, radius: 0.5, points });
    let caption = "How many floats are the 1-8-8-1 stack and its single layer apart, on a doubling scale? Most where the \
                   line crosses zero: floats lie denser there, so the same small difference counts as more of them.";
    Figure::new("ulps", caption).panel(panel)
}
