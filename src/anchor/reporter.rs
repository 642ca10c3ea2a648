//! Who says what a sentence tells: "police said", "according to the council".

use crate::{
    model::{Reporter, Skeleton, Timex},
    text::Span,
};

use super::{
    lexicon::EventWords,
    words::{Word, is_dated},
};

/// Who says something has no more words.
const MOST_WORDS: usize = 12;
/// "told reporters at a news conference": where nothing more follows, what was said stands
/// before it.
const HEARER_WORDS: usize = 7;
/// A saying in a sentence.
#[derive(Debug)]
struct Saying {
    who: Span,
    /// The word that says so.
    verb: usize,
    covers: Covers,
}

/// What of its sentence a saying tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Covers {
    /// What follows: "police said that".
    After,
    /// The other clauses: ", police said,".
    Others,
    /// All of it: "according to police".
    All,
}

/// Tells of each of `said`, the things that a sentence dates, who says so. `expressions` are
/// those of the sentence.
pub(super) fn tell(
    text: &str,
    words: &[Word<'_>],
    expressions: &[Timex],
    said: &mut [Skeleton],
    told: &EventWords,
) {
    if said.is_empty() {
        return;
    }
    let at = |it: &Skeleton| words.partition_point(|word| word.end <= it.origin.span.start());
    let dated: Vec<usize> = said.iter().map(at).collect();
    let sayings = Telling { text, words, expressions, dated: &dated, told }.sayings();
    for (skeleton, at) in said.iter_mut().zip(dated) {
        // Where nothing is dated, all of the sentence is told.
        let is_all = skeleton.origin.span == skeleton.sentence;
        let at = if is_all { words.len() } else { at };
        let clause = words.get(at).map(|it| it.clause);
        let covers = |saying: &&Saying| match saying.covers {
            Covers::After => saying.verb < at,
            Covers::Others => words.get(saying.verb).map(|it| it.clause) != clause,
            Covers::All => true,
        };
        // The last that leads to it; else the first that follows it, or stands within.
        let leads = |it: &&Saying| it.covers == Covers::After;
        let leading = sayings.iter().rev().filter(leads).find(covers);
        let other = || sayings.iter().filter(|it| !leads(it)).find(covers);
        skeleton.reporter =
            leading.or_else(other).map(|it| Reporter { words: it.who, name: None });
    }
}

/// A sentence, for who says what in it.
struct Telling<'s, 'a> {
    text: &'s str,
    words: &'s [Word<'a>],
    expressions: &'s [Timex],
    /// Where the things stand that it dates.
    dated: &'s [usize],
    told: &'s EventWords,
}

impl Telling<'_, '_> {
    fn sayings(&self) -> Vec<Saying> {
        let verbs = self.words.iter().enumerate();
        let verbs = verbs.filter(|(_, it)| self.told.tellers.contains(&it.folded));
        verbs.filter_map(|(at, _)| self.saying(at)).collect()
    }

    fn saying(&self, verb: usize) -> Option<Saying> {
        let (reporting, reporter) = (&self.told.reporting, &self.told.reporter);
        let word = &*self.words.get(verb)?.folded;
        if is_dated(self.words.get(verb)?, self.expressions) {
            return None;
        }
        if reporting.sources.contains(word) {
            let skipped = self.folded(verb + 1).filter(|it| reporter.to.contains(it));
            let who = self.who_after(verb + 1 + usize::from(skipped.is_some()))?;
            return Some(Saying { who, verb, covers: Covers::All });
        }
        let subject = self.subject(verb)?;
        let leads = matches!(subject, Subject::Before(_)) && self.leads(verb);
        let covers = if leads { Covers::After } else { Covers::Others };
        let (Subject::Before(who) | Subject::After(who)) = subject;
        let of_paper = || {
            let inside =
                self.words.iter().filter(|it| who.start() <= it.start && it.end <= who.end());
            inside.into_iter().any(|it| reporter.papers.contains(&it.folded))
        };
        let says =
            reporting.verbs.contains(word) || reporter.verbs.contains(word) || of_paper();
        says.then_some(Saying { who, verb, covers })
    }

    fn folded(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|it| &*it.folded)
    }

    /// Whether what is said follows the verb in its sentence.
    fn leads(&self, verb: usize) -> bool {
        let clause = self.words.get(verb).map_or(0, |it| it.clause);
        let rest = self.words.iter().skip(verb + 1).take_while(|it| it.clause == clause);
        let undated: Vec<&Word<'_>> =
            rest.filter(|it| !is_dated(it, self.expressions)).collect();
        let reporter = &self.told.reporter;
        let says = |it: &&&Word<'_>| {
            self.told.clause.is_past(&it.folded) || reporter.helping.contains(&it.folded)
        };
        let opens = undated.iter().any(|it| self.told.reporting.opens.contains(&it.folded));
        let doubtful = self.folded(verb).is_some_and(|it| reporter.doubtful.contains(it));
        let here = |at: &usize| self.words.get(*at).is_some_and(|it| it.clause == clause);
        let dates = self.dated.iter().any(|at| *at > verb && here(at));
        let goes_on =
            dates || undated.len() > HEARER_WORDS || undated.iter().any(|it| says(&it));
        opens || (!doubtful && goes_on)
    }

    /// Who does what `verb` says, if somebody does.
    fn subject(&self, verb: usize) -> Option<Subject> {
        let reporter = &self.told.reporter;
        let clause = self.words.get(verb)?.clause;
        let own = |at: &usize| self.words.get(*at).is_some_and(|it| it.clause == clause);
        let skipped = |at: &usize| {
            let helps = |word: &str| {
                reporter.helping.contains(word)
                    || reporter.adverbs.contains(word)
                    || (word.ends_with("ly") && word.len() > 3)
            };
            own(at) && self.folded(*at).is_some_and(helps)
        };
        let helping = (0..verb).rev().take_while(skipped).count();
        let passive = (verb - helping..verb)
            .filter_map(|it| self.folded(it))
            .any(|it| reporter.passive.contains(it));
        if passive {
            return None;
        }
        let end = verb - helping;
        match end.checked_sub(1).filter(own) {
            Some(_) => self.who_before(end).map(Subject::Before),
            None if self.follows_quote(end) => self.who_after(verb + 1).map(Subject::After),
            None if self.leads(verb) => self.who_of_aside(clause).map(Subject::Before),
            None => self.who_after(verb + 1).map(Subject::After),
        }
    }

    fn follows_quote(&self, at: usize) -> bool {
        let before = self.words.get(at).and_then(|it| self.text.get(..it.start));
        before.is_some_and(|it| it.trim_end().ends_with(['”', '"', '’', '»']))
    }

    /// "John Hill, a spokesman for the port, said": the words before what is told of him.
    fn who_of_aside(&self, clause: usize) -> Option<Span> {
        let mut clause = clause.checked_sub(1)?;
        let first = |clause: usize| self.words.iter().find(|it| it.clause == clause);
        while clause > 0 && first(clause).is_some_and(|it| self.is_aside(it)) {
            clause -= 1;
        }
        let end = self.words.partition_point(|it| it.clause <= clause);
        self.who_before(end)
    }

    fn is_aside(&self, first: &Word<'_>) -> bool {
        let digits = first.written.starts_with(|c: char| c.is_ascii_digit());
        digits
            || self.told.determiners.contains(&first.folded)
            || self.told.reporter.asides.contains(&first.folded)
    }

    /// The words up to the one before `end` that say who, in their clause.
    fn who_before(&self, end: usize) -> Option<Span> {
        let clause = self.words.get(end.checked_sub(1)?)?.clause;
        let from = self.words.partition_point(|it| it.clause < clause);
        let own = self.words.get(from..end)?;
        // "on Monday" before the verb dates the saying.
        let is_dated = |it: &Word<'_>| is_dated(it, self.expressions);
        let undated = own.iter().rposition(|it| !is_dated(it)).map_or(0, |it| it + 1);
        let own = own.get(..undated)?;
        let own = own.get(own.iter().rposition(is_dated).map_or(0, |it| it + 1)..)?;
        let own =
            own.get(own.iter().rposition(|it| self.parts(it)).map_or(0, |it| it + 1)..)?;
        let prepositions = &self.told.reporter.prepositions;
        let leads_in = |it: &&Word<'_>| prepositions.contains(&it.folded);
        let trailing = own.iter().rev().take_while(leads_in).count();
        let own = own.get(..own.len() - trailing)?;
        let begins = |it: &Word<'_>| {
            self.told.determiners.contains(&it.folded)
                || it.written.starts_with(char::is_uppercase)
        };
        let own = match own.first().filter(leads_in) {
            Some(_) => own.get(own.iter().skip(1).rposition(begins).map(|it| it + 1)?..)?,
            None => own,
        };
        let reporter = &self.told.reporter;
        let is_pronoun = own.last().is_some_and(|it| reporter.pronouns.contains(&it.folded));
        let own = if is_pronoun { own.get(own.len() - 1..)? } else { own };
        let is_name =
            |it: &&Word<'_>| own.len() <= MOST_WORDS && !reporter.helping.contains(&it.folded);
        let first = own.first().filter(is_name)?;
        Span::of(self.text, first.start..own.last()?.end)
    }

    /// A word that no name of who says it goes on over: "and", "that", another who says it.
    fn parts(&self, word: &Word<'_>) -> bool {
        let folded = &*word.folded;
        self.told.clause.begins.contains(folded)
            || self.told.reporting.opens.contains(folded)
            || self.told.tellers.contains(folded)
    }

    /// The words from `at` on that say who, in their clause.
    fn who_after(&self, at: usize) -> Option<Span> {
        let first = self.words.get(at)?;
        let goes_on = |word: &&Word<'_>| {
            word.clause == first.clause
                && !self.told.reporter.prepositions.contains(&word.folded)
                && !self.told.reporter.helping.contains(&word.folded)
                && !self.parts(word)
                && !is_dated(word, self.expressions)
        };
        let own = self.words.get(at..)?.iter().take(MOST_WORDS).take_while(goes_on);
        Span::of(self.text, first.start..own.last()?.end)
    }
}

/// Who says it, by whether they stand before the verb.
#[derive(Clone, Copy, Debug)]
enum Subject {
    Before(Span),
    After(Span),
}
