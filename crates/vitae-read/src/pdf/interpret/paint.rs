//! Paths and colours, as far as they say what is a rule, a dot, a background or a clip.

use super::Interpreter;
use crate::pdf::color::{self, Space};
use crate::pdf::page::{Matrix, Rule, apply};
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::Name;
use hayro_syntax::page::Resources;
use vitae_document::Rect;

/// Most dots kept of a page; more are a drawing.
const MOST_DOTS: usize = 500;

/// Most points kept of one path; the rest of a drawing says nothing about text.
const PATH_POINTS: usize = 512;

/// A part of a path: its points in user space.
#[derive(Default)]
pub(super) struct Path {
    subpaths: Vec<Vec<(f64, f64)>>,
    curved: bool,
    clip: bool,
}

impl<'a> Interpreter<'a, '_> {
    pub(super) fn path_operator<'x, 'y>(&mut self, op: Op<'x, 'y>) -> Option<Op<'x, 'y>> {
        match op {
            Op::RectPath(r) => {
                let (x, y, w, h) = (r.0.as_f64(), r.1.as_f64(), r.2.as_f64(), r.3.as_f64());
                self.move_to(x, y);
                for (x, y) in [(x + w, y), (x + w, y + h), (x, y + h), (x, y)] {
                    self.line_to(x, y);
                }
            }
            Op::MoveTo(p) => self.move_to(p.0.as_f64(), p.1.as_f64()),
            Op::LineTo(p) => self.line_to(p.0.as_f64(), p.1.as_f64()),
            Op::CubicTo(c) => {
                self.path.curved = true;
                self.line_to(c.4.as_f64(), c.5.as_f64());
            }
            Op::CubicStartTo(c) => {
                self.path.curved = true;
                self.line_to(c.2.as_f64(), c.3.as_f64());
            }
            Op::CubicEndTo(c) => {
                self.path.curved = true;
                self.line_to(c.2.as_f64(), c.3.as_f64());
            }
            Op::ClosePath(_) => {}
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.path.clip = true,
            Op::EndPath(_) => self.paint(false, false),
            Op::StrokePath(_) | Op::CloseAndStrokePath(_) => self.paint(false, true),
            Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_) => self.paint(true, false),
            Op::FillAndStrokeNonZero(_)
            | Op::FillAndStrokeEvenOdd(_)
            | Op::CloseFillAndStrokeNonZero(_)
            | Op::CloseFillAndStrokeEvenOdd(_) => self.paint(true, true),
            op => return Some(op),
        }
        None
    }

    pub(super) fn move_to(&mut self, x: f64, y: f64) {
        if self.path_points < PATH_POINTS {
            self.path_points += 1;
            self.path.subpaths.push(vec![(x, y)]);
        }
    }

    pub(super) fn line_to(&mut self, x: f64, y: f64) {
        if self.path_points < PATH_POINTS
            && let Some(subpath) = self.path.subpaths.last_mut()
        {
            self.path_points += 1;
            subpath.push((x, y));
        }
    }

    pub(super) fn paint(&mut self, fill: bool, stroke: bool) {
        let path = std::mem::take(&mut self.path);
        self.path_points = 0;
        let straight = !path.curved && is_straight(&self.state.ctm);
        let boxes: Vec<(Rect, bool)> = path
            .subpaths
            .iter()
            .filter_map(|points| {
                Some((bounds(&self.state.ctm, points)?, straight && is_box(points)))
            })
            .collect();
        if !self.invisible() {
            for (rect, is_box) in &boxes {
                self.paint_box(*rect, fill, stroke);
                let areas = rect.x1 - rect.x0 > 3.0 && rect.y1 - rect.y0 > 4.0;
                if fill && *is_box && areas && self.state.fill.is_some() {
                    self.cover(*rect);
                }
            }
        }
        if path.clip
            && let Some(cover) = boxes.into_iter().map(|(rect, _)| rect).reduce(Rect::cover)
        {
            self.clip_to(cover);
        }
    }

    pub(super) fn paint_box(&mut self, rect: Rect, fill: bool, stroke: bool) {
        let (width, height) = (rect.x1 - rect.x0, rect.y1 - rect.y0);
        if height <= 3.5 && width >= 12.0 {
            let color = if fill { self.state.fill } else { self.state.stroke };
            let visible = color.is_none_or(|color| !color::near(color, [255; 3]));
            if (fill || stroke) && visible {
                self.content.rules.push(Rule { x0: rect.x0, x1: rect.x1, y: rect.y1 });
            }
        } else if width > 1.0 && width < 8.0 && (width - height).abs() < 0.25 * width {
            if self.content.dots.len() < MOST_DOTS {
                self.content.dots.push(rect);
            }
        } else if fill && width > 3.0 && height > 3.0 && self.state.opacity > 0.5 {
            self.fill_area(rect, self.state.fill);
        }
    }

    pub(super) fn color_operator<'x, 'y>(
        &mut self,
        op: Op<'x, 'y>,
        resources: &Resources<'a>,
    ) -> Option<Op<'x, 'y>> {
        let space = |name: &Name<'_>| {
            Space::from_name(name).unwrap_or_else(|| {
                let object = resources.get_color_space(name);
                object.map_or(Space::Unknown, |object| Space::from_object(&object))
            })
        };
        let state = &mut self.state;
        match op {
            Op::NonStrokeColorDeviceGray(c) => {
                state.fill_space = Space::Gray;
                state.fill = Space::Gray.rgb(&[c.0]);
            }
            Op::NonStrokeColorDeviceRgb(c) => {
                state.fill_space = Space::Rgb;
                state.fill = Space::Rgb.rgb(&[c.0, c.1, c.2]);
            }
            Op::NonStrokeColorCmyk(c) => {
                state.fill_space = Space::Cmyk;
                state.fill = Space::Cmyk.rgb(&[c.0, c.1, c.2, c.3]);
            }
            Op::ColorSpaceNonStroke(c) => {
                state.fill_space = space(c.0);
                state.fill = state.fill_space.initial();
            }
            Op::NonStrokeColor(c) => state.fill = state.fill_space.rgb(&c.0),
            Op::NonStrokeColorNamed(c) => {
                state.fill = if c.1.is_some() { None } else { state.fill_space.rgb(&c.0) };
            }
            Op::StrokeColorDeviceGray(c) => {
                state.stroke_space = Space::Gray;
                state.stroke = Space::Gray.rgb(&[c.0]);
            }
            Op::StrokeColorDeviceRgb(c) => {
                state.stroke_space = Space::Rgb;
                state.stroke = Space::Rgb.rgb(&[c.0, c.1, c.2]);
            }
            Op::StrokeColorCmyk(c) => {
                state.stroke_space = Space::Cmyk;
                state.stroke = Space::Cmyk.rgb(&[c.0, c.1, c.2, c.3]);
            }
            Op::ColorSpaceStroke(c) => {
                state.stroke_space = space(c.0);
                state.stroke = state.stroke_space.initial();
            }
            Op::StrokeColor(c) => state.stroke = state.stroke_space.rgb(&c.0),
            Op::StrokeColorNamed(c) => {
                state.stroke = if c.1.is_some() { None } else { state.stroke_space.rgb(&c.0) };
            }
            op => return Some(op),
        }
        None
    }
}

/// Whether the axes of user space are those of the page.
fn is_straight(m: &Matrix) -> bool {
    (m[1] == 0.0 && m[2] == 0.0) || (m[0] == 0.0 && m[3] == 0.0)
}

/// Whether points are the corners of a rectangle along the axes.
fn is_box(points: &[(f64, f64)]) -> bool {
    let [a, b, c, d, ..] = points else { return false };
    points.len() <= 5
        && ((a.0 == b.0 && b.1 == c.1 && c.0 == d.0 && d.1 == a.1)
            || (a.1 == b.1 && b.0 == c.0 && c.1 == d.1 && d.0 == a.0))
}

fn bounds(ctm: &Matrix, points: &[(f64, f64)]) -> Option<Rect> {
    if points.len() < 2 {
        return None;
    }
    let to_box = |(x, y): &(f64, f64)| {
        let (x, y) = apply(ctm, *x, *y);
        Rect { x0: x, y0: y, x1: x, y1: y }
    };
    let rect = points.iter().map(to_box).reduce(Rect::cover)?;
    [rect.x0, rect.y0, rect.x1, rect.y1].iter().all(|v| v.is_finite()).then_some(rect)
}
