//! What depth buys: a fold, folded again.

use crate::pieces::{corners, pieces};
use crate::stack::{Bendable, at, parameters};
use lesson::figure::{Axis, Curve, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use ndarray::array;
use nn::Error;
use nn::layer::Dense;

// ANCHOR: fold
/// Two ReLU neurons that fold the stretch from 0 to 1: first 2x, from the middle on 2 - 2x.
fn fold() -> Result<[Bendable; 2], Error> {
    let hinges = Dense::with_bias(array![[1.0, 1.0]], array![0.0, -0.5])?;
    let output = Dense::new(array![[2.0], [-4.0]]);
    Ok([Bendable { dense: hinges, relu: true }, Bendable { dense: output, relu: false }])
}

fn folded(times: usize) -> Result<Vec<Bendable>, Error> {
    Ok(vec![fold()?; times].concat())
}
// ANCHOR_END: fold

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    say.section("folds", "A fold, folded again");
    say.table(table()?);
    say.value("same-curve", "ReLUs, one layer, for the curve of 10 folds", same_curve(10)?);
    say.try_figure(figure)?;
    Ok(())
}

fn table() -> Result<Table, Error> {
    let columns = [
        ("folds", "folds"),
        ("deep", "ReLUs, deep"),
        ("pieces", "straight pieces"),
        ("deep-numbers", "numbers, deep"),
        ("wide", "ReLUs, one layer"),
        ("wide-numbers", "numbers, one layer"),
    ];
    let mut table = Table::new(
        "fold-counts",
        "Counted from 0 to 1, and what one hidden layer needs for as many",
        columns,
    );
    for folds in [1, 2, 3, 5, 10] {
        let found = pieces(&folded(folds)?, 0.0, 1.0)?.len();
        // Each 2-1 and the 1-2 after it are one layer.
        let mut deep = vec![2; folds + 2];
        (deep[0], deep[folds + 1]) = (1, 1);
        let wide = [1, found - 1, 1];
        let counts = [folds, 2 * folds, found, parameters(&deep), found - 1, parameters(&wide)];
        table = table.row(counts.map(Into::into));
    }
    Ok(table)
}

/// What one hidden layer needs to draw the folded curve itself: a ReLU for each corner, and one that makes the first slope
/// if there is any.
fn same_curve(folds: usize) -> Result<usize, Error> {
    let pieces = pieces(&folded(folds)?, 0.0, 1.0)?;
    let first = pieces.first().is_some_and(|piece| piece.slope() != 0.0);
    Ok(corners(&pieces).len() + usize::from(first))
}

fn figure() -> Result<Figure, Error> {
    const FOLDS: [usize; 4] = [1, 2, 3, 5];
    let count = |folds: usize| folded(folds).and_then(|network| Ok(pieces(&network, 0.0, 1.0)?.len()));
    let [once, twice, thrice, often] = FOLDS.map(count);
    let caption = format!(
        "What do two ReLUs make of what two others have folded? Each fold doubles the straight pieces: to {}, {}, {}, and \
         {} after {}.",
        once?, twice?, thrice?, often?, FOLDS[3]
    );
    let mut figure = Figure::new("folded", caption);
    for folds in FOLDS {
        let network = folded(folds)?;
        let end = 1 << folds;
        let corner = |place: i32| {
            let x = f64::from(place) / f64::from(end);
            at(&network, x).map(|y| (x, y))
        };
        let corners = (0..=end).map(corner).collect::<Result<Vec<_>, _>>()?;
        let title = if folds == 1 { "one fold".to_owned() } else { format!("{folds} folds") };
        figure = figure.panel(
            Panel::new(Axis::new("x", 0.0..=1.0), Axis::new(&title, -0.05..=1.05)).with(Curve::through(
                "",
                Ink::Blue,
                corners,
            )),
        );
    }
    Ok(figure)
}
