//! Counting dead units: by the bias they start with, and by the rate they are trained with.

use lesson::figure::{Axis, Block, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table, Value};
use ndarray::{Array1, Array2, ArrayRef2};
use nn::elementary::exp;
use nn::initialise::{he_normal, scaled_normal};
use nn::layer::{Dense, Layer};
use nn::loss::CategoricalCrossEntropy;
use nn::optimiser::Sgd;
use nn::random::RandomState;
use nn::{Activation, Error, RELU, Sequential};

const UNITS: usize = 1000;
const BIASES: [f64; 6] = [0.5, 0.0, -0.5, -1.0, -2.0, -3.0];
pub(crate) const HIDDEN: usize = 64;
const RATES: [f64; 7] = [1.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
const STEPS: usize = 200;
const TOO_FAST: f64 = 8.0;
const GENTLE: f64 = 1.0;
const LATER: usize = 500;
const LEAKY: Activation = Activation::LeakyRelu { slope: 0.01 };

/// Three spiral arms, and the class of each point.
pub(crate) struct Spiral {
    pub points: Array2<f64>,
    pub classes: Array1<usize>,
}

impl Spiral {
    /// So many points an arm.
    pub(crate) fn new(points: usize, random: &mut RandomState) -> Self {
        let (points, classes) = nn::data::spiral(points, 3, random);
        Self { points: points.mapv(f64::from), classes }
    }
}

// ANCHOR: dead
/// How many units are off for every sample: no number in their column is above 0.
pub(crate) fn dead(pre_activations: &ArrayRef2<f64>) -> usize {
    let units = pre_activations.columns().into_iter();
    units.filter(|unit| unit.iter().all(|&z| z <= 0.0)).count()
}
// ANCHOR_END: dead

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let spiral = Spiral::new(100, &mut RandomState::new(0));
    let born: Vec<usize> =
        BIASES.iter().map(|&bias| born_dead(&spiral, bias)).collect::<Result<_, Error>>()?;
    say.section("biases", "Dead before training, by the bias");
    let dead = format!("dead units of {UNITS}");
    let columns =
        [("bias", "bias of every unit"), ("dead", dead.as_str()), ("expected", "share in a full disc")];
    let mut table = Table::new("bias-table", "ReLU units on the spiral, two inputs, He's weights", columns);
    for (bias, &dead) in BIASES.into_iter().zip(&born) {
        table = table.row([bias.into(), dead.into(), expected(bias).into()]);
    }
    say.table(table);

    let mut trained = Vec::new();
    for rate in RATES {
        trained.push((rate, Trained::new(&spiral, RELU, rate)?, Trained::new(&spiral, LEAKY, rate)?));
        say.progress("training", trained.len(), RATES.len() + 1);
    }
    say.section("rates", &format!("Dead after {STEPS} steps, by the rate"));
    say.table(rates(&trained));
    say.value("guess", "loss of equal probabilities, ln 3", nn::elementary::ln(3.0));
    say.figure(|| figure(&born, &trained));

    say.section("afterwards", &format!("Rate {TOO_FAST}, then {LATER} steps with rate {GENTLE}"));
    say.table(afterwards(&spiral)?);
    say.progress("training", RATES.len() + 1, RATES.len() + 1);
    Ok(())
}

/// Two networks after steps that were too large, and after many that are not.
fn afterwards(spiral: &Spiral) -> Result<Table, Error> {
    let later = format!("{LATER} steps later");
    let columns = [
        ("slope", "slope on the left"),
        ("before", "off for all"),
        ("after", later.as_str()),
        ("loss-before", "loss"),
        ("loss-after", later.as_str()),
    ];
    let mut table = Table::new("afterwards-table", "Who comes back?", columns);
    let leakier = Activation::LeakyRelu { slope: 0.1 };
    for (slope, activation) in [(0.0, RELU), (0.01, LEAKY), (0.1, leakier)] {
        let hurt = Trained::new(spiral, activation, TOO_FAST)?;
        let (dead, loss) = (hurt.dead, hurt.loss);
        let later = Trained::after(hurt.network, spiral, GENTLE, LATER)?;
        table = table.row([slope.into(), dead.into(), later.dead.into(), loss.into(), later.loss.into()]);
    }
    Ok(table)
}

/// How many of [`UNITS`] units with this bias are off for every point of the spiral.
fn born_dead(spiral: &Spiral, bias: f64) -> Result<usize, Error> {
    let weights = he_normal((2, UNITS), &mut RandomState::new(1));
    let layer = Dense::with_bias(weights, Array1::from_elem(UNITS, bias))?;
    Ok(dead(&layer.forward(&spiral.points)?))
}

/// The share to expect if the points filled the unit disc: the length of two normal weights is below -b.
fn expected(bias: f64) -> f64 {
    if bias < 0.0 { 1.0 - exp(-bias * bias / 2.0) } else { 0.0 }
}

/// A network with these weights and biases of 0, as it is before the first step.
pub(crate) fn untrained(hidden: Array2<f64>, activation: Activation, output: Array2<f64>) -> Sequential<f64> {
    let layers = vec![Dense::new(hidden).into(), Layer::Activation(activation), Dense::new(output).into()];
    Sequential::new(layers)
}

/// A network of two inputs, [`HIDDEN`] hidden units and three classes, after some training.
pub(crate) struct Trained {
    pub network: Sequential<f64>,
    dead: usize,
    pub loss: f64,
}

impl Trained {
    fn new(spiral: &Spiral, activation: Activation, rate: f64) -> Result<Self, Error> {
        let mut random = RandomState::new(1);
        let hidden = he_normal((2, HIDDEN), &mut random);
        let output = scaled_normal((HIDDEN, 3), 0.1, &mut random);
        Self::after(untrained(hidden, activation, output), spiral, rate, STEPS)
    }

    /// What a network becomes in so many steps of gradient descent.
    pub(crate) fn after(
        mut network: Sequential<f64>,
        spiral: &Spiral,
        rate: f64,
        steps: usize,
    ) -> Result<Self, Error> {
        let mut descent = Sgd::new(rate);
        for _ in 0..steps {
            network.step(&spiral.points, &spiral.classes, &CategoricalCrossEntropy, &mut descent)?;
        }
        let loss = network.loss(&spiral.points, &spiral.classes, &CategoricalCrossEntropy)?;
        let dead = dead(&network.outputs()[0]);
        Ok(Self { network, dead, loss })
    }
}

type Pair = (f64, Trained, Trained);

fn rates(trained: &[Pair]) -> Table {
    let columns = [
        ("rate", "rate"),
        ("relu-dead", "dead ReLUs"),
        ("relu-loss", "loss"),
        ("leaky-dead", "leaky, off for all"),
        ("leaky-loss", "loss"),
    ];
    let row = |(rate, relu, leaky): &Pair| {
        [(*rate).into(), relu.dead.into(), relu.loss.into(), leaky.dead.into(), leaky.loss.into()]
            as [Value; 5]
    };
    let caption = format!("{HIDDEN} hidden units on the spiral, {STEPS} steps of gradient descent");
    Table::new("rate-table", &caption, columns).rows(trained.iter().map(row))
}

fn figure(born: &[usize], trained: &[Pair]) -> Figure {
    let percent = |share: f64| 100.0 * share;
    let dot =
        |(bias, &dead): (f64, &usize)| Dot::new("", Ink::Blue, (bias, percent(dead as f64 / UNITS as f64)));
    let dots = BIASES.into_iter().zip(born).map(dot);
    let born_dead =
        Panel::new(Axis::new("bias", -3.2..=0.7), Axis::new("dead units in percent", 0.0..=108.0))
            .with(
                Curve::of("full disc", Ink::Muted, -3.2..=0.7, |b| percent(expected(b))).dashed(Dash::Dashed),
            )
            .with_all(dots);
    let bar = |(place, (_, relu, _)): (usize, &Pair)| {
        Block::bar(&relu.dead.to_string(), Ink::Blue, place as f64, 0.6, relu.dead as f64)
    };
    let killed = Panel::new(
        Axis::names("rate", RATES.map(|rate| rate.to_string())),
        Axis::new(&format!("dead ReLUs of {HIDDEN}"), 0.0..=70.0),
    )
    .with_all(trained.iter().enumerate().map(bar));
    let caption = "How do units die? Left: born dead, because a negative bias outweighs all that the inputs can do; the \
                   line is what to expect if the points filled the unit disc. Right: killed by steps that are too large.";
    Figure::new("census-figure", caption).panel(born_dead).panel(killed)
}
