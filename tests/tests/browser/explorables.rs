//! Every figure that answers: found, moved, and compared with the native code.

use crate::driver::{troubles, with_browser};
use crate::page::{fragment, go, on, open, open_at, press, settled, shows, state, until, way};
use lesson::explore::{Control, Controls, Kind, State};
use lesson::figure::Panel;
use lesson::{Chapter, Explorable};
use serde_json::{Value, json};
use std::time::Duration;
use tests::{notable, settings};
use thirtyfour::{By, Key, WebDriver};

/// Every explorable with its path.
fn all() -> impl Iterator<Item = (&'static str, String, &'static Explorable)> {
    chapters::ALL.iter().flat_map(|&Chapter { name: chapter, explorables, .. }| {
        explorables
            .iter()
            .map(move |explorable| (chapter, format!("{chapter}/{}", explorable.name), explorable))
    })
}

#[test]
fn each_is_on_its_page_with_its_still_and_its_controls() {
    with_browser(|driver| async move {
        for Chapter { name: chapter, explorables, .. } in chapters::ALL {
            open(&driver, chapter).await;
            let found =
                "return [...document.querySelectorAll('[data-explore]')].map((f) => f.dataset.explore)";
            let found = driver.execute(found, Vec::new()).await.unwrap().json().clone();
            let mut found: Vec<String> = serde_json::from_value(found).unwrap();
            let mut listed: Vec<String> =
                explorables.iter().map(|e| format!("{chapter}/{}", e.name)).collect();
            found.sort();
            listed.sort();
            assert_eq!(found, listed);
            for path in &listed {
                shows(&driver, path, "").await;
                let hidden = "return figure.querySelector('form').hidden || !figure.querySelector('form').offsetHeight";
                assert_eq!(
                    on(&driver, path, hidden, json!(null)).await,
                    json!(false),
                    "{path} has no controls"
                );
            }
            assert_eq!(troubles(&driver).await, Vec::<String>::new(), "{chapter}");
        }
    });
}

#[test]
fn addresses_set_states_and_native_code_agrees_to_the_bit() {
    with_browser(|driver| async move {
        for (chapter, path, explorable) in all() {
            open(&driver, chapter).await;
            for state in settings(&explorable.controls(), 11, 6) {
                go(&driver, explorable, &state).await;
                shows(&driver, &path, &state).await;
            }
            assert_eq!(troubles(&driver).await, Vec::<String>::new(), "{path}");
        }
    });
}

/// What has to be set for a control to change something.
fn awakening(controls: &Controls, control: &Control) -> String {
    let Some((name, word)) = control.when.first() else { return String::new() };
    let other = controls.all().find(|other| other.name == *name).unwrap();
    format!("{}&{name}={word}", awakening(controls, other))
}

/// Whether a control is where no further key moves it on.
fn at_its_end(control: &Control, values: &State) -> bool {
    match &control.kind {
        Kind::Range { to, .. } => values.number(control.name) >= *to,
        Kind::Whole { to, .. } => values.count(control.name) >= *to,
        Kind::Choice(options) => options.last().is_some_and(|(word, _)| *word == values.word(control.name)),
        Kind::Switch | Kind::Play { .. } => false,
    }
}

/// The key that moves a control on, or back from its end.
fn key(control: &Control, at_its_end: bool) -> Key {
    match (&control.kind, at_its_end) {
        (Kind::Switch, _) => Key::Space,
        (Kind::Choice(_), true) => Key::Up,
        (Kind::Choice(_), false) => Key::Down,
        (_, true) => Key::Left,
        (_, false) => Key::Right,
    }
}

#[test]
fn keys_move_every_control_and_the_address_keeps_the_state() {
    with_browser(|driver| async move {
        for (chapter, path, explorable) in all() {
            open(&driver, chapter).await;
            on(
                &driver,
                &path,
                "figure.querySelectorAll('details').forEach((d) => (d.open = true))",
                json!(null),
            )
            .await;
            let controls = explorable.controls();
            for control in controls.all() {
                let now = state(&driver).await;
                if controls.idle(&controls.exactly(&now).unwrap()).contains(&control.name) {
                    go(&driver, explorable, &format!("{now}{}", awakening(&controls, control))).await;
                }
                let id = format!("{}--{}", path.replace('/', "--"), control.name);
                let input = driver.find(By::Id(id)).await.unwrap();
                let before = state(&driver).await;
                let values = controls.exactly(&before).unwrap();
                let at_its_end = at_its_end(control, &values);
                input.focus().await.unwrap();
                if cfg!(target_os = "macos") && matches!(control.kind, Kind::Choice(_)) {
                    // There the arrow keys open the list, and the system draws it.
                    let choose = "const input = figure.querySelector(`select[name=${given[0]}]`);
                        input.selectedIndex += given[1];
                        ['input', 'change'].forEach((type) => input.dispatchEvent(new Event(type, { bubbles: true })))";
                    on(&driver, &path, choose, json!([control.name, if at_its_end { -1 } else { 1 }])).await;
                } else {
                    input.send_keys(key(control, at_its_end) + "").await.unwrap();
                }
                settled(&driver).await;
                let after = state(&driver).await;
                assert_ne!(before, after, "{path}: a key does not move {}", control.name);
                shows(&driver, &path, &after).await;
            }
            let carried = fragment(&driver).await;
            open_at(&driver, chapter, &carried).await;
            shows(&driver, &path, carried.split_once('?').unwrap().1).await;
        }
    });
}

#[test]
fn pointers_move_what_can_be_dragged() {
    with_browser(|driver| async move {
        for (chapter, path, explorable) in all() {
            let view = explorable.still();
            open(&driver, chapter).await;
            for (panel, at) in view.grips() {
                let before = state(&driver).await;
                drag(&driver, &path, panel, &view.figure.panels[panel], at).await;
                let after = state(&driver).await;
                assert_ne!(before, after, "{path}: dragging {at:?} in panel {panel} moves nothing");
                let goes_on =
                    on(&driver, &path, "return figure.contains(document.activeElement)", json!(null)).await;
                assert_eq!(goes_on, json!(true), "{path}: after {at:?} in panel {panel} keys are the page's");
                shows(&driver, &path, &after).await;
                press(&driver, &path, "[data-do=reset]").await;
            }
        }
    });
}

/// Drags what lies at a place of a panel, given in the units of its axes, a quarter of the plot towards its middle.
async fn drag(driver: &WebDriver, path: &str, index: usize, panel: &Panel, at: (f64, f64)) {
    let [from, to] = way(driver, path, index, panel, at).await;
    let chain = driver.action_chain().move_to(from.0, from.1).click_and_hold().move_to(to.0, to.1).release();
    chain.perform().await.unwrap();
    settled(driver).await;
}

#[test]
fn presets_reset_and_undo_go_where_they_say() {
    with_browser(|driver| async move {
        for (chapter, path, explorable) in all() {
            open(&driver, chapter).await;
            for (list, presets) in explorable.controls().presets.iter().enumerate() {
                for (index, preset) in presets.list.iter().enumerate() {
                    let choose = "const select = figure.querySelectorAll('[data-presets]')[given[0]];
                        select.selectedIndex = given[1] + 1;
                        select.dispatchEvent(new Event('change', { bubbles: true }))";
                    on(&driver, &path, choose, json!([list, index])).await;
                    settled(&driver).await;
                    shows(&driver, &path, &preset.address).await;
                    let shown =
                        "return figure.querySelectorAll('[data-presets]')[given[0]].value === given[1]";
                    let shown = on(&driver, &path, shown, json!([list, preset.address])).await;
                    assert_eq!(shown, json!(true), "{path} does not tell that it shows {}", preset.label);
                }
            }
            let changed = settings(&explorable.controls(), 5, 1).remove(0);
            go(&driver, explorable, &changed).await;
            press(&driver, &path, "[data-do=reset]").await;
            shows(&driver, &path, "").await;
            press(&driver, &path, "[data-do=undo]").await;
            shows(&driver, &path, &changed).await;
        }
    });
}

#[test]
fn what_is_offered_can_be_taken_and_given_back() {
    with_browser(|driver| async move {
        for (chapter, path, explorable) in all() {
            let controls = explorable.controls();
            let states = notable(&controls);
            for (name, _) in &controls.offers {
                let offered = |state: &String| {
                    let found =
                        explorable.at(state).unwrap().offers.into_iter().find(|(offer, _)| offer == name);
                    found.map(|(_, changes)| (state.clone(), changes))
                };
                let (state, changes) = states.iter().find_map(offered).unwrap();
                open(&driver, chapter).await;
                let button = format!("[data-offer={name}]");
                press(&driver, &path, &button).await;
                shows(&driver, &path, "").await;
                go(&driver, explorable, &state).await;
                press(&driver, &path, &button).await;
                shows(&driver, &path, &changed(&state, &changes)).await;
                press(&driver, &path, "[data-do=undo]").await;
                shows(&driver, &path, &state).await;
            }
        }
    });
}

/// A state after changes.
fn changed(state: &str, changes: &str) -> String {
    let name = |part: &str| part.split('=').next().unwrap_or_default().to_owned();
    let kept = state.split('&').filter(|part| !changes.split('&').any(|change| name(change) == name(part)));
    kept.chain(changes.split('&')).collect::<Vec<_>>().join("&")
}

#[test]
fn a_complaint_is_written_once_while_it_stays_the_same() {
    with_browser(|driver| async move {
        let path = "ch4-relu-pairs/pair";
        open_at(&driver, "ch4-relu-pairs", "#explore-pair?c=x").await;
        let watched = "window.written = 0; const line = figure.querySelector('.complaint');
            new MutationObserver((all) => (window.written += all.length)).observe(line, { childList: true, characterData: true, subtree: true });";
        on(&driver, path, watched, json!(null)).await;
        for value in ["0.5", "1", "1.5"] {
            let turn = "const input = figure.querySelector('[name=w]'); input.value = given;
                input.dispatchEvent(new Event('input', { bubbles: true }))";
            on(&driver, path, turn, json!(value)).await;
            settled(&driver).await;
        }
        shows(&driver, path, "w=1.5&c=x").await;
        assert_eq!(on(&driver, path, "return window.written", json!(null)).await, json!(0));
        press(&driver, path, "[data-do=reset]").await;
        assert_eq!(on(&driver, path, "return window.written > 0", json!(null)).await, json!(true));
    });
}

#[test]
fn data_and_picture_are_those_of_the_state() {
    with_browser(|driver| async move {
        for (chapter, path, explorable) in all() {
            let state = settings(&explorable.controls(), 3, 1).remove(0);
            open_at(&driver, chapter, &format!("#explore-{}?{state}", explorable.name)).await;
            let answer = |wanted: &str| explorables::answer(&[wanted, &path, &state].join("\u{1e}"));
            let data =
                "figure.querySelector('[data-do=data]').click(); const twin = document.createElement('div');
                twin.innerHTML = given; const shown = figure.querySelector('.data');
                return !shown.hidden && shown.innerHTML === twin.innerHTML";
            assert_eq!(on(&driver, &path, data, json!(answer("data"))).await, json!(true), "{path}: data");
            let saved =
                "let text; const kept = URL.createObjectURL; const click = HTMLAnchorElement.prototype.click;
                URL.createObjectURL = (blob) => { window.saved = blob.text(); return 'blob:none'; };
                HTMLAnchorElement.prototype.click = () => {};
                figure.querySelector('[data-do=svg]').click();
                URL.createObjectURL = kept; HTMLAnchorElement.prototype.click = click;";
            on(&driver, &path, saved, json!(null)).await;
            let picture = driver
                .execute_async("window.saved.then((text) => arguments[0](text))", Vec::new())
                .await
                .unwrap();
            assert_eq!(picture.json(), &json!(answer("svg")), "{path}: SVG");
        }
    });
}

#[test]
fn what_counts_can_be_played_paused_and_stepped() {
    with_browser(|driver| async move {
        for (chapter, path, explorable) in all() {
            let controls = explorable.controls();
            let Some(counter) = controls.all().find(|control| matches!(control.kind, Kind::Play { .. }))
            else {
                continue;
            };
            open(&driver, chapter).await;
            let count = "return Number(figure.querySelector('form').elements.namedItem(given).value)";
            let at = |value: Value| value.as_f64().unwrap();
            let start = at(on(&driver, &path, count, json!(counter.name)).await);
            on(&driver, &path, "figure.querySelector('[data-forward]').click()", json!(null)).await;
            settled(&driver).await;
            assert_eq!(at(on(&driver, &path, count, json!(counter.name)).await), start + 1.0, "{path}");
            on(&driver, &path, "figure.querySelector('[data-play]').click()", json!(null)).await;
            for _ in 0..5 {
                settled(&driver).await;
            }
            on(&driver, &path, "const play = figure.querySelector('[data-play]'); if (play.textContent === 'Pause') play.click()", json!(null))
                .await;
            settled(&driver).await;
            assert!(
                at(on(&driver, &path, count, json!(counter.name)).await) > start + 1.0,
                "{path} does not play"
            );
            shows(&driver, &path, &state(&driver).await).await;
        }
    });
}

#[test]
fn a_link_in_the_prose_sets_a_state_in_full_sight_and_a_wrong_address_is_said() {
    with_browser(|driver| async move {
        for (chapter, _, explorable) in all() {
            open(&driver, chapter).await;
            let links = format!(
                "main p a[href^='#explore-{}?'], main li a[href^='#explore-{}?']",
                explorable.name, explorable.name
            );
            let links = driver.find_all(By::Css(links)).await.unwrap();
            assert!(links.len() >= 2, "{chapter}: {} links set a state of {}", links.len(), explorable.name);
            for link in links {
                let to = link.attr("href").await.unwrap().unwrap();
                driver.execute("arguments[0].click()", vec![link.to_json().unwrap()]).await.unwrap();
                settled(&driver).await;
                shows(&driver, &format!("{chapter}/{}", explorable.name), to.split_once('?').unwrap().1)
                    .await;
            }
            let seen = format!(
                "const [bar, figure] = ['#mdbook-menu-bar', '#explore-{}']
                    .map((it) => document.querySelector(it).getBoundingClientRect());
                return bar.bottom <= figure.top && figure.top < bar.bottom + 20;",
                explorable.name
            );
            until(&driver, &seen, 100).await;
        }
        open_at(&driver, "ch4-relu-pairs", "#explore-pair?a=9&w=0.5").await;
        shows(&driver, "ch4-relu-pairs/pair", "w=0.5&a=9").await;
    });
}

#[test]
fn a_move_shows_its_picture_at_once_and_its_words_after() {
    with_browser(|driver| async move {
        open(&driver, "ch4-relu-pairs").await;
        let path = "ch4-relu-pairs/pair";
        // The first move after a pause waits for no frame.
        tokio::time::sleep(Duration::from_millis(200)).await;
        let moves = "const now = () => [figure.querySelector('.panels').innerHTML, figure.querySelector('.says').textContent];
            const input = figure.querySelector('[name=w]'); const before = now();
            for (const value of ['1', '0.5']) {
                input.value = value; input.dispatchEvent(new Event('input', { bubbles: true }));
            }
            const after = now();
            return [after[0] !== before[0], after[1] === before[1], figure.getAttribute('aria-busy')];";
        let seen = on(&driver, path, moves, json!(null)).await;
        assert_eq!(seen, json!([true, true, "true"]));
        settled(&driver).await;
        shows(&driver, path, "w=0.5").await;
    });
}

#[test]
fn a_field_takes_every_digit_and_an_empty_one_gets_its_number_back() {
    with_browser(|driver| async move {
        let (path, exact) = ("ch4-softmax/bars", "0.12345678901234567");
        open(&driver, "ch4-softmax").await;
        let field = driver.find(By::Css("[data-exact=z1]")).await.unwrap();
        for typed in [exact, ""] {
            on(&driver, path, "figure.querySelector('[data-exact=z1]').select()", json!(null)).await;
            field.send_keys(Key::Delete + typed + Key::Tab).await.unwrap();
            settled(&driver).await;
            shows(&driver, path, &format!("z1={exact}")).await;
            assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(exact));
        }
    });
}

#[test]
fn what_is_being_typed_stays_while_something_plays() {
    with_browser(|driver| async move {
        let path = "ch4-spiral/training";
        open(&driver, "ch4-spiral").await;
        go(&driver, chapters::explorable(path).unwrap(), "epoch=0").await;
        on(&driver, path, "figure.querySelector('[data-play]').click()", json!(null)).await;
        on(&driver, path, "figure.querySelector('[data-exact=seed]').select()", json!(null)).await;
        let field = driver.find(By::Css("#explore-training [data-exact=seed]")).await.unwrap();
        for (key, stands) in [(Key::Delete + "", ""), ("1".into(), "1"), ("2".into(), "12")] {
            field.send_keys(key).await.unwrap();
            tokio::time::sleep(Duration::from_millis(200)).await;
            assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(stands));
        }
        let playing = "return figure.querySelector('[data-play]').textContent";
        assert_eq!(on(&driver, path, playing, json!(null)).await, json!("Pause"));
        press(&driver, path, "[data-play]").await;
        assert!(state(&driver).await.contains("seed=12"), "{}", state(&driver).await);
    });
}
