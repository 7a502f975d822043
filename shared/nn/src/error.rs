//! What can be wrong with the arrays a caller hands in.

use std::fmt::{Display, Formatter, Result};

/// A request that cannot be met; the message says what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A row without entries has no largest one.
    EmptyRow,
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::EmptyRow => write!(f, "an empty row has no largest entry"),
        }
    }
}

impl std::error::Error for Error {}
