//! axe-core on every page, in a light and a dark theme, on a desk and on a phone.

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
fn axe_finds_no_violation_in_light_and_dark_wide_and_narrow() {
    let Some(axe) = axe() else {
        eprintln!("not tested: AXE does not name axe.min.js of axe-core");
        return;
    };
    with_browser(|driver| async move {
        let mut violations = Vec::new();
        for (theme, width) in [("light", 1280), ("navy", 1280), ("light", 360), ("navy", 360)] {
            let window = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
            driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", window).await.unwrap();
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
                let place = format!("{page} in {theme}, {width} px wide");
                violations.extend(found.into_iter().map(|violation| format!("{place}: {violation}")));
            }
        }
        assert!(violations.is_empty(), "{}", violations.join("\n"));
    });
}

#[test]
fn figures_follow_the_colours_that_a_reader_has_chosen_for_all_pages() {
    with_browser(|driver| async move {
        for scheme in ["light", "dark"] {
            let features = json!({ "features": [
                { "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme },
            ] });
            driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await.unwrap();
            open(&driver, "ch4-relu-pairs").await;
            // An element of the reader's colours, and what the figure makes of its own.
            let colours = "const probe = document.createElement('p'); document.body.append(probe);
                const chosen = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
                const svg = document.querySelector('.explorable svg'); probe.style.forcedColorAdjust = 'none';
                const drawn = (name) => { probe.style.color = `var(--figure-${name})`; return getComputedStyle(probe).color; };
                svg.append(probe);
                return [chosen('CanvasText') === drawn('ink'), chosen('Canvas') === drawn('paper'), drawn('ink') !== drawn('paper'),
                    getComputedStyle(svg.querySelector('text')).fill === chosen('CanvasText')]";
            let colours = driver.execute(colours, Vec::new()).await.unwrap().json().clone();
            assert_eq!(colours, json!([true, true, true, true]), "{scheme}");
        }
    });
}

#[test]
fn the_keyboard_stops_where_something_scrolls_and_at_a_listings_button() {
    with_browser(|driver| async move {
        for (width, some) in [(1280, false), (360, true)] {
            let window = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
            driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", window).await.unwrap();
            open(&driver, "ch4-softmax").await;
            let fonts = "const [done] = arguments; document.fonts.ready.then(() => requestAnimationFrame(() => done(true)))";
            driver.execute_async(fonts, Vec::new()).await.unwrap();
            // Tables that change with a figure may scroll at the next move.
            let stops = "const stops = [...document.querySelectorAll('main [tabindex=\"0\"]:not(.explorable *)')];
                const still = stops.filter((stop) => stop.scrollWidth <= stop.clientWidth && stop.scrollHeight <= stop.clientHeight);
                const copy = document.querySelector('main pre > .buttons .clip-button'); copy.focus();
                return [stops.length > 0, still.length, document.activeElement === copy]";
            let stops = driver.execute(stops, Vec::new()).await.unwrap().json().clone();
            assert_eq!(stops, json!([some, 0, true]), "{width} px wide");
        }
    });
}

#[test]
fn no_part_of_a_page_is_left_out_of_the_accessibility_tree() {
    with_browser(|driver| async move {
        for page in pages() {
            open(&driver, &page).await;
            let skipped = "return [...document.querySelectorAll('main *')]
                .filter((part) => getComputedStyle(part).contentVisibility !== 'visible').map((part) => part.tagName)";
            let skipped = driver.execute(skipped, Vec::new()).await.unwrap().json().clone();
            assert_eq!(skipped, json!([]), "{page}");
        }
    });
}
