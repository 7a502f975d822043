//! No member of the list may lack anything: fails by name if one does.

use std::collections::BTreeSet;

use nn::{Activation, RowActivation};

/// The names in the first field of a file's rows, or the ones it quotes.
fn names(text: &str, mark: char) -> BTreeSet<&str> {
    text.split(mark).map(|field| field.trim().trim_end_matches('′')).collect()
}

#[test]
fn every_activation_has_everything() {
    let torch = names(include_str!("data/torch-activations.csv"), '\n');
    let edges = names(include_str!("edge_values.rs"), '"');
    let exhaustive = names(include_str!("../docs/accuracy.md"), '|');
    let list = Activation::ALL.map(Activation::name);
    assert_eq!(BTreeSet::from(list).len(), list.len(), "two have the same name");
    for name in list {
        assert!(torch.iter().any(|row| row.starts_with(&format!("{name},"))), "{name} lacks PyTorch's data");
        assert!(edges.contains(name), "{name} lacks its row of edge values");
        assert!(exhaustive.contains(name), "{name} lacks its row in docs/accuracy.md");
    }
}

#[test]
fn every_curve_moves_and_so_does_its_slope() {
    for activation in Activation::ALL {
        let grid: Vec<f64> = (-50..=50).map(|i| f64::from(i) * 0.1).collect();
        let moves = |f: &dyn Fn(f64) -> f64| grid.iter().any(|&x| f(x).to_bits() != f(grid[0]).to_bits());
        assert!(moves(&|x| activation.value(x)), "{activation:?} has no curve");
        let flat = matches!(activation, Activation::Step { .. } | Activation::Linear);
        assert_eq!(moves(&|x| activation.slope(x)), !flat, "{activation:?} has the wrong derivative");
    }
}

#[test]
fn every_row_activation_has_pytorchs_data() {
    let torch = include_str!("data/torch-network.csv");
    for activation in RowActivation::ALL {
        assert!(torch.contains(&format!("{}-gradient,", activation.name())), "{activation:?}");
    }
}
