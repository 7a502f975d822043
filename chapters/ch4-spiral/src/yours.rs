//! The reader's own network: its first answers untrained, then its training.

use crate::network::{Pass, Shape};
use crate::training::{Plan, Training};
use crate::untrained::first_rows;
use lesson::Lesson;
use nn::elementary::ln;
use nn::random::RandomState;
use nn::{Error, numpy_softmax};

pub(crate) fn tell(plan: &Plan, say: &mut Lesson) -> Result<(), Error> {
    let shape = Shape { samples: plan.samples, classes: plan.classes, hidden: plan.hidden };
    let pass = Pass::next(&shape, &mut RandomState::new(plan.seed))?;
    say.section("your-untrained", "Your network, untrained");
    say.value("your-shape", "inputs, hidden units, classes", [2, plan.hidden, plan.classes]);
    say.value("your-rows", "first rows of softmax", first_rows(&numpy_softmax(&pass.logits)));
    say.value("your-dead", "rows with a hidden layer of zeros", pass.dead_rows());
    say.value("your-chance", "ln of the number of classes", ln(plan.classes as f64));

    let story = Training::start(*plan).run(&plan.stages(), say)?;
    say.section("your-training", "Your network in training");
    say.table(story.table("your-progress", &plan.stages()));
    say.figure(|| story.regions("your-regions"));
    if plan.epochs > 0 {
        say.figure(|| story.curves("your-curves"));
    }
    Ok(())
}
