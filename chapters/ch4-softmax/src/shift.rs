//! Softmax sees differences only: what a shift changes on paper, and in 64 bits.

use lesson::{Lesson, Table, Value};
use ndarray::{Array1, array};

pub(crate) fn tell(say: &mut Lesson) {
    // ANCHOR: shift
    let logits = array![1.0, 2.0, 3.0];
    let lowered = array![-2.0, -1.0, 0.0];
    let same = nn::softmax(&logits) == nn::softmax(&lowered);
    // ANCHOR_END: shift
    say.section("shift", "The same shift for every logit");
    say.value("one-two-three", "softmax of 1 2 3", &nn::softmax(&logits));
    say.value("lowered", "softmax of -2 -1 0", &nn::softmax(&lowered));
    say.value("same", "the same bits", if same { "yes" } else { "no" });
    say.table(raised(&logits));
}

/// Softmax after adding ever larger numbers: the sum itself is rounded before softmax sees it.
fn raised(logits: &Array1<f64>) -> Table {
    let columns = [
        ("added", "added"),
        ("spacing", "spacing"),
        ("differences", "less the first"),
        ("last", "softmax of the last"),
    ];
    let row = |added: f64| {
        let raised = logits + added;
        let spacing = added.next_up() - added;
        let differences = &raised - raised[0];
        [added.into(), spacing.into(), Value::from(&differences), nn::softmax(&raised)[2].into()]
    };
    let caption = "1 2 3 after adding the same number to each, beside the spacing of floats there";
    Table::new("raised", caption, columns).rows([1e3, 1e15, 1e16, 1e17].into_iter().map(row))
}
