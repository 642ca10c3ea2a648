//! From articles and what the reader settled to everything that is shown.
//!
//! Composes the steps; decides nothing itself.

mod article;
mod linked;
mod masks;
mod one_text;
mod papers;
mod settled;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    anchor,
    copies::copies,
    curate::{self, EditLog},
    link::Found,
    merge::{self, Teller, Tellers, Ties},
    model::{
        Aside, Basis, Clue, Conflict, Document, DocumentDate, DocumentId, Event, EventId,
        Header, Link, Lookup, Mask, MaskKind, Mention, Origin, Overrides, SetAside, Skeleton,
        Update, Waiting, Why,
    },
    problem::Problem,
    reason::{self, Solved, Telling},
    tag::{Language, OtherLanguage},
    text::Span,
    time::{DayOrder, DaySet, When},
};

pub use article::Article;
pub use linked::Linked;
use masks::Masks;
pub use one_text::of_one_text;
use settled::Doubts;

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
    /// The links that were found last: empty at first, and kept from one reading to the next.
    pub linked: Linked,
}

/// Everything that is shown, computed whole from the articles and what the reader settled.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// The articles with their dates, in order of name.
    pub articles: Vec<(Arc<Article>, DocumentDate)>,
    /// What happened, in order of time.
    pub events: Vec<Event>,
    /// Where sources differ, in order of kind.
    pub conflicts: Vec<Conflict>,
    /// What later articles bring up to date.
    pub updates: Vec<Update>,
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
    /// Which mentions may tell of one event, by what the articles say and not by when.
    pub links: Vec<Link>,
    /// How many records of the reader's log are taken into account.
    pub records: usize,
    masks: Masks,
    settled: Overrides,
    doubts: Doubts,
    /// The places of the conflicts that each event is in.
    disputed: BTreeMap<EventId, Vec<usize>>,
    places: Lookup<DocumentId, usize>,
    fates: Lookup<Origin, Fate>,
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
        problems.extend(unread(&articles));
        let lost_columns = curate::columns_of_nothing(log, &corpus.headers);
        problems.extend(lost.into_iter().chain(lost_columns).filter(|_| whole));
        problems.sort();
        let dates = articles.iter().map(|it| date_of(it, &settled));
        let articles = articles.iter().copied().cloned().zip(dates).collect();
        let records = log.records().len();
        let mut timeline = Self { problems, records, ..Self::with_articles(articles) };
        let own: Vec<&Article> = timeline.articles.iter().map(|(it, _)| &**it).collect();
        timeline.masks = Masks::of(&own, settled.taken_in.clone());
        timeline.copies = timeline.find_copies();
        let found = timeline.find_links(&corpus.linked);
        timeline.links = settled::links(&timeline.of_own_words(&found.links), &settled);
        timeline.doubts = Doubts::of(&settled.doubted, &timeline.links);
        timeline.settled = settled;
        let Solved { dates, same } = timeline.solve();
        for (article, date) in &mut timeline.articles {
            if let Some(inferred) = dates.get(&article.document.id) {
                *date = DocumentDate::Inferred(inferred.clone());
            }
        }
        let mentions = timeline.dated();
        let words = |it: &Mention| timeline.words(it.said.sentence, it.said.origin.document);
        let tellers = timeline.tellers();
        let ties =
            Ties { links: &timeline.links, kin: &found.kin, same: &same, tellers: &tellers };
        timeline.events = merge::events(mentions, words, &timeline.settled, ties);
        timeline.fates = timeline.fates();
        timeline.find_differences(&found.kin);
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
        let shared = article.skeletons.iter().chain(&article.lead).map(|it| &**it);
        let said = shared.chain(&article.sayings).find(|said| said.origin == origin)?;
        Some((&article.document, said))
    }

    /// Whether it is said in a reader's comment, taken in or not.
    pub fn is_comment(&self, said: &Skeleton) -> bool {
        let article = self.article(said.origin.document);
        let over = article.and_then(|(article, _)| article.mask.over(said.sentence));
        over == Some(MaskKind::Comment)
    }

    /// What of an article's text is not its own words.
    pub fn mask<'a>(&'a self, article: &'a Article) -> &'a Mask {
        self.masks.of_article(article)
    }

    /// What the reader took in of an article's masked parts, in order of place.
    pub fn taken_in(&self, document: DocumentId) -> impl Iterator<Item = Span> + '_ {
        self.masks.taken_in(document)
    }

    /// What the reader took out of the reasons, as far as it could bear on that article's
    /// date: what it says itself first.
    pub fn doubted(&self, document: DocumentId) -> &[Origin] {
        self.doubts.about(document)
    }

    /// The mentions for which the reader may say that two events are one: the leads, or those
    /// that were parted, since they would stay apart.
    pub fn pair_to_join(&self, one: &Event, other: &Event) -> (Origin, Origin) {
        settled::between(&self.settled.parted, one.mentions(), other.mentions())
            .unwrap_or((one.lead.said.origin, other.lead.said.origin))
    }

    /// The mentions for which the reader may say that one is not of its event: it and the
    /// lead, or the one that it was joined to by hand, since they would stay together.
    pub fn pair_to_part(&self, event: &Event, mention: &Mention) -> (Origin, Origin) {
        settled::between(&self.settled.joined, event.mentions(), std::iter::once(mention))
            .unwrap_or((event.lead.said.origin, mention.said.origin))
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
        let told = articles.iter().map(|(it, _)| (it.document.id, self.masks.signature(it)));
        let told: Vec<_> = told.collect();
        copies(told.iter().map(|(id, signature)| (*id, &**signature)))
    }

    /// Works out the dates that no article says.
    fn solve(&self) -> Solved {
        let folder = self.folder_order();
        let tellings: Vec<Telling<'_>> = self
            .articles
            .par_iter()
            .map(|(article, date)| self.telling(article, date, folder))
            .collect();
        reason::solve(&tellings, &self.links)
    }

    fn telling<'a>(
        &'a self,
        article: &'a Article,
        date: &DocumentDate,
        folder: Option<DayOrder>,
    ) -> Telling<'a> {
        let mask = self.masks.of_article(article);
        let mut said = article.telling();
        said.retain(|it| {
            let doubted = self.settled.doubted.contains(&it.origin);
            !doubted && mask.over(it.origin.span).is_none()
        });
        Telling {
            document: article.document.id,
            known: date.when().and_then(When::interval).map(|it| DaySet::of([it])),
            said,
            order: article.order.order(folder).map(|it| it.order),
        }
    }

    /// What belongs together among the articles; a text that many papers have is one.
    fn find_links(&self, linked: &Linked) -> Arc<Found> {
        let originals =
            self.articles.iter().filter(|(it, _)| !self.copies.contains_key(&it.document.id));
        let told: Vec<_> = originals.map(|(it, _)| (it.document.id, &it.content)).collect();
        linked.among(&told)
    }

    fn of_own_words(&self, links: &[Link]) -> Vec<Link> {
        let masked = |origin: Origin| {
            let article = self.article(origin.document);
            article.is_some_and(|(it, _)| self.mask(it).over(origin.span).is_some())
        };
        let own = |it: &&Link| !masked(it.one) && !masked(it.other);
        links.par_iter().filter(own).copied().collect()
    }

    /// Dates every article's sayings; what cannot be dated goes to `waiting`.
    fn dated(&mut self) -> Vec<Mention> {
        let folder = self.folder_order();
        let date = |(article, date): &(Arc<Article>, DocumentDate)| {
            let mask = self.masks.of_article(article);
            let (mut dated, waiting) = anchor::date(
                article.skeletons.iter().filter(|it| mask.over(it.origin.span).is_none()),
                &article.expressions,
                &article.asides,
                date,
                article.order.order(folder),
            );
            // "around noon" alone is a time of an undated day.
            let undated = |it: &Waiting| it.why == Why::NoEarlierExpression;
            if dated.is_empty() && waiting.iter().all(undated) {
                let lead = article.lead.iter().filter(|it| mask.over(it.sentence).is_none());
                dated.extend(lead.filter_map(|it| anchor::of_the_day(it, date)));
            }
            (dated, waiting, masks::asides(article, mask))
        };
        let all: Vec<_> = self.articles.par_iter().map(date).collect();
        let mut mentions = Vec::new();
        for (dated, waiting, asides) in all {
            mentions.extend(dated);
            self.waiting.extend(waiting);
            self.set_aside.extend(asides);
        }
        mentions
    }

    /// What tells of each article how much the things weigh that it says.
    fn tellers(&self) -> Tellers {
        let teller = |(article, date): &(Arc<Article>, DocumentDate)| {
            let mask = self.masks.of_article(article);
            let mut own = article.sentences.iter().filter(|it| mask.over(**it).is_none());
            let Document { id, .. } = article.document;
            let teller = Teller {
                original: self.original(id),
                published: date.when().and_then(When::interval),
                begins: own.next().map_or(0, |sentence| sentence.start()),
            };
            (id, teller)
        };
        self.articles.iter().map(teller).collect()
    }

    /// The order of day and month that all articles agree on whose dates tell one.
    pub fn folder_order(&self) -> Option<DayOrder> {
        let mut orders = self.articles.iter().filter_map(|(it, _)| it.order.decided);
        let first = orders.next()?;
        orders.all(|order| order == first).then_some(first)
    }

    fn fates(&self) -> Lookup<Origin, Fate> {
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
        let dated = || self.events.iter().flat_map(Event::mentions);
        let by_expression = dated().filter(|it| it.basis != Basis::OfTheDay);
        let places = by_expression.map(|it| (it.said.origin.document, it.said.origin.span));
        let mut anchored: Vec<_> = places.collect();
        anchored.par_sort_unstable();
        anchored.dedup();
        Counts {
            files: corpus.files,
            ignored: corpus.ignored,
            documents: self.articles.len(),
            expressions: self.articles.iter().map(|(it, _)| it.expressions.len()).sum(),
            anchored: anchored.len(),
            waiting: self.waiting.len(),
            set_aside,
            mentions: dated().count(),
            events: self.events.len(),
            problems: self.problems.len(),
        }
    }
}

/// So many articles are named where all are counted.
const NAMED_AT_ONCE: usize = 8;

/// What is in a language that is not read for dates: told once a language, with its count.
fn unread(articles: &[&Arc<Article>]) -> Vec<Problem> {
    let mut unread: BTreeMap<OtherLanguage, Vec<&str>> = BTreeMap::new();
    for article in articles {
        if let Some(language) = article.unread {
            unread.entry(language).or_default().push(article.document.name());
        }
    }
    let known: Vec<&str> = Language::all().map(Language::name).collect();
    let told = |(OtherLanguage(language), names): (_, Vec<&str>)| {
        let what = format!("not read for dates: {language}, {}", names.len());
        let some = names.iter().take(NAMED_AT_ONCE).copied().collect::<Vec<_>>().join(", ");
        let more = match names.len().saturating_sub(NAMED_AT_ONCE) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let why = format!(
            "Dateline finds dates in {} only; the articles are shown: {some}{more}",
            known.join(" and ")
        );
        Problem::new(names.first().copied().unwrap_or_default(), what, why)
    };
    unread.into_iter().map(told).collect()
}

/// The reader's word before all that the article says of itself.
fn date_of(article: &Article, settled: &Overrides) -> DocumentDate {
    let given = settled.dates.get(&article.document.id);
    given.map_or_else(
        || article.dates.published.clone(),
        |when| DocumentDate::Known(*when, Clue::Reader),
    )
}
