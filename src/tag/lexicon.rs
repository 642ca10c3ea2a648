//! What single words stand for: folded once when the language is read, looked up once in a
//! text.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::LanguageError;
use crate::time::{DayPart, Era, Grain};

/// A place in a phrase, and in what a word, a number or its surroundings may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Slot {
    /// "April", "Apr": wherever a day or year stands beside it
    Month,
    /// "April": a month even if nothing stands beside it
    SureMonth,
    /// "Tuesday"
    Weekday,
    /// "Tue": only where a date follows
    ShortWeekday,
    /// "summer"
    Season,
    /// "days"
    Unit,
    /// "week", "year": what "last" goes with
    CalendarUnit,
    /// "monthly" as one month
    Rhythm,
    /// "three", "3"
    Count,
    /// "many", "a few": a number that was not said
    Few,
    /// "third", "3rd"
    Ordinal,
    /// "last", "this", "next"
    Shift,
    /// "yesterday"
    Days,
    /// "morning"
    DayPart,
    /// "noon"
    Noon,
    /// "recently"
    Era,
    /// "early", "late": makes it no finer
    Part,
    /// "-", "–"
    Dash,
    /// "in": a month may follow
    MonthLicence,
    /// "in", "since": a year follows, even if a noun follows it
    YearLicence,
    /// "of", "by": a year may follow
    YearPreposition,
    /// "the", "its": a year that describes a noun may follow
    Determiner,
    /// "flat", "than": the number after it is no year
    NoYear,
    /// "and", "when": a clause goes on after a year
    Linking,
    /// "people", "metres": the number before it counts them
    Measure,
    /// "Mrs": a name follows
    Title,
    /// "Times", "Post": a newspaper's name
    Newspaper,
    /// "said", "must": a person did
    PersonVerb,
    /// "will", "due": what is told is to come
    Coming,
    /// "said", "was": what is told is past
    Told,
    /// "be": the participle after it does not tell the tense
    Be,
    /// "2014"
    Year,
    /// "1912" and later: more likely a year than a figure
    ModernYear,
    /// "17" in "2016/17"
    ShortYear,
    /// "4", "4th"
    Day,
    /// "4th": a day that counts nothing
    NumberedDay,
    /// "2014-03-04": a date in digits
    Written,
    /// "7.30am"
    Clock,
    /// "1990s"
    Decade,
    /// A temporal expression within another.
    Time,
    /// The beginning of a sentence or quote.
    Start,
    /// The end of a clause or quote.
    End,
    /// A word with a capital that is in no list.
    Name,
    /// "7364": any number
    Digits,
    /// "immediately"
    Adverb,
    /// "votes"
    Plural,
    /// A plain word that is in no list.
    Plain,
}

/// What a step through the phrases goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Symbol {
    Slot(Slot),
    Literal(u16),
}

/// One thing that a word may stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense {
    pub symbol: Symbol,
    pub value: i32,
    /// "May", never "may".
    pub capital: bool,
}

/// A form and all that it may stand for.
#[derive(Debug)]
pub(super) struct Entry {
    form: String,
    pub senses: Vec<Sense>,
    /// "Sept": a full stop may belong to it.
    pub abbreviation: bool,
}

/// All words of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    buckets: Vec<Vec<Entry>>,
    longest: usize,
    literals: u16,
}

// Four times the words of a language, so that most words of a text meet an empty bucket.
const BUCKETS: usize = 2048;

#[derive(Deserialize)]
struct File {
    words: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    slots: Vec<Slot>,
    #[serde(default)]
    capital: bool,
    #[serde(default)]
    abbreviation: bool,
    #[serde(default)]
    forms: BTreeMap<String, RawValue>,
    #[serde(default)]
    list: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawValue {
    Number(i32),
    Name(String),
}

impl Lexicon {
    pub(super) fn parse(words: &str) -> Result<Self, LanguageError> {
        let file: File = toml::from_str(words)?;
        let buckets = std::iter::repeat_with(Vec::new).take(BUCKETS).collect();
        let mut lexicon = Self { buckets, longest: 0, literals: 0 };
        for group in file.words {
            for (form, value) in &group.forms {
                let value = value.number().ok_or_else(|| LanguageError::Value(form.clone()))?;
                lexicon.add_to(&group, form, value);
            }
            for form in &group.list {
                lexicon.add_to(&group, form, 0);
            }
        }
        Ok(lexicon)
    }

    fn add_to(&mut self, group: &Group, form: &str, value: i32) {
        for slot in &group.slots {
            let capital = group.capital;
            self.add(form, Sense { symbol: Symbol::Slot(*slot), value, capital });
        }
        if group.abbreviation
            && let Some(entry) = self.entry_mut(form)
        {
            entry.abbreviation = true;
        }
    }

    /// The symbol of a word that a phrase names by itself.
    pub(super) fn literal(&mut self, form: &str) -> Symbol {
        let named = |sense: &&Sense| matches!(sense.symbol, Symbol::Literal(_));
        let known = self.find(form).and_then(|entry| entry.senses.iter().find(named));
        if let Some(sense) = known {
            return sense.symbol;
        }
        let symbol = Symbol::Literal(self.literals);
        self.literals += 1;
        self.add(form, Sense { symbol, value: 0, capital: false });
        symbol
    }

    fn add(&mut self, form: &str, sense: Sense) {
        if let Some(entry) = self.entry_mut(form) {
            entry.senses.push(sense);
            return;
        }
        self.longest = self.longest.max(form.len());
        if let Some(bucket) = self.buckets.get_mut(bucket_of(form)) {
            let form = form.to_owned();
            bucket.push(Entry { form, senses: vec![sense], abbreviation: false });
        }
    }

    fn entry_mut(&mut self, form: &str) -> Option<&mut Entry> {
        self.buckets.get_mut(bucket_of(form))?.iter_mut().find(|entry| entry.form == form)
    }

    /// What `word` may stand for, in any case.
    pub(super) fn find(&self, word: &str) -> Option<&Entry> {
        if !word.is_ascii() {
            let folded = word.to_lowercase();
            let bucket = self.buckets.get(bucket_of(&folded))?;
            return bucket.iter().find(|entry| entry.form == folded);
        }
        if word.len() > self.longest {
            return None;
        }
        let bucket = self.buckets.get(bucket_of(word))?;
        bucket.iter().find(|entry| entry.form.eq_ignore_ascii_case(word))
    }
}

/// FNV-1a over the lower-case letters.
fn bucket_of(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    });
    (hash ^ (hash >> 15)) as usize % BUCKETS
}

const UNITS: [(&str, Grain); 10] = [
    ("minute", Grain::Minute),
    ("hour", Grain::Hour),
    ("day", Grain::Day),
    ("weekend", Grain::Weekend),
    ("week", Grain::Week),
    ("month", Grain::Month),
    ("quarter", Grain::Quarter),
    ("year", Grain::Year),
    ("decade", Grain::Decade),
    ("century", Grain::Century),
];

const DAY_PARTS: [(&str, DayPart); 5] = [
    ("morning", DayPart::Morning),
    ("midday", DayPart::Midday),
    ("afternoon", DayPart::Afternoon),
    ("evening", DayPart::Evening),
    ("night", DayPart::Night),
];

const ERAS: [(&str, Era); 3] =
    [("past", Era::Past), ("present", Era::Present), ("future", Era::Future)];

impl RawValue {
    fn number(&self) -> Option<i32> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Name(name) => {
                let place = place_of(&UNITS, name)
                    .or_else(|| place_of(&DAY_PARTS, name))
                    .or_else(|| place_of(&ERAS, name))?;
                i32::try_from(place).ok()
            }
        }
    }
}

fn place_of<T>(names: &[(&str, T)], name: &str) -> Option<usize> {
    names.iter().position(|(known, _)| *known == name)
}

fn at<T: Copy>(names: &[(&str, T)], place: i32) -> Option<T> {
    names.get(usize::try_from(place).ok()?).map(|(_, value)| *value)
}

/// The unit that a word of [`Slot::Unit`] stands for.
pub(super) fn unit(value: i32) -> Option<Grain> {
    at(&UNITS, value)
}

/// The part of the day that a word of [`Slot::DayPart`] stands for.
pub(super) fn day_part(value: i32) -> Option<DayPart> {
    at(&DAY_PARTS, value)
}

/// The direction that a word of [`Slot::Era`] stands for.
pub(super) fn era(value: i32) -> Option<Era> {
    at(&ERAS, value)
}
