//! The built book in a real browser, on file:// as a reader opens it: Chromium by way of chromedriver, and WebKit and
//! Firefox for what must hold in every engine.
//!
//! Without a browser these tests say so and pass, except where `CI` is set: there they fail.

#![allow(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

mod accessibility;
mod addresses;
mod calm;
mod captions;
mod client;
mod driver;
mod engines;
mod explorables;
mod filled;
mod fingers;
mod history;
mod library;
mod opening;
mod page;
mod paper;
mod predictions;
mod recomputed;
mod speed;
mod trapped;
