//! A description and the arithmetic of the pair agree, for every combination of small numbers.

use ch4_relu_pairs::{Pair, describe};

const NUMBERS: [f64; 8] = [-2.0, -1.0, -0.3, 0.0, 0.1, 0.5, 1.0, 2.9];
/// None of them a bend of any pair.
const INPUTS: [f64; 9] = [-97.31, -3.37, -1.013, -0.413, -0.057, 0.0713, 0.537, 2.173, 88.79];

/// Every pair of these numbers.
fn pairs() -> impl Iterator<Item = Pair> {
    let count = NUMBERS.len();
    (0..count.pow(5)).map(move |code| {
        let number = |place: u32| NUMBERS[code / count.pow(place) % count];
        Pair::new(number(0), number(1), number(2), number(3), number(4))
    })
}

#[test]
fn each_input_lies_on_one_piece_and_the_piece_is_the_pair() {
    for pair in pairs() {
        let description = describe(pair);
        for x in INPUTS {
            let mut here = description.pieces.iter().filter(|piece| piece.span.holds(x));
            let piece = here.next().unwrap_or_else(|| panic!("{pair:?} has no piece at {x}"));
            assert!(here.next().is_none(), "{pair:?} has two pieces at {x}");
            let line = piece.slope * x + piece.constant;
            assert!(
                (line - pair.value(x)).abs() < 1e-11,
                "{pair:?} at {x}: {line} against {}",
                pair.value(x)
            );
        }
    }
}

#[test]
fn the_spans_say_who_is_on_and_where_the_output_varies() {
    for pair in pairs() {
        let description = describe(pair);
        for x in INPUTS {
            let h = pair.first().value(x);
            assert_eq!(description.first.holds(x), h > 0.0, "{pair:?} at {x}");
            assert_eq!(description.second.holds(x), pair.second().value(h) > 0.0, "{pair:?} at {x}");
            assert_eq!(description.area.holds(x), pair.slope(x) != 0.0, "{pair:?} at {x}");
        }
    }
}

#[test]
fn every_one_of_them_can_be_put_into_words() {
    for pair in pairs() {
        let description = describe(pair);
        assert!(description.is_representable(), "{pair:?}");
        let far = [description.left, description.right];
        let bounded = far.map(f64::is_finite) == [-1e9, 1e9].map(|x| !description.area.holds(x));
        assert!(bounded, "{pair:?}: {far:?} far out, and the area of effect is {}", description.area);
        for sentence in description.sentences() {
            assert!(sentence.ends_with('.') && !sentence.contains("NaN"), "{sentence}");
        }
    }
}
