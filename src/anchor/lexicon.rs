//! The words that tell how a thing is said, from each language's `events.toml`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::model::{LANGUAGES, Status};

use super::listed::{List, Listed};

/// Words about events, ready to match.
#[derive(Debug, Default)]
pub struct EventWords {
    pub(super) reporting: Reporting,
    pub(super) reporter: ReporterWords,
    /// The verbs of both, and their sources.
    pub(super) tellers: List,
    pub(super) clause: ClauseWords,
    /// By their first word: the rest, the status that they tell, and its place in the file.
    pub(super) phrases: Listed<Vec<Phrase>>,
    pub(super) cut_after: List,
    /// Words before an expression that belongs to the noun after it.
    pub(super) determiners: List,
    /// Words that no line ends with.
    pub(super) never_last: List,
    /// Words of a headline that any may have.
    pub(super) common: List,
    /// Words of procedures.
    pub(super) procedure: List,
    /// Verbs of what an article is about: "the verdict | came".
    news: List,
    /// Verbs that anything does: "happened".
    happens: List,
    examples: Vec<Example>,
}

/// Words that tell a status, after their first.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Of phrases that both stand in a clause, the one of the status first in the file counts.
    pub(super) rank: usize,
    pub(super) status: Status,
    /// It counts only where something lasts since then.
    pub(super) since: bool,
    pub(super) rest: Vec<String>,
}

/// Words of sentences that report what somebody says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Reporting {
    pub(super) verbs: List,
    /// What reports only before the expression.
    pub(super) sources: List,
    /// What may stand between the verb and the expression.
    pub(super) between: List,
    /// Who may stand there after a verb of `has_hearer`.
    pub(super) hearers: List,
    pub(super) has_hearer: List,
    /// What opens, after the verb, what is said.
    pub(super) opens: List,
    examples: Vec<Shown>,
    never: Vec<Shown>,
}

/// Words that tell who says something.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ReporterWords {
    /// Verbs that do besides those that report, wherever a date stands.
    pub(super) verbs: List,
    /// Verbs that do where one of `papers` is what says it: "the report found".
    pub(super) finds: List,
    pub(super) papers: List,
    /// Verbs that also mean something else: what follows is said only after "that".
    pub(super) doubtful: List,
    /// Before the verb they show that it was done to its subject.
    pub(super) passive: List,
    /// They go with a verb.
    pub(super) helping: List,
    /// They may stand before the verb.
    pub(super) adverbs: List,
    /// After a source: "according to".
    pub(super) to: List,
    /// Before the verb they alone are who says it: "told the board | they believe".
    pub(super) pronouns: List,
    /// Who says it is not told over these.
    pub(super) prepositions: List,
    /// Besides determiners and ages, what is told of somebody between commas begins with them.
    pub(super) asides: List,
    examples: Vec<Reported>,
    never: Vec<Reported>,
}

/// Words that part clauses, where no punctuation does.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ClauseWords {
    pub(super) begins: List,
    past: List,
    past_endings: Vec<String>,
}

impl ClauseWords {
    /// Whether it is a verb in the past.
    pub(super) fn is_past(&self, word: &str) -> bool {
        let ends = |ending: &String| word.ends_with(ending.as_str());
        self.past.contains(word) || self.past_endings.iter().any(ends)
    }
}

/// A sentence of the file, and what must come out of it.
#[derive(Clone, Debug)]
pub struct Example {
    /// The sentence.
    pub says: String,
    /// The expression in it that dates what is said.
    pub at: String,
    /// The status that it has (or never has); `None` for reporting.
    pub status: Option<Status>,
    /// Whether it must come out so, or must not.
    pub holds: bool,
}

/// A sentence of the file, and who says in it what `at` dates.
#[derive(Clone, Debug, Deserialize)]
pub struct Reported {
    /// The sentence.
    pub says: String,
    /// The expression in it that dates what is said.
    pub at: String,
    /// Who says so; nobody does, where it is empty.
    #[serde(default)]
    pub by: String,
}

#[derive(Deserialize)]
struct File {
    reporting: Reporting,
    reporter: ReporterWords,
    clause: ClauseWords,
    status: Vec<Kind>,
    title: TitleWords,
    weight: WeightWords,
}

#[derive(Deserialize)]
struct Kind {
    means: Means,
    #[serde(default)]
    since: bool,
    phrases: Vec<String>,
    examples: Vec<Shown>,
    never: Vec<Shown>,
}

#[derive(Deserialize)]
struct TitleWords {
    cut_after: List,
    determiners: List,
    never_last: List,
}

#[derive(Deserialize)]
struct WeightWords {
    common: List,
    procedure: List,
    news: List,
    happens: List,
}

#[derive(Debug, Deserialize)]
struct Shown {
    says: String,
    at: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Means {
    Ongoing,
    Planned,
    Due,
    Denied,
    Hypothetical,
}

impl EventWords {
    /// Those of the language with that code; none, if there is no such language.
    pub fn of(code: &str) -> &'static Self {
        static NONE: LazyLock<EventWords> = LazyLock::new(EventWords::default);
        static ALL: LazyLock<BTreeMap<&str, EventWords>> = LazyLock::new(|| {
            // A test parses the very same files; an unreadable one could only be our own.
            let read = |events| EventWords::parse(events).unwrap_or_default();
            LANGUAGES.iter().map(|files| (files.code, read(files.events))).collect()
        });
        ALL.get(code).unwrap_or(&*NONE)
    }

    /// Reads a file of words.
    pub fn parse(toml: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(toml)?;
        let mut examples = Vec::new();
        show(&mut examples, &file.reporting.examples, None, true);
        show(&mut examples, &file.reporting.never, None, false);
        let mut phrases: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        for (rank, kind) in file.status.iter().enumerate() {
            let status = kind.means.status();
            show(&mut examples, &kind.examples, Some(status), true);
            show(&mut examples, &kind.never, Some(status), false);
            for phrase in &kind.phrases {
                let mut words = phrase.split_whitespace().map(str::to_owned);
                let Some(first) = words.next() else { continue };
                let phrase = Phrase { rank, status, since: kind.since, rest: words.collect() };
                phrases.entry(first).or_default().push(phrase);
            }
        }
        let Reporting { verbs, sources, .. } = &file.reporting;
        let ReporterWords { verbs: others, finds, .. } = &file.reporter;
        Ok(Self {
            tellers: List::of([verbs, sources, others, finds].into_iter().flat_map(List::iter)),
            reporting: file.reporting,
            reporter: file.reporter,
            clause: file.clause,
            phrases: phrases.into(),
            cut_after: file.title.cut_after,
            determiners: file.title.determiners,
            never_last: file.title.never_last,
            common: file.weight.common,
            procedure: file.weight.procedure,
            news: file.weight.news,
            happens: file.weight.happens,
            examples,
        })
    }

    /// Whether `word`, which is in small letters, tells how the news came that its article is
    /// about: "the verdict | came".
    pub fn tells_of_news(&self, word: &str) -> bool {
        self.news.contains(word)
    }

    /// Whether `word`, which is in small letters, is a verb in the past that not anything may
    /// do: "identified", and neither "was" nor "happened".
    pub fn tells_what_was_done(&self, word: &str) -> bool {
        self.clause.is_past(word) && !self.happens.contains(word)
    }

    /// Every example in the file.
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// Every example of who says something.
    pub fn reporters(&self) -> impl Iterator<Item = &Reported> {
        self.reporter.examples.iter().chain(&self.reporter.never)
    }
}

impl Means {
    const fn status(self) -> Status {
        match self {
            Self::Ongoing => Status::Ongoing,
            Self::Planned => Status::Planned,
            Self::Due => Status::Due,
            Self::Denied => Status::Denied,
            Self::Hypothetical => Status::Hypothetical,
        }
    }
}

fn show(to: &mut Vec<Example>, from: &[Shown], status: Option<Status>, holds: bool) {
    to.extend(from.iter().map(|shown| Example {
        says: shown.says.clone(),
        at: shown.at.clone(),
        status,
        holds,
    }));
}
