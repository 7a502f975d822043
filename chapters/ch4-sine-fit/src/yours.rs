//! The reader's own pairs, inputs and networks.

use crate::knobs::{Setting, listed};
use crate::network::{Network, RELU, embedded, parameters, spread};
use crate::pairs::Pairs;
use crate::pictures::{ERROR, FIT, error_of, output_of, output_through, over_x, sampled, target};
use crate::refusal;
use crate::ruler::{Ruler, sine};
use crate::starts::Run;
use crate::steps::tuned;
use crate::trace;
use crate::training::{Losses, Schedule};
use lesson::figure::{Curve, Ink};
use lesson::{Figure, Lesson, Refusal, Table, exact};
use nn::{Activation, Error};

/// The tuned pairs with some numbers set.
pub(crate) fn pairs_with(settings: &[Setting]) -> Pairs {
    let mut pairs = tuned();
    settings.iter().for_each(|setting| setting.apply(&mut pairs));
    pairs
}

/// The pairs with the reader's settings, and the reader's inputs on their way through them.
pub(crate) fn pairs(settings: &[Setting], inputs: &[f64], say: &mut Lesson) {
    let (ruler, pairs) = (Ruler::new(), pairs_with(settings));
    let fit = ruler.measure(|x| pairs.value(x));
    say.section("your-pairs", "Your pairs");
    say.value("your-settings", "set", if settings.is_empty() { "nothing".into() } else { listed(settings) });
    say.value("your-worst", "largest error", fit.worst);
    say.value("your-worst-at", "at x =", fit.at);
    say.value("your-rmse", "RMSE", fit.rmse);
    say.value("your-tuned-worst", "largest error as tuned", ruler.measure(|x| tuned().value(x)).worst);
    let error = error_of("error", ERROR, |x| pairs.value(x), &pairs.corners());
    say.figure(|| {
        Figure::new("your-fit", "How close do the pairs come with your settings? Left: their output over the sine. Right: its error.")
            .panel(over_x("f(x)", -1.3, 1.9).with(target()).with(output_of(&pairs)))
            .panel(over_x("f(x) - sine", -0.2, 0.2).with(error))
    });
    for (index, &x) in inputs.iter().enumerate() {
        trace::one(&format!("input-{}", index + 1), x, "", &pairs, say);
    }
}

/// A network as the reader wants it.
pub(crate) struct Wanted {
    /// The pairs to start from, or none for a random start.
    pub pairs: Option<Pairs>,
    pub hidden: Vec<usize>,
    pub activation: Activation,
    pub seed: u32,
    pub epochs: usize,
    pub rate: f64,
}

impl Wanted {
    /// About how much there is to compute: each weight for each point of a step three times, and for each point of the
    /// ruler before and after.
    pub(crate) fn work(&self) -> f64 {
        const MEASURED: f64 = 400_000.0;
        let widths: Vec<f64> =
            [1].iter().chain(&self.hidden).chain(&[1]).map(|&width| width as f64).collect();
        let weights: f64 = widths.windows(2).map(|pair| pair[0] * pair[1] + pair[1]).sum();
        let samples = Schedule::from_start(self.pairs.is_some()).samples as f64;
        weights * (3.0 * samples * self.epochs as f64 + MEASURED)
    }
}

/// Trains a network as the reader wants it, and says what became of it.
///
/// # Errors
/// [`Refusal`] if the training diverges.
pub(crate) fn network(wanted: &Wanted, say: &mut Lesson) -> Result<(), Refusal> {
    let run = train(wanted, say).map_err(|error| refusal(&error))?;
    match run.losses.last() {
        Some(&(epoch, loss)) if !(loss.is_finite() && run.fit.worst.is_finite()) => Err(Refusal(format!(
            "with the learning rate {} the training diverges: by epoch {epoch} nothing is left of the network in 32-bit \
             floats; give a smaller --lr",
            exact(wanted.rate)
        ))),
        _ => tell(wanted, run, say).map_err(|error| refusal(&error)),
    }
}

fn train(wanted: &Wanted, say: &mut Lesson) -> Result<Run, Error> {
    let network = match &wanted.pairs {
        Some(pairs) => embedded(pairs, wanted.activation)?,
        None => spread(&wanted.hidden, wanted.activation, wanted.seed)?,
    };
    let usual = Schedule::from_start(wanted.pairs.is_some());
    let schedule = Schedule { epochs: wanted.epochs, rate: wanted.rate, ..usual };
    Run::of(network, (wanted.seed, schedule), "training your network", &Ruler::new(), say)
}

fn tell(wanted: &Wanted, run: Run, say: &mut Lesson) -> Result<(), Error> {
    let Run { mut network, losses, before, after, fit, .. } = run;
    say.section("your-network", "Your network");
    say.value("your-activation", "activation", wanted.activation.name());
    say.value("your-parameters", "weights and biases", parameters(&mut network));
    say.value("your-network-worst", "largest error", fit.worst as f32);
    say.value("your-network-at", "at x =", fit.at);
    say.value("your-network-rmse", "RMSE", fit.rmse as f32);
    say.value("your-dead-before", "dead units before, layer by layer", before.dead_words());
    say.value("your-dead", "dead units after", after.dead_words());
    if wanted.activation == RELU {
        say.value("your-pieces", "straight pieces", after.pieces);
    }
    say.table(table(&losses));
    say.try_figure(|| figure(&mut network))
}

/// About ten of the losses, first and last among them.
fn table(losses: &Losses) -> Table {
    let stride = (losses.len() / 10).max(1);
    let last = losses.len().saturating_sub(1);
    let shown = losses.iter().enumerate().filter(|(at, _)| at.is_multiple_of(stride) || *at == last);
    Table::new("your-losses", "The mean squared error while training", [("epoch", "epoch"), ("loss", "loss")])
        .rows(shown.into_iter().map(|(_, &(epoch, loss))| [epoch.into(), (loss as f32).into()]))
}

fn figure(network: &mut Network) -> Result<Figure, Error> {
    let points = sampled(network)?;
    let error = Curve::through("error", Ink::Orange, points.iter().map(|&(x, y)| (x, y - sine(x))));
    Ok(Figure::new(
        "your-trained-fit",
        "How close does your network come? Left: its output over the sine, after training. Right: its error.",
    )
    .panel(over_x("f(x)", -1.3, 1.9).with(target()).with(output_through("f", FIT, &points)))
    .panel(over_x("f(x) - sine", -0.2, 0.2).with(error)))
}
