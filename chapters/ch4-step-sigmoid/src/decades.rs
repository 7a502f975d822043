//! Axes by powers of ten.

use lesson::figure::Axis;
use nn::elementary::{exp, ln};

/// The power of ten that a number is.
pub(crate) fn decades(number: f64) -> f64 {
    ln(number) / ln(10.0)
}

/// Ten to a power.
pub(crate) fn power_of_ten(decades: f64) -> f64 {
    exp(decades * ln(10.0))
}

/// An axis in decades, with ticks at these powers of ten.
pub(crate) fn axis(title: &str, from: f64, to: f64, powers: &[i32]) -> Axis {
    Axis::new(title, from..=to).ticks(powers.iter().map(|&power| (f64::from(power), written(power))))
}

fn written(power: i32) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = |c: char| c.to_digit(10).map_or('⁻', |digit| RAISED[digit as usize]);
    match power {
        0 => "1".into(),
        _ => format!("10{}", power.to_string().chars().map(raised).collect::<String>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_are_written_and_read() {
        assert_eq!([0, 5, -20].map(written), ["1", "10⁵", "10⁻²⁰"]);
        assert!((decades(1e-15) + 15.0).abs() < 1e-13);
        assert!((power_of_ten(-3.0) - 1e-3).abs() < 1e-17);
    }
}
