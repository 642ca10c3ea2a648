//! One folder open in the window: what is shown of it, and what the reader looks at.
//!
//! **Invariant:** what is being looked at moves only when the reader asks for it: what arrives
//! meanwhile is held back until then.

use std::{
    path::Path,
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError},
    },
};

use egui::Context;

use super::{List, reader::Choice};
use crate::{
    curate::Edit,
    jobs::Session,
    layout::Look,
    model::{Columns, Document, DocumentId, EventId, Header, Origin, Skeleton},
    project::{Fate, Timeline},
    read::Original,
    store::LogError,
};

/// Something said, and in which document.
type Said<'a> = (&'a Document, &'a Skeleton);

/// One folder, open.
#[derive(Debug)]
pub(crate) struct OpenFolder {
    session: Session,
    shown: Arc<Timeline>,
    held: Option<Arc<Timeline>>,
    touched: bool,
    choice: Option<Choice>,
    /// How often the reader has chosen.
    choices: usize,
    /// What the articles were open at when the reader followed a place from them.
    came_from: Option<Choice>,
    /// A mention of the event chosen: it finds the event again when that has grown.
    chosen_by: Option<Origin>,
    look: Option<Look>,
    /// The list below the timeline that was asked for.
    list: Option<List>,
    original: Option<OpenOriginal>,
}

/// The file of an article, shown in its place.
#[derive(Debug)]
pub(crate) struct OpenOriginal {
    document: DocumentId,
    place: usize,
    answers: Receiver<Result<Original, String>>,
    file: Option<Result<Arc<Original>, String>>,
}

impl OpenOriginal {
    /// Which of the places where the article lies.
    pub(crate) const fn place(&self) -> usize {
        self.place
    }

    /// The file, or why it cannot be shown; `None` while it is read.
    pub(crate) const fn file(&self) -> Option<&Result<Arc<Original>, String>> {
        self.file.as_ref()
    }

    fn take_news(&mut self) {
        match self.answers.try_recv() {
            Ok(file) => self.file = Some(file.map(Arc::new)),
            Err(TryRecvError::Disconnected) if self.file.is_none() => {
                let why = "Dateline met a fault of its own in this file, or has no room for it";
                self.file = Some(Err(why.to_owned()));
            }
            Err(TryRecvError::Disconnected | TryRecvError::Empty) => {}
        }
    }
}

impl OpenFolder {
    /// Opens `path`, reading in the background; the reader's log is kept below `data`.
    pub(crate) fn open(path: &Path, data: &Path, ctx: &Context) -> Self {
        let session = Session::open(path, data);
        let waking = ctx.clone();
        session.on_news(move || waking.request_repaint());
        Self {
            shown: session.snapshot(),
            session,
            held: None,
            touched: false,
            choice: None,
            choices: 0,
            came_from: None,
            chosen_by: None,
            look: None,
            list: None,
            original: None,
        }
    }

    /// The work behind it.
    pub(crate) const fn session(&self) -> &Session {
        &self.session
    }

    /// The timeline to be shown.
    pub(crate) const fn timeline(&self) -> &Arc<Timeline> {
        &self.shown
    }

    /// What the articles are open at.
    pub(crate) const fn choice(&self) -> Option<Choice> {
        self.choice
    }

    /// How often the reader has chosen: what is chosen again is to be brought into view again.
    pub(crate) const fn choices(&self) -> usize {
        self.choices
    }

    /// The event chosen.
    pub(crate) const fn selected(&self) -> Option<EventId> {
        match self.choice {
            Some(Choice::Event(id)) => Some(id),
            Some(Choice::Place(_) | Choice::Article(_)) | None => None,
        }
    }

    /// Where the timeline looks; at the whole if nobody said.
    pub(crate) const fn look(&self) -> Option<Look> {
        self.look
    }

    /// The list below the timeline: the one asked for, else the first that holds anything.
    pub(crate) fn list(&self) -> List {
        let counts = &self.shown.counts;
        self.list.unwrap_or(match (counts.events, counts.waiting, counts.problems) {
            (0, 0, 1..) => List::Problems,
            (0, 1.., _) => List::Waiting,
            _ => List::Events,
        })
    }

    /// Shows that list.
    pub(crate) const fn show_list(&mut self, list: List) {
        self.list = Some(list);
    }

    /// How many events were held back; `None` if nothing was.
    pub(crate) fn held_back(&self) -> Option<usize> {
        let held = self.held.as_ref()?;
        Some(held.events.len().saturating_sub(self.shown.events.len()))
    }

    /// Takes in what has arrived: shows it, or holds it back while the reader looks.
    pub(crate) fn take_news(&mut self) {
        if let Some(original) = &mut self.original {
            original.take_news();
        }
        let newest = self.session.snapshot();
        let known = |it: &Arc<Timeline>| Arc::ptr_eq(it, &newest);
        if known(&self.shown) || self.held.as_ref().is_some_and(known) {
            return;
        }
        // What the reader just did shows at once, and so does what moves nothing.
        let own = newest.records != self.shown.records;
        let same = newest.events == self.shown.events && newest.counts == self.shown.counts;
        if self.touched && !own && !same {
            self.held = Some(newest);
        } else {
            self.show(newest);
        }
    }

    /// Shows what was held back.
    pub(crate) fn show_new(&mut self) {
        if let Some(held) = self.held.take() {
            self.show(held);
        }
    }

    fn show(&mut self, timeline: Arc<Timeline>) {
        self.held = None;
        self.shown = timeline;
        let gone = self.selected().is_some_and(|id| self.shown.event(id).is_none());
        if gone {
            self.choice = self.chosen_by.and_then(|by| self.found_again(by));
        }
    }

    fn found_again(&self, by: Origin) -> Option<Choice> {
        match self.shown.fate(by)? {
            Fate::Dates(event) => Some(Choice::Event(event)),
            Fate::Waits(_) | Fate::Aside(_) => Some(Choice::Place(by)),
        }
    }

    /// Moves the timeline there, or to the whole.
    pub(crate) fn look_at(&mut self, look: Option<Look>) {
        self.touched |= look.is_some();
        self.look = look;
    }

    /// The file that is shown in the place of that article.
    pub(crate) fn original(&self, document: DocumentId) -> Option<&OpenOriginal> {
        self.original.as_ref().filter(|it| it.document == document)
    }

    /// Shows the file in which that article lies at the `place`th of its places.
    pub(crate) fn show_original(&mut self, document: DocumentId, place: usize) {
        let Some((article, _)) = self.shown.article(document) else { return };
        let Some(lies) = article.document.places.get(place) else { return };
        let answers = self.session.original(document, lies);
        self.original = Some(OpenOriginal { document, place, answers, file: None });
    }

    /// Shows the article again.
    pub(crate) fn hide_original(&mut self) {
        self.original = None;
    }

    /// Takes one step back: from a file to its article, else from a place to what was open
    /// before, else from the choice to none.
    pub(crate) fn step_back(&mut self) {
        if self.original.take().is_none() {
            let before = self.came_from;
            self.choose(before);
        }
    }

    /// Opens the article that says this, at its sentence.
    pub(crate) fn open_place(&mut self, origin: Origin) {
        let before = match self.choice {
            Some(Choice::Place(place)) if place.document == origin.document => self.came_from,
            Some(Choice::Article(document)) if document == origin.document => self.came_from,
            Some(_) | None => self.choice,
        };
        self.choose(Some(Choice::Place(origin)));
        self.came_from = before;
    }

    /// Chooses an event, an article's place, or nothing.
    pub(crate) fn choose(&mut self, choice: Option<Choice>) {
        self.original = None;
        // The reader has begun to look: from now on nothing moves by itself.
        self.touched = true;
        self.chosen_by = match choice {
            Some(Choice::Event(id)) => self.shown.event(id).map(|it| it.lead.said.origin),
            Some(Choice::Place(origin)) => Some(origin),
            Some(Choice::Article(_)) | None => None,
        };
        self.choice = choice;
        self.choices += 1;
        self.came_from = None;
    }

    /// Does an edit that is about one article.
    pub(crate) fn edit_article(
        &mut self,
        document: DocumentId,
        edit: impl FnOnce(&Document) -> Edit,
    ) -> Result<(), LogError> {
        let Some((article, _)) = self.shown.article(document) else { return Ok(()) };
        let edit = edit(&article.document);
        self.edit(edit)
    }

    /// Does an edit that is about two mentions.
    pub(crate) fn edit_pair(
        &mut self,
        one: Origin,
        other: Origin,
        edit: impl FnOnce(Said<'_>, Said<'_>) -> Edit,
    ) -> Result<(), LogError> {
        // Its article may be the one that leaves.
        self.original = None;
        let timeline = Arc::clone(&self.shown);
        match (timeline.said(one), timeline.said(other)) {
            (Some(one), Some(other)) => self.edit(edit(one, other)),
            (None, _) | (_, None) => Ok(()),
        }
    }

    /// Does an edit that is about one mention.
    pub(crate) fn edit_mention(
        &mut self,
        origin: Origin,
        edit: impl FnOnce(Said<'_>) -> Edit,
    ) -> Result<(), LogError> {
        let timeline = Arc::clone(&self.shown);
        timeline.said(origin).map_or(Ok(()), |said| self.edit(edit(said)))
    }

    /// Says what the columns of a table hold.
    pub(crate) fn choose_columns(
        &mut self,
        file: String,
        header: Header,
        columns: Columns,
    ) -> Result<(), LogError> {
        self.edit(Edit::ChooseColumns { file, header, columns })
    }

    fn edit(&mut self, edit: Edit) -> Result<(), LogError> {
        self.session.edit(edit)
    }

    /// Takes back the last edit.
    pub(crate) fn undo(&mut self) -> Result<(), LogError> {
        self.session.undo().map(drop)
    }

    /// Does the last edit taken back again.
    pub(crate) fn redo(&mut self) -> Result<(), LogError> {
        self.session.redo().map(drop)
    }

    /// Stops reading.
    pub(crate) fn cancel(&self) {
        self.session.cancel();
    }
}
