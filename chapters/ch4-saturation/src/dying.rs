//! One unit that one step too large pushes out of reach, and what brings a leaky one back.

use crate::inks::{FOUR, ink};
use lesson::figure::{Axis, Curve, Dash, Panel};
use lesson::{Figure, Lesson, Table, Value};
use nn::elementary::log10;
use nn::{Activation, RELU};

const X: f64 = 3.0;
const TARGET: f64 = 1.0;
const BORN: Unit = Unit { w: 1.0, b: 0.0 };
const TOO_FAST: f64 = 0.5;
const RATE: f64 = 0.05;
const SLOPES: [f64; 2] = [0.01, 0.1];
/// Longer than any leaky unit here needs.
const PATIENCE: usize = 10_000;
const LEARNED: f64 = 1e-6;

/// A unit with one input.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Unit {
    w: f64,
    b: f64,
}

impl Unit {
    fn z(self) -> f64 {
        self.w * X + self.b
    }

    fn loss(self, f: Activation) -> f64 {
        let error = f.value(self.z()) - TARGET;
        0.5 * error * error
    }

    // ANCHOR: step
    /// One step of gradient descent on ½ (f(z) - target)².
    fn step(self, f: Activation, rate: f64) -> Self {
        let z = self.w * X + self.b;
        let error = f.value(z) - TARGET;
        let gradient = error * f.slope(z);
        Self { w: self.w - rate * gradient * X, b: self.b - rate * gradient }
    }
    // ANCHOR_END: step

    /// The unit as it is, one step later, two steps later, and so on.
    fn training(self, f: Activation) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), move |unit| Some(unit.step(f, RATE)))
    }
}

pub(crate) fn tell(say: &mut Lesson) {
    let dead = BORN.step(RELU, TOO_FAST);
    say.section("one-step", "One step too far");
    say.table(states(&[("before", BORN), ("after", dead)]));
    say.value("slopes-there", "slope of sigmoid, tanh, ReLU, leaky", FOUR.map(|f| f.slope(dead.z())));

    say.section("for-ever", &format!("The same unit, trained on with rate {RATE}"));
    say.value(
        "relu-moved",
        "ReLU: weight and bias change in one step by",
        [dead.step(RELU, RATE).w - dead.w, dead.step(RELU, RATE).b - dead.b],
    );
    let same = dead.training(RELU).take(PATIENCE + 1).filter(|unit| *unit == dead).count() - 1;
    say.value("relu-same", &format!("ReLU: steps that change no bit, of {PATIENCE}"), same);
    say.table(returns(dead));
    let rests = SLOPES.map(|slope| rest(dead, slope).map_or("never".into(), Value::from));
    say.value("rest", "steps from the one to the other, leak by leak", Value::List(rests.into()));
    say.figure(|| figure(dead));
}

fn states(rows: &[(&str, Unit)]) -> Table {
    let z = format!("z = {X}w + b");
    let columns =
        [("when", ""), ("w", "w"), ("b", "b"), ("z", z.as_str()), ("output", "relu(z)"), ("loss", "loss")];
    let row = |&(when, unit): &(&str, Unit)| {
        let numbers = [unit.w, unit.b, unit.z(), RELU.value(unit.z()), unit.loss(RELU)];
        [when.into()].into_iter().chain(numbers.map(Value::from)).collect::<Vec<_>>()
    };
    let caption =
        format!("A ReLU unit with input {X} and target {TARGET}, and one step with rate {TOO_FAST}");
    Table::new("overshoot", &caption, columns).rows(rows.iter().map(row))
}

/// The number of the step after which something is true; step 1 was the one too far.
fn first(dead: Unit, f: Activation, is: impl Fn(Unit) -> bool) -> Option<usize> {
    dead.training(f).take(PATIENCE + 1).position(is).map(|later| later + 1)
}

/// After which step z is above 0.
fn back(dead: Unit, f: Activation) -> Option<usize> {
    first(dead, f, |unit| unit.z() > 0.0)
}

/// After which step hardly any loss is left.
fn learned(dead: Unit, f: Activation) -> Option<usize> {
    first(dead, f, |unit| unit.loss(f) < LEARNED)
}

/// How many steps a unit with this leak needs from there to there.
fn rest(dead: Unit, slope: f64) -> Option<usize> {
    let f = Activation::LeakyRelu { slope };
    Some(learned(dead, f)? - back(dead, f)?)
}

fn returns(dead: Unit) -> Table {
    let below = format!("the loss is below {LEARNED:e} after step");
    let columns =
        [("slope", "slope on the left"), ("back", "z is above 0 after step"), ("learned", below.as_str())];
    let row = |slope: f64| {
        let f = Activation::LeakyRelu { slope };
        let after = |step: Option<usize>| step.map_or(Value::from("never"), Value::from);
        [slope.into(), after(back(dead, f)), after(learned(dead, f))]
    };
    let slopes = [0.0].into_iter().chain(SLOPES);
    let caption = format!("Back from z = {}, by the slope on the left; step 1 was the one too far", dead.z());
    Table::new("returns", &caption, columns).rows(slopes.into_iter().map(row))
}

fn figure(dead: Unit) -> Figure {
    let leaky = |slope: f64| Activation::LeakyRelu { slope };
    let walk = |label: &str, f: Activation, steps: usize, every: usize, of: &dyn Fn(Unit) -> f64| {
        let (ink, dash) = if f == leaky(0.1) { (ink(f).0, Dash::Dashed) } else { ink(f) };
        let points = dead.training(f).enumerate().step_by(every).take(steps / every + 1);
        Curve::through(label, ink, points.map(|(later, unit)| ((later + 1) as f64, of(unit)))).dashed(dash)
    };
    let z = |unit: Unit| unit.z();
    let loss = |f: Activation| move |unit: Unit| log10(unit.loss(f));
    let steps = || Axis::new("steps", 0.0..=1500.0);
    let sums = Panel::new(steps(), Axis::new("z", -8.0..=2.0))
        .with(walk("ReLU", RELU, 1500, 10, &z))
        .with(walk("leaky 0.01", leaky(0.01), 1500, 5, &z))
        .with(walk("leaky 0.1", leaky(0.1), 700, 1, &z));
    let losses = Panel::new(steps(), Axis::powers_of_ten("loss", -7.0..=1.0, 2))
        .with(walk(RELU.title(), RELU, 1500, 10, &loss(RELU)))
        .with(walk("leaky 0.01", leaky(0.01), 1380, 1, &loss(leaky(0.01))))
        .with(walk("leaky 0.1", leaky(0.1), 150, 1, &loss(leaky(0.1))));
    let caption = format!(
        "Does a unit come back from z = {}? The ReLU never does, its loss stays at {}. With a slope of 0.01 on the left it is \
         back after step {}, with 0.1 after step {}; {} more steps and its loss is below {LEARNED:e}.",
        dead.z(),
        dead.loss(RELU),
        back(dead, leaky(0.01)).unwrap_or_default(),
        back(dead, leaky(0.1)).unwrap_or_default(),
        rest(dead, 0.1).unwrap_or_default()
    );
    Figure::new("dying-figure", caption).panel(sums).panel(losses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_step_is_that_of_the_layers() {
        use ndarray::array;
        use nn::layer::Dense;
        use nn::loss::HalfSquare;
        use nn::optimiser::Sgd;

        let mut network = nn::Sequential::new(vec![Dense::new(array![[1.0]]).into(), RELU.into()]);
        network.step(&array![[X]], &array![[TARGET]], &HalfSquare, &mut Sgd::new(TOO_FAST)).unwrap();
        let parameters: Vec<f64> = network
            .layers
            .iter_mut()
            .flat_map(nn::layer::Layer::parameters)
            .flat_map(|p| p.values.to_vec())
            .collect();
        let dead = BORN.step(RELU, TOO_FAST);
        assert_eq!(parameters, [dead.w, dead.b]);
        assert_eq!(dead, Unit { w: -2.0, b: -1.0 });
    }
}
