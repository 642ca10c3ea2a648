//! Text of any length with the words and the dates of news, always the same.

use std::fs;

use super::dice::Dice;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");

/// A few words each, as they stand in the sample's articles, so that dates stay whole.
pub(crate) fn pieces() -> Vec<String> {
    let mut paths: Vec<_> =
        fs::read_dir(SAMPLE).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().filter(|path| path.extension().is_some_and(|it| it == "txt"));
    let words: Vec<String> = texts
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap();
            text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    words.windows(7).map(|piece| piece.join(" ")).collect()
}

/// So many bytes, others for each seed, that have the words and the dates of news, if not their sense.
pub(crate) fn news(pieces: &[String], seed: usize, bytes: usize, between: &str) -> String {
    let mut dice = Dice::new(seed as u64);
    let mut text = String::with_capacity(bytes + 200);
    while text.len() < bytes {
        let piece = dice.below(pieces.len() as u64);
        text.push_str(&pieces[usize::try_from(piece).unwrap()]);
        text.push_str(match dice.below(12) {
            0 => between,
            1..=3 => ". ",
            _ => " ",
        });
    }
    text
}
