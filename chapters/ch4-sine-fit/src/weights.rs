//! The tuned weights, what the bottom pair had to do, and what one pair alone adds.

use crate::pairs::{Pair, Pairs};
use crate::pictures::drawn;
use crate::ruler::{Ruler, sine};
use crate::steps::tuned;
use lesson::figure::{Axis, Curve, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table, Value};
use std::f64::consts::TAU;

pub(crate) fn tell(ruler: &Ruler, say: &mut Lesson) {
    let pairs = tuned();
    say.section("weights", "The weights, and the score");
    say.table(table(&pairs));
    let fit = ruler.measure(|x| pairs.value(x));
    say.value("worst", "largest error", fit.worst);
    say.value("worst-at", "at x =", fit.at);
    say.value("rmse", "RMSE", fit.rmse);
    say.value("pieces", "straight pieces", pairs.corners().len() + 1);
    let corner = pairs.0[0].area().map_or(0.0, |(_, to)| to);
    say.value("corner", "where pair 1 ends", corner);
    say.value("corner-sine", "the sine there", sine(corner));
    say.value("corner-error", "error there", pairs.value(corner) - sine(corner));
    say.value("steepest", "steepest slope of the sine, 2 pi", TAU);

    say.section("offsets", "What the bottom pair has to add");
    say.table(offsets(&pairs));
}

fn table(pairs: &Pairs) -> Table {
    let columns = [
        ("pair", "pair"),
        ("a", "a"),
        ("b", "b"),
        ("w", "w"),
        ("c", "c"),
        ("v", "v"),
        ("area", "area of effect"),
    ];
    let row = |(index, pair): (usize, &Pair)| {
        let area = match pair.area() {
            Some((from, to)) => format!("{from:.4} to {to:.4}"),
            None => "none: offset only".into(),
        };
        let Pair { a, b, w, c, v } = *pair;
        [(index + 1).into(), a.into(), b.into(), w.into(), c.into(), v.into(), area.into()]
    };
    Table::new("weights-table", "The tuned pairs", columns).rows(pairs.0.iter().enumerate().map(row))
}

/// What the finished pairs add at x = 0, and what has to be added so that the curve begins at 0.
fn offsets(pairs: &Pairs) -> Table {
    let columns =
        [("finished", "finished pairs"), ("start", "they add, at x = 0"), ("offset", "offset needed")];
    let mut start = 0.0;
    let rows = pairs.0.iter().take(7).enumerate().map(|(index, pair)| {
        start += pair.value(0.0);
        // Sums of two-decimal numbers, without the dust of binary fractions.
        let level = drawn(start);
        [Value::from(index + 1), level.into(), (0.0 - level).into()]
    });
    Table::new("offsets-table", "Each pair moves everything on its left", columns).rows(rows)
}

/// Each pair's own contribution, in both wirings.
pub(crate) fn ramps(wirings: [(&str, &Pairs); 2]) -> Figure {
    let figure = Figure::new(
        "ramps",
        "What does each of the seven pairs add? Left: as tuned; every ramp ends at 0, so it must begin \
         somewhere else, and all of its left side is moved. Right: the same ramps wired from the other end; each \
         begins at 0 and leaves its left side alone.",
    );
    wirings.into_iter().fold(figure, |figure, (title, pairs)| {
        let x = Axis::new("x", 0.0..=1.0);
        let panel = Panel::new(x, Axis::new(title, -1.6..=1.6));
        let shown = || pairs.0.iter().take(7).enumerate();
        let curves = shown().map(|(index, pair)| {
            let (from, to) = pair.area().unwrap_or((0.0, 1.0));
            let corners = [0.0, from, to, 1.0].map(|x| (x, drawn(pair.value(x))));
            Curve::through("", Ink::series(index), corners)
        });
        let names = shown().filter_map(|(index, pair)| {
            let (from, to) = pair.area()?;
            let middle = (from + to) / 2.0;
            Some(Dot::new(&(index + 1).to_string(), Ink::series(index), (middle, pair.value(middle))))
        });
        figure.panel(panel.with_all(curves).with_all(names))
    })
}
