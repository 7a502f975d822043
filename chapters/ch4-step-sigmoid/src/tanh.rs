//! tanh: a scaled and shifted sigmoid, why not to compute it that way, and how steep it is.

use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel, Rule, Scatter, Side};
use lesson::{Figure, Lesson, Table, Value, scientific};
use nn::Activation;
use nn::elementary::{exp, log10, powf};
use nn::search::first;

// ANCHOR: naive
/// tanh as a survey prints it.
fn naive(x: f64) -> f64 {
    2.0 / (1.0 + exp(-2.0 * x)) - 1.0
}
// ANCHOR_END: naive

/// The largest x that the formula gives 0 for.
fn last_zero() -> f64 {
    first(1e-3, 0.0, |x| naive(x) == 0.0)
}

fn tanh(x: f64) -> f64 {
    Activation::Tanh.value(x)
}

fn relative_error(x: f64) -> f64 {
    (naive(x) - tanh(x)).abs() / tanh(x)
}

pub(crate) fn tell(say: &mut Lesson) {
    say.section("naive-tanh", "The formula near zero");
    let columns =
        [("x", "x"), ("formula", "2 / (1 + e^-2x) - 1"), ("tanh", "tanh(x)"), ("error", "relative error")];
    let row = |x: f64| {
        let [formula, right, error] = [naive(x), tanh(x), relative_error(x)].map(Value::from);
        [x.into(), formula, right, error]
    };
    let caption = "tanh by its formula and by the math crate";
    say.table(Table::new("near-zero", caption, columns).rows([1.0, 1e-3, 1e-9, 1e-17].into_iter().map(row)));
    say.figure(error);

    say.section("steeper", "Where tanh is the steeper one");
    say.value("crossing", "its slope is smaller from x", crossing());
    say.table(slopes());
    say.figure(steepness);
}

// ANCHOR: crossing
/// The first x at which the sigmoid is at least as steep as tanh.
pub(crate) fn crossing() -> f64 {
    let (sigmoid, tanh) = (Activation::Sigmoid, Activation::Tanh);
    first(0.0, 10.0, |x| sigmoid.slope(x) >= tanh.slope(x))
}
// ANCHOR_END: crossing

fn ratio(x: f64) -> f64 {
    Activation::Tanh.slope(x) / Activation::Sigmoid.slope(x)
}

fn slopes() -> Table {
    let columns =
        [("x", "x"), ("tanh", "slope of tanh"), ("sigmoid", "slope of sigmoid"), ("ratio", "their ratio")];
    let row = |x: f64| {
        let [tanh, sigmoid] = [Activation::Tanh, Activation::Sigmoid].map(|f| Value::from(f.slope(x)));
        [x.into(), tanh, sigmoid, ratio(x).into()]
    };
    Table::new("slopes", "Slopes of tanh and of the sigmoid", columns)
        .rows([0.0, 1.0, 2.0, 5.0, 10.0].into_iter().map(row))
}

/// Formula and function in one picture, and the formula's error.
fn error() -> Figure {
    let by_formula = |step: i32| (f64::from(step) / 2.0, naive(f64::from(step) / 2.0));
    let formula = Scatter {
        label: "2 sigmoid(2x) - 1".into(),
        ink: Activation::Sigmoid.into(),
        radius: 0.9,
        points: (-9..=9).map(by_formula).collect(),
    };
    let caption = format!(
        "Is tanh a scaled and shifted sigmoid? Left: on paper and in the picture, yes: dots and line agree. Right: the \
         nearer to 0, the larger the relative error of the formula, and from {} down it gives 0, an error of 1.",
        scientific(last_zero(), 1)
    );
    Figure::new("tanh-formula", caption)
        .panel(
            Panel::new(Axis::new("x", -5.0..=5.0), Axis::new("tanh(x)", -1.15..=1.15))
                .with(Curve::of("tanh", Activation::Tanh.into(), -5.0..=5.0, tanh))
                .with(formula),
        )
        .panel(error_by_decades())
}

/// The formula's relative error, point by point.
fn error_by_decades() -> Panel {
    let at = |step: i32| {
        let place = f64::from(step) / 12.0;
        (place, log10(relative_error(powf(10.0, place))))
    };
    let points = (-240..=0).map(at).filter(|(_, error)| error.is_finite()).collect();
    let x = Axis::powers_of_ten("x", -20.0..=0.0, 5);
    let y = Axis::powers_of_ten("relative error", -17.0..=1.5, 5);
    Panel::new(x, y).with(Scatter {
        label: "error of the formula".into(),
        ink: Activation::Tanh.into(),
        radius: 0.5,
        points,
    })
}

/// Both slopes, and their ratio.
fn steepness() -> Figure {
    let cross = crossing();
    let slope = |f: Activation, dash| {
        let label = format!("slope of {}", f.name());
        Curve::of(&label, f.into(), 0.0..=5.0, move |x| f.slope(x)).dashed(dash)
    };
    let caption = format!(
        "Is tanh steeper than the sigmoid? Left: up to x = {cross:.5} it is, beyond it is flatter (the left half of the \
         axis mirrors this one). Right: the ratio of the two slopes falls from {:.0} at 0 to {:.3} at 5.",
        ratio(0.0),
        ratio(5.0)
    );
    Figure::new("steepness", caption)
        .panel(
            Panel::new(Axis::new("x", 0.0..=5.0), Axis::new("slope", -0.12..=1.05))
                .with(slope(Activation::Tanh, Dash::Solid))
                .with(slope(Activation::Sigmoid, Dash::Dashed))
                .with(Dot::new(&format!("{cross:.3}"), Ink::Ink, (cross, Activation::Tanh.slope(cross)))),
        )
        .panel(
            Panel::new(Axis::new("x", 0.0..=5.0), Axis::new("slope of tanh / slope of sigmoid", 0.0..=4.2))
                .with(Rule { label: "equally steep".into(), ink: Ink::Muted, side: Side::Y, at: 1.0 })
                .with(Curve::of("ratio", Activation::Tanh.into(), 0.0..=5.0, ratio))
                .with(Dot::new("", Ink::Ink, (cross, 1.0))),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slopes_cross_where_the_algebra_says() {
        // With u = e^-x, the slopes are equal where 4u (1 + u)^2 = (1 + u^2)^2.
        let u = exp(-crossing());
        let (left, right) = (4.0 * u * (1.0 + u) * (1.0 + u), (1.0 + u * u) * (1.0 + u * u));
        assert!((left - right).abs() < 1e-14, "{left} {right}");
        assert!(ratio(1.66) > 1.0 && ratio(1.67) < 1.0);
    }

    #[test]
    fn the_formula_loses_small_numbers() {
        assert_eq!((naive(1e-17), naive(last_zero()), tanh(1e-17)), (0.0, 0.0, 1e-17));
        assert!(naive(last_zero().next_up()) > 0.0);
        assert!((8e-8..9e-8).contains(&relative_error(1e-9)));
    }
}
