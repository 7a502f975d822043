//! The activation layer and its backward pass: gates, the corner, and the softmax that mixes a row.

mod checks;
mod corner;
mod diagram;
mod differences;
pub mod exercises;
mod explore;
mod gates;
mod layer;
mod network;
mod rows;
mod steps;
mod worked;
mod yours;
mod zigzag;

pub use worked::{Worked, worked};

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<ActivationBackward>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::WORKED];

/// The chapter.
pub struct ActivationBackward;

/// The reader's own numbers.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// The inputs X, instead of the tour through the page's examples (1 2 3 if not given)
    #[arg(long, num_args = 1.., action = clap::ArgAction::Set, value_name = "NUMBER")]
    #[arg(value_parser = lesson::cli::finite)]
    x: Vec<f64>,
    /// The weights W, one for each input (0.5 -1 1 if not given)
    #[arg(long, num_args = 1.., action = clap::ArgAction::Set, value_name = "NUMBER")]
    #[arg(value_parser = lesson::cli::finite)]
    w: Vec<f64>,
    /// The target Y (1 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::finite)]
    y: Option<f64>,
    /// The slope of ReLU at 0, from 0 to 1 (0 if not given)
    #[arg(long, value_name = "SLOPE", value_parser = subgradient)]
    convention: Option<f64>,
}

impl Options {
    fn are_given(&self) -> bool {
        let lists = !self.x.is_empty() || !self.w.is_empty();
        lists || self.y.is_some() || self.convention.is_some()
    }
}

/// A slope that a convention may give ReLU at its corner.
fn subgradient(text: &str) -> Result<f64, String> {
    match lesson::cli::finite(text) {
        Ok(slope) if (0.0..=1.0).contains(&slope) => Ok(slope),
        _ => Err("it takes a slope from 0 to 1, such as 0, 0.5 or 1".into()),
    }
}

impl Subject for ActivationBackward {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "The activation layer, backwards";
    const ABOUT: &'static str = "Sends a gradient back through an activation layer: the gate that a slope is, the \
        corner of ReLU and its three answers, where a gradient stops, the Jacobian of softmax, and finite differences \
        that check it all.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        if options.are_given() {
            yours::tell(options, say)
        } else {
            tour(say).map_err(|error| Refusal(error.to_string()))
        }
    }
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) -> Result<(), nn::Error> {
    layer::tell(say)?;
    worked::tell(say);
    zigzag::tell(say);
    gates::tell(say)?;
    corner::tell(say);
    network::tell(say)?;
    rows::tell(say)?;
    checks::tell(say)?;
    steps::tell(say);
    Ok(())
}
