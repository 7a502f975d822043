//! Pairs of ReLU neurons: where each is on, and the ramp that two bends make.

mod area;
mod chain;
mod describe;
pub mod exercises;
mod explore;
mod flat;
mod network;
mod neuron;
mod neurons;
mod pair;
mod pairs;
mod picture;
mod piece;
mod questions;
mod samples;
mod span;
mod spare;
mod text;
mod wirings;
mod yours;

pub use describe::{Description, describe};
pub use neuron::Neuron;
pub use pair::Pair;
pub use piece::Piece;
pub use span::Span;

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<ReluPairs>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::PAIR];

/// The chapter.
pub struct ReluPairs;

/// The reader's own pair: y = v · relu(w · relu(a · x + b) + c).
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// The weight of neuron 1 (-1 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::finite)]
    a: Option<f64>,
    /// The bias of neuron 1 (0.5 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::finite)]
    b: Option<f64>,
    /// The weight of neuron 2 (-2 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::finite)]
    w: Option<f64>,
    /// The bias of neuron 2 (1 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::finite)]
    c: Option<f64>,
    /// The weight of the output (1 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::finite)]
    v: Option<f64>,
}

impl Options {
    /// The reader's pair; numbers that are not given are those of the page's ramp.
    fn pair(&self) -> Option<Pair> {
        let given = [self.a, self.b, self.w, self.c, self.v];
        let ramp = pairs::RAMP;
        given.iter().any(Option::is_some).then(|| Pair {
            a: self.a.unwrap_or(ramp.a),
            b: self.b.unwrap_or(ramp.b),
            w: self.w.unwrap_or(ramp.w),
            c: self.c.unwrap_or(ramp.c),
            v: self.v.unwrap_or(ramp.v),
        })
    }
}

impl Subject for ReluPairs {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "Pairs of ReLUs";
    const ABOUT: &'static str = "Puts two ReLU neurons in a row: where each of them is on, how two bends make a \
        ramp with a beginning and an end, what lies outside its area of effect, and two wirings of the same ramp.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        match options.pair() {
            Some(pair) => yours::tell(pair, say),
            None => {
                tour(say);
                Ok(())
            }
        }
    }
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) {
    neurons::tell(say);
    pairs::tell(say);
    area::tell(say);
    flat::tell(say);
    spare::tell(say);
    wirings::tell(say);
    chain::tell(say);
    questions::tell(say);
}
