//! Articles of one text: which are one in several places, and which are several.
//!
//! An agency's text that two papers print is two articles, each with its date and its source.
//! Where nothing is said otherwise, they are one. Where texts lie and in which order they come
//! makes no difference.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use super::Article;
use crate::{model::DocumentId, read, time::When};

/// The articles that `found` are, which all have one text and are in order of name.
pub fn of_one_text(found: &[&Arc<Article>]) -> Vec<Arc<Article>> {
    if let [only] = found {
        return vec![Arc::clone(only)];
    }
    let kinds = Kinds::of(found.iter().map(|it| Said::of(it)));
    let mut articles: BTreeMap<usize, Arc<Article>> = BTreeMap::new();
    for article in found {
        let Some(kind) = kinds.places.get(&Said::of(article)) else { continue };
        match articles.get_mut(kind) {
            Some(known) => Arc::make_mut(known).join(article),
            None => {
                articles.insert(*kind, Arc::clone(article));
            }
        }
    }
    if articles.len() > 1 {
        for (article, kind) in articles.values_mut().zip(&kinds.all) {
            *article = Arc::new(article.known_as(kind.identity(article.document.id)));
        }
    }
    articles.into_values().collect()
}

/// What is said of an article that may be said otherwise of another with the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Said<'a> {
    date: Option<When>,
    source: Option<&'a str>,
    title: Option<&'a str>,
}

/// Which of the three are said, or asked for: a bit for each.
type Parts = u8;
const DATE: Parts = 1;
const SOURCE: Parts = 2;
const TITLE: Parts = 4;
const ALL: Parts = DATE | SOURCE | TITLE;

impl<'a> Said<'a> {
    fn of(article: &'a Article) -> Self {
        let document = &article.document;
        let is_record = document.places.iter().any(|place| place.record.is_some());
        let date = article.dates.published.best().filter(|_| is_record);
        Self {
            date: date.map(|(when, _)| when),
            source: document.source.as_deref(),
            title: Some(document).filter(|_| is_record).and_then(read::title_said),
        }
    }

    fn parts(&self) -> Parts {
        let said = |part, is_said: bool| if is_said { part } else { 0 };
        said(DATE, self.date.is_some())
            | said(SOURCE, self.source.is_some())
            | said(TITLE, self.title.is_some())
    }

    fn only(&self, parts: Parts) -> Self {
        Self {
            date: self.date.filter(|_| parts & DATE != 0),
            source: self.source.filter(|_| parts & SOURCE != 0),
            title: self.title.filter(|_| parts & TITLE != 0),
        }
    }

    /// With what `other` says besides.
    fn and(&self, other: &Self) -> Self {
        Self {
            date: self.date.or(other.date),
            source: self.source.or(other.source),
            title: self.title.or(other.title),
        }
    }

    /// What an article is known by of whose text others say something else.
    fn identity(&self, text: DocumentId) -> DocumentId {
        let Self { date, source, title } = self;
        let date = date.map(|it| it.to_string());
        text.of_which(&format!("{date:?} {source:?} {title:?}"))
    }
}

/// What is said of one text, as far as it is said otherwise.
#[derive(Debug, Default)]
struct Kinds<'a> {
    /// What says most first, then what is of the first day.
    all: Vec<Said<'a>>,
    /// With which of them all goes that is said.
    places: BTreeMap<Said<'a>, usize>,
    /// By which parts a kind has, and some of them.
    by_parts: BTreeMap<(Parts, Said<'a>), usize>,
}

impl<'a> Kinds<'a> {
    fn of(said: impl Iterator<Item = Said<'a>>) -> Self {
        let mut said: Vec<Said<'a>> = said.collect();
        let order = |it: &Said<'a>| (Reverse(it.parts().count_ones()), it.date.is_none(), *it);
        said.sort_unstable_by_key(order);
        said.dedup();
        let mut kinds = Self::default();
        for next in said {
            let place = kinds.place_of(&next);
            kinds.places.insert(next, place);
        }
        kinds
    }

    /// With the first that says nothing otherwise, or by itself.
    fn place_of(&mut self, said: &Said<'a>) -> usize {
        let agrees =
            |at: &usize| self.all.get(*at).is_some_and(|it| it.and(said) == said.and(it));
        let alike = (0..=ALL).filter_map(|parts| self.by_parts.get(&(parts, said.only(parts))));
        let place = alike.copied().filter(agrees).min().unwrap_or(self.all.len());
        let kind = self.all.get(place).map_or(*said, |it| it.and(said));
        match self.all.get_mut(place) {
            Some(known) => *known = kind,
            None => self.all.push(kind),
        }
        for some in 0..=ALL {
            self.by_parts.entry((kind.parts(), kind.only(some))).or_insert(place);
        }
        place
    }
}
