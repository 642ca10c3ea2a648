//! What `dateline tag` costs as a whole process: CPU time, peak memory, and the start.
//!
//! Where the system does not tell a process's CPU time it is the time on the clock.
#![expect(
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fall over"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

#[path = "../dice.rs"]
mod dice;
mod news;
use news::{news, pieces};

const TIMEBANK: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/bench/timex/timebank.jsonl");
const MEGABYTE: usize = 1_000_000;
const BYTES: usize = 50 * MEGABYTE;
const RUNS: usize = 3;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    measure("start", &written(&file("start.txt"), "."), 20);
    let pieces = pieces();
    for size in [1_000, 10_000, 100_000, MEGABYTE, 10 * MEGABYTE, 100 * MEGABYTE] {
        let runs = if size < MEGABYTE { 20 } else { RUNS };
        measure("text", &written(&file("text.txt"), &news(&pieces, size, size, "\n\n")), runs);
    }
    measure("line", &written(&file("line.txt"), &news(&pieces, BYTES, BYTES, " ")), RUNS);
    let lines = records(&pieces, &[1_000, 10_000, 100_000, MEGABYTE]);
    measure("records", &written(&file("records.jsonl"), &lines), RUNS);
    let scraps = [
        ("months", "May "),
        ("dates", "3 May 2014 "),
        ("digits", "1234567890"),
        ("years", "1998 "),
        ("letters", "may"),
        ("apostrophes", "o'"),
        ("ends", "the end of "),
        ("quarters", "a year earlier in the third quarter of 1998 "),
    ];
    for (name, scrap) in scraps {
        for bytes in [BYTES / 10, BYTES] {
            let text = scrap.repeat(bytes / scrap.len());
            measure(name, &written(&file("scraps.txt"), &text), 1);
        }
    }
    if let Ok(timebank) = fs::read_to_string(TIMEBANK) {
        measure("timebank", &written(&file("bank.jsonl"), &repeated(&timebank)), RUNS);
    }
}

fn written(path: &Path, text: &str) -> PathBuf {
    fs::write(path, text).unwrap();
    path.to_owned()
}

/// Runs the program so many times and prints what the median run cost.
fn measure(name: &str, file: &Path, runs: usize) {
    let bytes = fs::metadata(file).unwrap().len();
    let mut runs: Vec<_> = (0..runs).map(|_| run(file)).collect();
    runs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (seconds, peak_mb) = runs[runs.len() / 2];
    let mb_per_s = bytes as f64 / MEGABYTE as f64 / seconds;
    println!(
        "tag input={name} bytes={bytes} cpu_ms={:.1} mb_per_s={mb_per_s:.1} peak_mb={peak_mb:.1}",
        seconds * 1e3
    );
}

/// How many seconds one run took, and the memory that it held at most.
fn run(file: &Path) -> (f64, f64) {
    let before = cpu_of_children();
    let clock = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("tag")
        .arg(file)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak_mb = 0.0_f64;
    let status = loop {
        peak_mb = peak_mb.max(peak_of(program.id()));
        if let Some(status) = program.try_wait().unwrap() {
            break status;
        }
        thread::sleep(Duration::from_millis(1));
    };
    let wall = clock.elapsed().as_secs_f64();
    assert!(status.success(), "{}: {status}", file.display());
    let cpu = cpu_of_children().zip(before).map(|(after, before)| after - before);
    // The system counts in hundredths of a second.
    (cpu.filter(|seconds| *seconds > 0.2).unwrap_or(wall), peak_mb)
}

/// The CPU seconds of all children that have ended, if the system tells.
fn cpu_of_children() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let hundredths = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((hundredths(13)? + hundredths(14)?) / 100.0)
}

fn peak_of(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}

fn records(pieces: &[String], sizes: &[usize]) -> String {
    let mut lines = String::with_capacity(BYTES + 2 * MEGABYTE);
    for (number, size) in sizes.iter().cycle().enumerate() {
        if lines.len() >= BYTES {
            break;
        }
        let text = news(pieces, size + number, size + number, "\n\n");
        let record = json!({ "id": number, "date": "2017-04-07", "text": text });
        lines.push_str(&record.to_string());
        lines.push('\n');
    }
    lines
}

/// The records of a set, without what is known of them, over and over.
fn repeated(set: &str) -> String {
    let bare = |line: &str| -> String {
        let record: Value = serde_json::from_str(line).unwrap();
        format!("{}\n", json!({ "dct": record["dct"], "text": record["text"] }))
    };
    let once: String = set.lines().map(bare).collect();
    once.repeat(BYTES.div_ceil(once.len()))
}
