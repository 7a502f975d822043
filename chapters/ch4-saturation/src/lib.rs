//! Saturation: what a product of slopes does to a deep network, units that die, and which activation to choose.

mod alike;
mod census;
mod chain;
mod contest;
mod depth;
mod dying;
pub mod exercises;
mod explore;
mod inks;
mod network;
mod options;
mod shortcut;
mod slopes;
mod sparsity;
mod yours;

pub use network::{Signals, Start, signals};
pub use options::Options;

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<Saturation>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::DEPTH, explore::CHAIN];

/// The chapter.
pub struct Saturation;

impl Subject for Saturation {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "Saturation, and which function to choose";
    const ABOUT: &'static str = "Sends a gradient back through deep networks and measures what arrives: for sigmoid, \
        tanh, ReLU and leaky ReLU at several initial scales. Lets a unit die and come back, counts dead units and \
        zeros, and says which activation to choose.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        match options.start() {
            Some(start) => yours::tell(start, say),
            None => tour(say).map_err(|error| Refusal(error.to_string())),
        }
    }
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) -> Result<(), nn::Error> {
    slopes::tell(say);
    chain::tell(say);
    depth::tell(say)?;
    alike::tell(say)?;
    shortcut::tell(say)?;
    dying::tell(say);
    census::tell(say)?;
    sparsity::tell(say)?;
    contest::tell(say)
}
