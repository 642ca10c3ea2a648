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

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};
use rayon::prelude::*;

use crate::{
    model::{DocumentId, Inferred, Link, Origin, Skeleton, Strength},
    time::{DayOrder, DaySet},
};

use grounds::Found;
use net::{DocumentDay, Net};
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
    let places: BTreeMap<DocumentId, usize> =
        tellings.iter().enumerate().map(|(at, it)| (it.document, at)).collect();
    let components = components(tellings, links, &places);
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
struct Component {
    /// Their places, in order.
    members: Vec<usize>,
    links: Vec<Link>,
}

fn components(
    tellings: &[Telling<'_>],
    links: &[Link],
    places: &BTreeMap<DocumentId, usize>,
) -> Vec<Component> {
    let mut above: Vec<usize> = (0..tellings.len()).collect();
    let ends = |link: &Link| {
        let one = places.get(&link.one.document).copied();
        one.zip(places.get(&link.other.document).copied())
    };
    for (one, other) in links.iter().filter_map(ends) {
        let (one, other) = (top(&mut above, one), top(&mut above, other));
        if let Some(higher) = above.get_mut(one.max(other)) {
            *higher = one.min(other);
        }
    }
    let mut all: BTreeMap<usize, Component> = BTreeMap::new();
    for member in 0..tellings.len() {
        all.entry(top(&mut above, member)).or_default().members.push(member);
    }
    for link in links {
        let Some((one, _)) = ends(link) else { continue };
        all.entry(top(&mut above, one)).or_default().links.push(*link);
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
    places: BTreeMap<DocumentId, usize>,
    net: Net<'a>,
    /// Which tellings of the net stand for a mention: one, or the two ends of a stretch.
    tellings: BTreeMap<Origin, Vec<usize>>,
    found: Found<'a>,
    /// Whether the folder is too small for articles that only look alike.
    few: bool,
}

fn component(members: &[&Telling<'_>], links: &[Link], universe: &DaySet, few: bool) -> Solved {
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
        places: members.iter().enumerate().map(|(at, it)| (it.document, at)).collect(),
        net: Net::new(start.clone()),
        tellings: BTreeMap::new(),
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
        solving.join_all(links, Strength::Likely);
        solving.take(&all, Bound::is_another_year);
    }
    solving.solved(universe)
}

impl<'a> Solving<'a> {
    /// Ties documents to the days that what they tell leaves them.
    fn take(&mut self, all: &[(usize, Bound)], which: impl Fn(&Bound) -> bool) {
        for (document, bound) in all.iter().filter(|it| which(&it.1)) {
            if self.net.narrow(*document, &bound.days) {
                self.found.bounds.push((*document, bound.clone()));
            }
        }
    }

    /// Ties mentions that are of one event: those first whose articles' dates are known.
    fn join_all(&mut self, links: &[Link], strength: Strength) {
        let known =
            |origin: Origin| self.member(origin).is_some_and(|(_, it)| it.known.is_some());
        let undated =
            |it: &Link| [it.one, it.other].into_iter().filter(|it| !known(*it)).count();
        let mut links: Vec<(usize, Link)> = links
            .iter()
            .filter(|it| it.strength == strength)
            // Within one article all is told in like words: that it is one event is no evidence.
            .filter(|it| it.one.document != it.other.document || strength == Strength::ByHand)
            .map(|it| (undated(it), *it))
            .filter(|(undated, _)| strength != Strength::Likely || *undated > 0)
            .collect();
        links.sort_unstable();
        for (_, link) in links {
            self.join(link);
        }
    }

    /// Ties two mentions; of a stretch with two ends, the end that fits. That one is told as the
    /// end of a stretch is never more than likely; where all else is likely only, nothing
    /// follows from it.
    fn join(&mut self, link: Link) {
        let (ones, others) = (self.tellings_of(link.one), self.tellings_of(link.other));
        let of_an_end = ones.len() + others.len() > 2;
        let is_enough = match link.strength {
            Strength::ByHand => true,
            Strength::Sure => self.is_borne_out(&ones) && self.is_borne_out(&others),
            Strength::Likely => self.few && of_an_end,
        };
        if !is_enough {
            return;
        }
        let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
        for (one, other) in pairs {
            if self.net.join(one, other) {
                self.found.joined.push((one, other, link.strength != Strength::Likely));
                return;
            }
        }
    }

    /// Whether it could hardly fit by chance what another article tells: that one has a date, or
    /// it names some days of all.
    fn is_borne_out(&self, tellings: &[usize]) -> bool {
        let told = |it: &usize| self.found.tellings.get(*it);
        let known =
            |document: usize| self.members.get(document).is_some_and(|it| it.known.is_some());
        self.few
            || tellings
                .iter()
                .filter_map(told)
                .all(|(document, _, reach)| known(*document) || reach.is_selective())
    }

    /// The tellings of a mention, added when it is first asked for.
    fn tellings_of(&mut self, origin: Origin) -> Vec<usize> {
        if let Some(known) = self.tellings.get(&origin) {
            return known.clone();
        }
        let Some((document, member)) = self.member(origin) else { return Vec::new() };
        let said = member.said.binary_search_by_key(&origin, |it| it.origin);
        let Some(said) = said.ok().and_then(|at| member.said.get(at)) else {
            return Vec::new();
        };
        let mut tellings = Vec::new();
        for reach in parts(said, member.order) {
            self.found.tellings.push((document, origin, reach.clone()));
            tellings.push(self.net.tell(document, reach));
        }
        self.tellings.insert(origin, tellings.clone());
        tellings
    }

    fn member(&self, origin: Origin) -> Option<(usize, &'a Telling<'a>)> {
        let at = *self.places.get(&origin.document)?;
        Some((at, self.members.get(at)?))
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
        for (origin, tellings) in &self.tellings {
            let [telling] = tellings.as_slice() else { continue };
            let with = self.net.with(*telling).iter().filter_map(|it| {
                let (_, origin, _) = self.found.tellings.get(*it)?;
                (self.tellings.get(origin)?.len() == 1).then_some(*origin)
            });
            if let Some(first) = with.min().filter(|first| first != origin) {
                same.insert(*origin, first);
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
