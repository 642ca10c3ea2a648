//! What a clause counts of what it dates: the dead, the hurt, money, shares, things.
//!
//! Compares nothing: what two figures may both be is for those to say who know that they are of
//! one event.

use std::{cmp::Ordering, fmt};

use serde::Deserialize;

use crate::text::Span;

/// A number that is told of something that happened: "at least 14" of "At least 14 people were
/// killed".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The very words of the number, with its bound and its unit, without what is counted.
    pub span: Span,
    /// The number.
    pub amount: Amount,
    /// How the true number may lie to it.
    pub limit: Limit,
    /// What kind of thing is counted.
    pub measure: Measure,
    /// The words that say what is counted, where there are any: "people".
    pub of: Option<Span>,
    /// Whether it is the whole of that, as far as the clause tells.
    pub scope: Scope,
    /// Whether who did it is among those counted.
    pub attacker: Attacker,
    /// It is told as what may still change: "rose to 14", "so far".
    pub running: bool,
}

/// An exact decimal number, never negative: "1.2 billion" is 12 × 10⁸.
///
/// It is kept without zeros at its end, so equal numbers are equal, and `digits` shows how round
/// it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    digits: u64,
    /// The power of ten of the last digit.
    exponent: i8,
}

/// How a true number lies to the one that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// "14": the number itself.
    Stated,
    /// "at least 14"
    AtLeast,
    /// "more than 14"
    MoreThan,
    /// "up to 14"
    UpTo,
    /// "fewer than 14"
    LessThan,
    /// "about 14", "a dozen"
    About,
    /// "nearly 14"
    Nearly,
    /// "dozens": the amount, which is 12 there, several times.
    #[serde(skip)]
    Several,
    /// "10 to 15": from the amount to this.
    #[serde(skip)]
    To(Amount),
}

/// The kind of thing that a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// People who died.
    Dead,
    /// People who were hurt, and live.
    Injured,
    /// People who were taken into custody.
    Arrested,
    /// People who are not found.
    Missing,
    /// Money.
    #[serde(skip)]
    Money(Currency),
    /// Per cent.
    #[serde(skip)]
    Share,
    /// Anything else: "12 homes".
    #[serde(skip)]
    Count,
}

/// What money is counted in, as far as its name or sign tells: "$" is dollars of any country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Currency {
    /// "$"
    Dollar,
    /// "€"
    Euro,
    /// "£"
    Pound,
    /// "¥"
    Yen,
    /// "₹"
    Rupee,
    /// "francs"
    Franc,
}

/// Whether a figure is the whole of what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// As far as the clause tells.
    Whole,
    /// "six children among the 14 dead", "including six children"
    Part,
    /// "another three": besides others.
    Further,
    /// "£300 a week", "£5 each"
    Each,
}

/// Whether who did it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attacker {
    /// The sentence does not say.
    Unsaid,
    /// "including the gunman"
    Counted,
    /// "besides the gunman"
    Apart,
}

impl Amount {
    /// `digits` × 10 to the power of `exponent`; `None` if that is off any scale.
    pub fn new(mut digits: u64, exponent: i32) -> Option<Self> {
        let mut exponent = exponent;
        while digits != 0 && digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        let exponent = if digits == 0 { 0 } else { exponent };
        (-18..=18).contains(&exponent).then_some(())?;
        Some(Self { digits, exponent: i8::try_from(exponent).ok()? })
    }

    /// So many times as much.
    pub fn times(self, factor: u64) -> Option<Self> {
        Self::new(self.digits.checked_mul(factor)?, i32::from(self.exponent))
    }

    /// So many per cent of it.
    pub fn per_cent(self, share: u64) -> Option<Self> {
        Self::new(self.digits.checked_mul(share)?, i32::from(self.exponent) - 2)
    }

    /// The same with no finer digits than `other` has: 4.75 is 4.8 beside 12.3.
    pub fn rounded_like(self, other: Self) -> Option<Self> {
        let Ok(finer) = u32::try_from(other.exponent - self.exponent) else {
            return Some(self);
        };
        let unit = 10_u64.checked_pow(finer)?;
        Self::new(self.digits.checked_add(unit / 2)? / unit, i32::from(other.exponent))
    }

    /// Whether it is told to finer digits than `other`.
    pub const fn is_finer(self, other: Self) -> bool {
        self.exponent < other.exponent
    }

    /// The number, if it is whole and not beyond all counting.
    pub fn whole(self) -> Option<u64> {
        let power = u32::try_from(self.exponent).ok()?;
        self.digits.checked_mul(10_u64.checked_pow(power)?)
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.exponent < other.exponent {
            return other.cmp(self).reverse();
        }
        let by = u32::from(self.exponent.abs_diff(other.exponent));
        let scaled = 10_u128.checked_pow(by).and_then(|it| it.checked_mul(self.digits.into()));
        match scaled {
            Some(digits) => digits.cmp(&other.digits.into()),
            // So far apart only nothing is less.
            None => self.digits.cmp(&0),
        }
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// All its digits, with a point where there is a fraction: "1200000000", "3.5".
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.to_string();
        match usize::from(self.exponent.unsigned_abs()) {
            zeros if self.exponent >= 0 => write!(f, "{digits}{}", "0".repeat(zeros)),
            behind => {
                let digits = format!("{digits:0>width$}", width = behind + 1);
                let (whole, fraction) =
                    digits.split_at_checked(digits.len() - behind).unwrap_or_default();
                write!(f, "{whole}.{fraction}")
            }
        }
    }
}

impl Limit {
    /// As it is written in outputs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::AtLeast => "at least",
            Self::MoreThan => "more than",
            Self::UpTo => "up to",
            Self::LessThan => "less than",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::Several => "several",
            Self::To(_) => "range",
        }
    }
}

impl Measure {
    /// As it is written in outputs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dead => "dead",
            Self::Injured => "injured",
            Self::Arrested => "arrested",
            Self::Missing => "missing",
            Self::Money(_) => "money",
            Self::Share => "share",
            Self::Count => "count",
        }
    }
}

impl Currency {
    /// As it is written in outputs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dollar => "dollar",
            Self::Euro => "euro",
            Self::Pound => "pound",
            Self::Yen => "yen",
            Self::Rupee => "rupee",
            Self::Franc => "franc",
        }
    }
}

impl Scope {
    /// As it is written in outputs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Part => "part",
            Self::Further => "further",
            Self::Each => "each",
        }
    }
}

impl Attacker {
    /// As it is written in outputs; nothing, where nothing is said.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Unsaid => None,
            Self::Counted => Some("counted"),
            Self::Apart => Some("apart"),
        }
    }
}
