//! The numbers behind the exercises.

use crate::describe::describe;
use crate::pair::Pair;
use crate::pairs::RAMP;
use lesson::{Lesson, Table};

pub(crate) fn tell(say: &mut Lesson) {
    earlier(say);
    deaf(say);
}

fn earlier(say: &mut Lesson) {
    let h = RAMP.first().value(-0.4);
    let c = -RAMP.w * h;
    say.section("earlier", "A ramp that begins at -0.4");
    say.value("h-for-earlier", "neuron 1 answers there", h);
    say.value("c-for-earlier", "c that cancels it", c);
    say.value("top-for-earlier", "upper level then", describe(Pair { c, ..RAMP }).right);
}

fn deaf(say: &mut Lesson) {
    let pairs = [
        ("delayed", Pair::new(1.0, -3.0, 1.0, -2.0, 1.0)),
        ("ramp", Pair::new(-1.0, -1.0, -1.0, 2.0, 1.0)),
        ("deaf", Pair::new(3.0, 5.0, -1.0, -0.5, 4.0)),
        ("faint", Pair::new(-2.0, 0.0, 0.001, 0.0, -1.0)),
    ];
    let row = |(name, pair): (&str, Pair)| {
        let description = describe(pair);
        let slope = description.ramp().map_or(0.0, |ramp| ramp.slope);
        [name.into(), description.area.to_string().into(), slope.into()]
    };
    say.section("deaf", "Which pair is flat for every x");
    say.table(
        Table::new(
            "choices",
            "Four pairs",
            [("pair", "pair"), ("area", "area of effect"), ("slope", "slope")],
        )
        .rows(pairs.into_iter().map(row)),
    );
}
