//! The spiral: dense, ReLU, dense, softmax on 300 points, to the last digit, and then trained.

mod dead;
pub mod exercises;
mod explore;
mod grid;
mod kernels;
mod last_digit;
mod list;
mod network;
mod numpy_print;
mod options;
mod points;
mod sure;
mod training;
mod untrained;
mod yours;

pub use options::Options;

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<Spiral>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::TRAINING];

/// The chapter.
pub struct Spiral;

impl Subject for Spiral {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "The spiral, to the last digit";
    const ABOUT: &'static str = "Sends 300 points through dense, ReLU, dense and softmax with NumPy's own random \
        numbers, finds where each printed digit comes from, then trains the network and draws its regions as they \
        form.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        let told = match options.plan()? {
            Some(plan) => yours::tell(&plan, say),
            None => tour(say),
        };
        // Every shape here follows from counts above zero, so this sentence is never read.
        told.map_err(|error| Refusal(error.to_string()))
    }
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) -> Result<(), nn::Error> {
    list::tell(say);
    points::tell(say);
    untrained::tell(say)?;
    dead::tell(say)?;
    last_digit::tell(say)?;
    kernels::tell(say);
    training::tell(say)
}
