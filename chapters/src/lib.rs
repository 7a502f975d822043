//! The registry: every chapter, in reading order.
