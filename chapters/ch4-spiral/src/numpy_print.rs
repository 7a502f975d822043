//! How NumPy prints a matrix of 32-bit floats: eight digits after the point at the most, columns of one width.

use ndarray::Array2;
use nn::elementary::{max, min};

/// The most digits after the point.
const PRECISION: usize = 8;

/// The matrix as `print(matrix)` shows it.
///
/// Each number has its shortest exact form, cut to eight digits after the point by rounding; blanks stand where
/// others have digits. If a number other than 0 is below 0.0001, at least 10⁸, or more than 1000 times another
/// one, all numbers carry an exponent instead, and as many digits as the longest of them.
pub(crate) fn numpy_print(matrix: &Array2<f32>) -> String {
    let numbers = if wants_exponents(matrix) { with_exponents(matrix) } else { plain(matrix) };
    let widest =
        |part: fn(&Number) -> &str| numbers.iter().map(|number| part(number).len()).max().unwrap_or(0);
    let (before, after) = (widest(|number| &number.whole), widest(|number| &number.rest));
    let cell = |Number { whole, rest }: &Number| format!("{whole:>before$}.{rest:<after$}");
    let cells: Vec<String> = numbers.iter().map(cell).collect();
    let rows: Vec<String> =
        cells.chunks(matrix.ncols().max(1)).map(|row| format!("[{}]", row.join(" "))).collect();
    format!("[{}]", rows.join("\n "))
}

/// A number's text, cut at the point.
struct Number {
    whole: String,
    /// The digits after the point, and the exponent if there is one.
    rest: String,
}

fn wants_exponents(matrix: &Array2<f32>) -> bool {
    let sizes = || matrix.iter().map(|x| x.abs()).filter(|&x| x > 0.0);
    let (smallest, largest) = (sizes().fold(f32::INFINITY, min), sizes().fold(0.0, max));
    sizes().next().is_some() && (largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000.0)
}

fn plain(matrix: &Array2<f32>) -> Vec<Number> {
    let number = |x: &f32| {
        let shortest = x.to_string();
        let (whole, digits) = halves(&shortest);
        if digits.len() <= PRECISION {
            return Number { whole: whole.into(), rest: digits.into() };
        }
        let cut = format!("{x:.PRECISION$}");
        let (whole, digits) = halves(&cut);
        Number { whole: whole.into(), rest: digits.trim_end_matches('0').into() }
    };
    matrix.iter().map(number).collect()
}

fn with_exponents(matrix: &Array2<f32>) -> Vec<Number> {
    let length = |x: &f32| {
        let shortest = format!("{x:e}");
        halves(shortest.split('e').next().unwrap_or_default()).1.len()
    };
    let digits = matrix.iter().map(length).max().unwrap_or(0).min(PRECISION);
    let number = |x: &f32| {
        let written = format!("{x:.digits$e}");
        let (number, exponent) = written.split_once('e').unwrap_or((&written, "0"));
        let (sign, size) = exponent.strip_prefix('-').map_or(('+', exponent), |size| ('-', size));
        let (whole, digits) = halves(number);
        Number { whole: whole.into(), rest: format!("{digits}e{sign}{size:0>2}") }
    };
    matrix.iter().map(number).collect()
}

/// What stands before and after the point.
fn halves(number: &str) -> (&str, &str) {
    number.split_once('.').unwrap_or((number, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    /// The right sides are NumPy 2.4.6's.
    #[test]
    fn prints_as_numpy_does() {
        for (matrix, printed) in [
            (array![[1.5, 2.0, 0.25]], "[[1.5  2.   0.25]]"),
            (array![[0.0, 0.0]], "[[0. 0.]]"),
            (array![[-0.0, 1e-4]], "[[-0.      0.0001]]"),
            (array![[1.0 / 3.0, 2.0 / 3.0]], "[[0.33333334 0.6666667 ]]"),
            (array![[-1.25, 3.0], [100.12346, 0.0]], "[[ -1.25      3.     ]\n [100.12346   0.     ]]"),
            (array![[0.000_123_456_79]], "[[0.00012346]]"),
            (array![[0.000_113_953_61, 0.0]], "[[0.00011395 0.        ]]"),
            (array![[100.0, 1.0]], "[[100.   1.]]"),
            (array![[1e-5, 1.0]], "[[1.e-05 1.e+00]]"),
            (array![[-1.5e-5, 3e-3]], "[[-1.5e-05  3.0e-03]]"),
            (array![[0.1, 1000.5]], "[[1.0000e-01 1.0005e+03]]"),
            (array![[1e8, 1.0]], "[[1.e+08 1.e+00]]"),
            (array![[123_456.79, 0.5]], "[[1.2345679e+05 5.0000000e-01]]"),
            (array![[1e-5, 2.123_456_9e-6]], "[[9.9999997e-06 2.1234569e-06]]"),
        ] {
            assert_eq!(numpy_print(&matrix), printed);
        }
    }
}
