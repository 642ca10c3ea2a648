//! What a full stop stands for: a sentence's end, or a word cut short.

/// No sentence ends here: a name or an example must follow.
const NEVER: &[&str] = &[
    "adm", "brig", "capt", "cf", "cllr", "cllrs", "cmdr", "col", "cpl", "det", "dr", "drs",
    "e.g", "eg", "fr", "gen", "gov", "hon", "i.e", "ie", "insp", "lieut", "lt", "maj",
    "messrs", "mr", "mrs", "ms", "msgr", "mt", "pres", "prof", "rep", "reps", "rev", "sen",
    "sens", "sgt", "ste", "supt", "viz", "vs",
];

/// A sentence ends here only where the next word is one that opens sentences.
const SELDOM: &[&str] = &[
    "al", "apr", "assn", "aug", "ave", "blvd", "bros", "cent", "co", "corp", "dec", "dept",
    "est", "etc", "feb", "ft", "inc", "jan", "jr", "jul", "jun", "ltd", "mar", "nov", "oct",
    "plc", "rd", "sep", "sept", "sr", "st", "univ",
];

/// States as American papers cut them short; only with a capital.
const STATES: &[&str] = &[
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan",
    "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla",
    "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo",
];

/// Cut short only before a number: "No. 10", "p. 4", "Art. 50".
const BEFORE_NUMBERS: &[&str] =
    &["art", "c", "ca", "chap", "fig", "no", "nos", "p", "para", "pp", "sec", "vol"];

/// Words that open sentences and seldom stand in a name.
const OPENERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "Any",
    "As",
    "At",
    "Authorities",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Critics",
    "Despite",
    "During",
    "Each",
    "Earlier",
    "Every",
    "Few",
    "For",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Investigators",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "My",
    "Neither",
    "No",
    "Nobody",
    "None",
    "Nor",
    "Not",
    "Now",
    "Of",
    "Officers",
    "Officials",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Over",
    "Police",
    "Residents",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "To",
    "Two",
    "Under",
    "Until",
    "Up",
    "We",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Within",
    "Witnesses",
    "Yet",
    "You",
];

/// Verbs that carry a question or cry on: "“Who knows?” Smith asked."
const TELLING: &[&str] = &[
    "added",
    "asked",
    "asks",
    "called",
    "continued",
    "cried",
    "exclaimed",
    "read",
    "replied",
    "said",
    "says",
    "screamed",
    "shouted",
    "told",
    "tweeted",
    "wondered",
    "wrote",
    "yelled",
];

/// A word is looked at no further back than this.
const LONGEST_WORD_BYTES: usize = 64;

/// What ends a line or a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// "… the door."
    Plain,
    /// "… “Who knows?”"
    Cry,
    /// "Mr."
    Never,
    /// "7 p.m.", "in Dec."
    Seldom,
    /// "No."
    BeforeNumber,
}

/// Whether a sentence ends with the mark that ends at `at`: "the door. She", but not "Mr. Hart".
pub(crate) fn ends_at(text: &str, at: usize) -> bool {
    let closers =
        text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start_matches(is_closer).len());
    let Some((before, after)) = text.split_at_checked(at + closers) else { return false };
    stop_after(before).is_some_and(|stop| stop.ends_before(after))
}

/// What stands at the end of `before`, if it ends like a sentence.
pub(super) fn stop_after(before: &str) -> Option<Stop> {
    let core = before.trim_end_matches(is_closer);
    let quoted = core.len() < before.len();
    let last = core.chars().next_back()?;
    match last {
        '?' | '!' if quoted => Some(Stop::Cry),
        '.' if !quoted => Some(abbreviation(core)),
        '.' | '?' | '!' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' => {
            Some(Stop::Plain)
        }
        _ => None,
    }
}

impl Stop {
    /// Whether a sentence ends here, if `after` comes next.
    pub(super) fn ends_before(self, after: &str) -> bool {
        let after = after.trim_start();
        let words = after.trim_start_matches(is_opener);
        let Some(first) = words.chars().next() else { return true };
        if first.is_lowercase() || after.starts_with(['”', '»', ')', ']', ',', ';']) {
            return false;
        }
        match self {
            Self::Plain => true,
            Self::Cry => words.len() < after.len() || !is_told(words),
            Self::Never => false,
            Self::Seldom if first.is_ascii_digit() => false,
            Self::Seldom => words.len() < after.len() || opens(words),
            Self::BeforeNumber => !first.is_ascii_digit(),
        }
    }

    /// Whether a sentence ends here before a number: "in 2012. 40 jobs", but "Dec. 20".
    pub(super) fn ends_before_number(self) -> bool {
        self.is_plain()
    }

    /// Whether nothing is cut short here.
    pub(super) fn is_plain(self) -> bool {
        match self {
            Self::Plain => true,
            Self::Cry | Self::Never | Self::Seldom | Self::BeforeNumber => false,
        }
    }
}

/// The last word of `before`, without brackets and quotes in front.
pub(super) fn last_word(before: &str) -> &str {
    let from = before.ceil_char_boundary(before.len().saturating_sub(LONGEST_WORD_BYTES));
    let tail = before.get(from..).unwrap_or_default();
    let word = tail.rsplit(|c: char| c.is_whitespace() || matches!(c, '—' | '–')).next();
    word.unwrap_or_default().trim_start_matches(is_opener)
}

/// What the full stop at the end of `core` stands for.
fn abbreviation(core: &str) -> Stop {
    if core.ends_with("..") {
        return Stop::Plain;
    }
    let word = last_word(core);
    let bare = word.trim_end_matches('.');
    let folded = bare.to_lowercase();
    let known = |list: &[&str]| list.binary_search(&folded.as_str()).is_ok();
    if known(NEVER) {
        Stop::Never
    } else if known(BEFORE_NUMBERS) {
        // "Plan C." ends as an initial does.
        if bare == "C" { Stop::Seldom } else { Stop::BeforeNumber }
    } else if known(SELDOM) && !is_a_plain_word(bare)
        || is_dotted(bare)
        || STATES.contains(&bare)
    {
        Stop::Seldom
    } else {
        Stop::Plain
    }
}

/// "the last cent.", "to mar.", "a co.": these are cut short only with a capital or in firms.
fn is_a_plain_word(bare: &str) -> bool {
    matches!(bare, "mar" | "cent" | "jun" | "dec" | "est" | "jan")
}

/// "J", "U.S", "p.m", "D.C": single letters with full stops between.
fn is_dotted(bare: &str) -> bool {
    let mut letters = bare.split('.');
    let single = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    let capital = bare.starts_with(char::is_uppercase);
    letters.all(single) && (capital || bare.contains('.'))
}

/// Whether `words` begin as sentences do.
fn opens(words: &str) -> bool {
    let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let ahead = words.get(word.len()..).unwrap_or_default();
    OPENERS.binary_search(&word).is_ok() && !ahead.starts_with('.')
}

/// Whether a few names and then a verb of telling come next.
fn is_told(words: &str) -> bool {
    let mut near = words.split_whitespace().take(5);
    near.any(|word| TELLING.contains(&word.trim_end_matches([',', '.', ':'])))
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '›')
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«' | '‹' | '„' | '…')
}
