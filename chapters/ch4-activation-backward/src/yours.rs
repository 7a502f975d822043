//! The reader's own numbers through the worked example.

use crate::Options;
use crate::differences::{left, middle, right};
use crate::worked::{ON, X, Y, every_number, loss_at, passes, worked};
use lesson::{Lesson, Refusal};
use nn::elementary::max;

/// More inputs than this would crowd the diagram.
const MOST_DRAWN: usize = 4;
/// The step of the finite differences: small, and exact in binary.
pub(crate) const STEP: f64 = 1.0 / 1_048_576.0;

pub(crate) fn tell(options: &Options, say: &mut Lesson) -> Result<(), Refusal> {
    let given = |list: &[f64], usual: [f64; 3]| if list.is_empty() { usual.to_vec() } else { list.to_vec() };
    let (x, w) = (given(&options.x, X), given(&options.w, ON));
    if x.len() != w.len() {
        let sentence = format!(
            "there are {} inputs and {} weights; give one weight in --w for each number in --x",
            x.len(),
            w.len()
        );
        return Err(Refusal(sentence));
    }
    let (y, convention) = (options.y.unwrap_or(Y), options.convention.unwrap_or(0.0));
    let worked = worked(&x, &w, y, convention);
    let every = worked.products.iter().chain(&worked.weights).chain(&worked.delta2);
    if !worked.loss.is_finite() || !every.copied().all(f64::is_finite) {
        return Err(Refusal("these numbers leave the range of 64-bit floats; give smaller ones".into()));
    }
    say.section("yours", "Your numbers through W·X, ReLU and half the square");
    say.value("your-x", "inputs X", x.as_slice());
    say.value("your-w", "weights W", w.as_slice());
    say.value("your-y", "target Y", y);
    say.value("your-convention", "slope of ReLU at 0", convention);
    every_number(say, "your", &worked);
    let loss = |o2: f64| loss_at(o2, y);
    let step = STEP * power_of_two_within(max(worked.o2.abs(), 1.0));
    // A difference of zeros has a sign that says nothing.
    say.value("your-left", "δ³ by a difference from the left", left(loss, worked.o2, step) + 0.0);
    say.value("your-middle", "in the middle", middle(loss, worked.o2, step) + 0.0);
    say.value("your-right", "from the right", right(loss, worked.o2, step) + 0.0);
    if x.len() <= MOST_DRAWN {
        say.figure(|| passes("your-passes", &x, &w, &worked));
    }
    Ok(())
}

/// The largest power of two up to a normal number above 0: a step of such a size is lost neither beside a large number nor
/// by rounding.
fn power_of_two_within(number: f64) -> f64 {
    const SIGNIFICAND: u64 = (1 << (f64::MANTISSA_DIGITS - 1)) - 1;
    f64::from_bits(number.to_bits() & !SIGNIFICAND)
}
