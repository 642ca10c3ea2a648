//! On which side of the day of speaking a bare "Friday" or "April" lies: read off the words
//! around it.
//!
//! It looks no further than the sentence, and at lists of words only.

use super::slots::{Slot, Symbol};
use super::tokens::{Kind, Token, Tokens};
use crate::{
    text::ends_at,
    time::{Bound, Direction, Expr, YearPart},
};

/// How far a clause is read to each side, in tokens.
const CLAUSE: usize = 60;

/// How far "until" reaches, in tokens.
const NEAR: usize = 10;

/// `expr`, found from the token `start` up to `end`, turned to the side that the clause tells;
/// and that side, where it matters.
pub(super) fn directed(
    expr: Expr,
    tokens: &Tokens<'_>,
    start: usize,
    end: usize,
) -> (Expr, Option<Side>) {
    if !matches!(expr, Expr::By(_)) && !is_open(&expr) {
        return (expr, None);
    }
    let side = if is_held_against(tokens, start) {
        Some(Side::Done)
    } else {
        side(tokens, start, end)
    };
    let aimed = side != Some(Side::Over) && is_aim(tokens, start, end);
    let possessive = tokens.get(end).is_some_and(Token::is_possessive);
    (turn(expr, side, aimed, possessive), side)
}

fn turn(expr: Expr, side: Option<Side>, is_aim: bool, possessive: bool) -> Expr {
    if let Expr::By(inner) = expr {
        // What "had been done by Friday", or was done, was over then; what is to be done by it
        // is to come.
        return if matches!(side, Some(Side::Over | Side::Done)) {
            Expr::Open(Bound::Until, inner)
        } else {
            Expr::By(Box::new(inner.map(&mut due)))
        };
    }
    if is_aim {
        let coming = matches!(side, None | Some(Side::Coming));
        let mut aim = if coming { turned } else { aimed };
        return expr.map(&mut aim);
    }
    match side {
        // "will appeal against Tuesday’s ruling": the clause does not date what it names.
        Some(Side::Coming) if possessive => expr.map(&mut named),
        Some(Side::Coming) => expr.map(&mut turned),
        Some(Side::Done) => expr,
        Some(Side::Told | Side::Over) => expr.map(&mut recent),
        None => expr.map(&mut nearest),
    }
}

/// On which side a clause says that it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// "will be heard"
    Coming,
    /// "heard on Friday": what was done on that very day
    Done,
    /// "was heard", further off in the clause
    Told,
    /// "had been heard"
    Over,
}

/// Whether its side was not said.
pub(super) fn is_open(expr: &Expr) -> bool {
    match expr {
        Expr::Weekday { direction, .. } | Expr::InYear { direction, .. } => {
            *direction == Direction::Past
        }
        Expr::Then(_) => false,
        Expr::Fixed(_)
        | Expr::Digits { .. }
        | Expr::Shifted { .. }
        | Expr::OfYear { .. }
        | Expr::PartOfDay(..)
        | Expr::Clock(..)
        | Expr::Nth { .. }
        | Expr::Whole(..)
        | Expr::FromTime { .. }
        | Expr::Ago { .. }
        | Expr::Modified(..)
        | Expr::Between(..)
        | Expr::Open(..)
        | Expr::By(_)
        | Expr::Counterpart { .. }
        | Expr::FromEvent { .. } => expr.inner().any(is_open),
    }
}

fn turned(expr: Expr) -> Expr {
    let direction = Direction::Coming;
    match expr {
        Expr::Weekday { day, direction: Direction::Past } => Expr::Weekday { day, direction },
        // A quarter that is expected to bring a loss is mostly the one under report.
        Expr::InYear { part, direction: Direction::Past } if !is_quarter(&part) => {
            Expr::InYear { part, direction }
        }
        other => other,
    }
}

/// "Friday’s ruling": the nearest Friday, as most that is named by its day is near.
fn named(expr: Expr) -> Expr {
    match expr {
        Expr::Weekday { day, direction: Direction::Past } => {
            Expr::Weekday { day, direction: Direction::Nearest }
        }
        other => turned(other),
    }
}

/// "by 14 January", said on the day after: most dates that are set are near.
fn due(expr: Expr) -> Expr {
    match expr {
        Expr::InYear { part: part @ YearPart::Day { .. }, direction: Direction::Past } => {
            Expr::InYear { part, direction: Direction::Nearest }
        }
        other => turned(other),
    }
}

/// "extended to 16 November": the nearest day or month, and the weekday that comes.
fn aimed(expr: Expr) -> Expr {
    match expr {
        Expr::Weekday { .. } => turned(expr),
        other => nearest(other),
    }
}

/// A day with no year, in a clause about what was, is rarely most of a year back.
fn recent(expr: Expr) -> Expr {
    match expr {
        Expr::InYear {
            part: part @ (YearPart::Day { .. } | YearPart::Month(_) | YearPart::Feast(_)),
            direction: Direction::Past,
        } => Expr::InYear { part, direction: Direction::Recent },
        other => other,
    }
}

/// A day or month with no year and no tense is rarely most of a year away.
fn nearest(expr: Expr) -> Expr {
    match expr {
        Expr::InYear { part, direction: Direction::Past } if !is_quarter(&part) => {
            Expr::InYear { part, direction: Direction::Nearest }
        }
        other => other,
    }
}

const fn is_quarter(part: &YearPart) -> bool {
    matches!(part, YearPart::Quarter(_))
}

/// The first word that tells, tells: back to the clause's beginning, on to its end, then back to
/// the sentence's beginning.
fn side(tokens: &Tokens<'_>, start: usize, end: usize) -> Option<Side> {
    let text = tokens.text();
    let ends_sentence = |token: &Token<'_>| ends_sentence(text, token);
    let ends_clause = |token: &Token<'_>| ends_sentence(token) || parts(token);
    let before = tokens.slice(start.saturating_sub(CLAUSE), start);
    let sentence = before.iter().rposition(ends_sentence).map_or(0, |at| at + 1);
    let clause = before.iter().rposition(ends_clause).map_or(0, |at| at + 1);
    let after = tokens.slice(end, end + CLAUSE);
    // "On Friday, the mayor will speak": a comma may stand between.
    let leads = before.len() <= sentence + 2;
    let begins = before.len() <= clause + 2;
    let after = match after.split_first() {
        Some((first, rest)) if leads && first.kind == Kind::Mark(',') => rest,
        _ => after,
    };
    told_before(before, clause)
        .or_else(|| told_after(after, ends_clause).map(|side| done_if(begins, side)))
        .or_else(|| told_before(before, sentence).filter(|it| *it != Side::Coming))
        .or_else(|| told_after(after, ends_sentence))
}

/// What the words from `from` on tell, the last of them first.
fn told_before(before: &[Token<'_>], from: usize) -> Option<Side> {
    let clause = before.get(from..).unwrap_or_default();
    let mut participle = None;
    for at in (0..clause.len()).rev() {
        // "the hearing is on Friday"
        let is = clause.get(at).and_then(|it| it.sense(Symbol::Slot(Slot::Be))) == Some(IS);
        if is && at + 2 >= clause.len() {
            return Some(Side::Coming);
        }
        // "cannot stay after the board published its report on Friday"
        if participle == Some(Side::Told)
            && clause.get(at).is_some_and(|it| it.is(Slot::Subordinate))
        {
            return participle;
        }
        let Some(told) = tells(clause, at) else { continue };
        match told {
            // "will redeem its preferred shares on Friday" is to come, "will help the report
            // published on Friday" is not.
            Sign::Participle if at + 2 < clause.len() => {
                // "scheduled a hearing on Friday"
                let meant = clause.get(at).is_some_and(|it| it.is(Slot::Meant));
                let side = if meant { Side::Coming } else { Side::Told };
                participle = participle.or(Some(side));
            }
            Sign::Participle => return Some(with_had(clause, at, Side::Done)),
            Sign::Modal => return Some(with_had(clause, at, Side::Coming)),
            Sign::Plainly(Side::Told) if at + 2 == clause.len() && participle.is_none() => {
                return Some(with_had(clause, at, Side::Done));
            }
            // "had filed reports by Friday": of two signs, this one says more.
            Sign::Plainly(Side::Over) if participle == Some(Side::Told) => {
                return Some(Side::Over);
            }
            Sign::Plainly(side) => {
                return participle.or(Some(with_had(clause, at, side)));
            }
        }
    }
    participle
}

/// What the words up to an end tell, the first of them first.
fn told_after(after: &[Token<'_>], ends: impl Fn(&Token<'_>) -> bool) -> Option<Side> {
    let end = after.iter().position(ends).unwrap_or(after.len());
    let clause = after.get(..end).unwrap_or_default();
    (0..clause.len()).find_map(|at| {
        Some(match tells(clause, at)? {
            Sign::Participle => Side::Told,
            Sign::Modal => Side::Coming,
            Sign::Plainly(side) => side,
        })
    })
}

/// "In April the mayor resigned": what a clause begins with is when its verb was done.
fn done_if(begins: bool, side: Side) -> Side {
    if begins && side == Side::Told { Side::Done } else { side }
}

/// "had been due to expire on Friday" was over by then.
fn with_had(clause: &[Token<'_>], at: usize, side: Side) -> Side {
    let had = |token: &Token<'_>| token.sense(Symbol::Slot(Slot::Told)) == Some(HAD);
    let over = clause.get(..=at).unwrap_or_default().iter().any(had);
    if over { Side::Over } else { side }
}

/// "lasted until the fall of the city in May": what something lasted until.
pub(super) fn is_end(tokens: &Tokens<'_>, start: usize) -> bool {
    let until = |token: &Token<'_>| token.sense(Symbol::Slot(Slot::Aim)) == Some(UNTIL);
    let before = tokens.slice(start.saturating_sub(NEAR), start + 1);
    let clause = before.iter().rev().take_while(|it| !it.ends_sentence() && !parts(it));
    clause.into_iter().any(until)
}

/// "will be like those of 21 July", "compared with May": what something is held against has been.
pub(super) fn is_held_against(tokens: &Tokens<'_>, start: usize) -> bool {
    let those = matches!(tokens.slice(start.saturating_sub(2), start), [those, of]
        if those.is(Slot::Against) && of.is(Slot::Like));
    let compared =
        |token: &Token<'_>| token.sense(Symbol::Slot(Slot::Against)) == Some(COMPARED);
    let before = tokens.slice(start.saturating_sub(NEAR), start);
    let mut clause = before.iter().rev().take_while(|it| !it.ends_sentence() && !parts(it));
    those || clause.any(compared)
}

/// "extended to Friday", "ahead of Friday’s vote", "the 14 May deadline": what is aimed at by its
/// place, whatever the clause tells; but what "lasted until Friday" is over.
fn is_aim(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    let told = |token: &Token<'_>| token.sense(Symbol::Slot(Slot::Told));
    let near = tokens.slice(start.saturating_sub(NEAR), start);
    let clause = near.iter().rev().take_while(|it| !it.ends_sentence() && !parts(it));
    if clause.into_iter().any(|it| told(it) == Some(LASTED)) {
        return false;
    }
    let before = tokens.slice(start.saturating_sub(2), start);
    let soon = matches!(before, [soon, last] if last.is(Slot::Like) && soon.is(Slot::Soon));
    let after = tokens.get(end);
    let possessive = after.is_some_and(Token::is_possessive);
    let aim = |token: Option<&Token<'_>>| token?.sense(Symbol::Slot(Slot::Aim));
    // "extended to Friday", but "in contrast to Friday"
    let participle = before.first().is_some_and(|it| it.ending.has(Slot::Participle));
    let aimed = aim(before.last()).is_some_and(|it| it != TO || participle);
    soon || aimed && !possessive
        || aim(tokens.get(start)).is_some()
        || after.is_some_and(|it| it.is(Slot::Deadline))
}

/// A full stop ends a sentence, but not in "Sen. Hart" and "the U.S. envoy".
fn ends_sentence(text: &str, token: &Token<'_>) -> bool {
    token.ends_sentence() && (token.kind == Kind::Break || ends_at(text, token.end))
}

/// Whether it ends a clause within a sentence.
const fn parts(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Mark(',' | ';' | ':' | '—' | '“' | '”' | '"'))
}

/// How a word tells on which side a clause lies.
enum Sign {
    /// "will": whatever follows is to come
    Modal,
    /// "published": it may describe a noun
    Participle,
    /// Anything else that tells
    Plainly(Side),
}

// The values of words in the language files.
const HAD: i32 = 1;
const NOW: i32 = 2;
const HELD: i32 = 3;
const LASTED: i32 = 4;
const UNTIL: i32 = 0;
const COMPARED: i32 = 1;
const TO: i32 = 1;
const IS: i32 = 2;
const BE: i32 = 3;
const BEING: i32 = 4;
const MODAL: i32 = 1;
const AFTER_PLURAL: i32 = 2;
const COULD: i32 = 3;
const AFTER_NAME: i32 = 4;

/// On which side the word `at` says that its clause lies; most words say neither.
fn tells(clause: &[Token<'_>], at: usize) -> Option<Sign> {
    let token = clause.get(at)?;
    let previous = at.checked_sub(1).and_then(|at| clause.get(at));
    let be = |token: &Token<'_>| token.sense(Symbol::Slot(Slot::Be));
    if let Some(coming) = token.sense(Symbol::Slot(Slot::Coming)) {
        // "voters go to the polls on Sunday"
        let plural = previous.is_some_and(|it| it.is_unknown() && it.ending.has(Slot::Plural));
        // "The mayor and Anna Grey meet on Sunday"
        let name = previous.is_some_and(|it| it.is_unknown() && it.capital);
        match coming {
            COULD if is_denied(clause, at) => return Some(Sign::Plainly(Side::Told)),
            MODAL | COULD => return Some(Sign::Modal),
            AFTER_PLURAL if !plural => {}
            AFTER_NAME if !plural && !name => {}
            _ => return Some(Sign::Plainly(Side::Coming)),
        }
    }
    // "ouvrira", "fermait": in some languages the ending tells.
    if token.is_unknown() && !token.capital && token.ending.has(Slot::Coming) {
        return Some(Sign::Modal);
    }
    if token.is_unknown() && !token.capital && token.ending.has(Slot::Told) {
        return Some(Sign::Plainly(Side::Told));
    }
    let told = |token: &Token<'_>| token.sense(Symbol::Slot(Slot::Told));
    // "are investigating the fire on Sunday": it goes on about what was.
    if told(token) == Some(NOW) {
        return Some(Sign::Plainly(Side::Told));
    }
    let was = previous.and_then(be);
    // "is believed to be an accident"
    let held = at.checked_sub(2).and_then(|at| clause.get(at)).and_then(told) == Some(HELD);
    // "is to", "to be", "is calling"
    let future = matches!((was, be(token)), (Some(IS), Some(TO)))
        || matches!((was, be(token)), (Some(TO), Some(BE))) && !held
        || was == Some(IS) && token.is_unknown() && token.ending.has(Slot::Ongoing);
    // "plans to", "scheduled for", "is expected"
    let meant = || {
        let next = clause.get(at + 1);
        let aims = next.is_some_and(|it| be(it) == Some(TO) || it.is(Slot::For));
        token.is(Slot::Meant) && (aims || was.is_some())
    };
    if future || meant() {
        return Some(Sign::Plainly(Side::Coming));
    }
    match told(token) {
        Some(HAD) => return Some(Sign::Plainly(Side::Over)),
        // "is heard" is now: the word before tells.
        // "after being hit"
        Some(_) if was.is_none() || was == Some(BEING) => {
            return Some(Sign::Plainly(Side::Told));
        }
        Some(_) | None => {}
    }
    let participle = token.ending.has(Slot::Participle)
        && !token.capital
        && (token.is_unknown() || token.is(Slot::Meant));
    (participle && was.is_none()).then_some(Sign::Participle)
}

/// "could not be reached", "neither could come": what there was no way to do is over.
fn is_denied(clause: &[Token<'_>], at: usize) -> bool {
    clause.get(..at + 2).unwrap_or(clause).iter().any(|token| token.is(Slot::Not))
}
