//! Inside and outside the area of effect: who is on, what is passed on, what can learn.

use crate::describe::describe;
use crate::pair::Pair;
use crate::pairs::RAMP;
use crate::picture;
use crate::text::{exact, positive_zero};
use lesson::figure::{Axis, Band, Curve, Dash, Dot, Ink, Panel, Side};
use lesson::{Figure, Lesson, Table, Value};

/// An input left of the area, one inside, one right of it.
const INPUTS: [f64; 3] = [-0.5, 0.25, 1.0];

pub(crate) fn tell(say: &mut Lesson) {
    say.section("area", "The area of effect");
    say.table(trace());
    say.figure(figure);

    say.section("gradients", "What can learn from an input");
    say.table(gradients());

    say.section("levels", "The second bias once w is negative");
    say.table(levels());
}

fn trace() -> Table {
    let columns = [
        ("x", "x"),
        ("received-1", "neuron 1 receives"),
        ("answered-1", "answers"),
        ("received-2", "neuron 2 receives"),
        ("answered-2", "answers"),
    ];
    let row = |x: f64| {
        let h = RAMP.first().value(x);
        [x, RAMP.a * x + RAMP.b, h, RAMP.w * h + RAMP.c, RAMP.second().value(h)].map(Value::from)
    };
    Table::new("trace", "Three inputs on their way through the ramp", columns)
        .rows(INPUTS.into_iter().map(row))
}

fn gradients() -> Table {
    let columns = [("x", "x"), ("a", "a"), ("b", "b"), ("w", "w"), ("c", "c"), ("v", "v")];
    let row = |x: f64| {
        [x].into_iter().chain(RAMP.gradients(x)).map(positive_zero).map(Value::from).collect::<Vec<_>>()
    };
    let caption = "How fast the ramp's output changes with each of its five numbers";
    Table::new("gradient-table", caption, columns).rows(INPUTS.into_iter().map(row))
}

fn levels() -> Table {
    let columns = [
        ("c", "c"),
        ("area", "area of effect"),
        ("slope", "slope"),
        ("left", "far left"),
        ("right", "far right"),
    ];
    let row = |c: f64| {
        let description = describe(Pair { c, ..RAMP });
        let slope = description.ramp().map_or(0.0, |ramp| ramp.slope);
        let ends = [description.left, description.right].map(Value::from);
        let [left, right] = ends;
        [exact(c).into(), description.area.to_string().into(), slope.into(), left, right]
    };
    let caption = "The ramp with other biases of neuron 2: a = -1, b = 0.5, w = -2, v = 1";
    Table::new("level-table", caption, columns).rows([-0.5, 0.0, 0.5, 1.0, 1.5].into_iter().map(row))
}

fn figure() -> Figure {
    let (window, area) = (picture::page(), describe(RAMP).area);
    let x = || Axis::new("x", window.x.clone());
    let corners = [*window.x.start(), area.from, area.to, *window.x.end()];
    let through = |f: &dyn Fn(f64) -> f64| corners.map(|x| (x, f(x)));
    let h = |x: f64| RAMP.first().value(x);
    let received = |x: f64| RAMP.w * h(x) + RAMP.c;
    let inside = Panel::new(x(), Axis::new("inside the pair", -2.25..=2.25))
        .with_all(picture::shade(&window, area, ""))
        .with(Curve::through("neuron 1 answers", Ink::Blue, through(&h)).dashed(Dash::Dashed))
        .with(Curve::through("neuron 2 receives", Ink::Muted, through(&received)).dashed(Dash::Dotted))
        .with_all(
            [(area.from, received(area.from)), (area.to, h(area.to))].map(|at| Dot::new("", Ink::Ink, at)),
        );
    let band = |label: &str, ink: Ink, from: f64, to: f64| Band {
        label: label.into(),
        ink,
        side: Side::X,
        from,
        to,
    };
    let outside = Panel::new(x(), Axis::new("output", -0.25..=1.5))
        .with(band("neuron 2 off", Ink::Muted, corners[0], corners[1]))
        .with(band("both on", Ink::Blue, corners[1], corners[2]))
        .with(band("neuron 1 off", Ink::Muted, corners[2], corners[3]))
        .with(Curve::through("", Ink::Blue, through(&|x| RAMP.value(x))))
        .with_all([area.from, area.to].map(|x| Dot::new("", Ink::Ink, (x, RAMP.value(x)))));
    let caption = format!(
        "Where does the ramp listen to x? For {area} both neurons are on. Left of it neuron 2 receives less than 0 \
         and the output stays at {}; right of it neuron 1 answers 0 and the output stays at {}.",
        exact(RAMP.value(corners[0])),
        exact(RAMP.value(corners[3]))
    );
    Figure::new("area-of-effect", caption).panel(inside).panel(outside)
}
