//! What the tests do on a page.

use crate::library;
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
    let log = driver.get_log("browser").await.unwrap();
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
        const [[svgs], [alt, says, beside, idle, complaint]] = given;
        const asideOf = (input) => input.name && input.closest('.control').hidden;
        const aside = [...figure.querySelector('form').elements].filter(asideOf).map((input) => input.name).join(' ');
        const panels = figure.querySelector('.panels').cloneNode(true);
        [...panels.children].forEach((svg) => svg.removeAttribute('class'));
        const twin = panels.cloneNode(false); twin.innerHTML = svgs;
        return [
            twin.innerHTML === panels.innerHTML ? '' : 'picture',
            panels.getAttribute('aria-label') === alt ? '' : 'alternative text',
            figure.querySelector('.says').textContent === says ? '' : `sentence: ${figure.querySelector('.says').textContent}`,
            same(figure.querySelector('.beside'), beside) ? '' : `read-outs: ${figure.querySelector('.beside').textContent}`,
            aside === idle ? '' : `set aside: ${aside}`,
            figure.querySelector('.complaint').textContent === complaint ? '' : 'complaint',
        ].filter(Boolean).join('; ');";
    let differs = on(driver, path, compared, json!(parts)).await;
    assert_eq!(differs, json!(""), "{path} at \"{state}\"");
}
