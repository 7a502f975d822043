//! Stands in for the crate `wasm-bindgen`, which plotters wants on every WebAssembly target: see the crate `web-sys`
//! beside this one.

/// A cast between things of the page.
pub trait JsCast: Sized {
    /// Nothing is of another kind than its own.
    ///
    /// # Errors
    /// Always; what was to be cast comes back.
    fn dyn_into<T>(self) -> Result<T, Self> {
        Err(self)
    }
}

impl<T> JsCast for T {}
