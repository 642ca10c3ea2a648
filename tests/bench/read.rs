//! What opening a folder costs as the window does it: until the first articles are there, until
//! all are, and by how much this process has grown.
#![expect(
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fall over"
)]

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use dateline::{jobs::Session, read::have_pages_read_by};
use serde_json::json;

#[path = "../dice.rs"]
mod dice;
mod news;
use news::{news, pieces};

const TEXT_BYTES: usize = 2_000;
const PAGE_TEXT_BYTES: usize = 5_000;
/// A saved page of a newspaper is mostly not its article.
const LINKS: usize = 400;

fn main() {
    have_pages_read_by(Path::new(env!("CARGO_BIN_EXE_dateline")));
    let pieces = pieces();
    for count in [1_000, 10_000, 100_000] {
        let folder = tempfile::tempdir().unwrap();
        let text = |number: usize| news(&pieces, number, TEXT_BYTES + number % 997, "\n\n");
        let record = |number| format!("{}\n", json!({ "id": number, "text": text(number) }));
        let rows = |number| format!("{number}\t\"{}\"\n", text(number).replace('"', "”"));
        let file =
            |name: &str, words: String| fs::write(folder.path().join(name), words).unwrap();
        // A larger file is to be split.
        for (part, numbers) in numbers(count).chunks(40_000).enumerate() {
            file(&format!("{part}.jsonl"), numbers.iter().copied().map(record).collect());
        }
        measure("records", folder.path(), count);
        fs::remove_dir_all(folder.path()).unwrap();
        fs::create_dir(folder.path()).unwrap();
        let head = "id\ttext\n".to_owned();
        for (part, numbers) in numbers(count).chunks(40_000).enumerate() {
            let all: String = numbers.iter().copied().map(rows).collect();
            file(&format!("{part}.tsv"), format!("{head}{all}"));
        }
        measure("tables", folder.path(), count);
        fs::remove_dir_all(folder.path()).unwrap();
        fs::create_dir(folder.path()).unwrap();
        for number in numbers(count) {
            file(&format!("{number}.txt"), text(number));
        }
        measure("texts", folder.path(), count);
    }
    let folder = tempfile::tempdir().unwrap();
    for number in 0..1_000 {
        let page = page(&news(&pieces, number, PAGE_TEXT_BYTES + number % 997, "\n\n"), number);
        fs::write(folder.path().join(format!("{number}.html")), page).unwrap();
    }
    measure("pages", folder.path(), 1_000);
}

fn numbers(count: usize) -> Vec<usize> {
    (0..count).collect()
}

fn page(text: &str, number: usize) -> String {
    let mut page = format!(
        "<!doctype html><html lang=en><head><title>Report {number}</title>\
         <meta property=article:published_time content=2017-04-07></head><body><nav><ul>"
    );
    for link in 0..LINKS {
        write!(page, "<li class=\"item n{link}\"><a href=\"/{link}\">Section {link}</a></li>")
            .unwrap();
    }
    write!(page, "</ul></nav><article><h1>Report {number}</h1>").unwrap();
    text.split("\n\n").for_each(|it| write!(page, "<p>{it}</p>").unwrap());
    page + "</article><footer>All rights reserved</footer></body></html>"
}

fn measure(name: &str, folder: &Path, articles: usize) {
    let bytes: u64 =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().metadata().unwrap().len()).sum();
    let data = tempfile::tempdir().unwrap();
    let before_mb = memory_mb();
    let clock = Instant::now();
    let session = Session::open(folder, data.path());
    let mut first = None;
    while !session.progress().finished {
        if first.is_none() && !session.snapshot().articles.is_empty() {
            first = Some(clock.elapsed());
        }
        thread::sleep(Duration::from_millis(1));
    }
    let whole = clock.elapsed();
    let found = session.snapshot().articles.len();
    assert_eq!(found, articles, "{name}: every article is there");
    println!(
        "read input={name} articles={articles} first_ms={:.0} all_ms={:.0} mb_per_s={:.1} \
         articles_per_s={:.0} memory_mb={:.0}",
        first.unwrap_or(whole).as_secs_f64() * 1e3,
        whole.as_secs_f64() * 1e3,
        bytes as f64 / 1e6 / whole.as_secs_f64(),
        articles as f64 / whole.as_secs_f64(),
        memory_mb() - before_mb
    );
}

/// The memory that this process holds, if the system tells.
fn memory_mb() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
