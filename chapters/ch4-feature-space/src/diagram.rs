//! The network, drawn: where each of its nine numbers sits.

use lesson::figure::{Arrow, Dash, Ink, Node, Panel};
use lesson::{Figure, Lesson};

pub(crate) fn tell(say: &mut Lesson) {
    say.section("network", "Two inputs, two hidden units, one output");
    let node = |label: &str, ink, at| Node { label: label.into(), ink, at };
    let arrow = |label: &str, from, to| Arrow::new(label, Ink::Muted, from, to);
    let (x1, x2) = ((0.8, 4.0), (0.8, 1.4));
    let (h1, h2, out) = ((4.2, 4.0), (4.2, 1.4), (7.2, 2.7));
    let bias = |label: &str, (x, y): (f64, f64)| arrow(label, (x, y + 1.1), (x, y)).dashed(Dash::Dotted);
    let panel = Panel::diagram(8.0, 5.4)
        .with_all([
            arrow("w₁₁", x1, h1),
            arrow("w₂₁", x1, h2),
            arrow("w₁₂", x2, h1),
            arrow("w₂₂", x2, h2),
            arrow("w₁₃", h1, out),
            arrow("w₂₃", h2, out),
        ])
        .with_all([bias("b₁₁", h1), bias("b₁₂", h2), bias("b₁₃", out)])
        .with_all([
            node("x₁", Ink::Ink, x1),
            node("x₂", Ink::Ink, x2),
            node("h₁", Ink::Blue, h1),
            node("h₂", Ink::Blue, h2),
            node("out", Ink::Ink, out),
        ]);
    say.figure(|| { Figure::new(
            "diagram",
            "Which of the nine numbers belongs where? Unit h₁ computes σ(w₁₁x₁ + w₁₂x₂ + b₁₁) and h₂ computes σ(w₂₁x₁ + \
             w₂₂x₂ + b₁₂); the output is w₁₃h₁ + w₂₃h₂ + b₁₃.",
        )
        .panel(panel) });
}
