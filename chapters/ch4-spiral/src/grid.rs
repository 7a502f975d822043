//! The plane in small cells, joined into as few rectangles as their rows allow.

use lesson::figure::{Area, Ink, Panel};
use ndarray::Array2;

/// How many cells a panel is cut into.
#[derive(Clone, Copy)]
pub(crate) struct Grid {
    columns: usize,
    rows: usize,
}

/// Cells of a still; a row's cells are joined, so there may be many of them.
pub(crate) const FINE: Grid = Grid { columns: 380, rows: 70 };
/// Cells of a picture that is drawn many times a second.
pub(crate) const COARSE: Grid = Grid { columns: 64, rows: 36 };

/// The centres of a panel's cells, row by row.
pub(crate) fn centres(panel: &Panel, grid: Grid) -> Array2<f32> {
    let (width, height) = cell(panel, grid);
    Array2::from_shape_fn((grid.rows * grid.columns, 2), |(index, coordinate)| {
        let (row, column) = (index / grid.columns, index % grid.columns);
        match coordinate {
            0 => (panel.x.from + (column as f64 + 0.5) * width) as f32,
            _ => (panel.y.from + (row as f64 + 0.5) * height) as f32,
        }
    })
}

// ANCHOR: area
/// The cells with this value as one area; neighbours in a row are one rectangle.
pub(crate) fn area<T: PartialEq>(
    (panel, grid): (&Panel, Grid),
    cells: &[T],
    value: &T,
    label: &str,
    ink: Ink,
) -> Area {
    let (width, height) = cell(panel, grid);
    let mut blocks = Vec::new();
    for (row, cells) in cells.chunks(grid.columns).enumerate() {
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
fn cell(panel: &Panel, grid: Grid) -> (f64, f64) {
    ((panel.x.to - panel.x.from) / grid.columns as f64, (panel.y.to - panel.y.from) / grid.rows as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::points::plane;

    #[test]
    fn runs_cover_what_they_stand_for() {
        let plane = plane("a test");
        for grid in [FINE, COARSE] {
            let centres = centres(&plane, grid);
            let cells: Vec<bool> = centres.rows().into_iter().map(|at| at[0] > 0.5 || at[0] < -1.0).collect();
            let area = area((&plane, grid), &cells, &true, "", Ink::Blue);
            assert_eq!(area.blocks.len(), 2 * grid.rows);
            let covered: f64 = area.blocks.iter().map(|(x, y)| (x.1 - x.0) * (y.1 - y.0)).sum();
            let (width, height) = cell(&plane, grid);
            let marked = cells.iter().filter(|&&marked| marked).count() as f64 * width * height;
            assert!((covered - marked).abs() < 1e-9, "{covered} {marked}");
        }
    }
}
