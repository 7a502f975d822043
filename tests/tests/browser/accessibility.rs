//! axe-core on every page, in a light and a dark theme.

use crate::driver::with_browser;
use crate::library::pages;
use crate::page::open;
use serde_json::{Value, json};
use std::fs;

/// The text of axe-core, from the folder that the variable AXE names.
fn axe() -> Option<String> {
    let file = std::env::var_os("AXE");
    assert!(
        file.is_some() || std::env::var_os("CI").is_none(),
        "AXE names no file: set it to axe.min.js of axe-core"
    );
    Some(fs::read_to_string(file?).unwrap())
}

#[test]
fn axe_finds_no_violation_in_light_and_dark() {
    let Some(axe) = axe() else {
        eprintln!("not tested: AXE does not name axe.min.js of axe-core");
        return;
    };
    with_browser(|driver| async move {
        let mut violations = Vec::new();
        for theme in ["light", "navy"] {
            for page in pages() {
                open(&driver, &page).await;
                driver
                    .execute("localStorage.setItem('mdbook-theme', arguments[0])", vec![json!(theme)])
                    .await
                    .unwrap();
                open(&driver, &page).await;
                driver.execute(axe.as_str(), Vec::new()).await.unwrap();
                let found = driver
                    .execute_async(
                        "const done = arguments[0]; axe.run().then(({ violations }) => done(violations.map((v) =>
                            `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ')}`)))",
                        Vec::new(),
                    )
                    .await
                    .unwrap();
                let found: Vec<Value> = serde_json::from_value(found.json().clone()).unwrap();
                violations
                    .extend(found.into_iter().map(|violation| format!("{page} in {theme}: {violation}")));
            }
        }
        assert!(violations.is_empty(), "{}", violations.join("\n"));
    });
}
