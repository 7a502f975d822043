//! The corner of ReLU: three conventions, and what finite differences say.

use crate::diagram::short;
use crate::differences::{left, middle, right};
use crate::worked::{CORNER, X, Y, loss_at, moved, worked};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table, Value};

pub(crate) const CONVENTIONS: [f64; 3] = [0.0, 0.5, 1.0];
const STEPS: [f64; 3] = [0.1, 0.001, 1e-6];
/// The step of the drawing, wide enough to be seen.
const DRAWN: f64 = 1.0;

/// The loss as a function of what goes into the ReLU.
fn loss(o2: f64) -> f64 {
    loss_at(o2, Y)
}

pub(crate) fn tell(say: &mut Lesson) {
    say.section("conventions", "The corner by three conventions");
    let columns = [
        ("convention", "slope at 0"),
        ("delta3", "δ³"),
        ("weights", "gradient of W"),
        ("next", "o² after a step of 0.1"),
    ];
    let row = |convention: f64| {
        let there = worked(&X, &CORNER, Y, convention);
        let moved = moved(&CORNER, &there.weights, 0.1);
        let next = worked(&X, &moved, Y, convention).o2;
        [convention.into(), there.delta3.into(), there.weights.as_slice().into(), next.into()]
    };
    let caption = "W = 1 1 -1: what each convention hands back, and where one step of gradient descent leads";
    say.table(Table::new("convention-table", caption, columns).rows(CONVENTIONS.into_iter().map(row)));

    say.section("three-differences", "The corner by finite differences");
    let columns = [
        ("step", "step h"),
        ("left", "from the left"),
        ("middle", "the middle"),
        ("right", "from the right"),
    ];
    let row = |h: f64| -> [Value; 4] {
        [h.into(), (left(loss, 0.0, h) + 0.0).into(), middle(loss, 0.0, h).into(), right(loss, 0.0, h).into()]
    };
    let caption = "The slope of the loss where o² is 0, measured with ever smaller steps";
    say.table(Table::new("difference-table", caption, columns).rows(STEPS.into_iter().map(row)));
    say.figure(figure);
}

/// The loss with its three secants, and its slope with the three answers at 0.
fn figure() -> Figure {
    let x = || Axis::new("o², the input of the ReLU", -2.0..=2.0);
    let tilted = |slope: f64| move |x: f64| loss(0.0) + slope * x;
    let secant = |label: &str, ink: Ink, slope: f64, from: f64, to: f64| {
        Curve::through(label, ink, [from, to].map(|x| (x, tilted(slope)(x)))).dashed(Dash::Dashed)
    };
    let (l, m, r) = (left(loss, 0.0, DRAWN), middle(loss, 0.0, DRAWN), right(loss, 0.0, DRAWN));
    // The secant in the middle joins the two outer points and misses the corner.
    let lifted = f64::midpoint(loss(DRAWN), loss(-DRAWN));
    let across = [-DRAWN, DRAWN].map(|x| (x, lifted + m * x));
    let functions = Panel::new(x(), Axis::new("loss", 0.0..=0.8))
        .with(Curve::of("loss", Ink::Blue, -2.0..=2.0, loss))
        .with(secant("left", Ink::Orange, l, -DRAWN, 0.0))
        .with(Curve::through("middle", Ink::Purple, across).dashed(Dash::Dotted))
        .with(secant("right", Ink::Vermillion, r, 0.0, DRAWN))
        .with_all([-DRAWN, 0.0, DRAWN].map(|x| Dot::new("", Ink::Ink, (x, loss(x)))));
    let answers = CONVENTIONS.map(|convention| {
        let delta3 = worked(&X, &CORNER, Y, convention).delta3;
        Dot::new(&format!("slope {convention}"), Ink::Purple, (0.0, delta3))
    });
    let slopes = Panel::new(x(), Axis::new("gradient δ³", -1.3..=1.2))
        .with(Curve::through("", Ink::Blue, [(-2.0, 0.0), (0.0, 0.0)]))
        .with(Curve::through("", Ink::Blue, [(0.0, -1.0), (2.0, 1.0)]))
        .with_all(answers);
    let caption = format!(
        "What slope does the loss have at its corner? Left, with steps of {DRAWN}: from the left it is {}, from the \
         right {}, across the corner {}. Right: the gradient jumps from 0 to -1 at 0, and each dot is what one \
         convention answers there.",
        short(l),
        short(r),
        short(m)
    );
    Figure::new("corner", caption).panel(functions).panel(slopes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nn::Activation;

    #[test]
    fn relu_itself_has_three_slopes_at_its_corner() {
        let relu = |x: f64| Activation::Relu { slope_at_zero: 0.0 }.value(x);
        for h in STEPS {
            assert_eq!([left(relu, 0.0, h), middle(relu, 0.0, h), right(relu, 0.0, h)], CONVENTIONS);
        }
    }

    #[test]
    fn the_loss_has_its_slopes_in_closed_form() {
        for h in STEPS {
            assert_eq!(left(loss, 0.0, h), 0.0);
            assert!((right(loss, 0.0, h) - (h / 2.0 - 1.0)).abs() < 1e-9);
            assert!((middle(loss, 0.0, h) - (h / 4.0 - 0.5)).abs() < 1e-9);
        }
    }
}
