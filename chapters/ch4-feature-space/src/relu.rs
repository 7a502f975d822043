//! Question 4: ReLU presses what is negative flat.

use crate::affine::margin_or_none;
use crate::curves::Curves;
use crate::grid::{self, folded_area, range};
use crate::plane::Affine;
use crate::scene::{Window, bent};
use crate::settings::{OPENED, RELU, hidden, slid};
use lesson::{Figure, Lesson, Table};
use nn::search::first;

pub(crate) fn tell(say: &mut Lesson) {
    let image = hidden(OPENED, RELU).bend_all(&grid::points());
    say.section("relu", "Question 4: ReLU");
    say.value("relu-first", "range of h1", range(&image, 0));
    say.value("relu-second", "range of h2", range(&image, 1));
    let columns = [
        ("bias", "b11"),
        ("area", "on the h2 axis"),
        ("formula", "1 - (2 - t)^2 / 8"),
        ("upright", "with w12 = 0"),
        ("margin", "widest margin"),
    ];
    let curves = Curves::sampled();
    let row = |bias: f64| {
        let t = -bias / 3.0;
        let upright = Affine { w: [[3.0, 0.0], [3.0, 3.0]], ..slid(bias) };
        let formula = 1.0 - (2.0 - t) * (2.0 - t) / 8.0;
        let bent = curves.bent(&hidden(slid(bias), RELU));
        let margin = margin_or_none(bent.verdict().margin());
        let area = |affine: &Affine| folded_area(affine, 0).into();
        [bias.into(), area(&slid(bias)), formula.into(), area(&upright), margin]
    };
    say.table(
        Table::new("slid", "The share of the square with h1 = 0, for t = -b11 / 3", columns)
            .rows([0.0, -1.0, -2.0, -3.0].into_iter().map(row)),
    );
    say.figure(figure);
}

/// The bias at which three quarters of the square are folded, by halving.
pub(crate) fn three_quarters() -> f64 {
    first(0.0, -3.0, |bias| folded_area(&slid(bias), 0) >= 0.75)
}

fn figure() -> Figure {
    let window = Window::of(&hidden(OPENED, RELU));
    let panel = |bias: f64, title: &str| bent(&hidden(slid(bias), RELU), &window, title);
    Figure::new(
        "relu-plane",
        "What does ReLU leave of the plane (question 4)? Nothing lies to the left of the axes or below them: what was negative lies on them. As b₁₁ goes from 0 to −3 the sheet \
         slides to the left, and more and more of it is pressed onto the h₂ axis.",
    )
    .panel(panel(0.0, "ReLU, b₁₁ = 0"))
    .panel(panel(-3.0, "ReLU, b₁₁ = -3"))
}
