//! Training: Adam on evenly spaced points of the sine.

use crate::network::Network;
use lesson::Lesson;
use ndarray::Array2;
use nn::Error;
use nn::loss::MeanSquare;
use nn::optimiser::Adam;

/// About how often the loss is recorded.
const RECORDS: usize = 100;

/// How long and how fast to train, and on how many points of the sine.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schedule {
    pub samples: usize,
    pub epochs: usize,
    pub rate: f64,
}

/// The schedule of networks that start at random.
pub(crate) const USUAL: Schedule = Schedule { samples: 200, epochs: 5000, rate: 0.005 };
/// The schedule of a wide network.
pub(crate) const WIDE: Schedule = Schedule { epochs: 2000, rate: 0.003, ..USUAL };

impl Schedule {
    /// How the page trains from the tuned pairs, on the sample of the notes, or from a random start.
    pub(crate) const fn from_start(tuned: bool) -> Self {
        if tuned { Self { samples: 1000, ..USUAL } } else { USUAL }
    }
}

/// The loss after so many epochs.
pub(crate) type Losses = Vec<(usize, f64)>;

/// Adam and the sample that it trains on.
#[derive(Clone)]
pub(crate) struct Training {
    x: Array2<f32>,
    y: Array2<f32>,
    adam: Adam<f32>,
}

impl Training {
    // ANCHOR: train
    pub(crate) fn new(samples: usize, rate: f64) -> Self {
        let (x, y) = nn::data::sine(samples);
        Self { x, y, adam: Adam::new(rate) }
    }

    /// One step on the whole sample.
    pub(crate) fn step(&mut self, network: &mut Network) -> Result<(), Error> {
        network.step(&self.x, &self.y, &MeanSquare, &mut self.adam)
    }
    // ANCHOR_END: train

    /// The loss on the sample.
    pub(crate) fn loss(&self, network: &mut Network) -> Result<f32, Error> {
        network.loss(&self.x, &self.y, &MeanSquare)
    }
}

/// Trains step by step; `watch` sees the network before, now and then, and after. A loss that is no number any more is
/// seen, and ends the training: nothing leads back.
pub(crate) fn train(
    network: &mut Network,
    schedule: Schedule,
    mut watch: impl FnMut(usize, f64, &Network),
) -> Result<(), Error> {
    let mut training = Training::new(schedule.samples, schedule.rate);
    for epoch in 0..=schedule.epochs {
        if epoch.is_multiple_of(stride(schedule)) || epoch == schedule.epochs {
            let loss = training.loss(network)?;
            watch(epoch, loss.into(), network);
            if !loss.is_finite() {
                break;
            }
        }
        if epoch < schedule.epochs {
            training.step(network)?;
        }
    }
    Ok(())
}

fn stride(schedule: Schedule) -> usize {
    (schedule.epochs / RECORDS).max(1)
}

/// Trains, lets the reader see how far it is, and gives the losses.
pub(crate) fn train_aloud(
    network: &mut Network,
    schedule: Schedule,
    task: &str,
    say: &mut Lesson,
) -> Result<Losses, Error> {
    let mut losses = Losses::new();
    train(network, schedule, |epoch, loss, _| {
        say.progress(task, epoch, schedule.epochs);
        losses.push((epoch, loss));
    })?;
    Ok(losses)
}
