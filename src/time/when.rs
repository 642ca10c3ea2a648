//! Places on the calendar, each exactly as fine as it was said.

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

use super::Interval;

/// How fine a date is: "the nineties" is a [`Grain::Decade`], "Tuesday" a [`Grain::Day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// "30 seconds": lengths only
    Second,
    /// "10:15"
    Minute,
    /// "at ten"
    Hour,
    /// "that morning"
    DayPart,
    /// "Tuesday", "4 May"
    Day,
    /// "last weekend"
    Weekend,
    /// "last week"
    Week,
    /// "in March"
    Month,
    /// "the third quarter"
    Quarter,
    /// "this summer"
    Season,
    /// "the first half of 2014"
    HalfYear,
    /// "2014"
    Year,
    /// "the nineties"
    Decade,
    /// "the last century"
    Century,
}

impl Grain {
    /// As the reader is told: "day", "half-year".
    pub const fn word(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::DayPart => "part of a day",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Season => "season",
            Self::HalfYear => "half-year",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// A part of a day. The hours are a convention for drawing; no output names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// "this morning": until noon
    Morning,
    /// "at midday": 11 to 14 o'clock
    Midday,
    /// "Friday afternoon": noon to 18 o'clock
    Afternoon,
    /// "yesterday evening": 18 to 22 o'clock
    Evening,
    /// "tonight", "last night": 18 o'clock to midnight
    Night,
    /// "midnight on Friday": the end of the day that it is said of
    Midnight,
}

impl DayPart {
    /// First hour, and the hour after the last.
    const fn hours(self) -> (i64, i64) {
        match self {
            Self::Morning => (0, 12),
            Self::Midday => (11, 14),
            Self::Afternoon => (12, 18),
            Self::Evening => (18, 22),
            Self::Night => (18, 24),
            Self::Midnight => (23, 24),
        }
    }
}

/// The `number`th stretch of `PER_YEAR` equal ones in a year, from 1.
///
/// "May 2014" is a [`Month`], "the third quarter of 2014" a [`Quarter`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearShare<const PER_YEAR: u8> {
    year: i32,
    number: u8,
}

/// One month of one year.
pub type Month = YearShare<12>;
/// One quarter of one calendar year.
pub type Quarter = YearShare<4>;
/// One half of one calendar year.
pub type HalfYear = YearShare<2>;

impl<const PER_YEAR: u8> YearShare<PER_YEAR> {
    /// The `number`th of `year`, from 1.
    pub fn new(year: i32, number: u8) -> Option<Self> {
        (1..=PER_YEAR).contains(&number).then_some(Self { year, number })
    }

    /// The one that `day` lies in.
    pub fn of(day: NaiveDate) -> Self {
        let months = 12 / u32::from(PER_YEAR);
        let number = u8::try_from(day.month0() / months + 1).unwrap_or(1);
        Self { year: day.year(), number }
    }

    /// Its year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Its place in the year, from 1.
    pub const fn number(self) -> u8 {
        self.number
    }

    /// The one `by` further on.
    pub fn shift(self, by: i32) -> Option<Self> {
        let per_year = i32::from(PER_YEAR);
        let all = self.year.checked_mul(per_year)?.checked_add(i32::from(self.number) - 1)?;
        let all = all.checked_add(by)?;
        let number = u8::try_from(all.rem_euclid(per_year) + 1).ok()?;
        Some(Self { year: all.div_euclid(per_year), number })
    }

    fn days(self) -> Option<Interval> {
        let months = 12 / u32::from(PER_YEAR);
        let month = u32::from(self.number - 1) * months + 1;
        months_from(NaiveDate::from_ymd_opt(self.year, month, 1)?, months)
    }
}

/// A season of the northern year by whole months; winter begins in December of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Season(Quarter);

impl Season {
    /// Spring is 1, summer 2, autumn 3, winter 4.
    pub fn new(year: i32, number: u8) -> Option<Self> {
        Quarter::new(year, number).map(Self)
    }

    /// The one that `day` lies in; January belongs to the winter of the year before.
    pub fn of(day: NaiveDate) -> Self {
        Self(Quarter::of(day.checked_sub_months(Months::new(2)).unwrap_or(day)))
    }

    /// The year that it begins in.
    pub const fn year(self) -> i32 {
        self.0.year
    }

    /// Spring is 1, summer 2, autumn 3, winter 4.
    pub const fn number(self) -> u8 {
        self.0.number
    }

    fn days(self) -> Option<Interval> {
        let month = u32::from(self.0.number) * 3;
        months_from(NaiveDate::from_ymd_opt(self.0.year, month, 1)?, 3)
    }
}

/// A week from Monday to Sunday (ISO 8601), by its Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(NaiveDate);

impl Week {
    /// The week that `day` lies in.
    pub fn of(day: NaiveDate) -> Self {
        let since_monday = Days::new(day.weekday().num_days_from_monday().into());
        Self(day.checked_sub_days(since_monday).unwrap_or(day))
    }

    /// Its first day.
    pub const fn monday(self) -> NaiveDate {
        self.0
    }
}

/// A place on the calendar, exactly as fine as it was said.
///
/// Value and grain are one thing here, so "a day that lasts a month" cannot be written.
/// The days that it covers are worked out by [`When::interval`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// "at 10:15 on 4 May 2014"; seconds are zero
    Minute(NaiveDateTime),
    /// "at ten on 4 May 2014"; minutes are zero
    Hour(NaiveDateTime),
    /// "on the morning of 4 May 2014"
    DayPart(NaiveDate, DayPart),
    /// "4 May 2014"
    Day(NaiveDate),
    /// "the weekend of 3 May 2014": Saturday and Sunday of that week
    Weekend(Week),
    /// "the week of 5 May 2014"
    Week(Week),
    /// "May 2014"
    Month(Month),
    /// "the second quarter of 2014"
    Quarter(Quarter),
    /// "summer 2014"
    Season(Season),
    /// "the first half of 2014"
    HalfYear(HalfYear),
    /// "2014"
    Year(i32),
    /// "fiscal 2014": which months it has, each body settles for itself, so it lies
    /// somewhere in that year and the year before
    FiscalYear(i32),
    /// "the 1990s" is `Decade(199)`
    Decade(i32),
    /// "the 20th century" is `Century(19)`: the years that begin with 19
    Century(i32),
}

impl When {
    /// The place of that grain that `moment` lies in.
    pub fn of(grain: Grain, moment: NaiveDateTime) -> Self {
        let day = moment.date();
        match grain {
            // No place is finer than a minute.
            Grain::Second | Grain::Minute => {
                Self::Minute(at(day, moment.hour(), moment.minute()))
            }
            Grain::Hour => Self::Hour(at(day, moment.hour(), 0)),
            Grain::DayPart => Self::DayPart(day, part_of_day(moment)),
            Grain::Day => Self::Day(day),
            Grain::Weekend => Self::Weekend(Week::of(day)),
            Grain::Week => Self::Week(Week::of(day)),
            Grain::Month => Self::Month(Month::of(day)),
            Grain::Quarter => Self::Quarter(Quarter::of(day)),
            Grain::Season => Self::Season(Season::of(day)),
            Grain::HalfYear => Self::HalfYear(HalfYear::of(day)),
            Grain::Year => Self::Year(day.year()),
            Grain::Decade => Self::Decade(day.year().div_euclid(10)),
            Grain::Century => Self::Century(day.year().div_euclid(100)),
        }
    }

    /// How fine it is.
    pub const fn grain(self) -> Grain {
        match self {
            Self::Minute(_) => Grain::Minute,
            Self::Hour(_) => Grain::Hour,
            Self::DayPart(..) => Grain::DayPart,
            Self::Day(_) => Grain::Day,
            Self::Weekend(_) => Grain::Weekend,
            Self::Week(_) => Grain::Week,
            Self::Month(_) => Grain::Month,
            Self::Quarter(_) => Grain::Quarter,
            Self::Season(_) => Grain::Season,
            Self::HalfYear(_) => Grain::HalfYear,
            Self::Year(_) | Self::FiscalYear(_) => Grain::Year,
            Self::Decade(_) => Grain::Decade,
            Self::Century(_) => Grain::Century,
        }
    }

    /// The stretch that it covers. `None` at the far ends of the calendar.
    pub fn interval(self) -> Option<Interval> {
        match self {
            Self::Minute(start) => lasting(start, chrono::Duration::minutes(1)),
            Self::Hour(start) => lasting(start, chrono::Duration::hours(1)),
            Self::DayPart(day, part) => {
                let midnight = day.and_time(NaiveTime::MIN);
                let (from, until) = part.hours();
                let hour = |hour| midnight.checked_add_signed(chrono::Duration::hours(hour));
                Interval::new(hour(from)?, hour(until)?)
            }
            Self::Day(day) => Interval::of_days(day, day),
            Self::Weekend(Week(monday)) => {
                let day = |n| monday.checked_add_days(Days::new(n));
                Interval::of_days(day(5)?, day(6)?)
            }
            Self::Week(Week(monday)) => {
                Interval::of_days(monday, monday.checked_add_days(Days::new(6))?)
            }
            Self::Month(month) => month.days(),
            Self::Quarter(quarter) => quarter.days(),
            Self::Season(season) => season.days(),
            Self::HalfYear(half) => half.days(),
            Self::Year(year) => years(year, 1),
            Self::FiscalYear(year) => years(year.checked_sub(1)?, 2),
            Self::Decade(tens) => years(tens.checked_mul(10)?, 10),
            Self::Century(hundreds) => years(hundreds.checked_mul(100)?, 100),
        }
    }

    /// The place of the same grain `by` further on: the month before is `shift(-1)`.
    pub fn shift(self, by: i32) -> Option<Self> {
        let days = |day: NaiveDate, each: i64| {
            day.checked_add_signed(chrono::Duration::try_days(i64::from(by) * each)?)
        };
        Some(match self {
            Self::Minute(at) => {
                Self::Minute(at.checked_add_signed(chrono::Duration::minutes(by.into()))?)
            }
            Self::Hour(at) => {
                Self::Hour(at.checked_add_signed(chrono::Duration::hours(by.into()))?)
            }
            Self::DayPart(day, part) => Self::DayPart(days(day, 1)?, part),
            Self::Day(day) => Self::Day(days(day, 1)?),
            Self::Weekend(Week(monday)) => Self::Weekend(Week(days(monday, 7)?)),
            Self::Week(Week(monday)) => Self::Week(Week(days(monday, 7)?)),
            Self::Month(month) => Self::Month(month.shift(by)?),
            Self::Quarter(quarter) => Self::Quarter(quarter.shift(by)?),
            Self::Season(Season(quarter)) => Self::Season(Season(quarter.shift(by)?)),
            Self::HalfYear(half) => Self::HalfYear(half.shift(by)?),
            Self::Year(year) => Self::Year(year.checked_add(by)?),
            Self::FiscalYear(year) => Self::FiscalYear(year.checked_add(by)?),
            Self::Decade(tens) => Self::Decade(tens.checked_add(by)?),
            Self::Century(hundreds) => Self::Century(hundreds.checked_add(by)?),
        })
    }
}

fn part_of_day(moment: NaiveDateTime) -> DayPart {
    match moment.hour() {
        0..12 => DayPart::Morning,
        12..18 => DayPart::Afternoon,
        _ => DayPart::Evening,
    }
}

fn at(day: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    day.and_hms_opt(hour, minute, 0).unwrap_or_else(|| day.and_time(NaiveTime::MIN))
}

fn lasting(start: NaiveDateTime, length: chrono::Duration) -> Option<Interval> {
    Interval::new(start, start.checked_add_signed(length)?)
}

fn months_from(first: NaiveDate, months: u32) -> Option<Interval> {
    Interval::of_days(first, first.checked_add_months(Months::new(months))?.pred_opt()?)
}

fn years(first: i32, count: i32) -> Option<Interval> {
    let last = first.checked_add(count)?.checked_sub(1)?;
    Interval::of_days(
        NaiveDate::from_ymd_opt(first, 1, 1)?,
        NaiveDate::from_ymd_opt(last, 12, 31)?,
    )
}
