//! The links that were found last.
//!
//! An edit changes no article: what may tell of one event by its words stays the same, and is
//! not looked for again. Whoever asks with the same articles gets what is found anyway.

use std::sync::{Arc, Mutex, PoisonError};

use crate::{
    link::{Content, Found, links},
    model::DocumentId,
};

/// Remembers the links among the articles that were last asked about.
#[derive(Clone, Debug, Default)]
pub struct Linked(Arc<Mutex<Last>>);

#[derive(Debug, Default)]
struct Last {
    /// Each with where its content lies: a text that was read again may have another title.
    articles: Vec<(DocumentId, usize)>,
    found: Arc<Found>,
}

impl Linked {
    /// What belongs together among articles.
    pub(super) fn among(&self, told: &[(DocumentId, &Content)]) -> Arc<Found> {
        let place = |content: &Content| std::ptr::from_ref(content).addr();
        let articles: Vec<_> = told.iter().map(|(id, content)| (*id, place(content))).collect();
        // What a thread that panicked left behind is whole: it is put there in one piece.
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if last.articles != articles {
            let found = Arc::new(links(told.iter().copied()));
            *last = Last { articles, found };
        }
        Arc::clone(&last.found)
    }
}
