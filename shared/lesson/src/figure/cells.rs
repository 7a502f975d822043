//! A panel cut into small cells, of which those of one kind are joined into as few rectangles as their rows allow.

use super::{Area, Ink, Panel};

/// How many cells a panel is cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cells {
    /// How many stand beside each other.
    pub columns: usize,
    /// How many lie above each other.
    pub rows: usize,
}

impl Cells {
    /// The middles of all cells, row by row from the lowest.
    pub fn middles(self, panel: &Panel) -> impl Iterator<Item = (f64, f64)> {
        let ((left, low), (width, height)) = ((panel.x.from, panel.y.from), self.size(panel));
        (0..self.rows * self.columns).map(move |cell| {
            let (row, column) = (cell / self.columns, cell % self.columns);
            (left + (column as f64 + 0.5) * width, low + (row as f64 + 0.5) * height)
        })
    }

    /// The cells of this kind as one area, given the kinds of all in the order of their middles; neighbours in a row are one
    /// rectangle.
    pub fn area<T: PartialEq>(self, panel: &Panel, kinds: &[T], kind: &T, label: &str, ink: Ink) -> Area {
        let (width, height) = self.size(panel);
        let x = |column: usize| panel.x.from + column as f64 * width;
        let y = |row: usize| panel.y.from + row as f64 * height;
        let mut blocks = Vec::new();
        for (row, kinds) in kinds.chunks(self.columns).enumerate() {
            let mut start = 0;
            for run in kinds.chunk_by(PartialEq::eq) {
                let end = start + run.len();
                if run.first() == Some(kind) {
                    blocks.push(((x(start), x(end)), (y(row), y(row + 1))));
                }
                start = end;
            }
        }
        Area { label: label.into(), ink, blocks }
    }

    /// The width and height of a cell.
    fn size(self, panel: &Panel) -> (f64, f64) {
        let Self { columns, rows } = self;
        ((panel.x.to - panel.x.from) / columns as f64, (panel.y.to - panel.y.from) / rows as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Axis;

    #[test]
    fn runs_cover_what_they_stand_for() {
        let panel = Panel::new(Axis::new("x", -3.0..=2.0), Axis::new("y", -1.0..=1.5));
        for cells in [Cells { columns: 380, rows: 70 }, Cells { columns: 64, rows: 36 }] {
            let kinds: Vec<bool> = cells.middles(&panel).map(|(x, _)| !(-1.0..=0.5).contains(&x)).collect();
            let area = cells.area(&panel, &kinds, &true, "", Ink::Blue);
            assert_eq!(area.blocks.len(), 2 * cells.rows);
            let covered: f64 = area.blocks.iter().map(|(x, y)| (x.1 - x.0) * (y.1 - y.0)).sum();
            let (width, height) = cells.size(&panel);
            let marked = kinds.iter().filter(|&&marked| marked).count() as f64 * width * height;
            assert!((covered - marked).abs() < 1e-9, "{covered} {marked}");
        }
    }
}
