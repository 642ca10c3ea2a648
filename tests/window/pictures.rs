//! Pictures of the window, where there is something to draw them with.

use std::{
    fs,
    future::Future,
    io::Write as _,
    path::Path,
    pin::pin,
    task::{Context, Poll, Waker},
};

use egui::Theme;
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults, wgpu::default_wgpu_setup};

use super::{board::crane, columns::TABLE, driver::Desk, why::mill};

type Scene = fn(&mut Desk);

const PICTURES: [(&str, Theme, Scene); 14] = [
    ("welcome-light", Theme::Light, |_| {}),
    ("welcome-dark", Theme::Dark, |_| {}),
    ("event-light", Theme::Light, event),
    ("event-dark", Theme::Dark, event),
    ("original-dark", Theme::Dark, original),
    ("columns-light", Theme::Light, columns),
    ("why-light", Theme::Light, why),
    ("why-dark", Theme::Dark, why),
    ("waiting-light", Theme::Light, |desk| list(desk, "Waiting for a date")),
    ("set-aside-dark", Theme::Dark, |desk| list(desk, "Set aside")),
    ("held-light", Theme::Light, held),
    ("differ-light", Theme::Light, crane),
    ("differ-dark", Theme::Dark, crane),
    ("problems-light", Theme::Light, |desk| list(desk, "Problems")),
];

#[test]
fn the_window_looks_as_it_did() {
    if !has_adapter() {
        let names = PICTURES.map(|(name, ..)| name).join(", ");
        let required = std::env::var("DATELINE_PICTURES").is_ok_and(|it| it == "required");
        assert!(!required, "no graphics adapter: no pictures of {names}");
        // The test harness swallows what is printed; this line must be seen.
        writeln!(std::io::stderr(), "pictures left out: {names}").unwrap();
        return;
    }
    let options = SnapshotOptions::new().output_path("tests/pictures");
    let mut results = SnapshotResults::new();
    for (name, theme, scene) in PICTURES {
        let mut desk = Desk::with(theme, Harness::builder().wgpu());
        scene(&mut desk);
        results.add(desk.harness.try_snapshot_options(name, &options));
    }
    results.unwrap();
}

fn sample(desk: &mut Desk) {
    desk.press("Look at the sample");
    desk.wait_for("files read");
}

fn event(desk: &mut Desk) {
    sample(desk);
    desk.press_containing(": Four commissioners");
    desk.settle();
}

fn original(desk: &mut Desk) {
    sample(desk);
    desk.press_containing(": The commissioners took up");
    desk.press("Show original");
    desk.wait_for("as it is on disk now");
}

fn columns(desk: &mut Desk) {
    // A folder whose name is the same in every picture.
    let folder = desk.articles.path().join("Harbour front");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("town.csv"), TABLE).unwrap();
    desk.hold(&[&folder]);
    desk.drop_held();
    desk.wait_for("Choose the columns…");
    desk.press("Choose the columns…");
}

fn why(desk: &mut Desk) {
    mill(desk);
    desk.press("Doubt “May 2017” in “Mill to weave again”");
    desk.wait_for("You took out");
}

fn list(desk: &mut Desk, name: &str) {
    sample(desk);
    desk.press_containing(&format!("{name} ("));
}

fn held(desk: &mut Desk) {
    sample(desk);
    desk.hold(&[Path::new("/home/you/Harbour front, été 2017")]);
}

#[expect(clippy::default_trait_access, reason = "the type has no name here")]
fn has_adapter() -> bool {
    let setup = default_wgpu_setup();
    let instance = now(setup.new_instance());
    now(instance.request_adapter(&Default::default())).is_ok()
}

/// The answer of a future that waits for nothing but the driver.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(answer) = future.as_mut().poll(&mut context) {
            return answer;
        }
        std::thread::yield_now();
    }
}
