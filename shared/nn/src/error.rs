//! What can be wrong with the arrays a caller hands in.

use crate::Activation;
use std::fmt::{Display, Formatter};

/// A request that cannot be met; the message says what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Two arrays do not fit together.
    Shape {
        /// What the array is that does not fit.
        what: &'static str,
        /// The shape that would fit.
        expected: Vec<usize>,
        /// The shape it has.
        found: Vec<usize>,
    },
    /// A row without entries has no largest one.
    EmptyRow,
    /// A class index that is not below the number of classes.
    Class {
        /// The index.
        class: usize,
        /// How many classes there are.
        classes: usize,
    },
    /// A name that no activation has.
    Name,
}

impl Error {
    /// An error unless the two shapes are the same.
    pub(crate) fn unless_equal(what: &'static str, expected: &[usize], found: &[usize]) -> Result<(), Self> {
        if expected == found {
            return Ok(());
        }
        Err(Self::Shape { what, expected: expected.to_vec(), found: found.to_vec() })
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Shape { what, expected, found } => {
                write!(f, "{what} should have shape {expected:?}, but has {found:?}")
            }
            Self::EmptyRow => write!(f, "an empty row has no largest entry"),
            Self::Name => {
                write!(f, "the activations are {}", Activation::ALL.map(Activation::name).join(", "))
            }
            Self::Class { class, classes } => {
                write!(f, "class {class} does not exist: there are {classes}, counted from 0")
            }
        }
    }
}

impl std::error::Error for Error {}
