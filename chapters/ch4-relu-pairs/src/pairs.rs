//! Two neurons in a row, in the settings of the page.

use crate::describe::{Description, describe};
use crate::neurons::{MIRRORED, PLAIN};
use crate::pair::Pair;
use crate::piece::Piece;
use crate::samples;
use crate::{network, picture};
use lesson::{Figure, Lesson, Table, Value};

const SAME: Pair = Pair::new(-1.0, 0.5, 1.0, 0.0, 1.0);
const RAISED: Pair = Pair::new(-1.0, 0.5, 1.0, 1.0, 1.0);
pub(crate) const RAMP: Pair = Pair::new(-1.0, 0.5, -2.0, 1.0, 1.0);

pub(crate) fn tell(say: &mut Lesson) {
    say.section("two-neurons", "Two neurons in a row");
    say.figure(network);

    say.section("same", "A second neuron that changes nothing");
    say.table(pieces("same-pieces", "w = 1, c = 0", SAME));
    say.value("grid-points", "inputs from -1 to 1", samples::grid().count());
    let agree = samples::agreement(|x| SAME.value(x), |x| MIRRORED.value(x));
    say.value("same-bits", "same bits as neuron 1 alone", agree);
    let cancelled = |x| PLAIN.value(x) - PLAIN.value(-x);
    say.value("cancelled", "relu(x) - relu(-x) is x", samples::agreement(cancelled, |x| x));
    say.figure(|| { figure(
        "pair-same",
        "Two neurons, w = 1 and c = 0: what does the second one add? Nothing. The hinge of the first passes \
         through it unchanged.",
        SAME,
    ) });

    say.section("raised", "A bias for the second neuron");
    say.table(pieces("raised-pieces", "w = 1, c = 1", RAISED));
    say.figure(|| { figure(
        "pair-raised",
        "Two neurons, w = 1 and c = 1: which way does the second bias move the hinge? Up, and neuron 2 is now on \
         for every x.",
        RAISED,
    ) });

    say.section("ramp", "A negative weight for the second neuron");
    say.table(pieces("ramp-pieces", "w = -2, c = 1", RAMP));
    say.figure(|| { figure(
        "pair-ramp",
        "Two neurons, w = -2 and c = 1: how can two bends make a beginning and an end? Each neuron switches the \
         other's slope off on one side.",
        RAMP,
    ) });
    say.table(values());
    say.value("ramp-top", "the ramp at its upper end", describe(RAMP).right);
}

/// A pair piece by piece, with the state of both neurons.
pub(crate) fn pieces(name: &str, caption: &str, pair: Pair) -> Table {
    let columns = [("inputs", "for"), ("first", "neuron 1"), ("second", "neuron 2"), ("output", "output")];
    let state = |on: bool| if on { "on" } else { "off" };
    let row = |piece: &Piece| {
        [piece.inputs(), state(piece.on.0).into(), state(piece.on.1).into(), piece.formula()].map(Value::from)
    };
    Table::new(name, caption, columns).rows(describe(pair).pieces.iter().map(row))
}

fn values() -> Table {
    let columns =
        [("x", "x"), ("same", "w = 1, c = 0"), ("raised", "w = 1, c = 1"), ("ramp", "w = -2, c = 1")];
    let values = |x| [SAME, RAISED, RAMP].map(|pair| pair.value(x)).to_vec();
    samples::table("pair-values", "The three pairs at seven inputs; a = -1, b = 0.5, v = 1", columns, values)
}

fn figure(name: &str, shows: &str, pair: Pair) -> Figure {
    let description: Description = describe(pair);
    let [output, slope] = picture::pair(&description, &picture::page());
    Figure::new(name, shows).panel(output).panel(slope)
}

fn network() -> Figure {
    Figure::new(
        "network",
        "Which number belongs where? The input x meets a and b, then w and c, then v. Left: the names. Right: \
         the numbers of the ramp that follows.",
    )
    .panel(network::wires(["a", "w", "v", "b", "c"]))
    .panel(network::of(RAMP))
}
