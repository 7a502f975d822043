//! The builder of the book and its mdBook preprocessor.
//!
//! A build runs every lesson once, puts what it said into the pages, and renders them with mdBook in the same
//! process, a second time for the words that its search finds. Stock mdBook gets the same pages through
//! `book preprocess`. Whatever on a page leads nowhere, or
//! was recorded and is shown nowhere, stops the build with file and line: see [`preprocess`].

pub mod browser;
pub mod build;
pub mod cli;
mod destination;
pub mod preprocess;
mod search;
mod warnings;

/// The name of the preprocessor in `book.toml`, by which the in-process build replaces the command given there.
pub const PREPROCESSOR: &str = "bend";
