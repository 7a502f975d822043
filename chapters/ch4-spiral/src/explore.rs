//! The training as a figure that answers: epochs to play, and seeds.

use crate::grid::COARSE;
use crate::training::{Moment, Plan, Training};
use lesson::Explorable;
use lesson::explore::{Controls, Explore, Preset, State, View};
use lesson::figure::{Axis, Curve, Dot, Ink, Panel, Rule, Side};
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

fn controls() -> Controls {
    let epoch = |epoch: usize| Preset::new(format!("epoch {epoch}"), format!("epoch={epoch}"));
    Controls::new()
        .play("epoch", "epoch", EPOCHS, 2, SHOWN)
        .range("seed", "seed", 0.0..=99.0, 1.0, 0.0)
        .steps("Epochs of this page", [0, 100, 300, 1000].map(epoch))
}

/// One seed's training: the network as it is, networks on the way, and how they did.
#[derive(Default)]
struct Memory {
    now: Option<(usize, Training)>,
    kept: Vec<Training>,
    moments: Vec<Moment>,
    seed: u32,
}

impl Memory {
    /// The epoch from which it is the shortest way to this one: where the network is, or one that was kept.
    fn reached(&self, epoch: usize, seed: u32) -> usize {
        if self.seed != seed {
            return 0;
        }
        let kept = KEPT * self.kept.len().saturating_sub(1).min(epoch / KEPT);
        match self.now {
            Some((at, _)) if (kept..=epoch).contains(&at) => at,
            _ => kept,
        }
    }

    /// Brings the network to an epoch.
    fn go_to(&mut self, epoch: usize, seed: u32) -> Result<&mut Training, Error> {
        if self.seed != seed {
            *self = Self { seed, ..Self::default() };
        }
        let mut at = self.reached(epoch, seed);
        let mut training = match (self.now.take(), self.kept.get(at / KEPT)) {
            (Some((there, training)), _) if there == at => training,
            (_, Some(kept)) => kept.clone(),
            _ => Training::start(Plan { seed, epochs: EPOCHS, ..Plan::default() }),
        };
        loop {
            if at.is_multiple_of(KEPT) && self.kept.len() == at / KEPT {
                self.kept.push(training.clone());
            }
            if at.is_multiple_of(LOOK) && self.moments.len() == at / LOOK {
                self.moments.push(training.moment(at)?);
            }
            if at == epoch {
                break;
            }
            training.step()?;
            at += 1;
        }
        Ok(&mut self.now.insert((at, training)).1)
    }

    fn show(&mut self, epoch: usize, seed: u32) -> Result<View, Error> {
        let training = self.go_to(epoch, seed)?;
        let moment = training.moment(epoch)?;
        let regions = training.regions(epoch, COARSE)?;
        let guess = ln(Plan::default().classes as f64);
        let says = format!(
            "Seed {seed}, after {}: {:.1} percent of the training points get their class, and {:.1} percent of \
             new points. The mean loss is {:.3}; guessing has {guess:.3}.",
            if epoch == 1 { "1 epoch".to_owned() } else { format!("{epoch} epochs") },
            100.0 * moment.accuracy,
            100.0 * moment.fresh_accuracy,
            moment.loss
        );
        let view = View::new(says)
            .panel(regions)
            .panel(self.losses(moment, guess))
            .read_out("epoch", epoch)
            .read_out("mean loss", moment.loss)
            .read_out("accuracy", moment.accuracy)
            .read_out("accuracy on new points", moment.fresh_accuracy)
            .read_out("loss of guessing, ln 3", guess);
        Ok(view.drag_x(1, "epoch", epoch as f64))
    }

    /// The loss up to now.
    fn losses(&self, now: Moment, guess: f64) -> Panel {
        let before = self.moments.iter().filter(|moment| moment.epoch < now.epoch);
        let mut points: Vec<(f64, f64)> = before.map(|moment| (moment.epoch as f64, moment.loss)).collect();
        let here = (now.epoch as f64, now.loss);
        points.push(here);
        let epochs = Axis::new("epoch", -20.0..=EPOCHS as f64 + 20.0);
        let mut panel = Panel::new(epochs, Axis::new("mean loss", 0.0..=TOP)).with(Rule {
            label: "guessing, ln 3".into(),
            ink: Ink::Muted,
            side: Side::Y,
            at: guess,
        });
        if points.len() > 1 {
            panel = panel.with(Curve::through("", Ink::Blue, points));
        }
        panel.with(Dot::new("loss", Ink::Blue, here))
    }
}

/// The epoch and the seed that the controls set.
fn wanted(state: &State) -> (usize, u32) {
    (state.count("epoch"), state.whole("seed"))
}

impl Explore for Memory {
    fn view(&mut self, state: &State) -> View {
        let (epoch, seed) = wanted(state);
        // Every shape follows from the plan, so this sentence is never read.
        self.show(epoch, seed).unwrap_or_else(|error| View::new(error.to_string()))
    }

    fn reached(&self, state: &State) -> usize {
        let (epoch, seed) = wanted(state);
        self.reached(epoch, seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for (address, epoch) in
            [("epoch=60", 60), ("epoch=400", 60), ("epoch=59", 50), ("epoch=24", 0), ("epoch=60&seed=1", 0)]
        {
            assert_eq!(reached(memory.as_ref(), address), epoch, "{address}");
        }
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
