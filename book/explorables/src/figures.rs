//! The figures that answer.

use crate::PART;
use lesson::explore::{Controls, Explore, View};
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// The explorables that have been asked.
    static OPEN: RefCell<BTreeMap<String, Open>> = const { RefCell::new(BTreeMap::new()) };
}

/// An explorable with its controls, which are always the same, and what it remembers.
struct Open {
    controls: Controls,
    explore: Box<dyn Explore>,
}

/// The view of an explorable for these values, the controls that change nothing there, and what was wrong with them.
pub(crate) fn view(path: &str, address: &str) -> Result<String, String> {
    with(path, |open| {
        let (state, complaints) = open.controls.read(address);
        let (view, idle) = (open.explore.view(&state), open.controls.idle(&state));
        format!("{}{PART}{}{PART}{}", view.wire(), idle.join(" "), complaints.join(" "))
    })
}

/// The numbers that the view draws.
pub(crate) fn data(path: &str, address: &str) -> Result<String, String> {
    Ok(shown(path, address)?.data_html())
}

/// The picture as a document of its own.
pub(crate) fn svg(path: &str, address: &str) -> Result<String, String> {
    Ok(shown(path, address)?.figure.standalone())
}

/// From which count on it has to be trained for these values.
pub(crate) fn reached(path: &str, address: &str) -> Result<String, String> {
    with(path, |open| open.explore.reached(&open.controls.read(address).0).to_string())
}

fn shown(path: &str, address: &str) -> Result<View, String> {
    with(path, |open| open.explore.view(&open.controls.read(address).0))
}

/// Asks what remembers, and opens it if it is asked for the first time.
fn with<T>(path: &str, ask: impl FnOnce(&mut Open) -> T) -> Result<T, String> {
    OPEN.with_borrow_mut(|opened| {
        if let Some(open) = opened.get_mut(path) {
            return Ok(ask(open));
        }
        let explorable =
            chapters::explorable(path).ok_or_else(|| format!("there is no explorable {path}"))?;
        let open = Open { controls: explorable.controls(), explore: explorable.open() };
        Ok(ask(opened.entry(path.to_owned()).or_insert(open)))
    })
}
