//! What a text has come to: the places on the calendar that later expressions may count from.
//!
//! Each question is answered at once, however much was told before.

use chrono::Datelike as _;

use crate::{
    text::Span,
    time::{Expr, Grain, When},
};

/// What is kept of an expression for those that count from it.
#[derive(Debug)]
pub(super) struct Place {
    pub span: Span,
    /// How fine it is, if it is one place on the calendar.
    pub grain: Option<Grain>,
    /// Where that is, if it follows from what is written, whatever the document's date.
    pub value: Option<When>,
    pub paragraph: u32,
    /// It begins a sentence, and so carries the story on.
    pub leads: bool,
    /// It is counted back from the story ("the year before"), or spoken in it ("next year"), or
    /// is a winter, which is of two years.
    pub aside: bool,
    /// Something lasted until then: "until the fall of the city in May 1945".
    pub is_end: bool,
}

/// The places told of so far, in order.
#[derive(Debug, Default)]
pub(super) struct Course {
    places: Vec<Place>,
    /// Which of them is the last date.
    come_to: Option<usize>,
    /// Which of them was so before that.
    came_from: Option<usize>,
    /// Which of them is the last that is finer than a year.
    fine: Option<usize>,
    /// What figures are reported for, by first mention.
    periods: Vec<Period>,
    /// Which of them is most spoken of, of several the first.
    most: usize,
    /// Which of them was spoken of last, and in which paragraph.
    last: Option<(usize, u32)>,
    /// In which paragraph figures are given for more than a quarter, and for none since.
    summed_up: Option<u32>,
}

/// A quarter or half-year that figures are reported for.
#[derive(Debug)]
struct Period {
    expr: Expr,
    mentions: usize,
    last: Span,
}

impl Course {
    /// Goes on to `place`, unless that is only named in passing.
    pub(super) fn push(&mut self, place: Place) {
        let grain = place.value.map(When::grain).filter(|_| !self.is_aside(&place));
        if grain.is_some_and(|grain| grain <= Grain::Year) {
            self.came_from = self.come_to;
            self.come_to = Some(self.places.len());
        }
        if grain.is_some_and(|grain| grain < Grain::Year) {
            self.fine = Some(self.places.len());
        }
        self.places.push(place);
    }

    /// "This followed the election of 2005": an earlier year, named in passing in the same
    /// paragraph, from which the story does not go on. Where it has only looked ahead ("was to
    /// be held the next year"), the year before that is no flashback. Nor does it go on from a
    /// later year that something lasted until.
    fn is_aside(&self, place: &Place) -> bool {
        let Some(now) = self.come_to() else { return false };
        let year = |place: &Place| Some(place.value?.interval()?.first_day().year());
        let aside = !place.leads && place.paragraph == now.paragraph;
        let from = self.came_from.and_then(|at| self.places.get(at));
        let returns = !now.leads && from.is_some_and(|from| year(from) == year(place));
        place.aside
            || aside && !returns && year(place) < year(now)
            || place.is_end && year(place) > year(now)
    }

    /// Takes note that figures are given for several quarters together: "the nine months".
    pub(super) const fn sum_up(&mut self, paragraph: u32) {
        self.summed_up = Some(paragraph);
    }

    /// Whether that is what the paragraph speaks of.
    pub(super) fn is_summed_up(&self, paragraph: u32) -> bool {
        self.summed_up == Some(paragraph)
    }

    /// Takes note that a period is spoken of.
    pub(super) fn report(&mut self, expr: &Expr, span: Span, paragraph: u32) {
        self.summed_up = None;
        let known = self.periods.iter().position(|period| period.expr == *expr);
        let at = known.unwrap_or(self.periods.len());
        if known.is_none() {
            self.periods.push(Period { expr: expr.clone(), mentions: 0, last: span });
        }
        self.last = Some((at, paragraph));
        let Some(period) = self.periods.get_mut(at) else { return };
        period.mentions += 1;
        period.last = span;
        let mentions = period.mentions;
        let best = self.periods.get(self.most).map_or(0, |period| period.mentions);
        if mentions > best || mentions == best && at < self.most {
            self.most = at;
        }
    }

    /// The last date that the story has come to.
    pub(super) fn come_to(&self) -> Option<&Place> {
        self.places.get(self.come_to?)
    }

    /// The date that it had come to before that.
    pub(super) fn came_from(&self) -> Option<&Place> {
        self.places.get(self.came_from?)
    }

    /// The last one that is finer than a year.
    pub(super) fn fine(&self) -> Option<&Place> {
        self.places.get(self.fine?)
    }

    /// What stands at `span`.
    pub(super) fn at(&self, span: Span) -> Option<&Place> {
        let at = self.places.binary_search_by_key(&span, |place| place.span).ok()?;
        self.places.get(at)
    }

    /// All of them, the last first.
    pub(super) fn back(&self) -> impl Iterator<Item = &Place> {
        self.places.iter().rev()
    }

    /// Where the period under report was last spoken of: the one of the paragraph, else the
    /// one most spoken of, of several the first.
    pub(super) fn period(&self, paragraph: u32) -> Option<Span> {
        if self.is_summed_up(paragraph) {
            return None;
        }
        let here = self.last.filter(|(_, last)| *last == paragraph).map(|(at, _)| at);
        self.periods.get(here.unwrap_or(self.most)).map(|period| period.last)
    }
}
