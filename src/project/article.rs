//! One article by itself, read for what it says happened.

use std::sync::Arc;

use crate::{
    anchor::{self, Anchored, EventWords, FigureWords},
    copies::Signature,
    date::{self, Dates},
    link::Content,
    mask::{Edges, mask},
    model::{Aside, Document, DocumentId, Mask, OrderEvidence, Skeleton, Timex},
    names::{self, Name, NameWords, Roster},
    read::join,
    tag::{Language, OtherLanguage, Tagged},
    text::{self, Span},
    time::DayOrder,
};

/// What is known of one article by itself: the same whatever the reader settles.
#[derive(Clone, Debug)]
pub struct Article {
    /// The article.
    pub document: Document,
    /// When it was published, and last changed.
    pub dates: Dates,
    /// What of its text is not its own words, as far as it tells by itself.
    pub mask: Mask,
    /// The lines at its edges, which other articles of its paper may have, too.
    pub edges: Edges,
    /// What tells its own words from those of others.
    pub signature: Signature,
    /// Its sentences, in order of place.
    pub sentences: Vec<Span>,
    /// Every temporal expression in it, in order of place, masked ones too.
    pub expressions: Vec<Timex>,
    /// What it says happened, also where it is masked.
    pub skeletons: Vec<Arc<Skeleton>>,
    /// What was said on a day that is written there; it tells of the article's own day.
    pub sayings: Vec<Skeleton>,
    /// What it tells first, for where nothing in it is dated.
    pub lead: Option<Arc<Skeleton>>,
    /// The expressions that date no event wherever they stand.
    pub asides: Vec<Aside>,
    /// What it tells, for finding what tells of the same.
    pub content: Content,
    /// Several names in one role, in order of place.
    pub rosters: Vec<Roster>,
    /// Where a day is named that there is not.
    pub no_such_days: Vec<Span>,
    /// The language that it is read in.
    pub language: &'static Language,
    /// The language that it is in, if it is none of those that are read for dates.
    pub unread: Option<OtherLanguage>,
    /// What it tells about the order of day and month in digits.
    pub order: OrderEvidence,
}

impl Article {
    /// Reads one document for what it says happened: in that language, or else the one that
    /// it shows. `order` is that of day and month in the dates of its file.
    pub fn of(
        document: Document,
        language: Option<&'static Language>,
        order: Option<DayOrder>,
    ) -> Self {
        let language = language.map_or_else(|| Language::of_text(&document.text), Ok);
        let unread = language.err();
        let tagged = language.map_or_else(|_| Tagged::default(), |it| it.tag(&document.text));
        let language = language.unwrap_or_else(|_| Language::english());
        let dates = date::dates(&document, order.or(tagged.order.decided));
        let mask = mask(&document.text, &document.outside, &dates.lines);
        let edges = Edges::of(&document.text, &mask);
        let signature = Signature::of(&mask.without(&document.text));
        let sentences = fitted(text::sentences(&document.text));
        let Tagged { expressions, no_such_days, order } = tagged;
        let told = (EventWords::of(language.code()), FigureWords::of(language.code()));
        let Anchored { mut said, mut sayings, asides } = anchor::anchored(
            document.id,
            &document.title,
            &document.text,
            &sentences,
            &expressions,
            told,
        );
        // In another language, what is dated cannot be told from what is not.
        let mut lead = anchor::lead(
            document.id,
            &document.title,
            &document.text,
            sentences.iter().copied().filter(|it| mask.over(*it).is_none()),
            &expressions,
            told,
        )
        .filter(|_| unread.is_none());
        let words = NameWords::of(language.code());
        let (content, named, rosters) =
            content(&document, &mask, &sentences, &expressions, &said, words);
        let all = said.iter_mut().chain(&mut sayings).chain(&mut lead);
        name_reporters(&document.text, &named, all);
        Self {
            document,
            dates,
            mask,
            edges,
            signature,
            sentences,
            expressions: fitted(expressions),
            skeletons: fitted(said.into_iter().map(Arc::new).collect()),
            sayings,
            lead: lead.map(Arc::new),
            asides,
            content,
            rosters,
            no_such_days,
            language,
            unread,
            order,
        }
    }

    /// All that tells of its own day: what it says happened, and what was said on a day that is
    /// written there; in order of place.
    pub fn telling(&self) -> Vec<&Skeleton> {
        let mut all: Vec<&Skeleton> =
            self.skeletons.iter().map(|it| &**it).chain(&self.sayings).collect();
        if !self.sayings.is_empty() {
            all.sort_unstable_by_key(|it| it.origin);
        }
        all
    }

    /// Takes in what `other`, which is the same text in another place, tells of it.
    pub fn join(&mut self, other: &Self) {
        self.dates.join(other.dates.clone());
        join(&mut self.document, &other.document);
    }

    /// The same under another identity.
    #[must_use]
    pub(super) fn known_as(&self, id: DocumentId) -> Self {
        let mut article = self.clone();
        article.document.id = id;
        let said = article.skeletons.iter_mut().chain(&mut article.lead).map(Arc::make_mut);
        let said = said.chain(&mut article.sayings).map(|it| &mut it.origin);
        for origin in said.chain(article.asides.iter_mut().map(|it| &mut it.origin)) {
            origin.document = id;
        }
        article.content = article.content.of_document(id);
        article
    }
}

/// No more room than they need: they are kept as long as the article is.
fn fitted<T>(mut all: Vec<T>) -> Vec<T> {
    all.shrink_to_fit();
    all
}

/// Gives those who say things the fullest names that the text has for them.
fn name_reporters<'a>(text: &str, named: &[Name], all: impl Iterator<Item = &'a mut Skeleton>) {
    for reporter in all.filter_map(|said| said.reporter.as_mut()) {
        reporter.name = names::fullest(text, named, reporter.words);
    }
}

/// What an article tells in its own words, and not of when; the names in it, and those in roles.
fn content(
    document: &Document,
    mask: &Mask,
    sentences: &[Span],
    expressions: &[Timex],
    skeletons: &[Skeleton],
    words: &NameWords,
) -> (Content, Vec<Name>, Vec<Roster>) {
    let text = &document.text;
    let masked = mask.parts().iter().map(|part| part.span);
    let mut apart: Vec<Span> = expressions.iter().map(|it| it.span).chain(masked).collect();
    apart.sort_unstable();
    let title = Span::of(&document.title, 0..document.title.len());
    let title = names::spoken(&document.title, title.as_slice(), &[], words);
    let mut spoken = names::spoken(text, sentences, &apart, words);
    let named = names::names(text, &mut spoken);
    let rosters = names::rosters(text, &spoken, words);
    (Content::of(text, &title, &spoken, &named, skeletons), named, rosters)
}
