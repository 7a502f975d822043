//! Recorded tables as tables.

use super::html::escape;
use super::lessons::{Lessons, Uses};
use lesson::{Alignment, Table};

/// `{{#table CHAPTER/NAME}}`: a recorded table with its caption, numbers aligned at the decimal point.
///
/// # Errors
/// A path that leads nowhere.
pub fn render(lessons: &Lessons, uses: &mut Uses, path: &str) -> Result<String, String> {
    let place = lessons.table(path)?;
    let table = place.item;
    uses.note(place.chapter, &table.name);
    let columns = table.alignments();
    let headings: String = table
        .columns
        .iter()
        .zip(&columns)
        .map(|(heading, column)| {
            format!("<th scope=\"col\"{}>{}</th>", column.class(), escape(&heading.heading))
        })
        .collect();
    let rows: String = (0..table.rows.len()).map(|number| row_html(path, table, &columns, number)).collect();
    Ok(format!(
        "<div class=\"table-wrapper\" tabindex=\"0\"><table class=\"recorded\" id=\"table-{}\" data-table=\"{}\">\
         <caption>{}</caption><thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table></div>",
        escape(&table.name),
        escape(path),
        escape(&table.caption)
    ))
}

fn row_html(path: &str, table: &Table, columns: &[Alignment], number: usize) -> String {
    let row = &table.rows[number];
    let label = table.row_name(number);
    let cells =
        row.iter().zip(&table.columns).zip(columns).enumerate().map(|(index, ((value, heading), column))| {
            let text = value.to_string();
            // The first column names the rows.
            let (tag, scope) = if index == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
            let place = format!("{path}.{label}.{}", heading.key);
            format!(
                "<{tag}{scope}{}{} data-value=\"{}\">{}</{tag}>",
                column.class(),
                column.style(&text),
                escape(&place),
                escape(&text)
            )
        });
    format!("<tr>{}</tr>", cells.collect::<String>())
}
