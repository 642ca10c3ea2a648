//! The full text of a page: everything that it would show, a line for each block.
//!
//! A pure function of the tree: what of it is the article is not asked here.

use std::ops::Range;

use scraper::{Html, node::Node};

/// What is between these is never shown.
const UNSEEN: &[&str] = &[
    "head", "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas",
    "select", "datalist", "textarea", "audio", "video", "map", "frameset",
];
/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];
/// White space of which nothing is seen.
const NOTHING: &[char] = &['\u{200b}', '\u{feff}', '\u{ad}', '\u{200e}', '\u{200f}'];
/// Empty lines between two lines.
const BETWEEN: &str = "\n\n";

/// A page's text, and where each of its pieces stands.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// All of it.
    pub(super) whole: String,
    /// In order of place.
    pub(super) lines: Vec<Line>,
    /// The text nodes that hold words, in order of the tree.
    pub(super) pieces: Vec<Piece>,
}

/// One line of the text.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Its pieces.
    pub(super) pieces: Range<usize>,
    /// What it stands in.
    pub(super) within: Within,
}

/// One text node's words.
#[derive(Debug)]
pub(super) struct Piece {
    /// How many bytes it has in the text.
    pub(super) bytes: usize,
    /// Whether it is a link to another page of the same site.
    pub(super) linked: bool,
}

/// The elements round a line that tell what it is.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each element is there or not, in any company"
)]
pub(super) struct Within {
    pub(super) heading: bool,
    pub(super) caption: bool,
    pub(super) item: bool,
    pub(super) paragraph: bool,
    pub(super) quote: bool,
}

/// The text of `page`.
pub(super) fn text(page: &Html, host: Option<&str>) -> Text {
    let mut writer = Writer { host, ..Writer::default() };
    for edge in page.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => writer.open(node.value()),
            ego_tree::iter::Edge::Close(node) => writer.close(node.value()),
        }
    }
    writer.end_line();
    writer.done
}

/// Whether a text node's words are part of the text; the same everywhere.
pub(super) fn has_words(words: &str) -> bool {
    words.chars().any(|c| !c.is_whitespace() && !NOTHING.contains(&c))
}

/// Whether `name` is an element of which nothing is shown.
pub(super) fn is_unseen(name: &str) -> bool {
    UNSEEN.contains(&name)
}

#[derive(Debug, Default)]
struct Writer<'a> {
    host: Option<&'a str>,
    done: Text,
    line: Line,
    /// A line has been begun.
    begun: bool,
    space: bool,
    unseen: usize,
    pre: usize,
    /// Whether the link that is open leads to the same site.
    linked: bool,
    heading: usize,
    caption: usize,
    item: usize,
    paragraph: usize,
    quote: usize,
}

impl Writer<'_> {
    fn open(&mut self, node: &Node) {
        match node {
            Node::Element(element) => {
                if element.name() == "a" {
                    self.linked = element.attr("href").is_some_and(|it| self.is_own(it));
                }
                self.element(element.name(), true);
            }
            Node::Text(words) if self.unseen == 0 => self.words(words),
            _ => {}
        }
    }

    fn close(&mut self, node: &Node) {
        if let Node::Element(element) = node {
            self.linked &= element.name() != "a";
            self.element(element.name(), false);
        }
    }

    fn element(&mut self, name: &str, opens: bool) {
        if BLOCKS.contains(&name) {
            self.end_line();
        } else if opens && matches!(name, "td" | "th") {
            self.cell();
        }
        let count = match name {
            "pre" => &mut self.pre,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => &mut self.heading,
            "figcaption" | "figure" => &mut self.caption,
            "li" | "dt" | "dd" => &mut self.item,
            "p" => &mut self.paragraph,
            "blockquote" => &mut self.quote,
            name if is_unseen(name) => &mut self.unseen,
            _ => return,
        };
        *count = if opens { *count + 1 } else { count.saturating_sub(1) };
    }

    /// Whether a link leads to another page of the same site, as far as that is known.
    fn is_own(&self, link: &str) -> bool {
        let host =
            link.split_once("//").and_then(|(_, rest)| rest.split(['/', '?', '#']).next());
        match host.zip(self.host) {
            Some((host, own)) => host.ends_with(own) || own.ends_with(host),
            None => true,
        }
    }

    fn cell(&mut self) {
        if self.begun {
            self.done.whole.push('\t');
            self.space = false;
        }
    }

    fn words(&mut self, words: &str) {
        if !has_words(words) {
            self.space |= words.chars().any(char::is_whitespace);
            return;
        }
        let before = self.done.whole.len();
        for c in words.chars().filter(|c| !NOTHING.contains(c)) {
            if self.pre > 0 && c == '\n' {
                self.end_line_within();
            } else if c.is_whitespace() {
                self.space = true;
            } else {
                self.push(c);
            }
        }
        let bytes = self.done.whole.len() - before;
        self.done.pieces.push(Piece { bytes, linked: self.linked });
    }

    fn push(&mut self, c: char) {
        if !self.begun {
            self.begin_line();
        } else if self.space {
            self.done.whole.push(' ');
        }
        self.space = false;
        self.done.whole.push(c);
    }

    fn begin_line(&mut self) {
        if !self.done.whole.is_empty() {
            self.done.whole.push_str(BETWEEN);
        }
        self.begun = true;
        let (at, piece) = (self.done.whole.len(), self.done.pieces.len());
        let within = Within {
            heading: self.heading > 0,
            caption: self.caption > 0,
            item: self.item > 0,
            paragraph: self.paragraph > 0,
            quote: self.quote > 0,
        };
        self.line = Line { range: at..at, pieces: piece..piece, within };
    }

    /// In text that is set as it was typed, a line break is one.
    fn end_line_within(&mut self) {
        if self.begun && !self.done.whole.ends_with('\n') {
            self.done.whole.push('\n');
        }
        self.space = false;
    }

    fn end_line(&mut self) {
        if self.begun {
            let end = self.done.whole.trim_end().len();
            self.done.whole.truncate(end);
            let mut line = std::mem::take(&mut self.line);
            line.range.end = end;
            line.pieces.end = self.done.pieces.len();
            self.done.lines.push(line);
        }
        self.begun = false;
        self.space = false;
    }
}
