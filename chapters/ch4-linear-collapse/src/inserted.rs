//! One ReLU put into the random stack: what still folds, and of how many pieces the rest is made.

use crate::pieces::{Piece, corners, pieces};
use crate::single::{SEED, WIDTHS};
use crate::stack::{Bendable, random_layers, with_relus};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use nn::Error;
use nn::elementary::{max, min};

/// The whole line.
pub(crate) const LINE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    say.section("inserted", "A ReLU put into the stack");
    say.table(table()?);
    say.value("most-of-thousand", "most pieces among the seeds 0 to 999", most_of_thousand()?);
    say.try_figure(|| { figure(
        "bent-stack",
        "What does a ReLU after the first hidden layer make of the random 1-8-8-1 network? Left: its graph with and without, \
         and the corners. Right: the slope. Between two corners it is still one line.",
        &network(&[1]),
    ) })?;
    say.section("widened", "The stack made wider, with ReLU after both hidden layers");
    say.value("width-for-fifty", "1-n-n-1 has more than 50 pieces from n =", width_for_fifty()?);
    Ok(())
}

fn network(places: &[usize]) -> Vec<Bendable> {
    with_relus(random_layers(&WIDTHS, SEED), places)
}

fn table() -> Result<Table, Error> {
    let columns = [
        ("relu", "ReLU after hidden layer"),
        ("neurons", "ReLUs"),
        ("pieces", "straight pieces"),
        ("most", "possible at most"),
    ];
    let cases: [(&str, &[usize]); 4] = [("none", &[]), ("1", &[1]), ("2", &[2]), ("1 and 2", &[1, 2])];
    let mut table = Table::new(
        "inserted-pieces",
        "Straight pieces of the random 1-8-8-1 network on the whole line",
        columns,
    );
    for (name, places) in cases {
        let widths = || places.iter().map(|&place| WIDTHS[place]);
        let (neurons, most): (usize, usize) = (widths().sum(), widths().map(|width| width + 1).product());
        let found = pieces(&network(places), LINE.0, LINE.1)?.len();
        table = table.row([name.into(), neurons.into(), found.into(), most.into()]);
    }
    Ok(table)
}

/// How many pieces a random network of these widths has, with ReLU after both hidden layers.
fn count(widths: &[usize], seed: u32) -> Result<usize, Error> {
    let network = with_relus(random_layers(widths, seed), &[1, 2]);
    Ok(pieces(&network, LINE.0, LINE.1)?.len())
}

fn most_of_thousand() -> Result<usize, Error> {
    (0..1000).try_fold(0, |most, seed| Ok(count(&WIDTHS, seed)?.max(most)))
}

/// The least width of two hidden layers with which the network of seed 0 has more than 50 pieces.
fn width_for_fifty() -> Result<usize, Error> {
    let mut width = 1;
    while count(&[1, width, width, 1], SEED)? <= 50 {
        width += 1;
    }
    Ok(width)
}

/// A network's graph and slope with its corners, beside the same layers without a bend.
pub(crate) fn figure(name: &str, caption: &str, network: &[Bendable]) -> Result<Figure, Error> {
    let straight: Vec<Bendable> =
        network.iter().map(|layer| Bendable { dense: layer.dense.clone(), relu: false }).collect();
    let (bent, straight) = (pieces(network, LINE.0, LINE.1)?, pieces(&straight, LINE.0, LINE.1)?);
    let (low, high) = shown(&corners(&bent));
    let (bent, straight) = (cut(&bent, low, high), cut(&straight, low, high));
    let heights =
        room([&bent, &straight].map(|pieces| graph(pieces)).concat().into_iter().map(|point| point.1));
    let slopes =
        room([&bent, &straight].map(|pieces| steps(pieces)).concat().into_iter().map(|point| point.1));
    let dot = |piece: &Piece| Dot::new("", Ink::Blue, (piece.from, piece.at(piece.from)));
    Ok(Figure::new(name, caption)
        .panel(
            Panel::new(Axis::new("x", low..=high), Axis::new("output", heights.0..=heights.1))
                .with(Curve::through("no bend", Ink::Muted, graph(&straight)).dashed(Dash::Dashed))
                .with(Curve::through("with ReLU", Ink::Blue, graph(&bent)))
                .with_all(bent.iter().skip(1).map(dot)),
        )
        .panel(
            Panel::new(Axis::new("x", low..=high), Axis::new("slope", slopes.0..=slopes.1))
                .with(Curve::through("no bend", Ink::Muted, steps(&straight)).dashed(Dash::Dashed))
                .with(Curve::through("with ReLU", Ink::Blue, steps(&bent))),
        ))
}

/// A stretch that shows the corners, but no wider than from -5 to 5.
fn shown(corners: &[f64]) -> (f64, f64) {
    let reach = corners.iter().fold(1.0, |reach: f64, corner| max(reach, corner.abs()));
    let reach = min(reach + 0.5, 5.0);
    (-reach, reach)
}

/// The pieces from `low` to `high` only.
pub(crate) fn cut(pieces: &[Piece], low: f64, high: f64) -> Vec<Piece> {
    let inside = |piece: &&Piece| piece.to > low && piece.from < high;
    let shorter = |piece: &Piece| Piece {
        from: max(piece.from, low),
        to: min(piece.to, high),
        layer: piece.layer.clone(),
    };
    pieces.iter().filter(inside).map(shorter).collect()
}

fn graph(pieces: &[Piece]) -> Vec<(f64, f64)> {
    pieces.iter().flat_map(|piece| [piece.from, piece.to].map(|x| (x, piece.at(x)))).collect()
}

fn steps(pieces: &[Piece]) -> Vec<(f64, f64)> {
    pieces.iter().flat_map(|piece| [piece.from, piece.to].map(|x| (x, piece.slope()))).collect()
}

/// From a little below the least to a little above the greatest.
fn room(numbers: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let low = numbers.clone().fold(f64::INFINITY, min);
    let high = numbers.fold(f64::NEG_INFINITY, max);
    let margin = 0.15 * (high - low) + 0.1;
    (low - margin, high + margin)
}
