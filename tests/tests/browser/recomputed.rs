//! The line at the foot of each page.

use crate::driver::{troubles, with_browser};
use crate::library::pages;
use crate::page::{open, until};
use serde_json::json;
use thirtyfour::By;

#[test]
fn every_page_finds_its_numbers_again() {
    with_browser(|driver| async move {
        for page in pages() {
            open(&driver, &page).await;
            let Ok(line) = driver.find(By::Css("p.recomputed")).await else {
                assert!(!page.starts_with("ch"), "{page} does not recompute its numbers");
                continue;
            };
            line.scroll_into_view().await.unwrap();
            until(&driver, "return Boolean(document.querySelector('p.recomputed').dataset.state)", 6000)
                .await;
            let differing = "return [...document.querySelectorAll('.differs')].map((e) => `${e.dataset.value ?? e.dataset.output}: ${e.title}`)";
            let differing = driver.execute(differing, Vec::new()).await.unwrap();
            assert_eq!(differing.json(), &json!([]), "{page}");
            let text = line.text().await.unwrap();
            assert!(text.contains("recomputed on this machine, identical, in "), "{page}: {text}");
            println!("{page}: {text}");
            assert_eq!(troubles(&driver).await, Vec::<String>::new(), "{page}");
        }
    });
}

#[test]
fn a_browser_that_starts_no_worker_says_so() {
    with_browser(|driver| async move {
        let without = json!({ "source": "Worker = class { constructor() { setTimeout(() => this.onerror({})); } postMessage() {} terminate() {} }" });
        driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", without).await.unwrap();
        open(&driver, "ch4-softmax").await;
        driver.find(By::Css("p.recomputed")).await.unwrap().scroll_into_view().await.unwrap();
        let failed = "const line = document.querySelector('p.recomputed'); return line.dataset.state === 'failed' &&
            line.textContent === 'The numbers of this page could not be recomputed here: the browser starts no worker'";
        until(&driver, failed, 400).await;
    });
}

#[test]
fn a_page_asks_for_the_module_that_it_was_made_with() {
    with_browser(|driver| async move {
        open(&driver, "ch4-softmax").await;
        let asked = "const asked = [...document.scripts].filter(({ src }) => src.includes('/module.js'));
            return asked.map(({ src }) => src.split('/').pop())";
        let asked = driver.execute(asked, Vec::new()).await.unwrap().json().clone();
        let [address] = &serde_json::from_value::<Vec<String>>(asked).unwrap()[..] else { panic!() };
        let (_, version) = address.split_once("module.js?").unwrap();
        let module = tests::read("book/pages/browser/module.js");
        let plain = module.replace('+', "-").replace('/', "_");
        assert!(
            version.len() > 10 && plain.trim_end_matches("\";\n").trim_end_matches('=').ends_with(version)
        );
    });
}

#[test]
fn a_difference_is_shown_where_it_is() {
    with_browser(|driver| async move {
        open(&driver, "ch4-softmax").await;
        let forge = "document.querySelector('main span[data-value]').textContent = '7'";
        driver.execute(forge, Vec::new()).await.unwrap();
        // What is printed is read when the comparison begins.
        driver.find(By::Css("p.recomputed")).await.unwrap().scroll_into_view().await.unwrap();
        until(&driver, "return document.querySelector('p.recomputed').dataset.state === 'different'", 2400)
            .await;
        let marked = driver.find_all(By::Css(".differs")).await.unwrap();
        assert_eq!(marked.len(), 1);
        assert!(marked[0].text().await.unwrap().starts_with("7 (here: "));
    });
}
