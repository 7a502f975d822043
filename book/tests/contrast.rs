//! Text and lines stand out from their ground in every theme, as mdBook's colours and ours add up to.

#![allow(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

use book::build::Build;
use nn::elementary::{max, min};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

const LIGHT: [&str; 2] = ["light", "rust"];
const DARK: [&str; 3] = ["coal", "navy", "ayu"];

/// Foregrounds and grounds of text: WCAG asks for 4.5 to 1.
const TEXTS: [(&str, &str); 17] = [
    ("fg", "bg"),
    ("fg", "quote-bg"),
    ("fg", "theme-popup-bg"),
    ("quiet", "bg"),
    ("quiet", "surface"),
    ("links", "bg"),
    ("links", "surface"),
    ("links", "quote-bg"),
    ("right", "surface"),
    ("wrong", "surface"),
    ("icons", "bg"),
    ("sidebar-fg", "sidebar-bg"),
    ("sidebar-active", "sidebar-bg"),
    ("sidebar-non-existant", "sidebar-bg"),
    ("searchresults-header-fg", "bg"),
    ("figure-ink", "bg"),
    ("figure-muted", "bg"),
];

/// Colours of lines and dots: WCAG asks for 3 to 1.
const HUES: [&str; 7] = ["blue", "orange", "green", "vermillion", "sky", "purple", "yellow"];

type Colour = [f64; 3];

/// The variables of one theme on the screen.
struct Theme {
    name: &'static str,
    dark: bool,
    variables: HashMap<String, String>,
}

impl Theme {
    fn of(name: &'static str, css: &str) -> Self {
        let mut theme = Self { name, dark: DARK.contains(&name), variables: HashMap::new() };
        theme.collect(css);
        theme
    }

    /// Follows the cascade: every rule for the theme is later, or more specific, than those it replaces.
    fn collect(&mut self, css: &str) {
        let mut rest = css;
        while let Some((head, body, after)) = first_block(rest) {
            rest = after;
            let applies = |selector: &str| {
                let selector = selector.trim().trim_start_matches("html");
                selector == ":root" || selector.strip_prefix('.') == Some(self.name)
            };
            if head.starts_with("@supports") || head == "@media screen" {
                self.collect(body);
            } else if !head.starts_with('@') && head.split(',').any(applies) {
                let declarations = body.split(';').filter_map(|declaration| declaration.split_once(':'));
                let variables = declarations.filter_map(|(name, value)| {
                    name.trim().strip_prefix("--").map(|name| (name.to_owned(), value.trim().to_owned()))
                });
                self.variables.extend(variables);
            }
        }
    }

    fn variable(&self, name: &str) -> Colour {
        let value = self.variables.get(name).unwrap_or_else(|| panic!("{} has no --{name}", self.name));
        self.colour(value)
    }

    fn colour(&self, text: &str) -> Colour {
        let text = text.trim();
        if let Some(digits) = text.strip_prefix('#') {
            return hexadecimal(digits);
        }
        let (function, rest) = text.split_once('(').unwrap_or_else(|| panic!("{text} is no colour"));
        let arguments = arguments(rest.strip_suffix(')').unwrap());
        match (function, arguments.as_slice()) {
            ("var", [name]) => self.variable(&name[2..]),
            ("light-dark", [light, dark]) => self.colour(if self.dark { dark } else { light }),
            ("color-mix", [_, first, second]) => {
                let (first, share) = first.rsplit_once(' ').unwrap();
                let share = share.trim_end_matches('%').parse::<f64>().unwrap() / 100.0;
                let (first, second) = (self.colour(first), self.colour(second));
                std::array::from_fn(|i| share * first[i] + (1.0 - share) * second[i])
            }
            ("hsl", [hue, saturation, lightness]) => {
                let number = |text: &str| text.trim().trim_end_matches('%').parse::<f64>().unwrap();
                from_hsl(number(hue), number(saturation) / 100.0, number(lightness) / 100.0)
            }
            _ => panic!("{text} is no colour that this test knows"),
        }
    }

    fn contrast(&self, text: &str, ground: &str) -> f64 {
        let [text, ground] = [text, ground].map(|name| luminance(self.variable(name)));
        (max(text, ground) + 0.05) / (min(text, ground) + 0.05)
    }
}

/// What stands before the first brace, between it and its partner, and after that.
fn first_block(css: &str) -> Option<(&str, &str, &str)> {
    let open = css.find('{')?;
    let mut depth = 0;
    for (at, c) in css[open..].char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if depth == 0 {
            return Some((css[..open].trim(), &css[open + 1..open + at], &css[open + at + 1..]));
        }
    }
    None
}

/// The arguments between the commas that stand in no inner parentheses.
fn arguments(text: &str) -> Vec<&str> {
    let mut depth = 0;
    let outer = move |c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ',' && depth == 0
    };
    text.split(outer).map(str::trim).collect()
}

fn hexadecimal(digits: &str) -> Colour {
    let width = digits.len() / 3;
    let channel = |i: usize| {
        let channel = u8::from_str_radix(&digits[i * width..(i + 1) * width], 16).unwrap();
        f64::from(if width == 1 { channel * 17 } else { channel }) / 255.0
    };
    std::array::from_fn(channel)
}

fn from_hsl(hue: f64, saturation: f64, lightness: f64) -> Colour {
    let reach = saturation * min(lightness, 1.0 - lightness);
    let channel = |offset: f64| {
        let k = (offset + hue / 30.0) % 12.0;
        lightness - reach * min(k - 3.0, 9.0 - k).clamp(-1.0, 1.0)
    };
    [0.0, 8.0, 4.0].map(channel)
}

/// The relative luminance of WCAG 2.
fn luminance(colour: Colour) -> f64 {
    let linear =
        |c: f64| if c <= 0.04045 { c / 12.92 } else { nn::elementary::powf((c + 0.055) / 1.055, 2.4) };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// mdBook's variables, then ours, without comments.
fn style_sheets() -> String {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let built = folder.path().join("book");
    Build { workspace, chapters: chapters::ALL, destination: Some(&built) }.run().unwrap();
    let variables = fs::read_dir(built.join("css")).unwrap().map(|entry| entry.unwrap().path());
    let is_variables = |path: &std::path::PathBuf| path.to_string_lossy().contains("variables");
    let ours = ["text.css", "figures.css"].map(|name| workspace.join("book/theme").join(name));
    let css: String =
        variables.filter(is_variables).chain(ours).map(|path| fs::read_to_string(path).unwrap()).collect();
    let code = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code));
    code.collect()
}

#[test]
fn every_theme_can_be_read() {
    let css = style_sheets();
    for name in LIGHT.into_iter().chain(DARK) {
        let theme = Theme::of(name, &css);
        let texts = TEXTS.map(|(text, ground)| (text.to_owned(), ground, 4.5));
        let hues = HUES.map(|hue| (format!("figure-{hue}"), "bg", 3.0));
        for (text, ground, enough) in texts.into_iter().chain(hues) {
            let contrast = theme.contrast(&text, ground);
            assert!(contrast >= enough, "{name}: {text} on {ground} has a contrast of {contrast:.2}");
        }
    }
}
