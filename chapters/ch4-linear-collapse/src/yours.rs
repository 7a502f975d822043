//! The reader's own stack: the single layer that it is, or the pieces that it bends into.

use crate::digits::comparison;
use crate::inserted::{LINE, figure};
use crate::pieces::{corners, pieces};
use crate::stack::{Bendable, collapse, named, parameters, random_layers, with_relus};
use lesson::{Lesson, Value};
use nn::Error;
use nn::layer::Dense;

pub(crate) fn tell(widths: &[usize], seed: u32, relus: &[usize], say: &mut Lesson) -> Result<(), Error> {
    let layers = random_layers(widths, seed);
    say.section("yours", "Your stack");
    say.value("your-widths", "widths", named(widths));
    say.value("your-seed", "seed", u64::from(seed) as usize);
    say.value("your-parameters", "weights and biases", parameters(widths));
    if relus.is_empty() { straight(&layers, say) } else { bent(&with_relus(layers, relus), say) }
}

fn straight(layers: &[Dense<f64>], say: &mut Lesson) -> Result<(), Error> {
    let single = collapse(layers)?;
    say.value("your-weights", "W of the single layer", &single.weights);
    say.value("your-bias", "b of the single layer", &single.bias);
    say.table(comparison("your-apart", layers)?);
    Ok(())
}

fn bent(network: &[Bendable], say: &mut Lesson) -> Result<(), Error> {
    say.section("your-runs", "What is still one layer");
    let mut done = 0;
    for (number, run) in (1..).zip(runs(network)) {
        let single = collapse(&run)?;
        let end = if done + run.len() < network.len() { ", then ReLU" } else { "" };
        say.note(match run.len() {
            1 => format!("layer {}{end}", done + 1),
            count => format!("layers {} to {}{end}", done + 1, done + count),
        });
        say.value(&format!("your-weights-{number}"), "W", &single.weights);
        say.value(&format!("your-bias-{number}"), "b", &single.bias);
        done += run.len();
    }
    if ends(network) != Some((1, 1)) {
        return Ok(());
    }
    let found = pieces(network, LINE.0, LINE.1)?;
    say.section("your-pieces", "Its straight pieces");
    say.value("your-piece-count", "straight pieces", found.len());
    say.value("your-corners", "corners at x", corners(&found).into_iter().collect::<Value>());
    say.value(
        "your-slopes",
        "slopes between them",
        found.iter().map(|piece| piece.slope()).collect::<Value>(),
    );
    say.try_figure(|| {
        figure("your-graph", "Your network with its ReLUs and without: its graph and its slope.", network)
    })?;
    Ok(())
}

/// How many inputs and outputs the network has.
fn ends(network: &[Bendable]) -> Option<(usize, usize)> {
    Some((network.first()?.dense.weights.nrows(), network.last()?.dense.weights.ncols()))
}

/// The layers between two ReLUs belong together.
fn runs(network: &[Bendable]) -> Vec<Vec<Dense<f64>>> {
    let cut = network.split_inclusive(|layer| layer.relu);
    cut.map(|run| run.iter().map(|layer| layer.dense.clone()).collect()).collect()
}
