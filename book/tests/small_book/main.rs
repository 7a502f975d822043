//! A small book that is built, and broken in every way that is refused.

mod fixture;
mod pages;
mod refusals;
