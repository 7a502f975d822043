//! The training as a figure that answers: epochs to play, seeds, and how many hidden units there are.

use crate::grid::COARSE;
use crate::training::{Moment, Plan, Training};
use lesson::explore::{Controls, Explore, Preset, Recent, State, Trail, View};
use lesson::figure::{Axis, Band, Curve, Dash, Dot, Glyph, Ink, Panel, Rule, Scatter, Side};
use lesson::{Explorable, counted};
use nn::Error;
use nn::elementary::ln;

pub(crate) const TRAINING: Explorable = Explorable::remembering(
    "training",
    "How do the regions form while the network is trained?",
    controls,
    || Box::<Memory>::default(),
);

/// The epochs that can be played, and the one that the page shows.
const EPOCHS: usize = 1000;
const SHOWN: usize = 100;
/// How far apart the points of the loss curve lie, in epochs.
const LOOK: usize = 5;
/// How far apart the networks lie that are kept.
const KEPT: usize = 25;
/// The window of the loss.
const TOP: f64 = 1.3;
/// How many hidden units there can be, as addresses write it; the last is the page's.
const WIDTHS: [&str; 8] = ["1", "2", "3", "5", "8", "16", "32", "64"];

fn controls() -> Controls {
    let epoch = |epoch: usize| Preset::new(format!("epoch {epoch}"), format!("epoch={epoch}"));
    Controls::new()
        .play("epoch", "epoch", EPOCHS, 2, SHOWN)
        .choice("units", "hidden units", WIDTHS.map(|width| (width, width)), "64")
        .whole("seed", "seed", 0..=99, 0)
        .steps("Epochs of this page", [0, 100, 300, 1000].map(epoch))
}

/// Which training is shown.
#[derive(Clone, Copy, PartialEq)]
struct Wanted {
    seed: u32,
    hidden: usize,
}

impl Wanted {
    fn of(state: &State) -> Self {
        Self { seed: state.whole("seed"), hidden: state.count("units") }
    }

    fn plan(self) -> Plan {
        Plan { seed: self.seed, hidden: self.hidden, epochs: EPOCHS, ..Plan::default() }
    }

    /// The start of a sentence about it.
    fn words(self) -> String {
        format!("{}, seed {}", counted(self.hidden, "hidden unit"), self.seed)
    }

    /// Into how many pieces so many lines cut the plane at the most.
    fn pieces(self) -> usize {
        1 + self.hidden * (self.hidden + 1) / 2
    }
}

/// The training that was asked for last.
#[derive(Default)]
struct Memory(Recent<Wanted, Run, 1>);

impl Explore for Memory {
    fn view(&mut self, state: &State) -> View {
        let wanted = Wanted::of(state);
        let run = self.0.get_or_make(wanted, || Run::new(wanted));
        // Every shape follows from the plan, so this sentence is never read.
        run.and_then(|run| run.show(state.count("epoch")))
            .unwrap_or_else(|error| View::new(error.to_string()))
    }

    fn reached(&self, state: &State) -> usize {
        self.0.get(&Wanted::of(state)).map_or(0, |run| run.trail.reached(state.count("epoch")))
    }
}

/// One training, and how its network did on the way.
struct Run {
    wanted: Wanted,
    trail: Trail<Training>,
    moments: Vec<Moment>,
}

impl Run {
    fn new(wanted: Wanted) -> Result<Self, Error> {
        let mut start = Training::start(wanted.plan());
        let moments = vec![start.moment(0)?];
        Ok(Self { wanted, trail: Trail::new(start, KEPT), moments })
    }

    /// Brings the network to an epoch.
    fn go_to(&mut self, epoch: usize) -> Result<&mut Training, Error> {
        self.trail.go_to(epoch, |training, at| {
            training.step()?;
            if at == LOOK * self.moments.len() {
                self.moments.push(training.moment(at)?);
            }
            Ok(())
        })
    }

    fn show(&mut self, epoch: usize) -> Result<View, Error> {
        let wanted = self.wanted;
        let training = self.go_to(epoch)?;
        let moment = training.moment(epoch)?;
        let wrong = Scatter { label: String::new(), ink: Ink::Ink, radius: 0.9, points: training.wrong()? };
        let missed = (!wrong.points.is_empty()).then(|| wrong.shaped(Glyph::Cross));
        let regions = training.regions(epoch, COARSE)?.with_all(missed);
        let classes = wanted.plan().classes as f64;
        let guess = ln(classes);
        let says = format!(
            "{}, after {}: {:.1} percent of the training points get their class (the others are crossed out), and \
             {:.1} percent of new points. The mean loss is {:.3}; guessing has {guess:.3}.",
            wanted.words(),
            counted(epoch, "epoch"),
            100.0 * moment.accuracy,
            100.0 * moment.fresh_accuracy,
            moment.loss
        );
        let view = View::new(says)
            .panel(regions)
            .panel(self.losses(moment, guess))
            .panel(self.shares(moment, 1.0 / classes))
            .read_out("epoch", epoch)
            .read_out("mean loss", moment.loss)
            .read_out("accuracy", moment.accuracy)
            .read_out("accuracy on new points", moment.fresh_accuracy)
            .read_out("loss of guessing, ln 3", guess)
            .read_out("pieces that the units' lines cut, at most", wanted.pieces());
        Ok(view.drag_x(1, "epoch", epoch as f64).drag_x(2, "epoch", epoch as f64))
    }

    /// The loss up to now.
    fn losses(&self, now: Moment, guess: f64) -> Panel {
        let rule = Rule { label: "guessing, ln 3".into(), ink: Ink::Muted, side: Side::Y, at: guess };
        let panel = over_epochs("mean loss", TOP).with(rule);
        self.so_far(panel, now, ("loss", Ink::Blue, Dash::Solid), |moment| moment.loss)
    }

    /// The share of points that got their class up to now, in percent.
    fn shares(&self, now: Moment, guess: f64) -> Panel {
        let label = "no better than guessing".into();
        let worthless = Band { label, ink: Ink::Muted, side: Side::Y, from: 0.0, to: 100.0 * guess };
        let panel = over_epochs("points that get their class, percent", 116.0).with(worthless);
        let close = (now.accuracy - now.fresh_accuracy).abs() < 0.04;
        // Where two dots of the first epochs meet there is room for one label.
        let [one, other] = if close && now.epoch < EPOCHS / 5 {
            ["", "training and new points"]
        } else {
            ["new points", "training points"]
        };
        let fresh = |moment: &Moment| 100.0 * moment.fresh_accuracy;
        let panel = self.so_far(panel, now, (one, Ink::Orange, Dash::Dashed), fresh);
        let trained = |moment: &Moment| 100.0 * moment.accuracy;
        self.so_far(panel, now, (other, Ink::Blue, Dash::Solid), trained)
    }

    /// Draws how one number went, and where it is.
    fn so_far(
        &self,
        panel: Panel,
        now: Moment,
        (label, ink, dash): (&str, Ink, Dash),
        height: impl Fn(&Moment) -> f64,
    ) -> Panel {
        let place = |moment: &Moment| (moment.epoch as f64, height(moment));
        let before = self.moments.iter().filter(|moment| moment.epoch < now.epoch);
        let points: Vec<(f64, f64)> = before.chain([&now]).map(place).collect();
        let curve = (points.len() > 1).then(|| Curve::through("", ink, points).dashed(dash));
        panel.with_all(curve).with(Dot::new(label, ink, place(&now)))
    }
}

/// An empty picture of what becomes of a number.
fn over_epochs(title: &str, top: f64) -> Panel {
    Panel::new(Axis::new("epoch", -20.0..=EPOCHS as f64 + 20.0), Axis::new(title, 0.0..=top))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lesson::Value;

    fn asked(address: &str) -> State {
        TRAINING.controls().exactly(address).unwrap()
    }

    #[test]
    fn memory_changes_no_bit() {
        let states = [
            "",
            "epoch=0",
            "epoch=130&seed=3",
            "epoch=7&seed=3",
            "epoch=101",
            "epoch=49",
            "epoch=150&seed=3",
            "epoch=30&units=3",
        ];
        let fresh = states.map(|address| TRAINING.open().view(&asked(address)));
        let mut memory = TRAINING.open();
        for index in (0..states.len()).chain((0..states.len()).rev()) {
            assert_eq!(memory.view(&asked(states[index])), fresh[index], "{}", states[index]);
        }
    }

    #[test]
    fn training_goes_on_from_what_is_kept() {
        let mut memory = TRAINING.open();
        let reached = |memory: &dyn Explore, address| memory.reached(&asked(address));
        assert_eq!(reached(memory.as_ref(), "epoch=60"), 0);
        memory.view(&asked("epoch=60"));
        for (address, epoch) in [
            ("epoch=60", 60),
            ("epoch=400", 60),
            ("epoch=59", 50),
            ("epoch=24", 0),
            ("epoch=60&seed=1", 0),
            ("epoch=60&units=8", 0),
        ] {
            assert_eq!(reached(memory.as_ref(), address), epoch, "{address}");
        }
    }

    #[test]
    fn few_units_cannot_cut_the_spiral() {
        let mut memory = TRAINING.open();
        let accuracies = ["1", "3", "64"].map(|hidden| {
            let view = memory.view(&asked(&format!("epoch=400&units={hidden}")));
            view.read("accuracy").and_then(Value::number).unwrap()
        });
        assert!(accuracies[0] < 0.5 && accuracies[1] < 0.6 && accuracies[2] > 0.8, "{accuracies:?}");
    }

    #[test]
    fn lines_cut_the_plane_into_so_many_pieces_at_most() {
        let pieces = [1, 2, 3, 64].map(|hidden| Wanted { seed: 0, hidden }.pieces());
        assert_eq!(pieces, [2, 4, 7, 2081]);
    }

    #[test]
    fn it_is_the_training_of_the_page() {
        let mut training = Training::start(Plan::default());
        for _ in 0..SHOWN {
            training.step().unwrap();
        }
        let moment = training.moment(SHOWN).unwrap();
        let still = TRAINING.still();
        assert_eq!(still.read_outs[1].1, moment.loss.into());
        assert_eq!(still.read_outs[2].1, moment.accuracy.into());
    }
}
