//! A window on a desk of its own: folders, a fake file dialog, and hands that press by label.

use std::{
    cell::RefCell,
    fs, io,
    path::{Path, PathBuf},
    rc::Rc,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    thread,
    time::{Duration, Instant},
};

use dateline::show::{App, AppOptions, Dialogs};
use egui::{
    DroppedFile, DroppedFileHandle, HoveredFile, Key, Modifiers, Theme, UiBuilder, Vec2,
};
use egui_kittest::{Harness, HarnessBuilder, kittest::Queryable as _};
use tempfile::TempDir;

/// A dialog in which the reader chooses that folder, or cancels, and a browser that notes
/// which pages it was handed.
struct FakeDialogs {
    folder: Option<PathBuf>,
    browsed: Rc<RefCell<Vec<PathBuf>>>,
}

impl Dialogs for FakeDialogs {
    fn folder(
        &self,
        _: Option<&Path>,
        wake: Box<dyn FnOnce() + Send>,
    ) -> Receiver<Option<PathBuf>> {
        let (answer, answers) = channel();
        answer.send(self.folder.clone()).unwrap();
        wake();
        answers
    }

    fn browse(&self, page: &Path, wake: Box<dyn FnOnce() + Send>) -> Receiver<io::Result<()>> {
        let (answer, answers) = channel();
        self.browsed.borrow_mut().push(page.to_owned());
        answer.send(Err(io::Error::other("this desk has no browser"))).unwrap();
        wake();
        answers
    }
}

/// What was dropped on the window; the window opens it by its path.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window is not to read it".to_owned())
    }
}

/// The window, and what lies around it.
pub(crate) struct Desk {
    pub(crate) harness: Harness<'static>,
    /// The user's data folder.
    pub(crate) data: TempDir,
    /// A folder of articles.
    pub(crate) articles: TempDir,
    /// The pages that the browser was handed.
    pub(crate) browsed: Rc<RefCell<Vec<PathBuf>>>,
}

/// What lies in the folder of articles: one article without a date.
pub(crate) const BRIDGE: &str = "Toll bridge closes for good\n\n\
    The toll bridge at Marlow Reach was opened on 3 May 2011. \
    The county approved the money for a second bridge in October 2014.\n\n\
    Engineers closed the old bridge yesterday. The county will take it down next month.\n";

impl Desk {
    /// The window on its start page.
    pub(crate) fn new() -> Self {
        Self::with(Theme::Light, Harness::builder())
    }

    /// The window in that theme, made by `builder`.
    pub(crate) fn with(theme: Theme, builder: HarnessBuilder) -> Self {
        Self::with_data(theme, builder, TempDir::new().unwrap())
    }

    /// The window of a user who has that data.
    pub(crate) fn with_data(theme: Theme, builder: HarnessBuilder, data: TempDir) -> Self {
        let articles = TempDir::new().unwrap();
        fs::write(articles.path().join("bridge.txt"), BRIDGE).unwrap();
        let browsed = Rc::new(RefCell::new(Vec::new()));
        let folder = Some(articles.path().to_owned());
        let dialogs = Box::new(FakeDialogs { folder, browsed: Rc::clone(&browsed) });
        let app = Rc::new(RefCell::new(None));
        let made = Rc::clone(&app);
        let options =
            AppOptions { data: data.path().to_owned(), open: None, dialogs, takes_drops: true };
        let harness = builder
            .with_size(Vec2::new(1440.0, 900.0))
            .with_theme(theme)
            .with_context_setup(move |ctx| {
                *made.borrow_mut() = Some(App::new(ctx, options));
            })
            .build_ui(move |ui| {
                // The harness leaves a margin; a window has none.
                let whole = UiBuilder::new().max_rect(ui.ctx().content_rect());
                ui.scope_builder(whole, |ui| {
                    ui.set_clip_rect(ui.max_rect());
                    app.borrow_mut().as_mut().unwrap().ui(ui);
                });
            });
        let mut desk = Self { harness, data, articles, browsed };
        desk.settle();
        desk
    }

    /// Lets what was asked for happen.
    pub(crate) fn settle(&mut self) {
        self.harness.run_steps(6);
    }

    /// Presses what bears that label.
    pub(crate) fn press(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    /// Presses what bears a label with those words in it.
    pub(crate) fn press_containing(&mut self, words: &str) {
        self.harness.get_by_label_contains(words).click();
        self.settle();
    }

    /// Whether some label has those words in it.
    pub(crate) fn shows(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// Types into the field of that label and presses Enter.
    pub(crate) fn enter(&mut self, label: &str, text: &str) {
        self.harness.get_by_label(label).focus();
        self.settle();
        self.harness.get_by_label(label).type_text(text);
        self.settle();
        self.harness.key_press(Key::Enter);
        self.settle();
    }

    /// Holds those over the window, as a file manager does before they are dropped.
    pub(crate) fn hold(&mut self, paths: &[&Path]) {
        let held =
            |path: &&Path| HoveredFile { path: Some(path.to_path_buf()), ..Default::default() };
        self.harness.input_mut().hovered_files = paths.iter().map(held).collect();
        self.settle();
    }

    /// Lets go of what is held over the window.
    pub(crate) fn drop_held(&mut self) {
        let input = self.harness.input_mut();
        let held = std::mem::take(&mut input.hovered_files);
        let dropped =
            |held: HoveredFile| -> DroppedFileHandle { Arc::new(Dropped(held.path.unwrap())) };
        input.dropped_files = held.into_iter().map(dropped).collect();
        self.settle();
    }

    /// Presses Ctrl and that key.
    pub(crate) fn ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.settle();
    }

    /// Waits until some label has those words in it, for work runs in the background.
    pub(crate) fn wait_for(&mut self, words: &str) {
        let patience = Instant::now() + Duration::from_mins(2);
        while !self.shows(words) {
            assert!(Instant::now() < patience, "“{words}” never came");
            thread::sleep(Duration::from_millis(10));
            self.settle();
        }
        // What has just come has no place to press at yet.
        self.settle();
    }

    /// Opens the folder of articles through the dialog.
    pub(crate) fn open_articles(&mut self) {
        self.press("Open folder…");
        self.wait_for("1 file read");
    }
}
