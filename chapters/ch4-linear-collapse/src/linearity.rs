//! What linear means: the two tests, the one that an offset passes too, and what ReLU does to them.

use lesson::{Lesson, Table};
use nn::RELU;

/// A function with its name.
type Named = (&'static str, fn(f64) -> f64);

/// Two ReLU neurons and an output with the weights 1 and -1.
fn two_hinges(x: f64) -> f64 {
    RELU.value(x) - RELU.value(-x)
}

// ANCHOR: linear
/// Whether f is additive and proportional, as far as the inputs 3 and -1 can tell.
fn is_linear(f: fn(f64) -> f64) -> bool {
    f(3.0) + f(-1.0) == f(2.0) && -f(3.0) == f(-3.0)
}
// ANCHOR_END: linear

// ANCHOR: affine
/// Whether f is that but for an offset: between two inputs, half-way is half-way.
fn is_affine(f: fn(f64) -> f64) -> bool {
    (f(3.0) + f(-1.0)) / 2.0 == f(1.0)
}
// ANCHOR_END: affine

pub(crate) fn tell(say: &mut Lesson) {
    say.section("linear-or-not", "Three tests");
    say.table(tests());
}

fn tests() -> Table {
    let functions: [Named; 4] = [
        ("-3x", |x| -3.0 * x),
        ("-3x + 3", |x| -3.0 * x + 3.0),
        ("relu(x)", |x| RELU.value(x)),
        ("relu(x) - relu(-x)", two_hinges),
    ];
    let columns = [
        ("function", "f"),
        ("sum", "f(3) + f(-1)"),
        ("at-sum", "f(2)"),
        ("turned", "-f(3)"),
        ("at-turned", "f(-3)"),
        ("middle", "half the sum"),
        ("at-middle", "f(1)"),
        ("verdict", "so it is"),
    ];
    let row = |(name, f): Named| {
        let sum = f(3.0) + f(-1.0);
        let numbers = [sum, f(2.0), -f(3.0), f(-3.0), sum / 2.0, f(1.0)].map(Into::into);
        [name.into()].into_iter().chain(numbers).chain([verdict(f).into()]).collect::<Vec<_>>()
    };
    Table::new("linear-tests", "Additive, proportional, half-way: left and right of each test", columns)
        .rows(functions.into_iter().map(row))
}

/// A test that fails is a proof; one that passes at a few points is not.
fn verdict(f: fn(f64) -> f64) -> &'static str {
    match (is_linear(f), is_affine(f)) {
        (true, true) => "not refuted",
        (_, true) => "affine at most",
        _ => "neither",
    }
}

#[cfg(test)]
mod tests {
    use super::{is_affine, is_linear};

    #[test]
    fn a_curve_fails_both_tests() {
        assert!(!is_linear(|x| x * x) && !is_affine(|x| x * x));
        assert!(!is_linear(|x| x + 1.0) && is_affine(|x| x + 1.0));
    }
}
