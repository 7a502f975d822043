//! A batch: one sample a row, and the bug of normalising along the other axis.

use lesson::Lesson;
use ndarray::{Array2, Axis, array};
use nn::elementary::exp;

// ANCHOR: columns
/// Softmax along the wrong axis: each column is divided by its sum, so the rows are mixed.
fn softmax_of_columns(logits: &Array2<f64>) -> Array2<f64> {
    let weights = logits.mapv(exp);
    let sums = weights.sum_axis(Axis(0));
    weights / sums
}
// ANCHOR_END: columns

pub(crate) fn tell(say: &mut Lesson) {
    // ANCHOR: rows
    let batch = array![[4.8, 1.21, 2.385], [8.9, -1.81, 0.2], [1.41, 1.051, 0.026]];
    let probabilities = nn::softmax(&batch);
    // ANCHOR_END: rows
    say.section("batch", "A batch, row by row");
    say.value("batch-logits", "logits, a sample a row", &batch);
    say.value("batch-probabilities", "softmax of each row", &probabilities);
    say.value("batch-sums", "sum of each row", &probabilities.sum_axis(Axis(1)));

    let equal = array![[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]];
    say.section("wrong-axis", "The same sum along the wrong axis");
    say.value("equal-rows", "two equal rows", &equal);
    say.value("right-axis", "divided by the row's sum", &nn::softmax(&equal));
    say.value("columns", "divided by the column's sum", &softmax_of_columns(&equal));
    say.value("column-row-sum", "sum of a row then", &softmax_of_columns(&equal).sum_axis(Axis(1)));
}
