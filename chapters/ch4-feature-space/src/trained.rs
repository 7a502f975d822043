//! Training finds the nine numbers: one start in detail, a hundred starts in all.

use crate::curves::Curves;
use crate::plane::{Line, Network};
use crate::scene::{Window, inputs, separated};
use crate::settings::{LEAKY, RELU};
use crate::training::{Recipe, cross_entropy, samples, trained};
use lesson::figure::Ink;
use lesson::{Figure, Lesson, Table};
use nn::Activation;
use nn::elementary::min;
use std::sync::OnceLock;

/// How the networks are trained; the last ones begin with output weights twenty times as large.
const RECIPES: [(&str, Recipe); 5] = [
    ("sigmoid", Recipe::usual(Activation::Sigmoid)),
    ("tanh", Recipe::usual(Activation::Tanh)),
    ("relu", Recipe::usual(RELU)),
    ("leaky-relu", Recipe::usual(LEAKY)),
    ("relu, larger start", Recipe { activation: RELU, output_scale: 1.0 }),
];
/// How many of them begin as in the program of 2018.
const USUAL: usize = 4;
/// Starts for each of them: seeds 0 to 99.
const STARTS: usize = 100;
/// The seed of the networks that are drawn.
const SHOWN: usize = 0;
/// The panels of the puzzle, by their place in [`RECIPES`].
const PUZZLE: [(&str, usize); 4] = [("A", 1), ("B", 2), ("C", 0), ("D", 3)];

/// Every trained network: a row for each recipe, a seed each.
type Networks = Vec<Vec<Network>>;

/// Five hundred trained networks, worked out once a process.
fn networks(say: &mut Lesson) -> &'static Networks {
    static NETWORKS: OnceLock<Networks> = OnceLock::new();
    NETWORKS.get_or_init(|| {
        let samples = samples(&Curves::sampled());
        let steps = RECIPES.len() * STARTS;
        let mut row = |(row, (_, recipe)): (usize, (&str, Recipe))| {
            (0..STARTS)
                .filter_map(|seed| {
                    say.progress("training networks", row * STARTS + seed, steps);
                    trained(recipe, seed as u32, &samples).ok()
                })
                .collect()
        };
        RECIPES.into_iter().enumerate().map(&mut row).collect()
    })
}

pub(crate) fn tell(say: &mut Lesson) {
    let curves = Curves::sampled();
    let networks = networks(say);
    say.section("trained", "Trained from seed 0");
    say.table(shown(networks, &curves));
    say.figure(|| puzzle(networks));
    say.figure(|| key(networks));

    say.section("starts", "A hundred starts");
    say.table(starts(networks, &curves));
}

fn shown(networks: &Networks, curves: &Curves) -> Table {
    let columns = [
        ("activation", "activation"),
        ("right", "right, of 2000"),
        ("loss", "cross-entropy"),
        ("margin", "margin of its line"),
    ];
    let row = |network: &Network| {
        let bent = curves.bent(&network.hidden);
        [
            network.hidden.activation.name().into(),
            curves.right(network).into(),
            cross_entropy(network, curves).into(),
            margin(&network.line, &bent).into(),
        ]
    };
    Table::new("seed-zero", "After 150 epochs from seed 0", columns)
        .rows(networks[..USUAL].iter().map(|row| &row[SHOWN]).map(row))
}

/// How far the nearest point is from a line, negative if it is on the wrong side.
pub(crate) fn margin(line: &Line, bent: &Curves) -> f64 {
    let lower = bent.lower.iter().map(|&h| line.distance(h));
    let upper = bent.upper.iter().map(|&h| -line.distance(h));
    lower.chain(upper).fold(f64::INFINITY, min)
}

fn starts(networks: &Networks, curves: &Curves) -> Table {
    let columns = [("recipe", "activation"), ("all", "starts with all 2000 right"), ("worst", "worst start")];
    let row = |((name, _), networks): ((&str, Recipe), &Vec<Network>)| {
        let right: Vec<usize> = networks.iter().map(|network| curves.right(network)).collect();
        let points = curves.upper.len() + curves.lower.len();
        let worst = right.iter().min().copied().unwrap_or_default() as f64 / points as f64;
        let all = right.iter().filter(|&&right| right == points).count();
        [name.into(), all.into(), worst.into()]
    };
    Table::new("hundred", "A hundred starts of each activation", columns)
        .rows(RECIPES.into_iter().zip(networks).map(row))
}

fn puzzle(networks: &Networks) -> Figure {
    let figure = Figure::new(
        "puzzle",
        "Four trained networks, seen from the input plane. D has leaky ReLU units; of A, B and C one has sigmoid \
         units, one tanh, one ReLU. Tinted is what each calls lower. Which is which?",
    );
    PUZZLE.into_iter().fold(figure, |figure, (name, place)| {
        figure.panel(inputs(&networks[place][SHOWN], name, Ink::Ink, &format!(", network {name}")))
    })
}

fn key(networks: &Networks) -> Figure {
    let names: Vec<String> = PUZZLE
        .into_iter()
        .map(|(name, place)| format!("{name} is {}", networks[place][SHOWN].hidden.activation.title()))
        .collect();
    let figure = Figure::new(
        "key",
        format!(
            "Which network has which units? {}. The same four networks, seen from the hidden layer. Each dashed line is straight, and each \
             has its curves on the right sides.",
            names.join(", ")
        ),
    );
    PUZZLE.into_iter().zip(names).fold(figure, |figure, ((_, place), name)| {
        let Network { hidden, line } = networks[place][SHOWN];
        figure.panel(separated(&hidden, line, &Window::of(&hidden), &name))
    })
}
