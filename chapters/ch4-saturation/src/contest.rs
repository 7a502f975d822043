//! The same small networks trained with one function after the other, shallow and deep.

use crate::census::Spiral;
use lesson::figure::{Axis, Dot, Ink, Panel, Rule, Side};
use lesson::{Figure, Lesson, Table, Value, counted};
use ndarray::Array2;
use nn::elementary::{ln, log10};
use nn::initialise::{he_normal, scaled_normal};
use nn::layer::{Dense, Layer};
use nn::loss::CategoricalCrossEntropy;
use nn::optimiser::Adam;
use nn::random::RandomState;
use nn::{Activation, Error, RELU, Sequential};

/// Whose starts differ most.
const LEAKY: Activation = Activation::LeakyRelu { slope: 0.01 };
const FUNCTIONS: [Activation; 8] = [
    Activation::Linear,
    Activation::Sigmoid,
    Activation::Tanh,
    RELU,
    LEAKY,
    Activation::Elu { alpha: 1.0 },
    Activation::Gelu,
    Activation::Silu,
];
const DEPTHS: [usize; 3] = [1, 4, 8];
const STARTS: u32 = 3;
const POINTS: usize = 30;
const WIDTH: usize = 16;
const RATE: f64 = 0.01;
const STEPS: usize = 300;

/// What became of one function: for each depth the losses of all starts, the lowest first.
struct Tried {
    function: Activation,
    losses: Vec<Vec<f64>>,
}

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let spiral = Spiral::new(POINTS, &mut RandomState::new(0));
    let mut tried: Vec<Tried> = Vec::new();
    for function in FUNCTIONS {
        let trained = |depth| sorted(|start| loss(&spiral, function, depth, start));
        tried.push(Tried { function, losses: DEPTHS.map(trained).into_iter().collect::<Result<_, _>>()? });
        say.progress("training them all", tried.len(), FUNCTIONS.len());
    }
    say.section("contest", "Train them all");
    say.table(middle(&tried));
    let deepest = DEPTHS.len() - 1;
    let label = format!("{}, {} layers, each start", LEAKY.title(), DEPTHS[deepest]);
    let spread = tried.iter().find(|one| one.function == LEAKY).map(|one| one.losses[deepest].as_slice());
    say.value("contest-spread", &label, spread.unwrap_or_default());
    say.figure(|| figure(&tried));
    Ok(())
}

fn sorted(loss: impl Fn(u32) -> Result<f64, Error>) -> Result<Vec<f64>, Error> {
    let mut losses = (0..STARTS).map(loss).collect::<Result<Vec<f64>, Error>>()?;
    losses.sort_by(f64::total_cmp);
    Ok(losses)
}

// ANCHOR: network
/// A network of so many equal hidden layers, as it starts.
fn network(f: Activation, depth: usize, random: &mut RandomState) -> Sequential<f64> {
    let mut layers: Vec<Layer<f64>> = Vec::new();
    let mut inputs = 2;
    for _ in 0..depth {
        let weights: Array2<f64> = he_normal((inputs, WIDTH), random);
        layers.extend([Dense::new(weights).into(), Layer::Activation(f)]);
        inputs = WIDTH;
    }
    layers.push(Dense::new(scaled_normal((inputs, 3), 0.1, random)).into());
    Sequential::new(layers)
}
// ANCHOR_END: network

/// The loss of such a network after its training.
fn loss(spiral: &Spiral, function: Activation, depth: usize, start: u32) -> Result<f64, Error> {
    let mut network = network(function, depth, &mut RandomState::new(start));
    let mut descent = Adam::new(RATE);
    for _ in 0..STEPS {
        network.step(&spiral.points, &spiral.classes, &CategoricalCrossEntropy, &mut descent)?;
    }
    network.loss(&spiral.points, &spiral.classes, &CategoricalCrossEntropy)
}

fn layers(depth: usize) -> String {
    counted(depth, "hidden layer")
}

fn middle(tried: &[Tried]) -> Table {
    let [one, four, eight] = DEPTHS.map(layers);
    let columns = [
        ("function", "activation"),
        ("one", one.as_str()),
        ("four", four.as_str()),
        ("eight", eight.as_str()),
    ];
    let row = |one: &Tried| {
        let losses = one.losses.iter().map(|losses| Value::from(losses[losses.len() / 2]));
        [one.function.title().into()].into_iter().chain(losses).collect::<Vec<_>>()
    };
    let caption = format!(
        "Loss, the middle of {STARTS} starts: {POINTS} points an arm, {WIDTH} units a layer, {STEPS} steps of Adam at {RATE}"
    );
    Table::new("contest-table", &caption, columns).rows(tried.iter().map(row))
}

fn figure(tried: &[Tried]) -> Figure {
    let [.., deepest] = DEPTHS;
    let caption = format!(
        "Which function learns the spiral best? It depends on the depth, and beyond one hidden layer on the start: a dot is \
         one of {STARTS}. With {deepest}, the sigmoid has hardly left the loss of guessing."
    );
    let panels = DEPTHS.iter().enumerate().map(|(place, &depth)| panel(tried, place, depth));
    panels.fold(Figure::new("contest-figure", caption), Figure::panel)
}

/// The losses of all functions at one depth, the first function on top.
fn panel(tried: &[Tried], place: usize, depth: usize) -> Panel {
    let layers = layers(depth);
    let names = Axis::names(&layers, tried.iter().rev().map(|one| one.function.title()));
    let dots = tried.iter().rev().enumerate().flat_map(|(height, one)| {
        let dot = move |&loss: &f64| Dot::new("", one.function.into(), (log10(loss), height as f64));
        one.losses[place].iter().map(dot)
    });
    let guess = Rule { label: "guess".into(), ink: Ink::Muted, side: Side::X, at: log10(ln(3.0)) };
    Panel::new(Axis::powers_of_ten("loss", -2.0..=0.5, 1), names).with(guess).with_all(dots)
}
