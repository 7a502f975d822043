//! The inputs at which the page shows values.

use crate::text::positive_zero;
use lesson::{Table, Value};

/// Seven inputs, with every bend of the page's settings among them.
pub(crate) const INPUTS: [f64; 7] = [-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0];

/// A fine grid from -1 to 1, for statements about all inputs.
pub(crate) fn grid() -> impl Iterator<Item = f64> {
    (-1000..=1000).map(|step| f64::from(step) / 1000.0)
}

/// At how many points of the grid two functions give the same bits.
pub(crate) fn agreement(f: impl Fn(f64) -> f64, g: impl Fn(f64) -> f64) -> usize {
    grid().filter(|&x| f(x).to_bits() == g(x).to_bits()).count()
}

/// The values of several functions at the seven inputs, a column each.
pub(crate) fn table<const N: usize>(
    name: &str,
    caption: &str,
    columns: [(&str, &str); N],
    values: impl Fn(f64) -> Vec<f64>,
) -> Table {
    let row =
        |x: f64| [x].into_iter().chain(values(x)).map(positive_zero).map(Value::from).collect::<Vec<_>>();
    Table::new(name, caption, columns).rows(INPUTS.into_iter().map(row))
}
