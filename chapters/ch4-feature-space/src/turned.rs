//! Question 5: one setting, separated by a line after the sigmoid and after tanh.

use crate::affine::{largest_gap, margin_or_none};
use crate::curves::Curves;
use crate::grid::{self, range};
use crate::plane::{Line, Network};
use crate::scene::{Shape, Window, inputs, separated};
use crate::search::Sliders;
use crate::separation::Verdict;
use crate::settings::{TURNED, hidden};
use lesson::{Figure, Lesson, Table, Value};
use nn::Activation;
use nn::elementary::{cos, sin, sqrt};

pub(crate) fn tell(say: &mut Lesson) {
    say.section("turned", "Question 5: a turn");
    say.value("turned-determinant", "det W", TURNED.determinant());
    say.value("turned-singular", "singular values", TURNED.singular_values());
    say.value("rotation-gap", "W less 3 sqrt 2 times a turn by 225 degrees", rotation_gap());
    let flat = hidden(TURNED, Activation::Linear).bend_all(&grid::points());
    say.value("turned-first", "range of z1", range(&flat, 0));
    say.value("turned-second", "range of z2", range(&flat, 1));

    say.section("turned-lines", "The same setting, bent");
    let found = [Activation::Linear, Activation::Sigmoid, Activation::Tanh].map(Found::of);
    let columns =
        [("activation", "activation"), ("margin", "widest margin"), ("line", "its line, divided by w23")];
    say.table(Table::new("five", "Can a line separate the curves?", columns).rows(found.iter().map(
        |found| {
            let line = found.verdict.line().map(|line| line.divided_by(line.w[1].abs()));
            let line = line.map_or("".into(), |Line { w, b }| Value::from([w[0], w[1], b]));
            [found.activation.name().into(), margin_or_none(found.verdict.margin()), line]
        },
    )));
    let columns = [
        ("activation", "activation"),
        ("setting", "w13 w23 b13"),
        ("margin", "its margin"),
        ("separating", "settings that do"),
    ];
    say.table(
        Table::new("five-sliders", "The best setting of the three sliders, -3 to 3 in steps of 0.1", columns)
            .rows(found[1..].iter().map(Found::slider_row)),
    );
    say.value("slider-settings", "slider settings in all", found[0].sliders.settings);
    if let (Some(sigmoid), Some(tanh)) = (found[1].verdict.margin(), found[2].verdict.margin()) {
        say.value("margin-ratio", "tanh's margin by the sigmoid's", tanh / sigmoid);
    }
    say.figure(|| figure(&found[1..]));
}

/// How far W is from a turn by 225 degrees, once its scale is put in.
fn rotation_gap() -> f64 {
    let angle = 1.25 * std::f64::consts::PI;
    let turn = [[cos(angle), -sin(angle)], [sin(angle), cos(angle)]];
    largest_gap(TURNED.w, turn, 3.0 * sqrt(2.0))
}

/// What became of the curves, and which lines separate them.
struct Found {
    activation: Activation,
    verdict: Verdict,
    sliders: Sliders,
}

impl Found {
    fn of(activation: Activation) -> Self {
        let bent = Curves::sampled().bent(&hidden(TURNED, activation));
        let verdict = bent.verdict();
        Self { activation, verdict, sliders: bent.sliders() }
    }

    fn slider_row(&self) -> [Value; 4] {
        let (setting, margin) = match self.sliders.best {
            Some((Line { w, b }, margin)) => ([w[0], w[1], b].into(), margin.into()),
            None => ("none".into(), "".into()),
        };
        [self.activation.name().into(), setting, margin, self.sliders.separating.into()]
    }
}

fn figure(found: &[Found]) -> Figure {
    let figure = Figure::new(
        "turned-plane",
        "Where does a straight line fit (question 5)? Left: the bent plane with the straight line of the widest margin. Right: the same line seen from \
         the input plane, where it is a curve; tinted is what the network calls lower. The sigmoid leaves a thin gap, \
         tanh a wide one.",
    );
    found.iter().fold(figure, |figure, found| {
        let Some(line) = found.verdict.line() else { return figure };
        let hidden = hidden(TURNED, found.activation);
        let window = match found.activation {
            Activation::Sigmoid => Window::UNIT,
            _ => Window::around(&[[-1.0, -1.0], [1.0, 1.0]], Shape::Tall),
        };
        let name = found.activation.title();
        figure.panel(separated(&hidden, line, &window, name)).panel(inputs(
            &Network { hidden, line },
            name,
            found.activation.into(),
            "",
        ))
    })
}
