//! Numbers and formulas as one writes them.

pub(crate) use lesson::exact;

/// A number in a sentence: with its own digits if they are few, otherwise with four.
pub(crate) fn told(x: f64) -> String {
    let all = exact(x);
    if all.len() <= 8 {
        return all;
    }
    format!("{x:.3e}").parse().map_or(all, exact)
}

/// Numbers between words: `-1 0.5 -2`.
pub(crate) fn spaced(numbers: &[f64]) -> String {
    numbers.iter().copied().map(exact).collect::<Vec<_>>().join(" ")
}

/// 0 where a sign or a product left -0, which nobody wants to read.
pub(crate) fn positive_zero(x: f64) -> f64 {
    x + 0.0
}

/// `slope` times x plus `constant`: `2x + 1`, `0.5 - x`, `-x`, `3`.
pub(crate) fn formula(slope: f64, constant: f64) -> String {
    if slope == 0.0 {
        return exact(constant);
    }
    let multiple = if slope.abs() == 1.0 { String::new() } else { exact(slope.abs()) };
    let sign = if slope < 0.0 { "-" } else { "" };
    match constant {
        0.0 => format!("{sign}{multiple}x"),
        _ if constant > 0.0 && slope < 0.0 => format!("{} - {multiple}x", exact(constant)),
        _ if constant > 0.0 => format!("{multiple}x + {}", exact(constant)),
        _ => format!("{sign}{multiple}x - {}", exact(-constant)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_read_as_written_by_hand() {
        for (slope, constant, written) in [
            (0.0, -0.0, "0"),
            (1.0, 0.0, "x"),
            (-1.0, 0.0, "-x"),
            (2.0, 1.0, "2x + 1"),
            (2.0, -1.0, "2x - 1"),
            (-1.0, 0.5, "0.5 - x"),
            (-2.5, -1.0, "-2.5x - 1"),
            (1e300, 0.1, "1e300x + 0.1"),
        ] {
            assert_eq!(formula(slope, constant), written);
        }
    }
}
