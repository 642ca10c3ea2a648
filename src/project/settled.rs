//! What the reader settled about events and reasons, where it meets what was worked out.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{DocumentId, Link, Mention, Origin, Overrides, Strength};

/// Which mentions may tell of one event: as `found`, but for what the reader parted, with what
/// the reader joined.
pub(super) fn links(found: &[Link], settled: &Overrides) -> Vec<Link> {
    let by_hand = |(one, other): &(Origin, Origin)| Link {
        one: *one,
        other: *other,
        strength: Strength::ByHand,
    };
    let is_settled = |it: &Link| {
        let pair = (it.one, it.other);
        settled.parted.contains(&pair) || settled.joined.contains(&pair)
    };
    let left = found.iter().filter(|it| !is_settled(it)).copied();
    settled.joined.iter().map(by_hand).chain(left).collect()
}

/// The first of `pairs` that has an end in `ones` and the other in `others`.
pub(super) fn between<'a>(
    pairs: &BTreeSet<(Origin, Origin)>,
    ones: impl Iterator<Item = &'a Mention>,
    others: impl Iterator<Item = &'a Mention>,
) -> Option<(Origin, Origin)> {
    if pairs.is_empty() {
        return None;
    }
    let origins = |it: &Mention| it.said.origin;
    let (ones, others): (BTreeSet<_>, BTreeSet<_>) =
        (ones.map(origins).collect(), others.map(origins).collect());
    let across = |(one, other): &&(Origin, Origin)| {
        let ends = |one, other| ones.contains(one) && others.contains(other);
        ends(one, other) || ends(other, one)
    };
    pairs.iter().find(across).copied()
}

/// What the reader took out of the reasons, by the articles whose dates it could bear on.
#[derive(Clone, Debug, Default)]
pub(super) struct Doubts {
    about: BTreeMap<DocumentId, Vec<Origin>>,
}

impl Doubts {
    /// A mention bears on its own article, and on all that links lead to from there.
    pub(super) fn of(doubted: &BTreeSet<Origin>, links: &[Link]) -> Self {
        let mut about: BTreeMap<DocumentId, Vec<Origin>> = BTreeMap::new();
        if doubted.is_empty() {
            return Self { about };
        }
        let mut beside: BTreeMap<DocumentId, BTreeSet<DocumentId>> = BTreeMap::new();
        for Link { one, other, .. } in links {
            beside.entry(one.document).or_default().insert(other.document);
            beside.entry(other.document).or_default().insert(one.document);
        }
        for origin in doubted {
            for document in reached(origin.document, &beside) {
                about.entry(document).or_default().push(*origin);
            }
        }
        for (document, origins) in &mut about {
            origins.sort_by_key(|it| (it.document != *document, *it));
        }
        Self { about }
    }

    /// Those that could bear on the date of that article.
    pub(super) fn about(&self, document: DocumentId) -> &[Origin] {
        self.about.get(&document).map_or(&[], Vec::as_slice)
    }
}

fn reached(
    from: DocumentId,
    beside: &BTreeMap<DocumentId, BTreeSet<DocumentId>>,
) -> BTreeSet<DocumentId> {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        let next = beside.get(&here).into_iter().flatten();
        open.extend(next.copied().filter(|it| seen.insert(*it)));
    }
    seen
}
