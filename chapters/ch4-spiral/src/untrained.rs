//! In[4], In[14] and In[15] as NumPy prints them, and what the untrained networks are worth.

use crate::network::{Pass, one_layer};
use crate::numpy_print::numpy_print;
use crate::training::accuracy;
use lesson::{Lesson, Table};
use ndarray::{Array2, ArrayView1, Axis};
use nn::elementary::{largest, ln};
use nn::loss::{CategoricalCrossEntropy, Loss};
use nn::random::RandomState;
use nn::{Error, argmax, numpy_softmax};

/// One third, as near as 32 bits come.
const THIRD: f32 = 1.0 / 3.0;

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    say.section("in-4", "In[4]: dense and ReLU, the first five rows");
    say.value("in-4-rows", "hidden layer", first_rows(&one_layer(&mut RandomState::new(0))?));

    let (pass, restarted) = (Pass::in_14()?, Pass::in_15()?);
    // ANCHOR: softmax
    let probabilities = numpy_softmax(&pass.logits);
    // ANCHOR_END: softmax
    say.section("in-14", "In[14]: dense, ReLU, dense, softmax");
    say.value("in-14-rows", "probabilities", first_rows(&probabilities));

    say.section("in-14-inside", "In[14], one layer earlier");
    say.value("in-14-hidden", "hidden layer", first_rows(&pass.hidden));
    say.value("in-14-logits", "logits", first_rows(&pass.logits));
    say.value("third", "the float nearest to 1/3", f64::from(THIRD));

    let of_in_14 = probabilities;
    let probabilities = numpy_softmax(&restarted.logits);
    say.section("in-15", "In[15]: the same program, the stream from the start");
    say.value("in-15-rows", "probabilities", first_rows(&probabilities));

    say.section("magnified", "Weights 1000 times larger");
    say.value("magnified-14", "In[14]", first_rows(&numpy_softmax(&pass.magnified(1000.0)?)));
    say.value("magnified-15", "In[15]", first_rows(&numpy_softmax(&restarted.magnified(1000.0)?)));

    say.section("untrained", "What the two untrained networks are worth");
    say.table(worth([(14, &pass), (15, &restarted)])?);
    say.value("furthest", "In[15], furthest from 1/3", furthest(&probabilities));
    if let Some(decimal) = first_decimal(&of_in_14, &probabilities) {
        say.value("first-decimal", "first decimal in which the printed rows differ", decimal);
    }
    say.value("ln-three", "ln 3", ln(3.0));
    say.value("ln-five", "ln 5", ln(5.0));
    Ok(())
}

/// The first five rows, as NumPy prints them.
pub(crate) fn first_rows(matrix: &Array2<f32>) -> String {
    let rows: Vec<usize> = (0..matrix.nrows().min(5)).collect();
    numpy_print(&matrix.select(Axis(0), &rows))
}

/// Whether every number of the row is the float nearest to 1/3.
pub(crate) fn is_uniform(row: &ArrayView1<'_, f32>) -> bool {
    row.iter().all(|&p| p == THIRD)
}

fn worth(runs: [(usize, &Pass); 2]) -> Result<Table, Error> {
    let columns = [
        ("cell", "In"),
        ("dead", "rows, hidden all 0"),
        ("uniform", "rows exactly uniform"),
        ("counts", "argmax 0, 1, 2"),
        ("accuracy", "accuracy"),
        ("loss", "mean loss"),
    ];
    let mut table = Table::new("worth", "300 points, no training", columns);
    for (cell, pass) in runs {
        let probabilities = numpy_softmax(&pass.logits);
        let predicted = argmax(&probabilities)?;
        let count = |class: usize| predicted.iter().filter(|&&p| p == class).count();
        let loss = CategoricalCrossEntropy.value(&pass.logits.mapv(f64::from), &pass.labels)?;
        table = table.row([
            cell.into(),
            pass.dead_rows().into(),
            probabilities.rows().into_iter().filter(is_uniform).count().into(),
            [0, 1, 2].map(count).into(),
            accuracy(&predicted, &pass.labels).into(),
            loss.into(),
        ]);
    }
    Ok(table)
}

/// The largest distance from one third.
fn furthest(probabilities: &Array2<f32>) -> f64 {
    largest(probabilities.iter().map(|&p| (f64::from(p) - 1.0 / 3.0).abs()))
}

/// The first decimal at which the first five rows of two matrices differ, if they do.
fn first_decimal(a: &Array2<f32>, b: &Array2<f32>) -> Option<usize> {
    let digits = |p: &f32| format!("{p:.9}").into_bytes();
    let differ = |(p, q)| digits(p).iter().zip(&digits(q)).position(|(p, q)| p != q);
    let places = a.iter().zip(b).take(5 * 3).filter_map(differ);
    // The first two characters are the 0 and the point.
    places.min().map(|place| place - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_4_prints_as_the_notes_do() {
        let printed = "\
[[0.         0.         0.        ]
 [0.         0.00011395 0.        ]
 [0.         0.00031729 0.        ]
 [0.         0.00052666 0.        ]
 [0.         0.00071401 0.        ]]";
        assert_eq!(first_rows(&one_layer(&mut RandomState::new(0)).unwrap()), printed);
    }

    #[test]
    fn in_14_and_in_15_print_as_the_notes_do() {
        let third = "0.33333334 0.33333334 0.33333334";
        let in_14 = format!("[[{third}]\n [{third}]\n [{third}]\n [{third}]\n [{third}]]");
        assert_eq!(first_rows(&numpy_softmax(&Pass::in_14().unwrap().logits)), in_14);
        let in_15 = "\
[[0.33333334 0.33333334 0.33333334]
 [0.3333332  0.3333332  0.33333364]
 [0.3333329  0.33333293 0.3333342 ]
 [0.3333326  0.33333263 0.33333477]
 [0.33333233 0.3333324  0.33333528]]";
        assert_eq!(first_rows(&numpy_softmax(&Pass::in_15().unwrap().logits)), in_15);
    }
}
