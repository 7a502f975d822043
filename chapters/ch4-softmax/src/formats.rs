//! Floating-point formats, narrow ones by rounding.

use lesson::Value;
use nn::elementary::exp;

/// A binary format of IEEE 754's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format {
    pub name: &'static str,
    /// Bits of the significand, the leading one included.
    precision: i32,
    /// The exponent of the largest numbers; that of the smallest normal ones is 1 less it, 1 - 15 = -14 for f16.
    largest_exponent: i32,
}

/// Half precision.
pub(crate) const F16: Format = Format { name: "f16", precision: 11, largest_exponent: 15 };
/// "Brain float": the range of f32 with 8 bits of precision.
pub(crate) const BF16: Format = Format { name: "bf16", precision: 8, largest_exponent: 127 };
/// Single precision.
pub(crate) const F32: Format = Format { name: "f32", precision: 24, largest_exponent: 127 };
/// Double precision.
pub(crate) const F64: Format = Format { name: "f64", precision: 53, largest_exponent: 1023 };

impl Format {
    /// The number of the format nearest to `x`, ties to even; infinite where it is too large.
    pub(crate) fn round(self, x: f64) -> f64 {
        if self == F64 || !x.is_finite() {
            return x;
        }
        let quantum = power_of_two(self.quantum_exponent(x));
        let steps = (x / quantum).round_ties_even();
        let rounded = steps * quantum;
        if rounded.abs() > self.largest() { f64::INFINITY.copysign(x) } else { rounded }
    }

    /// The largest finite number.
    pub(crate) fn largest(self) -> f64 {
        let ulp = power_of_two(1 - self.precision);
        (2.0 - ulp) * power_of_two(self.largest_exponent)
    }

    /// e^x as a computation in this format has it.
    pub(crate) fn exp(self, x: f64) -> f64 {
        self.round(exp(x))
    }

    /// A number of the format with as many digits as single it out there, or in 32 bits where that is narrower.
    pub(crate) fn shown(self, x: f64) -> Value {
        if self == F64 { x.into() } else { (x as f32).into() }
    }

    // ANCHOR: last
    /// The last number of the format, on the way from `inside` to `outside`, for which `holds` is true.
    pub(crate) fn last(self, mut inside: f64, mut outside: f64, holds: impl Fn(f64) -> bool) -> f64 {
        loop {
            let middle = self.round((inside + outside) / 2.0);
            if middle == inside || middle == outside {
                return inside;
            }
            *(if holds(middle) { &mut inside } else { &mut outside }) = middle;
        }
    }
    // ANCHOR_END: last

    /// The exponent of the distance between the format's numbers near `x`.
    fn quantum_exponent(self, x: f64) -> i32 {
        let biased = (x.to_bits() >> 52 & 0x7ff) as i32;
        let exponent = (biased - 1023).max(1 - self.largest_exponent);
        exponent + 1 - self.precision
    }
}

/// 2^k for k from -1022 to 1023.
fn power_of_two(k: i32) -> f64 {
    f64::from_bits(((k + 1023) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_precision_rounds_as_ieee_754_says() {
        let tiniest = power_of_two(-24);
        for (x, rounded) in [
            (0.1, 0.0999755859375),
            (65504.0, 65504.0),
            (65519.999, 65504.0),
            (65520.0, f64::INFINITY),
            (-65520.0, f64::NEG_INFINITY),
            (2049.0, 2048.0),
            (2051.0, 2052.0),
            (tiniest, tiniest),
            (tiniest / 2.0, 0.0),
            (tiniest * 0.75, tiniest),
        ] {
            assert_eq!(F16.round(x), rounded, "{x}");
        }
        assert!(F16.round(f64::NAN).is_nan());
    }

    #[test]
    fn single_precision_is_that_of_rust() {
        assert_eq!(F32.largest(), f64::from(f32::MAX));
        assert_eq!(F64.largest(), f64::MAX);
        for x in [0.1, 1.0 / 3.0, 1e-40, 3.4028235e38, 3.5e38, -7e-46, 123456789.0] {
            assert_eq!(F32.round(x), f64::from(x as f32), "{x}");
        }
    }

    #[test]
    fn the_search_ends_at_neighbours() {
        let last = F32.last(0.0, 10.0, |x| x < 2.5);
        assert_eq!(last, f64::from(2.5f32.next_down()));
    }
}
