//! The random network of the page, with a ReLU after one or both hidden layers.

use super::picture::{Picture, REACH};
use super::short;
use crate::chain::{Hop, diagram, written};
use crate::inserted::LINE;
use crate::pieces::{Piece, corners, pieces};
use crate::single::WIDTHS;
use crate::stack::{at, collapse, parameters, random_layers, with_relus};
use lesson::counted;
use lesson::explore::{State, View};
use lesson::figure::{Dash, Ink, Panel};
use nn::{Error, RELU};

pub(super) fn view(state: &State) -> Result<View, Error> {
    let seed = state.whole("seed");
    let switches = [(1, "relu1"), (2, "relu2")].into_iter().filter(|(_, switch)| state.is_on(switch));
    let places: Vec<usize> = switches.map(|(place, _)| place).collect();
    let bends = !places.is_empty();
    let layers = random_layers(&WIDTHS, seed);
    let single = collapse(&layers)?;
    let (weight, bias) = (single.weights[[0, 0]], single.bias[0]);
    let network = with_relus(layers, &places);
    let found = pieces(&network, LINE.0, LINE.1)?;
    let x = state.number("x");
    let y = at(&network, x)?;
    // The pieces reach from end to end of the line, so there is one.
    let Some(around) = found.iter().find(|piece| x <= piece.to) else { return Ok(View::new("No piece.")) };
    let slope = around.slope();
    let [graph, steep] = Picture::of(&found, (weight, bias), bends, (x, y, slope)).panels();
    let most: usize = places.iter().map(|&place| WIDTHS[place] + 1).product();
    let line = if bends { "of the dashed line" } else { "of the one layer" };
    Ok(View::new(format!("Seed {seed}: {}", says(&found, around)))
        .panel(both(&places, (weight, bias)))
        .panel(graph)
        .panel(steep)
        .read_out(format!("W {line}"), weight)
        .read_out(format!("b {line}"), bias)
        .read_out("straight pieces", found.len())
        .read_out("possible at most", most)
        .read_out("x", x)
        .read_out("output at x", y)
        .read_out("slope at x", slope)
        .read_out("W x + b", weight * x + bias)
        .read_out("piece around x", reach(around))
        .read_out("W and b around x", [around.slope(), around.at(0.0)])
        .drag_x(1, "x", x)
        .drag_x(2, "x", x))
}

/// The network as a row of layers, and the one layer that it is without its ReLUs.
fn both(places: &[usize], (weight, bias): (f64, f64)) -> Panel {
    let hop = |(does, place): (&str, usize)| {
        let (name, ink) =
            if places.contains(&place) { (RELU.title(), RELU.into()) } else { ("y = x", Ink::Ink) };
        Hop::new(does.to_owned(), name, ink)
    };
    let row = [("1 to 8", 1), ("8 to 8", 2), ("8 to 1", 3)].map(hop);
    let mut one = Hop::new(written(short(weight), short(bias)), "y = x", Ink::Muted);
    if !places.is_empty() {
        one.dash = Dash::Dashed;
    }
    diagram(&row, &[one])
}

/// The inputs of a piece, which may have no end on either side.
fn reach(Piece { from, to, .. }: &Piece) -> String {
    match (from.is_finite(), to.is_finite()) {
        (true, true) => format!("from {from:?} to {to:?}"),
        (true, false) => format!("from {from:?} on"),
        (false, true) => format!("up to {to:?}"),
        (false, false) => "the whole line".into(),
    }
}

/// How many lines the network is, and which one it is around x.
fn says(found: &[Piece], around: &Piece) -> String {
    let (weight, bias) = (short(around.slope()), short(around.at(0.0)));
    if let [_] = found {
        let numbers = parameters(&WIDTHS);
        return format!("{numbers} weights and biases, one line: W = {weight} and b = {bias}.");
    }
    let outside = corners(found).iter().filter(|corner| corner.abs() > REACH).count();
    let unseen = match outside {
        0 => String::new(),
        _ => format!(" Outside the picture: {}.", counted(outside, "corner")),
    };
    format!(
        "no single W and b, but {} straight pieces. Around x it is the line W = {weight}, b = {bias}.{unseen}",
        found.len()
    )
}
