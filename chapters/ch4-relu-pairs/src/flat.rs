//! Pairs with one bend, and with none.

use crate::describe::describe;
use crate::pair::Pair;
use crate::text::spaced;
use lesson::{Lesson, Table, Value};

const CASES: [Pair; 6] = [
    Pair::new(-1.0, 0.5, 1.0, 1.0, 1.0),
    Pair::new(-1.0, 0.5, 1.0, -1.0, 1.0),
    Pair::new(0.0, 0.5, -1.0, 1.0, 1.0),
    Pair::new(-1.0, 0.5, 0.0, 1.0, 1.0),
    Pair::new(-1.0, 0.5, -2.0, 0.0, 1.0),
    Pair::new(-1.0, 0.5, -2.0, 1.0, 0.0),
];

pub(crate) fn tell(say: &mut Lesson) {
    let columns = [
        ("numbers", "a b w c v"),
        ("first", "neuron 1 on"),
        ("second", "neuron 2 on"),
        ("area", "area of effect"),
        ("left", "far left"),
        ("right", "far right"),
    ];
    let row = |pair: Pair| {
        let description = describe(pair);
        let spans = [description.first, description.second, description.area];
        let [first, second, area] = spans.map(|span| Value::from(span.to_string()));
        let numbers = spaced(&pair.numbers()).into();
        [numbers, first, second, area, description.left.into(), description.right.into()]
    };
    say.section("flat", "Pairs that are no ramp");
    say.table(
        Table::new("flat-table", "One bend, in the first two rows; none in the others", columns)
            .rows(CASES.into_iter().map(row)),
    );
}
