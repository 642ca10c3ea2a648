//! Throw-away pictures.
use super::timeline::*;
use crate::made_up;
use dateline::layout::Look;

fn shot(name: &str, mut h: egui_kittest::Harness<'static, Shown>) {
    h.run();
    h.render().unwrap().save(format!("/tmp/timeline-{name}.png")).unwrap();
}

#[test]
fn pictures() {
    for dark in [false, true] {
        let d = if dark { "dark" } else { "light" };
        let size = [1400.0, 620.0];
        shot(&format!("kinds-{d}"), harness(kinds(), dark, size));
        let mut h = harness(kinds(), dark, size);
        h.state_mut().look = Some(Look { first: 16400.0, last: 16900.0, scrolled: 0.0 });
        h.run();
        let id = h.state().timeline.events[6].id;
        h.state_mut().selected = Some(id);
        h.run();
        h.hover_at(egui::pos2(700.0, 560.0));
        for _ in 0..40 {
            h.step();
        }
        shot(&format!("near-{d}"), h);
        shot(&format!("forty-{d}"), harness(made_up::mixed(40, 4), dark, size));
        for (name, days) in [
            ("all", 13600.0),
            ("decade", 3652.0),
            ("year", 365.0),
            ("month", 30.0),
            ("week", 7.0),
            ("day", 1.2),
        ] {
            let mut h = harness(
                made_up::mixed(if days > 10000.0 { 10_000 } else { 2000 }, 4),
                dark,
                size,
            );
            let id = h.state().timeline.events[700].id;
            h.state_mut().selected = Some(id);
            let mid = dateline::layout::day_of(h.state().timeline.events[700].extent.start())
                + days * 0.2;
            h.state_mut().look =
                Some(Look { first: mid - days / 2.0, last: mid + days / 2.0, scrolled: 0.0 });
            if days > 10000.0 {
                h.state_mut().look = None;
            }
            shot(&format!("{name}-{d}"), h);
        }
        shot(
            &format!("empty-{d}"),
            harness(dateline::project::Timeline::default(), dark, size),
        );
    }
}
