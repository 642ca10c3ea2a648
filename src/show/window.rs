//! The window on a real screen: the only place that knows eframe.

use std::path::PathBuf;

use eframe::NativeOptions;
use egui::{IconData, Ui, ViewportBuilder};

use super::{App, AppOptions, NativeDialogs};

/// How the window is opened.
pub struct Options {
    /// The folder in which the user's data is kept.
    pub data: PathBuf,
    /// A folder or an article to open at once.
    pub open: Option<PathBuf>,
    /// Called when the first frame has been made.
    pub on_first_frame: Option<Box<dyn FnOnce()>>,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("data", &self.data)
            .field("open", &self.open)
            .finish_non_exhaustive()
    }
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// Nothing says where a window could be shown.
    #[error(
        "no window: this machine shows no display ({}); without a window, use \
         `dateline extract FOLDER`",
        display_variables()
    )]
    NoDisplay,
    /// The display, or what draws on it, did not let us.
    #[error(
        "no window: {} ({}); without a window, use `dateline extract FOLDER`",
        reason(.0),
        display_variables()
    )]
    System(#[from] eframe::Error),
}

/// Shows the window until it is closed.
pub fn run(options: Options) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let native = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("dateline")
            .with_title("Dateline")
            .with_icon(icon())
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([720.0, 480.0]),
        ..NativeOptions::default()
    };
    let start = |cc: &eframe::CreationContext<'_>| -> Box<dyn eframe::App> {
        let dialogs = Box::new(NativeDialogs);
        let (data, open, takes_drops) = (options.data, options.open, takes_drops());
        let inner = AppOptions { data, open, dialogs, takes_drops };
        let app = App::new(&cc.egui_ctx, inner);
        Box::new(Shell { app, on_first_frame: options.on_first_frame })
    };
    Ok(eframe::run_native("dateline", native, Box::new(|cc| Ok(start(cc))))?)
}

struct Shell {
    app: App,
    on_first_frame: Option<Box<dyn FnOnce()>>,
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.app.ui(ui);
        if let Some(tell) = self.on_first_frame.take() {
            tell();
        }
    }
}

const DISPLAY_VARIABLES: [&str; 2] = ["DISPLAY", "WAYLAND_DISPLAY"];

/// Other systems have no such variables, and a window always.
fn has_display() -> bool {
    let named = |name: &&str| std::env::var_os(name).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || DISPLAY_VARIABLES.iter().any(named)
}

/// Under Wayland winit 0.30 does not tell what is dropped on a window.
fn takes_drops() -> bool {
    let wayland = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|it| !it.is_empty());
    !(cfg!(target_os = "linux") && wayland)
}

/// What is left of an error without the places in other people's code that it passed.
fn reason(error: &eframe::Error) -> String {
    let text = error.to_string();
    text.rsplit(": ").next().unwrap_or(&text).to_owned()
}

/// "`DISPLAY` is not set, `WAYLAND_DISPLAY` is empty"
fn display_variables() -> String {
    let said = |name: &&str| match std::env::var_os(name) {
        None => format!("{name} is not set"),
        Some(value) if value.is_empty() => format!("{name} is empty"),
        Some(value) => format!("{name} is {}", value.to_string_lossy()),
    };
    DISPLAY_VARIABLES.iter().map(said).collect::<Vec<_>>().join(", ")
}

/// Three bars on a line: events in time.
fn icon() -> IconData {
    const SIDE: u32 = 64;
    let bars = [(10, 34, 14, 22), (24, 54, 28, 36), (10, 44, 42, 50)];
    let mut rgba = Vec::new();
    for y in 0..SIDE {
        for x in 0..SIDE {
            let bar = bars.iter().position(|(left, right, top, bottom)| {
                (*left..*right).contains(&x) && (*top..*bottom).contains(&y)
            });
            rgba.extend_from_slice(match bar {
                Some(1) => &[0xFB, 0xD9, 0x6B, 0xFF],
                Some(_) => &[0xFF, 0xFF, 0xFF, 0xFF],
                None => &[0x1F, 0x52, 0x99, 0xFF],
            });
        }
    }
    IconData { rgba, width: SIDE, height: SIDE }
}
