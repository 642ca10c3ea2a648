//! Numbers in words: "twenty-five", "two thousand and six", "nineteen ninety-six".

use super::numbers::Number;
use super::slots::{Slot, Symbol};
use super::tokens::{Kind, Token};

/// A number in words, as far as it has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spelled {
    /// Whole thousands and more that are done.
    done: u32,
    /// What is below them.
    part: u32,
    /// What the last word was.
    last: Last,
    /// "nineteen ninety-six": read as a year.
    year: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Digit,
    Tens,
    Scale,
}

impl Spelled {
    const fn value(self) -> u32 {
        self.done.saturating_add(self.part)
    }

    /// The number with one more word, if the two make one.
    fn and(self, slot: Slot, value: u32) -> Option<Self> {
        match slot {
            Slot::Digit => self.and_digit(value),
            // "quatre-vingts" multiplies; so does "cent quatre-vingts", by its last digit.
            Slot::Score if self.last == Last::Digit && (1..10).contains(&(self.part % 100)) => {
                let digit = self.part % 100;
                let part = self.part - digit + digit * value;
                Some(Self { part, last: Last::Tens, ..self })
            }
            Slot::Tens | Slot::Score => self.and_tens(value),
            Slot::Scale => self.and_scale(value),
            _ => None,
        }
    }

    const fn and_digit(self, value: u32) -> Option<Self> {
        let fits = match self.last {
            // "twenty five"; in French "soixante quinze", too.
            Last::Tens => self.part.is_multiple_of(10) && value < 20,
            Last::Scale => true,
            Last::Digit => false,
        };
        if fits {
            return Some(Self { part: self.part + value, last: Last::Digit, ..self });
        }
        self.pair(value, Last::Digit)
    }

    const fn and_tens(self, value: u32) -> Option<Self> {
        // "soixante-dix", "quatre-vingt-dix": ten goes on top of twenties.
        let on_top = value == 10
            && matches!(self.last, Last::Tens)
            && matches!(self.part % 100, 60 | 80);
        if matches!(self.last, Last::Scale) || on_top {
            return Some(Self { part: self.part + value, last: Last::Tens, ..self });
        }
        self.pair(value, Last::Tens)
    }

    /// "nineteen ninety": the century, then the year in it.
    const fn pair(self, value: u32, last: Last) -> Option<Self> {
        let century = self.done == 0 && !self.year && self.part >= 10 && self.part <= 20;
        if century && value >= 10 && value < 100 {
            return Some(Self { part: self.part * 100 + value, last, year: true, ..self });
        }
        None
    }

    fn and_scale(self, value: u32) -> Option<Self> {
        if self.year {
            return None;
        }
        let part = self.part.checked_mul(value)?;
        Some(if value == 100 {
            Self { part, last: Last::Scale, ..self }
        } else {
            Self { done: self.done.checked_add(part)?, part: 0, last: Last::Scale, ..self }
        })
    }
}

/// Puts a word that numbers are made of at the end, or into the number that stands there.
pub(super) fn push<'t>(
    window: &mut Vec<Token<'t>>,
    spelled: &mut Option<Spelled>,
    token: Token<'t>,
) {
    let Some((slot, value)) = numeral(&token) else {
        *spelled = None;
        window.push(token);
        return;
    };
    if let Some((before, joined)) = joined(window, *spelled, slot, value) {
        window.truncate(before + 1);
        if let Some(number) = window.last_mut() {
            number.end = token.end;
            match joined {
                Joined::Number(more) => {
                    set(number, Number::Spelled { value: more.value(), year: more.year });
                    *spelled = Some(more);
                }
                Joined::Ordinal(value) => {
                    set(number, Number::Ordinal(value));
                    *spelled = None;
                }
            }
        }
        return;
    }
    let last = match slot {
        Slot::Digit => Last::Digit,
        Slot::Tens | Slot::Score => Last::Tens,
        Slot::Scale => Last::Scale,
        // "third" by itself stays a word.
        _ => {
            *spelled = None;
            window.push(token);
            return;
        }
    };
    let done = if slot == Slot::Scale && value > 100 { value } else { 0 };
    let number = Spelled { done, part: value - done, last, year: false };
    *spelled = Some(number);
    let mut token = token;
    set(&mut token, Number::Spelled { value, year: false });
    window.push(token);
}

enum Joined {
    Number(Spelled),
    Ordinal(u32),
}

/// What the word makes with the number before it, and where that stands.
fn joined(
    window: &[Token<'_>],
    spelled: Option<Spelled>,
    slot: Slot,
    value: u32,
) -> Option<(usize, Joined)> {
    let number = spelled?;
    let last = window.len().checked_sub(1)?;
    let token = window.get(last)?;
    // "and" only after a hundred or more: "two and three" are two numbers; in French also in
    // "vingt et un", "soixante et onze".
    let and =
        number.last == Last::Scale || value == 1 || value == 11 && number.part % 100 == 60;
    let between = token.is(Slot::Dash) || token.is(Slot::NumberAnd) && and;
    let at = if matches!(token.kind, Kind::Number(_)) {
        last
    } else if between {
        last.checked_sub(1)?
    } else {
        return None;
    };
    if slot == Slot::Ordinal {
        let tens = number.last != Last::Digit && value < 10;
        return tens.then(|| (at, Joined::Ordinal(number.value() + value)));
    }
    number.and(slot, value).map(|more| (at, Joined::Number(more)))
}

fn set(token: &mut Token<'_>, number: Number) {
    token.kind = Kind::Number(number);
    token.slots = token.slots.or(number.slots());
}

/// Which kind of number word it is, and how much it stands for.
fn numeral(token: &Token<'_>) -> Option<(Slot, u32)> {
    [Slot::Digit, Slot::Score, Slot::Tens, Slot::Scale, Slot::Ordinal].into_iter().find_map(
        |slot| {
            let value =
                token.senses.iter().find(|sense| sense.symbol == Symbol::Slot(slot))?.value;
            Some((slot, u32::try_from(value).ok()?))
        },
    )
}
