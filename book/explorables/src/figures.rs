//! The figures that answer.

use crate::PART;
use lesson::Explorable;
use lesson::explore::{Explore, State, View};
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// The explorables that have been asked, with what they remember.
    static OPEN: RefCell<BTreeMap<String, Box<dyn Explore>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The view of an explorable for these values, and what was wrong with them.
pub(crate) fn view(path: &str, address: &str) -> Result<String, String> {
    let (view, complaints) = shown(path, address)?;
    Ok(format!("{}{PART}{}", view.wire(), complaints.join(" ")))
}

/// The numbers that the view draws.
pub(crate) fn data(path: &str, address: &str) -> Result<String, String> {
    Ok(shown(path, address)?.0.data_html())
}

/// The picture as a document of its own.
pub(crate) fn svg(path: &str, address: &str) -> Result<String, String> {
    Ok(shown(path, address)?.0.figure.standalone())
}

/// From which count on it has to be trained for these values.
pub(crate) fn reached(path: &str, address: &str) -> Result<String, String> {
    let (explorable, state, _) = asked(path, address)?;
    Ok(with(path, explorable, |open| open.reached(&state).to_string()))
}

fn shown(path: &str, address: &str) -> Result<(View, Vec<String>), String> {
    let (explorable, state, complaints) = asked(path, address)?;
    Ok((with(path, explorable, |open| open.view(&state)), complaints))
}

fn asked(path: &str, address: &str) -> Result<(&'static Explorable, State, Vec<String>), String> {
    let explorable = chapters::explorable(path).ok_or_else(|| format!("there is no explorable {path}"))?;
    let (state, complaints) = explorable.controls().read(address);
    Ok((explorable, state, complaints))
}

/// Asks what remembers.
fn with<T>(path: &str, explorable: &Explorable, ask: impl FnOnce(&mut dyn Explore) -> T) -> T {
    OPEN.with_borrow_mut(|open| {
        ask(open.entry(path.to_owned()).or_insert_with(|| explorable.open()).as_mut())
    })
}
