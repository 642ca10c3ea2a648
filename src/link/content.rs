//! What one article tells, as linking needs it.

use crate::{
    model::{DocumentId, Origin, Skeleton, Status},
    names::{Kind, Name, Spoken, Term},
    text::Span,
    time::{Expr, TimeValue},
};

use super::near::{Near, near};

/// What one article tells, as linking needs it: numbers alone, none of its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// What it speaks of, in order.
    pub(super) terms: Box<[Term]>,
    /// How it speaks of each of them.
    pub(super) told: Box<[How]>,
    /// What it says happened, in order of place.
    pub(super) said: Box<[Said]>,
    /// What stands near each of them, one after the other.
    pub(super) near: Box<[Near]>,
}

/// One term of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Told {
    pub(super) term: Term,
    how: How,
}

/// How an article speaks of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct How {
    /// How often, as far as that matters.
    pub(super) times: u8,
    pub(super) marks: Marks,
}

/// What is known of a term in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Marks(u8);

impl Marks {
    const LEAD: Self = Self(1);
    const NAME: Self = Self(2);
    const COMMON: Self = Self(4);
    const NUMBER: Self = Self(8);

    pub(super) const fn is_lead(self) -> bool {
        self.0 & Self::LEAD.0 != 0
    }

    pub(super) const fn is_name(self) -> bool {
        self.0 & Self::NAME.0 != 0
    }

    pub(super) const fn is_common(self) -> bool {
        self.0 & Self::COMMON.0 != 0
    }

    pub(super) const fn is_number(self) -> bool {
        self.0 & Self::NUMBER.0 != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is known in both.
    pub(super) const fn also(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    const fn when(self, holds: bool) -> Self {
        if holds { self } else { Self(0) }
    }
}

/// One thing that an article says happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) origin: Origin,
    /// Its sentence: what stands in one tells of two things by two dates.
    pub(super) sentence: Span,
    /// Whether it is told as what is still to come.
    pub(super) to_come: bool,
    /// Where in [`Content::near`] its own ends; it begins where that before ends.
    end: u32,
}

/// An article is told by so many of its sentences' words more than by the others.
const LEAD_SENTENCES: u32 = 3;
/// More is not told apart.
const MOST_TIMES: u8 = 15;
/// So many terms of an article are kept; more have only books.
const MOST_TERMS: usize = 1 << 12;

impl Content {
    /// What an article tells whose title and text have these words and names.
    pub fn of(
        text: &str,
        title: &[Spoken],
        words: &[Spoken],
        names: &[Name],
        skeletons: &[Skeleton],
    ) -> Self {
        let told = told(title, words, names);
        let (mut said, mut all) = (Vec::with_capacity(skeletons.len()), Vec::new());
        for skeleton in skeletons {
            all.extend(near(text, words, skeleton, &told));
            let end = u32::try_from(all.len()).unwrap_or(u32::MAX);
            let Skeleton { origin, sentence, .. } = *skeleton;
            said.push(Said { origin, sentence, to_come: is_to_come(skeleton), end });
        }
        Self {
            terms: told.iter().map(|it| it.term).collect(),
            told: told.iter().map(|it| it.how).collect(),
            said: said.into(),
            near: all.into(),
        }
    }

    /// The same, told by the document of that identity.
    #[must_use]
    pub fn of_document(mut self, id: DocumentId) -> Self {
        for said in &mut self.said {
            said.origin.document = id;
        }
        self
    }

    /// How much memory it takes, in bytes.
    pub const fn bytes(&self) -> usize {
        size_of::<Self>()
            + size_of_val::<[Term]>(&self.terms)
            + size_of_val::<[How]>(&self.told)
            + size_of_val::<[Said]>(&self.said)
            + size_of_val::<[Near]>(&self.near)
    }

    /// What stands near the mention at that place.
    pub(super) fn near(&self, place: usize) -> &[Near] {
        let end = |place: usize| self.said.get(place).map_or(0, |it| it.end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.near.get(start..end(place)).unwrap_or_default()
    }
}

/// "will open", "by 2019".
const fn is_to_come(skeleton: &Skeleton) -> bool {
    let by = matches!(skeleton.expr, Expr::By(_) | Expr::Fixed(TimeValue::By { .. }));
    by || matches!(skeleton.status, Status::Planned | Status::Due | Status::Hypothetical)
}

/// The terms of an article in order, each once.
fn told(title: &[Spoken], words: &[Spoken], names: &[Name]) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::with_capacity(title.len() + words.len() + names.len());
    let telling = |it: &&Spoken| it.kind != Kind::Small;
    let told = |lead: bool| {
        move |it: &Spoken| {
            let marks = Marks::LEAD
                .when(lead)
                .and(Marks::NAME.when(it.named))
                .and(Marks::COMMON.when(it.kind == Kind::Common))
                .and(Marks::NUMBER.when(it.kind == Kind::Number));
            Told { term: it.term, how: How { times: 1, marks } }
        }
    };
    // No expression was looked for in the title: a number there may be a date.
    let title = title.iter().filter(|it| it.kind != Kind::Number);
    all.extend(title.filter(telling).map(told(true)));
    for word in words.iter().filter(telling) {
        all.push(told(word.sentence < LEAD_SENTENCES)(word));
    }
    let lead = words.partition_point(|it| it.sentence < LEAD_SENTENCES);
    let lead = lead.checked_sub(1).and_then(|at| words.get(at)).map_or(0, |it| it.span.end());
    all.extend(names.iter().map(|name: &Name| {
        let marks = Marks::NAME.and(Marks::LEAD.when(name.span.end() <= lead));
        Told { term: name.whole, how: How { times: 1, marks } }
    }));
    // By term alone: what is told of one is summed up.
    all.sort_unstable_by_key(|it| it.term);
    all.dedup_by(|next, kept| {
        let same = next.term == kept.term;
        if same {
            kept.how.times = (kept.how.times + next.how.times).min(MOST_TIMES);
            kept.how.marks = kept.how.marks.and(next.how.marks);
        }
        same
    });
    if all.len() > MOST_TERMS {
        all.sort_unstable_by_key(|it| (std::cmp::Reverse(it.how.times), it.term));
        all.truncate(MOST_TERMS);
        all.sort_unstable();
    }
    all
}
