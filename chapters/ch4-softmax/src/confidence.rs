//! The predicted class and how sure the prediction is.

use lesson::{Lesson, Table, Value};
use ndarray::{Array2, Axis, array};
use nn::Error;
use nn::elementary::max;

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    say.section("confidence", "The same prediction, another confidence");
    say.table(table(&array![[0.22, 0.6, 0.18], [0.32, 0.36, 0.32]])?);
    Ok(())
}

fn table(probabilities: &Array2<f64>) -> Result<Table, Error> {
    let columns = [
        ("row", "sample"),
        ("probabilities", "probabilities"),
        ("argmax", "argmax"),
        ("confidence", "confidence"),
    ];
    // ANCHOR: confidence
    let predicted = nn::argmax(probabilities)?;
    let confidence = probabilities.map_axis(Axis(1), |row| row.fold(0.0f64, |a, &b| max(a, b)));
    // ANCHOR_END: confidence
    let row = |sample: usize| {
        let row = probabilities.row(sample).to_owned();
        [sample.into(), Value::from(&row), predicted[sample].into(), confidence[sample].into()]
    };
    Ok(Table::new("confidences", "Two samples with the same argmax", columns)
        .rows([0, 1].into_iter().map(row)))
}
