//! The family in tables, a row for each member of the list.

use lesson::{Table, Value};
use nn::elementary::{largest, ln};
use nn::search::first;
use nn::{Activation, Real};

use super::Entry;
use super::entry::{bottom, range};
use super::jumps::{Jump, of_slope, of_value};

/// Where functions show their manners, in 32 bits; the fifth is subnormal.
const EDGES: [f32; 6] = [f32::NAN, f32::NEG_INFINITY, -0.0, 0.0, 1e-40, f32::INFINITY];

const EDGE_COLUMNS: [(&str, &str); 7] = [
    ("function", "at"),
    ("nan", "NaN"),
    ("minus-infinity", "-inf"),
    ("minus-zero", "-0"),
    ("zero", "0"),
    ("subnormal", "1e-40"),
    ("infinity", "inf"),
];

/// A table with a row for every activation: its name, and these cells.
fn each<const N: usize>(
    mut table: Table,
    members: impl IntoIterator<Item = Activation>,
    cells: impl Fn(Activation) -> [Value; N],
) -> Table {
    for activation in members {
        let mut row = vec![activation.name().into()];
        row.extend(cells(activation));
        table = table.row(row);
    }
    table
}

pub(super) fn family() -> Table {
    let columns =
        [("function", "activation"), ("range", "range"), ("zero", "value at 0"), ("slope", "slope at 0")];
    let table = Table::new("family", "Range, and what happens at 0", columns);
    each(table, Activation::ALL, |f| [range(f).into(), f.value(0.0).into(), f.slope(0.0).into()])
}

pub(super) fn edges() -> Table {
    let table = Table::new("edges", "Values at the edges, in 32 bits; 1e-40 is subnormal", EDGE_COLUMNS);
    each(table, Activation::ALL, |f| EDGES.map(|x| f.value(x).into()))
}

pub(super) fn edge_slopes() -> Table {
    let table = Table::new("edge-slopes", "Slopes at the edges, in 32 bits", EDGE_COLUMNS);
    each(table, Activation::ALL, |f| EDGES.map(|x| f.slope(x).into()))
}

/// Every place where a value or a slope jumps, and what is returned there.
pub(super) fn conventions() -> Table {
    let columns = [
        ("function", "activation"),
        ("what", "what jumps"),
        ("at", "at x"),
        ("before", "barely before"),
        ("here", "returned there"),
        ("after", "barely after"),
    ];
    let table = Table::new("conventions", "Where a convention decides, in 32 bits", columns);
    let row = |f: Activation, what: &str, Jump { at, before, here, after }: Jump| {
        let [before, here, after] = [before, here, after].map(|y| Value::from(f32::from_f64(y)));
        [f.name().into(), what.into(), at.into(), before, here, after]
    };
    let rows = Activation::ALL.into_iter().flat_map(|f| {
        let values = of_value(f).into_iter().map(move |jump| row(f, "value", jump));
        values.chain(of_slope(f).into_iter().map(move |jump| row(f, "slope", jump)))
    });
    table.rows(rows)
}

/// The functions that first fall and then rise, and where they turn.
pub(super) fn dips() -> Table {
    let table = Table::new(
        "dips",
        "Where the ones that dip are lowest, and how steep they become",
        [("function", "activation"), ("x", "x"), ("value", "value"), ("steepest", "steepest slope")],
    );
    let dipping = Activation::ALL.into_iter().filter(|&f| Entry::of(f).dips());
    each(table, dipping, |f| [bottom(f).into(), f.value(bottom(f)).into(), steepest(f).into()])
}

/// The logarithm of the sigmoid, taken of its rounded value and at once.
pub(super) fn logarithms() -> Table {
    let columns = [("x", "x"), ("afterwards", "ln(sigmoid(x))"), ("at-once", "log-sigmoid(x)")];
    let row =
        |x: f64| [x, ln(Activation::Sigmoid.value(x)), Activation::LogSigmoid.value(x)].map(Value::from);
    Table::new("logarithms", "The logarithm of the sigmoid, afterwards and at once", columns)
        .rows([40.0, 2.0, -2.0, -40.0, -800.0].into_iter().map(row))
}

/// The largest errors of the stand-ins, on a fine grid.
pub(super) fn approximations() -> Table {
    let columns = [
        ("function", "stand-in"),
        ("original", "for"),
        ("value", "largest error"),
        ("slope", "of the slope"),
    ];
    let table = Table::new("approximations", "How far the stand-ins stray, from -10 to 10", columns);
    let stand_ins =
        Activation::ALL.into_iter().filter_map(|f| Entry::of(f).original.map(|original| (f, original)));
    table.rows(stand_ins.into_iter().map(|(f, original)| {
        let value = largest_error(|x| f.value(x) - original.value(x));
        let slope = largest_error(|x| f.slope(x) - original.slope(x));
        [f.name().into(), original.name().into(), value.into(), slope.into()]
    }))
}

fn largest_error(error: impl Fn(f64) -> f64) -> f64 {
    largest(grid().map(|x| error(x).abs()))
}

fn steepest(activation: Activation) -> f64 {
    // Hard swish is steepest right before it jumps at 3.
    let points = grid().chain([3f64.next_down()]);
    largest(points.map(|x| activation.slope(x)))
}

/// Where GELU is steepest: from there on its slope falls.
pub(super) fn gelu_steepest() -> f64 {
    let slope = |x: f64| Activation::Gelu.slope(x);
    first(0.5, 2.5, |x| slope(x + 1e-3) <= slope(x - 1e-3))
}

fn grid() -> impl Iterator<Item = f64> {
    (-10_000..=10_000).map(|step| f64::from(step) / 1000.0)
}

pub(super) fn costs() -> Table {
    let columns = [("function", "activation"), ("formula", "formula"), ("cost", "what one number costs")];
    let table = Table::new("costs", "Formulas, and what they cost", columns);
    each(table, Activation::ALL, |f| [Entry::of(f).formula.into(), Entry::of(f).cost.into()])
}

pub(super) fn uses() -> Table {
    let columns = [("function", "activation"), ("used", "where it is found today")];
    each(Table::new("uses", "Where they are used", columns), Activation::ALL, |f| [Entry::of(f).used.into()])
}

/// Value and slope of some activations at some points, the value in 32 bits as well.
pub(crate) fn values_at(members: &[Activation], points: &[f64]) -> Table {
    let columns = [
        ("function", "activation"),
        ("x", "x"),
        ("value", "value"),
        ("slope", "slope"),
        ("single", "value in f32"),
    ];
    let rows = members.iter().flat_map(|f| {
        points.iter().map(move |&x| {
            [
                f.name().into(),
                x.into(),
                f.value(x).into(),
                f.slope(x).into(),
                f.value(f32::from_f64(x)).into(),
            ]
        })
    });
    Table::new("your-values", "Value and slope", columns).rows(rows)
}
