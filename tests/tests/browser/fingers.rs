//! Fingers and keys on figures: what drags, what scrolls, and what is not mdBook's.

use crate::driver::with_browser;
use crate::page::{on, open, settled, shows, state, way};
use lesson::explore::View;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

/// Makes the browser that of a touch screen, as wide as given, or as it was.
async fn touching(driver: &WebDriver, width: Option<u32>) {
    if let Some(width) = width {
        let phone = json!({ "width": width, "height": 740, "deviceScaleFactor": 1, "mobile": true });
        driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", phone).await.unwrap();
    }
    let touched = json!({ "enabled": true, "maxTouchPoints": 2 });
    driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touched).await.unwrap();
}

/// Opens the page of an explorable on a touch screen, and gives the view that it shows.
async fn touched(driver: &WebDriver, path: &str) -> View {
    touching(driver, None).await;
    open(driver, path.split('/').next().unwrap_or_default()).await;
    chapters::explorable(path).unwrap().still()
}

async fn scrolled(driver: &WebDriver) -> i64 {
    driver.execute("return Math.round(scrollY)", Vec::new()).await.unwrap().json().as_i64().unwrap()
}

type Spot = (i64, i64);

async fn touch(driver: &WebDriver, kind: &str, fingers: &[Spot]) {
    let points: Vec<Value> =
        fingers.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
    let event = json!({ "type": kind, "touchPoints": points });
    driver.cdp().send_raw("Input.dispatchTouchEvent", event).await.unwrap();
}

/// Moves a finger from one place of the window to another.
async fn swipe(driver: &WebDriver, from: Spot, to: Spot) {
    const STEPS: i64 = 10;
    let along = |from: i64, to: i64, step: i64| from + (to - from) * step / STEPS;
    touch(driver, "touchStart", &[from]).await;
    for step in 1..=STEPS {
        touch(driver, "touchMove", &[(along(from.0, to.0, step), along(from.1, to.1, step))]).await;
    }
    touch(driver, "touchEnd", &[]).await;
    settled(driver).await;
}

#[test]
fn a_finger_drags_a_handle_and_scrolls_elsewhere() {
    with_browser(|driver| async move {
        let path = "ch4-softmax/bars";
        let view = touched(&driver, path).await;
        let panel = &view.figure.panels[0];

        let [handle, _] = way(&driver, path, 0, panel, view.handles[2].at).await;
        let before = scrolled(&driver).await;
        swipe(&driver, handle, (handle.0, handle.1 - 60)).await;
        let dragged = state(&driver).await;
        assert!(dragged.starts_with("z3="), "a finger on the third bar sets \"{dragged}\"");
        assert_eq!(scrolled(&driver).await, before);

        let [beside, _] = way(&driver, path, 0, panel, (0.5, panel.y.from)).await;
        let before = scrolled(&driver).await;
        swipe(&driver, beside, (beside.0, beside.1 - 200)).await;
        assert_eq!(state(&driver).await, dragged);
        assert_ne!(scrolled(&driver).await, before);
    });
}

#[test]
fn a_finger_that_scrolls_past_a_figure_changes_nothing() {
    with_browser(|driver| async move {
        let path = "ch4-relu-pairs/pair";
        let view = touched(&driver, path).await;
        let panel = &view.figure.panels[1];

        let [on_it, _] = way(&driver, path, 1, panel, (1.0, 0.0)).await;
        let before = scrolled(&driver).await;
        swipe(&driver, on_it, (on_it.0, on_it.1 - 200)).await;
        assert_eq!(state(&driver).await, "");
        assert_ne!(scrolled(&driver).await, before);

        // Across it drags, and a touch without a move sets the place.
        let [on_it, _] = way(&driver, path, 1, panel, (1.0, 0.0)).await;
        swipe(&driver, on_it, (on_it.0 - 60, on_it.1)).await;
        let dragged = state(&driver).await;
        assert!(dragged.starts_with("x="), "a finger across the picture sets \"{dragged}\"");
        let [tapped, _] = way(&driver, path, 1, panel, (-1.0, 0.0)).await;
        swipe(&driver, tapped, tapped).await;
        let tapped = state(&driver).await;
        assert!(tapped.starts_with("x=-"), "a tap left of 0 sets \"{tapped}\"");
        shows(&driver, path, &tapped).await;
    });
}

#[test]
fn a_finger_that_scrolls_past_a_figure_that_plays_leaves_it_playing() {
    with_browser(|driver| async move {
        let path = "ch4-spiral/training";
        let view = touched(&driver, path).await;
        on(&driver, path, "figure.querySelector('[data-play]').click()", json!(null)).await;
        let [spot, _] = way(&driver, path, 1, &view.figure.panels[1], view.handles[0].at).await;
        let epoch = "return figure.querySelector('[name=epoch]').valueAsNumber";
        let mut last = on(&driver, path, epoch, json!(null)).await.as_f64().unwrap();
        let before = scrolled(&driver).await;
        touch(&driver, "touchStart", &[spot]).await;
        for up in (20..=200).step_by(20) {
            touch(&driver, "touchMove", &[(spot.0, spot.1 - up)]).await;
            let now = on(&driver, path, epoch, json!(null)).await.as_f64().unwrap();
            assert!(now >= last, "from epoch {last} back to {now}");
            last = now;
        }
        touch(&driver, "touchEnd", &[]).await;
        assert_ne!(scrolled(&driver).await, before);
        let label = "return figure.querySelector('[data-play]').textContent";
        assert_eq!(on(&driver, path, label, json!(null)).await, json!("Pause"));
    });
}

#[test]
fn a_second_finger_drags_what_it_touches_and_nothing_else() {
    with_browser(|driver| async move {
        let path = "ch4-softmax/bars";
        let view = touched(&driver, path).await;
        let panel = &view.figure.panels[0];
        let [(_, second), (_, third)] = [1, 2].map(|bar| view.handles[bar].at);
        let first = way(&driver, path, 0, panel, view.handles[0].at).await[0];
        let last = way(&driver, path, 0, panel, (view.handles[2].at.0, third)).await[0];
        touch(&driver, "touchStart", &[first]).await;
        touch(&driver, "touchStart", &[first, last]).await;
        for up in [20, 40, 60] {
            touch(&driver, "touchMove", &[first, (last.0, last.1 - up)]).await;
        }
        touch(&driver, "touchEnd", &[]).await;
        settled(&driver).await;
        let number = "return figure.querySelector(`[name=${given}]`).valueAsNumber";
        let at = async |name: &str| on(&driver, path, number, json!(name)).await.as_f64().unwrap();
        let start = view.handles[0].at.1;
        assert!((at("z1").await - start).abs() < 0.5, "the resting finger moved z1 to {}", at("z1").await);
        assert_eq!(at("z2").await, second);
        assert!(at("z3").await > third + 0.5, "the moving finger left z3 at {}", at("z3").await);
    });
}

#[test]
fn two_fingers_that_zoom_leave_the_figure_as_it_is() {
    with_browser(|driver| async move {
        let path = "ch4-relu-pairs/pair";
        touching(&driver, Some(390)).await;
        open(&driver, "ch4-relu-pairs").await;
        let view = chapters::explorable(path).unwrap().still();
        let [one, _] = way(&driver, path, 1, &view.figure.panels[1], (0.5, 0.0)).await;
        let other = (one.0 + 40, one.1);
        touch(&driver, "touchStart", &[one]).await;
        touch(&driver, "touchStart", &[one, other]).await;
        for apart in (8..=80).step_by(8) {
            touch(&driver, "touchMove", &[(one.0 - apart, one.1), (other.0 + apart, other.1)]).await;
        }
        touch(&driver, "touchEnd", &[]).await;
        settled(&driver).await;
        let zoomed = driver.execute("return visualViewport.scale", Vec::new()).await.unwrap();
        assert!(zoomed.json().as_f64().unwrap() > 1.1, "{zoomed:?}");
        assert_eq!(state(&driver).await, "");
        shows(&driver, path, "").await;
    });
}

/// Flicks a finger to the right, from the left edge of what a selector finds, and says whether that opened mdBook's sidebar.
async fn flick_opens_the_sidebar(driver: &WebDriver, selector: &str) -> bool {
    let place = "const found = document.querySelector(arguments[0]);
        found.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top } = found.getBoundingClientRect(); return [left, top].map(Math.round);";
    let place = driver.execute(place, vec![json!(selector)]).await.unwrap().json().clone();
    let [x, y] = [0, 1].map(|index| place[index].as_i64().unwrap() + 15);
    touch(driver, "touchStart", &[(x, y)]).await;
    touch(driver, "touchMove", &[(x + 220, y)]).await;
    touch(driver, "touchEnd", &[]).await;
    settled(driver).await;
    let sidebar = "return document.documentElement.classList.contains('sidebar-visible')";
    driver.execute(sidebar, Vec::new()).await.unwrap().json() == &json!(true)
}

#[test]
fn a_quick_finger_opens_the_sidebar_beside_a_figure_and_not_on_it() {
    with_browser(|driver| async move {
        touching(&driver, Some(360)).await;
        for (selector, opens) in [(".explorable .panels", false), ("main > section > p", true)] {
            open(&driver, "ch4-softmax").await;
            assert_eq!(flick_opens_the_sidebar(&driver, selector).await, opens, "{selector}");
        }
    });
}

#[test]
fn arrow_keys_on_a_figure_do_not_turn_the_page() {
    with_browser(|driver| async move {
        // The table is wider than this window.
        touching(&driver, Some(360)).await;
        open(&driver, "ch4-softmax").await;
        let turned =
            "let turned = 0; document.addEventListener('keydown', () => (turned += 1), { once: true });
            const key = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true });
            figure.querySelector(given).dispatchEvent(key); return turned;";
        for place in ["[data-do=reset]", ".beside .table-wrapper", "figcaption"] {
            assert_eq!(on(&driver, "ch4-softmax/bars", turned, json!(place)).await, json!(0), "{place}");
        }
    });
}
