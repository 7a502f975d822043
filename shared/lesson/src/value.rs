//! A value that a lesson found.

use std::fmt;

/// A value that a lesson found, kept with all its bits.
///
/// Its [`Display`](fmt::Display) form is the shortest text that reads back to the same bits, so two printed
/// values of one type are equal exactly when the computed ones are (any NaN prints as `NaN`).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A 64-bit float.
    Double(f64),
    /// A 32-bit float.
    Single(f32),
    /// A count or an index.
    Count(u64),
    /// A word or a sentence.
    Text(String),
    /// Several values in order; a list of lists prints one row a line.
    List(Vec<Value>),
}

impl Value {
    /// Whether the value is a number, and so belongs right-aligned in a table.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Double(_) | Self::Single(_) | Self::Count(_))
    }

    /// The number as an `f64`, exact for all but counts above 2^53; `None` for texts and lists.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Double(x) => Some(*x),
            Self::Single(x) => Some(f64::from(*x)),
            Self::Count(n) => Some(*n as f64),
            Self::Text(_) | Self::List(_) => None,
        }
    }

    /// The same without the sign of a zero: beside a picture nobody asks from which side it was reached.
    #[must_use]
    pub fn with_positive_zeros(self) -> Self {
        match self {
            Self::Double(x) => Self::Double(x + 0.0),
            Self::Single(x) => Self::Single(x + 0.0),
            Self::List(values) => values.into_iter().map(Self::with_positive_zeros).collect(),
            Self::Count(_) | Self::Text(_) => self,
        }
    }

    /// The element at `index` of a list.
    pub fn element(&self, index: usize) -> Option<&Self> {
        match self {
            Self::List(values) => values.get(index),
            _ => None,
        }
    }

    /// How many numbers, counts and texts the value holds.
    pub fn leaves(&self) -> usize {
        match self {
            Self::List(values) => values.iter().map(Self::leaves).sum(),
            _ => 1,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Double(x) => write!(f, "{x:?}"),
            Self::Single(x) => write!(f, "{x:?}"),
            Self::Count(n) => write!(f, "{n}"),
            Self::Text(text) => f.write_str(text),
            Self::List(values) => {
                let rows = values.iter().any(|value| matches!(value, Self::List(_)));
                for (i, value) in values.iter().enumerate() {
                    if i > 0 {
                        f.write_str(if rows { "\n" } else { " " })?;
                    }
                    write!(f, "{value}")?;
                }
                Ok(())
            }
        }
    }
}

impl From<f64> for Value {
    fn from(x: f64) -> Self {
        Self::Double(x)
    }
}

impl From<f32> for Value {
    fn from(x: f32) -> Self {
        Self::Single(x)
    }
}

impl From<usize> for Value {
    fn from(n: usize) -> Self {
        Self::Count(n as u64)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Self>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl<T: Clone + Into<Self>> From<&[T]> for Value {
    fn from(values: &[T]) -> Self {
        values.iter().cloned().collect()
    }
}

impl<T: Clone + Into<Self>, const N: usize> From<[T; N]> for Value {
    fn from(values: [T; N]) -> Self {
        Self::from(values.as_slice())
    }
}

impl<T: Clone + Into<Self>> From<&ndarray::Array1<T>> for Value {
    fn from(values: &ndarray::Array1<T>) -> Self {
        values.iter().cloned().collect()
    }
}

impl<T: Clone + Into<Self>> From<&ndarray::Array2<T>> for Value {
    fn from(rows: &ndarray::Array2<T>) -> Self {
        Self::List(rows.rows().into_iter().map(|row| row.iter().cloned().collect()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn numbers_print_in_their_shortest_exact_form() {
        let cases: [(Value, &str); 8] = [
            (1.0.into(), "1.0"),
            (0.1.into(), "0.1"),
            (0.1f32.into(), "0.1"),
            (2.6881171418161356e43.into(), "2.6881171418161356e43"),
            ((-0.0).into(), "-0.0"),
            (f64::INFINITY.into(), "inf"),
            (f64::NAN.into(), "NaN"),
            (7usize.into(), "7"),
        ];
        for (value, printed) in cases {
            assert_eq!(value.to_string(), printed);
        }
    }

    #[test]
    fn a_zero_can_lose_its_sign_and_nothing_else_does() {
        let rows: Value = [Value::from([-0.0, -1.5]), Value::from([-0.0f32, 0.0])].into();
        assert_eq!(rows.with_positive_zeros().to_string(), "0.0 -1.5\n0.0 0.0");
        assert_eq!(Value::from("-0.0").with_positive_zeros().to_string(), "-0.0");
    }

    #[test]
    fn lists_print_on_a_line_and_rows_on_lines() {
        assert_eq!(Value::from([1.5, -2.0]).to_string(), "1.5 -2.0");
        let rows: Value = [Value::from([1.0, 2.0]), Value::from([3.0, 4.0])].into();
        assert_eq!(rows.to_string(), "1.0 2.0\n3.0 4.0");
        assert_eq!(rows.leaves(), 4);
        assert_eq!(rows.element(1).unwrap().element(0), Some(&3.0.into()));
    }
}
