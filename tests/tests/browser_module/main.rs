//! The committed module computes what the code beside it computes.
//!
//! A reader's browser runs a module that was compiled some time ago. Here it is run without a browser and asked what the
//! native code is asked: the answers have to be the same bytes.

mod host;

use host::{Host, Module};
use lesson::Chapter;
use std::thread;
use tests::{notable, settings};

/// Asks both the same, and says where the answers part.
fn compare(host: &mut Host, parts: &[&str]) {
    let message = parts.join("\u{1e}");
    let (browser, native) = (host.ask(&message), explorables::answer(&message));
    if browser == native {
        return;
    }
    let same = browser.bytes().zip(native.bytes()).take_while(|(a, b)| a == b).count();
    panic!(
        "{} differs from byte {same} on: the module says \"{}\" where the code says \"{}\". \
         Rebuild the module with `cargo run -- browser`.",
        parts.join(" "),
        excerpt(&browser, same),
        excerpt(&native, same),
    );
}

/// What stands around this byte.
fn excerpt(text: &str, at: usize) -> String {
    let bytes = &text.as_bytes()[at.saturating_sub(20)..text.len().min(at + 40)];
    String::from_utf8_lossy(bytes).into_owned()
}

/// One after the other in its chapter, the chapters side by side.
fn in_every_chapter(check: impl Fn(&Chapter) + Sync) {
    thread::scope(|scope| {
        for chapter in chapters::ALL {
            scope.spawn(|| check(chapter));
        }
    });
}

#[test]
fn figures_answer_in_the_browser_what_they_answer_here() {
    let module = Module::load();
    in_every_chapter(|Chapter { name: chapter, explorables, .. }| {
        let mut host = module.open();
        for explorable in *explorables {
            let path = format!("{chapter}/{}", explorable.name);
            let controls = explorable.controls();
            for address in notable(&controls).into_iter().chain(settings(&controls, 3, 5)) {
                for wanted in ["view", "words", "data", "svg"] {
                    compare(&mut host, &[wanted, &path, &address]);
                }
            }
        }
    });
}

#[test]
fn lessons_tell_in_the_browser_what_they_tell_here() {
    let module = Module::load();
    in_every_chapter(|chapter| compare(&mut module.open(), &["transcript", chapter.name]));
}
