//! Feature space: bending the plane until a straight line will do.
//!
//! [`plane`] has the network as a map of the plane, [`separation`] and [`search`] say which lines separate what it
//! makes of the curves, [`scene`] draws both of its pictures: functions of the nine numbers and the activation.

mod affine;
pub mod contour;
pub mod curves;
mod diagram;
pub mod exercises;
mod explore;
mod folded;
pub mod grid;
mod keras;
mod line;
pub mod morph;
pub mod plane;
mod relu;
pub mod scene;
pub mod search;
pub mod separation;
pub mod settings;
mod sigmoid;
mod tanh;
mod trained;
pub mod training;
mod turned;
mod yours;

use lesson::{Chapter, Explorable, Lesson, Refusal, Subject};
use nn::Activation;
use plane::{Affine, Line};

/// The chapter's name, which is the crate's.
pub const NAME: &str = env!("CARGO_PKG_NAME");

/// The registry's entry.
pub const CHAPTER: Chapter = Chapter::of::<FeatureSpace>().with(EXPLORABLES);

/// The chapter's figures that answer.
pub const EXPLORABLES: &[Explorable] = &[explore::INSTRUMENT];

/// The chapter.
pub struct FeatureSpace;

/// The reader's own network.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// The hidden weights, instead of the tour: a row a unit (1 0 0 1 if not given)
    #[arg(long, num_args = 4, value_names = ["W11", "W12", "W21", "W22"], action = clap::ArgAction::Set)]
    #[arg(value_parser = weight)]
    w: Option<Vec<f64>>,
    /// The hidden biases (0 0 if not given)
    #[arg(long, num_args = 2, value_names = ["B11", "B12"], action = clap::ArgAction::Set)]
    #[arg(value_parser = weight)]
    b: Option<Vec<f64>>,
    /// The output unit's weights and bias (the widest line if there is one, or else 0 1 0)
    #[arg(long, num_args = 3, value_names = ["W13", "W23", "B13"], action = clap::ArgAction::Set)]
    #[arg(value_parser = weight)]
    out: Option<Vec<f64>>,
    /// linear, sigmoid, tanh, relu or leaky-relu with slope 0.1 (tanh if not given)
    #[arg(long, value_name = "NAME", value_parser = activation)]
    activation: Option<Activation>,
    /// Train the nine numbers instead: 150 epochs in steps of 16 points
    #[arg(long)]
    train: bool,
    /// The seed that training starts from (0 if not given)
    #[arg(long, value_name = "SEED", value_parser = lesson::cli::seed)]
    seed: Option<u32>,
}

/// A weight or bias: beyond a hundred the pictures show nothing more.
fn weight(text: &str) -> Result<f64, String> {
    lesson::cli::within(text, 100.0)
}

fn activation(text: &str) -> Result<Activation, String> {
    settings::named(text).ok_or_else(|| "it takes linear, sigmoid, tanh, relu or leaky-relu".into())
}

impl Subject for FeatureSpace {
    type Options = Options;
    const NAME: &'static str = NAME;
    const TITLE: &'static str = "Bending the plane";
    const ABOUT: &'static str = "Two curves that no straight line separates, and a hidden layer of two units that \
        bends the plane until one does: shears and turns, sigmoid, tanh and the fold of ReLU, the widest line or the \
        proof that there is none, and training.";

    fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
        let placed = options.w.is_some() || options.b.is_some() || options.out.is_some();
        let activation = options.activation.unwrap_or(Activation::Tanh);
        match (options.train, options.seed) {
            (true, _) if placed => {
                Err(Refusal("--train finds the weights itself; leave out --w, --b and --out".into()))
            }
            (true, seed) => {
                yours::train(activation, seed.unwrap_or(0), say);
                Ok(())
            }
            (false, Some(_)) => Err(Refusal("--seed is where training starts; add --train".into())),
            (false, None) if placed || options.activation.is_some() => {
                let line = options.line()?;
                yours::tell(options.affine(), activation, line, say);
                Ok(())
            }
            (false, None) => {
                tour(say);
                Ok(())
            }
        }
    }
}

impl Options {
    fn affine(&self) -> Affine {
        let w = match self.w.as_deref() {
            Some(&[w11, w12, w21, w22]) => [[w11, w12], [w21, w22]],
            _ => Affine::IDENTITY.w,
        };
        let b = match self.b.as_deref() {
            Some(&[b1, b2]) => [b1, b2],
            _ => Affine::IDENTITY.b,
        };
        Affine { w, b }
    }

    fn line(&self) -> Result<Option<Line>, Refusal> {
        match self.out.as_deref() {
            Some(&[0.0, 0.0, _]) => {
                Err(Refusal("--out with both weights 0 has no line; give one of them another value".into()))
            }
            Some(&[w1, w2, b]) => Ok(Some(Line { w: [w1, w2], b })),
            _ => Ok(None),
        }
    }
}

/// Everything that the page shows, in its order.
fn tour(say: &mut Lesson) {
    line::tell(say);
    diagram::tell(say);
    affine::tell(say);
    sigmoid::tell(say);
    tanh::tell(say);
    relu::tell(say);
    turned::tell(say);
    folded::tell(say);
    keras::tell(say);
    trained::tell(say);
    exercises::tell(say);
}
