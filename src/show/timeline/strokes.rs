//! Lines and fills that tell how sure a stretch is: dotted, hatched, faded, open.

use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::style::LINE;
use crate::layout::Telling;

/// The outline of what is only supposed.
pub(super) fn dotted(rect: Rect, colour: Color32) -> Vec<Shape> {
    let path = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    Shape::dotted_line(&path, colour, 3.5, 0.9)
}

/// Slanted lines over what is denied.
pub(super) fn hatch(rect: Rect, colour: Color32, shapes: &mut Vec<Shape>) {
    let rect = rect.shrink(LINE);
    let stroke = Stroke::new(1.0, colour);
    let (high, step) = (rect.height(), 7.0);
    let mut foot = rect.left() - high;
    while foot < rect.right() {
        let from = foot.max(rect.left());
        let until = (foot + high).min(rect.right());
        let points = [
            pos2(from, rect.bottom() - (from - foot)),
            pos2(until, rect.bottom() - (until - foot)),
        ];
        shapes.push(Shape::line_segment(points, stroke));
        foot += step;
    }
}

/// A filled stretch that is clear at its faded ends.
pub(super) fn faded(rect: Rect, left: f32, right: f32, fill: Color32) -> Shape {
    let mut mesh = Mesh::default();
    let clear = Color32::TRANSPARENT;
    let stops = [
        (rect.left(), if left > 0.0 { clear } else { fill }),
        (rect.left() + left, fill),
        (rect.right() - right, fill),
        (rect.right(), if right > 0.0 { clear } else { fill }),
    ];
    for (x, colour) in stops {
        mesh.colored_vertex(pos2(x, rect.top()), colour);
        mesh.colored_vertex(pos2(x, rect.bottom()), colour);
    }
    for first in [0, 2, 4] {
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 2, first + 1, first + 3);
    }
    Shape::mesh(mesh)
}

/// Upper and lower edge, dashed where the stretch fades.
pub(super) fn edges(
    rect: Rect,
    left: f32,
    right: f32,
    line: Stroke,
    telling: Telling,
    shapes: &mut Vec<Shape>,
) {
    for y in [rect.top() + LINE / 2.0, rect.bottom() - LINE / 2.0] {
        let at = |x| pos2(x, y);
        let whole = [at(rect.left() + left), at(rect.right() - right)];
        if telling == Telling::Hypothetical {
            shapes.extend(Shape::dotted_line(&whole, line.color, 3.5, 0.9));
        } else {
            shapes.push(Shape::line_segment(whole, line));
        }
        for dashed in [[whole[0], at(rect.left())], [whole[1], at(rect.right())]] {
            if dashed[0].distance(dashed[1]) > 1.0 {
                let dash = (dashed[0].distance(dashed[1]) / 3.0).clamp(1.5, 4.0);
                shapes.extend(Shape::dashed_line(&dashed, line, dash, dash));
            }
        }
    }
}

/// An open end: it goes on that way.
pub(super) fn arrow(
    from: Pos2,
    by: f32,
    high: f32,
    fill: Color32,
    line: Stroke,
    shapes: &mut Vec<Shape>,
) {
    let tip = from + vec2(by, 0.0);
    let body = Rect::from_two_pos(from - vec2(0.0, high / 2.0), tip + vec2(0.0, high / 2.0));
    let (left, right) = if by > 0.0 { (0.0, body.width()) } else { (body.width(), 0.0) };
    shapes.push(faded(body, left, right, fill));
    let head = (high / 4.0).clamp(3.0, 6.0);
    let back = vec2(-by.signum() * head, 0.0);
    shapes.push(Shape::line_segment([from, tip], line));
    for side in [-head, head] {
        shapes.push(Shape::line_segment([tip, tip + back + vec2(0.0, side)], line));
    }
}
