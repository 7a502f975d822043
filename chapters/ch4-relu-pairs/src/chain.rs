//! Ramps one after the other, and the offset that each wiring needs.

use crate::describe::describe;
use crate::pair::Pair;
use crate::samples;
use crate::text::{exact, positive_zero};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel, Rule, Side};
use lesson::{Figure, Lesson, Table, Value};
use nn::elementary::largest;

/// The first three sections of a sine, up, up and down, as ramps that are taken away.
const TAKEN: [Pair; 3] = [
    Pair::new(6.0, 0.0, -1.0, 0.7, -1.0),
    Pair::new(2.9, -0.34, -1.0, 0.31, -1.0),
    Pair::new(2.7, -0.73, -1.0, 0.29, 1.0),
];
/// The same three as ramps that are added.
const ADDED: [Pair; 3] = [
    Pair::new(-6.0, 0.7, -1.0, 0.7, 1.0),
    Pair::new(-2.9, 0.65, -1.0, 0.31, 1.0),
    Pair::new(-2.7, 1.02, -1.0, 0.29, -1.0),
];

pub(crate) fn tell(say: &mut Lesson) {
    say.section("offsets", "The offset, ramp after ramp");
    say.table(table());
    say.value("wiring-gap", "largest gap, with that offset", gap());
    say.figure(figure);
}

/// What several pairs add up to.
fn sum(pairs: &[Pair], x: f64) -> f64 {
    pairs.iter().map(|pair| pair.value(x)).sum()
}

/// What must be added so that their sum begins at 0 on the left.
pub(crate) fn offset(pairs: &[Pair]) -> f64 {
    let left: f64 = pairs.iter().map(|&pair| describe(pair).left).sum();
    positive_zero(-left)
}

fn table() -> Table {
    let columns = [("ramps", "ramps placed"), ("taken", "taken away"), ("added", "added")];
    let row = |placed: usize| {
        let needed = [&TAKEN, &ADDED].map(|pairs| Value::from(offset(&pairs[..placed])));
        [Value::from(placed)].into_iter().chain(needed).collect::<Vec<_>>()
    };
    Table::new("offset-table", "The offset that the ramps so far need, in each wiring", columns)
        .rows((1..=TAKEN.len()).map(row))
}

/// How far the two wirings lie apart at most, once the first has its offset.
fn gap() -> f64 {
    let offset = offset(&TAKEN);
    largest(samples::grid().map(|x| (sum(&TAKEN, x) + offset - sum(&ADDED, x)).abs()))
}

fn figure() -> Figure {
    let caption = format!(
        "Which wiring leaves alone what stands? One, two and three ramps, each sum drawn to the end of its last ramp. \
         Left, taken away: with every ramp the beginning moves, to {} at last. Right, added: it stays at {}.",
        exact(sum(&TAKEN, 0.0)),
        exact(sum(&ADDED, 0.0))
    );
    Figure::new("three-ramps", caption)
        .panel(panel("taken away, no offset", &TAKEN))
        .panel(panel("added, no offset", &ADDED))
}

fn panel(title: &str, pairs: &[Pair; 3]) -> Panel {
    let stages = [("1 ramp", Dash::Dotted), ("2 ramps", Dash::Dashed), ("3 ramps", Dash::Solid)];
    let stage = |(last, (label, dash)): (usize, (&str, Dash))| {
        let placed = &pairs[..=last];
        let points = corners(placed).into_iter().map(|x| (x, sum(placed, x)));
        Curve::through(label, Ink::Blue, points).dashed(dash)
    };
    let mut beginnings: Vec<f64> = (1..=pairs.len()).map(|placed| sum(&pairs[..placed], 0.0)).collect();
    beginnings.dedup();
    // The rule keeps the labels off the axis, on which three of the sums end.
    let axis = Rule { label: String::new(), ink: Ink::Muted, side: Side::Y, at: 0.0 };
    Panel::new(Axis::new("x", 0.0..=0.5), Axis::new(title, -1.2..=1.2))
        .with(axis)
        .with_all(stages.into_iter().enumerate().map(stage))
        .with_all(beginnings.into_iter().map(|y| Dot::new("", Ink::Ink, (0.0, y))))
}

/// Where the sum of the pairs bends, from 0 to the end of the last area of effect.
fn corners(pairs: &[Pair]) -> Vec<f64> {
    let mut ends: Vec<f64> = pairs.iter().flat_map(|&pair| describe(pair).area.ends()).chain([0.0]).collect();
    ends.sort_by(f64::total_cmp);
    ends.dedup();
    ends
}
