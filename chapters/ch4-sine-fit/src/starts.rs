//! Where training ends depends on where it starts: by hand, at random, and at random without biases.

use crate::network::{
    Census, Network, RELU, census, embedded, measure, outputs, parameters, spread, unbiased,
};
use crate::pairs::PAIRS;
use crate::pictures::{error_of, output_through, over_x, sampled, target};
use crate::ruler::{Fit, Ruler, sine};
use crate::steps::tuned;
use crate::training::{Losses, Schedule, USUAL, WIDE, train, train_aloud};
use lesson::figure::{Axis, Curve, Dash, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use nn::elementary::log10;
use nn::{Activation, Error};

/// The hidden layers of the page's networks.
pub(crate) const HIDDEN: [usize; 2] = [8, 8];
/// How many random starts there are of each kind.
const STARTS: u32 = 10;

/// A network with what training made of it.
pub(crate) struct Run {
    seed: u32,
    pub network: Network,
    pub losses: Losses,
    pub before: Census,
    pub after: Census,
    pub fit: Fit,
}

impl Run {
    pub(crate) fn of(
        mut network: Network,
        (seed, schedule): (u32, Schedule),
        task: &str,
        ruler: &Ruler,
        say: &mut Lesson,
    ) -> Result<Self, Error> {
        let before = census(&mut network, ruler)?;
        let losses = train_aloud(&mut network, schedule, task, say)?;
        let (after, fit) = (census(&mut network, ruler)?, measure(&mut network, ruler)?);
        Ok(Self { seed, network, losses, before, after, fit })
    }
}

pub(crate) fn tell(ruler: &Ruler, say: &mut Lesson) -> Result<(), Error> {
    let hand = by_hand(ruler, say)?;
    linear(ruler, say)?;
    let mut runs = random(&hand, ruler, say)?;
    without_biases(ruler, say)?;
    forming(&runs, say)?;
    wide(ruler, say)?;
    beyond(&mut runs[0].network, say)
}

/// What the tuned pairs and the best start say where no sample was, at crests of the sine.
fn beyond(best: &mut Network, say: &mut Lesson) -> Result<(), Error> {
    const CRESTS: [f64; 5] = [1.25, 2.25, 3.25, 4.25, 5.25];
    let columns = [("x", "x"), ("sine", "sine"), ("pairs", "tuned pairs"), ("best", "best start")];
    let pairs = tuned();
    let row = |(x, best): (f64, f64)| [x.into(), sine(x).into(), pairs.value(x).into(), (best as f32).into()];
    let heights = outputs(best, &CRESTS)?;
    let step = heights[4] - heights[3];
    let rows = CRESTS.into_iter().zip(heights).map(row);
    say.section("beyond", "Beyond the sample");
    say.table(Table::new("beyond-table", "At five crests to the right of the sample", columns).rows(rows));
    say.value("beyond-step", "best start, from the fourth to the fifth", step as f32);
    Ok(())
}

fn by_hand(ruler: &Ruler, say: &mut Lesson) -> Result<Run, Error> {
    let mut start = embedded(&tuned(), RELU)?;
    let count = parameters(&mut start);
    let mut run =
        Run::of(start, (0, Schedule::from_start(true)), "training from the tuned pairs", ruler, say)?;
    say.section("from-hand", "The tuned pairs with all wires, trained");
    say.value("dense-parameters", "weights and biases", count);
    say.value("hand-trained-worst", "largest error", run.fit.worst as f32);
    say.value("hand-trained-rmse", "RMSE", run.fit.rmse as f32);
    say.value("hand-dead", "dead units, layer by layer", run.after.dead_words());
    say.value("hand-pieces-before", "straight pieces before", run.before.pieces);
    say.value("hand-pieces", "straight pieces after", run.after.pieces);
    let caption = format!(
        "What does training still gain from the tuned pairs? With all {count} weights and biases free, after {} steps \
         of Adam (the notes' figure 4-32): largest error {:.4}, RMSE {:.5}. Right: the error of the start (dashed) and after training.",
        USUAL.epochs, run.fit.worst, run.fit.rmse
    );
    say.try_figure(|| {
        let pairs = tuned();
        let start =
            error_of("by hand", Ink::Muted, |x| pairs.value(x), &pairs.corners()).dashed(Dash::Dashed);
        let error = error(&mut run.network, 0.04)?.with(start);
        Ok(Figure::new("hand-trained", caption).panel(drawn(&mut run.network)?).panel(error))
    })?;
    say.section("piece-limits", "How many pieces there is room for");
    say.value("pair-limit", "most pieces of eight pairs", 2 * PAIRS + 1);
    // Eight corners make nine pieces, and on each of them every second unit may bend once more.
    say.value("dense-limit", "most pieces with all wires", (PAIRS + 1) * (PAIRS + 1));
    Ok(run)
}

/// The fit of a network over the sine.
fn drawn(network: &mut Network) -> Result<Panel, Error> {
    Ok(over_x("f(x)", -1.3, 1.3).with(target()).with(output_through("f", Ink::Blue, &sampled(network)?)))
}

/// The error of a network, on an axis to `end`.
fn error(network: &mut Network, end: f64) -> Result<Panel, Error> {
    let error =
        Curve::through("trained", Ink::Orange, sampled(network)?.into_iter().map(|(x, y)| (x, y - sine(x))));
    Ok(over_x("f(x) - sine", -end, end).with(error))
}

/// The same network without activations: the best line, whatever its depth.
fn linear(ruler: &Ruler, say: &mut Lesson) -> Result<(), Error> {
    let mut network = spread(&HIDDEN, Activation::Linear, 0)?;
    train_aloud(&mut network, USUAL, "training without activations", say)?;
    let fit = measure(&mut network, ruler)?;
    let ends = outputs(&mut network, &[0.0, 1.0])?;
    say.section("linear", "The same network with linear activations");
    say.value("line-slope", "slope of its line", (ends[1] - ends[0]) as f32);
    say.value("line-intercept", "its value at 0", ends[0] as f32);
    say.value("line-worst", "largest error", fit.worst as f32);
    say.value("line-rmse", "RMSE", fit.rmse as f32);
    let caption = format!(
        "What becomes of the fit without a bend? The network of 8 and 8 units with linear activations, trained as \
         long, is a line (the notes' figure 4-6): RMSE {:.4}.",
        fit.rmse
    );
    let line = Figure::new("linear-net", caption);
    say.try_figure(|| Ok(line.panel(drawn(&mut network)?).panel(error(&mut network, 1.3)?)))?;
    Ok(())
}

fn random(hand: &Run, ruler: &Ruler, say: &mut Lesson) -> Result<Vec<Run>, Error> {
    let mut runs = Vec::new();
    for seed in 0..STARTS {
        let task = format!("training from random start {} of {STARTS}", seed + 1);
        runs.push(Run::of(spread(&HIDDEN, RELU, seed)?, (seed, USUAL), &task, ruler, say)?);
    }
    say.section("random-starts", "Ten random starts");
    say.table(table("random-table", "Ten random starts with spread biases", &runs));
    summary("random", &runs, ruler, say);
    runs.sort_by(|a, b| a.fit.worst.total_cmp(&b.fit.worst));
    let best = &mut runs[0];
    let caption = format!(
        "How close does a random start come? The best of ten, seed {} (the notes' figure 4-5): largest error {:.4}, \
         {} straight pieces.",
        best.seed, best.fit.worst, best.after.pieces
    );
    say.try_figure(|| {
        let figure = Figure::new("best-start", caption);
        Ok(figure.panel(drawn(&mut best.network)?).panel(error(&mut best.network, 0.1)?))
    })?;
    say.try_figure(|| {
        let figure = Figure::new(
            "four-starts",
            "How much does the start decide? The same network and the same training from four of the ten random starts \
             (the notes' figure 4-7): the best, one from the middle, and the two that ended worst.",
        );
        [0, 4, 8, 9].into_iter().try_fold(figure, |figure, place| Ok(figure.panel(small(&mut runs[place])?)))
    })?;
    say.figure(|| losses(hand, &runs));
    Ok(runs)
}

fn small(run: &mut Run) -> Result<Panel, Error> {
    let label = format!("seed {}: {:.3}", run.seed, run.fit.worst);
    let points = sampled(&mut run.network)?;
    Ok(over_x("f(x)", -1.3, 1.9).low().with(target()).with(output_through(&label, Ink::Blue, &points)))
}

fn table(name: &str, caption: &str, runs: &[Run]) -> Table {
    let columns = [
        ("seed", "seed"),
        ("worst", "largest error"),
        ("rmse", "RMSE"),
        ("before", "dead before"),
        ("after", "dead after"),
        ("pieces", "straight pieces"),
    ];
    let row = |run: &Run| {
        [
            (run.seed as usize).into(),
            (run.fit.worst as f32).into(),
            (run.fit.rmse as f32).into(),
            run.before.dead_words().into(),
            run.after.dead_words().into(),
            run.after.pieces.into(),
        ]
    };
    Table::new(name, caption, columns).rows(runs.iter().map(row))
}

fn summary(name: &str, runs: &[Run], ruler: &Ruler, say: &mut Lesson) {
    let mut errors: Vec<f64> = runs.iter().map(|run| run.fit.worst).collect();
    errors.sort_by(f64::total_cmp);
    let middle = errors.len() / 2;
    let hand = ruler.measure(|x| tuned().value(x));
    let better = |of: fn(&Fit) -> f64| runs.iter().filter(|run| of(&run.fit) < of(&hand)).count();
    say.value(&format!("{name}-best"), "best of ten, largest error", errors[0] as f32);
    say.value(&format!("{name}-median"), "median", ((errors[middle - 1] + errors[middle]) / 2.0) as f32);
    say.value(&format!("{name}-worst"), "worst", errors[errors.len() - 1] as f32);
    say.value(&format!("{name}-better"), "better than by hand", better(|fit| fit.worst));
    say.value(&format!("{name}-better-rmse"), "the same by the RMSE", better(|fit| fit.rmse));
}

fn without_biases(ruler: &Ruler, say: &mut Lesson) -> Result<(), Error> {
    let mut runs = Vec::new();
    for seed in 0..STARTS {
        let task = format!("training without first biases, start {} of {STARTS}", seed + 1);
        runs.push(Run::of(unbiased(&HIDDEN, seed)?, (seed, USUAL), &task, ruler, say)?);
    }
    say.section("zero-biases", "Ten random starts with biases of 0");
    say.table(table("zero-table", "Ten random starts, He's weights and biases of 0", &runs));
    summary("zero", &runs, ruler, say);
    Ok(())
}

/// Loss over the epochs, on a logarithmic axis.
fn losses(hand: &Run, runs: &[Run]) -> Figure {
    let curve = |label: &str, ink: Ink, losses: &Losses| {
        let point = |&(epoch, loss): &(usize, f64)| (epoch as f64, log10(loss));
        Curve::through(label, ink, losses.iter().map(point))
    };
    let last = runs.len() - 1;
    let panel = Panel::new(
        Axis::new("epoch", 0.0..=1.03 * USUAL.epochs as f64),
        Axis::powers_of_ten("mean squared error", -4.5..=0.0, 1),
    )
    .with_all(runs.iter().enumerate().map(|(place, run)| {
        let label = match place {
            0 => "best start",
            place if place == last => "worst start",
            _ => "",
        };
        curve(label, Ink::Sky, &run.losses)
    }))
    .with(curve("from the tuned pairs", Ink::Vermillion, &hand.losses).dashed(Dash::Dashed));
    Figure::new(
        "losses",
        "Where does the loss end? Lowest from the tuned pairs (dashed) and from the best of ten random starts; a start \
         that has lost its units stays on its shelf.",
    )
    .panel(panel)
}

/// More units, more corners.
fn wide(ruler: &Ruler, say: &mut Lesson) -> Result<(), Error> {
    let start = spread(&[64, 64], RELU, 0)?;
    let mut run = Run::of(start, (0, WIDE), "training 64 and 64 units", ruler, say)?;
    say.section("wide", "Eight times as wide");
    say.value("wide-parameters", "weights and biases", parameters(&mut run.network));
    say.value("wide-worst", "largest error", run.fit.worst as f32);
    say.value("wide-rmse", "RMSE", run.fit.rmse as f32);
    say.value("wide-pieces", "straight pieces", run.after.pieces);
    say.value("wide-dead", "dead units, layer by layer", run.after.dead_words());
    let caption = format!(
        "What do more units bring? Hidden layers of 64 and 64 units after {} steps (the notes' figure 4-33): {} \
         straight pieces, largest error {:.4}, RMSE {:.5}.",
        WIDE.epochs, run.after.pieces, run.fit.worst, run.fit.rmse
    );
    let figure = Figure::new("wide-net", caption);
    say.try_figure(|| Ok(figure.panel(drawn(&mut run.network)?).panel(error(&mut run.network, 0.04)?)))?;
    Ok(())
}

/// The best random start as it forms.
fn forming(runs: &[Run], say: &mut Lesson) -> Result<(), Error> {
    say.section("forming", "A fit as it forms");
    say.try_figure(|| formed(runs[0].seed))
}

fn formed(seed: u32) -> Result<Figure, Error> {
    const EPOCHS: [usize; 4] = [0, 100, 500, 5000];
    let mut network = spread(&HIDDEN, RELU, seed)?;
    let mut panels = Vec::new();
    train(&mut network, USUAL, |epoch, loss, network| {
        if EPOCHS.contains(&epoch) {
            let outputs = network.outputs().last().into_iter().flatten().enumerate();
            let points: Vec<(f64, f64)> = outputs
                .map(|(row, &y)| (row as f64 / USUAL.samples as f64, f64::from(y)))
                .step_by(2)
                .collect();
            let label = format!("epoch {epoch}, loss {loss:.4}");
            let f = output_through(&label, Ink::Blue, &points);
            panels.push(over_x("f(x)", -1.3, 1.9).low().with(target()).with(f));
        }
    })?;
    let figure = Figure::new(
        "forming-fit",
        format!(
            "How does a fit form, here from start {seed}? Corners appear where the error needs them, or drift out of the picture."
        ),
    );
    Ok(panels.into_iter().fold(figure, Figure::panel))
}
