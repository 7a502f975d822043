//! A row of neurons: up to four layers of one neuron each.

use super::picture::{Picture, REACH};
use super::{LAYERS, short, unsigned};
use crate::chain::{Hop, diagram, folded, written};
use crate::inserted::LINE;
use crate::pieces::{Piece, corners, pieces};
use crate::stack::Bendable;
use lesson::explore::{State, View};
use lesson::figure::{Dash, Ink};
use lesson::{Table, counted};
use ndarray::array;
use nn::layer::Dense;
use nn::search::first;
use nn::{Activation, Error, RELU};

/// A neuron, and what follows it.
#[derive(Clone, Copy)]
struct Layer {
    weight: f64,
    bias: f64,
    then: Option<Activation>,
}

impl Layer {
    fn sum(self, x: f64) -> f64 {
        self.weight * x + self.bias
    }

    fn value(self, x: f64) -> f64 {
        let sum = self.sum(x);
        self.then.map_or(sum, |f| f.value(sum))
    }

    fn slope(self, x: f64) -> f64 {
        self.then.map_or(1.0, |f| f.slope(self.sum(x))) * self.weight
    }

    /// What a diagram writes into the neuron, and its colour.
    fn named(self) -> (&'static str, Ink) {
        let name = match self.then {
            None => "y = x",
            Some(Activation::Tanh) => "tanh",
            Some(Activation::Sigmoid) => "σ",
            Some(_) => "ReLU",
        };
        (name, self.then.map_or(Ink::Ink, Ink::from))
    }
}

/// What comes out, and how steep it is there.
fn passed(layers: &[Layer], x: f64) -> (f64, f64) {
    layers.iter().fold((x, 1.0), |(x, slope), layer| (layer.value(x), layer.slope(x) * slope))
}

fn read(state: &State) -> Vec<Layer> {
    let layer = |[weight, bias, then]: [&str; 3]| Layer {
        weight: unsigned(state.number(weight)),
        bias: unsigned(state.number(bias)),
        then: match state.word(then) {
            "relu" => Some(RELU),
            "tanh" => Some(Activation::Tanh),
            "sigmoid" => Some(Activation::Sigmoid),
            _ => None,
        },
    };
    let count: usize = state.word("layers").parse().unwrap_or(1);
    LAYERS.into_iter().take(count).map(layer).collect()
}

/// The straight pieces of the row, unless it is curved.
fn straight_pieces(layers: &[Layer]) -> Result<Option<Vec<Piece>>, Error> {
    let affine = |weight, bias| Dense::with_bias(array![[weight]], array![bias]);
    if layers.iter().all(|layer| layer.then.is_none_or(|f| f == RELU)) {
        let bendable = |layer: &Layer| {
            affine(layer.weight, layer.bias).map(|dense| Bendable { dense, relu: layer.then.is_some() })
        };
        let network = layers.iter().map(bendable).collect::<Result<Vec<_>, _>>()?;
        return pieces(&network, LINE.0, LINE.1).map(Some);
    }
    // Every layer rises or falls all the way, so its ends tell whether anything of x is left.
    let mut ends = [LINE.0, LINE.1];
    for layer in layers {
        ends = if layer.weight == 0.0 { [layer.value(0.0); 2] } else { ends.map(|end| layer.value(end)) };
    }
    let level = || affine(0.0, ends[0]).map(|layer| vec![Piece { from: LINE.0, to: LINE.1, layer }]);
    if ends[0] == ends[1] { level().map(Some) } else { Ok(None) }
}

pub(super) fn view(state: &State) -> Result<View, Error> {
    let layers = read(state);
    let numbers: Vec<(f64, f64)> = layers.iter().map(|layer| (layer.weight, layer.bias)).collect();
    let (weight, bias) = folded(&numbers);
    let (weight, bias) = (unsigned(weight), unsigned(bias));
    let bends = layers.iter().any(|layer| layer.then.is_some());
    let x = state.number("x");
    let (y, slope) = passed(&layers, x);
    let found = straight_pieces(&layers)?;
    let here = (x, y, slope);
    let mut picture = match &found {
        Some(pieces) => Picture::of(pieces, (weight, bias), bends, here),
        None => curved(&layers, (weight, bias), here),
    };
    for count in 1..layers.len() {
        let first = &layers[..count];
        picture.between.push((sampled(first), passed(first, x).0));
    }
    let outside = unseen(&picture.outside());
    let [graph, steep] = picture.panels();
    let line = if bends { "of the dashed line" } else { "of the one layer" };
    let mut view = View::new(says(&layers, found.as_deref(), weight, bias) + &outside)
        .panel(diagram_of(&layers, weight, bias))
        .panel(graph)
        .panel(steep)
        .read_out(format!("W {line}"), product(&numbers, weight))
        .read_out(format!("b {line}"), sum(&numbers, bias))
        .read_out("x", x)
        .read_out("output at x", y)
        .read_out("slope at x", unsigned(slope))
        .read_out("W x + b", weight * x + bias)
        .read_out("output less W x + b", y - (weight * x + bias));
    if let Some(pieces) = &found {
        view = view.read_out("straight pieces", pieces.len());
        if pieces.len() > 1 {
            let corners: Vec<f64> = corners(pieces).into_iter().map(unsigned).collect();
            view = view.read_out("corners at x", &corners[..]);
        }
        if let Some(piece) = pieces.iter().find(|piece| x <= piece.to) {
            let here = if x == piece.to { "W and b up to x, a corner" } else { "W and b around x" };
            view = view.read_out(here, [piece.slope(), piece.at(0.0)].map(unsigned));
        }
    }
    Ok(view.table(table(&layers, x)).drag_x(1, "x", x).drag_x(2, "x", x))
}

/// The row above; below it the one neuron that does the same, or would without the bends.
fn diagram_of(layers: &[Layer], weight: f64, bias: f64) -> lesson::figure::Panel {
    let does = |weight, bias| written(short(weight), short(bias));
    let hop = |layer: &Layer| {
        let (name, ink) = layer.named();
        Hop::new(does(layer.weight, layer.bias), name, ink)
    };
    let row: Vec<Hop> = layers.iter().map(hop).collect();
    let mut single = Hop::new(does(weight, bias), "y = x", Ink::Muted);
    if layers.iter().any(|layer| layer.then.is_some()) {
        single.dash = Dash::Dashed;
    }
    diagram(&row, &[single])
}

fn table(layers: &[Layer], x: f64) -> Table {
    let columns = [
        ("layer", "layer"),
        ("gets", "gets"),
        ("sum", "w · that + b"),
        ("then", "then"),
        ("out", "passes on"),
        ("slope", "slope so far"),
    ];
    let mut table = Table::new("layers", "What each layer makes of x", columns);
    let (mut gets, mut slope) = (x, 1.0);
    for (layer, number) in layers.iter().zip(1_usize..) {
        slope *= layer.slope(gets);
        let (name, _) = layer.named();
        let out = layer.value(gets);
        table = table.row([
            number.into(),
            gets.into(),
            layer.sum(gets).into(),
            name.into(),
            out.into(),
            unsigned(slope).into(),
        ]);
        gets = out;
    }
    table
}

/// `2 · 3 · -0.5 = -3`.
fn product(numbers: &[(f64, f64)], weight: f64) -> String {
    let factors: Vec<String> = numbers.iter().map(|(weight, _)| weight.to_string()).collect();
    equation(&factors.join(" · "), weight)
}

/// `-0.5 · (3 · 1 - 1) + 4 = 3`.
fn sum(numbers: &[(f64, f64)], bias: f64) -> String {
    let mut inner = String::new();
    for &(weight, bias) in numbers {
        let sign = if bias < 0.0 { '-' } else { '+' };
        inner = match inner.as_str() {
            "" => bias.to_string(),
            one if !one.contains([' ', '-']) => format!("{weight} · {one} {sign} {}", bias.abs()),
            more => format!("{weight} · ({more}) {sign} {}", bias.abs()),
        };
    }
    equation(&inner, bias)
}

fn equation(left: &str, right: f64) -> String {
    let right = right.to_string();
    if left == right { right } else { format!("{left} = {right}") }
}

/// The state in words.
fn says(layers: &[Layer], found: Option<&[Piece]>, weight: f64, bias: f64) -> String {
    let count = counted(layers.len(), "layer");
    let bends = layers.iter().any(|layer| layer.then.is_some());
    let curved = layers.iter().any(|layer| layer.then.is_some_and(|f| f != RELU));
    match found {
        _ if !bends => {
            let cut = if weight == 0.0 { " A weight of 0 cuts x off." } else { "" };
            format!("{count}, one line: W = {} and b = {}.{cut}", short(weight), short(bias))
        }
        Some([only]) => {
            format!(
                "{count} with something that bends, and still one line: for every x, W = {} and b = {}.",
                short(only.slope()),
                short(only.at(0.0))
            )
        }
        Some(pieces) => {
            let corners = corners(pieces);
            let outside = corners.iter().filter(|corner| corner.abs() > REACH).count();
            let places: Vec<String> = corners.iter().map(|&corner| short(corner).to_string()).collect();
            let unseen = match outside {
                0 => String::new(),
                _ => format!(" Outside the picture: {}.", counted(outside, "corner")),
            };
            format!(
                "{count}, and no single W and b: {} straight pieces, which meet at x = {}.{unseen}",
                pieces.len(),
                places.join(" and ")
            )
        }
        None if curved => {
            format!("{count}, and no single W and b: the graph is curved, with no straight pieces to count.")
        }
        None => count,
    }
}

/// Which of the layers before the last have their dot outside the picture; nothing if none has.
fn unseen(outside: &[(usize, f64)]) -> String {
    let each = |of: &dyn Fn(&(usize, f64)) -> String| match &outside.iter().map(of).collect::<Vec<_>>()[..] {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        all => all.concat(),
    };
    let (layers, outputs) = (each(&|(layer, _)| layer.to_string()), each(&|(_, at)| short(*at).to_string()));
    match outside.len() {
        0 => String::new(),
        1 => format!(" The dot after layer {layers} is outside the picture, at {outputs}."),
        _ => format!(" The dots after layers {layers} are outside the picture, at {outputs}."),
    }
}

/// Points on the graph, close enough for thin lines.
fn sampled(layers: &[Layer]) -> Vec<(f64, f64)> {
    (-30..=30).map(|step| f64::from(step) * (REACH / 30.0)).map(|x| (x, passed(layers, x).0)).collect()
}

/// The picture of a row with tanh or the sigmoid in it.
fn curved(layers: &[Layer], line: (f64, f64), here: (f64, f64, f64)) -> Picture {
    const STEPS: f64 = 240.0;
    let corners = corners_of_curve(layers);
    let (mut graph, mut slopes) = (Vec::new(), Vec::new());
    let mut from = -REACH;
    for &to in corners.iter().chain([&REACH]) {
        let steps = ((to - from) / (2.0 * REACH) * STEPS) as u32 + 1;
        for step in 0..=steps {
            // The last one stands on the corner itself, not where rounding leaves it.
            let x = if step == steps { to } else { from + (to - from) * f64::from(step) / f64::from(steps) };
            if step > 0 || graph.is_empty() {
                graph.push((x, passed(layers, x).0));
            }
            // Barely inside, so that a jump's ends are those of the piece.
            slopes.push((x, passed(layers, x.clamp(from.next_up(), to.next_down())).1));
        }
        slopes.push((to, f64::NAN));
        from = to;
    }
    let corners = corners.into_iter().map(|x| (x, passed(layers, x).0)).collect();
    let (label, ink) = ("with the bends", Ink::Ink);
    Picture { label, ink, graph, slopes, corners, line, bends: true, between: Vec::new(), here }
}

/// Where in the picture a ReLU switches. What enters it rises or falls all the way, so there is one place at most.
fn corners_of_curve(layers: &[Layer]) -> Vec<f64> {
    /// A piece that is no longer than this is none.
    const NARROW: f64 = 1e-9;
    let mut corners = Vec::new();
    for (place, layer) in layers.iter().enumerate().filter(|(_, layer)| layer.then == Some(RELU)) {
        let is_on = |x: f64| layer.sum(passed(&layers[..place], x).0) > 0.0;
        let before = is_on(-REACH);
        if before == is_on(REACH) {
            continue;
        }
        let turned = first(-REACH, REACH, |x| is_on(x) != before);
        // Where its sum is 0 the ReLU is still off, so the corner is the end of that part.
        let corner = if before { turned } else { turned.next_down() };
        // A layer after it may be off on both sides.
        let near = |x: f64| passed(layers, x).1;
        if (near(corner + 1e-7) - near(corner - 1e-7)).abs() > 1e-4 {
            corners.push(corner);
        }
    }
    // Two that are as good as one, or one at the picture's edge, leave no piece between them.
    corners.retain(|corner| corner.abs() < REACH - NARROW);
    corners.sort_by(f64::total_cmp);
    corners.dedup_by(|next, last| *next - *last < NARROW);
    corners
}
