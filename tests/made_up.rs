//! Events made up for tests and benchmarks: always the same for the same seed.
#![expect(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fall over"
)]

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use dateline::{
    copies::Signature,
    date::Dates,
    link::Content,
    mask::Edges,
    model::{
        Basis, Document, DocumentDate, DocumentId, Event, EventId, Importance, Manner, Mask,
        Mention, OrderEvidence, Origin, Place, Reason, Skeleton, Status, Title,
    },
    project::{Article, Timeline},
    tag::Language,
    text::Span,
    time::{Bound, Expr, Grain, Modifier, TimeValue, When},
};

use super::dice::Dice;

/// A timeline on which these things are told so, each by so many articles.
pub(crate) fn with_status<'a>(
    told: impl IntoIterator<Item = (&'a str, TimeValue, Status, usize)>,
) -> Timeline {
    let told: Vec<_> = told.into_iter().collect();
    let text = told.iter().map(|(title, ..)| *title).collect::<Vec<_>>().join(". ");
    let article = article(text);
    let others: Vec<_> = (0..9).map(|n| DocumentId::of(&format!("article {n}"))).collect();
    let mut place = 0;
    let mut events = Vec::with_capacity(told.len());
    for (title, when, status, sources) in told {
        let span = Span::of(&article.document.text, place..place + title.len()).unwrap();
        place += title.len() + 2;
        let mention = |document| mention(document, span, when.clone(), status);
        let lead = mention(article.document.id);
        let others =
            others.iter().take(sources - 1).map(|document| mention(*document)).collect();
        events.push(Event {
            id: EventId::of(&lead.said.origin),
            extent: lead.extent,
            lead,
            others,
            when,
            joined: Vec::new(),
            suggested: Vec::new(),
            importance: Importance::default(),
        });
    }
    events.sort_by_key(|event| (event.extent, event.lead.said.origin));
    let articles = vec![(Arc::new(article), DocumentDate::Unknown)];
    let mut timeline = Timeline::with_articles(articles);
    timeline.events = events;
    timeline
}

fn article(text: String) -> Article {
    let place = Place { name: "made-up.txt".into(), path: "made-up.txt".into(), record: None };
    Article {
        document: Document {
            id: DocumentId::of(&text),
            places: vec![place],
            title: "All that was made up".into(),
            source: Some("The Daily Sample".into()),
            author: None,
            url: None,
            language: None,
            published: None,
            hints: Vec::new(),
            text,
            outside: Mask::default(),
        },
        dates: Dates::default(),
        mask: Mask::default(),
        edges: Edges::default(),
        signature: Signature::default(),
        sentences: Vec::new(),
        expressions: Vec::new(),
        skeletons: Vec::new(),
        sayings: Vec::new(),
        lead: None,
        asides: Vec::new(),
        content: Content::default(),
        rosters: Vec::new(),
        language: Language::english(),
        no_such_days: Vec::new(),
        unread: None,
        order: OrderEvidence::default(),
    }
}

fn mention(document: DocumentId, span: Span, value: TimeValue, status: Status) -> Mention {
    Mention {
        said: Arc::new(Skeleton {
            origin: Origin { document, span, nth: 0 },
            sentence: span,
            expr: Expr::Fixed(value.clone()),
            status,
            manner: Manner::default(),
            title: Title { span, cut_before: false, cut_after: false },
            figures: Box::default(),
            reporter: None,
        }),
        extent: value.extent().unwrap(),
        value,
        basis: Basis::Written,
        because: vec![Reason::Written],
    }
}

const WHO: [&str; 8] = [
    "The council",
    "The inspector",
    "A committee",
    "The harbour board",
    "The mayor",
    "Parliament",
    "The museum",
    "The auditors",
];
const DID: [&str; 9] = [
    "approved the plan",
    "opened the inquiry",
    "rejected the second offer",
    "published its report on the market hall",
    "met",
    "closed the northern office for repairs",
    "appointed a new chair",
    "lost the appeal",
    "signed the lease of the old customs house",
];

/// So many events over 37 years, of all grains.
pub(crate) fn mixed(count: usize, seed: u64) -> Timeline {
    let mut dice = Dice::new(seed);
    let titles: Vec<_> = (0..count)
        .map(|_| {
            let (who, did) = (WHO[dice.below(8) as usize], DID[dice.below(9) as usize]);
            format!("{who} {did}")
        })
        .collect();
    let told: Vec<_> = titles
        .iter()
        .map(|title| {
            let status = match dice.below(20) {
                0 | 1 => Status::Planned,
                2 => Status::Denied,
                3 => Status::Hypothetical,
                _ => Status::Happened,
            };
            let sources = if dice.below(5) == 0 { 2 + dice.below(3) as usize } else { 1 };
            (title.as_str(), value(&mut dice), status, sources)
        })
        .collect();
    with_status(told)
}

fn value(dice: &mut Dice) -> TimeValue {
    let first = NaiveDate::from_ymd_opt(1983, 1, 1).unwrap();
    let day = first + Days::new(dice.below(37 * 365));
    let at = day.and_hms_opt(u32::try_from(dice.below(24)).unwrap(), 0, 0).unwrap();
    let on = |grain| TimeValue::On(When::of(grain, at), Modifier::Stated);
    match dice.below(40) {
        0 => on(Grain::Year),
        1..6 => on(Grain::Month),
        6..8 => on(Grain::Week),
        8 => on(Grain::Season),
        9 => on(Grain::Hour),
        10 => TimeValue::On(When::of(Grain::Month, at), Modifier::Approximate),
        11 => TimeValue::Open(Bound::Since, When::of(Grain::Month, at)),
        12 => TimeValue::Open(Bound::Before, When::of(Grain::Day, at)),
        13 => TimeValue::By { said: When::Day(day), until: When::Day(day + Days::new(40)) },
        14 => TimeValue::OneOf(vec![When::Day(day), When::Day(day + Days::new(29))]),
        _ => on(Grain::Day),
    }
}
