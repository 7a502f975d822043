//! Softmax: from scores to probabilities, and where the naive form breaks.

mod batch;
mod by_hand;
mod confidence;
pub mod exercises;
mod explore;
mod formats;
mod grid;
mod logarithm;
mod overflow;
mod rounded;
mod shift;
mod temperature;
mod two_logits;
mod yours;

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<Softmax>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::BARS];

/// The chapter.
pub struct Softmax;

/// The reader's own numbers.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// Your logits, instead of the tour through the page's examples
    #[arg(long, num_args = 1.., action = clap::ArgAction::Set, value_name = "NUMBER")]
    #[arg(value_parser = lesson::cli::finite)]
    logits: Vec<f64>,
    /// Divide the logits by this before the softmax (1 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::positive)]
    temperature: Option<f64>,
}

impl Subject for Softmax {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "Softmax";
    const ABOUT: &'static str = "Turns a row of scores into probabilities: by hand and in a batch, where the \
        exponential overflows in f16, f32 and f64, the shift that repairs it, temperature, and the logarithm.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        if options.logits.is_empty() && options.temperature.is_none() {
            tour(say).map_err(|error| Refusal(error.to_string()))
        } else {
            yours::tell(&options.logits, options.temperature.unwrap_or(1.0), say);
            Ok(())
        }
    }
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) -> Result<(), nn::Error> {
    by_hand::tell(say);
    batch::tell(say);
    overflow::tell(say);
    shift::tell(say);
    temperature::tell(say);
    confidence::tell(say)?;
    logarithm::tell(say);
    two_logits::tell(say);
    grid::tell(say);
    Ok(())
}
