//! The whole window: the one place that changes anything.
//!
//! Knows nothing of eframe, so the tests drive it without a display.

use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, TryRecvError},
};

use egui::{
    CentralPanel, Context, Frame, Key, KeyboardShortcut, Modifiers, Panel, RichText, Theme, Ui,
    ViewportCommand,
};

use super::{
    Command, Dialogs, drop,
    folder::OpenFolder,
    reader::Choice,
    recent::Recent,
    sample,
    theme::{self, size},
    view::FolderView,
    welcome::{Welcome, name},
};
use crate::{
    curate::Edit,
    model::{Document, DocumentId},
    store::LogError,
};

/// What the window is opened with.
pub struct AppOptions {
    /// The folder in which the user's data is kept.
    pub data: PathBuf,
    /// A folder or an article to open at once.
    pub open: Option<PathBuf>,
    /// What asks for a folder.
    pub dialogs: Box<dyn Dialogs>,
    /// Whether the system tells what is dropped on the window.
    pub takes_drops: bool,
}

impl std::fmt::Debug for AppOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppOptions").field("data", &self.data).finish_non_exhaustive()
    }
}

/// The window.
pub struct App {
    data: PathBuf,
    dialogs: Box<dyn Dialogs>,
    takes_drops: bool,
    asked: Option<Receiver<Option<PathBuf>>>,
    browsing: Option<(PathBuf, Receiver<io::Result<()>>)>,
    recent: Recent,
    page: Page,
    trouble: Option<String>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("page", &self.page).finish_non_exhaustive()
    }
}

#[derive(Debug)]
enum Page {
    Welcome(Welcome),
    Folder(Box<(OpenFolder, FolderView)>),
}

impl App {
    /// The window as it opens.
    pub fn new(ctx: &Context, options: AppOptions) -> Self {
        theme::apply(ctx);
        let mut app = Self {
            recent: Recent::load(&options.data),
            data: options.data,
            dialogs: options.dialogs,
            takes_drops: options.takes_drops,
            asked: None,
            browsing: None,
            page: Page::Welcome(Welcome::default()),
            trouble: None,
        };
        if let Some(path) = options.open {
            app.open(ctx, &path);
        }
        app
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let mut commands = keys(&ctx);
        commands.extend(self.answered());
        self.hear_browser();
        commands.extend(drop::dropped(&ctx));
        if let Some(trouble) = &self.trouble {
            commands.extend(trouble_ui(ui, trouble));
        }
        match &mut self.page {
            Page::Welcome(welcome) => {
                let frame =
                    Frame::new().fill(theme::palette(ui).paper).inner_margin(size::EDGE);
                let page = CentralPanel::default().frame(frame);
                let recent = self.recent.folders();
                let asked = page.show(ui, |ui| welcome.ui(ui, recent, self.takes_drops));
                commands.extend(asked.inner);
            }
            Page::Folder(page) => {
                let (folder, view) = page.as_mut();
                folder.take_news();
                commands.extend(view.ui(ui, folder));
            }
        }
        drop::held_ui(ui);
        for command in commands {
            self.obey(&ctx, command);
        }
    }

    fn obey(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::ChooseFolder => self.choose_folder(ctx),
            Command::Open(path) => self.open(ctx, &path),
            Command::OpenDropped(paths) => self.open_dropped(ctx, &paths),
            Command::OpenSample => self.open_sample(ctx),
            Command::Close => self.close(ctx),
            Command::DismissTrouble => self.trouble = None,
            Command::SwitchTheme => ctx.set_theme(match ctx.theme() {
                Theme::Dark => Theme::Light,
                Theme::Light => Theme::Dark,
            }),
            Command::SwitchFullScreen => {
                let now = ctx.input(|it| it.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!now));
            }
            Command::DateDocument(document, when) => {
                self.edit_article(document, |it| Edit::date_document(it, when));
            }
            Command::TakeIn(document, span) => {
                self.edit_article(document, |it| Edit::take_in(it, span));
            }
            Command::LeaveOut(document, span) => {
                self.edit_article(document, |it| Edit::leave_out(it, span));
            }
            Command::Part(one, other) => self.edit(|it| it.edit_pair(one, other, Edit::part)),
            Command::Join(one, other) => self.edit(|it| it.edit_pair(one, other, Edit::join)),
            Command::Doubt(origin) => self.edit(|it| it.edit_mention(origin, Edit::doubt)),
            Command::Trust(origin) => self.edit(|it| it.edit_mention(origin, Edit::trust)),
            Command::ChooseColumns { file, header, columns } => {
                self.edit(|it| it.choose_columns(file, header, columns));
            }
            Command::Undo => self.edit(OpenFolder::undo),
            Command::Redo => self.edit(OpenFolder::redo),
            Command::CancelReading => self.look(|it| it.cancel()),
            Command::ShowNew => self.look(OpenFolder::show_new),
            Command::Select(event) => self.look(|it| it.choose(Some(Choice::Event(event)))),
            Command::Deselect => self.look(|it| it.choose(None)),
            Command::OpenArticle(origin) => self.look(|it| it.open_place(origin)),
            Command::ReadArticle(document) => {
                self.look(|it| it.choose(Some(Choice::Article(document))));
            }
            Command::ShowOriginal(document, place) => {
                self.look(|it| it.show_original(document, place));
            }
            Command::HideOriginal => self.look(OpenFolder::hide_original),
            Command::OpenInBrowser(page) => self.browse(ctx, page),
            Command::StepBack => self.look(OpenFolder::step_back),
            Command::Look(look) => self.look(|it| it.look_at(Some(look))),
            Command::LookAtAll => self.look(|it| it.look_at(None)),
            Command::ShowList(list) => self.look(|it| it.show_list(list)),
        }
        // What was asked for is seen at once, not at the next move of the mouse.
        ctx.request_repaint();
    }

    /// What changes the folder's log; an edit that could not be kept is said so.
    fn edit(&mut self, edit: impl FnOnce(&mut OpenFolder) -> Result<(), LogError>) {
        let Page::Folder(page) = &mut self.page else { return };
        if let Err(error) = edit(&mut page.0) {
            self.trouble = Some(error.to_string());
        }
    }

    fn edit_article(&mut self, id: DocumentId, edit: impl FnOnce(&Document) -> Edit) {
        self.edit(|folder| folder.edit_article(id, edit));
    }

    /// What changes what is seen of the folder.
    fn look(&mut self, change: impl FnOnce(&mut OpenFolder)) {
        if let Page::Folder(page) = &mut self.page {
            change(&mut page.0);
        }
    }

    fn choose_folder(&mut self, ctx: &Context) {
        if self.asked.is_some() {
            return;
        }
        let start = self.recent.folders().first().and_then(|it| it.parent());
        self.asked = Some(self.dialogs.folder(start, waking(ctx)));
    }

    fn browse(&mut self, ctx: &Context, page: PathBuf) {
        let answer = self.dialogs.browse(&page, waking(ctx));
        self.browsing = Some((page, answer));
    }

    /// Tells if the browser could not be had; one that opens tells for itself.
    fn hear_browser(&mut self) {
        let Some((page, answer)) = &self.browsing else { return };
        let why = match answer.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(Ok(())) => None,
            Ok(Err(error)) if error.kind() == io::ErrorKind::NotFound => {
                Some("the system names none".to_owned())
            }
            Ok(Err(error)) => Some(error.to_string()),
            Err(TryRecvError::Disconnected) => Some("the system did not answer".to_owned()),
        };
        if let Some(why) = why {
            let page = page.display();
            self.trouble = Some(format!(
                "no browser opened: {why}; open the page from your file manager\n{page}"
            ));
        }
        self.browsing = None;
    }

    /// What the dialog answered, if it did.
    fn answered(&mut self) -> Option<Command> {
        match self.asked.as_ref()?.try_recv() {
            Ok(answer) => {
                self.asked = None;
                answer.map(Command::Open)
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.asked = None;
                let why = "the file dialog could not be shown: paste the folder’s path on the \
                           start page";
                self.trouble = Some(why.to_owned());
                None
            }
        }
    }

    fn close(&mut self, ctx: &Context) {
        self.page = Page::Welcome(Welcome::default());
        ctx.send_viewport_cmd(ViewportCommand::Title("Dateline".to_owned()));
    }

    fn open(&mut self, ctx: &Context, path: &Path) {
        if !path.exists() {
            let path = path.display();
            self.trouble =
                Some(format!("not opened: there is no folder or file of that name\n{path}"));
            return;
        }
        self.recent.add(path, &self.data);
        self.show(ctx, path);
    }

    /// One folder is open at a time; of several, none is better than the others.
    fn open_dropped(&mut self, ctx: &Context, paths: &[PathBuf]) {
        // Whoever dropped it goes on here: the keyboard is still with the window it came from.
        ctx.send_viewport_cmd(ViewportCommand::Focus);
        match paths {
            [path] => self.open(ctx, path),
            several => {
                let then = drop::one_at_a_time(several.len());
                self.trouble =
                    Some(format!("not opened: one folder or article at a time. {then}"));
            }
        }
    }

    fn open_sample(&mut self, ctx: &Context) {
        match sample::folder(&self.data) {
            Ok(path) => self.show(ctx, &path),
            Err(error) => {
                let path = self.data.display();
                self.trouble = Some(format!(
                    "the sample could not be laid out: {error}; see that this folder may be \
                     written\n{path}"
                ));
            }
        }
    }

    fn show(&mut self, ctx: &Context, path: &Path) {
        self.trouble = None;
        let title = format!("{} · Dateline", name(path));
        ctx.send_viewport_cmd(ViewportCommand::Title(title));
        let folder = OpenFolder::open(path, &self.data, ctx);
        self.page = Page::Folder(Box::new((folder, FolderView::new())));
    }
}

/// What makes a frame when an answer has come.
fn waking(ctx: &Context) -> Box<dyn FnOnce() + Send> {
    let ctx = ctx.clone();
    Box::new(move || ctx.request_repaint())
}

/// What the keyboard asks for, wherever it is.
fn keys(ctx: &Context) -> Vec<Command> {
    const CTRL: Modifiers = Modifiers::COMMAND;
    let typing = ctx.text_edit_focused();
    let mut keys = vec![
        (KeyboardShortcut::new(CTRL, Key::O), Command::ChooseFolder),
        (KeyboardShortcut::new(Modifiers::NONE, Key::F11), Command::SwitchFullScreen),
    ];
    // A field undoes its own typing, and Escape leaves it.
    if !typing {
        let redo = Modifiers::COMMAND | Modifiers::SHIFT;
        keys.extend([
            (KeyboardShortcut::new(redo, Key::Z), Command::Redo),
            (KeyboardShortcut::new(CTRL, Key::Y), Command::Redo),
            (KeyboardShortcut::new(CTRL, Key::Z), Command::Undo),
            (KeyboardShortcut::new(Modifiers::NONE, Key::Escape), Command::StepBack),
        ]);
    }
    ctx.input_mut(|input| {
        keys.retain(|(key, _)| input.consume_shortcut(key));
    });
    keys.into_iter().map(|(_, command)| command).collect()
}

/// What went wrong, until the reader has read it.
fn trouble_ui(ui: &mut Ui, trouble: &str) -> Option<Command> {
    let palette = theme::palette(ui);
    let panel =
        Panel::top("trouble").frame(theme::part(palette.trouble_paper)).resizable(false);
    let shown = panel.show(ui, |ui| {
        ui.horizontal(|ui| {
            let read = ui.button("Dismiss").clicked();
            ui.add(egui::Label::new(RichText::new(trouble).color(palette.trouble)).wrap());
            read
        })
    });
    shown.inner.inner.then_some(Command::DismissTrouble)
}
