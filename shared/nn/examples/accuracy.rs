//! Compares every activation and its derivative with a reference, over all 2³² `f32`, and prints the table
//! of `docs/accuracy.md`.
//!
//! The reference is the `f64` form, which shares no polynomial with the `f32` one and is itself compared with
//! 75-digit values in `tests/accuracy.rs`. Names on the command line choose functions; without any, all run,
//! which takes an hour or two: `cargo run --release -p nn --example accuracy -- gelu silu`.

use ndarray::Array1;
use nn::Activation;

const BLOCK: usize = 1 << 12;

fn main() {
    let names: Vec<String> = std::env::args().skip(1).collect();
    println!(
        "| function | worst error, ulp | at x | computed | true | inputs beyond 0.501 ulp | wrong NaN, ∞ |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for activation in Activation::ALL {
        let name = activation.name();
        if names.is_empty() || names.iter().any(|chosen| chosen == name) {
            println!(
                "| {name} {}",
                survey(|x, y| activation.forward_into(x, y), |x, y| activation.forward_into(x, y))
            );
            println!(
                "| {name}′ {}",
                survey(|x, y| slopes(activation, x, y), |x, y| slopes(activation, x, y))
            );
        }
    }
}

type Filled = Result<(), nn::Error>;

fn slopes<F: nn::Real>(activation: Activation, x: &Array1<F>, y: &mut Array1<F>) -> Filled {
    activation.backward_into(x, &Array1::ones(x.len()), y)
}

/// What is known about one function after some of its inputs.
#[derive(Default)]
struct Survey {
    worst: f64,
    at: f32,
    computed: f32,
    expected: f64,
    inexact: u64,
    wrong: u64,
}

/// One row of the table, from a function's `f32` and `f64` forms.
fn survey(
    single: impl Fn(&Array1<f32>, &mut Array1<f32>) -> Filled,
    double: impl Fn(&Array1<f64>, &mut Array1<f64>) -> Filled,
) -> String {
    let (mut y, mut reference) = (Array1::zeros(BLOCK), Array1::zeros(BLOCK));
    let mut survey = Survey::default();
    for start in (0..=u32::MAX).step_by(BLOCK) {
        let x: Array1<f32> = (0..BLOCK as u32).map(|i| f32::from_bits(start + i)).collect();
        single(&x, &mut y).expect("the shapes are equal");
        double(&x.mapv(f64::from), &mut reference).expect("the shapes are equal");
        for ((&x, &y), &reference) in x.iter().zip(&y).zip(&reference) {
            survey.note(x, y, reference);
        }
    }
    survey.row()
}

impl Survey {
    fn note(&mut self, x: f32, computed: f32, expected: f64) {
        if computed.is_nan() || !(expected as f32).is_finite() || computed.is_infinite() {
            let expected = expected as f32;
            let same = computed.to_bits() == expected.to_bits() || (computed.is_nan() && expected.is_nan());
            self.wrong += u64::from(!same);
            return;
        }
        let error = (f64::from(computed) - expected).abs() / ulp(expected);
        self.inexact += u64::from(error > 0.501);
        if error > self.worst {
            *self = Self { worst: error, at: x, computed, expected, ..*self };
        }
    }

    fn row(&self) -> String {
        let Self { worst, at, computed, expected, inexact, wrong } = self;
        format!("| {worst:.4} | {at:e} | {computed:e} | {expected:e} | {inexact} | {wrong} |")
    }
}

/// The distance between neighbouring `f32` in the binade of `y`.
fn ulp(y: f64) -> f64 {
    let exponent = ((y.to_bits() >> 52) & 0x7ff).max(1023 - 126);
    f64::from_bits((exponent - 23) << 52)
}
