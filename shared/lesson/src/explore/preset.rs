//! Ready-made settings.

/// A setting that a reader can choose whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// What the reader chooses by.
    pub label: String,
    /// The values that it sets, as addresses write them: `a=1&b=2`. What it does not name goes back to the page's value.
    pub address: String,
}

impl Preset {
    /// A setting under a label.
    pub fn new(label: impl Into<String>, address: impl Into<String>) -> Self {
        Self { label: label.into(), address: address.into() }
    }

    /// A setting of numbers under a label.
    pub fn of<'a>(label: impl Into<String>, numbers: impl IntoIterator<Item = (&'a str, f64)>) -> Self {
        Self::new(label, values(numbers))
    }
}

/// Numbers of controls as an address has them: `a=1&b=2`.
pub fn values<'a>(numbers: impl IntoIterator<Item = (&'a str, f64)>) -> String {
    let parts: Vec<String> = numbers.into_iter().map(|(name, number)| format!("{name}={number}")).collect();
    parts.join("&")
}

/// A list of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presets {
    /// What the list is of.
    pub label: String,
    /// The settings in order.
    pub list: Vec<Preset>,
    /// Whether they follow one another, so that a reader walks through them.
    pub walked: bool,
}
