//! Two lists of names in one role that share some and differ in others.

use std::collections::BTreeMap;

use crate::{
    model::{Claim, Conflict, ConflictKind, ConflictStrength, DocumentId},
    names::{Roster, Term},
};

use super::{Known, MOST_CLAIMS, Paper};

/// So many other articles are asked, for each.
const MOST_NEAR: usize = 64;

/// Where articles of one story, or that tell of one event, name others in one role. No date
/// ties the names: that is possible, and never sure.
pub(super) fn conflicts(known: Known<'_>) -> Vec<Conflict> {
    let with_names = |it: DocumentId| known.papers.get(&it).filter(|it| !it.rosters.is_empty());
    let mut near: BTreeMap<DocumentId, BTreeMap<DocumentId, &Paper<'_>>> = BTreeMap::new();
    let of_story = known.kin.iter().map(|it| vec![it.one, it.other]);
    let of_event = known.events.iter().filter(|it| !it.others.is_empty()).map(|event| {
        let mut told: Vec<DocumentId> =
            event.mentions().map(|it| it.said.origin.document).collect();
        told.sort_unstable();
        told.dedup();
        told
    });
    for told in of_story.chain(of_event) {
        let mut named = told.into_iter().filter_map(with_names).take(MOST_NEAR);
        let Some(first) = named.next() else { continue };
        let mut before = vec![first];
        for paper in named {
            for one in &before {
                near.entry(one.document.id).or_default().insert(paper.document.id, paper);
            }
            before.push(paper);
        }
    }
    let mut found = Vec::new();
    for (one, others) in near {
        let others: Vec<&Paper<'_>> = others.into_values().take(MOST_NEAR).collect();
        let Some(paper) = known.papers.get(&one) else { continue };
        for roster in paper.rosters {
            found.extend(conflict(paper, roster, &others));
        }
    }
    found
}

fn conflict(paper: &Paper<'_>, roster: &Roster, others: &[&Paper<'_>]) -> Option<Conflict> {
    let mut told = vec![(paper, roster)];
    let all = others.iter().flat_map(|it| it.rosters.iter().map(move |roster| (*it, roster)));
    for (other, list) in all {
        let differs = told.iter().all(|(_, it)| differ(it, list));
        if told.len() < MOST_CLAIMS && differs {
            told.push((other, list));
        }
    }
    let claims: Vec<Claim> = told.iter().filter_map(|(it, roster)| claim(it, roster)).collect();
    (claims.len() > 1).then_some(Conflict {
        kind: ConflictKind::Names,
        strength: ConflictStrength::Possible,
        claims,
    })
}

/// Whether both are lists of one length in one role, of which one has a name that the other
/// has not, and both have one.
fn differ(one: &Roster, other: &Roster) -> bool {
    let alike = one.role == other.role
        && one.after == other.after
        && one.names.len() == other.names.len();
    let has = |roster: &Roster, name: &[Term]| roster.names.iter().any(|it| is_one(it, name));
    let shared = one.names.iter().filter(|it| has(other, it)).count();
    alike && shared > 0 && shared < one.names.len()
}

/// "Mr Marsh" is "Dana Marsh", and "Hallow" "Hallow Council".
fn is_one(one: &[Term], other: &[Term]) -> bool {
    let within = |one: &[Term], other: &[Term]| one.iter().all(|it| other.contains(it));
    within(one, other) || within(other, one)
}

fn claim(paper: &Paper<'_>, roster: &Roster) -> Option<Claim> {
    Some(Claim {
        document: paper.document.id,
        sentence: *paper.sentences.get(roster.sentence as usize)?,
        words: roster.span,
        date: None,
        event: None,
    })
}
