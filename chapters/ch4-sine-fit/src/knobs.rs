//! The numbers of the pairs by name: `a1` is the first weight of pair 1, `v8` the output weight of pair 8.

use crate::pairs::{PAIRS, Pair, Pairs};
use std::fmt;

/// Numbers beyond this make of the pairs nothing that a picture could show.
const MOST: f64 = 1000.0;

/// One number set to a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    letter: char,
    /// Counted from 1.
    pair: usize,
    to: f64,
}

impl Setting {
    /// Sets a number of the pairs.
    pub fn apply(self, pairs: &mut Pairs) {
        if let Some(number) = pairs.0.get_mut(self.pair - 1).and_then(|pair| number(pair, self.letter)) {
            *number = self.to;
        }
    }
}

fn number(pair: &mut Pair, letter: char) -> Option<&mut f64> {
    match letter {
        'a' => Some(&mut pair.a),
        'b' => Some(&mut pair.b),
        'w' => Some(&mut pair.w),
        'c' => Some(&mut pair.c),
        'v' => Some(&mut pair.v),
        _ => None,
    }
}

macro_rules! letters {
    ($($letter:ident)*) => {
        $(pub(crate) const fn $letter(pair: usize, to: f64) -> Setting {
            Setting { letter: stringify!($letter).as_bytes()[0] as char, pair, to }
        })*
    };
}
letters!(a b w c v);

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{} = {}", self.letter, self.pair, lesson::exact(self.to))
    }
}

/// Several settings in one line.
pub(crate) fn listed(settings: &[Setting]) -> String {
    settings.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Reads `a1=5.9`, for the command line.
///
/// # Errors
/// A sentence that says what would be right.
pub(crate) fn parse(text: &str) -> Result<Setting, String> {
    let wanted = || {
        format!(
            "it takes a letter of a, b, w, c, v, a pair from 1 to {PAIRS} and a number from -{MOST} to {MOST}, as in a1=5.9"
        )
    };
    let (name, value) = text.split_once('=').ok_or_else(wanted)?;
    let mut characters = name.chars();
    let (Some(letter @ ('a' | 'b' | 'w' | 'c' | 'v')), Some(digit), None) =
        (characters.next(), characters.next(), characters.next())
    else {
        return Err(wanted());
    };
    let pair = digit.to_digit(10).map(|digit| digit as usize).filter(|pair| (1..=PAIRS).contains(pair));
    let to = lesson::cli::within(value, MOST).ok();
    pair.zip(to).map(|(pair, to)| Setting { letter, pair, to }).ok_or_else(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_parsed_is_set() {
        let mut pairs = Pairs::default();
        for text in ["a1=5.9", "b2=-.34", "w3=-1", "c4=1e-2", "v8=2"] {
            parse(text).unwrap().apply(&mut pairs);
        }
        let [first, second, third, fourth, .., last] = pairs.0;
        assert_eq!((first.a, second.b, third.w, fourth.c, last.v), (5.9, -0.34, -1.0, 0.01, 2.0));
        assert_eq!(parse("b2=-.34").unwrap().to_string(), "b2 = -0.34");
        assert_eq!(parse("a1=6"), Ok(a(1, 6.0)));
    }

    #[test]
    fn what_is_no_setting_is_refused() {
        for text in
            ["a1", "a=1", "a9=1", "a0=1", "a10=1", "x1=1", "a1=", "a1=inf", "a1=1001", "=1", "1a=1", "é1=1"]
        {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
