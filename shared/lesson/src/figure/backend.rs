//! A plotters backend that writes small SVG.
//!
//! plotters' coordinates are whole numbers, so a panel is drawn ten times as large as it is shown and curves stay
//! smooth. Equal shapes that follow each other share one `<path>`: browsers spend their time per element.

use super::{Dash, Ink, text};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::fmt::Write;
use std::rc::Rc;

/// What plotters has no word for: the renderer sets it before it draws, the backend reads it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pen {
    /// How the next lines are broken.
    pub dash: Dash,
    /// Whether the next texts get a rim in the colour of the ground.
    pub halo: bool,
}

/// The sheet that a backend writes to, and its pen; both outlive the backend, which plotters swallows.
#[derive(Clone, Default)]
pub(super) struct Sheet {
    pub body: Rc<RefCell<String>>,
    pub pen: Rc<Cell<Pen>>,
}

/// The backend.
pub(super) struct Svg {
    size: (u32, u32),
    sheet: Sheet,
    batch: Option<Batch>,
}

/// How a shape is drawn.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    shape: Shape,
    ink: Ink,
    opacity: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Line {
        width: u32,
        dash: Dash,
    },
    /// A stroke of no length with round ends.
    Disc {
        radius: u32,
    },
    Filled,
}

/// Shapes of one look, collected into one path.
struct Batch {
    look: Look,
    path: String,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Svg {
    pub(super) fn new(size: (u32, u32), sheet: Sheet) -> Self {
        Self { size, sheet, batch: None }
    }

    fn line(&self, style: &impl BackendStyle) -> Shape {
        Shape::Line { width: style.stroke_width(), dash: self.sheet.pen.get().dash }
    }

    /// The path that shapes of this look are added to.
    fn path(&mut self, shape: Shape, color: BackendColor) -> &mut String {
        let look = Look { shape, ink: Ink::from_rgb(color.rgb), opacity: color.alpha };
        if self.batch.as_ref().is_some_and(|batch| batch.look != look) {
            self.flush();
        }
        &mut self.batch.get_or_insert_with(|| Batch { look, path: String::new() }).path
    }

    fn flush(&mut self) {
        if let Some(Batch { look, path }) = self.batch.take() {
            let mut body = self.sheet.body.borrow_mut();
            body.push_str("<path ");
            body.push_str(&look.attributes());
            body.push_str(" d=\"");
            body.push_str(&path);
            body.push_str("\"/>");
        }
    }
}

impl Look {
    fn attributes(&self) -> String {
        let ink = self.ink.css();
        match self.shape {
            Shape::Line { width, dash } => {
                let broken = match dash {
                    Dash::Solid => "",
                    Dash::Dashed => " stroke-dasharray=\"75 45\"",
                    Dash::Dotted => " stroke-dasharray=\"1 42\"",
                };
                let opacity = opacity("stroke", self.opacity);
                format!("fill=\"none\" stroke-width=\"{width}\"{broken}{opacity} style=\"stroke:{ink}\"")
            }
            Shape::Disc { radius } => {
                let opacity = opacity("stroke", self.opacity);
                format!("stroke-width=\"{}\"{opacity} style=\"stroke:{ink}\"", 2 * radius)
            }
            Shape::Filled => {
                format!("{} style=\"fill:{ink}\"", opacity("fill", self.opacity)).trim_start().to_owned()
            }
        }
    }
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.flush();
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            outline(path, self.path(self.line(style), style.color()));
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (upper_left, bottom_right);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        if fill { self.fill_polygon(corners, style) } else { self.draw_path(closed(corners), style) }
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((x, y), r) = (center, radius);
        // Writing into a `String` cannot fail.
        let _ = if fill {
            write!(self.path(Shape::Disc { radius }, style.color()), "M{x} {y}h0")
        } else {
            let (left, across) = (x - r as i32, 2 * r);
            let path = self.path(self.line(style), style.color());
            write!(path, "M{left} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0")
        };
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            let path = self.path(Shape::Filled, style.color());
            outline(vert, path);
            path.push('z');
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, words: &str, style: &T, at: BackendCoord) -> Drawn {
        self.flush();
        let size = style.size() as i32;
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        // Figures set their text by its baseline; these are the usual heights of capitals and digits.
        let baseline = match style.anchor().v_pos {
            VPos::Top => at.1 + size * 74 / 100,
            VPos::Center => at.1 + size * 36 / 100,
            VPos::Bottom => at.1,
        };
        let (ink, opacity) = (Ink::from_rgb(style.color().rgb).css(), opacity("fill", style.color().alpha));
        let halo = if self.sheet.pen.get().halo {
            format!(";paint-order:stroke;stroke:{};stroke-width:36", Ink::Paper.css())
        } else {
            String::new()
        };
        let words = escaped(&text::typeset(words));
        let _ = write!(
            self.sheet.body.borrow_mut(),
            "<text x=\"{}\" y=\"{baseline}\" font-size=\"{size}\"{anchor}{opacity} style=\"fill:{ink}{halo}\">{words}</text>",
            at.0
        );
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        words: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as u32;
        Ok((text::width_percent(words) * size / 100, size))
    }
}

/// The attribute that a shape or text needs if one sees through its ink.
fn opacity(part: &str, opacity: f64) -> String {
    if opacity < 1.0 { format!(" {part}-opacity=\"{opacity}\"") } else { String::new() }
}

fn closed(corners: [BackendCoord; 4]) -> [BackendCoord; 5] {
    let [a, b, c, d] = corners;
    [a, b, c, d, a]
}

/// Adds path data in relative steps; points on a straight line between their neighbours are left out.
fn outline(points: impl IntoIterator<Item = BackendCoord>, path: &mut String) {
    let mut points = points.into_iter();
    let Some(mut at) = points.next() else { return };
    let _ = write!(path, "M{} {}", at.0, at.1);
    let mut stride: Option<BackendCoord> = None;
    for point in points {
        let step = (point.0 - at.0, point.1 - at.1);
        stride = match stride {
            Some(before) if same_direction(before, step) => Some((before.0 + step.0, before.1 + step.1)),
            Some(before) => {
                push_step(path, before);
                Some(step)
            }
            None => Some(step),
        };
        at = point;
    }
    if let Some(last) = stride {
        push_step(path, last);
    }
}

fn same_direction(a: BackendCoord, b: BackendCoord) -> bool {
    let cross = i64::from(a.0) * i64::from(b.1) - i64::from(a.1) * i64::from(b.0);
    let dot = i64::from(a.0) * i64::from(b.0) + i64::from(a.1) * i64::from(b.1);
    cross == 0 && dot >= 0
}

fn push_step(path: &mut String, (dx, dy): BackendCoord) {
    let _ = match (dx, dy) {
        (0, 0) => Ok(()),
        (dx, 0) => write!(path, "h{dx}"),
        (0, dy) => write!(path, "v{dy}"),
        (dx, dy) if dy < 0 => write!(path, "l{dx}{dy}"),
        (dx, dy) => write!(path, "l{dx} {dy}"),
    };
}

/// Text as XML; also used for captions.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::BackendCoord;

    fn outline<const N: usize>(points: [BackendCoord; N]) -> String {
        let mut path = String::new();
        super::outline(points, &mut path);
        path
    }

    #[test]
    fn straight_runs_become_one_step() {
        assert_eq!(outline([(0, 0), (10, 0), (20, 0), (20, 5), (25, 0)]), "M0 0h20v5l5-5");
        assert_eq!(outline([(0, 0), (10, 5), (20, 10)]), "M0 0l20 10");
        assert_eq!(outline([]), "");
    }
}
