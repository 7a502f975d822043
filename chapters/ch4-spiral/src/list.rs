//! ReLU on a list of numbers, three ways, and the input on which they part.

use lesson::Lesson;
use ndarray::Array1;
use nn::RELU;
use nn::elementary::max;

const NUMBERS: [f64; 8] = [0.0, 2.0, -1.0, 3.3, -2.7, 1.1, 2.2, -100.0];

// ANCHOR: if
fn with_if(x: f64) -> f64 {
    if x > 0.0 { x } else { 0.0 }
}
// ANCHOR_END: if

// ANCHOR: max
fn with_max(x: f64) -> f64 {
    max(x, 0.0)
}
// ANCHOR_END: max

// ANCHOR: array
fn on_array(numbers: &Array1<f64>) -> Array1<f64> {
    RELU.forward(numbers)
}
// ANCHOR_END: array

pub(crate) fn tell(say: &mut Lesson) {
    say.section("list", "ReLU on a list, three ways");
    say.value("list-numbers", "numbers", NUMBERS);
    say.value("list-if", "with a condition", NUMBERS.map(with_if));
    say.value("list-max", "with a maximum", NUMBERS.map(with_max));
    say.value("list-array", "on a whole array", &on_array(&Array1::from(NUMBERS.to_vec())));

    say.section("list-nan", "The same three, given NaN");
    say.value("nan-if", "with a condition", with_if(f64::NAN));
    say.value("nan-max", "with a maximum", with_max(f64::NAN));
    say.value("nan-array", "on a whole array", &on_array(&Array1::from_elem(1, f64::NAN)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ways_give_the_same_bits() {
        let array = on_array(&Array1::from(NUMBERS.to_vec()));
        for (&x, y) in NUMBERS.iter().zip(array) {
            assert_eq!(with_if(x).to_bits(), y.to_bits(), "{x}");
            assert_eq!(with_max(x).to_bits(), y.to_bits(), "{x}");
        }
    }
}
