//! Starters fail, solutions pass, and a likely wrong answer is caught.

use ch4_activation_backward::exercises::softmax_backward;
use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/softmax_backward.rs"]
mod starter;

#[path = "../exercises/solutions/softmax_backward.rs"]
mod solution;

#[test]
fn softmax_backward_starter_fails_where_the_page_says() {
    insta::assert_snapshot!(report(&softmax_backward(starter::softmax_backward).unwrap()));
}

#[test]
fn softmax_backward_solution_passes() {
    let checks = softmax_backward(solution::softmax_backward).unwrap();
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn taking_the_plain_mean_of_the_gradient_is_caught() {
    let checks = softmax_backward(|s, g| {
        let mean = g.iter().sum::<f64>() / g.len() as f64;
        s.iter().zip(g).map(|(s, g)| s * (g - mean)).collect()
    });
    let checks = checks.unwrap();
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn a_list_that_is_too_short_is_caught() {
    let checks = softmax_backward(|_, _| Vec::new()).unwrap();
    assert!(!checks.iter().any(Check::passes), "{}", report(&checks));
}
