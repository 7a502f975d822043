//! How flat the sigmoid and tanh are away from 0.

use crate::inks::ink;
use lesson::figure::{Axis, Curve, Dot, Panel};
use lesson::{Figure, Lesson, Table};
use nn::Activation;
use nn::Activation::{Sigmoid, Tanh};

const INPUTS: [f64; 3] = [0.0, 5.0, 10.0];

pub(crate) fn tell(say: &mut Lesson) {
    say.section("slopes", "Three slopes of two functions");
    let columns = [("x", "x"), ("sigmoid", "slope of sigmoid"), ("tanh", "slope of tanh")];
    let row = |x: f64| [x, Sigmoid.slope(x), Tanh.slope(x)].map(Into::into);
    say.table(
        Table::new("slope-table", "The slope at 0, 5 and 10", columns).rows(INPUTS.into_iter().map(row)),
    );
    say.value("slowed", "sigmoid, slope at 0 / slope at 10", Sigmoid.slope(0.0) / Sigmoid.slope(10.0));
    say.figure(figure);
}

fn figure() -> Figure {
    let x = || Axis::new("pre-activation", -8.0..=8.0);
    let curve = |label: &str, f: Activation, of: fn(Activation, f64) -> f64| {
        let (ink, dash) = ink(f);
        Curve::of(label, ink, -8.0..=8.0, |x| of(f, x)).dashed(dash)
    };
    let peak = |label: &str, f: Activation| Dot::new(label, ink(f).0, (0.0, f.slope(0.0)));
    let values = Panel::new(x(), Axis::new("value", -1.2..=1.2))
        .with_all([Sigmoid, Tanh].map(|f| curve(f.name(), f, Activation::value)));
    let slopes = Panel::new(x(), Axis::new("slope", 0.0..=1.1))
        .with(curve("sigmoid", Sigmoid, Activation::slope))
        .with(curve("", Tanh, Activation::slope))
        .with(peak(&Sigmoid.slope(0.0).to_string(), Sigmoid))
        .with(peak(&format!("tanh, {}", Tanh.slope(0.0)), Tanh));
    let caption = format!(
        "Where do the sigmoid and tanh still react? Left: both are flat at both ends. Right: their slopes, at most {} and \
         {}, and nearly 0 from 5 on.",
        Sigmoid.slope(0.0),
        Tanh.slope(0.0)
    );
    Figure::new("flat-ends", caption).panel(values).panel(slopes)
}
