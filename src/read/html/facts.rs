//! Title, source and author of a page, by a vote of all that it says.

use super::head::Head;
use crate::read::unwrapped;

/// What stands between a headline and the name of the site in a page's title.
const BETWEEN: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • "];
/// Nobody's name is longer.
const LONGEST_NAME_BYTES: usize = 80;

/// The headline: of all that the page offers, what most of it agrees on.
pub(super) fn title(head: &Head) -> Option<String> {
    let mut offered: Vec<&str> = Vec::new();
    let headings = head.headings.iter().chain(&head.data.headlines).chain(&head.meta_titles);
    offered.extend(headings.map(String::as_str));
    offered.push(&head.page_title);
    let bare: Vec<String> = offered.iter().map(|it| bare_title(it, head)).collect();
    let votes = |title: &String| bare.iter().filter(|other| agree(title, other)).count();
    let best =
        bare.iter().filter(|title| !title.is_empty()).rev().max_by_key(|title| votes(title))?;
    Some(best.clone())
}

/// Whether two titles are one but for capitals, signs, and what follows.
fn agree(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    one == other
}

fn folded(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A title without the name of the site.
fn bare_title(title: &str, head: &Head) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let sites: Vec<String> =
        head.sites.iter().chain(&head.data.publishers).map(|it| folded(it)).collect();
    for between in BETWEEN {
        if let Some((own, site)) = title.rsplit_once(between) {
            let site = folded(site);
            if sites.contains(&site)
                || host(head)
                    .is_some_and(|host| !site.is_empty() && folded(&host).contains(&site))
            {
                return own.trim().to_owned();
            }
        }
    }
    title
}

/// The publication's name, else its host.
pub(super) fn source(head: &Head) -> Option<String> {
    let names = head.sites.iter().chain(&head.data.publishers).map(|it| it.trim());
    let is_name = |name: &&str| {
        !name.is_empty()
            && name.len() <= LONGEST_NAME_BYTES
            && !name.starts_with('@')
            && !name.contains("://")
    };
    names.filter(is_name).map(str::to_owned).next().or_else(|| host(head))
}

/// "example.org" of the page's address.
pub(super) fn host(head: &Head) -> Option<String> {
    let address = address(head)?;
    let host = address.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// The page's own address.
pub(super) fn address(head: &Head) -> Option<&str> {
    let known = head.addresses.iter().map(|it| it.trim()).find(|it| it.starts_with("http"));
    known.map(unwrapped)
}

/// Who wrote it.
pub(super) fn author(head: &Head) -> Option<String> {
    for offered in [&head.data.authors, &head.authors, &head.bylines] {
        let mut names: Vec<String> = Vec::new();
        for name in offered.iter().filter_map(|it| name(it)) {
            if !names.iter().any(|known| folded(known) == folded(&name)) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            return Some(names.join(", "));
        }
    }
    None
}

/// "Jo Bloggs" of "By Jo Bloggs"; nothing of an address.
fn name(words: &str) -> Option<String> {
    let words = words.trim();
    let own = ["By ", "by ", "BY ", "Von ", "Par ", "Por "]
        .iter()
        .find_map(|by| words.strip_prefix(by));
    let own = own.unwrap_or(words).trim().trim_end_matches([',', '|', '-']).trim();
    let is_name = !own.is_empty()
        && own.len() <= LONGEST_NAME_BYTES
        && !own.contains("://")
        && !own.contains(|c: char| c.is_ascii_digit())
        && own.chars().any(char::is_alphabetic);
    is_name.then(|| own.to_owned())
}
