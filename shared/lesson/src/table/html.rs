//! A table as HTML: the same on a page as beside a figure that answers.

use super::Table;
use crate::figure::prose;

impl Table {
    /// The table in a wrapper that can scroll, its caption and headings with real minus signs. `attributes` stand in its tag, `escape` makes text safe for the place it
    /// goes to, and `mark` gives the further attributes of the cell in a row and a column, by their numbers.
    pub fn html(
        &self,
        attributes: &str,
        escape: impl Fn(&str) -> String,
        mark: impl Fn(usize, usize) -> String,
    ) -> String {
        let alignments = self.alignments();
        let mut html =
            ["<div class=\"table-wrapper\" tabindex=\"0\"><table", attributes, "><caption>"].concat();
        html.push_str(&escape(&prose(&self.caption)));
        html.push_str("</caption><thead><tr>");
        for (column, alignment) in self.columns.iter().zip(&alignments) {
            let heading = escape(&prose(&column.heading));
            html.push_str(&["<th scope=\"col\"", alignment.class(), ">", &heading, "</th>"].concat());
        }
        html.push_str("</tr></thead><tbody>");
        for (number, row) in self.rows.iter().enumerate() {
            html.push_str("<tr>");
            for (index, (value, alignment)) in row.iter().zip(&alignments).enumerate() {
                let text = value.to_string();
                // The first column names the rows.
                let (tag, scope) = if index == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
                let (class, style, mark) = (alignment.class(), alignment.style(&text), mark(number, index));
                let cell = ["<", tag, scope, class, &style, &mark, ">", &escape(&text), "</", tag, ">"];
                html.push_str(&cell.concat());
            }
            html.push_str("</tr>");
        }
        html.push_str("</tbody></table></div>");
        html
    }
}
