//! One article, as it was read.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{text::Span, time::When};

use super::Inferred;

/// A document is known by the hash of its text, so it keeps its edits when the file moves; where
/// several articles have one text, by what else is said of each, too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId([u8; 16]);

/// So many bytes tell the text alone.
const TEXT_BYTES: usize = 8;

impl DocumentId {
    /// The identity of the document with that text.
    pub fn of(text: &str) -> Self {
        let mut id = [0; 16];
        for (to, from) in id.iter_mut().zip(blake3::hash(text.as_bytes()).as_bytes()) {
            *to = *from;
        }
        Self(id)
    }

    /// The identity of the article with the same text of which that is said, and of another
    /// something else.
    #[must_use]
    pub fn of_which(self, said: &str) -> Self {
        let Self(mut id) = self;
        let hash = blake3::hash(said.as_bytes());
        for (to, from) in id.iter_mut().skip(TEXT_BYTES).zip(hash.as_bytes()) {
            *to = *from;
        }
        Self(id)
    }

    /// What all articles with one text share.
    pub fn text_hash(&self) -> [u8; TEXT_BYTES] {
        let mut hash = [0; TEXT_BYTES];
        for (to, from) in hash.iter_mut().zip(&self.0) {
            *to = *from;
        }
        hash
    }

    /// Its bytes, to be hashed into the identity of something within.
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// 32 hexadecimal digits.
impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for DocumentId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DocumentId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let number = u128::from_str_radix(&text, 16).map_err(serde::de::Error::custom)?;
        Ok(Self(number.to_be_bytes()))
    }
}

/// One article. Its text is a pure function of the file's bytes and never changes: what is
/// furniture or a comment is a [`Mask`] over it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// By the hash of the text.
    pub id: DocumentId,
    /// Where it lies, in order of name; one text may lie in several places. Never empty.
    pub places: Vec<Place>,
    /// Its headline: said by the record, else the first line, else the file's name.
    pub title: String,
    /// The publication, if the record or the page says.
    pub source: Option<String>,
    /// Who wrote it, if the record or the page says.
    pub author: Option<String>,
    /// Its address, if the record or the page says.
    pub url: Option<String>,
    /// Its language as the page says: "en-GB".
    pub language: Option<String>,
    /// When the record says that it was published.
    pub published: Option<When>,
    /// What else the file says about its dates, in order of place.
    pub hints: Vec<Hint>,
    /// The whole text.
    pub text: String,
    /// What of it the page's markup tells to be none of the article's own words.
    pub outside: Mask,
}

impl Document {
    /// What it is called in lists and outputs: the name of the first place where it lies.
    pub fn name(&self) -> &str {
        self.places.first().map_or("", |place| place.name.as_str())
    }
}

/// Where a document lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// A record's `id`, else the path within the folder opened, with `/`.
    pub name: String,
    /// The path within the folder opened, with `/`.
    pub path: String,
    /// In a file of records: which one, from 0.
    pub record: Option<u32>,
}

/// What a file says about one of its dates, not yet read as one: "Posted 4 May 2014".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hint {
    /// Where it stands.
    pub clue: Clue,
    /// Which date it is about.
    pub about: About,
    /// Its words.
    pub words: String,
}

/// Which of a document's dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum About {
    /// When it first came out.
    Published,
    /// When it was last changed.
    Modified,
}

/// When a document was published, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DocumentDate {
    /// It is said, and nothing says otherwise.
    Known(When, Clue),
    /// Clues name different days: the strongest counts, the others stay in sight.
    Disputed {
        /// The strongest.
        best: (When, Clue),
        /// The others, strongest first.
        others: Vec<(When, Clue)>,
    },
    /// Nothing says it, but it follows from what this and other articles tell.
    Inferred(Inferred),
    /// Nothing says so: what counts from it waits until the reader gives a date.
    #[default]
    Unknown,
}

impl DocumentDate {
    /// The date that is said, and where.
    pub const fn best(&self) -> Option<(When, Clue)> {
        match self {
            Self::Known(when, clue) | Self::Disputed { best: (when, clue), .. } => {
                Some((*when, *clue))
            }
            Self::Inferred(_) | Self::Unknown => None,
        }
    }

    /// The date that relative expressions count from, if it is one.
    pub fn when(&self) -> Option<When> {
        match self {
            Self::Inferred(inferred) => inferred.days.only().map(When::Day),
            Self::Known(..) | Self::Disputed { .. } | Self::Unknown => {
                self.best().map(|(when, _)| when)
            }
        }
    }
}

/// Where a document's date comes from, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Clue {
    /// The reader said so.
    Reader,
    /// A record's `date`.
    Record,
    /// The page's data for search engines (`JSON-LD`).
    PageData,
    /// The page's head: `article:published_time`.
    PageHead,
    /// Marked as a date in the page's text: microdata.
    Marked,
    /// Beside the author's name, or where a page has it: "Posted 4 May 2014".
    Byline,
    /// A `<time>` somewhere in the page.
    TimeTag,
    /// The address: `/2014/05/04/`.
    Address,
    /// The file's name: `2014-05-04 meeting.txt`.
    FileName,
    /// How the text begins: "BOSTON, Dec. 20, 2023 —".
    Dateline,
    /// Somewhere in the page.
    Elsewhere,
    /// When it was last changed: nothing says when it was published.
    LastChange,
}

/// What lies over a text: the parts that are not the article's own words, in order of place,
/// none overlapping another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Masked>", into = "Vec<Masked>")]
pub struct Mask {
    parts: Vec<Masked>,
}

impl Mask {
    /// A mask of those parts; one that overlaps an earlier one is left out.
    pub fn new(mut parts: Vec<Masked>) -> Self {
        parts.sort_by_key(|part| part.span);
        let mut kept: Vec<Masked> = Vec::with_capacity(parts.len());
        for part in parts {
            if kept.last().is_none_or(|last| !last.span.overlaps(part.span)) {
                kept.push(part);
            }
        }
        Self { parts: kept }
    }

    /// The same with neighbours of one kind in `text` as one part.
    #[must_use]
    pub fn joined(self, text: &str) -> Self {
        let mut parts: Vec<Masked> = Vec::with_capacity(self.parts.len());
        for part in self.parts {
            let adjoins = |last: &Masked| {
                let between = text.get(last.span.end()..part.span.start());
                between.is_some_and(|between| between.trim().is_empty())
            };
            match parts.last_mut() {
                Some(last) if last.kind == part.kind && adjoins(last) => {
                    last.span = last.span.join(part.span);
                }
                _ => parts.push(part),
            }
        }
        Self { parts }
    }

    /// The masked parts, in order of place.
    pub fn parts(&self) -> &[Masked] {
        &self.parts
    }

    /// The article's own words: `text` without what is masked.
    pub fn without(&self, text: &str) -> String {
        let mut kept = String::with_capacity(text.len());
        let mut from = 0;
        for part in &self.parts {
            kept.push_str(text.get(from..part.span.start()).unwrap_or_default());
            from = part.span.end();
        }
        kept.push_str(text.get(from..).unwrap_or_default());
        kept
    }

    /// The same without what lies in `spans`: those words of `text` are the article's own.
    #[must_use]
    pub fn less(&self, text: &str, spans: &[Span]) -> Self {
        let mut left = self.parts.clone();
        for taken in spans {
            let rest = |part: &Masked| {
                let (start, end) = (part.span.start(), part.span.end());
                let before = start..end.min(taken.start());
                let after = start.max(taken.end())..end;
                let kind = part.kind;
                [before, after]
                    .into_iter()
                    .filter_map(|range| Span::of(text, range))
                    .map(move |span| Masked { span, kind })
                    .collect::<Vec<_>>()
            };
            left = left.iter().flat_map(rest).collect();
        }
        Self::new(left)
    }

    /// What `span` is, if any of it is masked.
    pub fn over(&self, span: Span) -> Option<MaskKind> {
        let next = self.parts.partition_point(|part| part.span.end() <= span.start());
        self.parts.get(next).filter(|part| part.span.overlaps(span)).map(|part| part.kind)
    }
}

impl From<Vec<Masked>> for Mask {
    fn from(parts: Vec<Masked>) -> Self {
        Self::new(parts)
    }
}

impl From<Mask> for Vec<Masked> {
    fn from(mask: Mask) -> Self {
        mask.parts
    }
}

/// One part of a text that is not the article's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masked {
    /// Which.
    pub span: Span,
    /// What it is.
    pub kind: MaskKind,
}

/// What a masked part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MaskKind {
    /// What the page puts around every article: lists of links, credits, appeals.
    Furniture,
    /// What readers wrote below it.
    Comment,
}
