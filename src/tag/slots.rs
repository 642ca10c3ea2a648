//! What a word, a number or its surroundings may be, as phrases name it.

use serde::Deserialize;

/// A place in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Slot {
    // --- Words with a value ---
    /// "April", "Apr": wherever a day or year stands beside it
    Month,
    /// "April": a month even if nothing stands beside it
    SureMonth,
    /// "Tuesday"
    Weekday,
    /// "Tue": only where a date follows
    ShortWeekday,
    /// "Tuesdays"
    Weekdays,
    /// "summer"
    Season,
    /// "day", "days"
    Unit,
    /// "day"
    OneUnit,
    /// "days"
    Units,
    /// "week", "year": what "last" goes with
    CalendarUnit,
    /// "monthly" as one month
    Rhythm,
    /// "a": one of what follows
    Article,
    /// "few": a number that was not said
    Few,
    /// "third", "3rd"
    Ordinal,
    /// "last", "this", "next"
    Shift,
    /// "yesterday"
    Days,
    /// "morning"
    DayPart,
    /// "mornings"
    DayParts,
    /// "noon" is 12
    Noon,
    /// "midnight"
    Midnight,
    /// "recently", "now", "soon"
    Era,
    /// "early", "mid", "late"
    Part,
    /// "start", "middle", "end" of something
    PartNoun,
    /// "about"
    About,
    /// "nearly"
    Less,
    /// "over"
    More,
    /// "BC"
    BeforeChrist,
    /// "half": of an hour, of a year
    Half,
    /// "eighties"
    DecadeWord,
    /// "Q3"
    QuarterName,
    /// "summer", which is no other word
    SureSeason,
    // --- Words that numbers are made of ---
    /// "three", "nineteen"
    Digit,
    /// "twenty"
    Tens,
    /// "score": multiplies what is before it
    Score,
    /// "hundred", "thousand"
    Scale,
    /// "and" within a number
    NumberAnd,
    // --- Words without a value ---
    /// "-", "–"
    Dash,
    /// "and", "to", "-": between two ends
    Join,
    /// "from": before two ends, and part of neither
    Opening,
    /// "GMT"
    Zone,
    /// "(": what stands between two says the same again
    Bracket,
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
    /// "not"
    Not,
    /// "be": the participle after it does not tell the tense
    Be,
    /// "plans", "scheduled": to come, if "to" or "for" follows
    Meant,
    /// "for"
    For,
    /// "to", "until": what is aimed at follows
    Aim,
    /// "soon", "early": before "as"
    Soon,
    /// "as"
    Like,
    /// "compared", "those of": what something is held against follows
    Against,
    /// "after", "because": a clause follows that tells of what was before
    Subordinate,
    /// "deadline"
    Deadline,
    /// "earnings", "profit": a firm's quarter is under report
    Accounts,
    /// "colour": spelt as in Britain
    British,
    /// "color": spelt as in America
    American,
    /// "the": a text that has many such words is in this language
    Hallmark,
    // --- Numbers ---
    /// "2014"
    Year,
    /// "1912" and later: more likely a year than a figure
    ModernYear,
    /// "480": a year only beside BC or AD
    OldYear,
    /// "17" in "2016/17", "99" after an apostrophe
    ShortYear,
    /// "nineteen ninety-six", "two thousand"
    SpelledYear,
    /// "4", "4th"
    Day,
    /// "4th": a day that counts nothing
    NumberedDay,
    /// "three", "3"
    Count,
    /// "1/2", "½"
    Fraction,
    /// "2.5"
    Decimal,
    /// "2014-03-04": a date in digits
    Written,
    /// "7.30am"
    Clock,
    /// "7", "7.30": an hour, if a part of the day follows
    BareClock,
    /// "1815": a time of day, if a zone follows
    DigitClock,
    /// "1990s"
    Decade,
    /// "80s", after an apostrophe
    ShortDecade,
    /// "7364": any number
    Digits,
    // --- Expressions within the phrase ---
    /// Any temporal expression
    Time,
    /// A length: "three weeks"
    Length,
    /// A named day: "Christmas"
    Feast,
    // --- Surroundings ---
    /// The beginning of a sentence or quote
    Start,
    /// The end of a clause or quote
    End,
    /// A word with a capital that is in no list
    Name,
    /// "immediately"
    Adverb,
    /// "votes"
    Plural,
    /// A plain word that is in no list
    Plain,
    /// "triggered": a plain word that ends as a participle does
    Participle,
    /// "calling": a plain word for what is going on
    Ongoing,
}

/// A set of slots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Slots(u128);

impl Slots {
    pub(super) const NONE: Self = Self(0);

    pub(super) const fn of(slot: Slot) -> Self {
        Self(1 << slot as u8)
    }

    pub(super) const fn with(self, slot: Slot) -> Self {
        Self(self.0 | Self::of(slot).0)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) const fn has(self, slot: Slot) -> bool {
        self.0 & Self::of(slot).0 != 0
    }

    /// How many slots of the set come before `slot`.
    pub(super) const fn rank(self, slot: Slot) -> usize {
        (self.0 & (Self::of(slot).0 - 1)).count_ones() as usize
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// What a step through the phrases goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Symbol {
    Slot(Slot),
    Literal(u16),
}
