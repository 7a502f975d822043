//! Training, watched: one network from its start to epoch 5000, and back.

use super::by_hand;
use crate::network::{
    Census, Network, RELU, census_at, each_input, embedded, knots, outputs, spread, unbiased,
};
use crate::pictures::{
    ERROR, drawn as rounded, error_of, largest_in, output_through, over_errors, over_x, target,
};
use crate::ruler::{self, Ruler, sine};
use crate::starts::HIDDEN;
use crate::steps::tuned;
use crate::training::{Schedule, Training, USUAL};
use lesson::explore::{Controls, Explore, Preset, Recent, State, Trail, View};
use lesson::figure::{Area, Axis, Curve, Dash, Dot, Ink, Panel, Rule, Scatter, Side};
use lesson::{Explorable, counted};
use nn::elementary::{largest, log10};
use nn::{Error, Sequential};
use std::sync::OnceLock;

pub(crate) const TRAINING: Explorable =
    Explorable::remembering("training", "What does training make of a start?", controls, || {
        Box::new(Memory::default())
    });

/// The epochs between two marks: where the loss is recorded, and from where training can go on.
const EVERY: usize = 25;
/// How many trainings are remembered.
const KEPT: usize = 3;
/// How many epochs are trained for a frame.
const STRIDE: usize = 10;

const RATES: [&str; 4] = ["0.001", "0.005", "0.02", "0.1"];

fn controls() -> Controls {
    Controls::new()
        .choice(
            "start",
            "start",
            [
                ("tuned", "the pairs tuned by hand"),
                ("spread", "at random, weights and biases spread"),
                ("unbiased", "at random, biases of 0"),
            ],
            "spread",
        )
        .whole("seed", "seed of the random start", 0..=99, 1)
        .when([("start", "spread"), ("start", "unbiased")])
        .choice("rate", "learning rate", RATES.map(|rate| (rate, rate)), "0.005")
        .play("epoch", "epoch", USUAL.epochs, STRIDE, 500)
        .presets(
            "Starts of this page",
            [
                Preset::new("seed 1, the best of ten", "seed=1"),
                Preset::new("the pairs tuned by hand", "start=tuned"),
                Preset::new("seed 9, the worst of ten", "seed=9"),
                Preset::new("seed 9 with biases of 0: all units die", "start=unbiased&seed=9"),
                Preset::new("seed 1, before the first step", "seed=1&epoch=0"),
                Preset::new("seed 1, trained to the end", "seed=1&epoch=5000"),
            ],
        )
}

/// Where training begins, and how it goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wanted {
    start: Start,
    rate: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Start {
    Tuned,
    Spread(u32),
    Unbiased(u32),
}

impl Wanted {
    fn of(state: &State) -> Self {
        let seed = state.whole("seed");
        let start = match state.word("start") {
            "tuned" => Start::Tuned,
            "unbiased" => Start::Unbiased(seed),
            _ => Start::Spread(seed),
        };
        Self { start, rate: state.number("rate") }
    }

    fn network(self) -> Result<Network, Error> {
        match self.start {
            Start::Tuned => embedded(&tuned(), RELU),
            Start::Spread(seed) => spread(&HIDDEN, RELU, seed),
            Start::Unbiased(seed) => unbiased(&HIDDEN, seed),
        }
    }

    /// How the page trains from such a start.
    fn schedule(self) -> Schedule {
        Schedule::from_start(self.start == Start::Tuned)
    }

    /// The start as a sentence begins with it.
    fn words(self) -> String {
        match self.start {
            Start::Tuned => "The tuned pairs".into(),
            Start::Spread(seed) => format!("Seed {seed}"),
            Start::Unbiased(seed) => format!("Seed {seed} with biases of 0"),
        }
    }
}

/// The trainings that were asked for last.
#[derive(Default)]
struct Memory(Recent<Wanted, Run, KEPT>);

impl Explore for Memory {
    fn view(&mut self, state: &State) -> View {
        let wanted = Wanted::of(state);
        let run = self.0.get_or_make(wanted, || Run::new(wanted));
        // Layers that do not fit, which the tests rule out.
        run.and_then(|run| run.view(state.count("epoch")))
            .unwrap_or_else(|error| View::new(error.to_string()))
    }

    fn reached(&self, state: &State) -> usize {
        self.0.get(&Wanted::of(state)).map_or(0, |run| run.trail.reached(state.count("epoch")))
    }
}

/// A training that can go on, and back to its marks.
struct Run {
    wanted: Wanted,
    trail: Trail<Trained>,
    /// The loss at each mark.
    losses: Vec<f32>,
    /// The loss of the pairs tuned by hand, on the same sample.
    by_hand: f32,
    before: Census,
    ruler: Ruler,
}

/// A network and what trains it.
struct Trained {
    network: Network,
    training: Training,
}

impl Clone for Trained {
    /// With the network's parameters alone: what its layers put out is found again.
    fn clone(&self) -> Self {
        Self { network: Sequential::new(self.network.layers.clone()), training: self.training.clone() }
    }
}

impl Trained {
    fn loss(&mut self) -> Result<f32, Error> {
        self.training.loss(&mut self.network)
    }

    /// Where units of the first layer bend between 0 and 1.
    fn bends(&self) -> Vec<f64> {
        let first = Sequential::new(self.network.layers.iter().take(2).cloned().collect());
        let mut bends = knots(&first);
        bends.retain(|x| *x > 0.0 && *x < 1.0);
        bends
    }
}

impl Run {
    fn new(wanted: Wanted) -> Result<Self, Error> {
        let training = Training::new(wanted.schedule().samples, wanted.rate);
        let by_hand = training.loss(&mut embedded(&tuned(), RELU)?)?;
        let mut start = Trained { network: wanted.network()?, training };
        let before = Units::of(&mut start.network)?.census;
        let losses = vec![start.loss()?];
        Ok(Self {
            wanted,
            trail: Trail::new(start, EVERY),
            losses,
            by_hand,
            before,
            ruler: Ruler::short(1.0),
        })
    }

    /// Trains up to an epoch.
    fn go_to(&mut self, epoch: usize) -> Result<&mut Trained, Error> {
        self.trail.go_to(epoch, |trained, at| {
            trained.training.step(&mut trained.network)?;
            if at == EVERY * self.losses.len() {
                self.losses.push(trained.loss()?);
            }
            Ok(())
        })
    }

    fn view(&mut self, epoch: usize) -> Result<View, Error> {
        let between: Vec<f64> = self.ruler.inputs().collect();
        let trained = self.go_to(epoch)?;
        let loss = trained.loss()?;
        let bends = trained.bends();
        let network = &mut trained.network;
        let units = Units::of(network)?;
        let between: Vec<(f64, f64)> = between.iter().copied().zip(outputs(network, &between)?).collect();
        let points: Vec<(f64, f64)> =
            units.knots.iter().copied().zip(outputs(network, &units.knots)?).collect();
        let fit = self.ruler.compare(between.iter().map(|point| point.1));
        // Between corners, and at them.
        let worst = largest(points.iter().map(|&(x, y)| (y - sine(x)).abs()).chain([fit.worst]));
        let Census { dead, pieces } = &units.census;
        let says = format!(
            "{} after {}: loss {loss:.6}, largest error {worst:.4}, {}. {}",
            self.wanted.words(),
            counted(epoch, "epoch"),
            if *pieces == 1 { "one straight piece".into() } else { format!("{pieces} straight pieces") },
            dead_words(dead)
        );
        Ok(View::new(says)
            .panel(drawn(&points, &bends))
            .panel(errors(&between, &points, (worst, fit.at)))
            .panel(self.losses(epoch, loss))
            .panel(units.panel())
            .read_out("epoch", epoch)
            .read_out("loss", loss)
            .read_out("loss of the pairs tuned by hand, on these points", self.by_hand)
            .read_out("mean absolute error", fit.mean as f32)
            .read_out("largest error", worst as f32)
            .read_out("largest error by hand, in 64 bits", by_hand() as f32)
            .read_out("straight pieces", *pieces)
            .read_out("bends of layer 1 in sight", bends.len())
            .read_out("dead units, layer by layer", units.census.dead_words())
            .read_out("dead before the first step", self.before.dead_words())
            .drag_x(2, "epoch", epoch as f64))
    }

    /// The loss so far, at the marks and now.
    fn losses(&self, epoch: usize, now: f32) -> Panel {
        let (ink, dash) = match self.wanted.start {
            Start::Tuned => (Ink::Vermillion, Dash::Dashed),
            _ => (Ink::Sky, Dash::Solid),
        };
        let height = |loss: f32| log10(f64::from(loss));
        let here = (epoch as f64, height(now));
        let marks = self.losses.iter().enumerate().map(|(mark, &loss)| (mark * EVERY, loss));
        let passed = marks.take_while(|&(mark, _)| mark < epoch);
        let points = passed.map(|(mark, loss)| (mark as f64, height(loss))).chain([here]);
        let points: Vec<(f64, f64)> = points.filter(|(_, y)| y.is_finite()).collect();
        let by_hand =
            Rule { label: "by hand".into(), ink: Ink::Muted, side: Side::Y, at: height(self.by_hand) };
        // A little longer than the training, so that the last number of the axis has room.
        let mut panel = Panel::new(
            Axis::new("epoch", 0.0..=1.03 * USUAL.epochs as f64),
            Axis::powers_of_ten("mean squared error", -5.0..=1.0, 1),
        )
        .with(by_hand);
        if !points.is_empty() {
            panel = panel.with(Curve::through("", ink, points).dashed(dash));
        }
        if here.1.is_finite() {
            panel = panel.with(Dot::new("now", ink, here));
        }
        panel
    }
}

/// The fit over the sine, and below it where units of the first layer bend.
fn drawn(points: &[(f64, f64)], bends: &[f64]) -> Panel {
    const FLOOR: f64 = -1.7;
    let mut panel = over_x("f(x)", -1.9, 1.9).with(target());
    if points.iter().any(|(_, y)| y.is_finite()) {
        let inside = |&(x, y): &(f64, f64)| 0.0 < x && x < 1.0 && y.is_finite();
        let corners: Vec<(f64, f64)> = points.iter().copied().filter(inside).collect();
        panel = panel.with(output_through("f", Ink::Blue, points));
        if !corners.is_empty() {
            let label = "corners of f".into();
            panel = panel.with(Scatter { label, ink: Ink::Blue, radius: 0.8, points: corners });
        }
    }
    if !bends.is_empty() {
        let points = bends.iter().map(|&x| (x, FLOOR)).collect();
        panel = panel.with(Scatter { label: "bends of layer 1".into(), ink: Ink::Ink, radius: 0.8, points });
    }
    panel
}

/// The error at some of the places between corners and at them, over that of the pairs tuned by hand.
fn errors(between: &[(f64, f64)], corners: &[(f64, f64)], (worst, at): (f64, f64)) -> Panel {
    const STRIDE: usize = 10;
    static BY_HAND: OnceLock<Curve> = OnceLock::new();
    let by_hand = BY_HAND.get_or_init(|| {
        let pairs = tuned();
        error_of("by hand", Ink::Muted, |x| pairs.value(x), &pairs.corners()).dashed(Dash::Dashed)
    });
    let kept = |&(index, point): &(usize, &(f64, f64))| index % STRIDE == STRIDE / 2 || point.0 == at;
    let places = between.iter().enumerate().filter(kept).map(|(_, point)| point).chain(corners);
    let mut points: Vec<(f64, f64)> =
        places.filter(|(_, y)| y.is_finite()).map(|&(x, y)| (x, rounded(y - sine(x)))).collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    let panel = over_errors(worst).with(by_hand.clone());
    let Some(&largest) = points.iter().max_by(|one, other| one.1.abs().total_cmp(&other.1.abs())) else {
        return panel;
    };
    let ring = largest_in(&panel, largest);
    panel.with(Curve::through("trained", ERROR, points)).with_all(ring)
}

/// The dead units in a sentence.
fn dead_words(dead: &[usize]) -> String {
    let all = dead.iter().zip(HIDDEN).any(|(&dead, width)| dead == width);
    let counts: Vec<String> = (1..)
        .zip(dead.iter().zip(HIDDEN))
        .map(|(layer, (dead, width))| format!("{dead} of {width} units in layer {layer}"))
        .collect();
    let end = if all { ", so that the output is the same for every x" } else { "" };
    format!("Dead: {}{end}.", counts.join(", "))
}

/// What the hidden units do between 0 and 1.
struct Units {
    /// Between one and the next, all units are straight.
    knots: Vec<f64>,
    /// The stretches between knots in which the lesson's ruler has a point, and which units are on there.
    stretches: Vec<((f64, f64), Vec<bool>)>,
    census: Census,
}

impl Units {
    fn of(network: &mut Network) -> Result<Self, Error> {
        let knots = knots(network);
        let mut stretches = Vec::new();
        let mut inputs = Vec::new();
        for ends in knots.windows(2) {
            if let Some(x) = ruler::between(ends[0], ends[1]) {
                stretches.push(((ends[0], ends[1]), Vec::new()));
                inputs.push(x);
            }
        }
        let census = census_at(network, &inputs)?;
        let mut rest = stretches.iter_mut();
        each_input(network, &inputs, |values| {
            if let Some((_, on)) = rest.next() {
                on.extend(values.iter().map(|&value| value > 0.0));
            }
        })?;
        Ok(Self { knots, stretches, census })
    }

    /// Where a unit is on, from the left.
    fn on(&self, unit: usize) -> Vec<(f64, f64)> {
        let mut found: Vec<(f64, f64)> = Vec::new();
        for &((from, to), ref on) in &self.stretches {
            if !on[unit] {
                continue;
            }
            match found.last_mut() {
                Some(last) if last.1 == from => last.1 = to,
                _ => found.push((from, to)),
            }
        }
        found
    }

    /// A row for each unit: a bar where it is on, a ring if it never is.
    fn panel(&self) -> Panel {
        const GAP: usize = 2;
        let [first, second] = HIDDEN;
        let rows = (1..=first).rev().map(|row| second + GAP + row).chain((1..=second).rev());
        let height = (first + second + GAP) as f64;
        let middles = [(1 + second + GAP) as f64 + first as f64 / 2.0 - 0.5, 0.5 + second as f64 / 2.0];
        let axis = Axis::new("where the hidden units are on", 0.2..=height + 0.8)
            .ticks(middles.into_iter().zip(["layer 1", "layer 2"]));
        let mut areas = [("layer 1", Ink::Blue), ("layer 2", Ink::Green)].map(|(layer, ink)| Area {
            label: format!("where the units of {layer} are on"),
            ink,
            blocks: Vec::new(),
        });
        let mut dead = Vec::new();
        let mut ends = Vec::new();
        for (unit, row) in rows.enumerate() {
            let y = row as f64;
            let on = self.on(unit);
            if on.is_empty() {
                let label = if dead.is_empty() { "dead" } else { "" };
                dead.push(Dot::new(label, Ink::Muted, (0.5, y)).open());
            }
            for (from, to) in on {
                areas[usize::from(unit >= first)].blocks.push(((from, to), (y - 0.38, y + 0.38)));
                ends.extend([from, to].into_iter().filter(|x| *x > 0.0 && *x < 1.0).map(|x| (x, y)));
            }
        }
        let mut panel = Panel::new(Axis::new("x", 0.0..=1.0), axis)
            .with_all(areas.into_iter().filter(|area| !area.blocks.is_empty()));
        if !ends.is_empty() {
            panel = panel.with(Scatter { label: String::new(), ink: Ink::Ink, radius: 0.6, points: ends });
        }
        panel.with_all(dead)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{census, measure};
    use crate::training::train;
    use lesson::Value;

    fn state(address: &str) -> State {
        TRAINING.controls().exactly(address).unwrap()
    }

    #[test]
    fn the_losses_are_those_of_the_lesson() {
        for (address, start, schedule) in [
            ("seed=1", spread(&HIDDEN, RELU, 1), USUAL),
            ("start=tuned", embedded(&tuned(), RELU), Schedule::from_start(true)),
            ("start=unbiased&seed=9", unbiased(&HIDDEN, 9), USUAL),
        ] {
            let mut network = start.unwrap();
            let mut losses = Vec::new();
            train(&mut network, Schedule { epochs: 500, ..schedule }, |epoch, loss, _| {
                losses.push((epoch, loss));
            })
            .unwrap();
            let mut memory = TRAINING.open();
            for (epoch, loss) in losses.into_iter().step_by(7) {
                let view = memory.view(&state(&format!("{address}&epoch={epoch}")));
                assert_eq!(*view.read("loss").unwrap(), Value::from(loss as f32), "{address} {epoch}");
            }
        }
    }

    #[test]
    fn the_units_are_those_of_the_census() {
        let ruler = Ruler::new();
        let mut memory = TRAINING.open();
        for (address, start, schedule) in [
            ("seed=1&epoch=300", spread(&HIDDEN, RELU, 1), USUAL),
            ("seed=9&epoch=300", spread(&HIDDEN, RELU, 9), USUAL),
            ("start=tuned&epoch=300", embedded(&tuned(), RELU), Schedule::from_start(true)),
            ("start=unbiased&seed=9&epoch=300", unbiased(&HIDDEN, 9), USUAL),
        ] {
            let mut network = start.unwrap();
            let before = census(&mut network, &ruler).unwrap();
            train(&mut network, Schedule { epochs: 300, ..schedule }, |_, _, _| ()).unwrap();
            let after = census(&mut network, &ruler).unwrap();
            let fit = measure(&mut network, &ruler).unwrap();
            let view = memory.view(&state(address));
            assert_eq!(
                *view.read("dead before the first step").unwrap(),
                before.dead_words().into(),
                "{address}"
            );
            assert_eq!(
                *view.read("dead units, layer by layer").unwrap(),
                after.dead_words().into(),
                "{address}"
            );
            assert_eq!(*view.read("straight pieces").unwrap(), after.pieces.into(), "{address}");
            for (label, exact) in [("largest error", fit.worst), ("mean absolute error", fit.mean)] {
                let found = view.read(label).unwrap().number().unwrap();
                assert!((found - exact).abs() < 5e-5, "{address}: {label} {found} {exact}");
            }
        }
    }

    #[test]
    fn the_largest_error_is_drawn() {
        let mut memory = TRAINING.open();
        for address in ["", "epoch=0", "start=tuned&epoch=0", "start=unbiased&seed=9&epoch=20"] {
            let view = memory.view(&state(address));
            let curves: Vec<&Curve> = view.figure.panels[1].marks.iter().filter_map(curve).collect();
            let [by_hand, trained] = curves[..] else { panic!("{address}") };
            let worst = |curve: &Curve| largest(curve.points.iter().map(|point| point.1.abs())) as f32;
            let said = view.read("largest error").unwrap().number().unwrap() as f32;
            assert!((worst(trained) - said).abs() < 1e-6, "{address}: {} {said}", worst(trained));
            assert!((f64::from(worst(by_hand)) - super::by_hand()).abs() < 1e-4, "{address}");
        }
    }

    #[test]
    fn the_last_epoch_lies_left_of_the_edge() {
        let axis = &TRAINING.at("epoch=0").unwrap().figure.panels[2].x;
        assert!(axis.to > 1.02 * USUAL.epochs as f64, "{}", axis.to);
    }

    fn curve(mark: &lesson::figure::Mark) -> Option<&Curve> {
        match mark {
            lesson::figure::Mark::Curve(curve) => Some(curve),
            _ => None,
        }
    }

    #[test]
    fn the_way_to_a_state_changes_nothing() {
        let addresses = [
            "epoch=130",
            "epoch=260",
            "epoch=0",
            "start=tuned&epoch=40",
            "epoch=199",
            "seed=2&epoch=7",
            "seed=3&epoch=30",
            "epoch=25",
            "epoch=260",
            "seed=9&rate=0.1&epoch=26",
            "epoch=131",
        ];
        let mut memory = TRAINING.open();
        for address in addresses {
            let asked = state(address);
            assert_eq!(memory.view(&asked), TRAINING.open().view(&asked), "{address}");
        }
    }
}
