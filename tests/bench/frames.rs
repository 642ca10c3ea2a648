//! What a frame of the timeline costs: CPU time of running and tessellating it, panning.
#![expect(
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark prints, and may fall over"
)]

use std::sync::Arc;

use dateline::{
    layout::{Layouts, Look},
    show::TimelinePanel,
};
use rustix::time::{ClockId, clock_gettime};

#[path = "../dice.rs"]
mod dice;
#[path = "../made_up.rs"]
mod made_up;

const EVENTS: usize = 10_000;
const FRAMES: usize = 400;
const WIDTH: f32 = 1600.0;
const HEIGHT: f32 = 900.0;

fn main() {
    let timeline = Arc::new(made_up::mixed(EVENTS, 20));
    let mut layouts = Layouts::new();
    let view = layouts.view(&timeline, None, (WIDTH, HEIGHT), None);
    let (all, middle) = (layouts.all(), f64::midpoint(view.axis.first, view.axis.last));
    let zooms = [
        ("all", all.days()),
        ("10 years", 3652.0),
        ("1 year", 365.25),
        ("1 month", 30.4),
        ("1 week", 7.0),
    ];
    let began = cpu_ms();
    Layouts::new().view(&timeline, None, (WIDTH, HEIGHT), None);
    println!("a timeline is laid out in {:.1} ms", cpu_ms() - began);
    for octave in 0..14 {
        let look = layouts.all().zoomed(2.0_f64.powi(octave), middle);
        let began = cpu_ms();
        let view = layouts.view(&timeline, Some(look), (WIDTH, HEIGHT), None);
        let cost = cpu_ms() - began;
        println!(
            "octave {octave:>2}: {cost:.2} ms, {:?}, {} in view",
            view.detail, view.in_view
        );
    }
    let mut worst = 0.0_f64;
    for (name, days) in zooms {
        let look =
            Look { first: middle - days / 2.0, last: middle + days / 2.0, scrolled: 0.0 };
        let median = measured(name, &timeline, look);
        worst = worst.max(median);
    }
    println!("frames events={EVENTS} cpu_ms={worst:.2}");
}

/// The median of many frames, each panned a little further.
fn measured(name: &str, timeline: &Arc<dateline::project::Timeline>, look: Look) -> f64 {
    let context = egui::Context::default();
    let mut fonts = egui::FontDefinitions::default();
    let inter = include_bytes!("../../assets/fonts/Inter-roman.var.ttf");
    fonts.font_data.insert("Inter".into(), Arc::new(egui::FontData::from_static(inter)));
    if let Some(family) = fonts.families.get_mut(&egui::FontFamily::Proportional) {
        family.insert(0, "Inter".into());
    }
    context.set_fonts(fonts);
    let mut panel = TimelinePanel::new();
    let mut costs = Vec::with_capacity(FRAMES);
    let mut first = 0.0;
    for frame in 0..FRAMES {
        let panned = look.panned(look.days() * frame as f64 / 2000.0);
        let began = cpu_ms();
        let shapes = one_frame(&context, &mut panel, timeline, panned, frame);
        let cost = cpu_ms() - began;
        if frame == 0 {
            first = cost;
        }
        // The first frames fill the caches of fonts and rows.
        if frame >= 40 {
            costs.push((cost, shapes));
        }
    }
    costs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (median, shapes) = costs[costs.len() / 2];
    let high = costs[costs.len() * 99 / 100].0;
    println!(
        "{name:>9}: median {median:.2} ms, 99 % {high:.2} ms, first frame {first:.1} ms, {shapes} vertices"
    );
    median
}

fn one_frame(
    context: &egui::Context,
    panel: &mut TimelinePanel,
    timeline: &Arc<dateline::project::Timeline>,
    look: Look,
    frame: usize,
) -> usize {
    let pointer = egui::pos2(300.0 + (frame % 700) as f32, 640.0);
    let input = egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(
            egui::Pos2::ZERO,
            egui::vec2(WIDTH, HEIGHT),
        )),
        time: Some(frame as f64 / 60.0),
        events: vec![egui::Event::PointerMoved(pointer)],
        ..egui::RawInput::default()
    };
    let mut output = context.run_ui(input, |ui| {
        panel.ui(ui, timeline, Some(look), None);
    });
    output.textures_delta.clear();
    let meshes = context.tessellate(output.shapes, output.pixels_per_point);
    meshes
        .iter()
        .map(|mesh| match &mesh.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        })
        .sum()
}

/// The CPU time of this thread, which other programs do not disturb.
fn cpu_ms() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 * 1e3 + now.tv_nsec as f64 / 1e6
}
