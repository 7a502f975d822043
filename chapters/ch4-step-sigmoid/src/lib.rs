//! Step, sigmoid and the rest of the family: each function with its slope, its edges and what it forgets.

pub mod exercises;
mod explore;
mod family;
mod forgets;
mod neuron;
mod relu;
mod sigmoid;
mod step;
mod tanh;
mod yours;

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};
use nn::Activation;

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<StepSigmoid>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::GALLERY];

/// The chapter.
pub struct StepSigmoid;

/// The reader's own numbers.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// Show this activation alone (all of them if not given)
    #[arg(long, value_name = "NAME")]
    function: Option<Activation>,
    /// Where to evaluate it: prints value and slope
    #[arg(long, num_args = 1.., action = clap::ArgAction::Set, value_name = "NUMBER")]
    #[arg(value_parser = lesson::cli::finite)]
    at: Vec<f64>,
}

impl Subject for StepSigmoid {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "Step, sigmoid, and the rest of the family";
    const ABOUT: &'static str = "Shows what a neuron computes and every activation of the math crate beside its \
        slope: range, edges, cost and conventions at 0, what the step and the sigmoid forget, and where tanh and \
        ReLU surprise.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        if options.function.is_none() && options.at.is_empty() {
            tour(say);
        } else {
            yours::tell(options.function, &options.at, say);
        }
        Ok(())
    }
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) {
    neuron::tell(say);
    step::tell(say);
    sigmoid::tell(say);
    forgets::tell(say);
    tanh::tell(say);
    relu::tell(say);
    family::tell(say);
}
