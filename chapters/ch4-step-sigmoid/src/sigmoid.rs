//! The sigmoid by its textbook formula, and the two forms of its slope.

use lesson::{Lesson, Table, Value};
use nn::elementary::exp;
use nn::{Activation, Real};

// ANCHOR: textbook
/// The sigmoid as a textbook writes it; every step is rounded to the type.
pub(crate) fn textbook<F: Real>(x: F) -> F {
    F::one() / (F::one() + exp(-x))
}
// ANCHOR_END: textbook

// ANCHOR: slope
/// Its slope, from its value.
fn slope_from_value(x: f64) -> f64 {
    let y = textbook(x);
    y * (1.0 - y)
}
// ANCHOR_END: slope

pub(crate) fn tell(say: &mut Lesson) {
    say.section("sigmoid-values", "The sigmoid, a share of one");
    let columns = [
        ("x", "x"),
        ("value", "sigmoid(x)"),
        ("value-slope", "slope from the value"),
        ("slope", "slope from e^-|x|"),
    ];
    let row = |x: f64| {
        let [value, from_value] = [textbook(x), slope_from_value(x)].map(Value::from);
        [x.into(), value, from_value, Activation::Sigmoid.slope(x).into()]
    };
    let caption = "Values and slopes of the sigmoid; both slopes are the same on paper";
    say.table(
        Table::new("sigmoid-slopes", caption, columns)
            .rows([-2.0, 0.0, 2.0, 5.0, 10.0, 40.0].into_iter().map(row)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_textbook_form_agrees_with_the_math_crate_where_nothing_is_lost() {
        for step in -60..=60 {
            let x = f64::from(step) / 2.0;
            let (ours, right): (f64, f64) = (textbook(x), Activation::Sigmoid.value(x));
            assert!((ours - right).abs() <= 4e-16 * right, "at {x}: {ours} {right}");
        }
        assert_eq!((textbook(0.0), slope_from_value(0.0)), (0.5, 0.25));
    }
}
