//! The program, run as a whole.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

use crate::corpus::shared;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");

fn dateline(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(arguments).output().unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = dateline(arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn lines(arguments: &[&str]) -> Vec<Value> {
    let output = dateline(arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

#[test]
fn equal_input_gives_equal_bytes_in_any_number_of_threads() {
    let one = dateline(&["extract", SAMPLE, "--jobs", "1"]);
    let many = dateline(&["extract", SAMPLE, "--jobs", "8"]);
    assert!(one.status.success() && !one.stdout.is_empty(), "{one:?}");
    assert_eq!(one.stdout, many.stdout);
}

#[test]
fn the_counts_add_up() {
    let out = json(&["extract", SAMPLE]);
    let counts = &out["counts"];
    let number = |key: &str| counts[key].as_u64().unwrap();
    let aside: u64 =
        counts["set_aside"].as_object().unwrap().values().map(|it| it.as_u64().unwrap()).sum();
    assert!(number("expressions") > 20, "{counts}");
    assert_eq!(number("expressions"), number("anchored") + number("waiting") + aside);
    assert_eq!(number("waiting"), list(&out, "waiting").len() as u64);
    assert_eq!(number("events"), list(&out, "events").len() as u64);
    assert_eq!(number("documents"), list(&out, "documents").len() as u64);
    assert_eq!(number("problems"), list(&out, "problems").len() as u64);
}

#[test]
fn offsets_are_code_points_of_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Café naïve\nThe “café” — opened in 2011.";
    fs::write(folder.path().join("é.txt"), text).unwrap();
    let out = json(&["extract", folder.path().to_str().unwrap()]);
    let mention = &out["events"][0]["mentions"][0];
    let cut = |from: &str, to: &str| {
        let at = |key: &str| usize::try_from(mention[key].as_u64().unwrap()).unwrap();
        text.chars().skip(at(from)).take(at(to) - at(from)).collect::<String>()
    };
    assert_eq!(cut("start", "end"), mention["quote"].as_str().unwrap());
    assert_eq!(cut("expression_start", "expression_end"), mention["expression"]);
}

#[test]
fn figures_stand_beside_what_they_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let text = "At least 14 people were killed in the flood of 4 May 2014, which cost £1.2m to \
                £2m.\n\nThe school opened in 2012.";
    fs::write(folder.path().join("flood.txt"), text).unwrap();
    let out = json(&["extract", folder.path().to_str().unwrap()]);
    let mention = |at: &str| {
        let mentions = list(&out, "events").iter().flat_map(|it| list(it, "mentions"));
        mentions.into_iter().find(|it| it["expression"] == at).unwrap().clone()
    };
    let figures = mention("4 May 2014")["figures"].clone();
    let expected = serde_json::json!([{
        "words": "At least 14", "start": 0, "end": 11, "kind": "dead", "value": "14",
        "bound": "at least", "of": "people", "scope": "whole", "running": false,
    }]);
    assert_eq!(figures, expected);
    assert!(mention("2012").get("figures").is_none(), "nothing is counted there");
}

#[test]
fn who_says_a_thing_stands_beside_it_by_the_fullest_name() {
    let folder = tempfile::tempdir().unwrap();
    let text = "The mayor, Ann Okafor, met the board. Ms Okafor told the Gazette that the bridge \
                had closed in May 2014. It opened in 2011, police said. The Hallow Bay \
                council’s Office said it was mended in 2012.";
    fs::write(folder.path().join("bridge.txt"), text).unwrap();
    let out = json(&["extract", folder.path().to_str().unwrap()]);
    let mentions = list(&out, "events").iter().flat_map(|it| list(it, "mentions"));
    let by: Vec<Value> = mentions.map(|it| it["reported_by"].clone()).collect();
    let start = text.find("Ms Okafor").unwrap();
    let police = text.find("police").unwrap();
    let office = text.find("The Hallow").unwrap();
    let end = text.find(" said it").unwrap();
    let expected = serde_json::json!([
        { "words": "police", "start": police, "end": police + 6 },
        { "words": "The Hallow Bay council’s Office", "start": office, "end": end - 2 },
        { "words": "Ms Okafor", "start": start, "end": start + 9, "name": "Ann Okafor" },
    ]);
    assert_eq!(Value::Array(by), expected);
}

#[test]
fn the_schema_names_every_key_that_is_written() {
    let schema = json(&["extract", "--schema"]);
    let out = json(&["extract", SAMPLE]);
    let known = |name: &str, value: &Value| {
        let properties = match name {
            "" => &schema["properties"],
            name => &schema["$defs"][name]["properties"],
        };
        for key in value.as_object().unwrap().keys() {
            assert!(properties.get(key).is_some(), "{name}: {key} is not in the schema");
        }
    };
    known("", &out);
    known("DocumentOut", &out["documents"][0]);
    known("EventOut", &out["events"][0]);
    known("MentionOut", &out["events"][0]["mentions"][0]);
    known("CountsOut", &out["counts"]);
}

#[test]
fn keys_stand_in_the_order_in_which_they_are_documented() {
    let out = json(&["extract", SAMPLE]);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        keys(&out).join(" "),
        "dateline schema documents events conflicts waiting problems counts"
    );
    assert_eq!(keys(&out["documents"][0]).join(" "), "id name title source copy_of date");
    assert_eq!(
        keys(&out["events"][0]).join(" "),
        "id title when status certainty importance important_because comment \
         mentions joined_because suggested conflicts"
    );
}

#[test]
fn every_event_says_how_much_it_weighs_and_why() {
    let out = json(&["extract", SAMPLE]);
    let events = out["events"].as_array().unwrap();
    assert!(!events.is_empty(), "the sample tells of something");
    for event in events {
        let weight = event["importance"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&weight), "{event}");
        let because = event["important_because"].as_array().unwrap();
        assert!(weight < 0.2 || !because.is_empty(), "{event}");
    }
}

#[test]
fn a_table_has_a_row_per_mention() {
    let output = dateline(&["extract", SAMPLE, "--format", "csv"]);
    let rows = csv::Reader::from_reader(output.stdout.as_slice()).into_records().count();
    let mentions = json(&["extract", SAMPLE])["counts"]["mentions"].as_u64().unwrap();
    assert_eq!(rows as u64, mentions);
}

#[test]
fn an_output_file_is_written_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/out.json");
    let output = dateline(&["extract", SAMPLE, "-o", path.to_str().unwrap()]);
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
    assert_eq!(fs::read(&path).unwrap(), dateline(&["extract", SAMPLE]).stdout);
    assert_eq!(
        fs::read_dir(path.parent().unwrap()).unwrap().count(),
        1,
        "nothing half is left"
    );
}

#[test]
fn exit_status_tells_what_happened() {
    let code = |arguments: &[&str]| dateline(arguments).status.code();
    assert_eq!(code(&["extract", "/no/such/folder"]), Some(1));
    assert_eq!(code(&["extract"]), Some(2));
    assert_eq!(code(&["extract", SAMPLE, "--format", "papyrus"]), Some(2));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), [0, 159, 146, 150, 0, 0]).unwrap();
    let output = dateline(&["extract", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "what could not be read is data");
    assert!(String::from_utf8_lossy(&output.stderr).contains("a.txt"), "and is told");
}

#[test]
fn timings_are_told_on_request_alone() {
    assert!(dateline(&["extract", SAMPLE]).stderr.is_empty(), "nothing is said unasked");
    let told = dateline(&["extract", SAMPLE, "--timings"]).stderr;
    assert!(String::from_utf8_lossy(&told).contains("in all: "), "{told:?}");
}

#[test]
fn read_leaves_out_furniture_and_keeps_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jsonl");
    let record = r#"{"id":"n1","title":"T","date":"2017-04-07","source":"Gazette","text":"A hall.\n\nMost Read\n- 1 Fire in 2012\n- 2 Flood"}"#;
    fs::write(&path, record).unwrap();
    let all = lines(&["read", path.to_str().unwrap()]);
    let [line] = all.as_slice() else { panic!("one article: {all:?}") };
    assert_eq!((&line["name"], &line["published"]), (&"n1".into(), &"2017-04-07".into()));
    let text = line["text"].as_str().unwrap();
    assert!(text.contains("A hall.") && !text.contains("Fire"), "{text:?}");
}

#[test]
fn tag_counts_from_the_record_or_the_option() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jsonl");
    let records = "{\"doc\":\"one\",\"dct\":\"2017-09-14\",\"text\":\"It came yesterday.\"}\n\
                   {\"doc\":\"two\",\"text\":\"It came yesterday.\"}\n";
    fs::write(&path, records).unwrap();
    let values = |arguments: &[&str]| -> Vec<String> {
        let value = |line: Value| line["value"].as_str().unwrap().to_owned();
        lines(arguments).into_iter().map(value).collect()
    };
    let path = path.to_str().unwrap();
    assert_eq!(values(&["tag", path]), ["2017-09-13", "XXXX-XX-XX"]);
    assert_eq!(values(&["tag", path, "--dct", "2018-01-01"]), ["2017-09-13", "2017-12-31"]);
}

#[test]
fn tag_knows_the_dates_that_extract_knows() {
    let folder = tempfile::tempdir().unwrap();
    let value = |name: &str, said: &str, more: &[&str]| {
        let path = folder.path().join(name);
        fs::write(&path, said).unwrap();
        let all = lines(&[&["tag", path.to_str().unwrap()], more].concat());
        all.last().unwrap()["value"].as_str().unwrap().to_owned()
    };
    let record =
        |date: &str| format!("{{\"date\":\"{date}\",\"text\":\"It came yesterday.\"}}");
    let dct = ["--dct", "2018-01-01"];
    assert_eq!(value("a.jsonl", &record("14 September 2017"), &dct), "2017-09-13");
    assert_eq!(value("b.jsonl", &record("soon"), &dct), "2017-12-31");
    let line = "Bridge\nPublished: 14 September 2017\n\nIt came yesterday.";
    assert_eq!(value("c.txt", line, &[]), "2017-09-13");
    assert_eq!(value("c.txt", line, &dct), "2017-12-31", "no record says otherwise");
    let unclear = dateline(&["tag", folder.path().join("b.jsonl").to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&unclear.stderr).contains("not a date: “soon”"));
}

#[test]
fn what_is_in_a_language_that_is_not_read_is_shown_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let words = "Burmistrz powiedział, że sala była zamknięta i że nie zostanie ponownie \
                 otwarta w najbliższych miesiącach. Rada zatwierdziła pieniądze 4.5.2014.";
    write("a.txt", words);
    write("b.txt", &format!("Sala zamknięta\n\n{words}"));
    write(
        "c.txt",
        "The hall closed in May 2014, and the council said it would not open again.",
    );
    let out = json(&["extract", folder.path().to_str().unwrap()]);
    assert_eq!(list(&out, "documents").len(), 3, "none goes missing");
    assert_eq!(out["counts"]["expressions"], 1, "and nothing is guessed at");
    let [problem] = list(&out, "problems") else { panic!("told once: {out}") };
    assert_eq!(problem["what"], "not read for dates: Polish, 2");
    assert!(problem["why"].as_str().unwrap().contains("a.txt, b.txt"), "{problem}");
}

#[test]
fn a_text_is_dated_by_every_place_that_it_lies_in() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.txt", "Mill burns\nIt burnt yesterday.");
    write(
        "b.jsonl",
        r#"{"id":"b","date":"2014-05-04","text":"Mill burns\nIt burnt yesterday."}"#,
    );
    write("2014-07-01 c.txt", "Mill burns\nIt burnt yesterday.");
    let out = json(&["extract", folder.path().to_str().unwrap()]);
    let [document] = list(&out, "documents") else { panic!("one text: {out}") };
    assert_eq!(document["date"]["edtf"], "2014-05-04");
    assert!(document["date"].to_string().contains("1 July 2014"), "{document}");
    assert_eq!(list(&out, "events").first().unwrap()["when"]["edtf"], "2014-05-03");
}

#[test]
fn the_real_articles_tell_what_a_careful_reader_finds() {
    let (Some(folder), Some(expected)) =
        (shared("corpora/tower-hamlets"), shared("corpora/tower-hamlets.expected.json"))
    else {
        return;
    };
    holds(&folder, &expected);
}

#[test]
fn the_sample_dates_itself_and_tells_where_its_papers_differ() {
    let expected = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/expected.json");
    holds(Path::new(SAMPLE), Path::new(expected));
}

/// Every event that `expected` says needs no working out is there, with that extent and that
/// quote, and every article's date and every conflict that it tells; what it says must never be
/// there is not.
fn holds(folder: &Path, expected: &Path) {
    let out = json(&["extract", folder.to_str().unwrap()]);
    let expected: Value = serde_json::from_slice(&fs::read(expected).unwrap()).unwrap();
    let name = |mention: &Value| {
        let document =
            list(&out, "documents").iter().find(|it| it["id"] == mention["document"]);
        document.unwrap()["name"].as_str().unwrap().to_owned()
    };
    let quotes = |event: &Value, file: &str, says: &str| {
        list(event, "mentions").iter().any(|mention| {
            name(mention).starts_with(file) && mention["quote"].as_str().unwrap().contains(says)
        })
    };
    let written = |it: &&Value| it["needs"] == "written" || it["basis"].is_string();
    let wanted = list(&expected, "events").iter().filter(written);
    for (event, pair) in
        wanted.flat_map(|it| list(it, "says").iter().map(move |pair| (it, pair)))
    {
        let (file, says) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
        let found = list(&out, "events").iter().any(|it| {
            let extent = [&it["when"]["earliest"], &it["when"]["latest"]];
            let (low, high) = (&event["when"][0], &event["when"][1]);
            // Where sources differ, each event lies within what they say together.
            let within =
                extent[0].as_str() >= low.as_str() && extent[1].as_str() <= high.as_str();
            let exactly = event["basis"].is_string() || event["exactly"] == true;
            quotes(it, file, says) && if exactly { extent == [low, high] } else { within }
        });
        assert!(found, "{}: no event quotes {file} “{says}” with that date", event["id"]);
    }
    for wanted in list(&expected, "documents") {
        let file = wanted["file"].as_str().unwrap();
        let of_file = |it: &&Value| it["name"].as_str().unwrap().starts_with(file);
        let date = &list(&out, "documents").iter().find(of_file).unwrap()["date"];
        let (earliest, latest) = (date["earliest"].as_str(), date["latest"].as_str());
        assert!(
            earliest >= wanted["earliest"].as_str() && earliest.is_some(),
            "{file}: {date}"
        );
        assert!(latest <= wanted["latest"].as_str(), "{file}: {date}");
    }
    for wanted in list(&expected, "conflicts") {
        let says = |conflict: &Value, pair: &Value| {
            let (file, says) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
            list(conflict, "claims").iter().any(|it| {
                name(it).starts_with(file) && it["quote"].as_str().unwrap().contains(says)
            })
        };
        let found = list(&out, "conflicts").iter().any(|it| {
            let alike = ["kind", "strength"].iter().all(|key| it[key] == wanted[key]);
            alike && list(wanted, "says").iter().all(|pair| says(it, pair))
        });
        assert!(found, "no conflict of {wanted}");
    }
    for pair in list(&expected, "never") {
        let (file, says) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
        let event = list(&out, "events").iter().find(|it| quotes(it, file, says));
        assert!(event.is_none(), "{file} “{says}” became an event");
    }
}

#[test]
fn each_text_is_read_in_its_own_language_or_in_the_one_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    let file = path.to_str().unwrap();
    let values = |arguments: &[&str]| -> Vec<String> {
        let lines = lines(&[&["tag", file, "--dct", "2024-03-14"], arguments].concat());
        lines.iter().map(|it| it["value"].as_str().unwrap().to_owned()).collect()
    };
    fs::write(&path, "Le musée a fermé le 4 mars.").unwrap();
    assert!(values(&[]).is_empty(), "so few words do not tell");
    assert_eq!(values(&["--language", "fr"]), ["2024-03-04"]);
    let text = "Le musée a fermé le 4 mars. Les travaux sont prévus pour la fin du mois, mais le \
        maire est dans le doute et les riverains sont avec lui.";
    fs::write(&path, text).unwrap();
    assert_eq!(values(&[]), ["2024-03-04", "2024-03"]);
    let out = json(&["extract", file, "--language", "en"]);
    assert_eq!(out["counts"]["expressions"], 0, "{out}");
    let unknown = dateline(&["tag", file, "--language", "xx"]);
    assert_eq!(unknown.status.code(), Some(2), "wrong usage");
    let told = String::from_utf8(unknown.stderr).unwrap();
    assert!(told.contains("Dateline knows these: en, fr"), "{told}");
}
