//! From articles and what the reader settled to everything that is shown.
//!
//! Composes the steps; decides nothing itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    anchor::{self, EventWords},
    copies::{Signature, copies},
    curate::{self, EditLog},
    date::{self, Dates},
    mask, merge,
    model::{
        Aside, Clue, Document, DocumentDate, DocumentId, Event, EventId, Header, Mask,
        MaskKind, Mention, OrderEvidence, Origin, Overrides, SetAside, Skeleton, Timex,
        Waiting,
    },
    problem::Problem,
    read::join,
    tag::{Language, Tagged},
    text::{self, Span},
    time::{DayOrder, When},
};

/// What is known of one article by itself: the same whatever the reader settles.
#[derive(Clone, Debug)]
pub struct Article {
    /// The article.
    pub document: Document,
    /// When it was published, and last changed.
    pub dates: Dates,
    /// What of its text is not its own words.
    pub mask: Mask,
    /// What tells its own words from those of others.
    pub signature: Signature,
    /// Its sentences, in order of place.
    pub sentences: Vec<Span>,
    /// Every temporal expression in it, in order of place, masked ones too.
    pub expressions: Vec<Timex>,
    /// What it says happened.
    pub skeletons: Vec<Skeleton>,
    /// The expressions that date no event.
    pub asides: Vec<Aside>,
    /// Where a day is named that there is not.
    pub no_such_days: Vec<Span>,
    /// What it tells about the order of day and month in digits.
    pub order: OrderEvidence,
}

impl Article {
    /// Reads one document for what it says happened: in that language, or else the one that
    /// it shows. `order` is that of day and month in the dates of its file.
    pub fn of(
        document: Document,
        language: Option<&Language>,
        order: Option<DayOrder>,
    ) -> Self {
        let language = language.unwrap_or_else(|| Language::of_text(&document.text));
        let tagged = language.tag(&document.text);
        let dates = date::dates(&document, order.or(tagged.order.decided));
        let mask = mask::mask(&document.text, &document.outside, &dates.lines);
        let signature = Signature::of(&mask.without(&document.text));
        let sentences = text::sentences(&document.text);
        let Tagged { expressions, no_such_days, order } = tagged;
        let (skeletons, asides) = anchor::skeletons(
            document.id,
            &document.text,
            &sentences,
            &expressions,
            &mask,
            EventWords::of(language.code()),
        );
        Self {
            document,
            dates,
            mask,
            signature,
            sentences,
            expressions,
            skeletons,
            asides,
            no_such_days,
            order,
        }
    }

    /// Takes in what `other`, which is the same text in another place, tells of it. Two dates
    /// in records are told.
    pub fn join(&mut self, other: &Self) -> Option<Problem> {
        self.dates.join(other.dates.clone());
        join(&mut self.document, &other.document)
    }
}

/// What was read: the articles, and what could not be read.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The articles, by identity.
    pub articles: BTreeMap<DocumentId, Arc<Article>>,
    /// The language that all are read in; left out, each is in the one that it shows.
    pub language: Option<&'static Language>,
    /// Files that articles were read from.
    pub files: usize,
    /// Hidden files and the like, which nobody means by "articles".
    pub ignored: usize,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// The names of the columns of each table.
    pub headers: BTreeSet<Header>,
}

/// Everything that is shown, computed whole from the articles and what the reader settled.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// The articles with their dates, in order of name.
    pub articles: Vec<(Arc<Article>, DocumentDate)>,
    /// What happened, in order of time.
    pub events: Vec<Event>,
    /// What cannot be dated yet, in order of article and place.
    pub waiting: Vec<Waiting>,
    /// What dates no event, in order of article and place.
    pub set_aside: Vec<Aside>,
    /// What could not be read or settled.
    pub problems: Vec<Problem>,
    /// The sums.
    pub counts: Counts,
    /// Which article each copy is a copy of.
    pub copies: BTreeMap<DocumentId, DocumentId>,
    /// How many records of the reader's log are taken into account.
    pub records: usize,
    places: BTreeMap<DocumentId, usize>,
    fates: BTreeMap<Origin, Fate>,
}

/// The sums. Expressions are anchored, waiting or set aside; nothing else becomes of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Files that articles were read from.
    pub files: usize,
    /// Hidden files and the like, passed over.
    pub ignored: usize,
    /// Articles.
    pub documents: usize,
    /// Temporal expressions found.
    pub expressions: usize,
    /// Expressions that date an event.
    pub anchored: usize,
    /// Expressions that will, once there is a date to count from.
    pub waiting: usize,
    /// Expressions that date no event, by why; every reason has its entry.
    pub set_aside: BTreeMap<SetAside, usize>,
    /// Dated mentions.
    pub mentions: usize,
    /// Events.
    pub events: usize,
    /// Problems.
    pub problems: usize,
}

/// What became of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It dates that event.
    Dates(EventId),
    /// It waits; the place is the one in [`Timeline::waiting`].
    Waits(usize),
    /// It dates no event.
    Aside(SetAside),
}

impl Timeline {
    /// Everything that follows from `corpus` and what the reader did.
    ///
    /// While articles still arrive, an edit whose article is not there yet is no problem:
    /// `whole` says that all have come.
    pub fn of(corpus: &Corpus, log: &EditLog, whole: bool) -> Self {
        let mut articles: Vec<&Arc<Article>> = corpus.articles.values().collect();
        articles.sort_by_key(|article| (article.document.name(), article.document.id));
        let documents: Vec<&Document> = articles.iter().map(|it| &it.document).collect();
        let (settled, lost) = curate::settle(log, &documents);
        let mut problems = corpus.problems.clone();
        problems.extend(articles.iter().flat_map(|it| {
            let Document { text, .. } = &it.document;
            anchor::no_such_days(it.document.name(), text, &it.sentences, &it.no_such_days)
        }));
        problems.extend(articles.iter().flat_map(|it| &it.dates.problems).cloned());
        let lost_columns = curate::columns_of_nothing(log, &corpus.headers);
        problems.extend(lost.into_iter().chain(lost_columns).filter(|_| whole));
        problems.sort();
        let dates = articles.iter().map(|it| date_of(it, &settled));
        let articles = articles.iter().copied().cloned().zip(dates).collect();
        let records = log.records().len();
        let mut timeline = Self { problems, records, ..Self::with_articles(articles) };
        timeline.copies = timeline.find_copies();
        let mentions = timeline.take_in();
        let words = |it: &Mention| timeline.words(it.said.sentence, it.said.origin.document);
        timeline.events = merge::events(mentions, words, &settled);
        timeline.fates = timeline.fates();
        timeline.counts = timeline.count(corpus);
        timeline
    }

    /// Those articles with their dates, in that order, and nothing yet of what they say.
    pub fn with_articles(articles: Vec<(Arc<Article>, DocumentDate)>) -> Self {
        let places = articles.iter().enumerate();
        let places = places.map(|(at, (article, _))| (article.document.id, at)).collect();
        Self { articles, places, ..Self::default() }
    }

    /// The article with that identity, and its date.
    pub fn article(&self, id: DocumentId) -> Option<&(Arc<Article>, DocumentDate)> {
        self.articles.get(*self.places.get(&id)?)
    }

    /// The event with that identity.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// What became of the expression at `origin`.
    pub fn fate(&self, origin: Origin) -> Option<Fate> {
        self.fates.get(&origin).copied()
    }

    /// The words at `span` of a document's text.
    pub fn words(&self, span: Span, document: DocumentId) -> &str {
        self.article(document).map_or("", |(article, _)| span.slice(&article.document.text))
    }

    /// The event's line.
    pub fn title(&self, said: &Skeleton) -> String {
        let article = self.article(said.origin.document);
        article.map_or_else(String::new, |(article, _)| said.title.of(&article.document.text))
    }

    /// What was said at `origin`, dated or not.
    pub fn said(&self, origin: Origin) -> Option<(&Document, &Skeleton)> {
        let (article, _) = self.article(origin.document)?;
        let said = article.skeletons.iter().find(|said| said.origin == origin)?;
        Some((&article.document, said))
    }

    /// Whether it is said in a reader's comment.
    pub fn is_comment(&self, said: &Skeleton) -> bool {
        let article = self.article(said.origin.document);
        let over = article.and_then(|(article, _)| article.mask.over(said.sentence));
        over == Some(MaskKind::Comment)
    }

    /// What an article is a copy of; itself, if it is none.
    pub fn original(&self, id: DocumentId) -> DocumentId {
        self.copies.get(&id).copied().unwrap_or(id)
    }

    /// The copies of each text, which came out first where dates tell.
    fn find_copies(&self) -> BTreeMap<DocumentId, DocumentId> {
        let mut articles: Vec<&(Arc<Article>, DocumentDate)> = self.articles.iter().collect();
        let day = |date: &DocumentDate| {
            date.when().and_then(When::interval).map(|days| days.first_day())
        };
        articles.sort_by_key(|(_, date)| (day(date).is_none(), day(date)));
        copies(articles.iter().map(|(it, _)| (it.document.id, &it.signature)))
    }

    /// Dates every article's sayings; what cannot be dated goes to `waiting`.
    fn take_in(&mut self) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let folder = self.folder_order();
        for (article, date) in &self.articles {
            let (dated, waiting) = anchor::date(
                &article.skeletons,
                &article.expressions,
                &article.asides,
                date,
                article.order.order(folder),
            );
            mentions.extend(dated);
            self.waiting.extend(waiting);
            self.set_aside.extend_from_slice(&article.asides);
        }
        mentions
    }

    /// The order of day and month that all articles agree on whose dates tell one.
    pub fn folder_order(&self) -> Option<DayOrder> {
        let mut orders = self.articles.iter().filter_map(|(it, _)| it.order.decided);
        let first = orders.next()?;
        orders.all(|order| order == first).then_some(first)
    }

    fn fates(&self) -> BTreeMap<Origin, Fate> {
        let dated = self.events.iter().flat_map(|event| {
            event.mentions().map(|it| (it.said.origin, Fate::Dates(event.id)))
        });
        let waiting = self.waiting.iter().enumerate();
        let waiting = waiting.map(|(place, it)| (it.said.origin, Fate::Waits(place)));
        let asides = self.set_aside.iter().map(|it| (it.origin, Fate::Aside(it.why)));
        dated.chain(waiting).chain(asides).collect()
    }

    fn count(&self, corpus: &Corpus) -> Counts {
        let mut set_aside: BTreeMap<SetAside, usize> =
            SetAside::ALL.into_iter().map(|why| (why, 0)).collect();
        for aside in &self.set_aside {
            *set_aside.entry(aside.why).or_default() += 1;
        }
        let dated = || self.events.iter().flat_map(Event::mentions).map(|it| it.said.origin);
        let expressions: BTreeSet<_> = dated().map(|it| (it.document, it.span)).collect();
        Counts {
            files: corpus.files,
            ignored: corpus.ignored,
            documents: self.articles.len(),
            expressions: self.articles.iter().map(|(it, _)| it.expressions.len()).sum(),
            anchored: expressions.len(),
            waiting: self.waiting.len(),
            set_aside,
            mentions: dated().count(),
            events: self.events.len(),
            problems: self.problems.len(),
        }
    }
}

/// The reader's word before all that the article says of itself.
fn date_of(article: &Article, settled: &Overrides) -> DocumentDate {
    let given = settled.dates.get(&article.document.id);
    given.map_or_else(
        || article.dates.published.clone(),
        |when| DocumentDate::Known(*when, Clue::Reader),
    )
}
