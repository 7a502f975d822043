//! A table that a lesson found.

use crate::Value;

/// One column: the key that directives use, and the heading that readers see.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The name of the column in a path such as `limits.f64.largest`.
    pub key: String,
    /// What stands above the column.
    pub heading: String,
}

/// A named table. Its first column names the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The name under which pages place it.
    pub name: String,
    /// What the table shows, in one phrase.
    pub caption: String,
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows from top to bottom, each with a value for every column.
    pub rows: Vec<Vec<Value>>,
}

impl Table {
    /// A table without rows; each column is a pair of key and heading.
    pub fn new<const N: usize>(name: &str, caption: &str, columns: [(&str, &str); N]) -> Self {
        let column = |(key, heading): (&str, &str)| Column { key: key.into(), heading: heading.into() };
        Self {
            name: name.into(),
            caption: caption.into(),
            columns: columns.map(column).into(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    #[must_use]
    pub fn row(mut self, values: impl IntoIterator<Item = Value>) -> Self {
        self.rows.push(values.into_iter().collect());
        self
    }

    /// Adds several rows.
    #[must_use]
    pub fn rows<R: IntoIterator<Item = Value>>(self, rows: impl IntoIterator<Item = R>) -> Self {
        rows.into_iter().fold(self, Self::row)
    }

    /// The value in the row that begins with `row`, in the column with key `column`.
    pub fn cell(&self, row: &str, column: &str) -> Option<&Value> {
        let index = self.columns.iter().position(|candidate| candidate.key == column)?;
        let row = self.rows.iter().find(|cells| cells.first().is_some_and(|cell| cell.to_string() == row))?;
        row.get(index)
    }

    /// What is wrong with the table as it was written, if anything is.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.rows.is_empty() {
            faults.push(format!("table \"{}\" has no rows", self.name));
        }
        for (number, row) in self.rows.iter().enumerate() {
            if row.len() != self.columns.len() {
                let (cells, columns) = (row.len(), self.columns.len());
                let number = number + 1;
                faults.push(format!(
                    "row {number} of table \"{}\" has {cells} cells for {columns} columns",
                    self.name
                ));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_row_and_column() {
        let table =
            Table::new("limits", "Where exp overflows", [("format", "format"), ("largest", "largest x")])
                .row(["f16".into(), 11.09.into()])
                .row(["f32".into(), 88.72.into()]);
        assert_eq!(table.cell("f32", "largest"), Some(&88.72.into()));
        assert_eq!(table.cell("f64", "largest"), None);
        assert_eq!(table.cell("f32", "smallest"), None);
        assert!(table.faults().is_empty());
    }

    #[test]
    fn ragged_and_empty_tables_are_faults() {
        let table = Table::new("t", "", [("a", "a"), ("b", "b")]);
        assert_eq!(table.faults(), ["table \"t\" has no rows"]);
        assert_eq!(table.row([1.0.into()]).faults(), ["row 1 of table \"t\" has 1 cells for 2 columns"]);
    }
}
