//! Shirts and houses: what makes a price nonlinear, and what does not.

use lesson::{Lesson, Table};
use nn::RELU;

/// A price for so many shirts, with its name.
type Rule = (&'static str, fn(f64) -> f64);

// ANCHOR: shirts
fn plain(shirts: f64) -> f64 {
    8.0 * shirts
}

fn delivered(shirts: f64) -> f64 {
    8.0 * shirts + 5.0
}

/// From the eleventh shirt on, each costs 2 less.
fn discounted(shirts: f64) -> f64 {
    8.0 * shirts - 2.0 * RELU.value(shirts - 10.0)
}
// ANCHOR_END: shirts

// ANCHOR: houses
/// Five inputs, and linear: so much for each of them.
fn many_inputs(area: f64, rooms: f64, km: f64, age: f64, garden: f64) -> f64 {
    3.0 * area + 10.0 * rooms - 4.0 * km - 0.5 * age + 25.0 * garden
}

/// Two inputs, and not linear: what a square metre costs depends on the place.
fn interacting(area: f64, km: f64) -> f64 {
    area * (4.0 - 0.1 * km)
}
// ANCHOR_END: houses

pub(crate) fn tell(say: &mut Lesson) {
    say.section("shirts", "The price of shirts");
    say.table(shirts());
    say.section("houses", "The price of 20 square metres more");
    say.table(houses());
}

fn shirts() -> Table {
    let columns = [
        ("rule", "rule"),
        ("one", "5 shirts"),
        ("other", "15 shirts"),
        ("two-orders", "bought apart"),
        ("one-order", "20 at once"),
    ];
    let rules: [Rule; 3] =
        [("8 each", plain), ("8 each, delivery 5", delivered), ("8 each, 6 from the eleventh", discounted)];
    let row = |(name, price): Rule| {
        let (one, other) = (price(5.0), price(15.0));
        [name.into(), one.into(), other.into(), (one + other).into(), price(20.0).into()]
    };
    Table::new("shirt-prices", "Is twenty the sum of five and fifteen?", columns)
        .rows(rules.into_iter().map(row))
}

fn houses() -> Table {
    let columns =
        [("rule", "rule"), ("inputs", "inputs"), ("near", "2 km from the centre"), ("far", "20 km from it")];
    let linear = |km| many_inputs(120.0, 4.0, km, 30.0, 1.0) - many_inputs(100.0, 4.0, km, 30.0, 1.0);
    let curved = |km| interacting(120.0, km) - interacting(100.0, km);
    Table::new("house-prices", "What 20 square metres more add to the price, in thousands", columns)
        .row(["many inputs".into(), 5usize.into(), linear(2.0).into(), linear(20.0).into()])
        .row(["area by place".into(), 2usize.into(), curved(2.0).into(), curved(20.0).into()])
}
