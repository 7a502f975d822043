//! The worked example as a figure that answers: every number moves, and a tangent shows what a gradient is.

mod picture;

use crate::diagram::short;
use crate::differences::{gradient, largest_gap};
use crate::worked::{CORNER, OFF, ON, Worked, X, Y, back, moved, there, through, verdict};
use crate::yours::STEP;
use lesson::Explorable;
use lesson::explore::{Controls, Preset, State, View, values};
use nn::Activation;

pub(crate) const WORKED: Explorable = Explorable::new(
    "worked",
    "What does each weight hear of the loss, and is that the slope of the loss?",
    controls,
    view,
);

const INPUTS: [&str; 3] = ["x1", "x2", "x3"];
const WEIGHTS: [&str; 3] = ["w1", "w2", "w3"];
const NAMES: [&str; 3] = ["w₁", "w₂", "w₃"];
/// The largest weight that the sliders set.
const REACH: f64 = 2.0;
/// The most steps of gradient descent.
const LAST: usize = 100;

/// The layers to choose from: word, name in a sentence, name in a node.
const LAYERS: [(&str, &str, &str); 4] = [
    ("relu", "ReLU", "ReLU"),
    ("leaky", "leaky ReLU", "leaky"),
    ("sigmoid", "sigmoid", "σ"),
    ("tanh", "tanh", "tanh"),
];

fn controls() -> Controls {
    let sliders = |controls: Controls,
                   names: [&'static str; 3],
                   label: &str,
                   reach: f64,
                   step: f64,
                   starts: [f64; 3]| {
        names.into_iter().zip(starts).enumerate().fold(controls, |controls, (i, (name, start))| {
            controls.range(name, &format!("{label}{}", ["₁", "₂", "₃"][i]), -reach..=reach, step, start)
        })
    };
    let weights = |label: &str, w: [f64; 3], more: &str| {
        let [a, b, c] = w;
        Preset::new(label, format!("w1={a}&w2={b}&w3={c}{more}"))
    };
    let layers = LAYERS.map(|(word, name, ..)| (word, name));
    let shown = sliders(Controls::new(), WEIGHTS, "w", REACH, 0.05, ON)
        .range("y", "y, the target", -3.0..=3.0, 0.1, Y)
        .choice("layer", "layer 3", layers, "relu")
        .choice("at0", "slope of ReLU at 0", [("0", "0"), ("0.5", "0.5"), ("1", "1")], "0")
        .when([("layer", "relu")])
        .choice("along", "draw the loss along", WEIGHTS.into_iter().zip(NAMES), "w3")
        .range("rate", "learning rate", 0.0..=0.5, 0.005, 0.1)
        .play("steps", "steps of gradient descent", LAST, 1, 0)
        .offer("stepped", "Take the weights after these steps");
    sliders(shown.folded("Inputs"), INPUTS, "x", 3.0, 0.1, X).presets(
        "Settings of this page",
        [
            weights("on: W = 0.5 -1 1", ON, ""),
            weights("off: W = -0.5 -1 0.5", OFF, ""),
            weights("corner, slope 0", CORNER, ""),
            weights("corner, slope 0.5", CORNER, "&at0=0.5"),
            weights("corner, slope 1", CORNER, "&at0=1"),
            weights("target met: W = -0.5 0 0.5", [-0.5, 0.0, 0.5], ""),
            weights("one step of 0.1", ON, "&steps=1"),
            weights("a step too long: rate 0.25", ON, "&rate=0.25&steps=1"),
            weights("off, but leaky", OFF, "&layer=leaky&steps=100"),
        ],
    )
}

/// What the state asks for.
struct Asked {
    x: [f64; 3],
    y: f64,
    layer: Activation,
    /// The weights before each of all steps and after the last.
    path: Vec<Vec<f64>>,
    /// The loss with each of them.
    losses: Vec<f64>,
    /// How many of the steps the reader takes.
    steps: usize,
}

impl Asked {
    fn of(state: &State) -> Self {
        let layer = match state.word("layer") {
            "leaky" => Activation::LeakyRelu { slope: 0.01 },
            "sigmoid" => Activation::Sigmoid,
            "tanh" => Activation::Tanh,
            _ => Activation::Relu { slope_at_zero: state.number("at0") },
        };
        let start = WEIGHTS.map(|name| state.number(name)).to_vec();
        let (x, y) = (INPUTS.map(|name| state.number(name)), state.number("y"));
        let (rate, steps) = (state.number("rate"), state.count("steps"));
        let mut asked = Self { x, y, layer, path: Vec::new(), losses: Vec::new(), steps };
        let mut w = start;
        for _ in 0..=LAST {
            let there = asked.at(&w);
            let next = moved(&w, &there.weights, rate);
            asked.path.push(std::mem::replace(&mut w, next));
            asked.losses.push(there.loss);
        }
        asked
    }

    fn at(&self, w: &[f64]) -> Worked {
        through(self.layer, &self.x, w, self.y)
    }

    fn loss(&self, w: &[f64]) -> f64 {
        self.at(w).loss
    }

    /// The weights now.
    fn weights(&self) -> &[f64] {
        &self.path[self.steps]
    }

    /// The weights now that the sliders do not reach.
    fn beyond(&self) -> Vec<&'static str> {
        let named = NAMES.into_iter().zip(self.weights());
        named.filter(|(_, w)| w.abs() > REACH).map(|(name, _)| name).collect()
    }

    /// The loss as a function of one weight, the others as they are now.
    fn loss_along(&self, along: usize, weight: f64) -> f64 {
        let mut there = self.weights().to_vec();
        there[along] = weight;
        self.loss(&there)
    }

    fn has_corner(&self) -> bool {
        matches!(self.layer, Activation::Relu { .. } | Activation::LeakyRelu { .. })
    }
}

fn view(state: &State) -> View {
    let asked = Asked::of(state);
    let (_, name, mark) =
        LAYERS.into_iter().find(|layer| layer.0 == state.word("layer")).unwrap_or(LAYERS[0]);
    let along = WEIGHTS.into_iter().position(|name| name == state.word("along")).unwrap_or(0);
    let w = asked.weights();
    let now = asked.at(w);
    let measured = gradient(|w| asked.loss(w), w, STEP);
    let start = asked.path[0][along];
    let view = View::new(says(&asked, name, along, &now, &measured))
        .panel(there(mark, &asked.x, w, &now))
        .panel(back(mark, 3, &now))
        .panel(picture::tangent(&asked, along, &now))
        .panel(picture::descent(&asked.losses, asked.steps))
        .read_out("weights", w)
        .read_out("o², o³", [now.o2, now.o3])
        .read_out("loss", now.loss)
        .read_out("δ⁴ = o³ - y", now.delta4)
        .read_out(format!("slope of {name} at o²"), now.slope)
        .read_out("δ³ = slope times δ⁴", now.delta3)
        .read_out("gradient of W", now.weights.as_slice())
        .read_out("the same by a difference", measured.as_slice())
        .read_out("largest gap", largest_gap(now.weights.iter().copied(), measured.iter().copied()))
        .read_out("gradient of x", now.delta2.as_slice())
        .drag_x(2, WEIGHTS[along], start)
        .drag_x(3, "steps", asked.steps as f64);
    offered(view, &asked)
}

/// Where the steps led, as a start of its own: it can be dragged.
fn offered(view: View, asked: &Asked) -> View {
    if asked.steps == 0 || !asked.beyond().is_empty() {
        return view;
    }
    let taken = values(WEIGHTS.into_iter().zip(asked.weights().iter().copied()));
    view.offer("stepped", format!("{taken}&steps=0"))
}

fn says(asked: &Asked, name: &str, along: usize, now: &Worked, measured: &[f64]) -> String {
    let after = match asked.steps {
        0 => format!("The loss is {}.", short(now.loss)),
        1 => format!("After one step the loss is {}, from {}.", short(now.loss), short(asked.losses[0])),
        steps => {
            format!("After {steps} steps the loss is {}, from {}.", short(now.loss), short(asked.losses[0]))
        }
    };
    let slope = now.weights[along];
    let tangent = format!("The gradient of {} is {}, the slope of the tangent.", NAMES[along], short(slope));
    let across = asked.has_corner() && now.delta4 != 0.0 && now.o2.abs() < STEP * asked.x[along].abs();
    let corner = match now.o2 {
        _ if !across => String::new(),
        0.0 => format!(
            " Here o² is exactly 0, the loss has a corner, and the tangent is a convention: a difference in the middle says \
             {}.",
            short(measured[along])
        ),
        _ => format!(
            " The corner is so near that the difference in the middle steps across it and says {}.",
            short(measured[along])
        ),
    };
    format!("{after} {} {tangent}{corner}{}", verdict(name, now), beyond(asked))
}

/// Why the weights after the steps are not offered, where they are not.
fn beyond(asked: &Asked) -> String {
    match &asked.beyond()[..] {
        [] => String::new(),
        [one] => {
            format!(
                " {one} lies beyond what its slider reaches, so the weights after these steps cannot be taken."
            )
        }
        [before @ .., last] => format!(
            " {} and {last} lie beyond what their sliders reach, so the weights after these steps cannot be taken.",
            before.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corner::CONVENTIONS;
    use crate::worked::worked;
    use lesson::figure::Mark;

    fn at(address: &str) -> View {
        WORKED.at(address).unwrap()
    }

    #[test]
    fn the_page_s_numbers_appear() {
        let on = at("");
        assert_eq!(on.said("gradient of W"), "0.5 1.0 1.5");
        assert_eq!(on.said("loss"), "0.125");
        let off = at("w1=-0.5&w3=0.5");
        assert_eq!((off.said("δ³ = slope times δ⁴"), off.said("o², o³")), ("0.0".into(), "-1.0 0.0".into()));
        for convention in CONVENTIONS {
            let corner = at(&format!("w1=1&w2=1&w3=-1&at0={convention}"));
            let there = worked(&X, &CORNER, Y, convention);
            assert_eq!(corner.said("δ³ = slope times δ⁴"), format!("{:?}", there.delta3));
        }
    }

    #[test]
    fn a_step_is_that_of_the_page() {
        let stepped = at("steps=1");
        let on = worked(&X, &ON, Y, 0.0);
        let o2 = worked(&X, &moved(&ON, &on.weights, 0.1), Y, 0.0).o2;
        assert!(stepped.said("o², o³").starts_with(&format!("{o2:?} ")));
        let dead = at("rate=0.25&steps=1");
        assert_eq!(dead.said("gradient of W"), "0.0 0.0 0.0");
        assert_eq!(at("rate=0.25&steps=50").said("weights"), dead.said("weights"));
    }

    #[test]
    fn where_the_steps_led_can_be_taken_over() {
        let offer = |address: &str| at(address).offers.first().map(|(_, changes)| changes.clone());
        let taken = offer("steps=3").unwrap();
        assert_eq!(at(&taken).said("loss"), at("steps=3").said("loss"));
        assert_eq!(at(&taken).said("gradient of W"), at("steps=3").said("gradient of W"));
        assert_eq!((offer(""), offer(&taken)), (None, None));
        for (address, said) in [
            ("w1=2&w2=2&w3=2&y=-3&rate=0.5&layer=leaky&steps=1", "w₁, w₂ and w₃ lie beyond"),
            ("x1=0&x2=0&x3=3&w3=1&rate=0.5&y=-3&steps=1", "w₃ lies beyond what its slider reaches"),
        ] {
            assert_eq!(offer(address), None);
            let caption = at(address).figure.caption;
            assert!(caption.contains(said) && caption.ends_with("cannot be taken."), "{caption}");
        }
        assert!(!at("steps=3").figure.caption.contains("beyond"));
    }

    #[test]
    fn the_corner_is_said() {
        let corner = at("w1=1&w2=1&w3=-1");
        let said = "Here o² is exactly 0, the loss has a corner";
        assert!(corner.figure.caption.contains(said), "{}", corner.figure.caption);
        for address in [
            "",
            "w1=-0.5&w3=0.5",
            "w1=1&w2=1&w3=-1&layer=tanh",
            "w1=1&w2=1&w3=-1&y=0",
            "w1=1&w2=1&w3=-1&x3=0&x1=-2",
        ] {
            assert!(!at(address).figure.caption.contains("corner"), "{address}");
        }
    }

    #[test]
    fn the_curve_stays_on_its_axes() {
        for preset in &WORKED.controls().presets[0].list {
            let panel = &at(&preset.address).figure.panels[2];
            let Some(Mark::Curve(curve)) = panel.marks.first() else { panic!("{}", preset.label) };
            let air = 0.05 * (panel.x.to - panel.x.from);
            let shown = |&&(w, _): &&(f64, f64)| (panel.x.from + air..=panel.x.to - air).contains(&w);
            let shown: Vec<f64> = curve.points.iter().filter(shown).map(|point| point.1).collect();
            assert!(shown.len() > 30, "{}: {} points", preset.label, shown.len());
            assert!(shown.iter().all(|&loss| loss <= panel.y.to), "{}", preset.label);
        }
    }

    #[test]
    fn tiny_numbers_are_powers_of_ten() {
        let view = at("steps=20");
        let words = [view.figure.caption.clone(), view.figure.alt(), view.panels_html()].concat();
        assert!(words.contains("After 20 steps the loss is 1.5\u{a0}×\u{a0}10⁻¹⁷"), "{words}");
        assert!(words.contains(">5.5\u{a0}×\u{a0}10⁻⁹<"), "{words}");
    }

    #[test]
    fn every_state_can_be_drawn() {
        let (wide, narrow) = ([-3.0, 0.0, 0.1, 3.0, -0.7], [-2.0, 0.0, 2.0, 0.05, -1.15, 1.0]);
        let mut count = 0;
        for (layer, ..) in LAYERS {
            for at0 in CONVENTIONS {
                for (steps, rate) in [(0, 0.1), (1, 0.5), (2, 0.0), (50, 0.5), (50, 0.07)] {
                    for along in WEIGHTS {
                        let x = |i: usize| wide[(count * (i + 1) + i) % wide.len()];
                        let w = |i: usize| narrow[(count + 2 * i) % narrow.len()];
                        let address = format!(
                            "x1={}&x2={}&x3={}&w1={}&w2={}&w3={}&y={}&layer={layer}&at0={at0}&steps={steps}&rate={rate}&along={along}",
                            x(0),
                            x(1),
                            x(2),
                            w(0),
                            w(1),
                            w(2),
                            wide[count / 3 % wide.len()]
                        );
                        let view = at(&address);
                        assert!(view.figure.faults().is_empty(), "{address}: {:?}", view.figure.faults());
                        count += 1;
                    }
                }
            }
        }
    }
}
