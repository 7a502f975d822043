//! The reader's own network.

use crate::training::Plan;
use lesson::Refusal;
use lesson::cli::whole;

/// The reader's own numbers.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// The seed of NumPy's generator, instead of the tour through the page's runs (0 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::seed)]
    seed: Option<u32>,
    /// Points in each class (100 if not given)
    #[arg(long, value_name = "COUNT", value_parser = samples)]
    samples: Option<usize>,
    /// Classes (3 if not given)
    #[arg(long, value_name = "COUNT", value_parser = classes)]
    classes: Option<usize>,
    /// Hidden units (64 if not given)
    #[arg(long, value_name = "COUNT", value_parser = hidden)]
    hidden: Option<usize>,
    /// Steps of training, each on all points (10000 if not given; 0 leaves the network untrained)
    #[arg(long, value_name = "COUNT", value_parser = epochs)]
    epochs: Option<usize>,
}

/// More than this takes minutes.
const MOST_WORK: u64 = 20_000_000_000;

impl Options {
    /// What to compute; nothing if no option was given.
    ///
    /// # Errors
    /// [`Refusal`] if it would take too long.
    pub(crate) fn plan(&self) -> Result<Option<Plan>, Refusal> {
        let Self { seed, samples, classes, hidden, epochs } = *self;
        if seed.is_none() && [samples, classes, hidden, epochs].iter().all(Option::is_none) {
            return Ok(None);
        }
        let usual = Plan::default();
        let plan = Plan {
            seed: seed.unwrap_or(usual.seed),
            samples: samples.unwrap_or(usual.samples),
            classes: classes.unwrap_or(usual.classes),
            hidden: hidden.unwrap_or(usual.hidden),
            epochs: epochs.unwrap_or(usual.epochs),
        };
        let times = plan.work() as f64 / MOST_WORK as f64;
        if times > 1.0 {
            let sentence = format!(
                "samples, classes, hidden units and epochs together ask for {times:.1} times the longest training \
                 that this program starts; make one of them smaller"
            );
            return Err(Refusal(sentence));
        }
        Ok(Some(plan))
    }
}

fn samples(text: &str) -> Result<usize, String> {
    whole(text, 2..=1000)
}

/// As many classes as there are colours to tell them apart.
fn classes(text: &str) -> Result<usize, String> {
    whole(text, 2..=lesson::figure::Ink::SERIES.len())
}

fn hidden(text: &str) -> Result<usize, String> {
    whole(text, 1..=512)
}

fn epochs(text: &str) -> Result<usize, String> {
    whole(text, 0..=100_000)
}
