//! Two classes: softmax is the sigmoid of the difference.

use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Value};
use ndarray::array;
use nn::elementary::{exp, largest, ln};

// ANCHOR: two
fn first_of_two(first: f64, second: f64) -> f64 {
    nn::softmax(&array![first, second])[0]
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}
// ANCHOR_END: two

pub(crate) fn tell(say: &mut Lesson) {
    let pairs = [(2.0, 1.0), (-3.0, 0.5), (40.0, 38.0)];
    let of = |f: fn((f64, f64)) -> f64| Value::from(pairs.map(f));
    say.section("two-classes", "Two logits are one sigmoid");
    say.value("differences", "differences of three pairs", of(|(a, b)| a - b));
    say.value("first-of-two", "softmax, the first of two", of(|(a, b)| first_of_two(a, b)));
    say.value("sigmoid-of-difference", "sigmoid of the difference", of(|(a, b)| sigmoid(a - b)));
    say.value("largest-gap", "largest gap, -30 to 30", largest_gap());
    say.figure(figure);

    say.section("far-ahead", "How far ahead is sure?");
    say.value("lead-for-ninety-nine", "lead that gives 99 percent", ln(99.0));
    say.value("lead-probability", "softmax at that lead", first_of_two(ln(99.0), 0.0));
}

/// How far the two forms lie apart at most, on 6001 differences.
fn largest_gap() -> f64 {
    let difference = |step: i32| f64::from(step) / 100.0;
    let gap = |step| (first_of_two(difference(step), 0.0) - sigmoid(difference(step))).abs();
    largest((-3000..=3000).map(gap))
}

fn figure() -> Figure {
    let x = || Axis::new("first logit minus second", -6.0..=6.0);
    let slope = |x: f64| sigmoid(x) * (1.0 - sigmoid(x));
    Figure::new(
        "two-logits",
        "Is softmax of two logits a sigmoid? Left: the probability of the first of two classes, by softmax (line) and \
         by the sigmoid of the difference (dots): one curve. Right: its slope, largest where the logits are equal.",
    )
    .panel(
        Panel::new(x(), Axis::new("probability of the first", 0.0..=1.0))
            .with(Curve::of("softmax", Ink::Blue, -6.0..=6.0, |x| first_of_two(x, 0.0)))
            .with_all((-3..=3).map(|step| {
                let at = 1.5 * f64::from(step);
                Dot::new(if step == 2 { "sigmoid" } else { "" }, Ink::Vermillion, (at, sigmoid(at)))
            })),
    )
    .panel(
        Panel::new(x(), Axis::new("slope", 0.0..=0.3))
            .with(Curve::of("p (1 - p)", Ink::Blue, -6.0..=6.0, slope).dashed(Dash::Dashed))
            .with(Dot::new("0.25", Ink::Ink, (0.0, slope(0.0)))),
    )
}
