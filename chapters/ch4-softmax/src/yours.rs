//! The reader's own logits: naive and stable, and the logarithm.

use crate::by_hand::{logits as usual, short};
use crate::temperature::{softmax_at, tempered};
use lesson::figure::{Axis, Block, Ink, Panel};
use lesson::{Figure, Lesson};
use ndarray::Array1;
use nn::elementary::exp;

/// More bars than this would be too thin for their labels.
const MOST_BARS: usize = 8;

pub(crate) fn tell(logits: &[f64], temperature: f64, say: &mut Lesson) {
    let logits = if logits.is_empty() { usual() } else { Array1::from(logits.to_vec()) };
    let scaled = &logits / temperature;
    let probabilities = softmax_at(temperature, &logits);
    say.section("yours", "Your logits");
    say.value("your-logits", "logits", &logits);
    say.value("your-temperature", "temperature", temperature);
    say.value("your-exponentials", "exp(logits / temperature)", &scaled.mapv(exp));
    say.value("your-naive", "softmax_naive", &nn::softmax_naive(&scaled));
    say.value("your-softmax", "softmax", &probabilities);
    say.value("your-sum", "its sum", probabilities.iter().sum::<f64>());
    say.value("your-log-softmax", "log_softmax", &nn::log_softmax(&tempered(temperature, &logits)));
    say.value("your-log-sum-exp", "log_sum_exp", nn::log_sum_exp(&scaled).sum());
    if let Ok(class) = nn::argmax(&probabilities) {
        say.value("your-argmax", "argmax", class.sum());
    }
    if logits.len() <= MOST_BARS {
        say.figure(|| bars(&probabilities));
    }
}

fn bars(probabilities: &Array1<f64>) -> Figure {
    let classes = Axis::names("class", (0..probabilities.len()).map(|class| format!("class {class}")));
    let bar = |(class, &p): (usize, &f64)| Block::bar(&short(p), Ink::series(class), class as f64, 0.7, p);
    Figure::new("your-probabilities", "The probabilities of your classes.").panel(
        Panel::new(classes, Axis::new("probability", 0.0..=1.05))
            .with_all(probabilities.iter().enumerate().map(bar)),
    )
}
