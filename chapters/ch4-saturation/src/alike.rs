//! What becomes of hidden units that start alike.

use crate::census::{HIDDEN, Spiral, Trained, untrained};
use lesson::{Lesson, Table};
use ndarray::{Array2, ArrayRef2};
use nn::initialise::{he_normal, scaled_normal};
use nn::random::RandomState;
use nn::{Error, RELU};

const RATE: f64 = 2.0;
const STEPS: usize = 2000;

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let spiral = Spiral::new(100, &mut RandomState::new(0));
    let columns = [("start", "all weights"), ("different", "different hidden units"), ("loss", "loss")];
    let caption = format!("{HIDDEN} hidden ReLUs on the spiral, after {STEPS} steps");
    let mut table = Table::new("alike-table", &caption, columns);
    let mut random = RandomState::new(1);
    let starts = [
        ("random", he_normal((2, HIDDEN), &mut random), scaled_normal((HIDDEN, 3), 0.1, &mut random)),
        ("0.1", equal((2, HIDDEN), 0.1), equal((HIDDEN, 3), 0.1)),
        ("0", equal((2, HIDDEN), 0.0), equal((HIDDEN, 3), 0.0)),
    ];
    for (name, hidden, output) in starts {
        let trained = Trained::after(untrained(hidden, RELU, output), &spiral, RATE, STEPS)?;
        table =
            table.row([name.into(), different(&trained.network.outputs()[0]).into(), trained.loss.into()]);
    }
    say.section("alike", "Units that start alike");
    say.table(table);
    Ok(())
}

fn equal(shape: (usize, usize), weight: f64) -> Array2<f64> {
    Array2::from_elem(shape, weight)
}

/// How many columns there are that no column before them equals, to the bit.
fn different(units: &ArrayRef2<f64>) -> usize {
    let columns: Vec<_> = units.columns().into_iter().collect();
    columns.iter().enumerate().filter(|(place, unit)| !columns[..*place].contains(unit)).count()
}
