//! One article as a record: what lines of JSON and tables have in common.

use super::{MAX_ARTICLE_BYTES, Source, title, unwrapped};
use crate::{
    model::{About, Clue, Document, DocumentId, Hint, Mask, Place},
    time::When,
};

/// What a record says. All but `text` may be missing.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    pub(super) source: Option<String>,
    pub(super) author: Option<String>,
    pub(super) url: Option<String>,
    pub(super) text: String,
}

impl Record {
    /// Itself, or why it is no article: one with such a text would only fill the memory.
    pub(super) fn of_a_readable_length(self) -> Result<Self, String> {
        let bytes = self.text.len() as u64;
        if bytes <= MAX_ARTICLE_BYTES {
            return Ok(self);
        }
        let (size_mb, limit_mb) = (bytes.div_ceil(1 << 20), MAX_ARTICLE_BYTES >> 20);
        Err(format!(
            "its text has {size_mb} MB; articles over {limit_mb} MB are not read: split it into \
             smaller ones"
        ))
    }

    /// The article that it is: the `number`th in its file, on that line.
    pub(super) fn document(self, source: &Source, number: u32, line: u64) -> Document {
        let name = self.id.unwrap_or_else(|| format!("{}:{line}", source.name));
        // A date in words is read where all the others are.
        let (published, hint) = match self.date.map(|date| (date.parse::<When>(), date)) {
            Some((Ok(when), _)) => (Some(when), None),
            Some((Err(_), words)) => (None, Some(words)),
            None => (None, None),
        };
        let hint = hint.filter(|words| !words.trim().is_empty());
        let hint =
            hint.map(|words| Hint { clue: Clue::Record, about: About::Published, words });
        let headline = self.title.filter(|title| !title.trim().is_empty());
        let title = headline
            .or_else(|| title::title(&self.text, false))
            .unwrap_or_else(|| name.clone());
        Document {
            id: DocumentId::of(&self.text),
            places: vec![Place { name, path: source.name.clone(), record: Some(number) }],
            title,
            source: self.source,
            author: self.author,
            url: self.url.map(|url| unwrapped(&url).to_owned()),
            language: None,
            published,
            hints: hint.into_iter().collect(),
            text: self.text,
            outside: Mask::default(),
        }
    }
}
