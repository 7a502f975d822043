//! Recorded tables as tables.

use super::html::escape;
use super::lessons::{Lessons, Uses};
use lesson::{Table, Value};

/// `{{#table CHAPTER/NAME}}`: a recorded table with its caption, numbers aligned at the decimal point.
///
/// # Errors
/// A path that leads nowhere.
pub fn render(lessons: &Lessons, uses: &mut Uses, path: &str) -> Result<String, String> {
    let place = lessons.table(path)?;
    let table = place.item;
    uses.note(place.chapter, &table.name);
    let columns: Vec<Column> = (0..table.columns.len()).map(|index| Column::of(table, index)).collect();
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

/// How the cells of a column are aligned.
struct Column {
    numeric: bool,
    decimals: usize,
}

impl Column {
    fn of(table: &Table, index: usize) -> Self {
        let cells = || table.rows.iter().filter_map(move |row| row.get(index));
        let numeric = cells().all(Value::is_number);
        let texts: Vec<String> = cells().map(ToString::to_string).collect();
        // Beside a power of ten, the places after the point are not comparable.
        let plain = texts.iter().all(|text| !text.contains('e'));
        let decimals = texts.iter().filter(|_| plain).map(|text| decimals(text)).max().unwrap_or(0);
        Self { numeric, decimals }
    }

    fn class(&self) -> &'static str {
        if self.numeric { " class=\"number\"" } else { "" }
    }

    /// The room that a shorter fraction leaves on its right, in digits.
    fn style(&self, text: &str) -> String {
        match self.decimals - decimals(text).min(self.decimals) {
            missing if self.numeric && missing > 0 => format!(" style=\"--missing:{missing}\""),
            _ => String::new(),
        }
    }
}

/// How many characters a number has from its decimal point on.
fn decimals(text: &str) -> usize {
    text.find('.').map_or(0, |point| text.len() - point)
}

fn row_html(path: &str, table: &Table, columns: &[Column], number: usize) -> String {
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
