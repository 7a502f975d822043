//! The logarithm of a probability: taken afterwards it loses what log-softmax keeps.

use lesson::Lesson;
use ndarray::array;
use nn::elementary::{exp, ln};

pub(crate) fn tell(say: &mut Lesson) {
    // ANCHOR: afterwards
    let logits = array![1000.0, 0.0];
    let probabilities = nn::softmax(&logits);
    let afterwards = probabilities.mapv(ln);
    // ANCHOR_END: afterwards
    say.section("logarithm", "The logarithm, afterwards and at once");
    say.value("far-logits", "logits", &logits);
    say.value("far-probabilities", "softmax", &probabilities);
    say.value("logarithm-afterwards", "ln of softmax", &afterwards);
    say.value("log-softmax", "log_softmax", &nn::log_softmax(&logits));

    say.section("log-sum-exp", "Log-sum-exp, the smooth maximum");
    let pair = array![1000.0, 1000.0];
    say.value("sum-of-exp", "ln(exp(1000) + exp(1000))", ln(pair.mapv(exp).sum()));
    say.value("log-sum-exp-equal", "log_sum_exp of 1000 1000", nn::log_sum_exp(&pair).sum());
    say.value("ln-two", "1000 + ln 2", 1000.0 + ln(2.0));
    say.value("log-sum-exp-far", "log_sum_exp of 1000 0", nn::log_sum_exp(&logits).sum());
}
