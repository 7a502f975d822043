//! Predictions and exercises that check themselves.

use crate::driver::with_browser;
use crate::page::open;
use lesson::Chapter;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

/// Answers the form of this kind with this number on the page, and gives how it is judged: the verdict, and the reason.
async fn answered(driver: &WebDriver, script: &str, given: Value) -> (String, String) {
    let judged = format!(
        "const given = arguments[0]; {script}
        form.requestSubmit(); const feedback = form.querySelector('.feedback');
        const [verdict, ...reason] = feedback.children;
        return [verdict.textContent, reason.map((part) => part.textContent).join(' ').trim()];"
    );
    serde_json::from_value(driver.execute(judged, vec![given]).await.unwrap().json().clone()).unwrap()
}

#[test]
fn every_choice_gets_its_own_verdict_and_reason() {
    with_browser(|driver| async move {
        for Chapter { name: chapter, .. } in chapters::ALL {
            open(&driver, chapter).await;
            let forms = "return [...document.querySelectorAll('form.predict:not([data-answer])')].map((form) =>
                [...form.querySelectorAll('.reason')].map((reason) => reason.classList.contains('is-right')))";
            let forms = driver.execute(forms, Vec::new()).await.unwrap().json().clone();
            let forms: Vec<Vec<bool>> = serde_json::from_value(forms).unwrap();
            assert!(!forms.is_empty(), "{chapter} asks for no choice");
            let choose = "const form = document.querySelectorAll('form.predict:not([data-answer])')[given[0]];
                const choice = form.querySelectorAll('input')[given[1]]; if (choice) { choice.checked = true; }";
            for (number, choices) in forms.iter().enumerate() {
                let place = format!("choice {number} of {chapter}");
                assert_eq!(choices.iter().filter(|right| **right).count(), 1, "{place}");
                let (verdict, _) = answered(&driver, choose, json!([number, choices.len()])).await;
                assert_eq!(verdict, "Choose an answer first.", "{place}");
                let mut reasons = Vec::new();
                for (choice, right) in choices.iter().enumerate() {
                    let (verdict, reason) = answered(&driver, choose, json!([number, choice])).await;
                    assert_eq!(verdict, if *right { "Right." } else { "Not so." }, "{place}");
                    assert!(!reason.is_empty() && !reasons.contains(&reason), "{place}: {reason}");
                    reasons.push(reason);
                }
            }
        }
    });
}

#[test]
fn every_number_gets_its_verdict_and_reason() {
    with_browser(|driver| async move {
        for Chapter { name: chapter, .. } in chapters::ALL {
            open(&driver, chapter).await;
            let forms =
                "return [...document.querySelectorAll('form.predict[data-answer]')].map(({ dataset }) =>
                [Number(dataset.answer), Number(dataset.within)])";
            let forms = driver.execute(forms, Vec::new()).await.unwrap().json().clone();
            let forms: Vec<(f64, f64)> = serde_json::from_value(forms).unwrap();
            let write = "const form = document.querySelectorAll('form.predict[data-answer]')[given[0]];
                form.querySelector('input').value = given[1];";
            for (number, (answer, within)) in forms.into_iter().enumerate() {
                let place = format!("number {number} of {chapter}");
                let (verdict, _) = answered(&driver, write, json!([number, ""])).await;
                assert_eq!(verdict, "Type a number first.", "{place}");
                let (verdict, reason) = answered(&driver, write, json!([number, answer])).await;
                assert_eq!(verdict, "Right.", "{place}");
                assert!(!reason.is_empty(), "{place}");
                let far = answer + 1000.0 * (within + 1.0);
                let (verdict, reason) = answered(&driver, write, json!([number, far])).await;
                assert_eq!(verdict, "Not so.", "{place}");
                assert!(!reason.is_empty(), "{place}");
            }
        }
    });
}

#[test]
fn a_number_is_judged_by_the_range_it_falls_into() {
    with_browser(|driver| async move {
        open(&driver, "ch4-relu-pairs").await;
        let write = "const form = document.querySelector('form.predict[data-answer]');
            form.querySelector('input').value = given;";
        for (given, verdict, begins) in [
            (1.4, "Not so.", "You may have added 0.4 to c."),
            (0.9, "Not so.", "That is h at x = \u{2212}0.4."),
            (1.8005, "Right.", "There h is 0.9"),
            (1.802, "Not so.", "Neuron 2 must receive exactly 0"),
            (7.0, "Not so.", "Neuron 2 must receive exactly 0"),
        ] {
            let (judged, reason) = answered(&driver, write, json!(given)).await;
            assert_eq!(judged, verdict, "{given}");
            assert!(reason.starts_with(begins), "{given}: {reason}");
        }
    });
}

#[test]
fn a_number_beyond_a_limit_is_wrong_however_near() {
    with_browser(|driver| async move {
        open(&driver, "ch4-softmax").await;
        let write = "const form = document.querySelector('form.predict[data-answer^=\"88.7\"]');
            form.querySelector('input').value = given;";
        for (given, verdict) in [(88.0, "Right."), (88.72, "Right."), (89.0, "Not so.")] {
            assert_eq!(answered(&driver, write, json!(given)).await.0, verdict, "{given}");
        }
    });
}
