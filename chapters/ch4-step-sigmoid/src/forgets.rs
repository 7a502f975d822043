//! What the sigmoid forgets in floating point, on which side, and from where on.

use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table, Value};
use nn::elementary::{ln, log10};
use nn::search::first;
use nn::{Activation, Real};

use crate::family::CLASSICS;
use crate::sigmoid::textbook;

pub(crate) fn tell(say: &mut Lesson) {
    say.section("forgets", "Which of them tell 40 from 3000");
    say.table(forty_and_three_thousand());

    say.section("first-one", "From where on the sigmoid is 1");
    say.table(first_ones());
    say.value("rounded-once", "f32, rounded once", first_one(|x: f32| Activation::Sigmoid.value(x)));

    say.section("two-sides", "The side that keeps its digits");
    say.table(two_sides());
    say.value("textbook-zero", "0 from here down, textbook", first(0.0, -1e3, |x: f64| textbook(x) == 0.0));
    say.value("last-zero", "0 from here down, math crate", first(0.0, -1e3, |x: f64| sigmoid(x) == 0.0));
    say.figure(figure);

    say.section("sixteen-bits", "In 16 bits");
    say.value("half-precision", "11 ln 2, for f16", rule(F16_BITS));
}

/// Bits of the significand of half precision, the leading one included.
const F16_BITS: u32 = 11;

/// Where e^-x is half the distance from 1 to the next number of so many bits.
fn rule(bits: u32) -> f64 {
    f64::from(bits) * ln(2.0)
}

fn sigmoid(x: f64) -> f64 {
    Activation::Sigmoid.value(x)
}

fn forty_and_three_thousand() -> Table {
    let columns =
        [("function", "activation"), ("three", "f(3)"), ("forty", "f(40)"), ("thousands", "f(3000)")];
    let row = |f: Activation| {
        let [a, b, c] = [3.0, 40.0, 3000.0].map(|x| Value::from(f.value(x)));
        [f.name().into(), a, b, c]
    };
    Table::new("forgotten", "Three inputs in 64 bits", columns).rows(CLASSICS.into_iter().map(row))
}

// ANCHOR: first-one
pub(crate) fn first_one<F: Real>(function: impl Fn(F) -> F) -> F {
    first(F::zero(), F::from_f64(100.0), |x| function(x) == F::one())
}
// ANCHOR_END: first-one

fn first_ones() -> Table {
    let columns = [
        ("format", "format"),
        ("bits", "bits p"),
        ("found", "first x with sigmoid(x) = 1"),
        ("rule", "p ln 2"),
    ];
    let bits = |bits: u32| Value::from(bits as usize);
    let (single, double) = (f32::MANTISSA_DIGITS, f64::MANTISSA_DIGITS);
    Table::new("first-ones", "Where the textbook sigmoid becomes 1", columns)
        .row(["f32".into(), bits(single), first_one(textbook::<f32>).into(), rule(single).into()])
        .row(["f64".into(), bits(double), first_one(textbook::<f64>).into(), rule(double).into()])
}

fn two_sides() -> Table {
    let columns =
        [("x", "x"), ("value", "sigmoid(x)"), ("rest", "1 - sigmoid(x)"), ("mirror", "sigmoid(-x)")];
    let row = |x: f64| {
        let [value, rest, mirror] = [sigmoid(x), 1.0 - sigmoid(x), sigmoid(-x)].map(Value::from);
        [x.into(), value, rest, mirror]
    };
    let caption = "The distance to 1, by subtraction and by symmetry";
    Table::new("sides", caption, columns).rows([3.0, 20.0, 36.0, 40.0, 700.0].into_iter().map(row))
}

/// The distance to 1, by powers of ten: the whole way, and the last stairs.
fn figure() -> Figure {
    let rest = |x: f64| log10(1.0 - sigmoid(x));
    let mirror = |x: f64| log10(sigmoid(-x));
    let end = first_one(sigmoid);
    let last = (end, rest(end.next_down()));
    let panel = |from: f64, to: f64, every: i32| {
        let (low, high) = (mirror(to), mirror(from));
        Panel::new(Axis::new("x", from..=to), Axis::powers_of_ten("1 - sigmoid(x)", low..=high, every))
            .with(Curve::of("sigmoid(-x)", Ink::Vermillion, from..=to, mirror).dashed(Dash::Dashed))
            .with(Curve::of("1 - sigmoid(x)", Ink::Ink, from..=to, rest))
    };
    let caption = format!(
        "How far below 1 is it? The subtraction follows the true value down stairs that grow ever wider, until at \
         x = {end:.4} nothing is left; the mirror image goes on. Right: the last stairs."
    );
    Figure::new("missing", caption)
        .panel(panel(0.0, 60.0, 10).with(Dot::new(&format!("{end:.2}"), Ink::Ink, last)))
        .panel(panel(33.0, 39.0, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sigmoid_is_one_where_the_exponential_is_half_a_step_above_one() {
        let found = first_one(textbook::<f64>);
        assert!((found - 53.0 * ln(2.0)).abs() < 1e-12, "{found}");
        let found = first_one(textbook::<f32>);
        assert!((f64::from(found) - 24.0 * ln(2.0)).abs() < 1e-5, "{found}");
    }
}
