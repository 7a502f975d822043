//! Activation functions, layers and training in plain Rust, with the same bits on every machine.
//!
//! Three rules make the bits a promise: the elementary functions are our own or `libm`'s ([`elementary`]),
//! every sum has a fixed order, and no multiplication is fused with an addition.
//!
//! Arrays are `ndarray`'s. What fills an array has a form that writes into a given one, `…_into`: at ten million
//! numbers a fresh array costs more than most functions.
#![doc = include_str!("../docs/accuracy.md")]

mod activation;
pub mod data;
pub mod elementary;
mod error;
pub mod initialise;
pub mod layer;
pub mod loss;
mod numpy_exp;
mod once;
pub mod optimiser;
mod product;
pub mod random;
mod real;
pub mod search;
mod sequential;
mod softmax;
mod sum;
mod wide;

pub use activation::{Activation, RELU};
pub use error::{Error, Fault};
pub use numpy_exp::{numpy_exp, numpy_softmax};
pub use product::{product, product_into};
pub use real::Real;
pub use sequential::Sequential;
pub use softmax::{RowActivation, argmax, log_softmax, log_sum_exp, softmax, softmax_naive};
