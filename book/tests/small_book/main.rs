//! A small book that is built, and broken in every way that is refused.

#![allow(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

mod fixture;
mod pages;
mod refusals;
