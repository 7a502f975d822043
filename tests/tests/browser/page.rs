//! What the tests do on a page.

use crate::library;
use lesson::Explorable;
use lesson::figure::{Axis, PANEL_WIDTH, Panel};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::WebDriver;

const WAIT: Duration = Duration::from_millis(25);

/// Opens a page and waits until its figures answer, if it has such.
pub async fn open(driver: &WebDriver, page: &str) {
    open_at(driver, page, "").await;
}

/// Opens a page at a fragment.
pub async fn open_at(driver: &WebDriver, page: &str, fragment: &str) {
    // A fragment alone would not load the page anew.
    driver.goto("about:blank").await.unwrap();
    driver.goto(format!("{}{fragment}", library::address(page))).await.unwrap();
    until(
        driver,
        "return !document.querySelector('[data-explore]') || document.documentElement.dataset.explorables === 'ready'",
        400,
    )
    .await;
    settled(driver).await;
}

/// Waits until a script returns true, a number of times 25 milliseconds at most.
pub async fn until(driver: &WebDriver, script: &str, times: u32) {
    for _ in 0..times {
        if driver.execute(script, Vec::new()).await.unwrap().json() == &Value::Bool(true) {
            return;
        }
        tokio::time::sleep(WAIT).await;
    }
    // Not every driver keeps a log.
    let log = driver.get_log("browser").await;
    panic!("after {times} looks it is not so: {script}\n{log:?}");
}

/// Waits until what has been asked for is drawn, and trained before.
pub async fn settled(driver: &WebDriver) {
    let frames = "const done = arguments[0]; const frame = (next) => requestAnimationFrame(next);
        const look = () => document.querySelector('[data-explore][aria-busy=true]') ? frame(look) : done(true);
        frame(() => frame(look));";
    driver.execute_async(frames, Vec::new()).await.unwrap();
}

/// Runs a script with the explorable of this path as its first argument; gives what it returns.
pub async fn on(driver: &WebDriver, path: &str, script: &str, arguments: Value) -> Value {
    let found = "const figure = document.querySelector(`[data-explore=\"${arguments[0]}\"]`); const given = arguments[1];";
    let result = driver.execute(format!("{found} {script}"), vec![json!(path), arguments]).await.unwrap();
    result.json().clone()
}

/// The address that the page shows for its state.
pub async fn fragment(driver: &WebDriver) -> String {
    let address = driver.execute("return location.hash", Vec::new()).await.unwrap();
    address.json().as_str().unwrap_or_default().to_owned()
}

/// Fails unless the explorable shows what the native code says for this state: picture, words and numbers, to the bit.
pub async fn shows(driver: &WebDriver, path: &str, state: &str) {
    let answer = |wanted| explorables::answer(&[wanted, path, state].join("\u{1e}"));
    let (view, words) = (answer("view"), answer("words"));
    let parts: Vec<Vec<&str>> = [&view, &words].map(|parts| parts.split('\u{1e}').collect()).into();
    let compared = "const same = (element, html) => { const twin = element.cloneNode(false); twin.innerHTML = html;
            return twin.innerHTML === element.innerHTML; };
        const [[svgs], [alt, says, beside, offers, idle, complaint]] = given;
        const asideOf = (input) => input.name && input.closest('.control').hidden;
        const aside = [...figure.querySelector('form').elements].filter(asideOf).map((input) => input.name).join(' ');
        const offered = [...figure.querySelectorAll('[data-offer]:not([aria-disabled=true])')]
            .map((button) => button.dataset.offer).join(' ');
        const panels = figure.querySelector('.panels').cloneNode(true);
        [...panels.children].forEach((svg) => svg.removeAttribute('class'));
        const twin = panels.cloneNode(false); twin.innerHTML = svgs;
        return [
            twin.innerHTML === panels.innerHTML ? '' : 'picture',
            panels.getAttribute('aria-label') === alt ? '' : 'alternative text',
            figure.querySelector('.says').textContent === says ? '' : `sentence: ${figure.querySelector('.says').textContent}`,
            same(figure.querySelector('.beside'), beside) ? '' : `read-outs: ${figure.querySelector('.beside').textContent}`,
            aside === idle ? '' : `set aside: ${aside}`,
            offered === offers.split('\\n').map((line) => line.split(' ')[0]).join(' ') ? '' : `offers: ${offered}`,
            figure.querySelector('.complaint').textContent === complaint ? '' : 'complaint',
        ].filter(Boolean).join('; ');";
    let differs = on(driver, path, compared, json!(parts)).await;
    assert_eq!(differs, json!(""), "{path} at \"{state}\"");
}

/// The state that the page's address carries, as the module gets it.
pub async fn state(driver: &WebDriver) -> String {
    fragment(driver).await.split_once('?').map(|(_, state)| state.to_owned()).unwrap_or_default()
}

/// Sets a state by the page's address.
pub async fn go(driver: &WebDriver, explorable: &Explorable, state: &str) {
    let to = format!("location.hash = '#explore-{}?{state}'", explorable.name);
    driver.execute(to, Vec::new()).await.unwrap();
    settled(driver).await;
}

/// Moves a control by its input.
pub async fn turn(driver: &WebDriver, path: &str, name: &str, value: &str) {
    let turn = "const input = figure.querySelector(`[name=${given[0]}]`); input.value = given[1];
        for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));";
    on(driver, path, turn, json!([name, value])).await;
    settled(driver).await;
}

/// Presses a button of an explorable.
pub async fn press(driver: &WebDriver, path: &str, button: &str) {
    on(driver, path, "figure.querySelector(given).click()", json!(button)).await;
    settled(driver).await;
}

/// Where a place of a panel lies in the window, and where a quarter of the plot towards its middle.
pub async fn way(
    driver: &WebDriver,
    path: &str,
    index: usize,
    panel: &Panel,
    (x, y): (f64, f64),
) -> [(i64, i64); 2] {
    let seen = "const svg = figure.querySelectorAll('.panels > svg')[given];
        svg.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = svg.getBoundingClientRect(); return [left, top, width, height]";
    let seen: [f64; 4] = serde_json::from_value(on(driver, path, seen, json!(index)).await).unwrap();
    let [left, top, width, height] = seen;
    let plot = panel.plot();
    let across = |share: f64| f64::from(plot.x.0) + share * f64::from(plot.x.1 - plot.x.0);
    let down = |share: f64| f64::from(plot.y.1) - share * f64::from(plot.y.1 - plot.y.0);
    let (wide, high) = (f64::from(10 * PANEL_WIDTH), f64::from(10 * panel.height));
    let spot = |x: f64, y: f64| {
        ((left + across(x) * width / wide).round() as i64, (top + down(y) * height / high).round() as i64)
    };
    let share = |at: f64, axis: &Axis| ((at - axis.from) / (axis.to - axis.from)).clamp(0.02, 0.98);
    let (x, y) = (share(x, &panel.x), share(y, &panel.y));
    let away = |at: f64| if at < 0.5 { at + 0.25 } else { at - 0.25 };
    [spot(x, y), spot(away(x), away(y))]
}
