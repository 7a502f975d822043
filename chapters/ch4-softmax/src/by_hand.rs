//! Softmax as one would do it on paper, and what the last digits say.

#![allow(clippy::approx_constant, reason = "the missing digits of e are the point")]

use lesson::figure::{Axis, Block, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use ndarray::{Array1, array};
use nn::elementary::{exp, powf};

/// The scores of three classes.
pub(crate) fn logits() -> Array1<f64> {
    array![4.8, 1.21, 2.385]
}

// ANCHOR: powers
/// e as many textbooks print it.
const E: f64 = 2.71828182846;

fn powers(logits: &Array1<f64>) -> Array1<f64> {
    logits.mapv(|z| powf(E, z))
}
// ANCHOR_END: powers

// ANCHOR: exponentials
fn exponentials(logits: &Array1<f64>) -> Array1<f64> {
    logits.mapv(exp)
}
// ANCHOR_END: exponentials

// ANCHOR: normalised
fn normalised(weights: &Array1<f64>) -> Array1<f64> {
    weights / added(weights)
}

/// The sum from left to right.
fn added(numbers: &Array1<f64>) -> f64 {
    numbers.iter().sum()
}
// ANCHOR_END: normalised

pub(crate) fn tell(say: &mut Lesson) {
    let logits = logits();
    let (powers, exponentials) = (powers(&logits), exponentials(&logits));
    say.section("by-hand", "Softmax by hand");
    say.value("logits", "logits z", &logits);
    say.value("powers", "2.71828182846^z", &powers);
    say.value("powers-total", "their sum", added(&powers));
    say.value("probabilities", "each divided by the sum", &normalised(&powers));
    say.value("sum", "sum of those", added(&normalised(&powers)));
    say.figure(|| before_and_after(&logits, &normalised(&powers)));

    say.section("digits", "The same with exp");
    say.value("exponentials", "exp(z)", &exponentials);
    say.value("exact-probabilities", "each divided by the sum", &normalised(&exponentials));
    say.value("exact-sum", "sum of those", added(&normalised(&exponentials)));
    say.value("agreement", "digits of exp(4.8) shared", shared_digits(powers[0], exponentials[0]));
    say.value("relative-difference", "relative difference", (powers[0] - exponentials[0]) / exponentials[0]);
    say.value("e", "e in 64 bits", exp(1.0));
    say.table(orders([
        ("4.8 1.21 2.385, by powers", normalised(&powers)),
        ("4.8 1.21 2.385, by exp", normalised(&exponentials)),
        ("0.5 1 1.5", nn::softmax(&array![0.5, 1.0, 1.5])),
        ("100 logits from -5 to 5", nn::softmax(&Array1::linspace(-5.0, 5.0, 100))),
    ]));
}

/// How many significant digits two numbers share from the left, in their shortest exact forms.
fn shared_digits(a: f64, b: f64) -> usize {
    let digits = |x: f64| x.to_string().replace('.', "");
    digits(a).chars().zip(digits(b).chars()).take_while(|(a, b)| a == b).count()
}

/// What probabilities add up to, from left to right and from right to left.
fn orders(rows: [(&str, Array1<f64>); 4]) -> Table {
    let columns = [("numbers", "softmax of"), ("forwards", "left to right"), ("backwards", "right to left")];
    let row = |(name, p): (&str, Array1<f64>)| {
        [name.into(), p.iter().sum::<f64>().into(), p.iter().rev().sum::<f64>().into()]
    };
    Table::new("orders", "The same probabilities, added in two orders", columns)
        .rows(rows.into_iter().map(row))
}

fn before_and_after(logits: &Array1<f64>, probabilities: &Array1<f64>) -> Figure {
    let bars = |heights: &Array1<f64>, label: fn(f64) -> String| {
        let bar = |(class, &height): (usize, &f64)| {
            Block::bar(&label(height), Ink::series(class), class as f64, 0.7, height)
        };
        heights.iter().enumerate().map(bar).collect::<Vec<_>>()
    };
    let classes = || Axis::names("class", ["class 0", "class 1", "class 2"]);
    let caption = format!(
        "What does softmax make of three logits? The largest is {} ahead of the second, and so its probability is \
         {:.1} times as large.",
        logits[0] - logits[2],
        probabilities[0] / probabilities[2]
    );
    Figure::new("before-after", caption)
        .panel(Panel::new(classes(), Axis::new("logit", 0.0..=5.5)).with_all(bars(logits, |z| z.to_string())))
        .panel(
            Panel::new(classes(), Axis::new("probability", 0.0..=1.0))
                .with_all(bars(probabilities, |p| format!("{p:.3}"))),
        )
}

/// A height as a bar's label.
pub(crate) fn short(height: f64) -> String {
    format!("{height:.2}")
}
