//! Where the exponential leaves the numbers, what that does to softmax, and the repair.

use crate::formats::{BF16, F16, F32, F64, Format};
use lesson::figure::{Axis, Block, Curve, Dot, Ink, Panel, Rule, Side};
use lesson::{Figure, Lesson, Table};
use ndarray::{Array1, array};
use nn::elementary::{exp, ln, log10};

pub(crate) const FORMATS: [Format; 4] = [F16, BF16, F32, F64];

pub(crate) fn tell(say: &mut Lesson) {
    growth(say);
    limits(say);
    naive(say);
    repair(say);
}

fn growth(say: &mut Lesson) {
    say.section("growth", "How fast exp grows");
    let row = |x: usize| [x.into(), exp(x as f64).into()];
    say.table(
        Table::new("powers-of-e", "The exponential at four points", [("x", "x"), ("exp", "exp(x)")])
            .rows([1, 10, 100, 1000].into_iter().map(row)),
    );
    say.figure(exponential);
}

fn limits(say: &mut Lesson) {
    say.section("limits", "Where exp leaves each number format");
    let columns = [
        ("format", "format"),
        ("largest", "largest number"),
        ("last-finite", "last x, exp finite"),
        ("last-nonzero", "last x, exp above 0"),
    ];
    let row = |format: Format| {
        let (finite, nonzero) = (last_finite(format), last_nonzero(format));
        [format.name.into(), format.shown(format.largest()), format.shown(finite), format.shown(nonzero)]
    };
    say.table(
        Table::new("limits-table", "Beyond these, exp is infinite or 0", columns)
            .rows(FORMATS.into_iter().map(row)),
    );
    say.figure(long_run);
    say.figure(window);
}

// ANCHOR: limits
pub(crate) fn last_finite(format: Format) -> f64 {
    format.last(0.0, 1000.0, |x| format.exp(x).is_finite())
}

pub(crate) fn last_nonzero(format: Format) -> f64 {
    format.last(0.0, -1000.0, |x| format.exp(x) > 0.0)
}
// ANCHOR_END: limits

fn naive(say: &mut Lesson) {
    say.section("naive", "The naive form fails in two ways");
    failure(say, "huge", &array![1000.0, 1001.0, 1002.0]);
    say.note("and on the other side");
    failure(say, "tiny", &array![-1000.0, -1001.0, -1002.0]);
}

fn failure(say: &mut Lesson, name: &str, logits: &Array1<f64>) {
    let exponentials = logits.mapv(exp);
    say.value(&format!("{name}-logits"), "logits", logits);
    say.value(&format!("{name}-exponentials"), "exponentials", &exponentials);
    say.value(&format!("{name}-total"), "their sum", exponentials.sum());
    say.value(&format!("{name}-naive"), "softmax_naive", &nn::softmax_naive(logits));
}

fn repair(say: &mut Lesson) {
    // ANCHOR: repair
    let logits = array![1000.0, 1001.0, 1002.0];
    let shifted = &logits - 1002.0;
    let exponentials = shifted.mapv(exp);
    // ANCHOR_END: repair
    say.section("repair", "Subtract the largest logit first");
    say.value("shifted", "logits less the largest", &shifted);
    say.value("shifted-exponentials", "exponentials", &exponentials);
    say.value("shifted-total", "their sum", exponentials.sum());
    say.value("repaired", "softmax", &nn::softmax(&logits));
    say.value(
        "repaired-tiny",
        "softmax of -1000 -1001 -1002",
        &nn::softmax(&array![-1000.0, -1001.0, -1002.0]),
    );
    say.value("exp-of-minus-infinity", "exp(-inf)", exp(f64::NEG_INFINITY));
    say.value("exp-of-zero", "exp(0)", exp(0.0));
    say.value("masked", "softmax of 1 2 -inf", &nn::softmax(&array![1.0, 2.0, f64::NEG_INFINITY]));
}

/// The curve and its slope, which is the same curve.
fn exponential() -> Figure {
    let panel = Panel::new(Axis::new("x", -3.0..=3.0), Axis::new("exp(x)", 0.0..=20.0))
        .with(Curve::of("exp(x), and its slope", Ink::Blue, -3.0..=3.0, exp))
        .with(Dot::new("(0, 1)", Ink::Ink, (0.0, 1.0)))
        .with(Dot::new(&format!("(1, {:.6})", exp(1.0)), Ink::Ink, (1.0, exp(1.0))));
    Figure::new("exp", "How fast does the exponential grow? At every point its slope equals its height; two landmarks are dots.")
        .panel(panel)
}

/// The long run of the curve, on a logarithmic axis.
fn long_run() -> Figure {
    let panel = Panel::new(Axis::new("x", 0.0..=800.0), Axis::powers_of_ten("exp(x)", 0.0..=350.0, 100))
        .with_all([F16, F32, F64].map(|format| {
            let label = format!("largest {}", format.name);
            Rule { label, ink: Ink::Muted, side: Side::Y, at: log10(format.largest()) }
        }))
        .with(Curve::of("exp(x)", Ink::Blue, 0.0..=800.0, |x| x / ln(10.0)))
        .with_all([F16, F32, F64].map(|format| {
            let limit = last_finite(format);
            // The first two dots lie too close for two labels; the table has all numbers.
            let label = if format.name == F16.name { String::new() } else { format!("{limit:.2}") };
            Dot::new(&label, Ink::Vermillion, (limit, limit / ln(10.0)))
        }));
    Figure::new(
        "long-run",
        "Where does the exponential leave each number format? On a logarithmic axis it is a straight line, and the dots \
         are the last inputs whose exponential is finite (that of bf16 all but lies on that of f32).",
    )
    .panel(panel)
}

/// For each format, the inputs whose exponential is neither 0 nor infinite.
fn window() -> Figure {
    let bar = |(row, format): (usize, Format)| {
        let (from, to) = (last_nonzero(format), last_finite(format));
        let (label, middle) = (format!("{from:.1} to {to:.1}"), row as f64);
        Block { label, ink: Ink::series(row), x: (from, to), y: (middle - 0.26, middle + 0.26) }
    };
    let mut formats = FORMATS;
    formats.reverse();
    let thousand = |at: f64| Rule { label: String::new(), ink: Ink::Muted, side: Side::X, at };
    let panel = Panel::new(
        Axis::new("a logit", -1100.0..=1100.0),
        Axis::names("number format", formats.map(|format| format.name)),
    )
    .with_all([-1000.0, 1000.0].map(thousand))
    .with_all(formats.into_iter().enumerate().map(bar));
    Figure::new(
        "window",
        "Which logits have an exponential that is neither 0 nor infinite? Those in the bar of their number format. To the \
         right of it every exponential is infinite, to the left every one is 0; the dashed lines are the examples -1000 and 1000.",
    )
    .panel(panel)
}
