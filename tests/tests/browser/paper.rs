//! The pages as a printer gets them.

use crate::driver::with_browser;
use crate::library::pages;
use crate::page::open;
use serde_json::json;

/// What A4 leaves between usual margins, in CSS pixels.
const PAPER: u32 = 690;

#[test]
fn nothing_is_cut_on_paper_and_nothing_stays_folded() {
    with_browser(|driver| async move {
        let sheet = json!({ "width": PAPER, "height": 1000, "deviceScaleFactor": 1, "mobile": false });
        driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", sheet).await.unwrap();
        for page in pages() {
            driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await.unwrap();
            open(&driver, &page).await;
            driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await.unwrap();
            // Paper has no scroll bar.
            let cut = "document.documentElement.style.overflow = 'hidden'; dispatchEvent(new Event('beforeprint'));
                const cut = ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1;
                const hides = (element) => getComputedStyle(element).overflowX !== 'visible';
                const found = [...document.querySelectorAll('main *')].filter((element) => cut(element) && hides(element));
                const folded = [...document.querySelectorAll('main details:not([open])')];
                dispatchEvent(new Event('afterprint'));
                return [...found, ...folded].map((element) => element.outerHTML.slice(0, 200));";
            let cut = driver.execute(cut, Vec::new()).await.unwrap().json().clone();
            assert_eq!(cut, json!([]), "{page}");
        }
    });
}
