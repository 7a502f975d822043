//! The figures that answer.

use crate::PART;
use lesson::explore::{Controls, Explore, View};
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// The explorables that have been asked.
    static OPEN: RefCell<BTreeMap<String, Open>> = const { RefCell::new(BTreeMap::new()) };
}

/// An explorable with its controls, which are always the same, what it remembers, and what it has shown last.
struct Open {
    controls: Controls,
    explore: Box<dyn Explore>,
    shown: Option<Shown>,
}

/// A view, the values that it is of, the controls that change nothing there, and what was wrong with the values.
struct Shown {
    address: String,
    view: View,
    idle: String,
    complaints: String,
}

/// The picture of an explorable for these values, and where it can be dragged.
pub(crate) fn view(path: &str, address: &str) -> Result<String, String> {
    shown(path, address, |shown| shown.view.picture().join(PART))
}

/// The words of the same view, the controls that change nothing there, and what was wrong with the values.
pub(crate) fn words(path: &str, address: &str) -> Result<String, String> {
    shown(path, address, |shown| {
        let [alt, says, beside, offers] = shown.view.words();
        [&alt, &says, &beside, &offers, &shown.idle, &shown.complaints].map(String::as_str).join(PART)
    })
}

/// The numbers that the view draws.
pub(crate) fn data(path: &str, address: &str) -> Result<String, String> {
    shown(path, address, |shown| shown.view.data_html())
}

/// The picture as a document of its own.
pub(crate) fn svg(path: &str, address: &str) -> Result<String, String> {
    shown(path, address, |shown| shown.view.figure.standalone())
}

/// From which count on it has to be trained for these values.
pub(crate) fn reached(path: &str, address: &str) -> Result<String, String> {
    with(path, &|open| open.explore.reached(&open.controls.read(address).0).to_string())
}

/// Tells something of the view for these values, which is made if it is not the last.
fn shown(path: &str, address: &str, tell: fn(&Shown) -> String) -> Result<String, String> {
    with(path, &|open| {
        let last = open.shown.take().filter(|last| last.address == address);
        tell(open.shown.insert(last.unwrap_or_else(|| {
            let (state, complaints) = open.controls.read(address);
            Shown {
                address: address.to_owned(),
                view: open.explore.view(&state),
                idle: open.controls.idle(&state).join(" "),
                complaints: complaints.join(". "),
            }
        })))
    })
}

/// Asks what remembers, and opens it if it is asked for the first time.
fn with(path: &str, ask: &dyn Fn(&mut Open) -> String) -> Result<String, String> {
    OPEN.with_borrow_mut(|opened| {
        if let Some(open) = opened.get_mut(path) {
            return Ok(ask(open));
        }
        let explorable =
            chapters::explorable(path).ok_or_else(|| format!("there is no explorable {path}"))?;
        let open = Open { controls: explorable.controls(), explore: explorable.open(), shown: None };
        Ok(ask(opened.entry(path.to_owned()).or_insert(open)))
    })
}
