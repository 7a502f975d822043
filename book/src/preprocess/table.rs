//! Recorded tables as tables.

use super::html::escape;
use super::lessons::{Lessons, Uses};

/// `{{#table CHAPTER/NAME}}`: a recorded table with its caption, numbers aligned at the decimal point.
///
/// # Errors
/// A path that leads nowhere.
pub fn render(lessons: &Lessons, uses: &mut Uses, path: &str) -> Result<String, String> {
    let place = lessons.table(path)?;
    let table = place.item;
    uses.note(place.chapter, &table.name);
    let attributes = format!(" class=\"recorded\" id=\"table-{}\"", escape(&table.name));
    let rows: Vec<String> = table.row_names().collect();
    let mark = |row: usize, column: usize| {
        let place = format!("{path}.{}.{}", rows[row], table.columns[column].key);
        format!(" data-value=\"{}\"", escape(&place))
    };
    Ok(table.html(&attributes, escape, mark))
}
