//! Everything that can be asked of the window, as values.

use std::path::PathBuf;

use crate::{
    layout::Look,
    model::{Columns, DocumentId, EventId, Header, Origin},
    text::Span,
    time::When,
};

/// What a panel asks for; the app obeys.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Ask for a folder with the system's dialog.
    ChooseFolder,
    /// Open that folder or file.
    Open(PathBuf),
    /// Open what was dropped on the window.
    OpenDropped(Vec<PathBuf>),
    /// Open the articles that came with Dateline.
    OpenSample,
    /// Back to the welcome page.
    Close,
    /// Stop reading; what has been read stays.
    CancelReading,
    /// Show what has arrived since the reader began to look.
    ShowNew,
    /// Choose that event: its articles open at their sentences.
    Select(EventId),
    /// Choose nothing.
    Deselect,
    /// Open that article at that expression.
    OpenArticle(Origin),
    /// Open that article.
    ReadArticle(DocumentId),
    /// Show, in the article's place, the file in which it lies at that one of its places.
    ShowOriginal(DocumentId, usize),
    /// Show the article again.
    HideOriginal,
    /// Hand that page to the system's browser.
    OpenInBrowser(PathBuf),
    /// Back from what was opened last: from a file to its article, from a place to the article
    /// where it was pointed at, from a choice to none.
    StepBack,
    /// Move the timeline there.
    Look(Look),
    /// Show the whole timeline.
    LookAtAll,
    /// Show that list below the timeline.
    ShowList(List),
    /// The reader says when the article was published.
    DateDocument(DocumentId, When),
    /// The reader says what the columns of a table hold.
    ChooseColumns {
        /// The file in which it lies.
        file: String,
        /// The names of its columns.
        header: Header,
        /// What they hold.
        columns: Columns,
    },
    /// Take back the last edit in force.
    Undo,
    /// Do again what was last taken back.
    Redo,
    /// The reader says that this part belongs to the article.
    TakeIn(DocumentId, Span),
    /// The reader says that it does not, after all.
    LeaveOut(DocumentId, Span),
    /// The reader says that these two are not of one event.
    Part(Origin, Origin),
    /// The reader says that these two are of one event.
    Join(Origin, Origin),
    /// The reader says that no article's date is to follow from this.
    Doubt(Origin),
    /// The reader says that it may, after all.
    Trust(Origin),
    /// The reader has read what went wrong.
    DismissTrouble,
    /// Light or dark.
    SwitchTheme,
    /// The whole screen, or a window again.
    SwitchFullScreen,
}

/// A list behind one of the window's numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum List {
    /// The events, as a table.
    #[default]
    Events,
    /// The articles, whatever is dated in them.
    Articles,
    /// What waits for a date.
    Waiting,
    /// Where sources differ.
    Conflicts,
    /// What could not be read or settled.
    Problems,
    /// What dates no event.
    SetAside,
}
