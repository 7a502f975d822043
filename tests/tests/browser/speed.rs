//! How long a move takes, printed and never asserted: `cargo test -p tests --test browser speed -- --ignored --nocapture`.

use crate::driver::with_browser;
use crate::page::{on, open};
use serde_json::json;

#[test]
#[ignore = "a measurement, not a check"]
fn from_input_to_frame() {
    with_browser(|driver| async move {
        for (chapter, list) in chapters::EXPLORABLES {
            for explorable in *list {
                open(&driver, chapter).await;
                let path = format!("{chapter}/{}", explorable.name);
                let begin = "figure.scrollIntoView({ behavior: 'instant' });
                    const inputs = [...figure.querySelectorAll('input[type=range]')].filter((i) => !i.closest('.play'));
                    window.times = []; let turn = 0;
                    const move = () => {
                        if (turn === 120) { return; }
                        const input = inputs[turn % inputs.length];
                        const [min, max, step] = [input.min, input.max, input.step].map(Number);
                        const now = input.valueAsNumber; input.valueAsNumber = now + step > max ? min : now + step;
                        const begun = performance.now();
                        input.dispatchEvent(new Event('input', { bubbles: true }));
                        requestAnimationFrame(() => {
                            const channel = new MessageChannel();
                            channel.port1.onmessage = () => { window.times.push(performance.now() - begun); turn++; setTimeout(move, 20); };
                            channel.port2.postMessage(0);
                        });
                    };
                    if (inputs.length) { move(); } else { turn = 120; window.times = Array(120).fill(0); }";
                on(&driver, &path, begin, json!(null)).await;
                crate::page::until(&driver, "return window.times.length === 120", 2000).await;
                let times = driver.execute("return window.times", Vec::new()).await.unwrap();
                let mut times: Vec<f64> = serde_json::from_value(times.json().clone()).unwrap();
                times.sort_by(f64::total_cmp);
                println!(
                    "{path}: median {:.1} ms, 95th percentile {:.1} ms, worst {:.1} ms",
                    times[60], times[113], times[119]
                );
            }
        }
    });
}
