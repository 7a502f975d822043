//! Starters fail, solutions pass, and likely wrong answers are caught.

use ch4_sine_fit::exercises::share_on;
use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/share_on.rs"]
mod starter;

#[path = "../exercises/solutions/share_on.rs"]
mod solution;

#[test]
fn share_on_starter_fails_where_the_page_says() {
    insta::assert_snapshot!(report(&share_on(starter::share_on)));
}

#[test]
fn share_on_solution_passes() {
    let checks = share_on(solution::share_on);
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn a_look_at_the_ends_alone_is_caught() {
    let ends = |w: f64, b: f64| [b, w + b].into_iter().filter(|&z| z > 0.0).count() as f64 / 2.0;
    assert!(!share_on(ends).iter().all(Check::passes));
}

#[test]
fn a_forgotten_w_of_0_is_caught() {
    let checks = share_on(|w, b| {
        let corner = (-b / w).clamp(0.0, 1.0);
        if w > 0.0 { 1.0 - corner } else { corner }
    });
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}
