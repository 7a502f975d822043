//! A whole network before training: what reaches each layer, and who is silent.

use super::{HIGHEST, LOWEST, choices, line, short};
use crate::depth::layers;
use crate::inks::ink;
use crate::network::{Numbers, Signals, Start};
use crate::yours::ratio;
use lesson::explore::{Controls, Explore, Preset, Recent, State, View};
use lesson::figure::{Axis, Dash, Ink, Panel, Rule, Side};
use lesson::{Explorable, Value, brief, counted};
use nn::elementary::{log10, powf, sqrt};
use nn::{Activation, Error};

pub(crate) const DEPTH: Explorable = Explorable::remembering(
    "depth",
    "How much of a gradient reaches each layer, and how many units are silent?",
    controls,
    || Box::<Memory>::default(),
);

const DEEPEST: usize = 30;
/// Half of the lesson's width and samples, an eighth of its work, so that each move is drawn at once.
const WIDTH: usize = 32;
const SAMPLES: usize = 32;
/// The choice of no second activation.
const NONE: &str = "none";

fn controls() -> Controls {
    let he = sqrt(2.0);
    let preset = |label: &str, f: &str, scale: f64| Preset::new(label, format!("f={f}&scale={scale}"));
    Controls::new()
        .choice("f", "activation", choices(), "relu")
        .range("scale", "scale of the weights", 0.2..=10.0, 0.01, he)
        .whole("depth", "layers", 1..=DEEPEST, 20)
        .folded("Compare, and other random numbers")
        .choice("g", "second activation", std::iter::once((NONE, NONE)).chain(choices()), NONE)
        .whole("seed", "seed", 0..=99, 0)
        .presets(
            "Starts",
            [
                preset("ReLU, He's scale √2", "relu", he),
                preset("ReLU, Glorot's scale 1", "relu", 1.0),
                preset("ReLU, too large: 3", "relu", 3.0),
                preset("tanh, Glorot's scale 1", "tanh", 1.0),
                preset("sigmoid, Glorot's scale 1", "sigmoid", 1.0),
                preset("sigmoid, scale 4", "sigmoid", 4.0),
                preset("sigmoid, scale 8", "sigmoid", 8.0),
                preset("tanh, scale 4: saturated", "tanh", 4.0),
                Preset::new("ReLU beside leaky ReLU, 30 layers", "f=relu&g=leaky-relu&depth=30"),
                Preset::new("ReLU beside tanh, too large: 3", "f=relu&g=tanh&scale=3"),
            ],
        )
}

/// The random numbers of one seed, and what was found with them last.
#[derive(Default)]
struct Memory {
    numbers: Recent<u32, Numbers, 1>,
    found: Recent<Start, Signals, 2>,
}

impl Memory {
    /// What the live network's layers have, remembered for two activations.
    fn signals(&mut self, start: Start) -> Result<Signals, Error> {
        let found = self.found.get_or_make(start, || {
            let Start { activation, depth, scale, seed } = start;
            let numbers = self.numbers.get_or_make(seed, || Ok(Numbers::new((SAMPLES, WIDTH), seed)))?;
            numbers.signals(activation, depth, scale)
        });
        found.cloned()
    }
}

/// One activation's network.
struct Run {
    activation: Activation,
    ink: Ink,
    dash: Dash,
    signals: Signals,
}

impl Run {
    fn first(&self) -> f64 {
        self.signals.gradients.first().copied().unwrap_or_default()
    }

    fn last(&self) -> f64 {
        self.signals.gradients.last().copied().unwrap_or_default()
    }

    /// By what the gradient is multiplied from a layer to the one before, on average; none for a single layer.
    fn factor(&self) -> Option<f64> {
        let steps = self.signals.gradients.len() - 1;
        (steps > 0).then(|| powf(ratio(&self.signals), 1.0 / steps as f64))
    }

    /// The share of all outputs that are 0, and how many units are 0 for every sample.
    fn zeros(&self) -> (f64, usize) {
        (mean(&self.signals.zeros), self.signals.silent.iter().sum())
    }

    /// For functions with two flat ends, which share of each layer's pre-activations lies on one of them.
    fn flat(&self) -> Option<&[f64]> {
        let two_ends = matches!(self.activation, Activation::Sigmoid | Activation::Tanh);
        two_ends.then_some(&self.signals.flat[..])
    }
}

fn mean(shares: &[f64]) -> f64 {
    shares.iter().sum::<f64>() / shares.len() as f64
}

impl Memory {
    /// The networks of one activation or two, the second one dashed if otherwise both would be solid.
    fn runs(&mut self, state: &State, depth: usize, scale: f64) -> Vec<Run> {
        let seed = state.whole("seed");
        let activations = ["f", "g"].map(|control| Activation::named(state.word(control)));
        let mut runs: Vec<Run> = Vec::new();
        for activation in activations.into_iter().flatten() {
            if runs.first().is_some_and(|run| run.activation == activation) {
                continue;
            }
            if let Ok(signals) = self.signals(Start { activation, depth, scale, seed }) {
                let (ink, dash) = ink(activation);
                let taken = runs.first().is_some_and(|run| run.dash == dash);
                let dash = if taken && dash == Dash::Solid { Dash::Dashed } else { dash };
                runs.push(Run { activation, ink, dash, signals });
            }
        }
        runs
    }
}

impl Explore for Memory {
    fn view(&mut self, state: &State) -> View {
        let depth = state.count("depth");
        let scale = state.number("scale");
        let runs = self.runs(state, depth, scale);
        let [run, second @ ..] = runs.as_slice() else { return View::new("") };
        let (zeros, silent) = run.zeros();
        let mut view = View::new(says(run, second.first(), depth, scale))
            .panel(gradients(&runs))
            .panel(census(&runs))
            .read_out("gradient at layer 1", run.first());
        if let Some(factor) = run.factor() {
            view = view
                .read_out(format!("gradient at layer {depth}"), run.last())
                .read_out("factor a layer", factor);
        }
        view = view
            .read_out(format!("size of outputs, layer {depth}"), run.signals.outputs[depth - 1])
            .read_out(
                "share of units that are saturated",
                run.flat()
                    .map_or_else(|| "counted for sigmoid and tanh".into(), |flat| Value::from(mean(flat))),
            )
            .read_out("share of outputs that are 0", zeros)
            .read_out("units that are 0 for all samples", format!("{silent} of {}", depth * WIDTH));
        for other in second {
            let name = other.activation.title();
            view = view.read_out(format!("{name}: gradient at layer 1"), other.first());
            if let Some(factor) = other.factor() {
                view = view.read_out(format!("{name}: factor a layer"), factor);
            }
        }
        view.drag_x(0, "depth", depth as f64).drag_x(1, "depth", depth as f64)
    }
}

fn says(run: &Run, second: Option<&Run>, depth: usize, scale: f64) -> String {
    let mut sentence = format!(
        "A gradient of size 1 is sent to the end of {} of {WIDTH} units, scale {}. {}.",
        counted(depth, "layer"),
        brief(scale, 2),
        arrives(run)
    );
    if let Some(second) = second {
        sentence += &format!(" {}.", arrives(second));
    }
    for run in std::iter::once(run).chain(second) {
        sentence += &stuck(run, depth);
        sentence += &outside(run);
    }
    sentence
}

/// How many of its units have a flat end, or nothing to say.
fn stuck(run: &Run, depth: usize) -> String {
    let name = run.activation.title();
    let (zeros, silent) = run.zeros();
    if let Some(flat) = run.flat() {
        format!(
            " {:.0} percent of {name}'s units are saturated: their slope is below 1 percent of the steepest.",
            100.0 * mean(flat)
        )
    } else if zeros == 0.0 {
        format!(" No output of {name} is exactly 0.")
    } else {
        format!(
            " {:.0} percent of {name}'s outputs are exactly 0, and {silent} of {} {} 0 for all {SAMPLES} samples.",
            100.0 * zeros,
            counted(depth * WIDTH, "unit"),
            if silent == 1 { "is" } else { "are" }
        )
    }
}

/// What arrives at the first layer.
fn arrives(run: &Run) -> String {
    let (name, first) = (run.activation.title(), short(run.first()));
    match run.factor() {
        _ if run.first() == 0.0 => format!("{name}: nothing of it reaches layer 1"),
        None => format!("{name}: {first} times as much gets through"),
        Some(factor) => {
            let (last, layer) = (short(run.last()), run.signals.gradients.len());
            let factor = short(factor);
            format!(
                "{name}: {last} of it arrives at layer {layer}, {first} at layer 1, a factor of {factor} a layer"
            )
        }
    }
}

/// Which layers the picture cannot show.
fn outside(run: &Run) -> String {
    let gradients = &run.signals.gradients;
    let layers = |is: &dyn Fn(f64) -> bool| gradients.iter().filter(|&&size| is(size)).count();
    let mut said = String::new();
    for (layers, what) in [
        (layers(&|size| size == 0.0), "nothing"),
        (layers(&|size| size > 0.0 && log10(size) < LOWEST), "less than the picture can show"),
        (layers(&|size| log10(size) > HIGHEST), "more than the picture can show"),
        (layers(&|size| !size.is_finite()), "more than a number can hold"),
    ] {
        if layers > 0 {
            let (name, all) = (run.activation.title(), counted(gradients.len(), "layer"));
            let get = if layers == 1 { "gets" } else { "get" };
            said += &format!(" {name}: {layers} of {all} {get} {what}.");
        }
    }
    said
}

/// The layers of the deepest network, so that a change of depth moves no axis.
fn layer_axis() -> Axis {
    let ticks = [1, 5, 10, 15, 20, 25, 30].map(|layer| (f64::from(layer), layer.to_string()));
    Axis::new("layer", 0.5..=DEEPEST as f64 + 0.5).ticks(ticks)
}

/// What reaches each layer, by powers of ten.
fn gradients(runs: &[Run]) -> Panel {
    let panel = Panel::new(layer_axis(), Axis::powers_of_ten("gradient", LOWEST..=HIGHEST, 5)).with(Rule {
        label: "sent".into(),
        ink: Ink::Muted,
        side: Side::Y,
        at: 0.0,
    });
    runs.iter().fold(panel, |panel, run| {
        line(panel, run.activation.title(), (run.ink, run.dash), layers(&run.signals.gradients).collect())
    })
}

/// The shares of zeros, and of saturated units where a function has such, layer by layer.
fn census(runs: &[Run]) -> Panel {
    let panel = Panel::new(layer_axis(), Axis::new("share in percent", -4.0..=108.0));
    let shares: Vec<Share> = runs.iter().flat_map(|run| shares(run, runs.len() > 1)).collect();
    let with = |panel: Panel, (index, share): (usize, &Share)| {
        let named = share.label(&shares[..index], &shares[index..]);
        line(panel, &named, share.look, share.points.clone())
    };
    shares.iter().enumerate().fold(panel, with)
}

/// What one line of the census shows.
struct Share {
    name: String,
    look: (Ink, Dash),
    points: Vec<(f64, f64)>,
}

impl Share {
    /// Whether the lines lie so close to each other everywhere that their names would not find room.
    fn is_beside(&self, other: &Self) -> bool {
        self.points.iter().zip(&other.points).all(|(one, other)| (one.1 - other.1).abs() < 3.0)
    }

    /// The names of all lines beside each other, at the first of them.
    fn label(&self, before: &[Self], from_here: &[Self]) -> String {
        if before.iter().any(|other| other.is_beside(self)) {
            return String::new();
        }
        let names = from_here.iter().filter(|other| self.is_beside(other)).map(|other| other.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }
}

/// The lines of one activation; beside another one, each has its name.
fn shares(run: &Run, beside: bool) -> Vec<Share> {
    let name = run.activation.title();
    let percent = |of: &dyn Fn(usize) -> f64| -> Vec<(f64, f64)> {
        (0..run.signals.zeros.len()).map(|layer| ((layer + 1) as f64, 100.0 * of(layer))).collect()
    };
    let look = (run.ink, run.dash);
    let mut shares = vec![match run.flat() {
        Some(flat) => {
            Share { name: format!("{name}: saturated"), look, points: percent(&|layer| flat[layer]) }
        }
        None => {
            Share { name: format!("{name}: zeros"), look, points: percent(&|layer| run.signals.zeros[layer]) }
        }
    }];
    if run.zeros().1 > 0 {
        let name = if beside { format!("{name}: always 0") } else { "always 0".into() };
        let points = percent(&|layer| run.signals.silent[layer] as f64 / WIDTH as f64);
        shares.push(Share { name, look: (run.ink, Dash::Dotted), points });
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::CHOICE;
    use crate::network::signals;
    use nn::RELU;

    #[test]
    fn memory_changes_no_bit() {
        let states = [
            "",
            "scale=3",
            "scale=3&g=tanh",
            "f=tanh&scale=3",
            "depth=30",
            "depth=5&seed=4",
            "seed=4",
            "g=relu",
            "",
            "f=tanh&scale=3&g=relu",
            "depth=1",
            "seed=99&depth=30",
        ];
        let asked = |address: &str| DEPTH.controls().read(address).0;
        let fresh = states.map(|address| DEPTH.open().view(&asked(address)));
        let mut memory = DEPTH.open();
        for index in (0..states.len()).chain((0..states.len()).rev()) {
            assert_eq!(memory.view(&asked(states[index])), fresh[index], "{}", states[index]);
        }
    }

    #[test]
    fn the_lesson_is_what_it_would_show_at_the_lessons_width() {
        let start = Start { activation: Activation::Sigmoid, depth: 20, scale: 1.0, seed: 0 };
        let wide = Numbers::new((64, 64), 0).signals(start.activation, start.depth, start.scale);
        assert_eq!(wide, signals(start));
        // A smaller network of the same kind has the same factor a layer, more or less.
        let factor = |f: &str| {
            DEPTH.at(&format!("f={f}&scale=1")).unwrap().read("factor a layer").unwrap().number().unwrap()
        };
        let page = powf(ratio(&wide.unwrap()), 1.0 / 19.0);
        assert!((factor("sigmoid") - page).abs() < 0.02, "{} {page}", factor("sigmoid"));
        assert!((factor("relu") - 1.0 / sqrt(2.0)).abs() < 0.05, "{}", factor("relu"));
    }

    #[test]
    fn large_weights_saturate() {
        let flat =
            |address: &str| DEPTH.at(address).unwrap().read("share of units that are saturated").cloned();
        let share = |address: &str| flat(address).and_then(|value| value.number()).unwrap();
        assert_eq!(share("f=tanh&scale=0.2"), 0.0);
        assert!(share("f=tanh&scale=4") > 0.3, "{}", share("f=tanh&scale=4"));
        assert!(share("f=sigmoid&scale=10") > share("f=sigmoid&scale=4"));
        assert_eq!(flat("f=relu").unwrap().number(), None);
    }

    #[test]
    fn a_scale_moves_no_zero_of_a_relu() {
        let silent = |scale: f64| {
            let view = DEPTH.at(&format!("scale={scale}")).unwrap();
            ["share of outputs that are 0", "units that are 0 for all samples"]
                .map(|label| view.read(label).cloned())
        };
        assert_eq!(silent(0.25), silent(4.0));
    }
    #[test]
    fn the_labels_of_two_activations_find_room() {
        for (address, named) in [
            ("f=linear&scale=3.33&depth=1&g=silu", "linear: zeros, SiLU: zeros"),
            ("f=linear&scale=0.2&depth=1&g=tanh", "linear: zeros, tanh: saturated"),
            ("f=tanh&g=relu", "ReLU: always 0"),
            ("f=relu&g=tanh", "ReLU: always 0"),
            ("f=relu", "always 0"),
        ] {
            let view = DEPTH.at(address).unwrap();
            let panel = &view.figure.panels[1];
            assert!(panel.marks.iter().any(|mark| mark.label() == named), "{address}");
            assert_eq!(panel.crowded_labels(), [""; 0], "{address}");
        }
        let crowded = |f: Activation, g: Activation, depth: usize| {
            let view = DEPTH.at(&format!("f={}&g={}&depth={depth}", f.name(), g.name())).unwrap();
            view.figure.panels[1].crowded_labels()
        };
        for depth in [1, 2, 30] {
            for g in CHOICE {
                assert_eq!(crowded(RELU, g, depth), [""; 0], "{g:?} {depth}");
                assert_eq!(crowded(g, Activation::Linear, depth), [""; 0], "{g:?} {depth}");
            }
        }
    }

    #[test]
    fn one_layer_gets_and_one_unit_is() {
        let says = DEPTH.at("scale=4.88").unwrap().figure.caption;
        assert!(says.contains("ReLU: 1 of 20 layers gets more than the picture can show."), "{says}");
        let is = (0..100).map(|seed| DEPTH.at(&format!("depth=2&seed={seed}")).unwrap().figure.caption);
        let says: Vec<String> = is.filter(|says| says.contains(" and 1 of ")).collect();
        assert!(!says.is_empty() && says.iter().all(|says| says.contains("and 1 of 64 units is 0 for all")));
    }
}
