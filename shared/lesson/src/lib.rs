//! What a chapter says, recorded once for four readers.
//!
//! A chapter is one function that computes things and *says* them in order: a section, a value, a table, a figure.
//! [`Lesson`] records what it says under names. The terminal prints the record, the book places its items on
//! a page, a snapshot locks every digit of it, and the reader's browser computes it again.
//!
//! ```
//! use lesson::{Lesson, Table};
//!
//! let mut say = Lesson::new("ch0-example");
//! say.section("halves", "What halving does");
//! say.value("half", "half of one", 0.5);
//! say.table(
//!     Table::new("powers", "Powers of a half", [("n", "n"), ("value", "0.5^n")]).row([1.into(), 0.5.into()]),
//! );
//! assert!(say.faults().is_empty());
//! assert_eq!(say.value_at("powers.1.value").unwrap().to_string(), "0.5");
//! ```

pub mod chapter;
pub mod cli;
pub mod exercise;
pub mod explore;
pub mod figure;
mod format;
mod print;
mod record;
mod table;
#[cfg(not(target_family = "wasm"))]
mod trial;
mod value;

pub use chapter::{Chapter, Outcome, Refusal, Subject};
pub use explore::Explorable;
pub use figure::Figure;
pub use format::{Format, brief, counted, exact, formatted, power_of_ten, rounded, scientific};
pub use record::{Item, Lesson, Progress, Said, Section};
pub use table::{Column, Table};
pub use value::Value;

/// The snapshot test of a chapter: its transcript, every digit of it, and its figures, every byte of them.
///
/// The chapter needs `insta` among its dev-dependencies.
#[macro_export]
macro_rules! lock {
    ($chapter:expr) => {
        #[test]
        fn transcript_and_figures() {
            let lesson = $chapter.lesson().expect("a chapter accepts its own defaults");
            insta::assert_snapshot!("transcript", lesson.transcript());
            for figure in lesson.figures() {
                insta::assert_binary_snapshot!(
                    &format!("{}.svg", figure.name),
                    figure.standalone().into_bytes()
                );
            }
        }
    };
}
