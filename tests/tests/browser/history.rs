//! Where a reader comes from and goes back to: links, undo, and the browser's own way back.

use crate::driver::with_browser;
use crate::page::{fragment, go, on, open, open_at, press, settled, shows, state, turn, until};
use serde_json::json;
use std::time::Duration;
use thirtyfour::WebDriver;

const PAIR: &str = "ch4-relu-pairs/pair";
const SPIRAL: &str = "ch4-spiral/training";

#[test]
fn going_back_brings_the_state_back() {
    with_browser(|driver| async move {
        open(&driver, "ch4-relu-pairs").await;
        let link = "document.querySelector('main a[href=\"#explore-pair?c=0\"]').click()";
        on(&driver, PAIR, link, json!(null)).await;
        settled(&driver).await;
        shows(&driver, PAIR, "c=0").await;
        driver.back().await.unwrap();
        settled(&driver).await;
        shows(&driver, PAIR, "").await;
        driver.forward().await.unwrap();
        settled(&driver).await;
        shows(&driver, PAIR, "c=0").await;
    });
}

#[test]
fn a_page_read_anew_shows_what_each_of_its_figures_showed() {
    with_browser(|driver| async move {
        open(&driver, "ch4-saturation").await;
        let [chain, depth] = ["chain", "depth"].map(|name| format!("ch4-saturation/{name}"));
        turn(&driver, &depth, "seed", "3").await;
        turn(&driver, &chain, "w", "2").await;
        read_anew(&driver).await;
        shows(&driver, &depth, "seed=3").await;
        shows(&driver, &chain, "w=2").await;
        press(&driver, &depth, "[data-do=undo]").await;
        shows(&driver, &depth, "").await;
        // A link that names a figure alone asks for nothing of the others.
        open(&driver, "ch4-saturation").await;
        shows(&driver, &depth, "").await;
    });
}

#[test]
fn a_link_and_the_way_back_lose_no_figure() {
    with_browser(|driver| async move {
        open(&driver, "ch4-saturation").await;
        let [chain, depth] = ["chain", "depth"].map(|name| format!("ch4-saturation/{name}"));
        turn(&driver, &chain, "x", "3").await;
        turn(&driver, &depth, "seed", "3").await;
        // A link of the page to one of them, and one to a heading.
        for (link, chain_shows) in [("#explore-chain?x=5", "x=5"), ("#exercises", "x=5")] {
            driver.execute("location.hash = arguments[0]", vec![json!(link)]).await.unwrap();
            settled(&driver).await;
            read_anew(&driver).await;
            shows(&driver, &chain, chain_shows).await;
            shows(&driver, &depth, "seed=3").await;
        }
        for _ in 0..2 {
            driver.back().await.unwrap();
            settled(&driver).await;
        }
        shows(&driver, &chain, "x=3").await;
        shows(&driver, &depth, "seed=3").await;
        assert_eq!(fragment(&driver).await, "#explore-depth?seed=3");
    });
}

#[test]
fn a_picture_that_comes_moves_no_control_under_the_hand() {
    with_browser(|driver| async move {
        open(&driver, "ch4-step-sigmoid").await;
        let choose = "const list = figure.querySelector('[name=g]'); list.focus();
            list.scrollIntoView({ block: 'center', behavior: 'instant' });
            window.stood = list.getBoundingClientRect().top;
            list.value = given; for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true }));";
        let stands = "return [figure.querySelectorAll('.panels > svg').length,
            Math.abs(figure.querySelector('[name=g]').getBoundingClientRect().top - window.stood) < 2]";
        for (function, pictures) in [("gelu-tanh", 3), ("none", 2)] {
            on(&driver, "ch4-step-sigmoid/gallery", choose, json!(function)).await;
            settled(&driver).await;
            let shown = on(&driver, "ch4-step-sigmoid/gallery", stands, json!(null)).await;
            assert_eq!(shown, json!([pictures, true]), "{function}");
        }
    });
}

#[test]
fn undo_stops_what_plays_and_takes_it_back() {
    with_browser(|driver| async move {
        play_from(&driver, "epoch=20&seed=3").await;
        press(&driver, SPIRAL, "[data-do=undo]").await;
        assert_eq!(state(&driver).await, "epoch=20&seed=3");
        let label = "return figure.querySelector('[data-play]').textContent";
        assert_eq!(on(&driver, SPIRAL, label, json!(null)).await, json!("Play"));
        shows(&driver, SPIRAL, "epoch=20&seed=3").await;
    });
}

/// Opens the spiral's training at a state and plays from there.
async fn play_from(driver: &WebDriver, state: &str) {
    open(driver, "ch4-spiral").await;
    go(driver, chapters::explorable(SPIRAL).unwrap(), state).await;
    press_and_count(driver, SPIRAL).await;
}

async fn read_anew(driver: &WebDriver) {
    driver.refresh().await.unwrap();
    until(driver, "return document.documentElement.dataset.explorables === 'ready'", 400).await;
    settled(driver).await;
}

#[test]
fn the_way_back_between_equal_addresses_and_past_a_search_loses_nothing() {
    with_browser(|driver| async move {
        open(&driver, "ch4-saturation").await;
        let [chain, depth] = ["chain", "depth"].map(|name| format!("ch4-saturation/{name}"));
        turn(&driver, &chain, "x", "3").await;
        driver.execute("location.hash = '#explore-chain?x=1'", Vec::new()).await.unwrap();
        settled(&driver).await;
        turn(&driver, &depth, "seed", "7").await;
        turn(&driver, &chain, "x", "3").await;
        driver.back().await.unwrap();
        settled(&driver).await;
        shows(&driver, &depth, "").await;
        shows(&driver, &chain, "x=3").await;
        driver.forward().await.unwrap();
        settled(&driver).await;
        shows(&driver, &depth, "seed=7").await;
        // As mdBook's search leaves it.
        driver.execute("history.replaceState({}, '', location.href)", Vec::new()).await.unwrap();
        turn(&driver, &chain, "x", "2").await;
        read_anew(&driver).await;
        shows(&driver, &depth, "seed=7").await;
        shows(&driver, &chain, "x=2").await;
    });
}

#[test]
fn a_page_read_anew_stays_where_it_is() {
    with_browser(|driver| async move {
        open(&driver, "ch4-saturation").await;
        turn(&driver, "ch4-saturation/chain", "x", "2").await;
        let down = "scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }); return Math.round(scrollY)";
        let before = driver.execute(down, Vec::new()).await.unwrap().json().as_i64().unwrap();
        read_anew(&driver).await;
        let found = "return [Math.round(scrollY), document.activeElement === document.body]";
        let found = driver.execute(found, Vec::new()).await.unwrap().json().clone();
        assert!((found[0].as_i64().unwrap() - before).abs() < 200, "{found} instead of {before}");
        assert_eq!(found[1], json!(true));
    });
}

#[test]
fn the_way_back_stops_what_plays() {
    with_browser(|driver| async move {
        open(&driver, "ch4-spiral").await;
        go(&driver, chapters::explorable(SPIRAL).unwrap(), "epoch=0").await;
        driver.execute("location.hash = '#exercises'", Vec::new()).await.unwrap();
        press_and_count(&driver, SPIRAL).await;
        driver.back().await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
        settled(&driver).await;
        shows(&driver, SPIRAL, "epoch=0").await;
        assert_eq!(state(&driver).await, "epoch=0");
    });
}

#[test]
fn a_link_stops_what_plays() {
    with_browser(|driver| async move {
        play_from(&driver, "epoch=20&seed=3").await;
        go(&driver, chapters::explorable(SPIRAL).unwrap(), "epoch=0").await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        shows(&driver, SPIRAL, "epoch=0").await;
        assert_eq!(state(&driver).await, "epoch=0");
    });
}

/// Plays until the count has moved.
async fn press_and_count(driver: &WebDriver, path: &str) {
    on(driver, path, "figure.querySelector('[data-play]').click()", json!(null)).await;
    let moved = "return figure.querySelector('[name=epoch]').valueAsNumber > 30";
    for _ in 0..400 {
        if on(driver, path, moved, json!(null)).await == json!(true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("playing does not count");
}

#[test]
fn the_last_undo_keeps_the_keyboard_where_it_is() {
    with_browser(|driver| async move {
        open(&driver, "ch4-relu-pairs").await;
        go(&driver, chapters::explorable(PAIR).unwrap(), "a=2").await;
        let undo = "const undo = figure.querySelector('[data-do=undo]'); undo.focus(); undo.click();
            return [document.activeElement === undo, undo.getAttribute('aria-disabled')]";
        assert_eq!(on(&driver, PAIR, undo, json!(null)).await, json!([true, "true"]));
        settled(&driver).await;
        press(&driver, PAIR, "[data-do=undo]").await;
        shows(&driver, PAIR, "").await;
        assert_eq!(fragment(&driver).await, "#explore-pair");
    });
}

#[test]
fn a_link_to_a_figure_takes_the_keyboard_along() {
    with_browser(|driver| async move {
        open_at(&driver, "ch4-relu-pairs", "#explore-pair?c=0").await;
        let held = "return document.activeElement === figure";
        assert_eq!(on(&driver, PAIR, held, json!(null)).await, json!(true));
    });
}

#[test]
fn a_run_of_keys_on_one_control_is_one_move() {
    with_browser(|driver| async move {
        open(&driver, "ch4-relu-pairs").await;
        go(&driver, chapters::explorable(PAIR).unwrap(), "a=2").await;
        let keys = "const slider = figure.querySelector('[name=c]');
            for (const value of [0.5, 0.45, 0.4]) {
                slider.value = value;
                for (const type of ['input', 'change']) slider.dispatchEvent(new Event(type, { bubbles: true }));
            }";
        on(&driver, PAIR, keys, json!(null)).await;
        settled(&driver).await;
        assert_eq!(state(&driver).await, "a=2&c=0.4");
        press(&driver, PAIR, "[data-do=undo]").await;
        shows(&driver, PAIR, "a=2").await;
    });
}

#[test]
fn what_plays_waits_for_what_has_to_be_trained() {
    with_browser(|driver| async move {
        let path = "ch4-sine-fit/training";
        // From the address, so that nothing has been trained that would tell how fast training is.
        open_at(&driver, "ch4-sine-fit", "#explore-training?epoch=0&seed=3").await;
        press_and_count(&driver, path).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        // The words follow the pictures a few strides later.
        let ahead =
            "const said = Number(figure.querySelector('.says').textContent.match(/after (\\d+) epoch/)[1]);
            return figure.querySelector('[name=epoch]').valueAsNumber - said";
        let ahead = on(&driver, path, ahead, json!(null)).await;
        assert!(ahead.as_f64().is_some_and(|epochs| epochs < 300.0), "{ahead} epochs ahead");
    });
}
