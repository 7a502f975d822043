//! Figures that answer: controls, and what their values show.
//!
//! An explorable is a function from the values of its controls to a [`View`]: a figure, read-outs and a sentence. The book
//! draws the view of the page's own values as a still; the reader's browser runs the same function for every other.
//!
//! ```
//! use lesson::explore::{Controls, Explorable, State, View};
//! use lesson::figure::{Axis, Curve, Ink, Panel};
//!
//! const LINE: Explorable = Explorable::new("line", "How steep is it?", controls, view);
//!
//! fn controls() -> Controls {
//!     Controls::new().range("slope", "slope", -2.0..=2.0, 0.1, 1.0)
//! }
//!
//! fn view(state: &State) -> View {
//!     let slope = state.number("slope");
//!     let line = Curve::of("line", Ink::Blue, -1.0..=1.0, |x| slope * x);
//!     let panel = Panel::new(Axis::new("x", -1.0..=1.0), Axis::new("y", -2.0..=2.0)).with(line);
//!     View::new(format!("A step to the right is {slope} up.")).panel(panel).read_out("slope", slope)
//! }
//!
//! let view = LINE.at("slope=-0.5").unwrap();
//! assert_eq!(view.figure.caption, "A step to the right is −0.5 up.");
//! assert_eq!(LINE.at("slope=9").unwrap_err(), "slope takes a number from -2 to 2, not \"9\"");
//! ```

mod control;
mod preset;
mod recent;
mod state;
mod trail;
mod view;
mod wire;

pub use control::{Control, Controls, Group, Kind};
pub use preset::{Preset, Presets, values};
pub use recent::Recent;
pub use state::State;
pub use trail::Trail;
pub use view::{Handle, Pull, Turn, View};

/// What answers to the reader's moves.
///
/// A view is a function of the state alone. `self` is there to remember what was expensive, such as a network that is
/// trained up to some epoch: with it or without, the same state gives the same bits.
pub trait Explore {
    /// What these values show.
    fn view(&mut self, state: &State) -> View;

    /// The count, of the control that is played, from which what is remembered goes on to this state. A page that is far
    /// from there goes in pieces, so that it can answer and draw in between.
    fn reached(&self, _state: &State) -> usize {
        usize::MAX
    }
}

impl<F: FnMut(&State) -> View> Explore for F {
    fn view(&mut self, state: &State) -> View {
        self(state)
    }
}

#[derive(Clone, Copy, Debug)]
enum Answer {
    Function(fn(&State) -> View),
    Memory(fn() -> Box<dyn Explore>),
}

/// A figure that answers, as its chapter lists it.
#[derive(Clone, Copy, Debug)]
pub struct Explorable {
    /// The name under which pages place it.
    pub name: &'static str,
    /// The question it answers, or what it shows, in one sentence: the first words of its caption.
    pub title: &'static str,
    controls: fn() -> Controls,
    answer: Answer,
}

impl Explorable {
    /// An explorable whose views need no memory.
    pub const fn new(
        name: &'static str,
        title: &'static str,
        controls: fn() -> Controls,
        view: fn(&State) -> View,
    ) -> Self {
        Self { name, title, controls, answer: Answer::Function(view) }
    }

    /// An explorable that remembers something between two views.
    pub const fn remembering(
        name: &'static str,
        title: &'static str,
        controls: fn() -> Controls,
        open: fn() -> Box<dyn Explore>,
    ) -> Self {
        Self { name, title, controls, answer: Answer::Memory(open) }
    }

    /// Its controls, at the values of the page.
    pub fn controls(&self) -> Controls {
        (self.controls)()
    }

    /// Something to ask for views.
    pub fn open(&self) -> Box<dyn Explore> {
        match self.answer {
            Answer::Function(view) => Box::new(view),
            Answer::Memory(open) => open(),
        }
    }

    /// The view of the page's own values.
    pub fn still(&self) -> View {
        self.open().view(&self.controls().start())
    }

    /// The view of the values that an address carries.
    ///
    /// # Errors
    /// What is wrong with them, a sentence each.
    pub fn at(&self, address: &str) -> Result<View, String> {
        Ok(self.open().view(&self.controls().exactly(address)?))
    }
}
