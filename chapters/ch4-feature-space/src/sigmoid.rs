//! Question 2: the sigmoid squeezes the plane into a square.

use crate::affine::margin_or_none;
use crate::curves::Curves;
use crate::grid::{self, LINES, range, share};
use crate::plane::{Affine, Point};
use crate::scene::{Window, bent};
use crate::settings::{FIRST, PUSHED, SCALED, SHEARED, hidden};
use lesson::{Figure, Lesson, Table};
use nn::Activation;
use nn::elementary::{exp, largest};

pub(crate) fn tell(say: &mut Lesson) {
    say.section("sigmoid", "Question 2: the sigmoid");
    say.table(squeezed());
    say.table(spacings());

    say.section("bow", "A shear, pressed into the square");
    say.value("sheared-determinant", "det W", SHEARED.determinant());
    let flat = hidden(SHEARED, Activation::Linear).bend_all(&grid::points());
    say.value("sheared-first", "range of z1", range(&flat, 0));
    say.value("sheared-second", "range of z2", range(&flat, 1));
    say.value("bow-gap", "h2 less the formula's, at most", bow_gap());
    say.table(pushed());
    say.figure(figure);
}

fn squeezed() -> Table {
    let columns = [("setting", "setting"), ("unit", "unit"), ("low", "from"), ("high", "to")];
    let rows = [
        ("end of question 1", FIRST, 0),
        ("end of question 1", FIRST, 1),
        ("W = I", Affine::IDENTITY, 0),
        ("w11 = w22 = 3", SCALED, 0),
        ("w21 = 3", SHEARED, 1),
    ];
    let row = |(name, affine, unit): (&str, Affine, usize)| {
        let image = hidden(affine, Activation::Sigmoid).bend_all(&grid::points());
        let [low, high] = range(&image, unit);
        [name.into(), ["h1", "h2"][unit].into(), low.into(), high.into()]
    };
    Table::new("squeezed", "Where the sigmoid puts the square", columns).rows(rows.into_iter().map(row))
}

fn pushed() -> Table {
    let columns = [
        ("bias", "b12"),
        ("crowded", "share with h2 > 0.9"),
        ("mean", "mean h2"),
        ("largest", "largest h2"),
        ("margin", "widest margin"),
    ];
    let row = |(bias, affine): (&str, Affine)| {
        let layer = hidden(affine, Activation::Sigmoid);
        let image = layer.bend_all(&grid::points());
        let crowded = share(&image, |h| h[1] > 0.9);
        let mean = image.iter().map(|h| h[1]).sum::<f64>() / image.len() as f64;
        let margin = Curves::sampled().bent(&layer).verdict().margin();
        [bias.into(), crowded.into(), mean.into(), range(&image, 1)[1].into(), margin_or_none(margin)]
    };
    let rows = [("0", SHEARED), ("3", PUSHED)];
    Table::new("pushed", "The grid before and after b12 = 3", columns).rows(rows.into_iter().map(row))
}

/// How far apart neighbouring grid lines lie after the sigmoid.
fn spacings() -> Table {
    let columns = [("scale", "w11 = w22"), ("rim", "gap at the rim"), ("middle", "gap in the middle")];
    let row = |scale: f64| {
        let place = |line: usize| {
            let x = 2.0 * line as f64 / (LINES - 1) as f64 - 1.0;
            Activation::Sigmoid.value(scale * x)
        };
        let gap = |line: usize| place(line + 1) - place(line);
        [scale.into(), gap(0).into(), gap(LINES / 2).into()]
    };
    Table::new("spacings", "The distance between neighbouring grid lines", columns)
        .rows([1.0, 3.0].into_iter().map(row))
}

// ANCHOR: bow
/// What becomes of the level line x2 = c: its h2 for a given h1.
fn bow(c: f64, h1: f64) -> f64 {
    let k = exp(3.0 * c);
    k * h1 / (1.0 + (k - 1.0) * h1)
}
// ANCHOR_END: bow

fn bow_gap() -> f64 {
    let sheared = hidden(SHEARED, Activation::Sigmoid);
    let gap = |point: &Point| {
        let [h1, h2] = sheared.bend(*point);
        (h2 - bow(point[1], h1)).abs()
    };
    largest(grid::points().iter().map(gap))
}

fn figure() -> Figure {
    let unit = |affine, title: &str| bent(&hidden(affine, Activation::Sigmoid), &Window::UNIT, title);
    let flat = hidden(SHEARED, Activation::Linear);
    Figure::new(
        "sigmoid-plane",
        "What does the sigmoid do to the plane (question 2)? Three times as large, the square is stretched in the middle and squeezed at its edges. Then \
         w₂₁ = 3: the linear map makes a parallelogram, and the sigmoid presses it into the unit square. Then \
         b₁₂ = 3 pushes the sheet up against h₂ = 1.",
    )
    .panel(unit(SCALED, "sigmoid, w₁₁ = w₂₂ = 3"))
    .panel(bent(&flat, &Window::of(&flat), "linear, then w₂₁ = 3"))
    .panel(unit(SHEARED, "sigmoid, w₂₁ = 3"))
    .panel(unit(PUSHED, "sigmoid, then b₁₂ = 3"))
}
