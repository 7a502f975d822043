//! Training: Adam on evenly spaced points of the sine.

use crate::network::Network;
use lesson::Lesson;
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
/// The same on the sample that the notes train on.
pub(crate) const DENSE_SAMPLE: Schedule = Schedule { samples: 1000, ..USUAL };
/// The schedule of a wide network.
pub(crate) const WIDE: Schedule = Schedule { epochs: 2000, rate: 0.003, ..USUAL };

/// The loss after so many epochs.
pub(crate) type Losses = Vec<(usize, f64)>;

/// Trains on the whole sample at every step; `watch` sees the network before, now and then, and after.
pub(crate) fn train(
    network: &mut Network,
    schedule: Schedule,
    mut watch: impl FnMut(usize, f64, &Network),
) -> Result<(), Error> {
    // ANCHOR: train
    let (x, y) = nn::data::sine::<f32>(schedule.samples);
    let mut adam = Adam::new(schedule.rate);
    for epoch in 0..schedule.epochs {
        if epoch.is_multiple_of(stride(schedule)) {
            let loss = network.loss(&x, &y, &MeanSquare)?;
            watch(epoch, loss.into(), network);
        }
        network.step(&x, &y, &MeanSquare, &mut adam)?;
    }
    // ANCHOR_END: train
    let loss = network.loss(&x, &y, &MeanSquare)?;
    watch(schedule.epochs, loss.into(), network);
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
