//! A day of the week beside a date that falls on another: "Tuesday 5 March 2014".

use chrono::Datelike as _;
use rayon::prelude::*;

use crate::{
    model::{Claim, Conflict, ConflictKind, Origin, Timex},
    text::{self, Span},
    time::{Expr, Needs, When, YearPart, resolve},
};

use super::{Known, Paper, strength};

/// The dates beside which another day of the week stands than theirs.
pub(super) fn conflicts(known: Known<'_>) -> Vec<Conflict> {
    let papers: Vec<&Paper<'_>> = known.papers.values().collect();
    let of_paper = |paper: &&Paper<'_>| {
        let own = paper.expressions.iter().filter(|it| names_a_day(&it.expr));
        own.filter_map(|it| conflict(paper, it, known)).collect::<Vec<_>>()
    };
    papers.par_iter().flat_map_iter(of_paper).collect()
}

/// Whether a day of a month is written in it.
fn names_a_day(expr: &Expr) -> bool {
    if let Expr::Fixed(value) = expr.bare() {
        return matches!(value.place(), Some(When::Day(_)));
    }
    matches!(expr.bare(), Expr::InYear { part: YearPart::Day { .. }, .. })
}

fn conflict(paper: &Paper<'_>, timex: &Timex, known: Known<'_>) -> Option<Conflict> {
    let text = &paper.document.text;
    let mut words = text::words(text, timex.span);
    let (word, rest) = (words.next()?.span, words.next()?.span);
    let weekday = paper.language.weekday(word.slice(text))?;
    let value = resolve(&timex.expr, paper.reference())?;
    let day = value.place()?.interval()?.first_day();
    (day.weekday() != weekday && paper.is_own(timex.span)).then_some(())?;
    let is_written = timex.expr.needs() == Needs::Nothing;
    let of_another_year = |by| {
        let there = day.with_year(day.year() + by);
        there.is_some_and(|there| there.weekday() == weekday)
    };
    if !is_written && [-1, 1].into_iter().any(of_another_year) {
        return None;
    }
    let at = paper.sentences.partition_point(|it| it.end() <= timex.span.start());
    let sentence = paper.sentences.get(at).map_or(timex.span, |it| it.join(timex.span));
    let document = paper.document.id;
    let event = (known.event_at)(Origin { document, span: timex.span, nth: 0 });
    let claim = |words, date| Claim { document, sentence, words, date, event };
    let date = Span::of(text, rest.start()..timex.span.end())?;
    Some(Conflict {
        kind: ConflictKind::Weekday,
        strength: strength(is_written),
        claims: vec![claim(word, None), claim(date, Some(value))],
    })
}
