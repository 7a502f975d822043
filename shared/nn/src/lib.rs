//! Activation functions, layers and training in plain Rust, with the same bits on every machine.
