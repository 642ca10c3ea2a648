//! A page written out again, each piece of its text with a sign before it.
//!
//! Extractors return HTML of their own making. The signs, characters that no page means
//! anything by, tell which pieces of the page's text they kept.

use ego_tree::iter::Edge;
use scraper::{Html, node::Node};

use super::text::{has_words, is_unseen};

/// Unicode's last two planes, which are for private use, without their last two places.
const FIRST: (u32, u32) = (0xF_0000, 0xF_FFFD);
const SECOND: (u32, u32) = (0x10_0000, 0x10_FFFD);
/// The attributes that tell extractors what an element is.
const ATTRIBUTES: &[&str] = &[
    "class",
    "id",
    "role",
    "rel",
    "href",
    "style",
    "hidden",
    "aria-hidden",
    "aria-modal",
    "itemprop",
    "itemtype",
    "data-component",
    "data-testid",
    "data-block",
];
/// Longer attributes hold pictures or code.
const LONGEST_ATTRIBUTE_BYTES: usize = 2000;
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
    "track", "wbr",
];

/// What extractors look for in all of the page if its head does not tell, and we do not ask.
const HEAD: &str =
    "<meta property=og:author content=Nobody><meta property=og:article:tag content=news>";

/// `page` as HTML without scripts, styles and comments, its pieces signed.
pub(super) fn html(page: &Html, bytes: usize) -> String {
    let mut writer = Writer { out: String::with_capacity(bytes), ..Writer::default() };
    writer.out.push_str(HEAD);
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => writer.open(node.value()),
            Edge::Close(node) => writer.close(node.value()),
        }
    }
    writer.out
}

/// Which pieces are signed in `html`: true for each of the `count` that is.
pub(super) fn kept(html: &str, count: usize) -> Vec<bool> {
    let mut kept = vec![false; count];
    for place in html.chars().filter_map(place) {
        if let Some(is_kept) = kept.get_mut(place) {
            *is_kept = true;
        }
    }
    kept
}

fn sign(place: usize) -> Option<char> {
    let place = u32::try_from(place).ok()?;
    let in_second = place.checked_sub(FIRST.1 - FIRST.0 + 1);
    let code = in_second.map_or(FIRST.0 + place, |place| SECOND.0 + place);
    char::from_u32(code).filter(|_| code <= SECOND.1)
}

fn place(sign: char) -> Option<usize> {
    let code = u32::from(sign);
    let place = if (FIRST.0..=FIRST.1).contains(&code) {
        code - FIRST.0
    } else if (SECOND.0..=SECOND.1).contains(&code) {
        code - SECOND.0 + FIRST.1 - FIRST.0 + 1
    } else {
        return None;
    };
    usize::try_from(place).ok()
}

#[derive(Default)]
struct Writer {
    out: String,
    pieces: usize,
    unseen: usize,
}

impl Writer {
    fn open(&mut self, node: &Node) {
        match node {
            Node::Element(element) if is_unseen(element.name()) => self.unseen += 1,
            Node::Element(element) if self.unseen == 0 => {
                self.out.extend(["<", element.name()]);
                element.attrs().for_each(|(name, value)| self.attribute(name, value));
                self.out.push('>');
            }
            Node::Text(words) if self.unseen == 0 => self.words(words),
            _ => {}
        }
    }

    fn close(&mut self, node: &Node) {
        let Node::Element(element) = node else { return };
        let name = element.name();
        if is_unseen(name) {
            self.unseen = self.unseen.saturating_sub(1);
            return;
        }
        if self.unseen == 0 && !VOID.contains(&name) {
            self.out.extend(["</", name, ">"]);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        if ATTRIBUTES.contains(&name) && value.len() <= LONGEST_ATTRIBUTE_BYTES {
            self.out.extend([" ", name, "=\""]);
            self.escaped(value);
            self.out.push('"');
        }
    }

    fn words(&mut self, words: &str) {
        if !has_words(words) {
            return self.escaped(words);
        }
        let own = words.trim_start();
        let space = words.len() - own.len();
        self.out.push_str(words.get(..space).unwrap_or_default());
        self.out.extend(sign(self.pieces));
        self.pieces += 1;
        self.escaped(own);
    }

    fn escaped(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                // The page's own would be taken for ours.
                c if place(c).is_some() => {}
                c => self.out.push(c),
            }
        }
    }
}
