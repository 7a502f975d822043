//! Two exponentials for 32 bits, measured against 64 bits.

use crate::last_digit::steps;
use lesson::figure::{Axis, Band, Ink, Panel, Scatter, Side};
use lesson::{Figure, Lesson};
use nn::elementary::{exp, max};
use nn::numpy_exp;

/// Softmax sends nothing above 0 to the exponential; below this, what comes back hardly counts.
const LOWEST: f64 = -20.0;
const INPUTS: u32 = 100_000;

pub(crate) fn tell(say: &mut Lesson) {
    let census = Census::taken();
    let share = |count: usize| count as f64 / f64::from(INPUTS);
    say.section("kernels", "Two exponentials on 100000 inputs from -20 to 0");
    say.value("kernels-differ", "share on which they differ", 1.0 - share(census.apart[0]));
    say.value("kernels-one", "share one step apart", share(census.apart[1]));
    say.value("kernels-two", "share two steps apart", share(census.apart[2]));
    say.value("kernel-error", "worst error of the kernel, ulp", census.kernel_error);
    say.value("rounded-error", "worst error, rounded, ulp", census.rounded_error);
    say.figure(|| figure(&census));
}

struct Census {
    /// How often the two are 0, 1 and 2 steps apart.
    apart: [usize; 3],
    kernel_error: f64,
    rounded_error: f64,
}

impl Census {
    fn taken() -> Self {
        let mut census = Self { apart: [0; 3], kernel_error: 0.0, rounded_error: 0.0 };
        for x in inputs(LOWEST, INPUTS) {
            let (kernel, rounded) = (numpy_exp(x), exp(x));
            census.apart[(steps(kernel, rounded) as usize).min(2)] += 1;
            census.kernel_error = max(census.kernel_error, error(x, kernel).abs());
            census.rounded_error = max(census.rounded_error, error(x, rounded).abs());
        }
        census
    }
}

/// So many evenly spaced numbers up to 0.
fn inputs(lowest: f64, count: u32) -> impl Iterator<Item = f32> {
    (0..count).map(move |i| (lowest * f64::from(i) / f64::from(count)) as f32)
}

// ANCHOR: error
/// How far a 32-bit result is from e to the x, in steps of the last place there.
fn error(x: f32, found: f32) -> f64 {
    let wanted = exp(f64::from(x));
    (f64::from(found) - wanted) / ulp(wanted)
}
// ANCHOR_END: error

/// The distance between the 32-bit floats around a normal number.
fn ulp(x: f64) -> f64 {
    let exponent = (x.to_bits() >> 52) - 23;
    f64::from_bits(exponent << 52)
}

fn figure(census: &Census) -> Figure {
    let caption = format!(
        "How wrong is each exponential? Left, NumPy's kernel strays up to {:.2} steps from the true value. Right, the \
         correctly rounded one never leaves the band of half a step, the best that 32 bits allow.",
        census.kernel_error
    );
    Figure::new("ulp", caption).panel(errors(numpy_exp, "NumPy's kernel", Ink::Vermillion)).panel(errors(
        exp,
        "correctly rounded",
        Ink::Blue,
    ))
}

fn errors(exp: fn(f32) -> f32, name: &str, ink: Ink) -> Panel {
    let points = inputs(-2.0, 400).map(|x| (f64::from(x), error(x, exp(x)))).collect();
    Panel::new(Axis::new("x", -2.0..=0.0), Axis::new(&format!("error of exp(x), {name}, in ulp"), -2.5..=2.5))
        .with(Band { label: String::new(), ink: Ink::Blue, side: Side::Y, from: -0.5, to: 0.5 })
        .with(Scatter { label: String::new(), ink, radius: 0.5, points })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_has_the_size_of_the_float_s_last_place() {
        assert_eq!(ulp(1.0), f64::from(f32::EPSILON));
        assert_eq!(ulp(0.3), f64::from(0.3f32.next_up()) - f64::from(0.3f32));
    }
}
