//! A progress bar for lessons that take their time.

use crate::{Lesson, Progress};
use indicatif::{ProgressBar, ProgressStyle};

/// The lesson, with its progress shown on standard error if that is a terminal.
pub(super) fn shown(lesson: Lesson) -> Lesson {
    let bar = ProgressBar::new(0);
    // The template is a constant; were it unreadable, the plain bar would do.
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {msg}") {
        bar.set_style(style);
    }
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
