//! The instrument: nine numbers and an activation, the plane as they bend it, and training from where they stand.

mod memory;
mod picture;
mod presets;
mod words;

use crate::curves::Curves;
use crate::grid::folded_area;
use crate::line::certificate;
use crate::morph::Morph;
use crate::plane::{Affine, Hidden, Line, Network};
use crate::separation::Verdict;
use crate::settings::{ACTIVATIONS, RELU, hidden, named};
use crate::trained::margin;
use crate::training::{EPOCHS, cross_entropy_of};
use lesson::Value;
use lesson::explore::{Controls, Explorable, Explore, Handle, Pull, State, Turn, View, values};
use memory::Memory;
use nn::Activation;
use nn::elementary::max;
use picture::Shown;
use presets::numbers;

pub(crate) const INSTRUMENT: Explorable = Explorable::remembering(
    "instrument",
    "What can a hidden layer of two units make of the plane?",
    controls,
    || Box::<Instrument>::default(),
);

/// The nine numbers in the order of the controls, a unit a row, with the values of the page.
const NUMBERS: [(&str, &str, f64); 9] = [
    ("w11", "w₁₁, x₁ to h₁", 1.0),
    ("w12", "w₁₂, x₂ to h₁", 0.0),
    ("b11", "b₁₁, bias of h₁", 0.0),
    ("w21", "w₂₁, x₁ to h₂", 0.0),
    ("w22", "w₂₂, x₂ to h₂", 1.0),
    ("b12", "b₁₂, bias of h₂", 0.0),
    ("w13", "w₁₃, h₁ to the output", 0.0),
    ("w23", "w₂₃, h₂ to the output", 1.0),
    ("b13", "b₁₃, bias of the output", 0.0),
];

/// How far each number goes. Training can go further.
const REACH: f64 = 7.0;

fn controls() -> Controls {
    let options = ACTIVATIONS.map(|activation| (activation.name(), words::named(activation)));
    let bending = ACTIVATIONS.into_iter().filter(|activation| *activation != Activation::Linear);
    let controls = Controls::new()
        .choice("f", "activation", options, Activation::Linear.name())
        .range("morph", "morph, from no activation to all of it", 0.0..=1.0, 0.01, 1.0)
        .when(bending.map(|activation| ("f", activation.name())))
        .rows_of(3);
    let controls = NUMBERS.into_iter().fold(controls, |controls, (name, label, start)| {
        controls.range(name, label, -REACH..=REACH, 0.1, start)
    });
    let controls = controls
        .in_sight()
        .play("epoch", "epochs of training from here", EPOCHS, 1, 0)
        .offer("trained", "Take the trained numbers")
        .offer("widest", "Take the widest line")
        .folded("What is drawn")
        .switch("grid", "grid", true)
        .switch("points", "points", true)
        .switch("line", "line of the output", true)
        .switch("boundary", "boundary in the input plane", true)
        .switch("proof", "widest line, or proof that there is none", true);
    presets::all(controls)
}

/// The hidden layer and the line that the controls set.
fn set(state: &State) -> (Morph, Line) {
    let [w11, w12, b11, w21, w22, b12, w13, w23, b13] = NUMBERS.map(|(name, ..)| state.number(name));
    let affine = Affine { w: [[w11, w12], [w21, w22]], b: [b11, b12] };
    let activation = named(state.word("f")).unwrap_or(Activation::Linear);
    // Half way from z to z is z again, but not to the last bit.
    let share = if activation == Activation::Linear { 1.0 } else { state.number("morph") };
    (Morph { hidden: hidden(affine, activation), share }, Line { w: [w13, w23], b: b13 })
}

struct Instrument {
    curves: Curves,
    memory: Memory,
}

impl Default for Instrument {
    fn default() -> Self {
        let curves = Curves::sampled();
        Self { memory: Memory::new(&curves), curves }
    }
}

impl Explore for Instrument {
    fn view(&mut self, state: &State) -> View {
        let (start, line) = set(state);
        let epoch = state.count("epoch");
        let network = self.memory.after(epoch, start, line);
        let layer = Morph { hidden: network.hidden, ..start };
        let bent = layer.bend_curves(&self.curves);
        let verdict = bent.verdict();
        let shown =
            Shown { state, layer, line: network.line, curves: &self.curves, bent: &bent, verdict: &verdict };
        let right = bent.right_of(&network.line);
        let view = View::new(words::sentence(&shown, right, epoch))
            .panels(shown.panels())
            // A determinant of 0 may have a sign, which says nothing.
            .read_out("determinant of W", layer.hidden.affine.determinant() + 0.0)
            .read_out("singular values", layer.hidden.affine.singular_values());
        let view = layer
            .ranges()
            .into_iter()
            .zip(["range of h₁", "range of h₂"])
            .fold(view, |view, (range, label)| view.read_out(label, range))
            .read_out("points right, of 2000", right)
            .read_out("cross-entropy", cross_entropy_of(&network.line, &bent));
        let view = if shown.has_line() {
            view.read_out("margin of this line", margin(&network.line, &bent))
        } else {
            view.read_out("margin of this line", "no line")
        };
        let view = proof(&verdict, folds(&layer, view));
        if epoch > 0 { trained(&layer, network.line, view) } else { handles(&shown, view) }
    }

    fn reached(&self, state: &State) -> usize {
        let (layer, line) = set(state);
        self.memory.reached(layer, line)
    }
}

/// How much of the square ReLU lays on either axis.
fn folds(layer: &Morph, view: View) -> View {
    if layer.hidden.activation != RELU || layer.share < 1.0 {
        return view;
    }
    let share = [0, 1].map(|unit| folded_area(&layer.hidden.affine, unit));
    view.read_out("share of the square with h₁ = 0", share[0])
        .read_out("share of the square with h₂ = 0", share[1])
}

fn proof(verdict: &Verdict, view: View) -> View {
    match verdict {
        Verdict::Apart { line, margin } => view
            .read_out("widest margin of any line", *margin)
            .read_out("its w₁₃, w₂₃, b₁₃", [line.w[0], line.w[1], line.b]),
        Verdict::Shared { at, means } => {
            let caption = "Why no line can: these weights make the same point from bent upper points and from bent \
                           lower points";
            view.read_out("widest margin of any line", "no line")
                .read_out("point in both hulls", *at)
                .table(certificate(caption, means))
        }
    }
}

/// These controls with their values, as an address has them.
fn address(controls: &[(&str, &str, f64)], numbers: &[f64]) -> String {
    values(controls.iter().map(|(name, ..)| *name).zip(numbers.iter().copied()))
}

/// How many numbers of the hidden layer lie beyond the controls.
fn beyond(hidden: &Hidden) -> usize {
    let Affine { w: [first, second], b } = hidden.affine;
    [first, second, b].iter().flatten().filter(|number| number.abs() > REACH).count()
}

/// The nine numbers that training has come to, which can be taken over where the controls reach those of the hidden layer.
fn trained(layer: &Morph, line: Line, view: View) -> View {
    let affine = layer.hidden.affine;
    let [w13, w23, b] = within_reach(&line);
    let view = match beyond(&layer.hidden) {
        0 => {
            let taken = numbers(&Network { hidden: layer.hidden, line: Line { w: [w13, w23], b } });
            view.offer("trained", format!("{}&epoch=0", address(&NUMBERS, &taken)))
        }
        _ => view,
    };
    view.read_out("trained W, a unit a row", affine.w.map(Value::from))
        .read_out("trained b₁₁, b₁₂", affine.b)
        .read_out("trained w₁₃, w₂₃, b₁₃", [line.w[0], line.w[1], line.b])
}

/// The output's line, the columns of W and the hidden biases can be dragged, and the widest line taken.
fn handles(shown: &Shown<'_>, view: View) -> View {
    let w = (shown.line.w[0], shown.line.w[1]);
    let view = match shown.nearest_on_line() {
        Some(at) if shown.state.is_on("line") => {
            view.pull(Pull { panel: 0, at, control: "b13", base: 0.0, per: (-w.0, -w.1) })
        }
        _ => view,
    };
    let view = match shown.turning() {
        Some([pivot, at]) => view.turn(Turn { panel: 0, at, pivot, w, controls: ["w13", "w23", "b13"] }),
        None => view,
    };
    let view = match shown.verdict {
        Verdict::Apart { line, .. } => view.offer("widest", address(&NUMBERS[6..], &within_reach(line))),
        Verdict::Shared { .. } => view,
    };
    let controls = [("w11", "w21"), ("w12", "w22"), ("b11", "b12")];
    shown
        .columns()
        .into_iter()
        .zip(controls)
        .fold(view, |view, (at, (x, y))| view.handle(Handle { panel: 2, at, x: Some(x), y: Some(y) }))
}

/// The three numbers of a line, made smaller together where the controls do not reach so far: the line is the same.
fn within_reach(line: &Line) -> [f64; 3] {
    let numbers = [line.w[0], line.w[1], line.b];
    let most = numbers.iter().fold(0.0, |most: f64, number| max(most, number.abs()));
    if most > REACH { numbers.map(|number| number / most * REACH) } else { numbers }
}

#[cfg(test)]
mod tests;
