//! How much better seven ramps can be: weights that a search found, measured here.

use crate::knobs;
use crate::pairs::{PAIRS, Pair, Pairs};
use crate::ruler::Ruler;
use crate::steps::tuned;
use lesson::{Lesson, Table};

/// The left half of the best seven ramps found: where each begins and ends, and how far it rises. The right half
/// mirrors it, and the fourth ramp joins the two.
pub(crate) const FREE: Half = Half {
    start: 0.016984,
    ramps: [(0.000168, 0.120932, 0.677847), (0.117828, 0.208379, 0.288187), (0.291586, 0.380082, -0.283807)],
    middle: (0.380526, 0.619474),
};

/// The same for seven ramps of which each begins where the last one ends.
pub(crate) const JOINED: Half = Half {
    start: 0.024455,
    ramps: [(0.0, 0.150505, 0.812276), (0.150505, 0.255663, 0.188607), (0.255663, 0.362235, -0.237944)],
    middle: (0.362235, 0.637765),
};

/// The left half of a fit that is odd about x = 1/2.
pub(crate) struct Half {
    start: f64,
    ramps: [(f64, f64, f64); 3],
    middle: (f64, f64),
}

impl Half {
    pub(crate) fn pairs(&self) -> Pairs {
        let mut pairs = [Pair::default(); PAIRS];
        let level = self.start + self.ramps.iter().map(|ramp| ramp.2).sum::<f64>();
        for (index, &(from, to, rise)) in self.ramps.iter().enumerate() {
            pairs[index] = Pair::ramp(from, to, rise);
            pairs[6 - index] = Pair::ramp(1.0 - to, 1.0 - from, rise);
        }
        pairs[3] = Pair::ramp(self.middle.0, self.middle.1, -2.0 * level);
        pairs[7] = Pair { c: self.start, v: 1.0, ..Pair::default() };
        Pairs(pairs)
    }
}

/// The fit by hand with two of its numbers moved so that it is better, and with which, in words.
pub(crate) fn moved() -> (String, Pairs) {
    let [c1, b7] = [knobs::c(1, 0.71), knobs::b(7, -5.29)];
    let mut pairs = tuned();
    [c1, b7].into_iter().for_each(|setting| setting.apply(&mut pairs));
    (format!("with {c1} and {b7}"), pairs)
}

pub(crate) fn tell(ruler: &Ruler, say: &mut Lesson) {
    say.section("limits", "How good seven ramps can be");
    let columns = [("ramps", "seven ramps"), ("worst", "largest error"), ("rmse", "RMSE")];
    let row = |name: &str, pairs: &Pairs| {
        let fit = ruler.measure(|x| pairs.value(x));
        [name.into(), fit.worst.into(), fit.rmse.into()]
    };
    say.table(
        Table::new("limits-table", "By hand, and the best that a search has found", columns)
            .row(row("by hand", &tuned()))
            .row(row("joined", &JOINED.pairs()))
            .row(row("free", &FREE.pairs())),
    );
    let (with, moved) = moved();
    say.section("moved", &format!("By hand, {with}"));
    let fit = ruler.measure(|x| moved.value(x));
    say.value("moved-worst", "largest error", fit.worst);
    say.value("moved-at", "at x =", fit.at);
}
