//! How much an event weighs, and why.

use dateline::{
    curate::EditLog,
    model::{Basis, Document, Event, Weighs},
    project::Timeline,
};

use crate::corpus::{corpus_of, document, timeline};

fn about<'a>(timeline: &'a Timeline, edtf: &str) -> &'a Event {
    let found = timeline.events.iter().find(|it| it.when.edtf().as_deref() == Some(edtf));
    found.unwrap_or_else(|| panic!("nothing on {edtf}: {:?}", timeline.events))
}

fn weight(timeline: &Timeline, edtf: &str) -> u16 {
    about(timeline, edtf).importance.thousandths()
}

#[test]
fn what_the_headline_tells_weighs_more_than_what_led_to_it() {
    let text = "Ferry sinks in Hallow Bay\n\nThe ferry Marta sank in Hallow Bay on 4 May 2014.\n\n\
                The owner had bought her in 2009. A hearing was held in court on 6 May 2014.\n\n\
                A memorial will be unveiled on 9 May 2021.";
    let told = timeline(&[("ferry.txt", text)]);
    let sank = weight(&told, "2014-05-04");
    for other in ["2009", "2014-05-06", "2021-05-09"] {
        assert!(sank > weight(&told, other), "{other}: {:?}", told.events);
    }
    let because = |edtf| about(&told, edtf).importance.because().to_vec();
    assert!(because("2014-05-04").contains(&Weighs::Headline(3)), "ferry, Hallow, Bay");
    assert!(because("2014-05-06").contains(&Weighs::Procedure), "a hearing");
    assert!(because("2009").contains(&Weighs::Year), "a bare year");
    assert!(because("2021-05-09").contains(&Weighs::ToCome), "not yet");
}

#[test]
fn a_day_told_twice_in_one_article_weighs_once() {
    let text =
        "The mill burnt on 4 May 2014.\n\nTwo people were hurt on 4 May 2014 at the mill.";
    let told = timeline(&[("mill.txt", text)]);
    let again = |event: &&Event| event.importance.because().contains(&Weighs::Again);
    assert_eq!(told.events.iter().filter(again).count(), 1, "{:?}", told.events);
}

#[test]
fn copies_count_once_and_others_make_a_day_weigh_more() {
    let long = "The old mill in the Lower Town burnt down on 4 May 2014, and all of its three floors \
                were lost before the brigade could reach it through the narrow lanes that lead up \
                from the river and the market hall, where the stalls of that day still stood.";
    let copy = format!("{long} From our correspondent.");
    let other = "On 4 May 2014, fire took the mill. The council met on 7 May 2014.";
    let third = "The council met on 6 May 2014.";
    let of = |texts: &[(&str, &str)]| {
        let documents = texts.iter().map(|(name, text)| document(name, text));
        Timeline::of(&corpus_of(documents), &EditLog::default(), true)
    };
    let told = of(&[("a.txt", long), ("b.txt", &copy), ("c.txt", third)]);
    assert_eq!(told.copies.len(), 1, "one is a copy");
    let because = about(&told, "2014-05-04").importance.because();
    assert!(!because.iter().any(|it| matches!(it, Weighs::Echo(_))), "{because:?}");
    let told = of(&[("a.txt", long), ("b.txt", other), ("c.txt", third)]);
    let because = about(&told, "2014-05-04").importance.because();
    assert!(because.contains(&Weighs::Echo(2)), "{because:?}");
    assert!(weight(&told, "2014-05-04") > weight(&told, "2014-05-06"), "two tell of it");
}

#[test]
fn the_news_of_an_article_that_dates_nothing_is_of_about_its_own_day() {
    let told = |text: &str, published: Option<&str>| {
        let published = published.map(|date| date.parse().unwrap());
        let article = Document { published, ..document("mill.txt", text) };
        Timeline::of(&corpus_of([article]), &EditLog::default(), true)
    };
    let news =
        "Mill burns\n\nThe old mill in the Lower Town burnt down to its walls. None was hurt.";
    let timeline = told(news, Some("2014-05-04"));
    let event = about(&timeline, "2014-05-04~");
    assert_eq!(event.lead.basis, Basis::OfTheDay);
    let line = timeline.title(&event.lead.said);
    assert_eq!(line, "The old mill in the Lower Town burnt down to its walls");
    assert_eq!(
        (timeline.counts.expressions, timeline.counts.anchored),
        (0, 0),
        "no date is found"
    );
    assert!(event.importance.because().contains(&Weighs::NothingDated), "it is only supposed");
    assert!(timeline.said(event.lead.said.origin).is_some(), "the reader finds it again");
    for (text, published) in [
        (news, None),
        (news, Some("2014-05")),
        ("Mill burns", Some("2014-05-04")),
        ("The old mill in the Lower Town will be torn down to its walls.", Some("2014-05-04")),
    ] {
        assert!(told(text, published).events.is_empty(), "{text} {published:?}");
    }
    let hour = told(&format!("{news} It began around noon."), Some("2014-05-04"));
    assert_eq!(
        (hour.events.len(), hour.waiting.len()),
        (1, 1),
        "an hour of no day dates nothing"
    );
    let dated = told(&format!("{news} It was built in 1891."), Some("2014-05-04"));
    assert_eq!(dated.events.len(), 1, "only what is dated");
}
