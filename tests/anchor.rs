//! What was said, how it is told, and when it was.

use std::{fmt::Write as _, sync::Arc};

use dateline::{
    anchor::{self, EventWords, FigureWords},
    model::{
        Basis, Clue, DocumentDate, DocumentId, LANGUAGES, Mention, Order, OrderClue, Reason,
        SetAside, Skeleton, Status, Why,
    },
    tag::Language,
    text::{self, Span},
    time::DayOrder,
};

/// The sentence's one saying about `at`, or why there is none.
fn said(says: &str, at: &str) -> Result<Skeleton, SetAside> {
    said_in(Language::english(), says, at)
}

fn said_in(language: &Language, says: &str, at: &str) -> Result<Skeleton, SetAside> {
    let (said, asides) = skeletons_in(language, says);
    let start = says.find(at).unwrap();
    let span = Span::of(says, start..start + at.len()).unwrap();
    if let Some(aside) = asides.iter().find(|aside| aside.origin.span.overlaps(span)) {
        return Err(aside.why);
    }
    let found = said.into_iter().find(|said| said.origin.span.overlaps(span));
    Ok(found.unwrap_or_else(|| panic!("nothing dated by {at:?} in {says:?}")))
}

fn skeletons_in(
    language: &Language,
    text: &str,
) -> (Vec<Skeleton>, Vec<dateline::model::Aside>) {
    let sentences = text::sentences(text);
    let expressions = language.tag(text).expressions;
    let told = (EventWords::of(language.code()), FigureWords::of(language.code()));
    let id = DocumentId::of(text);
    let all = anchor::anchored(id, "", text, &sentences, &expressions, told);
    (all.said, all.asides)
}

fn dated(text: &str, date: Option<&str>) -> (Vec<Mention>, Vec<dateline::model::Waiting>) {
    let date = date.map_or(DocumentDate::Unknown, |date| {
        DocumentDate::Known(date.parse().unwrap(), Clue::Reader)
    });
    let (said, asides) = skeletons_in(Language::english(), text);
    let tagged = Language::english().tag(text);
    let said: Vec<Arc<Skeleton>> = said.into_iter().map(Arc::new).collect();
    anchor::date(&said, &tagged.expressions, &asides, &date, tagged.order.order(None))
}

fn edtf(text: &str, date: Option<&str>) -> Vec<String> {
    dated(text, date).0.iter().map(|it| it.value.edtf().unwrap()).collect()
}

#[test]
fn the_words_about_events_can_be_read() {
    for files in LANGUAGES {
        let told = EventWords::parse(files.events).unwrap();
        assert!(told.examples().len() > 10, "{}: it has examples", files.code);
    }
}

#[test]
fn every_example_is_told_as_its_file_says() {
    for language in Language::all() {
        for example in EventWords::of(language.code()).examples() {
            let said = said_in(language, &example.says, &example.at);
            let came_out = match (said, example.status) {
                (Err(why), None) => why == SetAside::Reporting,
                (Ok(said), Some(status)) => said.status == status,
                (Ok(_), None) | (Err(_), Some(_)) => false,
            };
            assert_eq!(came_out, example.holds, "{example:?}");
        }
    }
}

#[test]
fn every_example_is_told_by_whom_its_file_says() {
    let mut wrong = String::new();
    for language in Language::all() {
        for example in EventWords::of(language.code()).reporters() {
            let says = &example.says;
            let said = said_in(language, says, &example.at).unwrap();
            let by = said.reporter.map_or("", |it| it.words.slice(says));
            if by != example.by {
                writeln!(wrong, "{says} {by:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_saying_has_its_own_date_and_the_thing_said_another_or_none() {
    let says = "The council said on Monday that the bridge would close in May.";
    assert_eq!(said(says, "Monday"), Err(SetAside::Reporting));
    let bridge = said(says, "May").unwrap();
    assert_eq!(bridge.status, Status::Planned);
    assert_eq!(bridge.reporter.unwrap().words.slice(says), "The council");
    for (says, at) in [
        ("He had been told on 9 January 2008 that the mill was for sale.", "9 January 2008"),
        ("She was told in May 2014 that the bridge was safe.", "May 2014"),
        ("The chair told members on Friday that the fund was empty.", "Friday"),
    ] {
        assert_eq!(said(says, at), Err(SetAside::Reporting), "{says}");
    }
    let heard = "He had been told on 9 January 2008 that the mill was sold in 1998.";
    assert_eq!(said(heard, "1998").unwrap().reporter, None, "who told him is not said");
}

#[test]
fn lengths_repetitions_and_vague_words_date_nothing() {
    for (says, at, why) in [
        ("The strike lasted three weeks.", "three weeks", SetAside::Duration),
        ("It meets every Monday.", "every Monday", SetAside::Repeated),
        ("The roof was mended recently.", "recently", SetAside::Vague),
    ] {
        assert_eq!(said(says, at), Err(why), "{says}");
    }
}

#[test]
fn a_line_is_cut_from_the_sentence_around_its_date() {
    let title = |says: &str, at: &str| said(says, at).unwrap().title.of(says);
    assert_eq!(title("The hall opened in 2011.", "2011"), "The hall opened in 2011");
    let long = "Much of the anger was aimed by residents at the trust that had run the baths for \
                decades, after the sudden closing of the children’s pool in 2012.";
    let line = title(long, "2012");
    assert!(line.starts_with('…') && line.ends_with("in 2012"), "{line}");
    assert!(line.len() <= 105, "{line}");
}

#[test]
fn a_line_says_more_than_its_date_and_leaves_the_town_out() {
    let title = |says: &str, at: &str| said(says, at).unwrap().title.of(says);
    let long = "In August 2013, the harbour police were called to the pier after men who were \
                mending its roof had seen a boat without lights that drifted out to sea.";
    let line = title(long, "August 2013");
    assert_eq!(line, "In August 2013, the harbour police were called to the pier…");
    let source = "A ferry sank off the pier on 4 May 2014, the harbour police said.";
    assert_eq!(title(source, "4 May 2014"), "A ferry sank off the pier on 4 May 2014…");
    let noun = "The pilot of the ferry, who has not been named, is held in connection with the 4 May \
                sinking that cost the lives of two.";
    let line = title(noun, "4 May");
    assert!(line.ends_with("the 4 May sinking…"), "{line}");
    let sent = "HALLOW BAY, Kent (HN) — A ferry sank on 4 May 2014.";
    assert_eq!(title(sent, "4 May 2014"), "A ferry sank on 4 May 2014");
}

#[test]
fn relative_dates_wait_until_the_document_has_one() {
    let text = "The order was issued yesterday. It follows April’s report.";
    let (mentions, waiting) = dated(text, None);
    assert!(mentions.is_empty(), "{mentions:?}");
    let why: Vec<Why> = waiting.iter().map(|it| it.why).collect();
    assert_eq!(why, [Why::NoDocumentDate, Why::NoDocumentDate]);
    assert_eq!(edtf(text, Some("2017-09-14")), ["2017-09-13", "2017-04"]);
}

#[test]
fn a_month_is_enough_for_some_and_not_for_others() {
    let text = "The order was issued yesterday. It follows the report of April this year.";
    let (mentions, waiting) = dated(text, Some("2017-09"));
    assert_eq!(mentions.len(), 1, "April this year is April 2017");
    assert_eq!(waiting.first().map(|it| it.why), Some(Why::CoarseDocumentDate));
}

#[test]
fn later_counts_from_the_date_before_it() {
    assert_eq!(
        edtf("The bridge opened in May 2014. It closed two years later.", None),
        ["2014-05", "2016"]
    );
    let (_, waiting) = dated("It closed two years later.", None);
    assert_eq!(waiting.first().map(|it| it.why), Some(Why::NoEarlierExpression));
}

#[test]
fn later_never_counts_over_a_date_that_is_not_known() {
    for text in [
        "The mill closed on 4 May 2012. On Friday the mayor left. The next day he was back.",
        "It closed on 4 May 2012, he told the Gazette on 6 May 2012. The next day he left.",
        "It closed in about 2012. Two years later it opened.",
    ] {
        let (mentions, waiting) = dated(text, None);
        let last = mentions.last().map(|it| it.value.edtf());
        let why = waiting.last().map(|it| it.why);
        assert_eq!(why, Some(Why::NoEarlierExpression), "{text}: {last:?}");
    }
}

#[test]
fn what_counts_from_an_event_waits_whatever_the_date() {
    let (_, waiting) = dated("It closed six months after the handover.", Some("2017-09-14"));
    assert_eq!(waiting.first().map(|it| it.why), Some(Why::CountsFromEvent));
}

#[test]
fn what_lies_after_the_article_has_not_happened() {
    let status = |date| {
        let (mentions, _) = dated("The review takes place in February 2018.", Some(date));
        mentions.first().map(|it| it.said.status)
    };
    assert_eq!(status("2017-09-14"), Some(Status::Planned));
    assert_eq!(status("2018-09-14"), Some(Status::Happened));
}

#[test]
fn another_date_tells_the_day_from_the_month() {
    let both = "It closed on 04/03/2014 and opened on 25/12/2014.";
    assert_eq!(edtf(both, None), ["2014-03-04", "2014-12-25"]);
    let american = "It closed on 04/03/2014 and opened on 12/25/2014.";
    assert_eq!(edtf(american, None), ["2014-04-03", "2014-12-25"]);
    let each_way = "It closed on 04/03/2014, opened on 12/25/2014 and burnt on 25/12/2015.";
    assert_eq!(edtf(each_way, None), ["[2014-03-04,2014-04-03]", "2014-12-25", "2015-12-25"]);
}

#[test]
fn the_order_of_day_and_month_is_said_to_be_a_guess_when_it_is_one() {
    let alone = dated("It closed on 04/03/2014.", None).0;
    assert_eq!(alone[0].value.edtf().unwrap(), "[2014-03-04,2014-04-03]");
    assert_eq!(alone[0].basis, Basis::Written, "nothing tells, and nothing is guessed");
    let british = dated("It closed on 04/03/2014. It had opened on 12 June 2009.", None).0;
    assert_eq!(british[0].value.edtf().unwrap(), "2014-03-04");
    assert_eq!(british[0].basis, Basis::Guessed);
    let order = Order { order: DayOrder::DayFirst, clue: OrderClue::Manner };
    assert_eq!(british[0].because, [Reason::Written, Reason::Order(order)]);
}
