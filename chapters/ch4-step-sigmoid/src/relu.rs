//! ReLU: its corner, and a combination of two that is a line.

use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel, Scatter};
use lesson::{Figure, Lesson, Table};
use nn::Activation;
use nn::elementary::largest;

pub(crate) fn tell(say: &mut Lesson) {
    say.section("corner", "The corner, asked from three sides");
    let relu = relu(0.0);
    // ANCHOR: corner
    let h = 1e-6;
    let from_the_right = (relu.value(h) - relu.value(0.0)) / h;
    let from_the_left = (relu.value(0.0) - relu.value(-h)) / h;
    let across = (relu.value(h) - relu.value(-h)) / (2.0 * h);
    // ANCHOR_END: corner
    say.value("corner-right", "rise over run, from the right", from_the_right);
    say.value("corner-left", "rise over run, from the left", from_the_left);
    say.value("corner-across", "rise over run, across", across);

    say.section("two-relus", "Two ReLUs that make a line");
    say.value("line-gap", "largest gap to x, -1000 to 1000", largest_gap());
    say.table(conventions());
    say.figure(figure);
}

fn relu(slope_at_zero: f64) -> Activation {
    Activation::Relu { slope_at_zero }
}

// ANCHOR: line
fn line(x: f64) -> f64 {
    relu(0.0).value(x) - relu(0.0).value(-x)
}

fn slope_of_line(x: f64, slope_at_zero: f64) -> f64 {
    let relu = relu(slope_at_zero);
    relu.slope(x) + relu.slope(-x)
}
// ANCHOR_END: line

fn largest_gap() -> f64 {
    let gap = |step: i32| {
        let x = f64::from(step) / 10.0;
        (line(x) - x).abs()
    };
    largest((-10_000..=10_000).map(gap))
}

fn conventions() -> Table {
    let columns = [
        ("convention", "slope of ReLU at 0"),
        ("near", "slope of the line at 1"),
        ("at", "slope of the line at 0"),
    ];
    let row = |slope: f64| [slope.into(), slope_of_line(1.0, slope).into(), slope_of_line(0.0, slope).into()];
    Table::new("line-slopes", "relu(x) - relu(-x) is x, whose slope is 1 everywhere", columns)
        .rows([0.0, 0.5, 1.0].into_iter().map(row))
}

fn figure() -> Figure {
    let x = || Axis::new("x", -3.0..=3.0);
    let right = Curve::of("relu(x)", Ink::Blue, -3.0..=3.0, |x| relu(0.0).value(x));
    let left =
        Curve::of("-relu(-x)", Ink::Sky, -3.0..=3.0, |x| 0.0 - relu(0.0).value(-x)).dashed(Dash::Dashed);
    let sum = Scatter {
        label: "their sum".into(),
        ink: Ink::Ink,
        radius: 0.9,
        points: (-7..=7).map(|step| (0.4 * f64::from(step), line(0.4 * f64::from(step)))).collect(),
    };
    let dots = [0.0, 0.5, 1.0].map(|convention| {
        Dot::new(&format!("with {convention}"), Ink::Blue, (0.0, slope_of_line(0.0, convention)))
    });
    Figure::new(
        "two-relus-line",
        "Is every combination of ReLUs bent? Left: relu(x) and −relu(−x) add up to the straight line x. Right: its \
         slope is 1 everywhere. The dots are what a program makes of it at 0 if it takes 0, 0.5 or 1 for the slope of \
         ReLU at its corner.",
    )
    .panel(Panel::new(x(), Axis::new("y", -3.0..=3.0)).with(right).with(left).with(sum))
    .panel(
        Panel::new(x(), Axis::new("slope", -0.3..=2.3))
            .with(Curve::of("slope of the sum", Ink::Muted, -3.0..=3.0, |_| 1.0))
            .with_all(dots),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_relus_make_a_line_whose_slope_depends_on_a_convention() {
        assert_eq!(largest_gap(), 0.0);
        for convention in [0.0, 0.5, 1.0] {
            assert_eq!([-1.0, 0.0, 1.0].map(|x| slope_of_line(x, convention)), [1.0, 2.0 * convention, 1.0]);
        }
    }
}
