//! How the numbers of a column stand under each other in HTML.

use super::Table;

/// The alignment of a column: numbers end at the same decimal place, words begin at the same edge.
pub(super) struct Alignment {
    numeric: bool,
    decimals: usize,
}

impl Table {
    /// How each column is aligned, from left to right.
    pub(super) fn alignments(&self) -> Vec<Alignment> {
        (0..self.columns.len()).map(|index| Alignment::of(self, index)).collect()
    }
}

impl Alignment {
    fn of(table: &Table, index: usize) -> Self {
        let cells = || table.rows.iter().filter_map(move |row| row.get(index));
        let numeric = table.is_numeric(index);
        let texts: Vec<String> = cells().filter(|_| numeric).map(ToString::to_string).collect();
        // Beside a power of ten, the places after the point are not comparable.
        let plain = texts.iter().all(|text| !text.contains('e'));
        let decimals = texts.iter().filter(|_| plain).map(|text| decimals(text)).max().unwrap_or(0);
        Self { numeric, decimals }
    }

    /// The attribute of the heading and of each cell that says whether they are numbers.
    pub(super) fn class(&self) -> &'static str {
        if self.numeric { " class=\"number\"" } else { "" }
    }

    /// The attribute of a cell with this text for the room that a shorter fraction leaves on its right, in digits.
    pub(super) fn style(&self, text: &str) -> String {
        match self.decimals - decimals(text).min(self.decimals) {
            0 => String::new(),
            missing => format!(" style=\"--missing:{missing}\""),
        }
    }
}

/// How many characters a number has from its decimal point on.
fn decimals(text: &str) -> usize {
    text.find('.').map_or(0, |point| text.len() - point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn column(values: &[Value]) -> Alignment {
        let table = Table::new("t", "", [("a", "a")]).rows(values.iter().map(|value| [value.clone()]));
        Alignment::of(&table, 0)
    }

    #[test]
    fn numbers_end_at_the_same_decimal_place() {
        let fractions = column(&[0.125.into(), 0.5.into(), 3.into()]);
        assert_eq!(fractions.class(), " class=\"number\"");
        assert_eq!(fractions.style("0.125"), "");
        assert_eq!(fractions.style("0.5"), " style=\"--missing:2\"");
        assert_eq!(fractions.style("3"), " style=\"--missing:4\"");
    }

    #[test]
    fn beside_a_power_of_ten_no_place_is_kept() {
        let powers = column(&[1e-20.into(), 0.5.into()]);
        assert_eq!(powers.class(), " class=\"number\"");
        assert_eq!(powers.style("0.5"), "");
    }

    #[test]
    fn words_are_not_numbers() {
        let words = column(&["yes".into(), 0.25.into()]);
        assert_eq!((words.class(), words.style("0.25")), ("", String::new()));
    }
}
