//! Starters fail, solutions pass, and a likely wrong answer is caught.

use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/dot.rs"]
mod starter;

#[path = "../exercises/solutions/dot.rs"]
mod solution;

fn checks(dot: impl Fn(&[f32], &[f32]) -> f32) -> Vec<Check> {
    ch4_spiral::exercises::dot(dot).expect("the shapes are fixed, and fit")
}

#[test]
fn dot_starter_fails_where_the_page_says() {
    insta::assert_snapshot!(report(&checks(starter::dot)));
}

#[test]
fn dot_solution_passes() {
    let checks = checks(solution::dot);
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn rounding_the_products_first_is_caught() {
    let checks = checks(|inputs, weights| {
        let products = inputs.iter().zip(weights).map(|(x, w)| f64::from(x * w));
        products.sum::<f64>() as f32
    });
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}
