//! All articles, as comparing what they say needs them.

use std::collections::BTreeMap;

use crate::{
    differ::{Known, Paper, differences},
    model::{Differences, DocumentId, EventId, Kin, Origin},
};

use super::{Fate, Timeline};

impl Timeline {
    /// The places in [`Timeline::conflicts`] of those that an event is in, in order.
    pub fn conflicts_of(&self, event: EventId) -> &[usize] {
        self.disputed.get(&event).map_or(&[], Vec::as_slice)
    }

    /// Finds where sources differ, once it is known what became of every expression.
    pub(super) fn find_differences(&mut self, kin: &[Kin]) {
        let Differences { conflicts, updates } = self.differences(kin);
        for (at, conflict) in conflicts.iter().enumerate() {
            for event in conflict.claims.iter().filter_map(|it| it.event) {
                let own = self.disputed.entry(event).or_default();
                if own.last() != Some(&at) {
                    own.push(at);
                }
            }
        }
        (self.conflicts, self.updates) = (conflicts, updates);
    }

    fn differences(&self, kin: &[Kin]) -> Differences {
        let event_at = |origin: Origin| match self.fate(origin)? {
            Fate::Dates(event) => Some(event),
            Fate::Waits(_) | Fate::Aside(_) => None,
        };
        differences(Known {
            events: &self.events,
            waiting: &self.waiting,
            papers: &self.papers(),
            kin,
            event_at: &event_at,
        })
    }

    fn papers(&self) -> BTreeMap<DocumentId, Paper<'_>> {
        let folder = self.folder_order();
        let papers = self.articles.iter().map(|(article, date)| Paper {
            document: &article.document,
            original: self.original(article.document.id),
            published: date.when(),
            order: article.order.order(folder).map(|it| it.order),
            language: article.language,
            sentences: &article.sentences,
            expressions: &article.expressions,
            mask: self.masks.of_article(article),
            rosters: &article.rosters,
        });
        papers.map(|it| (it.document.id, it)).collect()
    }
}
