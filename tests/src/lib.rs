//! What only the whole workspace can check.
