//! A browser for one test: its driver on a port of its own, and a session in it.

use crate::client::Client;
use serde_json::Value;
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::{self, sleep};
use std::time::Duration;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// A process that ends with the test.
struct Running(Child);

impl Running {
    /// Starts a program; `None` if there is none.
    fn start(command: &mut Command) -> Option<Self> {
        command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok().map(Self)
    }

    /// What is said by the first line for which something is. What it prints after that is read and left.
    fn says(&mut self, find: impl Fn(&str) -> Option<String>) -> Option<String> {
        let mut lines = BufReader::new(self.0.stdout.take()?).lines().map_while(Result::ok);
        let found = lines.find_map(|line| find(&line));
        thread::spawn(move || lines.for_each(drop));
        found
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A driver as a process, and the port where it listens.
struct Service {
    port: String,
    /// In the order in which they are to end.
    _running: Vec<Running>,
}

impl Service {
    fn chromium() -> Option<Self> {
        let mut driver = Running::start(Command::new("chromedriver").arg("--port=0"))?;
        // The port that was asked for may be any.
        let port = driver.says(|line| {
            let started = line.contains("started successfully");
            started.then(|| Some(line.rsplit_once("on port ")?.1.trim_end_matches('.').to_owned()))?
        })?;
        Some(Self { port, _running: vec![driver] })
    }

    fn firefox() -> Option<Self> {
        let mut driver = Running::start(Command::new("geckodriver").arg("--port=0"))?;
        let port =
            driver.says(|line| Some(line.split_once("Listening on 127.0.0.1:")?.1.trim().to_owned()))?;
        Some(Self { port, _running: vec![driver] })
    }

    /// WebKit draws on a screen, so it gets one that nobody sees.
    fn webkit() -> Option<Self> {
        let screen = ["-displayfd", "1", "-screen", "0", "1400x1000x24"];
        let mut screen = Running::start(Command::new("Xvfb").args(screen))?;
        let display = screen.says(|line| Some(format!(":{line}")))?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).ok()?.local_addr().ok()?.port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).env("DISPLAY", display);
        // The pages are ours, and a system may forbid what its sandbox needs.
        driver.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        let driver = Running::start(&mut driver)?;
        let listens = |_: &u16| {
            sleep(Duration::from_millis(25));
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
        };
        (0..400).find(listens)?;
        Some(Self { port: port.to_string(), _running: vec![driver, screen] })
    }
}

fn firefox() -> Capabilities {
    let mut firefox = DesiredCapabilities::firefox();
    firefox.add_arg("-headless").unwrap();
    firefox.into()
}

fn chromium() -> Capabilities {
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

/// Runs a test in a Chromium of its own.
pub fn with_browser<Test: Future<Output = ()>>(test: impl FnOnce(WebDriver) -> Test) {
    match Service::chromium() {
        Some(service) => run(&service, chromium(), test),
        None => not_tested("chromedriver does not start: install Chromium and its driver", true),
    }
}

/// Runs a test in a WebKit of its own, which is the engine of Safari. It can be had on Linux alone.
pub fn with_webkit<Test: Future<Output = ()>>(test: impl FnOnce(WebDriver) -> Test) {
    match Service::webkit() {
        Some(service) => run(&service, Capabilities::default(), test),
        None => not_tested(
            "WebKit does not start: install its driver (Debian's webkit2gtk-driver) and Xvfb",
            cfg!(target_os = "linux"),
        ),
    }
}

/// Runs a test in a Firefox of its own. The machines of GitHub have its driver, Debian has not.
pub fn with_firefox<Test: Future<Output = ()>>(test: impl FnOnce(WebDriver) -> Test) {
    match Service::firefox() {
        Some(service) => run(&service, firefox(), test),
        None => not_tested(
            "geckodriver does not start: install Firefox and its driver",
            std::env::var_os("GECKOWEBDRIVER").is_some(),
        ),
    }
}

/// A browser that is missing fails the test where `CI` is set, if it can be had there.
fn not_tested(why: &str, to_be_had: bool) {
    assert!(!to_be_had || std::env::var_os("CI").is_none(), "{why}");
    eprintln!("not tested: {why}");
}

fn run<Test: Future<Output = ()>>(
    service: &Service,
    capabilities: Capabilities,
    test: impl FnOnce(WebDriver) -> Test,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let address = format!("http://localhost:{}", service.port);
        let driver = WebDriver::builder(&address, capabilities).client(Client::new()).await.unwrap();
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
