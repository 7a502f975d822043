//! NumPy's stream, to the bit.
#![allow(clippy::float_cmp, reason = "the digits are the claim")]

mod support;

use nn::random::{Mt19937, RandomState};
use rand::{Rng, SeedableRng};
use support::{fnv, numpy_hash};

const MILLION: usize = 1_000_000;

#[test]
fn first_words_and_normals() {
    let mut generator = Mt19937::new(0);
    let words = [2357136044, 2546248239, 3071714933, 3626093760, 2588848963];
    assert_eq!(words.map(|_| generator.next_u32()), words);

    let mut random = RandomState::new(0);
    let normals = [
        1.764052345967664,
        0.4001572083672233,
        0.9787379841057392,
        2.240893199201458,
        1.8675579901499675,
        -0.977277879876411,
    ];
    assert_eq!(normals.map(|_| random.normal()), normals);
}

#[test]
fn a_million_normals() {
    let mut random = RandomState::new(0);
    let bytes: Vec<[u8; 8]> = (0..MILLION).map(|_| random.normal().to_le_bytes()).collect();
    assert_eq!(fnv(bytes.iter().map(|b| &b[..])), numpy_hash("normal"));
}

#[test]
fn a_million_uniform_numbers() {
    let mut random = RandomState::new(1);
    let bytes: Vec<[u8; 8]> = (0..MILLION).map(|_| random.uniform(-3.0, 5.0).to_le_bytes()).collect();
    assert_eq!(fnv(bytes.iter().map(|b| &b[..])), numpy_hash("uniform"));
}

#[test]
fn a_million_integers_of_one_word_and_of_two() {
    for (stream, seed, low, high) in [("randint", 2, 0, 1000), ("randint-wide", 3, -5, 1_000_000_000_000)] {
        let mut random = RandomState::new(seed);
        let bytes: Vec<[u8; 8]> = (0..MILLION).map(|_| random.randint(low, high).to_le_bytes()).collect();
        assert_eq!(fnv(bytes.iter().map(|b| &b[..])), numpy_hash(stream), "{stream}");
    }
}

#[test]
fn a_permutation_of_a_million() {
    let order = RandomState::new(4).permutation(MILLION);
    let bytes: Vec<[u8; 8]> = order.iter().map(|&i| (i as u64).to_le_bytes()).collect();
    assert_eq!(fnv(bytes.iter().map(|b| &b[..])), numpy_hash("permutation"));
}

#[test]
fn seeding_by_bytes_is_seeding_by_the_integer() {
    let (mut a, mut b) = (Mt19937::new(0x0102_0304), Mt19937::from_seed([4, 3, 2, 1]));
    let mut bytes = [0; 6];
    b.fill_bytes(&mut bytes);
    let (first, second) = (a.next_u32().to_le_bytes(), a.next_u32().to_le_bytes());
    assert_eq!(bytes, [first[0], first[1], first[2], first[3], second[0], second[1]]);
}

#[test]
fn the_smallest_ranges() {
    let mut random = RandomState::new(0);
    assert_eq!(random.randint(7, 8), 7);
    assert_eq!(random.permutation(1), [0]);
    assert!(random.permutation(0).is_empty());
    assert!(random.randint(i64::MIN, i64::MAX) < i64::MAX);
}

#[test]
#[should_panic(expected = "randint: no integer from 3 to below 3")]
fn an_empty_range() {
    RandomState::new(0).randint(3, 3);
}
