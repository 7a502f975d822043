//! Two wirings of the same ramp: neuron 1 begins it, or ends it.

use crate::chain::offset;
use crate::describe::describe;
use crate::pair::Pair;
use crate::samples;
use crate::text::{exact, spaced};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table};

// ANCHOR: wirings
/// Falls from 1 to 0 where the ramp rises, and is taken away: v = -1.
const TAKEN: Pair = Pair::new(2.0, 0.0, -1.0, 1.0, -1.0);
/// Rises from 0 to 1 itself, and is added: v = 1.
const ADDED: Pair = Pair::new(-2.0, 1.0, -1.0, 1.0, 1.0);
// ANCHOR_END: wirings

pub(crate) fn tell(say: &mut Lesson) {
    let lifted = |x: f64| TAKEN.value(x) + offset(&[TAKEN]);
    say.section("wirings", "Two wirings of one ramp");
    say.table(table());
    say.value(
        "wiring-bits",
        "same bits with that offset, of 2001",
        samples::agreement(lifted, |x| ADDED.value(x)),
    );
    say.figure(figure);
}

fn table() -> Table {
    let columns = [
        ("wiring", "wiring"),
        ("numbers", "a b w c v"),
        ("area", "area of effect"),
        ("left", "far left"),
        ("right", "far right"),
        ("offset", "offset needed"),
    ];
    let row = |(name, pair): (&str, Pair)| {
        let description = describe(pair);
        let area = description.area.to_string().into();
        let numbers = spaced(&pair.numbers()).into();
        [
            name.into(),
            numbers,
            area,
            description.left.into(),
            description.right.into(),
            offset(&[pair]).into(),
        ]
    };
    Table::new("wiring-table", "A ramp of height 1 between x = 0 and x = 0.5, taken away and added", columns)
        .rows([("taken", TAKEN), ("added", ADDED)].into_iter().map(row))
}

fn figure() -> Figure {
    let caption = format!(
        "Which ramp begins at 0? Left: a pair that falls, taken away, begins at {}. Right: a pair that rises, added, \
         begins at {}.",
        exact(describe(TAKEN).left),
        exact(describe(ADDED).left)
    );
    let before = Pair { v: 1.0, ..TAKEN };
    Figure::new("wiring-figure", caption)
        .panel(with(
            with(panel("taken away"), "before v", before, Dash::Dotted),
            "times v = -1",
            TAKEN,
            Dash::Solid,
        ))
        .panel(with(panel("added"), "times v = 1", ADDED, Dash::Solid))
}

fn panel(title: &str) -> Panel {
    Panel::new(Axis::new("x", -1.0..=1.0), Axis::new(title, -1.4..=1.4))
}

/// Adds a pair to a panel, its label at its beginning: that is what differs.
fn with(panel: Panel, label: &str, pair: Pair, dash: Dash) -> Panel {
    let points = [-1.0, 0.0, 0.5, 1.0].map(|x| (x, pair.value(x)));
    panel.with(Curve::through("", Ink::Blue, points).dashed(dash)).with(Dot::new(label, Ink::Blue, points[0]))
}
