//! The network trained: 64 hidden units and Adam, with nnfs's settings.

use crate::grid::{FINE, middles};
use crate::network::SCALE;
use crate::points::{at, classes, plane};
use crate::sure;
use lesson::figure::{Axis, Cells, Curve, Ink, Panel, Rule, Side};
use lesson::{Figure, Lesson, Table};
use ndarray::{Array1, Array2};
use nn::data::spiral;
use nn::elementary::{ln, max};
use nn::initialise::scaled_normal;
use nn::layer::Dense;
use nn::loss::{CategoricalCrossEntropy, Loss};
use nn::optimiser::Adam;
use nn::random::RandomState;
use nn::{Error, RELU, Sequential, argmax};

/// What to train and for how long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub seed: u32,
    pub samples: usize,
    pub classes: usize,
    pub hidden: usize,
    pub epochs: usize,
}

impl Default for Plan {
    fn default() -> Self {
        Self { seed: 0, samples: 100, classes: 3, hidden: 64, epochs: 10_000 }
    }
}

impl Plan {
    /// How many times a hidden unit answers to a point.
    pub(crate) fn work(&self) -> u64 {
        [self.samples, self.classes, self.hidden, self.epochs].into_iter().map(|count| count as u64).product()
    }

    /// The epochs at which regions are drawn: none, and about 1, 10 and 100 percent of all.
    pub(crate) fn stages(&self) -> Vec<usize> {
        let mut stages = vec![0, self.epochs / 100, self.epochs / 10, self.epochs];
        stages.dedup();
        stages
    }
}

/// How often the network is looked at.
const LOOKS: usize = 200;

/// A network and its points on the way.
#[derive(Clone)]
pub(crate) struct Training {
    plan: Plan,
    points: Array2<f32>,
    labels: Array1<usize>,
    fresh: (Array2<f32>, Array1<usize>),
    pub network: Sequential<f32>,
    adam: Adam<f32>,
}

impl Training {
    pub(crate) fn start(plan: Plan) -> Self {
        let mut random = RandomState::new(plan.seed);
        let (points, labels) = spiral(plan.samples, plan.classes, &mut random);
        let mut weights = |inputs, outputs| scaled_normal((inputs, outputs), SCALE, &mut random);
        // ANCHOR: start
        let network = Sequential::new(vec![
            Dense::new(weights(2, plan.hidden)).into(),
            RELU.into(),
            Dense::new(weights(plan.hidden, plan.classes)).into(),
        ]);
        let adam = Adam::new(0.05).with_decay(5e-7);
        // ANCHOR_END: start
        let fresh = spiral(plan.samples, plan.classes, &mut random);
        Self { plan, points, labels, fresh, network, adam }
    }

    /// Trains to the end, looks at the network on the way, and draws its regions at these epochs.
    pub(crate) fn run(&mut self, stages: &[usize], say: &mut Lesson) -> Result<Story, Error> {
        let Plan { hidden, classes, epochs, .. } = self.plan;
        let task = format!("training 2-{hidden}-{classes}");
        let interval = (epochs / LOOKS).max(1);
        let mut story = Story { plan: self.plan, moments: Vec::new(), stages: Vec::new() };
        for epoch in 0..=epochs {
            let staged = stages.contains(&epoch);
            if staged || epoch % interval == 0 {
                say.progress(&task, epoch, epochs);
                story.moments.push(self.moment(epoch)?);
            }
            if staged {
                let panel = self.regions(epoch, FINE)?;
                story.stages.push((epoch, panel));
            }
            if epoch < epochs {
                self.step()?;
            }
        }
        Ok(story)
    }

    // ANCHOR: step
    pub(crate) fn step(&mut self) -> Result<(), Error> {
        let Self { network, points, labels, adam, .. } = self;
        network.step(points, labels, &CategoricalCrossEntropy, adam)
    }
    // ANCHOR_END: step

    /// How the network does now.
    pub(crate) fn moment(&mut self, epoch: usize) -> Result<Moment, Error> {
        let Self { network, points, labels, fresh, .. } = self;
        let logits = network.forward(points)?;
        let loss = CategoricalCrossEntropy.value(logits, labels)?;
        let accuracy = accuracy(&argmax(&logits.view())?, labels);
        let fresh_accuracy = self::accuracy(&argmax(&network.forward(&fresh.0)?.view())?, &fresh.1);
        Ok(Moment { epoch, loss: f64::from(loss), accuracy, fresh_accuracy })
    }

    /// The training points that get another class than their own.
    pub(crate) fn wrong(&mut self) -> Result<Vec<(f64, f64)>, Error> {
        let predicted = argmax(&self.network.forward(&self.points)?.view())?;
        let rows =
            predicted.iter().zip(&self.labels).enumerate().filter(|(_, (class, label))| class != label);
        Ok(rows.map(|(row, _)| at(&self.points, row)).collect())
    }

    /// The class that the network gives to each place of the plane.
    pub(crate) fn regions(&self, epoch: usize, cells: Cells) -> Result<Panel, Error> {
        let panel = plane(&format!("epoch {epoch}"));
        let mut network = self.network.clone();
        let given = argmax(&network.forward(&middles(&panel, cells))?.view())?.to_vec();
        let areas = (0..self.plan.classes).filter(|class| given.contains(class)).map(|class| {
            cells.area(&panel, &given, &class, &format!("given to class {class}"), Ink::series(class))
        });
        let areas: Vec<_> = areas.collect();
        Ok(panel.with_all(areas).with_all(classes(&self.points, &self.labels, 0.6)))
    }
}

/// The share of predictions that are right.
pub(crate) fn accuracy(predicted: &Array1<usize>, labels: &Array1<usize>) -> f64 {
    let right = predicted.iter().zip(labels).filter(|(predicted, label)| predicted == label).count();
    right as f64 / labels.len() as f64
}

/// How the network did at one epoch.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    pub epoch: usize,
    pub loss: f64,
    pub accuracy: f64,
    pub fresh_accuracy: f64,
}

/// What happened.
pub(crate) struct Story {
    plan: Plan,
    moments: Vec<Moment>,
    stages: Vec<(usize, Panel)>,
}

impl Story {
    pub(crate) fn table(&self, name: &str, wanted: &[usize]) -> Table {
        let columns = [
            ("epoch", "epoch"),
            ("loss", "mean loss"),
            ("accuracy", "accuracy"),
            ("fresh", "accuracy on new points"),
        ];
        let caption = format!("Training 2-{}-{}", self.plan.hidden, self.plan.classes);
        let moments = self.moments.iter().filter(|moment| wanted.contains(&moment.epoch));
        Table::new(name, &caption, columns).rows(moments.into_iter().map(|moment| {
            [moment.epoch.into(), moment.loss.into(), moment.accuracy.into(), moment.fresh_accuracy.into()]
        }))
    }

    /// The worst of those moments that come after the first thousand epochs.
    fn spike(&self) -> Option<&Moment> {
        let late = self.moments.iter().filter(|moment| moment.epoch > 1000);
        late.max_by(|a, b| a.loss.total_cmp(&b.loss))
    }

    /// Loss and accuracy over the epochs.
    pub(crate) fn curves(&self, name: &str) -> Figure {
        let over = |height: fn(&Moment) -> f64| self.moments.iter().map(move |m| (m.epoch as f64, height(m)));
        let epochs = || Axis::new("epoch", 0.0..=1.05 * self.plan.epochs.max(1) as f64);
        let chance = ln(self.plan.classes as f64);
        let top = self.moments.iter().map(|moment| moment.loss).fold(chance, max);
        let loss = Panel::new(epochs(), Axis::new("mean loss", 0.0..=1.15 * top))
            .with(Rule {
                label: format!("ln {}", self.plan.classes),
                ink: Ink::Muted,
                side: Side::Y,
                at: chance,
            })
            .with(Curve::through("loss", Ink::Blue, over(|moment| moment.loss)));
        let accuracy = Panel::new(epochs(), Axis::new("accuracy, percent", 0.0..=116.0))
            .with(Curve::through("new points", Ink::Orange, over(|moment| 100.0 * moment.fresh_accuracy)))
            .with(Curve::through("training points", Ink::Blue, over(|moment| 100.0 * moment.accuracy)));
        let last = self.moments.last();
        let caption = format!(
            "Does it learn? Left, the mean loss, which begins at ln {}: {:.4}. Right, the share of points that get \
             their class: {:.1} percent of the training points in the end, {:.1} percent of new ones.",
            self.plan.classes,
            chance,
            100.0 * last.map_or(0.0, |moment| moment.accuracy),
            100.0 * last.map_or(0.0, |moment| moment.fresh_accuracy)
        );
        Figure::new(name, caption).panel(loss).panel(accuracy)
    }

    /// The regions at each stage.
    pub(crate) fn regions(&self, name: &str) -> Figure {
        let epochs: Vec<String> = self.stages.iter().map(|(epoch, _)| epoch.to_string()).collect();
        let caption = format!(
            "Which class does the network give to each place, after {} epochs? The marks are the training points, a \
             shape for each class.",
            epochs.join(", ")
        );
        self.stages.iter().fold(Figure::new(name, caption), |figure, (_, panel)| figure.panel(panel.clone()))
    }
}

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let plan = Plan::default();
    let mut training = Training::start(plan);
    let story = training.run(&plan.stages(), say)?;
    say.section("training", "Trained with Adam");
    say.table(story.table("progress", &[0, 100, 300, 1000, 3000, 10_000]));
    if let Some(spike) = story.spike() {
        say.value("spike-epoch", "worst drawn epoch after the first 1000", spike.epoch);
        say.value("spike-loss", "mean loss there", spike.loss);
    }
    say.figure(|| story.curves("curves"));
    say.figure(|| story.regions("regions"));
    widths(story, say)?;
    sure::tell(&mut training.network, say)
}

/// When the widths are compared: later the narrow networks gain little.
const COMPARED: usize = 2000;

/// The same training with fewer hidden units.
fn widths(widest: Story, say: &mut Lesson) -> Result<(), Error> {
    let columns = [
        ("hidden", "hidden units"),
        ("loss", "mean loss"),
        ("accuracy", "accuracy"),
        ("fresh", "on new points"),
    ];
    let mut stories = Vec::new();
    for hidden in [3, 8, 16, 32] {
        let plan = Plan { hidden, epochs: COMPARED, ..widest.plan };
        stories.push(Training::start(plan).run(&[], say)?);
    }
    stories.push(widest);
    let rows = stories.iter().filter_map(|story| {
        let Moment { loss, accuracy, fresh_accuracy, .. } =
            *story.moments.iter().find(|moment| moment.epoch == COMPARED)?;
        Some([story.plan.hidden.into(), loss.into(), accuracy.into(), fresh_accuracy.into()])
    });
    let table = Table::new("by-width", &format!("After {COMPARED} epochs"), columns).rows(rows);
    say.section("widths", "How many hidden units it takes");
    say.table(table);
    Ok(())
}
