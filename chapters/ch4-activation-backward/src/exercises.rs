//! What the chapter's exercises are checked against.

use lesson::exercise::Check;
use ndarray::Array1;
use nn::{Error, RowActivation};

/// The checks of `exercises/log_softmax_backward.rs`, for the reader's `log_softmax_backward`.
///
/// # Errors
/// None with the logits given here.
pub fn log_softmax_backward(backward: impl Fn(&[f64], &[f64]) -> Vec<f64>) -> Result<Vec<Check>, Error> {
    let cases: [(&[f64], &[f64]); 5] = [
        (&[0.0, 0.0], &[1.0, 0.0]),
        (&[1.0, 2.0, 3.0], &[0.5, 2.0, -1.0]),
        (&[1.0, 2.0, 3.0], &[0.0, 0.0, -1.0]),
        (&[0.0; 4], &[8.0; 4]),
        (&[1000.0, 0.0, 999.0], &[0.0, 0.0, 1.0]),
    ];
    let mut checks = Vec::new();
    for (logits, g) in cases {
        let (logits, g) = (Array1::from(logits.to_vec()), Array1::from(g.to_vec()));
        let s = nn::softmax(&logits).to_vec();
        let got = backward(&s, &g.to_vec());
        let asked = format!("logits {}, g {}", words(&logits), words(&g));
        for (i, &wanted) in RowActivation::LogSoftmax.backward(&logits, &g)?.iter().enumerate() {
            let question = format!("{asked}, entry {i}");
            let got = got.get(i).copied().unwrap_or(f64::NAN);
            checks.push(Check { question, got, wanted, tolerance: 1e-12 });
        }
        // Only a list of another length is asked how long it is: the others have more to be told.
        if got.len() != s.len() {
            let (got, wanted) = (got.len() as f64, s.len() as f64);
            checks.push(Check { question: format!("{asked}, entries"), got, wanted, tolerance: 0.0 });
        }
    }
    Ok(checks)
}

fn words(numbers: &Array1<f64>) -> String {
    numbers.iter().map(f64::to_string).collect::<Vec<_>>().join(" ")
}
