//! What a page says of its article outside the text: title, source, author, address, dates.

use ego_tree::NodeRef;
use scraper::{
    Html,
    node::{Element, Node},
};

use super::data::Data;
use crate::model::{About, Clue, Hint};

/// Elements that hold a date hold little else.
const LONGEST_DATE_BYTES: usize = 120;
const LONGEST_TITLE_BYTES: usize = 500;
/// A page that has more of them is a list of other pages.
const MOST_HINTS: usize = 400;

/// What the page says, in order of place.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) data: Data,
    pub(super) page_title: String,
    pub(super) meta_titles: Vec<String>,
    pub(super) headings: Vec<String>,
    pub(super) sites: Vec<String>,
    pub(super) authors: Vec<String>,
    pub(super) bylines: Vec<String>,
    pub(super) addresses: Vec<String>,
    pub(super) language: Option<String>,
    pub(super) hints: Vec<Hint>,
}

/// Everything that `page` says of itself.
pub(super) fn head(page: &Html) -> Head {
    let mut head = Head::default();
    for node in page.tree.root().descendants() {
        match node.value() {
            Node::Element(element) => head.element(node, element),
            Node::Comment(comment) => head.comment(comment),
            _ => {}
        }
    }
    for (words, about) in
        [(&head.data.published, About::Published), (&head.data.modified, About::Modified)]
    {
        let hint = |words: &String| Hint { clue: Clue::PageData, about, words: words.clone() };
        head.hints.extend(words.iter().map(hint));
    }
    head
}

impl Head {
    fn element(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        match element.name() {
            "html" => self.language = element.attr("lang").map(str::to_owned),
            "title" if self.page_title.is_empty() => {
                self.page_title = words_in(node, LONGEST_TITLE_BYTES).unwrap_or_default();
            }
            "meta" => self.meta(element),
            "link" if element.attr("rel") == Some("canonical") => {
                self.addresses.extend(element.attr("href").map(str::to_owned));
            }
            "script" if element.attr("type").is_some_and(|it| it.contains("ld+json")) => {
                self.data.add(&script(node));
            }
            "h1" => self.headings.extend(words_in(node, LONGEST_TITLE_BYTES)),
            "script" | "style" | "noscript" | "svg" => {}
            _ => self.dated(node, element),
        }
    }

    /// "saved from url=(0042)https://…", which browsers write into the pages that they save.
    fn comment(&mut self, comment: &str) {
        let saved =
            comment.split_once("saved from url=(").and_then(|(_, rest)| rest.split_once(')'));
        let address = saved.and_then(|(_, rest)| rest.split_whitespace().next());
        self.addresses.extend(address.map(str::to_owned));
    }

    fn meta(&mut self, element: &Element) {
        let attr = |name| element.attr(name).map(str::trim).filter(|it| !it.is_empty());
        let Some(content) = attr("content").or_else(|| attr("datetime")) else { return };
        let key = ["property", "name", "itemprop", "http-equiv"].into_iter().find_map(attr);
        let Some(key) = key.map(str::to_lowercase) else { return };
        let content = content.to_owned();
        match key.as_str() {
            "og:title" | "twitter:title" | "dc.title" | "parsely-title" | "sailthru.title" => {
                self.meta_titles.push(content);
            }
            "og:site_name" | "application-name" | "dc.publisher" | "publisher"
            | "copyright-holder" => {
                self.sites.push(content);
            }
            "author"
            | "article:author"
            | "dc.creator"
            | "dcterms.creator"
            | "byl"
            | "parsely-author"
            | "sailthru.author"
            | "article:author_name"
            | "citation_author" => self.authors.push(content),
            "og:url" | "parsely-link" => self.addresses.push(content),
            "description" | "og:description" => {
                let hint =
                    Hint { clue: Clue::Elsewhere, about: About::Published, words: content };
                self.hints.push(hint);
            }
            "og:locale" | "content-language" | "dc.language" => {
                self.language = self.language.take().or(Some(content));
            }
            key => {
                let about = date_key(key);
                self.hints.extend(about.map(|about| Hint {
                    clue: Clue::PageHead,
                    about,
                    words: content,
                }));
            }
        }
    }

    /// What is marked, or named, as a date.
    fn dated(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let attr = |name| element.attr(name).unwrap_or_default();
        let kind = [attr("class"), attr("id"), attr("data-testid")].join(" ").to_lowercase();
        let prop = attr("itemprop").to_lowercase();
        if is_author(element, &kind, &prop) {
            self.bylines.extend(words_in(node, LONGEST_DATE_BYTES));
        }
        let Some((clue, about)) = mark(element.name(), element, &kind, &prop) else { return };
        let Some(place) = place(node).filter(|_| self.hints.len() < MOST_HINTS) else { return };
        let clue =
            if place == Place::Aside && clue == Clue::Byline { Clue::Elsewhere } else { clue };
        let said = ["datetime", "content", "title", "data-datetime", "data-date"];
        let mut words: Vec<String> =
            said.into_iter().filter_map(|it| element.attr(it)).map(str::to_owned).collect();
        words.extend(words_in(node, LONGEST_DATE_BYTES));
        let words = words.into_iter().filter(|it| it.bytes().any(|byte| byte.is_ascii_digit()));
        self.hints.extend(words.map(|words| Hint { clue, about, words }));
    }
}

/// Where an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Anywhere,
    /// Among what the page says of other articles.
    Aside,
}

/// `None` among readers' comments, whose dates are their own.
fn place(node: NodeRef<'_, Node>) -> Option<Place> {
    let mut place = Place::Anywhere;
    for outer in node.ancestors() {
        let Some(element) = outer.value().as_element() else { continue };
        if matches!(element.name(), "html" | "body") {
            break;
        }
        let attr = |name| element.attr(name).map(str::to_lowercase).unwrap_or_default();
        let kind = format!("{} {}", attr("class"), attr("id"));
        let has = |some: &[&str]| some.iter().any(|it| kind.contains(it));
        if has(&["comment", "disqus", "respond"]) {
            return None;
        }
        let aside =
            has(&["related", "sidebar", "teaser", "recommend", "widget", "latest", "footer"]);
        if aside || matches!(element.name(), "aside" | "nav" | "footer") {
            place = Place::Aside;
        }
    }
    Some(place)
}

fn script(node: NodeRef<'_, Node>) -> String {
    let texts = node.children().filter_map(|it| it.value().as_text());
    texts.map(|text| &**text).collect::<Vec<&str>>().concat()
}

/// Which date a `<meta>` of that name gives. Every system names it in its own way.
fn date_key(key: &str) -> Option<About> {
    let has = |some: &[&str]| some.iter().any(|it| key.contains(it));
    if has(&["expir", "event", "unpublish", "validator", "birth", "copyright", "format"]) {
        None
    } else if has(&["modif", "update", "lastmod", "last-mod", "revis", "lastdate", "moddate"]) {
        Some(About::Modified)
    } else if has(&[
        "publish",
        "pubdate",
        "pub-date",
        "pub_date",
        "publication",
        "issued",
        "created",
        "upload",
        "ptime",
        "posted",
        "post_date",
        "release_date",
    ]) || ["date", "timestamp", "displaydate", "gentime"].contains(&key)
        || [".date", ":date", "_date", "-date", "citation_date"]
            .iter()
            .any(|it| key.ends_with(it))
        || key.starts_with("dc.date")
        || key.starts_with("dcterms.date")
    {
        Some(About::Published)
    } else {
        None
    }
}

/// How an element says that it is a date.
fn mark(name: &str, element: &Element, kind: &str, prop: &str) -> Option<(Clue, About)> {
    let has = |some: &[&str]| some.iter().any(|it| kind.contains(it));
    let class = |name: &str| kind.split_whitespace().any(|it| it == name);
    let about = || {
        let modified = has(&["modif", "updat", "edited", "aktualis"]);
        if modified { About::Modified } else { About::Published }
    };
    match prop {
        "datepublished" | "datecreated" | "pubdate" => {
            return Some((Clue::Marked, About::Published));
        }
        "datemodified" | "dateupdated" => return Some((Clue::Marked, About::Modified)),
        _ => {}
    }
    let pubdate = element.attr("pubdate").is_some();
    if pubdate
        || class("published")
        || class("dt-published")
        || class("entry-date")
        || class("post-date")
    {
        return Some((Clue::Marked, about()));
    }
    let named = has(&[
        "date",
        "datum",
        "fecha",
        "publish",
        "byline",
        "posted",
        "timestamp",
        "created",
        "submitted",
        "pubinfo",
    ]);
    let perhaps = has(&["meta", "time", "info", "author", "autor", "subline", "publication"]);
    match (name, named, perhaps) {
        (_, true, _) => Some((Clue::Byline, about())),
        ("time", false, _) => Some((Clue::TimeTag, about())),
        (_, false, true) => Some((Clue::Elsewhere, about())),
        (_, false, false) => None,
    }
}

fn is_author(element: &Element, kind: &str, prop: &str) -> bool {
    element.attr("rel") == Some("author")
        || prop == "author"
        || kind.split_whitespace().any(|it| {
            matches!(it, "author" | "byline" | "byline-name" | "author-name" | "p-author")
        })
}

/// All words within a node, on one line, if they are no more than `most` bytes.
fn words_in(node: NodeRef<'_, Node>, most: usize) -> Option<String> {
    let mut words = String::new();
    for inner in node.descendants() {
        if let Node::Text(text) = inner.value() {
            for word in text.split_whitespace() {
                words.push_str(if words.is_empty() { "" } else { " " });
                words.push_str(word);
            }
        }
        if words.len() > most {
            return None;
        }
    }
    Some(words)
}
