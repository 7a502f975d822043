//! A module in a script.
//!
//! A page that is opened from a file may neither fetch a module nor load a module script; a classic script with the
//! module in it works everywhere.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zopfli::{Format, Options};

/// A classic script that leaves the module, compressed, in `globalThis.theBend`.
pub fn of(module: &[u8]) -> Result<String> {
    let text = STANDARD.encode(compressed(module)?);
    Ok(format!("globalThis.theBend ??= {{}};\ntheBend.module = \"{text}\";\n"))
}

/// As small as gzip gets, which browsers unpack; the same bytes from the same bytes, for the header tells no time.
fn compressed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut compressed)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_script_carries_the_module() {
        let script = of(b"\0asm").unwrap();
        let text = script.strip_prefix("globalThis.theBend ??= {};\ntheBend.module = \"").unwrap();
        let bytes = STANDARD.decode(text.strip_suffix("\";\n").unwrap()).unwrap();
        let mut module = Vec::new();
        flate2::write::GzDecoder::new(&mut module).write_all(&bytes).unwrap();
        assert_eq!(module, b"\0asm");
        assert_eq!(bytes[4..8], [0, 0, 0, 0], "no time");
    }
}
