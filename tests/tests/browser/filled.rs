//! A figure on the whole screen, as a teacher projects it.

use crate::driver::{troubles, with_browser};
use crate::page::{on, open, settled, shows, state, until};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

#[test]
fn a_figure_fills_the_screen_and_comes_back() {
    with_browser(|driver| async move {
        for explorable in ["ch4-softmax/bars", "ch4-feature-space/instrument", "ch4-step-sigmoid/gallery"] {
            let (page, _) = explorable.split_once('/').unwrap();
            open(&driver, page).await;
            press(&driver).await;
            until(&driver, "return document.fullscreenElement?.matches('.explorable')", 40).await;
            let sizes = [(1280, 720), (1920, 1080), (1024, 768), (800, 1200)];
            for (width, height) in sizes {
                let window =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", window).await.unwrap();
                let found = on(&driver, explorable, OUT_OF_PLACE, json!(null)).await;
                assert_eq!(found, json!([]), "{explorable}, {width} by {height}");
            }
            driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", Value::Null).await.unwrap();
            // The arrow keys belong to the slider that has the focus, and to nobody if none has it.
            let slider =
                driver.find(By::Css(".control:not([hidden]) > .row > input[type=range]")).await.unwrap();
            slider.send_keys(Key::Right).await.unwrap();
            settled(&driver).await;
            let moved = state(&driver).await;
            assert_ne!(moved, "", "{explorable}");
            shows(&driver, explorable, &moved).await;
            driver.execute("document.activeElement.blur()", Vec::new()).await.unwrap();
            driver.action_chain().send_keys(Key::Right).perform().await.unwrap();
            settled(&driver).await;
            let place = driver.current_url().await.unwrap();
            assert!(place.path().ends_with(&format!("{page}.html")), "{place}");
            assert_eq!(label(&driver).await, "Back to the page");
            press(&driver).await;
            until(&driver, "return document.fullscreenElement === null", 40).await;
            assert_eq!(label(&driver).await, "Full screen");
            shows(&driver, explorable, &moved).await;
            assert_eq!(troubles(&driver).await, Vec::<String>::new(), "{explorable}");
        }
    });
}

/// The pictures that leave the window, or lie on the controls.
const OUT_OF_PLACE: &str = "figure.scrollTop = 0;
    const box = (element) => element.getBoundingClientRect();
    const controls = box(figure.querySelector('form'));
    const apart = ({ right, bottom }) => right <= controls.left || bottom <= controls.top;
    const inside = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return [...figure.querySelectorAll('.panels > svg')].map(box).filter((picture) => !inside(picture) || !apart(picture))";

async fn button(driver: &WebDriver) -> WebElement {
    driver.find(By::Css(".explorable [data-do=fill]")).await.unwrap()
}

/// By the hand of a reader: no script may fill the screen.
async fn press(driver: &WebDriver) {
    let button = button(driver).await;
    button.scroll_into_view().await.unwrap();
    button.click().await.unwrap();
}

async fn label(driver: &WebDriver) -> String {
    button(driver).await.text().await.unwrap()
}
