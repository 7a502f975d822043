//! A module that traps in the middle of an answer. No state is known that makes it, so these tests do.

use crate::driver::with_browser;
use crate::page::{on, open, press, settled, shows};
use serde_json::json;
use thirtyfour::WebDriver;

const PATH: &str = "ch4-relu-pairs/pair";

/// Opens a page whose module traps in its next answer once `window.trap` is set, and answers no more.
async fn open_fragile(driver: &WebDriver) {
    let trapping =
        "const exports = Object.getOwnPropertyDescriptor(WebAssembly.Instance.prototype, 'exports').get;
        Object.defineProperty(WebAssembly.Instance.prototype, 'exports', { get() {
            const real = exports.call(this); let dead = false;
            return { ...real, answer() {
                dead ||= window.trap; window.trap = false;
                if (dead) { throw new WebAssembly.RuntimeError('unreachable'); }
                return real.answer();
            } };
        } });";
    let each_page = json!({ "source": trapping });
    driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", each_page).await.unwrap();
    open(driver, "ch4-relu-pairs").await;
}

/// Says that it failed, waits for nothing more, and draws again.
async fn goes_on(driver: &WebDriver) {
    settled(driver).await;
    let said = on(driver, PATH, "return figure.querySelector('.complaint').textContent", json!(null)).await;
    assert_eq!(said, json!("These values cannot be drawn (unreachable); undo or reset."));
    press(driver, PATH, "[data-do=reset]").await;
    shows(driver, PATH, "").await;
}

#[test]
fn a_trap_while_a_picture_is_drawn_is_said_and_another_module_goes_on() {
    with_browser(|driver| async move {
        open_fragile(&driver).await;
        let turn = "window.trap = true; const input = figure.querySelector('[name=w]'); input.value = '1';
            input.dispatchEvent(new Event('input', { bubbles: true }))";
        on(&driver, PATH, turn, json!(null)).await;
        goes_on(&driver).await;
    });
}

#[test]
fn a_trap_while_the_words_are_written_is_said_and_another_module_goes_on() {
    with_browser(|driver| async move {
        open_fragile(&driver).await;
        // The first move after a pause is drawn at once, and its words follow.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        let turn = "const input = figure.querySelector('[name=w]'); input.value = '1';
            input.dispatchEvent(new Event('input', { bubbles: true })); window.trap = true;
            return figure.getAttribute('aria-busy')";
        assert_eq!(on(&driver, PATH, turn, json!(null)).await, json!("true"));
        goes_on(&driver).await;
    });
}
