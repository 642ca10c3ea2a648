//! Saved web pages: the whole text, and what of it is the article.

mod article;
mod data;
mod facts;
mod head;
mod marked;
mod mend;
mod text;
mod tree;

use super::{NOT_READ, Source, parts, title};
use crate::{
    model::{Document, DocumentId, Place},
    problem::Problem,
};

/// The article in a page.
pub(super) fn documents(source: &Source, html: &str) -> (Vec<Document>, Vec<Problem>) {
    let (page, too_deep) = tree::parse(html);
    let head = head::head(&page);
    let text = text::text(&page, facts::host(&head).as_deref());
    if text.whole.is_empty() {
        return (Vec::new(), vec![Problem::new(&source.name, NOT_READ, "it shows no text")]);
    }
    let told = facts::title(&head);
    if let Some(documents) = parts::documents(source, &text.whole) {
        return (documents, Vec::new());
    }
    let outside = article::outside(&page, &text, told.as_deref(), html.len());
    let title = told
        .or_else(|| title::title(&outside.without(&text.whole), false))
        .unwrap_or_else(|| title::stem(&source.name));
    let document = Document {
        id: DocumentId::of(&text.whole),
        places: vec![Place {
            name: source.name.clone(),
            path: source.name.clone(),
            record: None,
        }],
        title,
        source: facts::source(&head),
        author: facts::author(&head),
        url: facts::address(&head).map(str::to_owned),
        published: None,
        language: head.language,
        hints: head.hints,
        text: text.whole,
        outside,
    };
    let problems = too_deep.map(|depth| {
        let why = format!("elements nested {depth} deep; those deeper than any page needs were read as plain text");
        Problem::new(&source.name, "read without some of its structure", why)
    });
    (vec![document], problems.into_iter().collect())
}
