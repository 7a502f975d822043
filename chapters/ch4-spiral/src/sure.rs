//! Whether the trained network is as often right as it is sure, and the one number that mends it.

use crate::training::accuracy;
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use ndarray::{Array1, Array2, Axis as Along};
use nn::data::spiral;
use nn::elementary::{ln, max};
use nn::loss::{CategoricalCrossEntropy, Loss};
use nn::random::RandomState;
use nn::search::first;
use nn::{Error, Sequential, argmax, softmax};

/// New points of each class: many, so that a tenth of them is still a fair sample.
const SAMPLES: usize = 1000;
const CLASSES: usize = 3;
const POINTS: usize = SAMPLES * CLASSES;

/// The divisor is fitted on the points of one seed and judged on those of the other.
const FITTED_ON: u32 = 1;
const JUDGED_ON: u32 = 2;

const GROUPS: usize = 10;

/// The logits of points that the network has not been trained on.
struct Answers {
    logits: Array2<f64>,
    labels: Array1<usize>,
}

impl Answers {
    fn new(network: &mut Sequential<f32>, seed: u32) -> Result<Self, Error> {
        let (points, labels) = spiral(SAMPLES, CLASSES, &mut RandomState::new(seed));
        Ok(Self { logits: network.forward(&points)?.mapv(f64::from), labels })
    }

    fn at(&self, divisor: f64) -> Array2<f64> {
        &self.logits / divisor
    }

    /// How sure each answer is: the largest probability of its row.
    fn confidence(&self, divisor: f64) -> Array1<f64> {
        softmax(&self.at(divisor)).map_axis(Along(1), |row| row.fold(0.0, |a, &b| max(a, b)))
    }

    // ANCHOR: slope
    /// The slope of the cross-entropy along 1 / divisor: what each row expects of its logits,
    /// less the logit of its class, on average.
    fn slope(&self, divisor: f64) -> f64 {
        let expected = (softmax(&self.at(divisor)) * &self.logits).sum_axis(Along(1));
        let given = self.labels.indexed_iter().map(|(row, &class)| self.logits[[row, class]]);
        let count = self.labels.len() as f64;
        expected.iter().zip(given).fold(0.0, |sum, (e, z)| sum + (e - z)) / count
    }

    /// The divisor with the smallest cross-entropy: where that slope changes its sign.
    fn fitted(&self) -> f64 {
        first(0.1, 1000.0, |divisor| self.slope(divisor) <= 0.0)
    }
    // ANCHOR_END: slope

    fn loss(&self, divisor: f64) -> Result<f64, Error> {
        CategoricalCrossEntropy.value(&self.at(divisor), &self.labels)
    }

    fn accuracy(&self) -> Result<f64, Error> {
        Ok(accuracy(&argmax(&self.logits.view())?, &self.labels))
    }

    fn right(&self) -> Result<Vec<bool>, Error> {
        let predicted = argmax(&self.logits.view())?;
        Ok(predicted.iter().zip(&self.labels).map(|(predicted, label)| predicted == label).collect())
    }

    /// The answers in tenths, the least sure first: how sure each tenth is, and how often it is right.
    fn tenths(&self, divisor: f64) -> Result<Vec<(f64, f64)>, Error> {
        let confidence = self.confidence(divisor);
        let mut answers: Vec<(f64, bool)> = confidence.into_iter().zip(self.right()?).collect();
        answers.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let mean = |tenth: &[(f64, bool)]| {
            let sure = tenth.iter().fold(0.0, |sum, (confidence, _)| sum + confidence);
            let right = tenth.iter().filter(|(_, right)| *right).count();
            (sure / tenth.len() as f64, right as f64 / tenth.len() as f64)
        };
        Ok(answers.chunks(answers.len() / GROUPS).map(mean).collect())
    }
}

pub(crate) fn tell(network: &mut Sequential<f32>, say: &mut Lesson) -> Result<(), Error> {
    let divisor = Answers::new(network, FITTED_ON)?.fitted();
    let answers = Answers::new(network, JUDGED_ON)?;
    say.section("sure", "As sure as it is right?");
    say.value("divisor", &format!("best divisor, on {POINTS} other points"), divisor);
    say.table(table(&answers, divisor)?);
    say.value("if-alike", "minus the logarithm of the accuracy", -ln(answers.accuracy()?));
    say.try_figure(|| figure(&answers, divisor))
}

fn table(answers: &Answers, fitted: f64) -> Result<Table, Error> {
    let columns = [
        ("divided", "logits divided by"),
        ("confidence", "confidence"),
        ("accuracy", "accuracy"),
        ("loss", "loss"),
    ];
    let mut table = Table::new("sure-table", &format!("The means of {POINTS} new points"), columns);
    for (name, divisor) in [("1", 1.0), ("the best", fitted)] {
        let sure = answers.confidence(divisor).fold(0.0, |sum, c| sum + c) / answers.labels.len() as f64;
        let (accuracy, loss) = (answers.accuracy()?, answers.loss(divisor)?);
        table = table.row([name.into(), sure.into(), accuracy.into(), loss.into()]);
    }
    Ok(table)
}

fn figure(answers: &Answers, fitted: f64) -> Result<Figure, Error> {
    let percent = |title: &str| Axis::new(title, 30.0..=104.0);
    let panel = |title: &str, ink: Ink, divisor: f64| -> Result<Panel, Error> {
        let dots = answers.tenths(divisor)?.into_iter();
        let dots = dots.map(|(sure, right)| Dot::new("", ink, (100.0 * sure, 100.0 * right)));
        let diagonal = Curve::of("as sure as right", Ink::Muted, 30.0..=100.0, |sure| sure);
        Ok(Panel::new(percent(title), percent("accuracy, percent"))
            .with(diagonal.dashed(Dash::Dashed))
            .with_all(dots))
    };
    let caption = format!(
        "Is it right as often as it is sure? Each dot is a tenth of the new points, from the least sure answers to the \
         surest. Below the dashed line the network promises too much. Left: as trained. Right: with all logits divided by \
         {fitted:.1}."
    );
    Ok(Figure::new("sure-figure", caption)
        .panel(panel("confidence, percent, as trained", Ink::Orange, 1.0)?)
        .panel(panel("confidence, percent, divided", Ink::Blue, fitted)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn answers() -> Answers {
        Answers {
            logits: array![[4.0, 0.0, 1.0], [0.5, 2.0, 0.0], [3.0, -1.0, 2.5], [0.0, 1.0, 6.0]],
            labels: array![0, 2, 2, 2],
        }
    }

    #[test]
    fn the_slope_is_that_of_the_loss() {
        let answers = answers();
        for rate in [0.2, 1.0, 2.5] {
            let h = 1e-6;
            let difference =
                answers.loss(1.0 / (rate + h)).unwrap() - answers.loss(1.0 / (rate - h)).unwrap();
            assert!((difference / (2.0 * h) - answers.slope(1.0 / rate)).abs() < 1e-8, "{rate}");
        }
    }

    #[test]
    fn no_other_divisor_has_a_smaller_loss() {
        let answers = answers();
        let (fitted, loss) = (answers.fitted(), |t: f64| answers.loss(t).unwrap());
        assert!((0.2..100.0).contains(&fitted), "{fitted}");
        for factor in [0.5, 0.9, 1.1, 2.0] {
            assert!(loss(fitted) < loss(factor * fitted), "{factor}");
        }
    }
}
