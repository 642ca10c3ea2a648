//! What finds a document or a mention again when its bytes have changed.

use serde::{Deserialize, Serialize};

use crate::{
    model::{Document, DocumentId, Origin, Place, Skeleton},
    text::Span,
};

/// Names a document so that it is found again after the page was saved anew, or moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentPointer {
    /// The fast path: the hash of its text.
    pub id: DocumentId,
    /// Its name within the folder.
    pub name: String,
    /// Its headline.
    pub title: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl DocumentPointer {
    /// A pointer to that document.
    pub fn to(document: &Document) -> Self {
        Self {
            id: document.id,
            name: document.name().to_owned(),
            title: document.title.clone(),
            url: document.url.clone(),
        }
    }

    /// The document that it points to: the same text, else the same address, else the same
    /// name, among those of that text before all others; never a guess by the headline alone,
    /// which many share.
    pub fn find<'a>(&self, documents: &[&'a Document]) -> Option<&'a Document> {
        let by = |same: &dyn Fn(&Document) -> bool| {
            let mut all = documents.iter().copied().filter(|document| same(document));
            all.next().filter(|_| all.next().is_none())
        };
        let has_address = |it: &Document| it.url.is_some() && it.url == self.url;
        let has_name =
            |it: &Document| it.places.iter().any(|place| self.names(place, &it.title));
        by(&|it| it.id == self.id)
            .or_else(|| by(&|it| self.has_text(it) && has_address(it)))
            .or_else(|| by(&|it| self.has_text(it) && has_name(it)))
            .or_else(|| by(&has_address))
            .or_else(|| by(&has_name))
    }

    /// Whether that document has the very text that was pointed to.
    fn has_text(&self, document: &Document) -> bool {
        self.id.text_hash() == document.id.text_hash()
    }

    /// Whether the place bears its name. A record that is named by its line alone slides into
    /// another's name when one before it goes: it must bear the headline, too.
    fn names(&self, place: &Place, title: &str) -> bool {
        let by_line = place.record.is_some() && place.name.starts_with(&place.path);
        place.name == self.name && (!by_line || title == self.title)
    }
}

/// Names a mention so that it is found again while its sentence still stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionPointer {
    /// In which document.
    pub document: DocumentPointer,
    /// The fast path: at which bytes of its text.
    pub span: Span,
    /// Which of several that one expression dates, from 0.
    pub nth: u8,
    /// The sentence.
    pub quote: String,
    /// The expression in it.
    pub expression: String,
    /// At which byte of the sentence the expression begins.
    pub at: usize,
}

impl MentionPointer {
    /// A pointer to that mention of that document.
    pub fn to(document: &Document, said: &Skeleton) -> Self {
        Self {
            document: DocumentPointer::to(document),
            span: said.origin.span,
            nth: said.origin.nth,
            quote: said.sentence.slice(&document.text).to_owned(),
            expression: said.origin.span.slice(&document.text).to_owned(),
            at: said.origin.span.start().saturating_sub(said.sentence.start()),
        }
    }

    /// Where the mention stands now: at the same place of the same text, else in the only
    /// sentence that reads the same.
    pub fn find(&self, documents: &[&Document]) -> Option<Origin> {
        let document = self.document.find(documents)?;
        let at = |span| Origin { document: document.id, span, nth: self.nth };
        if self.document.has_text(document) {
            return Some(at(self.span));
        }
        let mut places = document.text.match_indices(&self.quote);
        let (place, _) = places.next().filter(|_| places.next().is_none())?;
        let start = place + self.at;
        let span = Span::of(&document.text, start..start + self.expression.len())?;
        (span.slice(&document.text) == self.expression).then(|| at(span))
    }
}

/// A passage's first and last words are kept to this length: a page's menus may be long.
const WORDS_KEPT_CHARS: usize = 120;
/// So much of a passage tells a reader which one is meant.
const BEGINNING_CHARS: usize = 40;

/// Names a stretch of an article's text so that it is found again while it begins and ends
/// with the same words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// In which document.
    pub document: DocumentPointer,
    /// The fast path: at which bytes of its text.
    pub span: Span,
    /// Its first words.
    pub from: String,
    /// Its last words.
    pub until: String,
}

impl Passage {
    /// That stretch of that document.
    pub fn of(document: &Document, span: Span) -> Self {
        let words = span.slice(&document.text);
        let from: String = words.chars().take(WORDS_KEPT_CHARS).collect();
        let before_last = words.chars().count().saturating_sub(WORDS_KEPT_CHARS);
        let until = words.chars().skip(before_last).collect();
        Self { document: DocumentPointer::to(document), span, from, until }
    }

    /// Where it stands now: at the same place of the same text, else at the only place that
    /// begins so, up to where it ends so.
    pub fn find(&self, documents: &[&Document]) -> Option<(DocumentId, Span)> {
        let document = self.document.find(documents)?;
        if self.document.has_text(document) {
            return Some((document.id, self.span));
        }
        let mut places = document.text.match_indices(&self.from);
        let (start, _) = places.next().filter(|_| places.next().is_none())?;
        let rest = document.text.get(start..)?;
        let end = start + rest.find(&self.until)? + self.until.len();
        Some((document.id, Span::of(&document.text, start..end)?))
    }

    /// Its first words, as the reader is told.
    pub(super) fn beginning(&self) -> String {
        let words = self.from.split_whitespace().collect::<Vec<_>>().join(" ");
        match words.char_indices().nth(BEGINNING_CHARS) {
            Some((cut, _)) => format!("{}…", words.get(..cut).unwrap_or_default().trim_end()),
            None => words,
        }
    }
}
