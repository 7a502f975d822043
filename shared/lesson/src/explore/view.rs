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

/// A place of a straight line that turns it around another of its points. The line is where `w.0 * x + w.1 * y + b` is
/// 0, and the size of w stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The panel, counted from 0.
    pub panel: usize,
    /// Where it is, in the units of the panel's axes.
    pub at: (f64, f64),
    /// The point that stays.
    pub pivot: (f64, f64),
    /// The weights of the line.
    pub w: (f64, f64),
    /// The controls of the two weights and of b.
    pub controls: [&'static str; 3],
}

impl Turn {
    /// The size of w, below 0 if w points to the right of who looks from the pivot to the place.
    pub fn size(&self) -> f64 {
        let (w, along) = (self.w, (self.at.0 - self.pivot.0, self.at.1 - self.pivot.1));
        let left = along.0 * w.1 - along.1 * w.0;
        (w.0 * w.0 + w.1 * w.1).sqrt().copysign(left)
    }
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
    /// What can be dragged and turns a line.
    pub turns: Vec<Turn>,
    /// Values that the reader can take over: the name of the offer among the controls, and an address that names what
    /// changes.
    pub offers: Vec<(&'static str, String)>,
}

impl View {
    /// A view whose state this sentence says.
    pub fn new(says: impl Into<String>) -> Self {
        let figure = Figure::new("view", says);
        Self {
            figure,
            read_outs: Vec::new(),
            tables: Vec::new(),
            handles: Vec::new(),
            pulls: Vec::new(),
            turns: Vec::new(),
            offers: Vec::new(),
        }
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
        self.read_outs.push((label.into(), value.into().with_positive_zeros()));
        self
    }

    /// What stands under a label.
    pub fn read(&self, label: &str) -> Option<&Value> {
        self.read_outs.iter().find(|(known, _)| known == label).map(|(_, value)| value)
    }

    /// Adds a table.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self.tables.push(table.with_positive_zeros());
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

    /// Adds a place that turns a line.
    #[must_use]
    pub fn turn(mut self, turn: Turn) -> Self {
        self.turns.push(turn);
        self
    }

    /// Offers values to take over, under a name of [`super::Controls::offer`]. The address names what changes.
    #[must_use]
    pub fn offer(mut self, name: &'static str, address: String) -> Self {
        self.offers.push((name, address));
        self
    }

    /// Where something can be dragged: the panel and the place.
    pub fn grips(&self) -> Vec<(usize, (f64, f64))> {
        let handles = self.handles.iter().map(|handle| (handle.panel, handle.at));
        let pulls = self.pulls.iter().map(|pull| (pull.panel, pull.at));
        let turns = self.turns.iter().map(|turn| (turn.panel, turn.at));
        handles.chain(pulls).chain(turns).collect()
    }
}
