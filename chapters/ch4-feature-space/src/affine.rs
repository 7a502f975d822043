//! Question 1: what weights and biases do to the plane without an activation.

use crate::grid::{self, range};
use crate::plane::{Affine, Line, dot};
use crate::scene::{Shape, Window, bent};
use crate::settings::{FIRST, hidden};
use lesson::{Figure, Lesson, Table, Value};
use nn::Activation;
use nn::elementary::{cos, largest, sin, sqrt};

/// The steps of the question; each keeps what the last one changed.
const STEPS: [(&str, Affine); 6] = [
    ("start", Affine::IDENTITY),
    ("w21 = 1", Affine { w: [[1.0, 0.0], [1.0, 1.0]], b: [0.0, 0.0] }),
    ("w11 = 0", Affine { w: [[0.0, 0.0], [1.0, 1.0]], b: [0.0, 0.0] }),
    ("w11 = -1", Affine { w: [[-1.0, 0.0], [1.0, 1.0]], b: [0.0, 0.0] }),
    ("b11 = 1", Affine { w: [[-1.0, 0.0], [1.0, 1.0]], b: [1.0, 0.0] }),
    ("w12 = 1", FIRST),
];

pub(crate) fn tell(say: &mut Lesson) {
    say.section("affine", "Stretch, shear, mirror, move");
    say.table(steps());
    say.value("reflection-gap", "last W / sqrt 2 less a mirror at 67.5 degrees", reflection_gap());
    let line = pulled_back(Line { w: [0.0, 1.0], b: -1.0 }, &FIRST);
    say.value("pulled-back", "h2 = 1 in the input plane: weights, bias", [line.w[0], line.w[1], line.b]);
    say.figure(figure);
}

fn steps() -> Table {
    let columns = [
        ("step", "after"),
        ("determinant", "det W"),
        ("singular", "singular values"),
        ("first", "range of h1"),
        ("second", "range of h2"),
    ];
    let square = grid::points();
    let row = |(name, affine): (&str, Affine)| {
        let image = hidden(affine, Activation::Linear).bend_all(&square);
        let singular = affine.singular_values();
        [
            name.into(),
            affine.determinant().into(),
            singular.into(),
            range(&image, 0).into(),
            range(&image, 1).into(),
        ]
    };
    Table::new("steps", "Question 1, step by step", columns).rows(STEPS.into_iter().map(row))
}

/// How far the last matrix is from a mirror line at 67.5 degrees, once its scale is taken out.
fn reflection_gap() -> f64 {
    let twice = 0.75 * std::f64::consts::PI;
    let mirror = [[cos(twice), sin(twice)], [sin(twice), -cos(twice)]];
    largest_gap(FIRST.w, mirror, sqrt(2.0))
}

/// The largest entry of W less `scale` times another matrix.
pub(crate) fn largest_gap(w: [[f64; 2]; 2], other: [[f64; 2]; 2], scale: f64) -> f64 {
    let pairs = w.as_flattened().iter().zip(other.as_flattened());
    largest(pairs.map(|(w, other)| (w - scale * other).abs()))
}

// ANCHOR: pulled-back
/// The line of the input plane that an affine map takes to a given line.
fn pulled_back(line: Line, affine: &Affine) -> Line {
    let [first, second] = affine.w;
    let weight = |input: usize| dot(line.w, [first[input], second[input]]);
    Line { w: [weight(0), weight(1)], b: line.side(affine.b) }
}
// ANCHOR_END: pulled-back

fn figure() -> Figure {
    let window = Window::around(&[[-2.0, -2.0], [3.0, 2.0]], Shape::Tall);
    let stages = [("w₂₁ = 1", 1), ("w₁₁ = 0", 2), ("b₁₁ = 1", 4), ("w₁₂ = 1", 5)];
    let panel = |(name, step): (&str, usize)| {
        bent(&hidden(STEPS[step].1, Activation::Linear), &window, &format!("after {name}"))
    };
    let figure = Figure::new(
        "affine-plane",
        "What can an affine map do to the curves? Four stages of question 1: sheared, crushed to a segment on the way through w₁₁ = 0, mirrored and moved, \
         and at the end turned on its corner. Straight lines stay straight, and between its curves the plane never \
         opens.",
    );
    stages.into_iter().map(panel).fold(figure, Figure::panel)
}

/// A margin as a table shows it.
pub(crate) fn margin_or_none(margin: Option<f64>) -> Value {
    margin.map_or("no line".into(), Value::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_on_the_pulled_back_line_when_its_image_is_on_the_line() {
        let line = Line { w: [0.7, -1.2], b: 0.4 };
        for point in [[0.0, 0.0], [0.3, -2.0], [-1.5, 0.25]] {
            let pulled = pulled_back(line, &FIRST).side(point);
            assert!((pulled - line.side(FIRST.apply(point))).abs() < 1e-15);
        }
    }
}
