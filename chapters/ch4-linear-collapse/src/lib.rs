//! Why stacked lines stay a line, and what one bend changes.

mod bars;
mod best_line;
mod chain;
mod digits;
pub mod exercises;
mod explore;
mod folds;
mod hinges;
mod inserted;
mod linearity;
mod pieces;
mod prices;
mod single;
mod stack;
mod staircase;
mod training;
mod ulps;
mod yours;

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<LinearCollapse>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::STACK];

/// The chapter.
pub struct LinearCollapse;

/// The reader's own stack.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// The widths of your stack from input to output, instead of the tour through the page's examples
    #[arg(long, num_args = 2.., action = clap::ArgAction::Set, value_name = "WIDTH", value_parser = width)]
    widths: Vec<usize>,
    /// The seed of its random weights and biases (0 if not given)
    #[arg(long, value_name = "SEED", value_parser = lesson::cli::seed)]
    seed: Option<u32>,
    /// Put a ReLU after these hidden layers, counted from 1
    #[arg(long, num_args = 1.., action = clap::ArgAction::Set, value_name = "LAYER", value_parser = place)]
    relu: Vec<usize>,
}

/// More layers than this would make no better point, nor would wider ones.
const MOST_WIDTHS: usize = 101;
const WIDEST: usize = 64;

fn width(text: &str) -> Result<usize, String> {
    lesson::cli::whole(text, 1..=WIDEST)
}

fn place(text: &str) -> Result<usize, String> {
    let sentence = || "it takes the numbers of hidden layers, counted from 1".to_owned();
    text.parse().ok().filter(|&place| place > 0).ok_or_else(sentence)
}

impl Subject for LinearCollapse {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "Why stacked lines stay a line";
    const ABOUT: &'static str = "Folds any stack of affine layers into one, to the last bit and where the bits part; trains \
        one network without and with ReLU; counts the straight pieces that bends and depth buy.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        let Options { widths, seed, relu } = options;
        let told = if widths.is_empty() && seed.is_none() && relu.is_empty() {
            tour(say)
        } else {
            let widths = if widths.is_empty() { &single::WIDTHS[..] } else { widths };
            refuse_misfits(widths, relu)?;
            yours::tell(widths, seed.unwrap_or(single::SEED), relu, say)
        };
        told.map_err(|error| Refusal(error.to_string()))
    }
}

/// Options that are fine one by one and do not fit each other.
fn refuse_misfits(widths: &[usize], relus: &[usize]) -> Result<(), Refusal> {
    let (count, hidden) = (widths.len(), widths.len() - 2);
    if count > MOST_WIDTHS {
        return Err(Refusal(format!("--widths takes at most {MOST_WIDTHS} numbers, and {count} are given")));
    }
    match relus.iter().find(|&&place| place > hidden) {
        Some(place) => Err(Refusal(format!(
            "--relu {place} names no hidden layer: the stack {} has {hidden}",
            stack::named(widths)
        ))),
        None => Ok(()),
    }
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) -> Result<(), nn::Error> {
    chain::tell(say);
    single::tell(say)?;
    digits::tell(say)?;
    staircase::tell(say)?;
    linearity::tell(say);
    prices::tell(say);
    best_line::tell(say);
    training::tell(say)?;
    inserted::tell(say)?;
    hinges::tell(say);
    bars::tell(say);
    folds::tell(say)?;
    chain::tell_exercise(say);
    Ok(())
}
