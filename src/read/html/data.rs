//! What a page says of itself for search engines: JSON-LD of schema.org.

use serde_json::{Map, Value};

/// Objects within objects are looked for this deep.
const DEEPEST: usize = 12;

/// What the page's data says of its article, in order of place.
#[derive(Debug, Default)]
pub(super) struct Data {
    pub(super) headlines: Vec<String>,
    pub(super) authors: Vec<String>,
    pub(super) publishers: Vec<String>,
    pub(super) published: Vec<String>,
    pub(super) modified: Vec<String>,
}

impl Data {
    /// Takes in one script of the page.
    pub(super) fn add(&mut self, script: &str) {
        let own = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[");
        let own = own.trim_end_matches("-->").trim_end_matches("//]]>").trim();
        let own = own.trim_end_matches(';');
        // A line break within a headline is no reason to miss the date.
        let value = serde_json::from_str::<Value>(own)
            .or_else(|_| serde_json::from_str(&own.replace(['\n', '\r', '\t'], " ")));
        match value {
            Ok(value) => self.look_in(&value, DEEPEST),
            Err(_) => self.look_for_dates(own),
        }
    }

    fn look_in(&mut self, value: &Value, deepest: usize) {
        if deepest == 0 {
            return;
        }
        match value {
            Value::Array(all) => all.iter().for_each(|it| self.look_in(it, deepest - 1)),
            Value::Object(fields) => {
                if is_article(fields) {
                    self.article(fields);
                }
                for (name, inner) in fields {
                    // An article may name others: what it links to is none of its own.
                    let others = [
                        "itemListElement",
                        "mentions",
                        "citation",
                        "isPartOf",
                        "hasPart",
                        "comment",
                        "video",
                        "image",
                    ];
                    if !others.contains(&name.as_str()) {
                        self.look_in(inner, deepest - 1);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn article(&mut self, fields: &Map<String, Value>) {
        let words = |name: &str| fields.get(name).map(words_of).unwrap_or_default();
        self.headlines.extend(words("headline").into_iter().take(1));
        self.authors.extend(names_in(fields.get("author")));
        self.publishers.extend(names_in(fields.get("publisher")));
        self.published.extend(words("datePublished"));
        self.published.extend(words("dateCreated"));
        self.modified.extend(words("dateModified"));
    }

    /// In data that cannot be parsed, the dates are found by their names.
    fn look_for_dates(&mut self, script: &str) {
        self.published.extend(after(script, "\"datePublished\""));
        self.modified.extend(after(script, "\"dateModified\""));
    }
}

/// The string after `"name":`.
fn after(script: &str, name: &str) -> Option<String> {
    let (_, rest) = script.split_once(name)?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    Some(value.split_once('"')?.0.to_owned())
}

/// Anything that was written and published: also what names no type but a date and a headline.
fn is_article(fields: &Map<String, Value>) -> bool {
    let kinds = fields.get("@type").map(words_of).unwrap_or_default();
    let ends = [
        "Article",
        "Posting",
        "BlogPost",
        "WebPage",
        "CreativeWork",
        "Report",
        "Review",
        "Recipe",
    ];
    kinds.iter().any(|kind| ends.iter().any(|end| kind.ends_with(end)))
        || (kinds.is_empty() && fields.contains_key("headline"))
}

/// The strings in a value, whatever its form.
fn words_of(value: &Value) -> Vec<String> {
    match value {
        Value::String(words) => vec![words.trim().to_owned()],
        Value::Array(all) => all.iter().flat_map(words_of).collect(),
        Value::Object(fields) => fields.get("@value").map(words_of).unwrap_or_default(),
        Value::Number(number) => vec![number.to_string()],
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

/// The names of people and organisations.
fn names_in(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(all)) => all.iter().flat_map(|it| names_in(Some(it))).collect(),
        Some(Value::Object(fields)) => fields.get("name").map(words_of).unwrap_or_default(),
        Some(Value::String(name)) => vec![name.trim().to_owned()],
        Some(Value::Null | Value::Bool(_) | Value::Number(_)) | None => Vec::new(),
    }
}
