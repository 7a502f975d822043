//! A progress bar for what takes its time.

use crate::{Lesson, Progress};
use indicatif::{ProgressBar, ProgressStyle};

/// A bar of so many steps with a message, on standard error if that is a terminal.
pub fn bar(steps: usize) -> ProgressBar {
    let bar = ProgressBar::new(steps as u64);
    // The template is a constant; were it unreadable, the plain bar would do.
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {msg}") {
        bar.set_style(style);
    }
    bar
}

/// The lesson, with its progress shown.
pub(super) fn shown(lesson: Lesson) -> Lesson {
    let bar = bar(0);
    lesson.heard_by(move |Progress { task, done, steps }| {
        bar.set_length(steps as u64);
        bar.set_position(done as u64);
        bar.set_message(task.to_owned());
        if done >= steps {
            bar.finish_and_clear();
        } else if bar.is_finished() {
            bar.reset();
        }
    })
}
