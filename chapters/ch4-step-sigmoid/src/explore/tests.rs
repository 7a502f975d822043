use super::member::{Member, SLOPE, VALUE};
use super::{GALLERY, NONE};
use lesson::Value;
use lesson::explore::View;
use lesson::figure::{Mark, Panel};
use nn::Activation;

fn shown(address: &str) -> View {
    GALLERY.at(address).unwrap()
}

fn read(view: &View, label: &str) -> Value {
    view.read(label).unwrap().clone()
}

/// The points of the curve with this label.
fn curve<'a>(panel: &'a Panel, label: &str) -> &'a [(f64, f64)] {
    let mut curves = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Curve(curve) if curve.label == label => Some(&curve.points),
        _ => None,
    });
    curves.next().unwrap()
}

#[test]
fn every_activation_is_drawn_to_the_last_bit() {
    for f in Activation::ALL {
        let title = f.title();
        let view = shown(&format!("f={}&g=none&x=1.25", f.name()));
        assert_eq!(read(&view, "value"), f.value(1.25_f64).into(), "{title}");
        assert_eq!(read(&view, "slope"), f.slope(1.25_f64).into(), "{title}");
        assert_eq!(read(&view, "value in f32"), f.value(1.25_f32).into(), "{title}");
        for (panel, aspect) in view.figure.panels.iter().zip([VALUE, SLOPE]) {
            let drawn = curve(panel, title);
            assert!(drawn.len() > 240, "{title}");
            for &(x, y) in drawn.iter().filter(|point| point.1.is_finite()) {
                // The end of a piece is drawn barely inside it.
                let near = [x, x.next_up(), x.next_down()];
                assert!(near.iter().any(|&x| aspect(f, x).to_bits() == y.to_bits()), "{title} at {x}");
                assert!((panel.y.from..=panel.y.to).contains(&y), "{title} leaves the window at {x}");
            }
        }
    }
}

#[test]
fn each_control_moves_its_function_and_no_other() {
    let usual = GALLERY.controls();
    for (setting, owner) in [
        ("leaky=0.5", "leaky-relu"),
        ("prelu=1", "prelu"),
        ("alpha=3", "elu"),
        ("step=1", "step"),
        ("relu=0.5", "relu"),
    ] {
        let moved = usual.read(setting).0;
        for f in Activation::ALL {
            let same = Member::named(f.name(), &moved).unwrap().f == f;
            assert_eq!(same, f.name() != owner, "{setting} and {}", f.name());
        }
    }
}

#[test]
fn conventions_are_dots_and_jumps_are_gaps() {
    let view = shown("f=step&g=none&step=0.5&x=1");
    let dots = |panel: &Panel| -> Vec<(bool, (f64, f64))> {
        let dot = |mark: &Mark| match mark {
            Mark::Dot(dot) if dot.at.0 == 0.0 => Some((dot.open, dot.at)),
            _ => None,
        };
        panel.marks.iter().filter_map(dot).collect()
    };
    let [values, slopes] = &view.figure.panels[..] else { panic!() };
    assert_eq!(dots(values), [(true, (0.0, 0.0)), (true, (0.0, 1.0)), (false, (0.0, 0.5))]);
    assert!(dots(slopes).is_empty());
    assert!(curve(values, "step").iter().any(|&(x, y)| x == 0.0 && y.is_nan()));
    let slopes = &shown("f=relu&g=none&relu=1&x=1").figure.panels[1];
    assert_eq!(dots(slopes), [(true, (0.0, 0.0)), (false, (0.0, 1.0))]);
    // With its usual floor ELU has no corner, with any other it has one.
    assert!(dots(&shown("f=elu&g=none&x=1").figure.panels[1]).is_empty());
    let slopes = &shown("f=elu&g=none&alpha=2&x=1").figure.panels[1];
    assert_eq!(dots(slopes), [(true, (0.0, 1.0)), (false, (0.0, 2.0))]);
}

#[test]
fn a_second_function_is_told_apart_by_more_than_colour() {
    for f in Activation::ALL {
        for g in Activation::ALL.into_iter().filter(|&g| g != f) {
            let view = shown(&format!("f={}&g={}", f.name(), g.name()));
            let mut dashes = view.figure.panels[0].marks.iter().filter_map(|mark| match mark {
                Mark::Curve(curve) => Some(curve.dash),
                _ => None,
            });
            assert_ne!(dashes.next(), dashes.next(), "{} beside {}", f.name(), g.name());
        }
    }
}

#[test]
fn places_are_what_they_say() {
    let controls = GALLERY.controls();
    let says = |place: usize| shown(&controls.presets[0].list[place].address).figure.caption;
    assert!(says(0).contains("slope 0.25."), "{}", says(0));
    assert!(
        says(1).contains("value 1 and slope 1.1\u{a0}×\u{a0}10⁻¹⁶. In 64 bits the limit is reached"),
        "{}",
        says(1)
    );
    assert!(says(2).contains("At most 1 percent"), "{}", says(2));
    assert!(says(4).contains("It jumps here, from 0 to 1"), "{}", says(4));
    assert!(says(5).contains("Here is a corner, with slope 0 before it and 1 after it"), "{}", says(5));
}

#[test]
fn an_arrow_points_to_an_x_beyond_the_picture() {
    for (x, side, from) in [("20", "right", "(4.3, 1)"), ("-6", "left", "(−4.3, 0)")] {
        let view = shown(&format!("f=relu&g=none&x={x}"));
        let alt = view.figure.alt();
        let (_, slopes) = alt.split_once("Panel 2").unwrap();
        assert!(slopes.contains(&format!("Arrow from {from} to ")), "{slopes}");
        assert!(view.figure.caption.ends_with(&format!("on the {side}.")), "{}", view.figure.caption);
    }
    assert!(!shown("f=relu&g=none&x=5").figure.alt().contains("Arrow"));
}

#[test]
fn every_state_can_be_drawn() {
    let names: Vec<&str> = Activation::ALL.iter().map(|f| f.name()).collect();
    let mut addresses = Vec::new();
    for (i, f) in names.iter().enumerate() {
        for (j, x) in ["-40", "-3", "-1e-300", "0", "3", "37.5", "40"].iter().enumerate() {
            let g = if j == 0 { NONE } else { names[(i + 3 * j) % names.len()] };
            let reach = ["2", "5", "40"][(i + j) % 3];
            let (leaky, alpha, at) = (j % 2, 3 * (j % 2), ["0", "0.5", "1"][j % 3]);
            addresses.push(format!(
                "f={f}&g={g}&x={x}&reach={reach}&leaky={leaky}&prelu={leaky}&alpha={alpha}&step={at}&relu={at}"
            ));
        }
    }
    for address in addresses {
        assert_eq!(shown(&address).figure.faults(), [""; 0], "{address}");
    }
}
