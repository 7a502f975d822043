//! A browser for one test: chromedriver on a port of its own, and a session in it.

use crate::client::Client;
use serde_json::Value;
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// chromedriver as a process, which ends with the test.
struct Service {
    process: Child,
    port: String,
}

impl Service {
    /// Starts chromedriver; `None` if there is none.
    fn start() -> Option<Self> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut lines = BufReader::new(process.stdout.take()?).lines().map_while(Result::ok);
        // The first line names the port that was asked for, which may be any.
        let started = lines.find(|line| line.contains("started successfully"))?;
        let port = started.rsplit_once("on port ")?.1.trim_end_matches('.').to_owned();
        Some(Self { process, port })
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn capabilities() -> Capabilities {
    let mut chrome = DesiredCapabilities::chrome();
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A finger to the right is not to leave the page.
        "--disable-features=OverscrollHistoryNavigation",
        "--window-size=1280,900",
    ] {
        chrome.add_arg(argument).unwrap();
    }
    for kind in ["browser", "performance"] {
        chrome.set_logging_prefs(kind, LoggingPrefsLogLevel::All).unwrap();
    }
    chrome.into()
}

/// Runs a test in a browser of its own.
pub fn with_browser<Test: Future<Output = ()>>(test: impl FnOnce(WebDriver) -> Test) {
    let Some(service) = Service::start() else {
        assert!(
            std::env::var_os("CI").is_none(),
            "chromedriver does not start: install Chromium and its driver"
        );
        eprintln!("not tested: there is no chromedriver here; install Chromium and its driver");
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let address = format!("http://localhost:{}", service.port);
        let driver = WebDriver::builder(&address, capabilities()).client(Client::new()).await.unwrap();
        test(driver.clone()).await;
        driver.quit().await.unwrap();
    });
}

/// What the page's console complained of, and every address that was asked for outside the machine's files.
pub async fn troubles(driver: &WebDriver) -> Vec<String> {
    let mut troubles = Vec::new();
    for entry in driver.get_log("browser").await.unwrap() {
        troubles.push(format!("console: {entry:?}"));
    }
    for entry in driver.get_log("performance").await.unwrap() {
        let event: Value = serde_json::from_str(&entry.message).unwrap();
        let address = event.pointer("/message/params/request/url").and_then(Value::as_str);
        let leaves = |address: &&str| {
            !["file:", "data:", "blob:", "chrome:"].iter().any(|own| address.starts_with(own))
        };
        troubles.extend(address.filter(leaves).map(|address| format!("request: {address}")));
    }
    troubles
}
