//! Marks without words: thousands of them, so each is a disc or a few corners of one mesh.

use egui::{Color32, Mesh, Pos2, Rect, Shape, pos2, vec2};

use super::style::{LINE, TimelineStyle};
use crate::layout::{End, Mark, Telling};

const ARROW: f32 = 14.0;

/// A day, too short to be drawn as long as it is: a disc, a ring, a crossed disc or a square.
pub(super) fn dot(
    rect: Rect,
    telling: Telling,
    style: &TimelineStyle,
    mesh: &mut Mesh,
    shapes: &mut Vec<Shape>,
) {
    let colour = style.of_telling(telling);
    let radius = rect.height() / 2.0;
    let centre = rect.left_center() + vec2(radius, 0.0);
    let mut disc = |radius, colour| shapes.push(Shape::circle_filled(centre, radius, colour));
    match telling {
        Telling::Fact => disc(radius, colour),
        Telling::Planned => {
            disc(radius, colour);
            disc(radius - LINE, style.ground);
        }
        Telling::Denied => {
            disc(radius, colour);
            let across = vec2(radius, -radius);
            slash(mesh, [centre - across, centre + across], style.ground);
        }
        Telling::Hypothetical => {
            let square =
                Rect::from_center_size(centre, vec2(rect.height(), rect.height()) * 0.9);
            mesh.add_colored_rect(square, colour);
            mesh.add_colored_rect(square.shrink(LINE), style.ground);
        }
    }
}

/// A stretch: outlined, with ends that fade or go on.
pub(super) fn stretch(rect: Rect, mark: &Mark, style: &TimelineStyle, mesh: &mut Mesh) {
    let colour = style.of_telling(mark.telling);
    let fill = match mark.telling {
        Telling::Fact if mark.exact => colour,
        Telling::Fact | Telling::Denied => style.soft(colour),
        Telling::Planned | Telling::Hypothetical => style.ground,
    };
    mesh.add_colored_rect(rect, colour);
    mesh.add_colored_rect(rect.shrink(LINE), fill);
    match mark.telling {
        Telling::Denied => slash(mesh, [rect.left_bottom(), rect.right_top()], colour),
        Telling::Hypothetical => dashes(mesh, rect, style.ground),
        Telling::Fact | Telling::Planned => {}
    }
    for (end, x, away) in [(mark.left, rect.left(), -1.0), (mark.right, rect.right(), 1.0)] {
        let edge = pos2(x, rect.center().y);
        match end {
            End::Firm => {}
            End::Faded => mesh.add_colored_rect(
                Rect::from_center_size(edge, vec2(2.0 * LINE + 1.0, rect.height())),
                style.ground,
            ),
            End::Open => arrow(mesh, edge, away, rect.height() / 2.0, colour),
        }
    }
}

/// Gaps in the upper and lower edge.
fn dashes(mesh: &mut Mesh, rect: Rect, ground: Color32) {
    let mut x = rect.left() + 3.0;
    while x + 2.0 < rect.right() {
        for y in [rect.top(), rect.bottom() - LINE] {
            mesh.add_colored_rect(Rect::from_min_size(pos2(x, y), vec2(2.0, LINE)), ground);
        }
        x += 5.0;
    }
}

fn slash(mesh: &mut Mesh, [from, until]: [Pos2; 2], colour: Color32) {
    let side = (until - from).normalized().rot90() * (LINE / 2.0);
    quad(mesh, [from - side, from + side, until - side, until + side], colour);
}

fn arrow(mesh: &mut Mesh, from: Pos2, away: f32, half: f32, colour: Color32) {
    let tip = from + vec2(away * ARROW, 0.0);
    let neck = tip - vec2(away * half, 0.0);
    mesh.add_colored_rect(
        Rect::from_two_pos(from - vec2(0.0, LINE / 2.0), neck + vec2(0.0, LINE / 2.0)),
        colour,
    );
    quad(mesh, [neck - vec2(0.0, half), neck + vec2(0.0, half), tip, tip], colour);
}

fn quad(mesh: &mut Mesh, corners: [Pos2; 4], colour: Color32) {
    let first = u32::try_from(mesh.vertices.len()).unwrap_or_default();
    for corner in corners {
        mesh.colored_vertex(corner, colour);
    }
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first + 2, first + 1, first + 3);
}
