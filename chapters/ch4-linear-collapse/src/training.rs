//! The same network from the same start, trained without a bend and with one.

use crate::best_line::{SAMPLES, largest_error, target, target_curves};
use crate::pieces::{Piece, pieces};
use crate::single::WIDTHS;
use crate::stack::{collapse, parameters, random_layers, with_relus};
use lesson::figure::{Axis, Curve, Dash, Ink, Panel, Rule, Side};
use lesson::{Figure, Lesson, Table};
use nn::elementary::sqrt;
use nn::layer::{Dense, Layer};
use nn::loss::MeanSquare;
use nn::optimiser::Adam;
use nn::{Activation, Error, RELU, Sequential};

/// A start from which ReLU gets far, and one from which it does not.
const SEED: u32 = 8;
const POOR_SEED: u32 = 0;
const STEPS: usize = 2000;
/// The loss is noted, and progress told, at every step of this number.
const EVERY: usize = 25;

/// A network before and after its training.
struct Run {
    /// Its activation and the seed of its start.
    name: String,
    before: Vec<Piece>,
    after: Vec<Piece>,
    dense: Vec<Dense<f64>>,
    /// Steps and the root of the mean square error then.
    history: Vec<(f64, f64)>,
}

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let straight = trained("training without a bend", Activation::Linear, SEED, say)?;
    let bent = trained("training with ReLU", RELU, SEED, say)?;
    let stuck = trained("training with ReLU from another start", RELU, POOR_SEED, say)?;
    let single = collapse(&straight.dense)?;
    say.section("trained", "The same start, trained without and with ReLU");
    say.value("trained-steps", &format!("steps of Adam on {SAMPLES} samples"), STEPS);
    say.value("trained-weight", "y = x: W of the single layer", single.weights[[0, 0]]);
    say.value("trained-bias", "y = x: b of the single layer", single.bias[0]);
    say.table(table(&[&straight, &bent, &stuck]));
    say.figure(|| fits(&straight, &bent));
    say.figure(|| errors_and_slopes(&straight, &bent));
    say.figure(|| learning(&straight, &bent));
    Ok(())
}

fn trained(task: &str, activation: Activation, seed: u32, say: &mut Lesson) -> Result<Run, Error> {
    let start = random_layers(&WIDTHS, seed);
    // ANCHOR: training
    let (x, y) = nn::data::sine(SAMPLES);
    let mut network = sequential(&start, activation);
    let mut adam = Adam::new(0.02).with_decay(0.001);
    let mut history = Vec::new();
    for step in 0..=STEPS {
        if step % EVERY == 0 {
            say.progress(task, step, STEPS);
            history.push((step as f64, sqrt(network.loss(&x, &y, &MeanSquare)?)));
        }
        if step < STEPS {
            network.step(&x, &y, &MeanSquare, &mut adam)?;
        }
    }
    // ANCHOR_END: training
    let dense = dense_layers(&network);
    let on_the_period = |layers: Vec<Dense<f64>>| {
        let places: &[usize] = if activation == RELU { &[1, 2] } else { &[] };
        pieces(&with_relus(layers, places), 0.0, 1.0)
    };
    let name = format!("{}, seed {seed}", activation.title());
    Ok(Run { name, before: on_the_period(start)?, after: on_the_period(dense.clone())?, dense, history })
}

/// These layers with an activation between each two.
fn sequential(layers: &[Dense<f64>], activation: Activation) -> Sequential<f64> {
    let both = |dense: &Dense<f64>| [dense.clone().into(), activation.into()];
    let mut layers: Vec<Layer<f64>> = layers.iter().flat_map(both).collect();
    layers.pop();
    Sequential::new(layers)
}

fn dense_layers(network: &Sequential<f64>) -> Vec<Dense<f64>> {
    let dense = |layer: &Layer<f64>| if let Layer::Dense(dense) = layer { Some(dense.clone()) } else { None };
    network.layers.iter().filter_map(dense).collect()
}

/// What the pieces say for an input between 0 and 1.
fn value(pieces: &[Piece], x: f64) -> f64 {
    pieces.iter().find(|piece| x <= piece.to).map_or(f64::NAN, |piece| piece.at(x))
}

fn table(runs: &[&Run]) -> Table {
    let columns = [
        ("activation", "activation"),
        ("before", "RMSE before"),
        ("after", "RMSE after"),
        ("largest", "max error after"),
        ("pieces", "pieces"),
    ];
    let row = |run: &&Run| {
        let end = |at: Option<&(f64, f64)>| at.map_or(f64::NAN, |&(_, root)| root).into();
        [
            run.name.as_str().into(),
            end(run.history.first()),
            end(run.history.last()),
            largest_error(|x| value(&run.after, x)).into(),
            run.after.len().into(),
        ]
    };
    let caption = format!(
        "The 1-8-8-1 network, {} weights and biases, after one and the same training",
        parameters(&WIDTHS)
    );
    Table::new("trained-table", &caption, columns).rows(runs.iter().map(row))
}

/// A network's graph between 0 and 1, by its corners.
fn graph(label: &str, ink: Ink, pieces: &[Piece]) -> Curve {
    let ends = pieces.first().map(|piece| piece.from).into_iter().chain(pieces.iter().map(|piece| piece.to));
    Curve::through(label, ink, ends.map(|x| (x, value(pieces, x))))
}

fn fits(straight: &Run, bent: &Run) -> Figure {
    let panel = |run: &Run, label: &str, ink: Ink| {
        Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("y", -1.7..=1.7))
            .with(graph("start", ink, &run.before).dashed(Dash::Dashed))
            .with_all(target_curves())
            .with(graph(label, ink, &run.after))
    };
    let caption = format!(
        "What do two hidden layers of eight make of a sine? Left, with y = x as activation, training ends at a line. \
         Right, the same start with ReLU ends at {} straight pieces.",
        bent.after.len()
    );
    Figure::new("fits", caption).panel(panel(straight, "no bend", Ink::Muted)).panel(panel(
        bent,
        "ReLU",
        Ink::Blue,
    ))
}

fn errors_and_slopes(straight: &Run, bent: &Run) -> Figure {
    let error = |run: &Run, label: &str, ink: Ink, dash: Dash| {
        let corners = run.after.iter().map(|piece| piece.to);
        Curve::of_bent(label, ink, 0.0..=1.0, corners, |x| value(&run.after, x) - target(x)).dashed(dash)
    };
    let slope = |run: &Run, label: &str, ink: Ink| {
        let steps =
            run.after.iter().flat_map(|piece| [(piece.from, piece.slope()), (piece.to, piece.slope())]);
        Curve::through(label, ink, steps)
    };
    let caption = format!(
        "What do the two trained networks miss, and with which slopes? Left: the errors, {:.3} and {:.3} at most. Right: a \
         line has one slope; each ReLU that switches between x = 0 and x = 1 adds a step.",
        largest_error(|x| value(&straight.after, x)),
        largest_error(|x| value(&bent.after, x))
    );
    Figure::new("errors-and-slopes", caption)
        .panel(
            Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("network minus sine", -1.2..=1.2))
                .with(error(straight, "no bend", Ink::Muted, Dash::Dashed))
                .with(error(bent, "ReLU", Ink::Blue, Dash::Solid)),
        )
        .panel(
            Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("slope", -9.0..=9.0))
                .with(slope(straight, "no bend", Ink::Muted).dashed(Dash::Dashed))
                .with(slope(bent, "ReLU", Ink::Blue)),
        )
}

fn learning(straight: &Run, bent: &Run) -> Figure {
    let floor = straight.history.last().map_or(f64::NAN, |&(_, root)| root);
    let curve = |run: &Run, label: &str, ink: Ink| Curve::through(label, ink, run.history.iter().copied());
    let panel = Panel::new(Axis::new("step", 0.0..=STEPS as f64), Axis::new("RMSE", 0.0..=0.8))
        .with(Rule { label: String::new(), ink: Ink::Muted, side: Side::Y, at: floor })
        .with(curve(straight, "no bend", Ink::Muted).dashed(Dash::Dashed))
        .with(curve(bent, "ReLU", Ink::Blue));
    let caption = format!(
        "How far does the root mean square error fall while the two networks learn? Without a bend it stops at \
         {floor:.4}, which is what the best line leaves, and no training gets below it."
    );
    Figure::new("learning", caption).panel(panel)
}
