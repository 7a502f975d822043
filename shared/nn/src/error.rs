//! What can be wrong with the arrays a caller hands in.

use crate::Activation;
use std::fmt::{Display, Formatter};

/// A request that cannot be met; the message says what was given.
///
/// It is no larger than a pointer: nearly everything here can fail, and so many results carry room for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Fault>);

/// What is wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
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
    pub(crate) fn of(fault: Fault) -> Self {
        Self(Box::new(fault))
    }

    /// An error unless the two shapes are the same.
    pub(crate) fn unless_equal(what: &'static str, expected: &[usize], found: &[usize]) -> Result<(), Self> {
        if expected == found {
            return Ok(());
        }
        Err(Self::of(Fault::Shape { what, expected: expected.to_vec(), found: found.to_vec() }))
    }

    /// What is wrong.
    #[must_use]
    pub fn fault(&self) -> &Fault {
        &self.0
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self.fault() {
            Fault::Shape { what, expected, found } => {
                write!(f, "{what} should have shape {expected:?}, but has {found:?}")
            }
            Fault::EmptyRow => write!(f, "an empty row has no largest entry"),
            Fault::Name => {
                write!(f, "the activations are {}", Activation::ALL.map(Activation::name).join(", "))
            }
            Fault::Class { class, classes } => {
                write!(f, "class {class} does not exist: there are {classes}, counted from 0")
            }
        }
    }
}

impl std::error::Error for Error {}
