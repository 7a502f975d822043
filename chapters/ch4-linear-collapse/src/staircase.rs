//! A stack of linear neurons that is not linear in 64 bits.

use crate::stack::{collapse, column, forward};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use ndarray::{Array1, array};
use nn::Error;
use nn::elementary::{max, min};
use nn::layer::Dense;

// ANCHOR: neurons
/// Three neurons with the activation y = x. The product of their weights is 1.
fn neurons() -> Vec<Dense<f64>> {
    let smallest = f64::from_bits(1);
    let weights = [smallest, 1.0 / f64::MIN_POSITIVE, 1.0 / f64::EPSILON];
    weights.map(|weight| Dense::new(array![[weight]])).into()
}
// ANCHOR_END: neurons

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let neurons = neurons();
    let weights: Array1<f64> = neurons.iter().map(|layer| layer.weights[[0, 0]]).collect();
    say.section("staircase", "Three linear neurons that round");
    say.value("staircase-weights", "their weights", &weights);
    say.value("staircase-single", "W of the single layer", &collapse(&neurons)?.weights);
    say.table(table(&neurons)?);
    say.try_figure(|| figure(&neurons))?;
    Ok(())
}

fn table(neurons: &[Dense<f64>]) -> Result<Table, Error> {
    let inputs = column([0.3, 0.5, 0.7, 1.5, 2.5]);
    let stack = forward(neurons, &inputs)?;
    let single = collapse(neurons)?.forward(&inputs)?;
    let columns = [("x", "x"), ("stack", "three neurons"), ("single", "single layer")];
    let row = |((&x, &a), &b): ((&f64, &f64), &f64)| [x.into(), a.into(), b.into()];
    Ok(Table::new("staircase-values", "On paper these are the same function", columns)
        .rows(inputs.iter().zip(&stack).zip(&single).map(row)))
}

/// Whole numbers from here to its opposite have a step each.
const LAST: i32 = 3;

fn figure(neurons: &[Dense<f64>]) -> Result<Figure, Error> {
    let end = f64::from(LAST);
    let mut panel = Panel::new(Axis::new("x", -end..=end), Axis::new("output", -end - 0.3..=end + 0.3))
        .with(Curve::of("the single layer", Ink::Muted, -end..=end, |x| x).dashed(Dash::Dashed));
    for step in -LAST..=LAST {
        let height = f64::from(step);
        let label = if step == 1 { "three neurons" } else { "" };
        let ends = [max(height - 0.5, -end), min(height + 0.5, end)];
        panel = panel.with(Curve::through(label, Ink::Orange, ends.map(|x| (x, height))));
    }
    for jump in (-LAST..LAST).map(|step| f64::from(step) + 0.5) {
        let taken = forward(neurons, &column([jump]))?.sum();
        panel = panel
            .with(Dot::new("", Ink::Orange, (jump, taken)))
            .with(Dot::new("", Ink::Orange, (jump, 2.0 * jump - taken)).open());
    }
    let caption = "What do 64-bit floats make of three linear neurons whose weights multiply to 1? On paper it is the dashed \
                   line. In floats every result is a whole number; half-way, the even neighbour is taken (filled dots).";
    Ok(Figure::new("stairs", caption).panel(panel))
}
