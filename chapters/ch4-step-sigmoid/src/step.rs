//! The step: what it forgets, and the choice it leaves open.

use lesson::{Lesson, Table, Value};
use nn::Activation;

pub(crate) fn tell(say: &mut Lesson) {
    // ANCHOR: step
    let step = Activation::Step { at_zero: 0.0 };
    let outputs = [3.0, 3000.0].map(|x| step.value(x));
    let slopes = [3.0, 3000.0].map(|x| step.slope(x));
    // ANCHOR_END: step
    say.section("step-forgets", "What the step forgets");
    say.value("step-outputs", "step of 3 and 3000", outputs);
    say.value("step-slopes", "slope at 3 and 3000", slopes);
    say.table(at_zero());
}

/// Three conventions for the value at 0.
fn at_zero() -> Table {
    let columns = [
        ("convention", "convention"),
        ("below", "step(-1e-300)"),
        ("at", "step(0)"),
        ("above", "step(1e-300)"),
    ];
    let row = |at_zero: f64| {
        let step = Activation::Step { at_zero };
        let [below, at, above] = [-1e-300, 0.0, 1e-300].map(|x| Value::from(step.value(x)));
        [at_zero.into(), below, at, above]
    };
    Table::new("step-at-zero", "Three conventions that agree everywhere but at 0", columns)
        .rows([0.0, 0.5, 1.0].into_iter().map(row))
}
