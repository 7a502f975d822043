//! Figures that answer: the still picture of the page's values, and the controls that the page's script brings to life.

use super::html::{escape, one_line};
use super::lessons::{Lessons, Still, Uses};
use lesson::explore::{Control, Controls, Group, Kind, Presets};

/// `{{#explore CHAPTER/NAME}}`: an explorable, the `number`th figure of its page.
///
/// Without the script, and on paper, it is a figure like any other: the controls stay hidden.
///
/// # Errors
/// A path that leads nowhere.
pub fn render(lessons: &Lessons, uses: &mut Uses, path: &str, number: usize) -> Result<String, String> {
    let place = lessons.explorable(path)?;
    let Still { explorable, view } = place.item;
    uses.note(place.chapter, explorable.name);
    let id = path.replace('/', "--");
    Ok(format!(
        "<div class=\"explorable\" id=\"explore-{}\" data-explore=\"{}\" role=\"group\" aria-label=\"{}\">\
         <figure class=\"recorded\"><div class=\"panels\" role=\"img\" aria-label=\"{}\">{}</div>{}<figcaption>\
         <span class=\"figure-number\">Figure {number}.</span> {} <span class=\"says\">{}</span></figcaption></figure>\
         <div class=\"beside\">{}</div><div class=\"data\" hidden></div></div>",
        escape(explorable.name),
        escape(path),
        escape(explorable.title),
        escape(&view.figure.alt()),
        one_line(&view.panels_html()),
        form(&explorable.controls(), &id, explorable.title),
        escape(explorable.title),
        escape(&view.figure.caption),
        one_line(&view.beside_html()),
    ))
}

fn form(controls: &Controls, id: &str, title: &str) -> String {
    let presets: String = controls
        .presets
        .iter()
        .enumerate()
        .map(|(index, list)| presets(list, &format!("{id}--preset-{index}")))
        .collect();
    let idle = controls.idle(&controls.start());
    let groups: String = controls.groups.iter().map(|group| self::group(group, &idle, id)).collect();
    format!(
        "<form class=\"controls\" hidden aria-label=\"{}\">{presets}{groups}{}<p class=\"chores\">\
         <button type=\"button\" data-do=\"reset\">Reset</button><button type=\"button\" data-do=\"undo\" aria-disabled=\"true\">Undo</button>\
         <button type=\"button\" data-do=\"copy\">Copy link</button>\
         <button type=\"button\" data-do=\"data\" aria-expanded=\"false\">Data</button>\
         <button type=\"button\" data-do=\"svg\">Save SVG</button>\
         <button type=\"button\" data-do=\"fill\" hidden>Full screen</button><span class=\"done\" role=\"status\"></span></p>\
         <p class=\"announced\" role=\"status\"></p><p class=\"complaint\" role=\"alert\"></p></form>",
        escape(&format!("Controls: {title}")),
        offers(&controls.offers)
    )
}

/// Buttons that wait until a view offers something.
fn offers(offers: &[(&str, String)]) -> String {
    if offers.is_empty() {
        return String::new();
    }
    let button = |(name, label): &(&str, String)| {
        format!(
            "<button type=\"button\" data-offer=\"{name}\" aria-disabled=\"true\">{}</button>",
            escape(label)
        )
    };
    format!("<p class=\"chores\">{}</p>", offers.iter().map(button).collect::<String>())
}

fn presets(presets: &Presets, id: &str) -> String {
    let option = |(address, label): (&str, &str)| {
        format!("<option value=\"{}\">{}</option>", escape(address), escape(label))
    };
    let options: String =
        presets.list.iter().map(|preset| option((preset.address.as_str(), preset.label.as_str()))).collect();
    let named = escape(&presets.label);
    let step = |to: i8, label: &str| {
        format!(
            "<button type=\"button\" class=\"step\" data-walk=\"{to}\" aria-label=\"{label}, {named}\">{label}</button>"
        )
    };
    let (back, next) =
        if presets.walked { (step(-1, "Back"), step(1, "Next")) } else { (String::new(), String::new()) };
    format!(
        "<div class=\"control presets\"><label for=\"{id}\">{named}</label><span class=\"row\">{back}\
         <select id=\"{id}\" data-presets><option value=\"\" hidden>your own</option>{options}</select>{next}</span></div>"
    )
}

fn group(group: &Group, idle: &[&str], id: &str) -> String {
    let is_idle = |control: &Control| idle.contains(&control.name);
    let control = |control: &Control| self::control(control, hidden(is_idle(control)), id);
    let controls: String = group.controls.iter().map(control).collect();
    if let Some(columns) = group.columns {
        format!("<div class=\"group in-rows\" style=\"--columns: {columns}\">{controls}</div>")
    } else if group.title.is_empty() {
        format!("<div class=\"group\">{controls}</div>")
    } else {
        format!(
            "<details class=\"group\"{}><summary>{}</summary><div class=\"group\">{controls}</div></details>",
            hidden(group.controls.iter().all(is_idle)),
            escape(&group.title)
        )
    }
}

/// The attribute of what has no effect in the state of the page.
fn hidden(idle: bool) -> &'static str {
    if idle { " hidden" } else { "" }
}

fn control(control: &Control, hidden: &str, id: &str) -> String {
    let Control { name, label, kind, start, .. } = control;
    let (id, label, start) = (format!("{id}--{name}"), escape(label), escape(start));
    match kind {
        Kind::Range { from, to, step } => {
            let ends = format!("min=\"{from}\" max=\"{to}\" value=\"{start}\"");
            let inputs = slider(name, &id, &label, &ends, &step.to_string(), "any");
            labelled("range", hidden, &id, &label, &format!("<span class=\"row\">{inputs}</span>"))
        }
        Kind::Whole { from, to } => {
            let ends = format!("min=\"{from}\" max=\"{to}\" value=\"{start}\"");
            let inputs = slider(name, &id, &label, &ends, "1", "1");
            labelled("range", hidden, &id, &label, &format!("<span class=\"row\">{inputs}</span>"))
        }
        Kind::Play { last, stride } => {
            let ends = format!("min=\"0\" max=\"{last}\" value=\"{start}\"");
            let inputs = slider(name, &id, &label, &ends, "1", "1");
            let buttons = format!(
                "<button type=\"button\" data-play=\"{name}\" data-stride=\"{stride}\">Play</button>\
                 <button type=\"button\" data-forward=\"{name}\">Step</button>"
            );
            labelled("play", hidden, &id, &label, &format!("<span class=\"row\">{buttons}{inputs}</span>"))
        }
        Kind::Choice(options) => {
            let option = |(word, shown): &(&str, String)| {
                let selected = if *word == control.start { " selected" } else { "" };
                format!("<option value=\"{word}\"{selected}>{}</option>", escape(shown))
            };
            let options: String = options.iter().map(option).collect();
            labelled(
                "choice",
                hidden,
                &id,
                &label,
                &format!("<select id=\"{id}\" name=\"{name}\">{options}</select>"),
            )
        }
        Kind::Switch => {
            let checked = if control.start == "1" { " checked" } else { "" };
            format!(
                "<div class=\"control switch\"{hidden}><input type=\"checkbox\" id=\"{id}\" name=\"{name}\"{checked}>\
                 <label for=\"{id}\">{label}</label></div>"
            )
        }
    }
}

fn labelled(class: &str, hidden: &str, id: &str, label: &str, inputs: &str) -> String {
    format!("<div class=\"control {class}\"{hidden}><label for=\"{id}\">{label}</label>{inputs}</div>")
}

/// A slider, and a field for the numbers between its steps.
fn slider(name: &str, id: &str, label: &str, ends: &str, step: &str, exact: &str) -> String {
    format!(
        "<input type=\"range\" id=\"{id}\" name=\"{name}\" {ends} step=\"{step}\">\
         <input type=\"number\" data-exact=\"{name}\" aria-label=\"{label}, exactly\" {ends} step=\"{exact}\">"
    )
}
