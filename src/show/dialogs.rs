//! The system's file dialog and its browser, each asked for on a thread of its own.
//!
//! A portal that is installed but does not start hangs the call, and on Linux other programs
//! are asked which browser there is: the window must not wait.

use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    thread,
};

use url::Url;

/// What the system does for the window.
pub trait Dialogs {
    /// Asks, starting at `start`; the answer comes later, and `wake` is called when it does.
    /// An answer of `None` is "cancelled"; a closed channel is "no dialog could be shown".
    fn folder(
        &self,
        start: Option<&Path>,
        wake: Box<dyn FnOnce() + Send>,
    ) -> Receiver<Option<PathBuf>>;

    /// Hands a page on disk to the browser; the answer comes later, and `wake` is called when
    /// it does. An error is why it was not opened.
    fn browse(&self, page: &Path, wake: Box<dyn FnOnce() + Send>) -> Receiver<io::Result<()>>;
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

    fn browse(&self, page: &Path, wake: Box<dyn FnOnce() + Send>) -> Receiver<io::Result<()>> {
        let (answer, answers) = channel();
        let page = page.to_owned();
        let asking = thread::Builder::new().name("browser".into()).spawn(move || {
            let opened = address(&page).and_then(|address| webbrowser::open(address.as_str()));
            answer.send(opened).unwrap_or_default();
            wake();
        });
        drop(asking);
        answers
    }
}

/// The address of a file: `file:///home/you/100%25.html` for `/home/you/100%.html`.
fn address(page: &Path) -> io::Result<Url> {
    let no_address = |()| io::Error::other("it lies where no address leads to");
    Url::from_file_path(page).map_err(no_address)
}
