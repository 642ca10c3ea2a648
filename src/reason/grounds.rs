//! Why a date is what it is: the fewest ties that it follows from.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::{
    model::{Ground, Origin},
    time::DaySet,
};

use super::{
    net::{DocumentDay, Net},
    reach::Reach,
    told::Bound,
};

/// Ties further off than so many are not asked for their part.
const MOST_TIES: usize = 128;

/// The ties that were made.
pub(super) struct Found<'a> {
    /// What was known of each document at first.
    documents: Vec<DocumentDay>,
    /// What each telling of the net is: whose, where it stands, and what it means.
    pub(super) tellings: Vec<(usize, Origin, Reach<'a>)>,
    /// What documents tell of their own day.
    pub(super) bounds: Vec<(usize, Bound)>,
    /// Tellings of one event, and whether that is sure.
    pub(super) joined: Vec<(usize, usize, bool)>,
}

/// The weakness of a tie that is not in doubt.
const SURE: u8 = 0;

/// One tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    Bound(usize),
    Joined(usize),
}

impl Found<'_> {
    pub(super) const fn new(documents: Vec<DocumentDay>) -> Self {
        Self { documents, tellings: Vec::new(), bounds: Vec::new(), joined: Vec::new() }
    }

    /// What it follows from that `document`'s date is one of `days`, and which days it can be,
    /// too, without the weakest of that.
    pub(super) fn grounds(
        &self,
        document: usize,
        days: &DaySet,
        by_document: &BTreeMap<usize, Vec<Tie>>,
    ) -> (Vec<Ground>, DaySet) {
        let ties = self.fewest(document, days, self.around(document, by_document));
        let weakest = ties.iter().copied().max_by_key(|tie| self.weakness(*tie));
        let doubted = weakest.filter(|tie| self.weakness(*tie) > SURE);
        let rivals = doubted.map(|doubted| {
            let rest: Vec<Tie> = ties.iter().copied().filter(|it| *it != doubted).collect();
            self.days_by(document, &rest)
        });
        (self.told(document, &ties), rivals.unwrap_or_default().without(days))
    }

    /// The fewest of `ties`, nearest first, that leave no other days than these; all of them,
    /// where it rests on more than they are.
    fn fewest(&self, document: usize, days: &DaySet, mut ties: Vec<Tie>) -> Vec<Tie> {
        let follows = |ties: &[Tie]| self.days_by(document, ties) == *days;
        let mut near = 1;
        while near < ties.len() && !ties.get(..near).is_some_and(follows) {
            near *= 2;
        }
        ties.truncate(near);
        if !follows(&ties) {
            return ties;
        }
        // Whole stretches first: most of what is near does not matter.
        let mut stretch = ties.len();
        while stretch > 0 {
            let mut from = ties.len();
            while from > 0 {
                let start = from.saturating_sub(stretch);
                let mut rest = ties.clone();
                rest.drain(start..from);
                if follows(&rest) {
                    ties = rest;
                }
                from = start;
            }
            stretch /= 2;
        }
        ties
    }

    /// How little it takes to doubt a tie.
    fn weakness(&self, tie: Tie) -> u8 {
        match tie {
            Tie::Bound(at) => match self.bounds.get(at) {
                Some((_, bound)) if bound.is_another_year() => 2,
                _ => SURE,
            },
            Tie::Joined(at) => match self.joined.get(at) {
                Some((.., false)) => 1,
                _ => SURE,
            },
        }
    }

    /// The ties of each document.
    pub(super) fn by_document(&self) -> BTreeMap<usize, Vec<Tie>> {
        let mut all: BTreeMap<usize, Vec<Tie>> = BTreeMap::new();
        for (at, (one, other, _)) in self.joined.iter().enumerate() {
            for document in BTreeSet::from([self.whose(*one), self.whose(*other)]) {
                all.entry(document).or_default().push(Tie::Joined(at));
            }
        }
        for (at, (document, _)) in self.bounds.iter().enumerate() {
            all.entry(*document).or_default().push(Tie::Bound(at));
        }
        all
    }

    fn whose(&self, telling: usize) -> usize {
        self.tellings.get(telling).map_or(0, |it| it.0)
    }

    /// The ties that `document` is in, and those that these are tied to, nearest first.
    fn around(&self, document: usize, by_document: &BTreeMap<usize, Vec<Tie>>) -> Vec<Tie> {
        let mut ties: Vec<Tie> = Vec::new();
        let mut documents = VecDeque::from([document]);
        let mut seen = BTreeSet::from([document]);
        while let Some(document) = documents.pop_front() {
            for tie in by_document.get(&document).into_iter().flatten() {
                if ties.contains(tie) {
                    continue;
                }
                if ties.len() == MOST_TIES {
                    return ties;
                }
                ties.push(*tie);
                let Tie::Joined(at) = tie else { continue };
                let Some((one, other, _)) = self.joined.get(*at) else { continue };
                let ends = [self.whose(*one), self.whose(*other)];
                documents.extend(ends.into_iter().filter(|end| seen.insert(*end)));
            }
        }
        ties
    }

    /// The days that `ties` alone leave.
    fn days_by(&self, document: usize, ties: &[Tie]) -> DaySet {
        let involved: BTreeSet<usize> =
            ties.iter().flat_map(|tie| self.documents_of(*tie)).chain([document]).collect();
        let place = |document: usize| involved.iter().position(|it| *it == document);
        let known = |at: &usize| self.documents.get(*at).cloned();
        let mut net = Net::new(involved.iter().filter_map(known).collect());
        let mut tellings: BTreeMap<usize, usize> = BTreeMap::new();
        // What is known best first, so that the rest is soon narrow.
        let mut ties = ties.to_vec();
        ties.sort_by_key(|tie| self.unknowns(*tie));
        for tie in ties {
            match tie {
                Tie::Bound(at) => {
                    let Some((document, bound)) = self.bounds.get(at) else { continue };
                    place(*document).map(|it| net.narrow(it, &bound.days));
                }
                Tie::Joined(at) => {
                    let Some((one, other, _)) = self.joined.get(at) else { continue };
                    let mut told = [0; 2];
                    for (to, telling) in told.iter_mut().zip([one, other]) {
                        let Some((document, _, reach)) = self.tellings.get(*telling) else {
                            continue;
                        };
                        let Some(document) = place(*document) else { continue };
                        *to = *tellings
                            .entry(*telling)
                            .or_insert_with(|| net.tell(document, reach.clone()));
                    }
                    let [one, other] = told;
                    net.join(one, other);
                }
            }
        }
        place(document).map(|it| net.days(it)).unwrap_or_default()
    }

    /// How many documents it ties whose date is not known; none, if it names days.
    fn unknowns(&self, tie: Tie) -> usize {
        let unknown = |at: &usize| self.documents.get(*at).is_some_and(|it| !it.is_known);
        match tie {
            Tie::Bound(_) => 0,
            Tie::Joined(_) => self.documents_of(tie).iter().filter(|it| unknown(it)).count(),
        }
    }

    fn documents_of(&self, tie: Tie) -> Vec<usize> {
        match tie {
            Tie::Bound(at) => self.bounds.get(at).map(|it| it.0).into_iter().collect(),
            Tie::Joined(at) => {
                let joined = self.joined.get(at).map(|it| [self.whose(it.0), self.whose(it.1)]);
                joined.into_iter().flatten().collect()
            }
        }
    }

    /// The ties as grounds: the events first that the document itself tells of, each once.
    fn told(&self, document: usize, ties: &[Tie]) -> Vec<Ground> {
        let mut events: Vec<(Vec<usize>, bool)> = Vec::new();
        for tie in ties {
            let Tie::Joined(at) = tie else { continue };
            let Some((one, other, sure)) = self.joined.get(*at) else { continue };
            let mut event = (vec![*one, *other], *sure);
            // What shares a telling is one event.
            events.retain(|(told, also)| {
                let shares = told.iter().any(|it| event.0.contains(it));
                if shares {
                    event.0.extend(told);
                    event.1 &= also;
                }
                !shares
            });
            events.push(event);
        }
        let mut grounds: Vec<Ground> = Vec::new();
        for (told, sure) in events {
            let mut told: Vec<(bool, Origin)> = told
                .iter()
                .filter_map(|it| self.tellings.get(*it))
                .map(|(whose, origin, _)| (*whose != document, *origin))
                .collect();
            told.sort_unstable();
            told.dedup();
            grounds.push(Ground::OneEvent {
                told: told.into_iter().map(|it| it.1).collect(),
                sure,
            });
        }
        let bounds = ties.iter().filter_map(|tie| match tie {
            Tie::Bound(at) => self.bounds.get(*at).map(|it| it.1.ground.clone()),
            Tie::Joined(_) => None,
        });
        grounds.extend(bounds);
        grounds
    }
}
