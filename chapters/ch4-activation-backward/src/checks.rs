//! Every gradient of the page beside its finite differences.

use crate::corner::CONVENTIONS;
use crate::differences::{gradient, largest_gap, middle};
use crate::network::{HALF_ON, PARAMETERS, pass};
use crate::rows::{CLASS, STEP, logits, received};
use crate::worked::{CORNER, OFF, ON, X, Y, worked};
use crate::{gates, rows};
use lesson::{Lesson, Table};
use ndarray::Array1;
use nn::elementary::largest;
use nn::{Activation, Error, RowActivation};

/// One gradient: its formula's numbers and the measured ones.
struct Check {
    name: String,
    formula: Vec<f64>,
    measured: Vec<f64>,
}

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let mut checks = worked_example();
    checks.push(network()?);
    checks.extend(gate_layers()?);
    checks.extend(softmax()?);
    say.section("checks", "Every gradient against finite differences");
    say.table(table("check-table", "Central differences with a step of 1e-5", &checks));
    let good = largest(checks.iter().map(Check::gap));
    say.value("largest-gap", "largest gap", good);

    say.section("corner-checks", "The same check at the corner");
    let corner =
        CONVENTIONS.map(|convention| worked_check(&format!("slope {convention}"), CORNER, convention));
    say.table(table("corner-check-table", "The gradient of W = 1 1 -1, by three conventions", &corner));
    Ok(())
}

impl Check {
    fn gap(&self) -> f64 {
        largest_gap(self.formula.iter().copied(), self.measured.iter().copied())
    }
}

fn table(name: &str, caption: &str, checks: &[Check]) -> Table {
    let columns = [("gradient", "gradient"), ("numbers", "numbers"), ("gap", "largest gap")];
    let row = |check: &Check| [check.name.as_str().into(), check.formula.len().into(), check.gap().into()];
    Table::new(name, caption, columns).rows(checks.iter().map(row))
}

fn worked_check(name: &str, w: [f64; 3], convention: f64) -> Check {
    let loss = |w: &[f64]| worked(&X, w, Y, convention).loss;
    let formula = worked(&X, &w, Y, convention).weights;
    Check { name: name.into(), formula, measured: gradient(loss, &w, STEP) }
}

fn worked_example() -> Vec<Check> {
    let inputs = Check {
        name: "example, inputs".into(),
        formula: worked(&X, &ON, Y, 0.0).delta2,
        measured: gradient(|x| worked(x, &ON, Y, 0.0).loss, &X, STEP),
    };
    vec![worked_check("example on, W", ON, 0.0), worked_check("example off, W", OFF, 0.0), inputs]
}

/// All nine weights and biases of the two-layer network.
fn network() -> Result<Check, Error> {
    // The shapes are those of the first pass, which has succeeded.
    let loss = |parameters: &[f64]| pass(HALF_ON, parameters).map_or(f64::NAN, |pass| pass.loss);
    let formula = pass(HALF_ON, &PARAMETERS)?.gradient();
    Ok(Check { name: "network, all weights".into(), formula, measured: gradient(loss, &PARAMETERS, STEP) })
}

/// The layers of the table of gates, and the slope that PReLU learns.
fn gate_layers() -> Result<Vec<Check>, Error> {
    let received = |layer: Activation, x: &[f64]| -> f64 {
        x.iter().zip(gates::upstream()).map(|(&x, g)| layer.value(x) * g).sum()
    };
    let at = gates::inputs().to_vec();
    let mut checks = Vec::new();
    for layer in gates::GATES {
        let formula = layer.backward(&gates::inputs(), &gates::upstream())?.to_vec();
        let measured = gradient(|x| received(layer, x), &at, STEP);
        checks.push(Check { name: format!("{} layer", layer.title()), formula, measured });
    }
    let learned = |slope: f64| received(Activation::PRelu { slope }, &at);
    let measured = vec![middle(learned, 0.25, STEP)];
    checks.push(Check { name: "slope of PReLU".into(), formula: vec![gates::learned_slope()?], measured });
    Ok(checks)
}

fn softmax() -> Result<[Check; 2], Error> {
    let (at, g) = (logits().to_vec(), rows::upstream());
    let formula = RowActivation::Softmax.backward(&logits(), &g)?.to_vec();
    let measured = gradient(|z| received(z, &g), &at, STEP);
    let product = Check { name: "softmax layer".into(), formula, measured };
    let formula = nn::softmax(&logits()).iter().enumerate().map(|(i, p)| p - f64::from(i == CLASS)).collect();
    let measured = gradient(surprise, &at, STEP);
    Ok([product, Check { name: "cross-entropy, logits".into(), formula, measured }])
}

/// The cross-entropy of these logits.
pub(crate) fn surprise(z: &[f64]) -> f64 {
    -nn::log_softmax(&Array1::from(z.to_vec()))[CLASS]
}
