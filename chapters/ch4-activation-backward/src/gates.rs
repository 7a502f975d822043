//! The same backward pass with other functions in the layer, and one that has a weight after all.

use crate::diagram::short;
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table, Value};
use ndarray::{Array1, Axis as Along, array};
use nn::Activation;
use nn::layer::PRelu;

/// The layers of the table.
pub(crate) const GATES: [(&str, Activation); 6] = [
    ("step", Activation::Step { at_zero: 0.0 }),
    ("linear", Activation::Linear),
    ("sigmoid", Activation::Sigmoid),
    ("tanh", Activation::Tanh),
    ("ReLU", Activation::Relu { slope_at_zero: 0.0 }),
    ("leaky ReLU", Activation::LeakyRelu { slope: 0.01 }),
];

pub(crate) fn inputs() -> Array1<f64> {
    array![1.5, -1.0]
}

pub(crate) fn upstream() -> Array1<f64> {
    array![0.5, 2.0]
}

pub(crate) fn tell(say: &mut Lesson) -> Result<(), nn::Error> {
    say.section("gates", "The same gradient through other layers");
    let columns = [("layer", "layer"), ("outputs", "outputs"), ("downstream", "gradient at the inputs")];
    let mut table = Table::new("gate-table", "Inputs 1.5 and -1, gradient 0.5 and 2 at the outputs", columns);
    for (name, layer) in GATES {
        let outputs = layer.forward(&inputs());
        let downstream = layer.backward(&inputs(), &upstream())?;
        table = table.row([name.into(), Value::from(&outputs), Value::from(&downstream)]);
    }
    say.table(table);
    say.figure(figure);

    // ANCHOR: saturated
    let (input, sigmoid) = (40.0, Activation::Sigmoid);
    let output = sigmoid.value(input);
    let from_output = output * (1.0 - output);
    let from_input = sigmoid.slope(input);
    // ANCHOR_END: saturated
    say.section("saturated", "The slope of a sigmoid at 40, in two ways");
    say.value("saturated-output", "output", output);
    say.value("from-output", "slope by the output, s (1 - s)", from_output);
    say.value("from-input", "slope by the input", from_input);

    say.section("learned-slope", "An activation layer with a weight");
    say.value("prelu-gradient", "gradient of PReLU's slope", learned_slope()?);
    Ok(())
}

/// The gradient of the slope that PReLU learns, from the inputs and the gradient of the table.
pub(crate) fn learned_slope() -> Result<f64, nn::Error> {
    let [inputs, upstream] = [inputs(), upstream()].map(|row| row.insert_axis(Along(0)));
    // ANCHOR: prelu
    let mut layer = PRelu::new(0.25);
    layer.backward_into(&inputs, &upstream, None)?;
    // ANCHOR_END: prelu
    Ok(layer.slope_gradient)
}

/// The steepness of the leaky ReLU in the drawing, where a hundredth would not show.
const DRAWN: f64 = 0.1;

fn figure() -> Figure {
    let (relu, leaky) = (Activation::Relu { slope_at_zero: 0.0 }, Activation::LeakyRelu { slope: DRAWN });
    let x = || Axis::new("input", -3.0..=3.0);
    let of = |label: &str, layer: Activation, ink: Ink| Curve::of(label, ink, -3.0..=3.0, |x| layer.value(x));
    let values = Panel::new(x(), Axis::new("output", -0.5..=3.0))
        .with(of("sigmoid", Activation::Sigmoid, Ink::Vermillion).dashed(Dash::Dashed))
        .with(of("leaky", leaky, Ink::Sky).dashed(Dash::Dotted))
        .with(of("ReLU", relu, Ink::Blue));
    // Two pieces each: a line must not join the slopes on the two sides of a corner.
    let piece = |label: &str, ink: Ink, from: f64, to: f64, slope: f64| {
        Curve::through(label, ink, [(from, slope), (to, slope)])
    };
    let dots = [(Activation::Sigmoid, Ink::Vermillion), (leaky, Ink::Sky), (relu, Ink::Blue)];
    let dots = dots.into_iter().flat_map(|(layer, ink)| {
        inputs().to_vec().into_iter().map(move |x| Dot::new("", ink, (x, layer.slope(x))))
    });
    let slopes = Panel::new(x(), Axis::new("slope", -0.15..=1.2))
        .with(
            Curve::of("", Ink::Vermillion, -3.0..=3.0, |x| Activation::Sigmoid.slope(x)).dashed(Dash::Dashed),
        )
        .with(Dot::new("sigmoid, at most 0.25", Ink::Vermillion, (0.0, Activation::Sigmoid.slope(0.0))))
        .with(piece("leaky", Ink::Sky, -3.0, 0.0, DRAWN).dashed(Dash::Dotted))
        .with(piece("ReLU", Ink::Blue, -3.0, 0.0, 0.0))
        .with(piece("ReLU and leaky", Ink::Blue, 0.0, 3.0, 1.0))
        .with_all(dots);
    let at = |layer: Activation| short(layer.slope(-1.0));
    let caption = format!(
        "What does each layer let through? Left the functions, right their slopes, with dots at the two inputs of the \
         table. At -1 the slope of ReLU is {}, of the leaky one {}, of the sigmoid {}. (The leaky one is drawn \
         with slope {DRAWN}, ten times the table's.)",
        at(relu),
        at(leaky),
        at(Activation::Sigmoid)
    );
    Figure::new("gate-slopes", caption).panel(values).panel(slopes)
}
