//! The other wiring: the same ramps, each from its other end.

use crate::pairs::{PAIRS, Pair, Pairs};
use crate::ruler::Ruler;
use crate::steps::{finished_up_to, tuned};
use crate::weights;
use lesson::{Lesson, Table, Value};
use nn::Activation;
use nn::elementary::largest;

pub(crate) fn tell(ruler: &Ruler, say: &mut Lesson) {
    let (pairs, other) = (tuned(), rewired());
    let apart = largest(ruler.inputs().map(|x| (pairs.value(x) - other.value(x)).abs()));
    say.section("rewired", "Seven pairs from the other end");
    say.table(table(&other));
    say.table(progress(&other, ruler));
    say.value("rewired-apart", "largest distance from the first fit", apart);
    say.figure(|| weights::ramps([("as tuned", &pairs), ("from the other end", &other)]));

    let hinges = hinges(&pairs);
    let apart = largest(ruler.inputs().map(|x| (pairs.value(x) - one_layer(&hinges, x)).abs()));
    say.section("one-layer", "The same curve from one hidden layer");
    say.value("hinges", "hidden neurons", hinges.len());
    say.value("one-layer-apart", "largest distance from the pairs", apart);
}

// ANCHOR: rewired
/// The tuned pairs, each from its other end. The bottom pair is free.
pub(crate) fn rewired() -> Pairs {
    let mut pairs = tuned().0.map(|pair| pair.rewired());
    pairs[PAIRS - 1] = Pair::default();
    Pairs(pairs)
}
// ANCHOR_END: rewired

fn table(pairs: &Pairs) -> Table {
    let columns = [("pair", "pair"), ("a", "a"), ("b", "b"), ("w", "w"), ("c", "c"), ("v", "v")];
    let row = |(index, pair): (usize, &Pair)| {
        let b = crate::pictures::drawn(pair.b);
        [(index + 1).into(), pair.a.into(), b.into(), pair.w.into(), pair.c.into(), pair.v.into()]
    };
    Table::new("rewired-table", "The weights", columns).rows(pairs.0.iter().take(7).enumerate().map(row))
}

/// Errors while the pairs are added one by one, without any offset.
fn progress(pairs: &Pairs, ruler: &Ruler) -> Table {
    let columns = [("pairs", "pairs so far"), ("worst", "largest error"), ("done", "on the finished part")];
    let mut so_far = Pairs::default();
    let rows = (0..7).map(|index| {
        so_far.0[index] = pairs.0[index];
        let value = |x| so_far.value(x);
        let done = ruler.worst_up_to(finished_up_to(index + 1), value);
        [Value::from(index + 1), ruler.measure(value).worst.into(), done.into()]
    });
    Table::new("rewired-steps", "Errors while they are added", columns).rows(rows)
}

/// Where the slope changes, and by how much: from 0 at the left of x = 0.
fn hinges(pairs: &Pairs) -> Vec<(f64, f64)> {
    let outline = pairs.outline();
    let slopes =
        outline.windows(2).map(|ends| (ends[0].0, (ends[1].1 - ends[0].1) / (ends[1].0 - ends[0].0)));
    let changes = slopes.scan(0.0, |before, (x, slope)| {
        let change = slope - *before;
        *before = slope;
        Some((x, change))
    });
    changes.collect()
}

// ANCHOR: one-layer
/// One hidden layer: a ReLU for each corner, weighted by the change of slope there.
fn one_layer(hinges: &[(f64, f64)], x: f64) -> f64 {
    let relu = Activation::Relu { slope_at_zero: 0.0 };
    hinges.iter().map(|&(corner, change)| change * relu.value(x - corner)).sum()
}
// ANCHOR_END: one-layer
