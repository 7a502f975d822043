//! The reader's own nine numbers, or those that training finds.

use crate::curves::Curves;
use crate::plane::{Affine, Hidden, Line, Network};
use crate::scene::{Window, inputs, separated};
use crate::separation::Verdict;
use crate::training::{Recipe, cross_entropy, samples, trained};
use lesson::{Figure, Lesson};
use nn::Activation;

/// The output unit of the instrument this chapter follows, before anyone has moved it.
const UNTOUCHED: Line = Line { w: [0.0, 1.0], b: 0.0 };

/// The reader's hidden layer, and a line: the reader's, or the one with the widest margin.
pub(crate) fn tell(affine: Affine, activation: Activation, line: Option<Line>, say: &mut Lesson) {
    let curves = Curves::sampled();
    let hidden = Hidden { affine, activation };
    let bent = curves.bent(&hidden);
    let verdict = bent.verdict();
    let line = line.or(verdict.line()).unwrap_or(UNTOUCHED);
    say.section("yours", "Your network");
    network(&Network { hidden, line }, &curves, say);
    match verdict {
        Verdict::Apart { line, margin } => {
            say.value("your-margin", "widest margin", margin);
            say.value("your-widest", "its line: w13 w23 b13", [line.w[0], line.w[1], line.b]);
        }
        Verdict::Shared { at, .. } => {
            say.value("your-shared", "no line: a point in both hulls", at);
        }
    }
    let separating = bent.sliders().separating;
    say.value("your-separating", "slider settings that separate", separating);
}

/// The network that training finds from a seed.
pub(crate) fn train(activation: Activation, seed: u32, say: &mut Lesson) {
    let curves = Curves::sampled();
    if let Ok(found) = trained(Recipe::usual(activation), seed, &samples(&curves)) {
        say.section("yours", &format!("Trained from seed {seed}"));
        network(&found, &curves, say);
        say.value("your-loss", "binary cross-entropy", cross_entropy(&found, &curves));
    }
}

fn network(network: &Network, curves: &Curves, say: &mut Lesson) {
    let Network { hidden: Hidden { affine, activation }, line } = network;
    say.value("your-activation", "activation", activation.name());
    say.value("your-w", "W, a unit a row", affine.w.map(lesson::Value::from));
    say.value("your-b", "b", affine.b);
    say.value("your-determinant", "det W", affine.determinant());
    say.value("your-singular", "singular values", affine.singular_values());
    say.value("your-line", "w13 w23 b13", [line.w[0], line.w[1], line.b]);
    say.value("your-right", "points right, of 2000", curves.right(network));
    let name = activation.title();
    say.figure(|| { Figure::new(
            "your-plane",
            "Left: the plane as your hidden layer bends it, with your line. Right: your line seen from the input plane.",
        )
        .panel(separated(&network.hidden, *line, &Window::of(&network.hidden), name))
        .panel(inputs(network, name, (*activation).into(), "")) });
}
