//! The reader's own network, read from the command line.

use crate::depth::DEPTH;
use crate::network::{Start, WIDTH};
use nn::Activation;

/// More layers than this would make the reader wait.
const DEEPEST: usize = 100;

/// The reader's own network.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Options {
    /// The activation of every layer (sigmoid if not given)
    #[arg(long, value_name = "NAME")]
    activation: Option<Activation>,
    /// How many layers the network has (20 if not given)
    #[arg(long, value_name = "COUNT", value_parser = depth)]
    depth: Option<usize>,
    /// The initial weights' standard deviation times the root of the layers' width (1 if not given)
    #[arg(long, value_name = "NUMBER", value_parser = lesson::cli::positive)]
    scale: Option<f64>,
    /// The seed of the random numbers (0 if not given)
    #[arg(long, value_name = "SEED", value_parser = lesson::cli::seed)]
    seed: Option<u32>,
}

impl Options {
    /// The reader's network, or none if nothing was asked; what is not given is the page's.
    pub(crate) fn start(&self) -> Option<Start> {
        let Self { activation, depth, scale, seed } = *self;
        let asked = activation.is_some() || depth.is_some() || scale.is_some() || seed.is_some();
        asked.then(|| Start {
            activation: activation.unwrap_or(Activation::Sigmoid),
            depth: depth.unwrap_or(DEPTH),
            scale: scale.unwrap_or(1.0),
            seed: seed.unwrap_or(0),
        })
    }
}

fn depth(text: &str) -> Result<usize, String> {
    lesson::cli::whole(text, 1..=DEEPEST)
}

/// What the network is, in words.
pub(crate) fn described(start: Start) -> String {
    let Start { activation, depth, scale, seed } = start;
    let layers = lesson::counted(depth, "layer");
    format!("{layers} of {WIDTH} units, {}, scale {}, seed {seed}", activation.name(), lesson::exact(scale))
}
