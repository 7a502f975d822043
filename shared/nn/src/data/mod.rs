//! The data sets of the book: as the nnfs package makes them, and the two parabolas.

mod linspace;
mod parabolas;
mod sine;
mod spiral;
mod vertical;

pub use parabolas::{parabolas, shuffled};
pub use sine::sine;
pub use spiral::spiral;
pub use vertical::vertical;
