//! Which mentions are joined.

use std::collections::BTreeSet;

use crate::model::{DocumentId, Joined, Mention, Origin, Overrides};

/// So many mentions of a group are asked whether they fit another.
const MOST_ASKED: usize = 8;

/// Mentions in groups; each alone at first. What the reader parted never shares one.
pub(super) struct Clusters<'a> {
    origins: Vec<Origin>,
    /// The group of each mention, by place.
    group: Vec<usize>,
    groups: Vec<(Vec<usize>, BTreeSet<Joined>)>,
    parted: &'a BTreeSet<(Origin, Origin)>,
    /// Everything in a parted pair: what is not in it is apart from nothing.
    any: BTreeSet<Origin>,
}

impl<'a> Clusters<'a> {
    pub(super) fn new(mentions: &[Mention], settled: &'a Overrides) -> Self {
        let parted = &settled.parted;
        Self {
            origins: mentions.iter().map(|it| it.said.origin).collect(),
            group: (0..mentions.len()).collect(),
            groups: (0..mentions.len()).map(|at| (vec![at], BTreeSet::new())).collect(),
            parted,
            any: parted.iter().flat_map(|(one, other)| [*one, *other]).collect(),
        }
    }

    /// Joins a mention to the first of `told` that it can be joined to.
    pub(super) fn join_any(&mut self, told: &[usize], at: usize, why: Joined) {
        for one in told.iter().take_while(|one| **one != at) {
            if self.join(*one, at, why) {
                return;
            }
        }
    }

    /// Joins the groups of two mentions, whose articles are kin, if most of the groups' articles
    /// are, so that no chain makes one event of many; answers whether they are joined.
    pub(super) fn join_kin(
        &mut self,
        [one, other]: [usize; 2],
        why: Joined,
        are_kin: impl Fn(DocumentId, DocumentId) -> bool,
    ) -> bool {
        let group = |at: usize| self.group.get(at).copied();
        if group(one) == group(other) {
            return true;
        }
        let tellers = |at: usize| {
            let members = group(at).and_then(|group| self.groups.get(group));
            let members = members.into_iter().flat_map(|it| &it.0);
            let documents =
                members.filter_map(|at| self.origins.get(*at).map(|it| it.document));
            documents.take(MOST_ASKED).collect::<Vec<_>>()
        };
        let (ones, others) = (tellers(one), tellers(other));
        // The two that ask to be joined are kin already.
        if ones.len() + others.len() == 2 {
            return self.join(one, other, why);
        }
        let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
        // An article that tells of both in other words tells of two things.
        let is_kin = |(one, other): &(DocumentId, DocumentId)| {
            if one == other { why != Joined::OneStory } else { are_kin(*one, *other) }
        };
        let kin = pairs.filter(is_kin).count();
        kin * 2 > ones.len() * others.len() && self.join(one, other, why)
    }

    /// Joins the groups of two mentions, unless the reader parted them; answers whether they
    /// are joined.
    pub(super) fn join(&mut self, one: usize, other: usize, why: Joined) -> bool {
        let of = |at: usize| self.group.get(at).copied();
        let Some((one, other)) = of(one).zip(of(other)) else { return false };
        if one == other {
            return true;
        }
        let size = |at: usize| self.groups.get(at).map_or(0, |(members, _)| members.len());
        // The smaller moves: each mention does so seldom.
        let (to, from) = if size(one) >= size(other) { (one, other) } else { (other, one) };
        if self.are_apart(to, from) {
            return false;
        }
        let Some((moved, reasons)) = self.groups.get_mut(from).map(std::mem::take) else {
            return false;
        };
        for at in &moved {
            if let Some(group) = self.group.get_mut(*at) {
                *group = to;
            }
        }
        if let Some((members, all)) = self.groups.get_mut(to) {
            members.extend(moved);
            all.extend(reasons);
            all.insert(why);
        }
        true
    }

    fn are_apart(&self, one: usize, other: usize) -> bool {
        let parted = |group: usize| {
            let members = self.groups.get(group).into_iter().flat_map(|it| &it.0);
            let origins = members.filter_map(|at| self.origins.get(*at).copied());
            origins.filter(|it| self.any.contains(it)).collect::<Vec<_>>()
        };
        if self.any.is_empty() {
            return false;
        }
        let others = parted(other);
        parted(one).into_iter().any(|one| {
            others.iter().any(|other| self.parted.contains(&(one.min(*other), one.max(*other))))
        })
    }

    /// The groups, each with its members in order, and why they were joined.
    pub(super) fn into_groups(self) -> Vec<(Vec<usize>, BTreeSet<Joined>)> {
        let mut groups: Vec<_> =
            self.groups.into_iter().filter(|(members, _)| !members.is_empty()).collect();
        for (members, _) in &mut groups {
            members.sort_unstable();
        }
        groups
    }
}
