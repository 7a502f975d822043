//! Question 3: tanh, and a weight at both of its ends.

use crate::affine::margin_or_none;
use crate::curves::Curves;
use crate::grid::{self, range};
use crate::plane::Affine;
use crate::scene::{Shape, Window, bent};
use crate::settings::{COLLAPSED, OPENED, PUSHED, hidden};
use lesson::{Figure, Lesson, Table};
use nn::Activation;

pub(crate) fn tell(say: &mut Lesson) {
    let image = hidden(PUSHED, Activation::Tanh).bend_all(&grid::points());
    say.section("tanh", "Question 3: tanh");
    say.value("tanh-first", "range of h1", range(&image, 0));
    say.value("tanh-second", "range of h2", range(&image, 1));
    let columns = [
        ("weight", "w12"),
        ("determinant", "det W"),
        ("singular", "singular values"),
        ("margin", "widest margin"),
        ("settings", "slider settings"),
    ];
    say.table(
        Table::new("ends", "The slider w12 at both ends", columns).rows(
            [("3", COLLAPSED), ("-3", OPENED)].into_iter().map(|(weight, affine)| row(weight, &affine)),
        ),
    );
    say.figure(figure);
}

fn row(weight: &str, affine: &Affine) -> [lesson::Value; 5] {
    let bent = Curves::sampled().bent(&hidden(*affine, Activation::Tanh));
    [
        weight.into(),
        affine.determinant().into(),
        affine.singular_values().into(),
        margin_or_none(bent.verdict().margin()),
        bent.sliders().separating.into(),
    ]
}

fn figure() -> Figure {
    let window = Window::around(&[[-1.0, -1.0], [1.0, 1.0]], Shape::Tall);
    let panel = |affine, title: &str| bent(&hidden(affine, Activation::Tanh), &window, title);
    Figure::new(
        "tanh-plane",
        "When does tanh lose the plane (question 3)? With w₁₂ = 3 both units see the same sum, and the whole plane falls onto one curve. With \
         w₁₂ = −3 the sheet lies wide open.",
    )
    .panel(panel(COLLAPSED, "tanh, w₁₂ = 3"))
    .panel(panel(OPENED, "tanh, w₁₂ = -3"))
}
