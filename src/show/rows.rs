//! A long list of rows of known heights, of which only those in view are drawn.

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

/// Shows the rows in view by `row_ui`; `heights` has one entry a row.
pub(crate) fn rows_ui(ui: &mut Ui, heights: &[f32], mut row_ui: impl FnMut(&mut Ui, usize)) {
    let mut tops = Vec::with_capacity(heights.len() + 1);
    let mut top = 0.0;
    for height in heights {
        tops.push(top);
        top += height;
    }
    ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, view| {
        ui.set_height(top);
        ui.set_width(ui.available_width());
        let area = ui.min_rect();
        let width = area.width() - ui.spacing().scroll.bar_width - 6.0;
        let first = tops.partition_point(|top| *top <= view.top()).saturating_sub(1);
        let last = tops.partition_point(|top| *top < view.bottom());
        for (index, (top, height)) in
            tops.iter().zip(heights).enumerate().take(last).skip(first)
        {
            let corner = pos2(area.left(), area.top() + top);
            let place = Rect::from_min_size(corner, vec2(width, *height));
            let mut row = ui.new_child(UiBuilder::new().id_salt(index).max_rect(place));
            row_ui(&mut row, index);
        }
    });
}
