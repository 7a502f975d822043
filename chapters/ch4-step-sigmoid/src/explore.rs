//! The gallery as a figure that answers: any activation beside its slope, at any point.

mod member;
mod picture;
mod presets;
#[cfg(test)]
mod tests;
mod words;

use crate::family::REACH;
use lesson::Explorable;
use lesson::explore::{Controls, State, View};
use member::Member;
use nn::Activation;
use presets::places;

pub(crate) const GALLERY: Explorable = Explorable::new(
    "gallery",
    "What does an activation make of a number, and of a gradient that comes back?",
    controls,
    view,
);

/// No second function.
const NONE: &str = "none";
/// The largest slope left of 0, and the deepest floor, that the controls give.
const STEEPEST: f64 = 1.0;
const DEEPEST: f64 = 3.0;

fn controls() -> Controls {
    let all = || Activation::ALL.into_iter().map(|f| (f.name(), f.title()));
    let conventions = || [("0", "0"), ("0.5", "1/2"), ("1", "1")];
    let chosen = |name: &'static str| ["f", "g"].map(|choice| (choice, name));
    Controls::new()
        .choice("f", "function", all(), "gelu")
        .choice("g", "compared with", [(NONE, "nothing")].into_iter().chain(all()), "relu")
        .range("x", "x", -40.0..=40.0, 0.01, -1.0)
        .choice("reach", "range of x", [("2", "-2 to 2"), ("5", "-5 to 5"), ("40", "-40 to 40")], "5")
        .presets("Places of this page", places())
        .range("leaky", "leaky ReLU: slope left of 0", 0.0..=STEEPEST, 0.01, 0.01)
        .when(chosen("leaky-relu"))
        .range("prelu", "PReLU: slope left of 0", 0.0..=STEEPEST, 0.01, 0.25)
        .when(chosen("prelu"))
        .range("alpha", "ELU: how far below 0 its floor is", 0.0..=DEEPEST, 0.05, 1.0)
        .when(chosen("elu"))
        .choice("step", "step: value at 0", conventions(), "0")
        .when(chosen("step"))
        .choice("relu", "ReLU: slope at 0", conventions(), "0")
        .when(chosen("relu"))
}

fn view(state: &State) -> View {
    // Every word that the control takes is the name of an activation.
    let Some(f) = Member::named(state.word("f"), state) else {
        return View::new("There is no such function.");
    };
    let other = state.word("g");
    let g = Member::named(other, state).filter(|g| g.f != f.f).map(Member::beside);
    let reach: f64 = state.word("reach").parse().unwrap_or(REACH);
    let x = state.number("x");
    let says = words::says(&f, g.as_ref(), x, x.abs() <= reach, other == state.word("f"));
    let view = View::new(says).panels(picture::panels(&f, g.as_ref(), x, reach));
    read_out(view, &f, g.as_ref(), x).drag_x(0, "x", x).drag_x(1, "x", x)
}

/// The numbers at x, with all their digits.
fn read_out(view: View, f: &Member, g: Option<&Member>, x: f64) -> View {
    let (y, slope): (f64, f64) = (f.f.value(x), f.f.slope(x));
    let view = view
        .read_out(f.f.title(), f.formula())
        .read_out("x", x)
        .read_out("value", y)
        .read_out("slope", slope)
        .read_out("value in f32", f.f.value(x as f32))
        .read_out("slope in f32", f.f.slope(x as f32));
    let Some(g) = g else { return view };
    let (other, other_slope): (f64, f64) = (g.f.value(x), g.f.slope(x));
    view.read_out(format!("beside it, {}", g.f.title()), g.formula())
        .read_out("its value", other)
        .read_out("its slope", other_slope)
        .read_out("difference of the values", y - other)
        .read_out("difference of the slopes", slope - other_slope)
}
