//! What addresses ask for that cannot be had, and what the controls show then.

use crate::driver::{troubles, with_browser};
use crate::page::{go, on, open, open_at, press, state, turn};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

const PAIR: &str = "ch4-relu-pairs/pair";

#[test]
fn a_percent_sign_in_an_address_is_complained_of_and_nothing_more() {
    with_browser(|driver| async move {
        for typed in ["a=100%", "a=%25", "%=1"] {
            open_at(&driver, "ch4-relu-pairs", &format!("#explore-pair?{typed}")).await;
            let complaint = "return figure.querySelector('.complaint').textContent";
            let complaint = on(&driver, PAIR, complaint, json!(null)).await;
            assert!(complaint.as_str().is_some_and(|said| said.contains('%')), "{typed}: {complaint}");
            assert_eq!(troubles(&driver).await, Vec::<String>::new(), "{typed}");
        }
    });
}

#[test]
fn a_list_stands_at_what_is_drawn_instead_of_a_word_that_it_does_not_have() {
    with_browser(|driver| async move {
        open_at(&driver, "ch4-softmax", "#explore-bars?format=f8").await;
        let shown = "return [figure.querySelector('[name=format]').value, figure.querySelector('.complaint').textContent]";
        let shown = on(&driver, "ch4-softmax/bars", shown, json!(null)).await;
        assert_eq!(shown[0], json!("f16"));
        assert!(shown[1].as_str().is_some_and(|said| said.ends_with("not \"f8\"; f16 is drawn")), "{shown}");
    });
}

/// Where a slider, its field or a box stands, and what is complained of.
async fn stands(driver: &WebDriver, path: &str, name: &str) -> [Value; 3] {
    let read = "const input = figure.querySelector(`[name=${given}]`);
        const field = figure.querySelector(`[data-exact=${given}]`);
        return [input.type === 'checkbox' ? input.checked : input.value, field?.value ?? null,
            figure.querySelector('.complaint').textContent]";
    serde_json::from_value(on(driver, path, read, json!(name)).await).unwrap()
}

#[test]
fn controls_stand_at_what_is_drawn() {
    with_browser(|driver| async move {
        for (path, asked, name, stands_at, complained) in [
            ("ch4-feature-space/instrument", "grid=true", "grid", json!([true, null]), "1 is drawn"),
            ("ch4-feature-space/instrument", "grid=", "grid", json!([true, null]), "1 is drawn"),
            ("ch4-spiral/training", "epoch=%2B300", "epoch", json!(["300", "300"]), ""),
            ("ch4-spiral/training", "epoch=-0", "epoch", json!(["0", "0"]), ""),
            ("ch4-softmax/bars", "z1=0x10", "z1", json!(["1", "1"]), "1 is drawn"),
            ("ch4-softmax/bars", "z1=%1e5", "z1", json!(["1", "1"]), "1 is drawn"),
            ("ch4-softmax/bars", "z1=1%26z2=5", "z2", json!(["2", "2"]), "not \"1 z2\"; 1 is drawn"),
            ("ch4-softmax/bars", "z1=f%C3%BCnf", "z1", json!(["1", "1"]), "not \"fünf\"; 1 is drawn"),
        ] {
            let (chapter, figure) = path.split_once('/').unwrap();
            open_at(&driver, chapter, &format!("#explore-{figure}?{asked}")).await;
            let [slider, field, complaint] = stands(&driver, path, name).await;
            assert_eq!(json!([slider, field]), stands_at, "{asked}");
            let complaint = complaint.as_str().unwrap();
            assert!(
                complaint.ends_with(complained) && complaint.is_empty() == complained.is_empty(),
                "{asked}: {complaint}"
            );
            assert_eq!(troubles(&driver).await, Vec::<String>::new(), "{asked}");
        }
    });
}

#[test]
fn what_is_drawn_instead_stands_there_after_another_value_too() {
    with_browser(|driver| async move {
        let path = "ch4-softmax/bars";
        open_at(&driver, "ch4-softmax", "#explore-bars?z1=15").await;
        go(&driver, chapters::explorable(path).unwrap(), "z1=abc").await;
        assert_eq!(stands(&driver, path, "z1").await[..2], [json!("1"), json!("1")]);
    });
}

#[test]
fn a_name_that_no_control_has_is_forgotten_with_the_first_move() {
    with_browser(|driver| async move {
        let path = "ch4-softmax/bars";
        open_at(&driver, "ch4-softmax", "#explore-bars?foo=1").await;
        assert_eq!(stands(&driver, path, "z1").await[2], json!("there is no control \"foo\""));
        turn(&driver, path, "z1", "2.5").await;
        assert_eq!(stands(&driver, path, "z1").await[2], json!(""));
        assert_eq!(state(&driver).await, "z1=2.5");
    });
}

#[test]
fn a_link_to_be_copied_by_hand_goes_when_it_is_no_longer_true() {
    with_browser(|driver| async move {
        let path = "ch4-softmax/bars";
        open(&driver, "ch4-softmax").await;
        let refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))";
        on(&driver, path, refuse, json!(null)).await;
        turn(&driver, path, "z1", "2.5").await;
        press(&driver, path, "[data-do=copy]").await;
        let done = "return figure.querySelector('.done').textContent";
        let link = on(&driver, path, done, json!(null)).await;
        assert!(link.as_str().is_some_and(|link| link.ends_with("#explore-bars?z1=2.5")), "{link}");
        turn(&driver, path, "z1", "3").await;
        assert_eq!(on(&driver, path, done, json!(null)).await, json!(""));
    });
}
