//! Two printings of one program, and the exponential that tells them apart.

use crate::network::Pass;
use crate::numpy_print::numpy_print;
use crate::untrained::{first_rows, is_uniform};
use lesson::{Lesson, Table, Value};
use ndarray::{Array2, Axis};
use nn::elementary::{exp, max};
use nn::{Error, numpy_exp, numpy_softmax, softmax};

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let logits = Pass::in_15()?.logits;
    // ANCHOR: two
    let vector_kernel = numpy_softmax(&logits);
    let rounded = softmax(&logits);
    // ANCHOR_END: two
    say.section("printings", "One program, two printings");
    say.value("with-kernel", "NumPy's vector kernel", first_rows(&vector_kernel));
    say.value("with-rounded", "correctly rounded", first_rows(&rounded));

    let apart: Vec<u32> = vector_kernel.iter().zip(&rounded).map(|(&a, &b)| steps(a, b)).collect();
    say.section("apart", "How far apart");
    say.value("rows-apart", "of the first 5 rows differ", differing_rows(&apart[..5 * 3]));
    say.value("all-rows-apart", "of all 300 rows differ", differing_rows(&apart));
    say.value("entries-apart", "of all 900 numbers differ", apart.iter().filter(|&&steps| steps > 0).count());
    say.value(
        "most-apart",
        "steps between them at most",
        apart.iter().max().map_or(0, |&most| most as usize),
    );

    say.section("walk", "One row, step by step");
    say.value("walk-logits", "logits of row 1", one_row(&logits, 1));
    say.table(walk(&logits, 1));
    nearly_dead(&Pass::in_14()?, say);
    Ok(())
}

/// The rows of In[14] that only one of the exponentials makes exactly uniform.
fn nearly_dead(pass: &Pass, say: &mut Lesson) {
    let (kernel, rounded) = (numpy_softmax(&pass.logits), softmax(&pass.logits));
    let uniform = |p: &Array2<f32>| p.rows().into_iter().filter(is_uniform).count();
    let only_kernel = |row: &usize| is_uniform(&kernel.row(*row)) && !is_uniform(&rounded.row(*row));
    say.section("nearly-dead", "In[14] once more: rows exactly uniform");
    say.value("uniform-kernel", "with NumPy's kernel", uniform(&kernel));
    say.value("uniform-rounded", "with a correctly rounded one", uniform(&rounded));
    if let Some(row) = (0..pass.labels.len()).find(only_kernel) {
        let shifted = shifted(&pass.logits, row);
        say.value("nearly-row", "the row between them", row);
        say.value("nearly-shifted", "its logits less the largest", shifted.as_slice());
        say.value(
            "nearly-kernel",
            "NumPy's exp of those",
            shifted.iter().copied().map(numpy_exp).collect::<Value>(),
        );
        say.value(
            "nearly-rounded",
            "rounded exp of those",
            shifted.iter().copied().map(exp).collect::<Value>(),
        );
        say.value("half-step", "half a step below 1", f64::from(1.0 - 1.0f32.next_down()) / 2.0);
    }
}

/// The logits of a row less the largest of them.
fn shifted(logits: &Array2<f32>, row: usize) -> Vec<f32> {
    let row = logits.row(row);
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| max(a, b));
    row.iter().map(|z| z - largest).collect()
}

// ANCHOR: steps
/// How many floats lie between two positive ones, counting the second.
pub(crate) fn steps(a: f32, b: f32) -> u32 {
    a.to_bits().abs_diff(b.to_bits())
}
// ANCHOR_END: steps

fn differing_rows(apart: &[u32]) -> usize {
    apart.chunks(3).filter(|row| row.iter().any(|&steps| steps > 0)).count()
}

fn one_row(matrix: &Array2<f32>, row: usize) -> String {
    numpy_print(&matrix.select(Axis(0), &[row]))
}

/// Shift, exponential, sum and quotient of one row, with both exponentials.
fn walk(logits: &Array2<f32>, row: usize) -> Table {
    let columns = [("step", "step"), ("kernel", "NumPy's kernel"), ("rounded", "correctly rounded")];
    let shifted = shifted(logits, row);
    let with = |exp: fn(f32) -> f32| {
        let exponentials: Vec<f32> = shifted.iter().map(|&z| exp(z)).collect();
        let sum: f32 = exponentials.iter().sum();
        let first = exponentials[0] / sum;
        (exponentials, sum, first)
    };
    let (kernel, rounded) = (with(numpy_exp), with(exp));
    let list = |numbers: &[f32]| Value::from(numbers);
    Table::new("walk-steps", "The same three logits through both exponentials", columns)
        .row(["shifted".into(), list(&shifted), list(&shifted)])
        .row(["exp".into(), list(&kernel.0), list(&rounded.0)])
        .row(["sum".into(), kernel.1.into(), rounded.1.into()])
        .row(["first".into(), kernel.2.into(), rounded.2.into()])
        .row(["its bits".into(), bits(kernel.2), bits(rounded.2)])
}

fn bits(x: f32) -> Value {
    format!("{:08x}", x.to_bits()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_printing_is_the_authors() {
        let printed = "\
[[0.33333334 0.33333334 0.33333334]
 [0.33333316 0.3333332  0.33333364]
 [0.33333287 0.3333329  0.33333418]
 [0.3333326  0.33333263 0.33333477]
 [0.33333233 0.3333324  0.33333528]]";
        assert_eq!(first_rows(&softmax(&Pass::in_15().unwrap().logits)), printed);
    }

    #[test]
    fn the_walk_ends_at_the_softmax() {
        let logits = Pass::in_15().unwrap().logits;
        let walk = walk(&logits, 1);
        assert_eq!(walk.cell("first", "kernel"), Some(&numpy_softmax(&logits)[[1, 0]].into()));
        assert_eq!(walk.cell("first", "rounded"), Some(&softmax(&logits)[[1, 0]].into()));
    }
}
