//! How long a move takes, printed and never asserted: `cargo test -p tests --test browser speed -- --ignored --nocapture`.

use crate::driver::with_browser;
use crate::page::{on, open, settled, until};
use lesson::Chapter;
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::{By, WebDriver};

/// How many drags there are, slider after slider, and of how many moves.
const DRAGS: usize = 4;
const MOVES: i64 = 30;
/// From move to move.
const PACE: Duration = Duration::from_millis(30);

#[test]
#[ignore = "a measurement, not a check"]
fn from_input_to_frame() {
    with_browser(|driver| async move {
        for Chapter { name: chapter, explorables, .. } in chapters::ALL {
            for explorable in *explorables {
                let path = format!("{chapter}/{}", explorable.name);
                driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", Value::Null).await.unwrap();
                open(&driver, chapter).await;
                report(&format!("{path} on the page"), drags(&driver, &path).await);
                open(&driver, chapter).await;
                fill(&driver, &path).await;
                report(&format!("{path} on a full screen"), drags(&driver, &path).await);
            }
        }
    });
}

fn report(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or(f64::NAN);
    println!(
        "{what}: {} moves, median {:.1} ms, 95th percentile {:.1} ms, slowest {:.1} ms",
        times.len(),
        at(50),
        at(95),
        times.last().copied().unwrap_or(f64::NAN)
    );
}

/// Shows the figure on a screen of 1920 by 1080 pixels.
async fn fill(driver: &WebDriver, path: &str) {
    let button = format!("[data-explore='{path}'] [data-do=fill]");
    driver.find(By::Css(button)).await.unwrap().click().await.unwrap();
    until(driver, "return document.fullscreenElement !== null", 40).await;
    let screen = json!({ "width": 1920, "height": 1080, "deviceScaleFactor": 1, "mobile": false });
    driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", screen).await.unwrap();
}

/// The milliseconds from each move of a slider by the pointer, as the browser stamps it, to the end of the frame that
/// shows what it changed.
async fn drags(driver: &WebDriver, path: &str) -> Vec<f64> {
    let prepare = "window.times = [];
        figure.addEventListener('input', ({ timeStamp }) => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => window.times.push(performance.now() - timeStamp);
            channel.port2.postMessage(0);
        }), { capture: true });
        window.sliders = [...figure.querySelectorAll('input[type=range]')]
            .filter((input) => !input.closest('.play') && input.checkVisibility());
        return sliders.length;";
    let sliders = on(driver, path, prepare, json!(null)).await.as_u64().unwrap_or_default() as usize;
    for drag in 0..DRAGS {
        let place =
            "const input = sliders[given]; input.scrollIntoView({ block: 'end', behavior: 'instant' });
            const { left, top, width, height } = input.getBoundingClientRect();
            return [left, width, top + height / 2].map(Math.round);";
        let place = on(driver, path, place, json!(drag % sliders)).await;
        let [left, width, y] = [0, 1, 2].map(|index| place[index].as_i64().unwrap_or_default());
        // What is dragged again comes back.
        let share = |step: i64| if (drag / sliders).is_multiple_of(2) { step } else { MOVES - step };
        let x = |step: i64| left + width * (20 + share(step)) / 80;
        let mut chain = ActionChain::new_with_delay(driver.handle().clone(), None, Some(PACE));
        chain = chain.move_to(x(0), y).click_and_hold();
        chain = (1..=MOVES).fold(chain, |chain, step| chain.move_to(x(step), y));
        chain.release().perform().await.unwrap();
        settled(driver).await;
    }
    let times = driver.execute("return window.times", Vec::new()).await.unwrap();
    serde_json::from_value(times.json().clone()).unwrap()
}
