//! A sine from eight pairs of ReLU neurons: tuned by hand, then trained.

pub mod exercises;
mod explore;
mod knobs;
mod limits;
mod network;
pub mod pairs;
mod pictures;
pub mod ruler;
mod starts;
pub mod steps;
mod trace;
mod training;
mod tuning;
mod weights;
mod wiring;
mod yours;

pub use knobs::Setting;

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};
use nn::Activation;
use ruler::Ruler;

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<SineFit>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::LAB, explore::TRAINING];

/// The chapter.
pub struct SineFit;

/// The reader's own numbers.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// Set numbers of the tuned pairs, such as a1=5.9 or c8=0.02
    #[arg(long, num_args = 1.., action = clap::ArgAction::Set, value_name = "SETTING", value_parser = knobs::parse)]
    set: Vec<Setting>,
    /// Follow these inputs through the pairs
    #[arg(long, num_args = 1.., action = clap::ArgAction::Set, value_name = "X")]
    #[arg(value_parser = input)]
    at: Vec<f64>,
    /// Train a fully connected network from the tuned pairs instead of a random start
    #[arg(long)]
    tuned: bool,
    /// Train a network for so many epochs (5000 if not given)
    #[arg(long, value_name = "COUNT", value_parser = epochs)]
    epochs: Option<usize>,
    /// Train a network with hidden layers of these widths (8 8 if not given)
    #[arg(long, num_args = 1.., action = clap::ArgAction::Set, value_name = "WIDTH", value_parser = width)]
    hidden: Vec<usize>,
    /// Train from the random start with this number (0 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::seed)]
    seed: Option<u32>,
    /// Train with this learning rate (0.005 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::positive)]
    lr: Option<f64>,
    /// Train with this activation in the hidden layers, such as tanh (relu if not given)
    #[arg(long, value_name = "NAME")]
    activation: Option<Activation>,
}

/// More than this, in weights times points, takes minutes.
const MOST_WORK: f64 = 4e10;

/// An input: a thousand periods away, the sine has lost digits to the product 2πx, and the pairs are flat.
fn input(text: &str) -> Result<f64, String> {
    lesson::cli::within(text, 1000.0)
}

fn epochs(text: &str) -> Result<usize, String> {
    lesson::cli::whole(text, 0..=10_000_000)
}

fn width(text: &str) -> Result<usize, String> {
    lesson::cli::whole(text, 1..=1024)
}

impl Subject for SineFit {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "Fitting a sine";
    const ABOUT: &'static str = "Draws a sine with eight pairs of ReLU neurons: tuned by hand in seventeen steps, \
        followed input by input, wired the other way round, and then trained from there and from random starts.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        let trains = options.trains();
        if trains {
            let wanted = options.wanted()?;
            yours::network(&wanted, say)?;
        }
        if !options.at.is_empty() || !(trains || options.set.is_empty()) {
            yours::pairs(&options.set, &options.at, say);
        } else if !trains {
            tour(say).map_err(|error| refusal(&error))?;
        }
        Ok(())
    }
}

impl Options {
    /// Whether any option asks for a network to be trained.
    fn trains(&self) -> bool {
        let given =
            [self.epochs.is_some(), self.seed.is_some(), self.lr.is_some(), self.activation.is_some()];
        self.tuned || !self.hidden.is_empty() || given.contains(&true)
    }

    /// The network that the options ask for.
    fn wanted(&self) -> Result<yours::Wanted, Refusal> {
        let refuse = |sentence: &str| Err(Refusal(sentence.into()));
        if self.tuned && (!self.hidden.is_empty() || self.seed.is_some()) {
            return refuse(
                "the tuned pairs are 8 and 8 units with weights of their own: leave out --hidden and --seed",
            );
        }
        if !self.tuned && !self.set.is_empty() {
            return refuse("a random start has no tuned pairs to set: add --tuned, or leave out --set");
        }
        let wanted = yours::Wanted {
            pairs: self.tuned.then(|| yours::pairs_with(&self.set)),
            hidden: if self.hidden.is_empty() { vec![8, 8] } else { self.hidden.clone() },
            activation: self.activation.unwrap_or(network::RELU),
            seed: self.seed.unwrap_or(0),
            epochs: self.epochs.unwrap_or(training::USUAL.epochs),
            rate: self.lr.unwrap_or(training::USUAL.rate),
        };
        let times = wanted.work() / MOST_WORK;
        if times > 1.0 {
            let sentence = format!(
                "widths and epochs together ask for {times:.1} times the longest training that this program starts; make \
                 one of them smaller"
            );
            return Err(Refusal(sentence));
        }
        Ok(wanted)
    }
}

/// Layers that do not fit, which the tests rule out.
fn refusal(error: &nn::Error) -> Refusal {
    Refusal(error.to_string())
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) -> Result<(), nn::Error> {
    let ruler = Ruler::new();
    tuning::tell(&ruler, say);
    weights::tell(&ruler, say);
    trace::tell(say);
    wiring::tell(&ruler, say);
    limits::tell(&ruler, say);
    starts::tell(&ruler, say)
}
