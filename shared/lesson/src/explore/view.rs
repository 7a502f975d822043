//! What an explorable shows.

use crate::figure::{Figure, Panel};
use crate::{Table, Value};

/// A place in a picture that moves a control when it is dragged.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// The panel, counted from 0.
    pub panel: usize,
    /// Where it is, in the units of the panel's axes.
    pub at: (f64, f64),
    /// The control that follows the pointer's x, if one does.
    pub x: Option<&'static str>,
    /// The control that follows the pointer's y, if one does.
    pub y: Option<&'static str>,
}

/// A place in a picture that moves one control, whichever way it is dragged: with the pointer at x and y, the control is
/// `base + per.0 * x + per.1 * y`.
#[derive(Clone, Debug, PartialEq)]
pub struct Pull {
    /// The panel, counted from 0.
    pub panel: usize,
    /// Where it is, in the units of the panel's axes.
    pub at: (f64, f64),
    /// The control.
    pub control: &'static str,
    /// Its value with the pointer at (0, 0).
    pub base: f64,
    /// How much it changes for a unit of x, and of y.
    pub per: (f64, f64),
}

/// What the values of the controls show.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The picture. Its caption is the sentence that says the state.
    pub figure: Figure,
    /// Numbers and words beside the picture, each under a label, with all their digits.
    pub read_outs: Vec<(String, Value)>,
    /// Tables below it.
    pub tables: Vec<Table>,
    /// What can be dragged.
    pub handles: Vec<Handle>,
    /// What can be dragged and moves one control by both directions.
    pub pulls: Vec<Pull>,
}

impl View {
    /// A view whose state this sentence says.
    pub fn new(says: impl Into<String>) -> Self {
        let figure = Figure::new("view", says);
        Self { figure, read_outs: Vec::new(), tables: Vec::new(), handles: Vec::new(), pulls: Vec::new() }
    }

    /// Adds a panel to the right.
    #[must_use]
    pub fn panel(mut self, panel: Panel) -> Self {
        self.figure.panels.push(panel);
        self
    }

    /// Adds several panels.
    #[must_use]
    pub fn panels(self, panels: impl IntoIterator<Item = Panel>) -> Self {
        panels.into_iter().fold(self, Self::panel)
    }

    /// Adds a number or a few words under a label.
    #[must_use]
    pub fn read_out(mut self, label: impl Into<String>, value: impl Into<Value>) -> Self {
        self.read_outs.push((label.into(), value.into()));
        self
    }

    /// What stands under a label.
    pub fn read(&self, label: &str) -> Option<&Value> {
        self.read_outs.iter().find(|(known, _)| known == label).map(|(_, value)| value)
    }

    /// Adds a table.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self.tables.push(table);
        self
    }

    /// Wherever the pointer is dragged in a panel, the control follows its x.
    #[must_use]
    pub fn drag_x(self, panel: usize, control: &'static str, at: f64) -> Self {
        self.handle(Handle { panel, at: (at, 0.0), x: Some(control), y: None })
    }

    /// Adds a place that can be dragged.
    #[must_use]
    pub fn handle(mut self, handle: Handle) -> Self {
        self.handles.push(handle);
        self
    }

    /// Adds a place that moves one control by both directions.
    #[must_use]
    pub fn pull(mut self, pull: Pull) -> Self {
        self.pulls.push(pull);
        self
    }
}
