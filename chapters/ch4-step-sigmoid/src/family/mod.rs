//! The gallery: every activation of the math crate, beside its slope.

mod entries;
mod entry;
mod jumps;
mod portrait;
mod tables;

pub(crate) use entry::{Entry, bottom, short};
pub(crate) use jumps::{Jump, among};
pub(crate) use portrait::{REACH, curve, ends, portrait, trace};
pub(crate) use tables::values_at;

use lesson::Lesson;
use nn::{Activation, RELU};

/// The four that every introduction shows.
pub(crate) const CLASSICS: [Activation; 4] =
    [Activation::Step { at_zero: 0.0 }, Activation::Sigmoid, Activation::Tanh, RELU];

pub(crate) fn tell(say: &mut Lesson) {
    say.section("gallery", "The family, one by one");
    for activation in Activation::ALL {
        say.figure(|| portrait(activation, &[]));
    }
    say.section("tables", "The family in numbers");
    say.table(tables::family());
    say.table(tables::edges());
    say.table(tables::edge_slopes());
    say.table(tables::conventions());
    say.table(tables::dips());
    say.table(tables::logarithms());
    say.value("gelu-steepest", "GELU is steepest at x =", tables::gelu_steepest());
    say.table(tables::approximations());
    say.table(tables::costs());
    say.table(tables::uses());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_of_the_list_is_in_the_gallery() {
        let mut say = Lesson::new("test");
        tell(&mut say);
        assert!(say.faults().is_empty(), "{:?}", say.faults());
        for activation in Activation::ALL {
            let name = activation.name();
            let figure = say.figures().find(|figure| figure.name == name);
            assert!(
                figure.is_some_and(|figure| figure.panels.len() >= 2),
                "{name}: no curve beside its slope"
            );
            for cell in ["family", "edges", "edge-slopes"].map(|table| format!("{table}.{name}.zero")) {
                assert!(say.value_at(&cell).is_ok(), "{cell} is missing");
            }
            for cell in [format!("costs.{name}.cost"), format!("uses.{name}.used")] {
                assert!(
                    say.value_at(&cell).is_ok_and(|cell| !cell.to_string().is_empty()),
                    "{cell} is missing"
                );
            }
        }
    }
}
