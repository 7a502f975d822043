//! The plane in small cells, joined into as few rectangles as their rows allow.

use lesson::figure::{Area, Ink, Panel};
use ndarray::Array2;

/// Cells from left to right and from top to bottom; a row's cells are joined, so the first may be many.
const COLUMNS: usize = 380;
const ROWS: usize = 70;

/// The centres of a panel's cells, row by row.
pub(crate) fn centres(panel: &Panel) -> Array2<f32> {
    let (width, height) = cell(panel);
    Array2::from_shape_fn((ROWS * COLUMNS, 2), |(index, coordinate)| {
        let (row, column) = (index / COLUMNS, index % COLUMNS);
        match coordinate {
            0 => (panel.x.from + (column as f64 + 0.5) * width) as f32,
            _ => (panel.y.from + (row as f64 + 0.5) * height) as f32,
        }
    })
}

// ANCHOR: area
/// The cells with this value as one area; neighbours in a row are one rectangle.
pub(crate) fn area<T: PartialEq>(panel: &Panel, cells: &[T], value: &T, label: &str, ink: Ink) -> Area {
    let (width, height) = cell(panel);
    let mut blocks = Vec::new();
    for (row, cells) in cells.chunks(COLUMNS).enumerate() {
        let mut start = 0;
        for run in cells.chunk_by(PartialEq::eq) {
            let end = start + run.len();
            if run.first() == Some(value) {
                let x = |column: usize| panel.x.from + column as f64 * width;
                let y = |row: usize| panel.y.from + row as f64 * height;
                blocks.push(((x(start), x(end)), (y(row), y(row + 1))));
            }
            start = end;
        }
    }
    Area { label: label.into(), ink, blocks }
}
// ANCHOR_END: area

/// The width and height of a cell.
fn cell(panel: &Panel) -> (f64, f64) {
    ((panel.x.to - panel.x.from) / COLUMNS as f64, (panel.y.to - panel.y.from) / ROWS as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::points::plane;

    #[test]
    fn runs_cover_what_they_stand_for() {
        let plane = plane("a test");
        let cells: Vec<bool> =
            centres(&plane).rows().into_iter().map(|at| at[0] > 0.5 || at[0] < -1.0).collect();
        let area = area(&plane, &cells, &true, "", Ink::Blue);
        assert_eq!(area.blocks.len(), 2 * ROWS);
        let covered: f64 = area.blocks.iter().map(|(x, y)| (x.1 - x.0) * (y.1 - y.0)).sum();
        assert!((covered - (0.9 + 1.4) * 2.1).abs() < 1e-9, "{covered}");
    }
}
