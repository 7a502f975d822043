//! The built book in a real browser: Chromium by way of chromedriver, on file:// as a reader opens it.
//!
//! Without a browser these tests say so and pass, except where `CI` is set: there they fail.

#![allow(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

mod accessibility;
mod client;
mod driver;
mod explorables;
mod library;
mod page;
mod recomputed;
mod sight;
mod speed;
