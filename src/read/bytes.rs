//! From bytes to text, whatever the encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much is looked at to tell UTF-16 by its zero bytes.
const SAMPLE_BYTES: usize = 4096;
/// Text holds fewer control and damaged characters than one in this many.
const FEW: usize = 50;
/// … and so many may stand in the shortest.
const ALWAYS_FORGIVEN: usize = 2;

/// A text with `\n` for every line break, and no byte order mark.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) text: String,
    /// Characters that could not be decoded.
    pub(super) gaps: usize,
}

/// The text in `bytes`, if they are text.
pub(super) fn text_from_bytes(bytes: &[u8]) -> Option<Read> {
    let (text, damaged) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default())
        }
        None => encoding_of(bytes)?.decode_without_bom_handling(bytes),
    };
    let odd = text.chars().filter(|c| is_odd(*c)).count();
    let too_many = || odd > ALWAYS_FORGIVEN + text.chars().count() / FEW;
    if text.contains('\0') || odd > ALWAYS_FORGIVEN && too_many() {
        return None;
    }
    // A text may also quote the sign for a damaged character.
    let all = || text.chars().filter(|c| *c == '\u{FFFD}').count();
    let gaps = if damaged { all() } else { 0 };
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into_owned()
    };
    Some(Read { text, gaps })
}

/// The encoding that nothing names; `None` for what is not text.
fn encoding_of(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.contains(&0) {
        return utf_16(bytes);
    }
    if is_nearly_utf_8(bytes) {
        return Some(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Some(detector.guess(None, Utf8Detection::Deny))
}

/// A download that was cut off, or holds one bad byte, is still UTF-8.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad * 5 <= good
}

/// In UTF-16 nearly every second byte of Western text is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (mut first, mut second, mut pairs) = (0, 0, 0);
    for pair in bytes.chunks_exact(2).take(SAMPLE_BYTES / 2) {
        first += usize::from(pair.first() == Some(&0));
        second += usize::from(pair.last() == Some(&0));
        pairs += 1;
    }
    let (many, few) = (pairs * 2 / 5, pairs / 20);
    if second > many && first <= few {
        Some(UTF_16LE)
    } else if first > many && second <= few {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn is_odd(c: char) -> bool {
    c == '\u{FFFD}' || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
}
