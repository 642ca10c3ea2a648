//! How long an edit takes to settle in the background once all articles are there, and how
//! much memory they need: articles of 4 KB, a tenth of them undated.
#![expect(
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fall over"
)]

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use chrono::{Days, NaiveDate};
use dateline::{curate::Edit, jobs::Session, project::Timeline, time::When};
use serde_json::json;

#[path = "../dice.rs"]
mod dice;
mod news;
use news::{news, pieces};

const TEXT_BYTES: usize = 4_000;
/// A larger file is to be split.
const IN_A_FILE: usize = 25_000;

fn main() {
    let pieces = pieces();
    for count in [1_000, 10_000, 100_000] {
        let folder = tempfile::tempdir().unwrap();
        let record = |number: usize| {
            let text = news(&pieces, number, TEXT_BYTES, "\n\n");
            let date = (!number.is_multiple_of(10)).then(|| day(number));
            format!("{}\n", json!({ "id": number, "date": date, "text": text }))
        };
        let numbers: Vec<usize> = (0..count).collect();
        let mut bytes = 0;
        for (part, numbers) in numbers.chunks(IN_A_FILE).enumerate() {
            let records: String = numbers.iter().copied().map(record).collect();
            bytes += records.len();
            fs::write(folder.path().join(format!("{part}.jsonl")), records).unwrap();
        }
        let data = tempfile::tempdir().unwrap();
        let clock = Instant::now();
        let mut session = Session::open(folder.path(), data.path());
        while !session.progress().finished {
            thread::sleep(Duration::from_millis(1));
        }
        let seconds = clock.elapsed().as_secs_f64();
        println!(
            "open articles={count} all_ms={:.0} mb_per_s={:.1} peak_mb={:.0}",
            seconds * 1e3,
            bytes as f64 / 1e6 / seconds,
            peak_mb()
        );
        for (name, edit) in edits(&session.snapshot()) {
            let clock = Instant::now();
            session.edit(edit).unwrap();
            while session.is_behind() {
                thread::sleep(Duration::from_millis(1));
            }
            println!(
                "edit kind={name} articles={count} ms={:.0}",
                clock.elapsed().as_secs_f64() * 1e3
            );
        }
    }
}

/// One edit of each kind that changes what follows from what was read.
fn edits(timeline: &Timeline) -> Vec<(&'static str, Edit)> {
    let said = |at: usize| timeline.said(timeline.events[at].lead.said.origin).unwrap();
    let (one, other) = (said(0), said(timeline.events.len() / 2));
    let day = When::Day("2017-04-07".parse().unwrap());
    let undated = timeline.articles.iter().find(|(_, date)| date.best().is_none()).unwrap();
    vec![
        ("join", Edit::join(one, other)),
        ("part", Edit::part(one, other)),
        ("doubt", Edit::doubt(one)),
        ("trust", Edit::trust(one)),
        ("date", Edit::date_document(&undated.0.document, day)),
    ]
}

/// The day of an article: they come out over four years.
fn day(number: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2014, 1, 1).unwrap();
    first + Days::new(u64::try_from(number).unwrap() * 7 % 1461)
}

/// The most memory that this process has held, if the system tells.
fn peak_mb() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
