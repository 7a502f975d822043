//! Question 6: a setting in which smooth bends fail and a corner succeeds.

use crate::affine::margin_or_none;
use crate::curves::Curves;
use crate::grid::{self, share};
use crate::plane::{Affine, Line, Network, Point};
use crate::scene::{Window, inputs, separated};
use crate::settings::{FOLDED, LEAKY, RELU, TURNED, hidden};
use lesson::{Figure, Lesson, Table};
use nn::Activation;
use std::collections::BTreeSet;

/// The activations of the questions, and the one with a corner that loses nothing.
const MENU: [Activation; 5] = [Activation::Linear, Activation::Sigmoid, Activation::Tanh, RELU, LEAKY];

pub(crate) fn tell(say: &mut Lesson) {
    let folded = hidden(FOLDED, RELU);
    let curves = Curves::sampled();
    let bent = curves.bent(&folded);
    say.section("folded", "Question 6: the fold");
    say.value("folded-determinant", "det W", FOLDED.determinant());
    say.value("folded-singular", "singular values", FOLDED.singular_values());
    say.table(shares(&folded.bend_all(&grid::points()), &bent));

    let verdict = bent.verdict();
    let Some(line) = verdict.line() else { return };
    say.section("folded-line", "A line after the fold");
    say.value("six-margin", "widest margin", margin_or_none(verdict.margin()));
    say.value("six-line", "its line: w13 w23 b13", [line.w[0], line.w[1], line.b]);
    let sliders = bent.sliders();
    if let Some((Line { w, b }, margin)) = sliders.best {
        say.value("six-setting", "best slider setting", [w[0], w[1], b]);
        say.value("six-slider-margin", "its margin", margin);
    }
    say.value("six-separating", "slider settings that separate", sliders.separating);
    let at_origin = share(&bent.lower, |h| *h == [0.0, 0.0]);
    say.figure(|| figure(line, at_origin));

    say.section("fold-or-bend", "The same weights, five activations");
    say.table(same_weights(&curves));
    say.table(transposed(&curves));
}

fn shares(grid: &[Point], bent: &Curves) -> Table {
    let columns =
        [("points", "points"), ("first", "h1 = 0"), ("second", "h2 = 0"), ("both", "both, at the origin")];
    let row = |name: &str, points: &[Point]| {
        let flat = |axis: usize| share(points, |h| h[axis] == 0.0);
        [name.into(), flat(0).into(), flat(1).into(), share(points, |h| *h == [0.0, 0.0]).into()]
    };
    let rows = [row("grid", grid), row("lower", &bent.lower), row("upper", &bent.upper)];
    Table::new("shares", "How much of each lies on an axis", columns).rows(rows)
}

fn margin(curves: &Curves, affine: Affine, activation: Activation) -> Option<f64> {
    let bent = curves.bent(&hidden(affine, activation));
    bent.verdict().margin()
}

fn same_weights(curves: &Curves) -> Table {
    let columns = [
        ("activation", "activation"),
        ("places", "places the 2000 points take"),
        ("margin", "widest margin"),
    ];
    let row = |activation: Activation| {
        let bent = curves.bent(&hidden(FOLDED, activation));
        let margin = margin_or_none(margin(curves, FOLDED, activation));
        [activation.name().into(), places(&bent).into(), margin]
    };
    Table::new("menu", "Question 6 with each activation", columns).rows(MENU.into_iter().map(row))
}

// ANCHOR: places
/// How many different places the points are at.
fn places(curves: &Curves) -> usize {
    let points = curves.upper.iter().chain(&curves.lower);
    let places: BTreeSet<_> = points.map(|point| point.map(f64::to_bits)).collect();
    places.len()
}
// ANCHOR_END: places

/// What the questions' settings would give if W were read the other way round.
fn transposed(curves: &Curves) -> Table {
    let columns =
        [("question", "question"), ("rows", "row i feeds unit i"), ("columns", "column i feeds unit i")];
    let rows = [
        ("5, sigmoid", TURNED, Activation::Sigmoid),
        ("5, tanh", TURNED, Activation::Tanh),
        ("6, relu", FOLDED, RELU),
    ];
    let row = |(name, affine, activation): (&str, Affine, Activation)| {
        let shown = |affine: Affine| margin_or_none(margin(curves, affine, activation));
        [name.into(), shown(affine), shown(affine.transposed())]
    };
    Table::new("readings", "The widest margin under both readings of W", columns)
        .rows(rows.into_iter().map(row))
}

fn figure(line: Line, at_origin: f64) -> Figure {
    let hidden = hidden(FOLDED, RELU);
    let network = Network { hidden, line };
    Figure::new(
        "folded-plane",
        format!(
            "What does a fold do (question 6)? Left: folded by ReLU, with the line of the widest margin; {:.1} percent of the lower curve \
             lie on one point, the origin. Right: the same line seen from the input plane has corners, where a unit \
             goes off.",
            100.0 * at_origin
        ),
    )
    .panel(separated(&hidden, line, &Window::of(&hidden), RELU.title()))
    .panel(inputs(&network, RELU.title(), RELU.into(), ""))
}
