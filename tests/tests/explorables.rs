//! What every figure that answers promises.

use lesson::explore::{Explore, Kind, State, View};
use lesson::{Chapter, Explorable};
use tests::{notable, settings};

/// Each explorable with its path.
fn each(check: impl Fn(&str, &Explorable)) {
    for Chapter { name: chapter, explorables, .. } in chapters::ALL {
        for explorable in *explorables {
            check(&format!("{chapter}/{}", explorable.name), explorable);
        }
    }
}

/// All that a page gets of a view.
fn told(view: &View) -> ([String; 2], [String; 4]) {
    (view.picture(), view.words())
}

#[test]
fn every_state_can_be_drawn() {
    each(|path, explorable| {
        let controls = explorable.controls();
        let mut open = explorable.open();
        for address in notable(&controls).into_iter().chain(settings(&controls, 1, 60)) {
            let view = open.view(&controls.exactly(&address).unwrap());
            assert_eq!(view.figure.faults(), [""; 0], "{path} at {address}");
            for (panel, (x, y)) in view.grips() {
                assert!(panel < view.figure.panels.len(), "{path} at {address}");
                assert!(x.is_finite() && y.is_finite(), "{path} at {address}: a handle at {x}, {y}");
            }
        }
    });
}

#[test]
fn no_control_takes_a_name_that_forms_have_for_themselves() {
    // In a form with a control `hidden`, `form.hidden` is that control.
    let kept = [
        "action",
        "blur",
        "children",
        "click",
        "dir",
        "elements",
        "focus",
        "hidden",
        "id",
        "inert",
        "innerHTML",
        "lang",
        "length",
        "method",
        "name",
        "remove",
        "reset",
        "style",
        "submit",
        "target",
        "title",
    ];
    each(|path, explorable| {
        for control in explorable.controls().all() {
            assert!(!kept.contains(&control.name), "{path}: {}", control.name);
        }
    });
}

#[test]
fn labels_have_room_on_the_page_and_at_every_preset() {
    each(|path, explorable| {
        let controls = explorable.controls();
        let mut open = explorable.open();
        let presets =
            controls.presets.iter().flat_map(|list| &list.list).map(|preset| preset.address.as_str());
        for address in presets.chain([""]) {
            let view = open.view(&controls.exactly(address).unwrap());
            for (number, panel) in view.figure.panels.iter().enumerate() {
                assert_eq!(panel.crowded_labels(), [""; 0], "{path} at {address}, panel {number}");
            }
        }
    });
}

#[test]
fn labels_have_room_where_what_they_name_lies_together() {
    for (path, address) in [
        ("ch4-saturation/depth", "depth=3&g=selu"),
        ("ch4-saturation/depth", "f=sigmoid&scale=3.41&depth=1&g=selu"),
        ("ch4-saturation/depth", "scale=0.2&depth=6&g=silu"),
        ("ch4-saturation/depth", "f=elu&scale=2.9&depth=1&g=sigmoid&seed=30"),
        ("ch4-linear-collapse/stack", "x=-3&w1=2.8&then1=sigmoid&b2=0&w3=1.1&then3=relu"),
        (
            "ch4-feature-space/instrument",
            "f=relu&w11=0&w12=-6.8&b11=-5.7&w21=0&w22=7&b12=2.5&w13=-5.9&w23=6.9&grid=0&line=0&boundary=0",
        ),
    ] {
        for panel in chapters::explorable(path).unwrap().at(address).unwrap().figure.panels {
            assert_eq!(panel.crowded_labels(), [""; 0], "{path} at {address}");
        }
    }
}

#[test]
fn a_view_depends_on_the_state_alone() {
    each(|path, explorable| {
        let controls = explorable.controls();
        let addresses = settings(&controls, 2, 6);
        let mut open = explorable.open();
        for address in addresses.iter().chain(addresses.iter().rev()) {
            let view = open.view(&controls.exactly(address).unwrap());
            let fresh = explorable.at(address).unwrap();
            // Gaps of curves are NaN, which is not even equal to itself.
            assert_eq!(told(&view), told(&fresh), "{path} at {address}");
            assert_eq!(view.data_html(), fresh.data_html(), "{path} at {address}");
        }
    });
}

#[test]
fn controls_that_are_set_aside_change_nothing() {
    each(|path, explorable| {
        let controls = explorable.controls();
        let mut open = explorable.open();
        let mut compared = 0;
        for address in settings(&controls, 4, 8) {
            let state = controls.exactly(&address).unwrap();
            let shown = told(&open.view(&state));
            for name in controls.idle(&state) {
                let others = settings(&controls, 9, 4).into_iter().filter_map(|other| value(&other, name));
                for value in others {
                    let moved = controls.exactly(&format!("{address}&{name}={value}")).unwrap();
                    assert_eq!(told(&open.view(&moved)), shown, "{path} at {address}: {name}={value}");
                    compared += 1;
                }
            }
        }
        let waiting = controls.all().filter(|control| !control.when.is_empty()).count();
        assert!(compared >= waiting, "{path}: {compared} moves of {waiting} controls that can be set aside");
    });
}

#[test]
fn a_control_waits_for_words_that_can_be_chosen() {
    each(|path, explorable| {
        let controls = explorable.controls();
        for (other, word) in controls.all().flat_map(|control| &control.when) {
            let chosen = controls.exactly(&format!("{other}={word}"));
            assert!(chosen.is_ok(), "{path}: {}", chosen.unwrap_err());
        }
    });
}

/// The value of a control in an address, if it is there.
fn value(address: &str, name: &str) -> Option<String> {
    address
        .split('&')
        .filter_map(|part| part.split_once('='))
        .find(|part| part.0 == name)
        .map(|part| part.1.into())
}

#[test]
fn what_has_been_shown_is_reached() {
    each(|path, explorable| {
        let controls = explorable.controls();
        let played = controls.all().find(|control| matches!(control.kind, Kind::Play { .. }));
        let Some(name) = played.map(|control| control.name) else { return };
        let mut open = explorable.open();
        let reached = |open: &dyn Explore, state: &State| open.reached(state).min(state.count(name));
        let after = |count: usize| controls.exactly(&format!("{name}={count}")).unwrap();
        open.view(&after(7));
        assert_eq!(reached(open.as_ref(), &after(7)), 7, "{path}");
        assert!(reached(open.as_ref(), &after(5)) <= 5, "{path}");
    });
}
