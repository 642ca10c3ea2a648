//! How much an event weighs among the others.

/// How much an event weighs, from 0 to 1, and what speaks for and against it.
///
/// Whole thousandths, so that it is the same on every machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Importance {
    thousandths: u16,
    because: Box<[Weighs]>,
}

impl Importance {
    /// As much as `thousandths` say, at most 1, for those reasons.
    pub fn new(thousandths: u16, because: Vec<Weighs>) -> Self {
        Self { thousandths: thousandths.min(1000), because: because.into() }
    }

    /// From 0 to 1000.
    pub const fn thousandths(&self) -> u16 {
        self.thousandths
    }

    /// From 0 to 1.
    pub fn share(&self) -> f32 {
        f32::from(self.thousandths) / 1000.0
    }

    /// What speaks for and against it.
    pub fn because(&self) -> &[Weighs] {
        &self.because
    }
}

/// One thing that makes an event weigh more or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weighs {
    /// Its sentence has so many words of the headline.
    Headline(u8),
    /// It is the first dated thing that its article tells.
    First,
    /// It stands where its article begins.
    Lead,
    /// Its date is known to the day.
    Day,
    /// Its date is no finer than a year.
    Year,
    /// Its date is only that of its article, which dates nothing.
    NothingDated,
    /// Its article came out within the week after it.
    News,
    /// It lay more than a year back when it was told.
    Background,
    /// It had not happened when it was told.
    ToCome,
    /// It is denied, or only supposed.
    NoFact,
    /// It is a step of a procedure: a charge, a hearing, a statement.
    Procedure,
    /// It stands in what somebody is quoted to say.
    Quoted,
    /// Its article tells of that time with more weight in another sentence.
    Again,
    /// So many articles say the same, copies counted once.
    Sources(u32),
    /// So many articles tell of its day, copies counted once.
    Echo(u32),
}
