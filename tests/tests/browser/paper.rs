//! The pages as a printer gets them.

use crate::driver::{troubles, with_browser};
use crate::library::{address, pages};
use crate::page::{open, until};
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

#[test]
fn answers_stand_behind_the_questions_on_paper_and_below_them_afterwards() {
    with_browser(|driver| async move {
        for page in pages() {
            open(&driver, &page).await;
            let read = "const main = document.querySelector('main'), before = main.innerHTML;
                const asked = [...main.querySelectorAll('.predict legend')].map((legend) => legend.textContent);
                const all = main.querySelectorAll('details.answer, details:not([class])').length;
                dispatchEvent(new Event('beforeprint'));
                const titles = [...main.querySelectorAll('.answers h3')].map((title) => title.textContent);
                const behind = main.querySelectorAll('.answers details[open]').length;
                const left = main.querySelectorAll('.predict details').length;
                dispatchEvent(new Event('afterprint'));
                return [asked.filter((title) => !titles.includes(title)), behind === all, left, main.innerHTML === before]";
            let read = driver.execute(read, Vec::new()).await.unwrap().json().clone();
            assert_eq!(read, json!([[], true, 0, true]), "{page}");
        }
    });
}

#[test]
fn the_whole_book_on_one_page_has_a_title_and_stays_still() {
    with_browser(|driver| async move {
        driver.goto(address("print")).await.unwrap();
        until(&driver, "return document.readyState === 'complete'", 400).await;
        let still = "const figures = [...document.querySelectorAll('[data-explore]')];
            const asleep = figures.every((figure) => figure.querySelector('form').hidden && figure.querySelector('svg').checkVisibility());
            const asked = [...document.scripts].some(({ src }) => src.includes('/module.js'));
            return [figures.length, asleep, asked, document.querySelectorAll('p.recomputed').length]";
        let title = "return document.querySelector('main').firstElementChild.innerText";
        let title = driver.execute(title, Vec::new()).await.unwrap().json().clone();
        assert!(title.as_str().is_some_and(|text| text.starts_with("The Bend\n")), "{title}");
        let all: usize = chapters::ALL.iter().map(|chapter| chapter.explorables.len()).sum();
        assert_eq!(driver.execute(still, Vec::new()).await.unwrap().json(), &json!([all, true, false, 0]));
        assert_eq!(troubles(&driver).await, Vec::<String>::new());
    });
}
