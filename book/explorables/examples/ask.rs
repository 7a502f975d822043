//! Asks what a page's script would ask, natively: `cargo run -p explorables --example ask -- svg ch4-relu-pairs/pair a=2`.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let mut parts: Vec<String> = std::env::args().skip(1).collect();
    // An address may be left out: the page's values.
    if parts.len() == 2 && matches!(parts[0].as_str(), "view" | "words" | "data" | "svg" | "reached") {
        parts.push(String::new());
    }
    let answer = explorables::answer(&parts.join("\u{1e}"));
    writeln!(io::stdout(), "{}", answer.replace('\u{1e}', "\n\n"))
}
