//! Activation functions, layers and training in plain Rust, with the same bits on every machine.
//!
//! Three rules make the bits a promise: the elementary functions are our own or `libm`'s ([`elementary`]),
//! every sum has a fixed order, and no multiplication is fused with an addition.

mod activation;
pub mod elementary;
mod error;
mod product;
mod real;
mod softmax;
mod sum;
mod wide;

pub use activation::Activation;
pub use error::Error;
pub use product::{product, product_into};
pub use real::Real;
pub use softmax::{RowActivation, argmax, log_softmax, log_sum_exp, softmax, softmax_naive};
