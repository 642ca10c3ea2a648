//! Dateline reads a folder of articles and lays what happened on one timeline, each event
//! with the very sentence that says so.
//!
//! This page is the map of the house. Tests hold the arrows between its rooms and most of its
//! invariants.
//!
//! # The flow
//!
//! Data flows one way. Each step is a plain function that cannot fail; trouble is data
//! ([`problem`]).
//!
//! ```text
//!          each article by itself                          the corpus
//! read ─▶ document ─┬─ date ──▶ when it was published
//!                   ├─ mask ──▶ what is not its own words
//!                   ├─ text ──▶ sentences       ─┐
//!                   ├─ tag ───▶ expressions     ─┴ anchor ─▶ skeletons ─ reason ─▶ days ─ anchor ─▶ mentions ─ merge ─▶ events
//!                   └─ names ─▶ words, names    ── link ──▶ content ─ link ─▶ links ─▲
//!                                                              curate: what the reader settled ─▲
//!                                                   events ─ differ ─▶ conflicts
//!                                                   events ─ layout ─▶ boxes ─ show │ export │ cli
//! ```
//!
//! An expression stays symbolic ([`Expr`](time::Expr)) until there is a day to count from:
//! an article's date changes what its mentions mean, never what was found in it. What each
//! counts from is decided by the text alone: the article's date, an expression before it, the
//! date that a story has come to, or the quarter under report. What cannot be dated waits, and
//! is counted.
//!
//! What the reader settled is taken into account by the step that it is about: what the columns
//! of a table hold, when its file is read, which alone is read again then; all else, once there
//! are articles.
//!
//! # The rooms
//!
//! | room | from | to |
//! |---|---|---|
//! | [`text`] | characters | [`Span`](text::Span), sentences |
//! | [`time`] | what was said | [`TimeValue`](time::TimeValue), EDTF, TIMEX3, words |
//! | [`model`] | | the nouns: document, mention, event; each language's files |
//! | [`names`] | a text | its words as terms, and who and what it names |
//! | [`read`] | a folder | documents and problems; the file that one lies in |
//! | [`date`] | what a file says of its dates | when it was published, and what says otherwise |
//! | [`mask`] | a text, a paper's texts | what of them is furniture or a reader's comment |
//! | [`tag`] | a text | temporal expressions; words and phrases are data (`assets/lang`) |
//! | [`anchor`] | sentences and expressions | what is said to have happened, when, and what it counts |
//! | [`copies`] | texts | which is a copy of which |
//! | [`link`] | what articles tell | which mentions may tell of one event, and which articles one story, never by date |
//! | [`reason`] | what articles tell, and which mentions are of one event | the days of articles that have no date, and why |
//! | [`merge`] | mentions | events, and how much each weighs |
//! | [`differ`] | events, what articles tell | where sources differ, and what is only brought up to date |
//! | [`curate`] | the reader's log | what is in force, found again in what was read |
//! | [`store`] | | the log on disk |
//! | [`project`] | articles and the log | [`Timeline`](project::Timeline): all that is shown |
//! | [`jobs`] | a folder | the same in the background, as snapshots |
//! | [`layout`] | events | boxes, ticks and labels: arithmetic without paint |
//! | [`export`] | a timeline | bytes, one file per format |
//! | [`cli`] | a command line | the same steps without a window |
//! | `show` | a timeline | the window; the only egui in the house |
//!
//! Arrows point to the left only; rooms in braces do not name one another:
//!
//! ```text
//! text, time ← model ← names ← { read date mask copies tag anchor link reason merge curate } ← differ ← store ← project, jobs ← layout ← export ← { cli show } ← main
//! ```
//!
//! # Invariants
//!
//! 1. Only `read`, `store`, `cli` and `show` touch the disk. Only `show` and `--timings` read
//!    a clock, and no date comes from it, nor from a file's time stamp: the same folder gives
//!    the same bytes on any day, in any number of threads.
//! 2. No value is more precise than what was said: there is no way to make a day out of a
//!    month.
//! 3. A quote is a slice of the article's text; there is no other way to make one. A text is a
//!    function of the file's bytes alone: what is not the article's own words is a mask over it.
//! 4. Nothing is dropped in silence: expressions are anchored, waiting or set aside, and the
//!    sums are shown.
//! 5. An edit names documents, mentions or the columns of tables, never events, and carries
//!    what finds them again. It is on disk before it takes effect, and the log only grows.
//! 6. Everything computed may be deleted: what is kept is what the reader did.
//! 7. [`TimelineView`](layout::TimelineView) is complete: the painter and the tests read the
//!    same ticks, boxes and labels.
//! 8. Panels look at a timeline and answer with commands; the app alone changes anything.
//! 9. Nothing iterates a hash map; ties are broken by [`Origin`](model::Origin).

pub mod anchor;
pub mod cli;
pub mod copies;
pub mod curate;
pub mod date;
pub mod differ;
pub mod export;
pub mod jobs;
pub mod layout;
pub mod link;
pub mod mask;
pub mod merge;
pub mod model;
pub mod names;
pub mod problem;
pub mod project;
pub mod read;
pub mod reason;
#[cfg(feature = "gui")]
pub mod show;
pub mod store;
pub mod tag;
pub mod text;
pub mod time;
