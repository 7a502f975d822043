//! The values of all controls.

/// The values of all controls of one explorable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State(Vec<(&'static str, String)>);

impl State {
    pub(super) fn new(values: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self(values.into_iter().collect())
    }

    /// The value of a range.
    pub fn number(&self, name: &str) -> f64 {
        self.word(name).parse().unwrap_or(f64::NAN)
    }

    /// The value of a whole number that counts nothing, such as a seed.
    pub fn whole(&self, name: &str) -> u32 {
        self.word(name).parse().unwrap_or_default()
    }

    /// The value of a whole number that counts something.
    pub fn count(&self, name: &str) -> usize {
        self.word(name).parse().unwrap_or_default()
    }

    /// The chosen word.
    pub fn word(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| *known == name);
        debug_assert!(found.is_some(), "there is no control {name}");
        found.map_or("", |(_, value)| value)
    }

    /// Whether a switch is on.
    pub fn is_on(&self, name: &str) -> bool {
        self.word(name) == "1"
    }

    /// Changes one value.
    pub(super) fn set(&mut self, name: &str, to: &str) {
        if let Some((_, value)) = self.0.iter_mut().find(|(known, _)| *known == name) {
            to.clone_into(value);
        }
    }
}
