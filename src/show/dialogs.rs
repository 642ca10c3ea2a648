//! The system's file dialog, asked for on a thread of its own.
//!
//! A portal that is installed but does not start hangs the call: the window must not wait.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    thread,
};

/// Asks the reader for a folder.
pub trait Dialogs {
    /// Asks, starting at `start`; the answer comes later, and `wake` is called when it does.
    /// An answer of `None` is "cancelled"; a closed channel is "no dialog could be shown".
    fn folder(
        &self,
        start: Option<&Path>,
        wake: Box<dyn FnOnce() + Send>,
    ) -> Receiver<Option<PathBuf>>;
}

/// The system's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeDialogs;

impl Dialogs for NativeDialogs {
    fn folder(
        &self,
        start: Option<&Path>,
        wake: Box<dyn FnOnce() + Send>,
    ) -> Receiver<Option<PathBuf>> {
        let (answer, answers) = channel();
        let mut dialog = rfd::FileDialog::new().set_title("Open a folder of articles");
        let home = directories::UserDirs::new().map(|user| user.home_dir().to_owned());
        if let Some(start) = start.map(Path::to_owned).or(home) {
            dialog = dialog.set_directory(start);
        }
        let asking = thread::Builder::new().name("file dialog".into()).spawn(move || {
            // The window may have been closed meanwhile: then nobody waits for the answer.
            answer.send(dialog.pick_folder()).unwrap_or_default();
            wake();
        });
        // Without a thread the channel is closed, which the caller tells the reader.
        drop(asking);
        answers
    }
}
