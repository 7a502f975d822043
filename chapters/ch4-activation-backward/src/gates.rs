//! The same backward pass with other functions in the layer, and one that has a weight after all.

use crate::diagram::short;
use lesson::figure::{Axis, Curve, Dash, Dot, Panel};
use lesson::{Figure, Lesson, Table, Value};
use ndarray::{Array1, Axis as Along, array};
use nn::layer::PRelu;
use nn::{Activation, RELU};

/// The layers of the table.
pub(crate) const GATES: [Activation; 6] = [
    Activation::Step { at_zero: 0.0 },
    Activation::Linear,
    Activation::Sigmoid,
    Activation::Tanh,
    RELU,
    Activation::LeakyRelu { slope: 0.01 },
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
    for layer in GATES {
        let outputs = layer.forward(&inputs());
        let downstream = layer.backward(&inputs(), &upstream())?;
        table = table.row([layer.title().into(), Value::from(&outputs), Value::from(&downstream)]);
    }
    say.table(table);
    say.figure(figure);

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
    let (sigmoid, relu, leaky) = (Activation::Sigmoid, RELU, Activation::LeakyRelu { slope: DRAWN });
    let x = || Axis::new("input", -3.0..=3.0);
    let of = |label: &str, layer: Activation| Curve::of(label, layer.into(), -3.0..=3.0, |x| layer.value(x));
    let values = Panel::new(x(), Axis::new("output", -0.5..=3.0))
        .with(of("sigmoid", sigmoid).dashed(Dash::Dashed))
        .with(of("leaky", leaky).dashed(Dash::Dotted))
        .with(of("ReLU", relu));
    // Two pieces each: a line must not join the slopes on the two sides of a corner.
    let piece = |label: &str, layer: Activation, (from, to): (f64, f64)| {
        let slope = layer.slope(to);
        Curve::through(label, layer.into(), [(from, slope), (to, slope)])
    };
    let dots = [sigmoid, leaky, relu].into_iter().flat_map(|layer| {
        inputs().to_vec().into_iter().map(move |x| Dot::new("", layer.into(), (x, layer.slope(x))))
    });
    let slopes = Panel::new(x(), Axis::new("slope", -0.15..=1.2))
        .with(Curve::of("", sigmoid.into(), -3.0..=3.0, |x| sigmoid.slope(x)).dashed(Dash::Dashed))
        .with(Dot::new("sigmoid, at most 0.25", sigmoid.into(), (0.0, sigmoid.slope(0.0))))
        .with(piece("leaky", leaky, (-3.0, 0.0)).dashed(Dash::Dotted))
        .with(piece("ReLU", relu, (-3.0, 0.0)))
        .with(piece("ReLU and leaky", relu, (0.0, 3.0)))
        .with_all(dots);
    let at = |layer: Activation| short(layer.slope(-1.0));
    let caption = format!(
        "What does each layer let through? Left: the functions. Right: their slopes, with dots at the two inputs of \
         the table. At -1 the slope of ReLU is {}, of the leaky one {}, of the sigmoid {}. (The leaky one is drawn \
         with slope {DRAWN}, ten times the table's.)",
        at(relu),
        at(leaky),
        at(sigmoid)
    );
    Figure::new("gate-slopes", caption).panel(values).panel(slopes)
}
