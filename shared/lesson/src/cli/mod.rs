//! The command-line frame that all chapters share.
//!
//! The browser has no command line: there, only the readers of numbers are left, which the chapters' options name.

#[cfg(not(target_family = "wasm"))]
mod delivery;
#[cfg(not(target_family = "wasm"))]
mod export;
#[cfg(not(target_family = "wasm"))]
mod folders;
#[cfg(not(target_family = "wasm"))]
mod frame;
mod numbers;
#[cfg(not(target_family = "wasm"))]
mod patience;
#[cfg(not(target_family = "wasm"))]
mod progress;
#[cfg(not(target_family = "wasm"))]
mod usage;

#[cfg(not(target_family = "wasm"))]
pub use delivery::{complain, deliver};
#[cfg(not(target_family = "wasm"))]
pub use folders::NewFolders;
#[cfg(not(target_family = "wasm"))]
pub use frame::main;
#[cfg(not(target_family = "wasm"))]
pub(crate) use frame::run;
pub use numbers::{finite, positive, seed, whole, within};
#[cfg(not(target_family = "wasm"))]
pub use patience::patiently;
#[cfg(not(target_family = "wasm"))]
pub use progress::bar;
#[cfg(not(target_family = "wasm"))]
pub use usage::sentence;
