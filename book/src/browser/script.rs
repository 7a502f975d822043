//! A module in a script.
//!
//! A page that is opened from a file may neither fetch a module nor load a module script; a classic script with the
//! module in it works everywhere.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use std::io::Write;

/// A classic script that leaves the module, compressed, under its name in `globalThis.theBend`.
pub fn of(name: &str, module: &[u8]) -> Result<String> {
    let text = STANDARD.encode(compressed(module)?);
    Ok(format!("globalThis.theBend ??= {{}};\ntheBend.{name} = \"{text}\";\n"))
}

/// The same bytes from the same bytes: the header tells neither time nor system.
fn compressed(bytes: &[u8]) -> Result<Vec<u8>> {
    const UNKNOWN_SYSTEM: u8 = 255;
    let builder = GzBuilder::new().mtime(0).operating_system(UNKNOWN_SYSTEM);
    let mut encoder = builder.write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_carries_the_module() {
        let script = of("figures", b"\0asm").unwrap();
        let text = script.strip_prefix("globalThis.theBend ??= {};\ntheBend.figures = \"").unwrap();
        let bytes = STANDARD.decode(text.strip_suffix("\";\n").unwrap()).unwrap();
        let mut module = Vec::new();
        flate2::write::GzDecoder::new(&mut module).write_all(&bytes).unwrap();
        assert_eq!(module, b"\0asm");
        assert_eq!(bytes[4..10], [0, 0, 0, 0, 2, 255], "no time, best compression, no system");
    }
}
