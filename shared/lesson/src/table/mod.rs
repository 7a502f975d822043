//! A table that a lesson found.

mod alignment;
mod html;

use crate::Value;
use std::collections::BTreeMap;

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
        Self::with(name, caption, &columns)
    }

    fn with(name: &str, caption: &str, columns: &[(&str, &str)]) -> Self {
        let column = |&(key, heading): &(&str, &str)| Column { key: key.into(), heading: heading.into() };
        Self {
            name: name.into(),
            caption: caption.into(),
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    #[must_use]
    pub fn row(mut self, values: impl Into<Vec<Value>>) -> Self {
        self.rows.push(values.into());
        self
    }

    /// Adds several rows.
    #[must_use]
    pub fn rows<R: Into<Vec<Value>>>(mut self, rows: impl IntoIterator<Item = R>) -> Self {
        for row in rows {
            self.rows.push(row.into());
        }
        self
    }

    /// The same with [`Value::with_positive_zeros`].
    #[must_use]
    pub(crate) fn with_positive_zeros(self) -> Self {
        let cells = |row: Vec<Value>| row.into_iter().map(Value::with_positive_zeros).collect();
        Self { rows: self.rows.into_iter().map(cells).collect(), ..self }
    }

    /// The value in the row that begins with `row`, in the column with key `column`. Of several rows that begin alike,
    /// `row#2` is the second.
    pub fn cell(&self, row: &str, column: &str) -> Option<&Value> {
        let index = self.columns.iter().position(|candidate| candidate.key == column)?;
        let found = self.row_names().position(|name| name == row)?;
        self.rows[found].get(index)
    }

    /// What a path calls each row: how it begins, and which of those that begin so it is.
    pub fn row_names(&self) -> impl Iterator<Item = String> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        self.rows.iter().map(move |cells| {
            let label = cells.first().map(ToString::to_string).unwrap_or_default();
            match seen.entry(label.clone()).and_modify(|count| *count += 1).or_insert(1) {
                1 => label,
                count => format!("{label}#{count}"),
            }
        })
    }

    /// Whether a column holds numbers alone.
    pub(crate) fn is_numeric(&self, column: usize) -> bool {
        self.rows.iter().filter_map(|row| row.get(column)).all(Value::is_number)
    }

    /// What is wrong with the table as it was written, if anything is.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.rows.is_empty() {
            faults.push(format!("table \"{}\" has no rows", self.name));
        }
        for (index, column) in self.columns.iter().enumerate() {
            if self.columns[..index].iter().any(|before| before.key == column.key) {
                faults
                    .push(format!("table \"{}\" has two columns with the key \"{}\"", self.name, column.key));
            }
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
    fn rows_that_begin_alike_are_numbered() {
        let table = Table::new("corners", "", [("name", "name"), ("at", "at")])
            .row(["step".into(), 0.0.into()])
            .row(["hard".into(), (-3.0).into()])
            .row(["hard".into(), 3.0.into()]);
        assert_eq!(table.cell("hard", "at"), Some(&(-3.0).into()));
        assert_eq!(table.cell("hard#2", "at"), Some(&3.0.into()));
        assert_eq!(table.cell("hard#3", "at"), None);
    }

    #[test]
    fn ragged_and_empty_tables_are_faults() {
        let table = Table::new("t", "", [("a", "a"), ("b", "b")]);
        assert_eq!(table.faults(), ["table \"t\" has no rows"]);
        assert_eq!(table.row([1.0.into()]).faults(), ["row 1 of table \"t\" has 1 cells for 2 columns"]);
    }
}
