//! How figures come to life while a page opens, and what a browser that cannot wake them says.

use crate::driver::{troubles, with_browser};
use crate::library;
use crate::page::{on, open_at, settled, shows, until};
use serde_json::json;
use thirtyfour::By;

#[test]
fn what_a_browser_kept_in_the_inputs_gives_way_to_the_state() {
    with_browser(|driver| async move {
        // What Firefox does when a page is loaded again.
        let keeping = "addEventListener('DOMContentLoaded', () => {
            document.querySelectorAll('input[name=x]').forEach((input) => (input.value = '3'));
        });";
        let each_page = json!({ "source": keeping });
        driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", each_page).await.unwrap();
        open_at(&driver, "ch4-saturation", "#explore-depth?scale=3").await;
        let path = "ch4-saturation/chain";
        shows(&driver, path, "").await;
        let value = "return figure.querySelector('[name=x]').value";
        assert_eq!(on(&driver, path, value, json!(null)).await, json!("0"));
    });
}

#[test]
fn a_browser_without_webassembly_keeps_the_still_and_says_why() {
    with_browser(|driver| async move {
        let without = json!({ "source": "delete globalThis.WebAssembly" });
        driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", without).await.unwrap();
        driver.goto(library::address("ch4-relu-pairs")).await.unwrap();
        let said = "const line = document.querySelector('.explorable p.complaint:not(form *)');
            return line?.textContent === 'This figure stays still: this browser has no WebAssembly, which newer ones have.'";
        until(&driver, said, 400).await;
        let still = "return figure.querySelector('form').hidden && figure.querySelector('.panels > svg').checkVisibility()";
        assert_eq!(on(&driver, "ch4-relu-pairs/pair", still, json!(null)).await, json!(true));
    });
}

#[test]
fn a_damaged_module_is_said_to_be_one() {
    with_browser(|driver| async move {
        let damaged = "let text; Object.defineProperty(Object.prototype, 'module', { configurable: true,
            get() { return text; }, set(given) { text = typeof given === 'string' ? given.slice(0, 4000) : given; } });";
        driver
            .cdp()
            .send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": damaged }))
            .await
            .unwrap();
        driver.goto(library::address("ch4-relu-pairs")).await.unwrap();
        let said = "const line = document.querySelector('.explorable p.complaint:not(form *)');
            return line?.textContent === 'This figure stays still: the module that computes it is damaged; the book has to be built anew.'";
        until(&driver, said, 400).await;
    });
}

#[test]
fn data_asked_for_while_a_page_trains_its_figure_comes_once_that_is_drawn() {
    with_browser(|driver| async move {
        let path = "ch4-spiral/training";
        driver.goto(library::address("ch4-spiral")).await.unwrap();
        // In one script, so that the press finds the training on its way.
        let ask = "const [done] = arguments; const look = () => {
                const figure = document.querySelector('[data-explore=\"ch4-spiral/training\"]');
                if (figure.getAttribute('aria-busy') !== 'true') { return requestAnimationFrame(look); }
                figure.querySelector('[data-do=data]').click();
                const list = figure.querySelector('.data');
                done([list.hidden, list.childElementCount, figure.getAttribute('aria-busy')]);
            }; look();";
        let asked = driver.execute_async(ask, Vec::new()).await.unwrap();
        assert_eq!(asked.json(), &json!([false, 0, "true"]));
        settled(&driver).await;
        shows(&driver, path, "").await;
        assert!(!driver.find_all(By::Css("#explore-training .data td")).await.unwrap().is_empty());
        assert_eq!(troubles(&driver).await, Vec::<String>::new());
    });
}
