//! Works out the dates that nobody wrote down.
//!
//! All that is told about time is a tie between unknown days: an article's own, and those of
//! what it tells. "This morning" ties what happened to the article's day; the same event told
//! by another article ties both; what is told as past lies before. The ties are made strongest
//! first, and one that would leave no day for something is left out; what is left over is the
//! answer, with the fewest ties that it follows from.
//!
//! The days that there are come from the articles: no date comes from the clock.

mod grounds;
mod net;
mod reach;
mod told;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use chrono::{Datelike as _, NaiveDate};
use rayon::prelude::*;

use crate::{
    model::{DocumentId, Inferred, Link, Lookup, Origin, Skeleton, Strength},
    time::{DayOrder, DaySet},
};

use grounds::Found;
use net::{DocumentDay, Net};
use reach::Reach;
use told::{Bound, bounds, parts};

/// What one article tells.
#[derive(Clone, Debug)]
pub struct Telling<'a> {
    /// Which article.
    pub document: DocumentId,
    /// The days that its own date can be; `None`: nothing says.
    pub known: Option<DaySet>,
    /// What it tells, what was said on a day that is written there among it, in order of place.
    pub said: Vec<&'a Skeleton>,
    /// The order of day and month in its digits.
    pub order: Option<DayOrder>,
}

/// What follows from all that is told.
#[derive(Clone, Debug, Default)]
pub struct Solved {
    /// The dates of articles that have none.
    pub dates: BTreeMap<DocumentId, Inferred>,
    /// Mentions that tell of one event, each after the first of them.
    pub same: BTreeMap<Origin, Origin>,
}

/// A date that is known no better than this is not known.
const WIDEST_DAYS: u64 = 400;
/// In a folder of more articles some look alike: what ties an undated one must be borne out.
const FEW_ARTICLES: usize = 200;
/// Johann Carolus printed the first newspaper in Strasbourg.
const FIRST_NEWSPAPER: i32 = 1605;
/// So many years lie around those that are named.
const YEARS_BEYOND: i32 = 3;

/// Works out what follows from what the articles tell and which mentions are of one event.
pub fn solve(tellings: &[Telling<'_>], links: &[Link]) -> Solved {
    let Some(universe) = universe(tellings) else { return Solved::default() };
    let components = components(tellings, links);
    let solved = components.par_iter().map(|Component { members, links }| {
        let members: Vec<&Telling<'_>> =
            members.iter().filter_map(|at| tellings.get(*at)).collect();
        component(&members, links, &universe, tellings.len() <= FEW_ARTICLES)
    });
    let mut all = Solved::default();
    for Solved { dates, same } in solved.collect::<Vec<_>>() {
        all.dates.extend(dates);
        all.same.extend(same);
    }
    all
}

/// From some years before the first year that is named to some years after the last: so wide
/// that what is kept from one end only is not known.
fn universe(tellings: &[Telling<'_>]) -> Option<DaySet> {
    let known = tellings.iter().filter_map(|it| it.known.as_ref());
    let known = known.flat_map(|days| days.first().into_iter().chain(days.last()));
    let named = tellings.iter().flat_map(|it| &it.said).filter_map(|it| told::fixed(&it.expr));
    let named = named.flat_map(|it| [it.first_day(), it.last_day()]);
    let years: BTreeSet<i32> = known.chain(named).map(|day| day.year()).collect();
    let first = years.first()?.checked_sub(YEARS_BEYOND)?.max(FIRST_NEWSPAPER);
    let first = NaiveDate::from_ymd_opt(first, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(years.last()?.checked_add(YEARS_BEYOND)?, 12, 31)?;
    Some(DaySet::between(first, last))
}

/// Articles that are tied to one another, and to no others.
#[derive(Debug, Default)]
struct Component<'a> {
    /// Their places, in order.
    members: Vec<usize>,
    links: Vec<Tied<'a>>,
}

/// A link, and the places of its two articles.
#[derive(Clone, Copy, Debug)]
struct Tied<'a> {
    link: &'a Link,
    ends: [usize; 2],
}

fn components<'a>(tellings: &[Telling<'_>], links: &'a [Link]) -> Vec<Component<'a>> {
    let places: Lookup<DocumentId, usize> =
        tellings.iter().enumerate().map(|(at, it)| (it.document, at)).collect();
    let tied = |link: &'a Link| {
        let place = |origin: Origin| places.get(&origin.document).copied();
        Some(Tied { link, ends: [place(link.one)?, place(link.other)?] })
    };
    let links: Vec<Tied<'a>> = links.par_iter().filter_map(tied).collect();
    let mut above: Vec<usize> = (0..tellings.len()).collect();
    for Tied { ends: [one, other], .. } in &links {
        let (one, other) = (top(&mut above, *one), top(&mut above, *other));
        if let Some(higher) = above.get_mut(one.max(other)) {
            *higher = one.min(other);
        }
    }
    let mut all: BTreeMap<usize, Component<'a>> = BTreeMap::new();
    let mut within = vec![0; tellings.len()];
    for (member, within) in within.iter_mut().enumerate() {
        let members = &mut all.entry(top(&mut above, member)).or_default().members;
        *within = members.len();
        members.push(member);
    }
    for Tied { link, ends } in links {
        let Some(component) = all.get_mut(&top(&mut above, ends[0])) else { continue };
        let ends = ends.map(|end| within.get(end).copied().unwrap_or_default());
        component.links.push(Tied { link, ends });
    }
    all.into_values().collect()
}

/// The smallest of those tied to `at`; on the way, each is tied to it at once.
fn top(above: &mut [usize], at: usize) -> usize {
    let mut highest = at;
    while let Some(higher) = above.get(highest).filter(|higher| **higher != highest) {
        highest = *higher;
    }
    let mut here = at;
    while let Some(higher) = above.get_mut(here).filter(|higher| **higher != highest) {
        here = std::mem::replace(higher, highest);
    }
    highest
}

/// The ties of one component, as they are made.
struct Solving<'a> {
    members: &'a [&'a Telling<'a>],
    net: Net<'a>,
    /// Which tellings of the net stand for each mention of each member: one, or the two ends
    /// of a stretch. They are added when they are first asked for.
    tellings: Vec<Vec<Option<Range<usize>>>>,
    found: Found<'a>,
    /// Whether the folder is too small for articles that only look alike.
    few: bool,
}

fn component(
    members: &[&Telling<'_>],
    links: &[Tied<'_>],
    universe: &DaySet,
    few: bool,
) -> Solved {
    let undated = members.iter().any(|it| it.known.is_none());
    if links.is_empty() && !undated {
        return Solved::default();
    }
    let days = |it: &&Telling<'_>| DocumentDay {
        days: it.known.clone().unwrap_or_else(|| universe.clone()),
        is_known: it.known.is_some(),
    };
    let start: Vec<DocumentDay> = members.iter().map(days).collect();
    let mut solving = Solving {
        members,
        net: Net::new(start.clone()),
        tellings: members.iter().map(|it| vec![None; it.said.len()]).collect(),
        found: Found::new(start),
        few,
    };
    let all: Vec<(usize, Bound)> =
        members.iter().enumerate().flat_map(|(at, it)| bounds(at, it, universe)).collect();
    solving.join_all(links, Strength::ByHand);
    solving.take(&all, Bound::is_past);
    solving.join_all(links, Strength::Sure);
    solving.take(&all, Bound::is_to_come);
    if undated {
        solving.join_all(links, Strength::Fair);
        solving.join_all(links, Strength::Likely);
        solving.take(&all, Bound::is_another_year);
    }
    solving.solved(universe)
}

impl Solving<'_> {
    /// Ties documents to the days that what they tell leaves them.
    fn take(&mut self, all: &[(usize, Bound)], which: impl Fn(&Bound) -> bool) {
        for (document, bound) in all.iter().filter(|it| which(&it.1)) {
            if self.net.narrow(*document, &bound.days) {
                self.found.bounds.push((*document, bound.clone()));
            }
        }
    }

    /// Ties mentions that are of one event: those first whose articles' dates are known.
    fn join_all(&mut self, links: &[Tied<'_>], strength: Strength) {
        let known = |end: usize| self.members.get(end).is_some_and(|it| it.known.is_some());
        let undated = |it: &Tied<'_>| it.ends.into_iter().filter(|it| !known(*it)).count();
        let mut links: Vec<(usize, Tied<'_>)> = links
            .iter()
            .filter(|it| it.link.strength == strength)
            // Within one article all is told in like words: that it is one event is no evidence.
            .filter(|it| it.ends[0] != it.ends[1] || strength == Strength::ByHand)
            .map(|it| (undated(it), *it))
            .filter(|(undated, _)| strength >= Strength::Sure || *undated > 0)
            .collect();
        links.sort_by_key(|(undated, it)| (*undated, it.link));
        for (_, tied) in links {
            self.join(tied);
        }
    }

    /// Ties two mentions; of a stretch with two ends, the end that fits. That one is told as the
    /// end of a stretch is never more than likely; where all else is likely only, nothing
    /// follows from it.
    fn join(&mut self, Tied { link, ends: [one, other] }: Tied<'_>) {
        let ones = self.tellings_of(one, link.one);
        let others = self.tellings_of(other, link.other);
        let end_of_few = self.few && ones.len() + others.len() > 2;
        let is_enough = match link.strength {
            Strength::ByHand => true,
            Strength::Sure => {
                self.is_borne_out(ones.clone()) && self.is_borne_out(others.clone())
            }
            Strength::Fair => end_of_few || self.names_one_day(ones.clone(), others.clone()),
            Strength::Likely => end_of_few,
        };
        if !is_enough {
            return;
        }
        for (one, other) in ones.flat_map(|one| others.clone().map(move |it| (one, it))) {
            if self.net.join(one, other) {
                self.found.joined.push((one, other, link.strength >= Strength::Sure));
                return;
            }
        }
    }

    /// Whether it could hardly fit by chance what another article tells: that one has a date, or
    /// it names some days of all.
    fn is_borne_out(&self, tellings: Range<usize>) -> bool {
        let known =
            |document: usize| self.members.get(document).is_some_and(|it| it.known.is_some());
        let told = self.found.tellings.get(tellings).unwrap_or_default();
        let names = |(document, _, reach): &(usize, _, Reach<'_>)| {
            known(*document) || reach.is_selective()
        };
        self.few || told.iter().all(names)
    }

    /// Whether one is of a day that is known, and the other names days of all, in an article
    /// without a date.
    fn names_one_day(&self, ones: Range<usize>, others: Range<usize>) -> bool {
        let telling = |at: Range<usize>| match self.found.tellings.get(at).unwrap_or_default() {
            [(document, _, reach)] => {
                Some((self.members.get(*document)?.known.as_ref(), reach))
            }
            _ => None,
        };
        let (Some(one), Some(other)) = (telling(ones), telling(others)) else { return false };
        let (((Some(known), told), (None, undated)) | ((None, undated), (Some(known), told))) =
            (one, other)
        else {
            return false;
        };
        undated.names_days() && told.meant(known).span_days() == 1
    }

    /// The tellings of what a document says at that place.
    fn tellings_of(&mut self, document: usize, origin: Origin) -> Range<usize> {
        let Some(member) = self.members.get(document) else { return 0..0 };
        let said = member.said.binary_search_by_key(&origin, |it| it.origin);
        let Some((at, said)) = said.ok().and_then(|at| Some((at, member.said.get(at)?))) else {
            return 0..0;
        };
        let Some(tellings) = self.tellings.get_mut(document).and_then(|it| it.get_mut(at))
        else {
            return 0..0;
        };
        tellings
            .get_or_insert_with(|| {
                let from = self.found.tellings.len();
                for reach in parts(said, member.order) {
                    self.found.tellings.push((document, origin, reach.clone()));
                    self.net.tell(document, reach);
                }
                from..self.found.tellings.len()
            })
            .clone()
    }

    fn solved(self, universe: &DaySet) -> Solved {
        let mut dates = BTreeMap::new();
        let ties = self.found.by_document();
        for (at, member) in self.members.iter().enumerate() {
            let days = self.net.days(at);
            if member.known.is_some() || !is_bounded(&days, universe) {
                continue;
            }
            let (because, rivals) = self.found.grounds(at, &days, &ties);
            dates.insert(member.document, Inferred { days, because, rivals });
        }
        Solved { dates, same: self.same() }
    }

    /// Mentions of one event, where both are told whole.
    fn same(&self) -> BTreeMap<Origin, Origin> {
        let mut same = BTreeMap::new();
        let mut is_whole = vec![false; self.found.tellings.len()];
        let whole = || self.tellings.iter().flatten().flatten().filter(|it| it.len() == 1);
        for telling in whole() {
            if let Some(is_whole) = is_whole.get_mut(telling.start) {
                *is_whole = true;
            }
        }
        let is_whole = |at: usize| is_whole.get(at).is_some_and(|it| *it);
        let told = |at: usize| self.found.tellings.get(at).map(|(_, origin, _)| *origin);
        for telling in whole() {
            let with = self.net.with(telling.start).iter().copied();
            let first = with.filter(|it| is_whole(*it)).filter_map(told).min();
            if let Some((first, origin)) = first.zip(told(telling.start))
                && first != origin
            {
                same.insert(origin, first);
            }
        }
        same
    }
}

/// Whether something keeps the days from both ends, and near enough.
fn is_bounded(days: &DaySet, universe: &DaySet) -> bool {
    let ends = days.first() != universe.first() && days.last() != universe.last();
    ends && !days.is_empty() && days.span_days() <= WIDEST_DAYS
}
