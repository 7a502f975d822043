//! The engines of other browsers: the same digits, and figures that answer.

use crate::driver::{with_firefox, with_webkit};
use crate::page::{on, open, press, settled, shows, state, until};
use lesson::Chapter;
use lesson::explore::Kind;
use serde_json::json;
use thirtyfour::{By, WebDriver};

#[test]
fn every_figure_answers_in_webkit_to_the_bit() {
    with_webkit(every_figure_answers);
}

#[test]
fn every_figure_answers_in_firefox_to_the_bit() {
    with_firefox(every_figure_answers);
}

async fn every_figure_answers(driver: WebDriver) {
    for Chapter { name: chapter, explorables, .. } in chapters::ALL {
        open(&driver, chapter).await;
        for explorable in *explorables {
            let path = format!("{chapter}/{}", explorable.name);
            shows(&driver, &path, "").await;
            let controls = explorable.controls();
            let sliders = controls.all().filter(|control| {
                matches!(control.kind, Kind::Range { .. } | Kind::Whole { .. } | Kind::Play { .. })
            });
            for control in sliders {
                let before = state(&driver).await;
                if controls.idle(&controls.exactly(&before).unwrap()).contains(&control.name) {
                    continue;
                }
                on(&driver, &path, MOVE, json!(control.name)).await;
                settled(&driver).await;
                let after = state(&driver).await;
                assert_ne!(before, after, "{path}: {} does not move", control.name);
                shows(&driver, &path, &after).await;
            }
            press(&driver, &path, "[data-do=reset]").await;
        }
        driver.find(By::Css("p.recomputed")).await.unwrap().scroll_into_view().await.unwrap();
        until(&driver, "return Boolean(document.querySelector('p.recomputed').dataset.state)", 6000).await;
        let line = driver.find(By::Css("p.recomputed")).await.unwrap().text().await.unwrap();
        assert!(line.contains("recomputed on this machine, identical, in "), "{chapter}: {line}");
        println!("{chapter}: {line}");
    }
}

/// Moves a slider by a few steps, as a hand does.
const MOVE: &str = "const slider = figure.querySelector(`[name=\"${given}\"]`);
    const to = Number(slider.value) + 3 * Number(slider.step);
    slider.value = to > Number(slider.max) ? slider.min : to;
    ['input', 'change'].forEach((type) => slider.dispatchEvent(new Event(type, { bubbles: true })))";
