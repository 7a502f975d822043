//! The plane in small cells, which the networks are asked about.

use lesson::figure::{Cells, Panel};
use ndarray::Array2;

/// Cells of a still; a row's cells are joined, so there may be many of them.
pub(crate) const FINE: Cells = Cells { columns: 380, rows: 70 };
/// Cells of a picture that is drawn many times a second.
pub(crate) const COARSE: Cells = Cells { columns: 64, rows: 36 };

/// The middles of a panel's cells, one a row.
pub(crate) fn middles(panel: &Panel, cells: Cells) -> Array2<f32> {
    let middles: Vec<[f32; 2]> = cells.middles(panel).map(|(x, y)| [x as f32, y as f32]).collect();
    Array2::from(middles)
}
