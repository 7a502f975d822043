//! For readers who have asked for less motion, and for those who listen.

use crate::driver::with_browser;
use crate::page::{go, on, open, press, settled, shows, state};
use serde_json::json;
use std::time::Duration;
use thirtyfour::WebDriver;

const PATH: &str = "ch4-spiral/training";

async fn calm(driver: &WebDriver) {
    let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await.unwrap();
    open(driver, "ch4-spiral").await;
}

#[test]
fn quick_steps_through_a_list_are_all_counted() {
    with_browser(|driver| async move {
        calm(&driver).await;
        let presets = &chapters::explorable(PATH).unwrap().controls().presets[0].list;
        go(&driver, chapters::explorable(PATH).unwrap(), &presets[0].address).await;
        let twice = "const next = figure.querySelector('[data-walk=\"1\"]'); next.click(); next.click();";
        on(&driver, PATH, twice, json!(null)).await;
        settled(&driver).await;
        shows(&driver, PATH, &presets[2].address).await;
    });
}

#[test]
fn quick_moves_into_a_training_end_at_the_last() {
    with_browser(|driver| async move {
        calm(&driver).await;
        // The later moves ask for a training, which is not shown, while the words of the first still wait.
        let moves = "const set = (name, value) => { const input = figure.querySelector(`[name=${name}]`);
                input.value = value; input.dispatchEvent(new Event('input', { bubbles: true })); };
            set('epoch', '0'); set('seed', '4'); set('epoch', '150');";
        on(&driver, PATH, moves, json!(null)).await;
        settled(&driver).await;
        shows(&driver, PATH, "seed=4&epoch=150").await;
    });
}

#[test]
fn a_pause_ends_the_clock() {
    with_browser(|driver| async move {
        calm(&driver).await;
        go(&driver, chapters::explorable(PATH).unwrap(), "epoch=0").await;
        let watched = "window.waits = new Set(); const [set, clear] = [setTimeout, clearTimeout];
            window.setTimeout = (act, time) => {
                const id = set(() => { waits.delete(id); act(); }, time);
                if (time === 1000) { waits.add(id); }
                return id;
            };
            window.clearTimeout = (id) => { waits.delete(id); clear(id); };";
        on(&driver, PATH, watched, json!(null)).await;
        // Play, pause, play, and so on: each begins to wait for the next step, and only one may go on waiting.
        for waits in [1, 0, 1, 0, 1, 0] {
            press(&driver, PATH, "[data-play]").await;
            assert_eq!(on(&driver, PATH, "return waits.size", json!(null)).await, json!(waits));
        }
        shows(&driver, PATH, &state(&driver).await).await;
    });
}

#[test]
fn a_screen_reader_hears_of_a_count_that_plays_once_it_rests() {
    with_browser(|driver| async move {
        calm(&driver).await;
        go(&driver, chapters::explorable(PATH).unwrap(), "epoch=0").await;
        let listen = "window.heard = []; const line = figure.querySelector('.announced');
            new MutationObserver(() => heard.push(line.textContent)).observe(line, { childList: true });";
        tokio::time::sleep(SPOKEN).await;
        on(&driver, PATH, listen, json!(null)).await;
        press(&driver, PATH, "[data-play]").await;
        tokio::time::sleep(3 * SPOKEN).await;
        assert_eq!(on(&driver, PATH, "return heard", json!(null)).await, json!([]));
        press(&driver, PATH, "[data-play]").await;
        tokio::time::sleep(SPOKEN).await;
        let said = "return [heard.length, heard[0] === figure.querySelector('.says').textContent]";
        assert_eq!(on(&driver, PATH, said, json!(null)).await, json!([1, true]));
    });
}

#[test]
fn a_step_through_a_list_is_said_by_its_name() {
    with_browser(|driver| async move {
        open(&driver, "ch4-spiral").await;
        tokio::time::sleep(SPOKEN).await;
        let presets = &chapters::explorable(PATH).unwrap().controls().presets[0].list;
        go(&driver, chapters::explorable(PATH).unwrap(), &presets[0].address).await;
        press(&driver, PATH, "[data-walk=\"1\"]").await;
        tokio::time::sleep(SPOKEN).await;
        let said =
            on(&driver, PATH, "return figure.querySelector('.announced').textContent", json!(null)).await;
        assert!(
            said.as_str().is_some_and(|said| said.starts_with(&format!("{}. ", presets[1].label))),
            "{said}"
        );
    });
}

#[test]
fn a_step_that_its_caption_names_is_said_once() {
    with_browser(|driver| async move {
        let path = "ch4-sine-fit/lab";
        open(&driver, "ch4-sine-fit").await;
        press(&driver, path, "[data-walk=\"1\"]").await;
        tokio::time::sleep(SPOKEN).await;
        let said =
            on(&driver, path, "return figure.querySelector('.announced').textContent", json!(null)).await;
        let said = said.as_str().unwrap();
        assert!(said.starts_with("Step 4-17: ") && said.matches("4-17").count() == 1, "{said}");
    });
}

#[test]
fn of_a_caption_the_sentences_that_changed_are_said() {
    with_browser(|driver| async move {
        let path = "ch4-sine-fit/lab";
        open(&driver, "ch4-sine-fit").await;
        tokio::time::sleep(SPOKEN).await;
        let [before, after] = ["", "x=0.1"].map(|state| {
            let caption = chapters::explorable(path).unwrap().at(state).unwrap().figure.caption;
            caption.split(". ").map(|sentence| sentence.trim_end_matches('.').to_owned()).collect::<Vec<_>>()
        });
        go(&driver, chapters::explorable(path).unwrap(), "x=0.1").await;
        tokio::time::sleep(SPOKEN).await;
        let said =
            on(&driver, path, "return figure.querySelector('.announced').textContent", json!(null)).await;
        let said = said.as_str().unwrap();
        let (new, kept): (Vec<_>, Vec<_>) = after.iter().partition(|sentence| !before.contains(sentence));
        assert!(!new.is_empty() && !kept.is_empty());
        assert!(new.iter().all(|sentence| said.contains(sentence.as_str())), "{said}");
        assert!(kept.iter().all(|sentence| !said.contains(sentence.as_str())), "{said}");
    });
}

/// After so long what is shown is announced.
const SPOKEN: Duration = Duration::from_secs(1);
