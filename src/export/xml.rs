//! XML, written piece by piece: well-formed whatever the text is.
//!
//! Characters that XML 1.0 forbids are swapped one for one, so that offsets stay true: a
//! control character for its picture (U+0001 for ␁), U+FFFE and U+FFFF for �.

/// A document being written.
#[derive(Debug)]
pub(super) struct Xml {
    out: String,
    swapped: usize,
}

impl Xml {
    /// A document that begins with `head`, which is XML already.
    pub(super) fn new(head: &str) -> Self {
        Self { out: head.to_owned(), swapped: 0 }
    }

    /// `<name attribute="value">`
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.extend([" ", name, "=\""]);
            for (nth, part) in value.split('"').enumerate() {
                self.out.push_str(if nth == 0 { "" } else { "&quot;" });
                self.text(part);
            }
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// `</name>`
    pub(super) fn close(&mut self, name: &str) {
        self.out.extend(["</", name, ">"]);
    }

    /// `</name>` at a line's end.
    pub(super) fn close_line(&mut self, name: &str) {
        self.close(name);
        self.out.push('\n');
    }

    /// `<name>text</name>`, a line of its own.
    pub(super) fn element(&mut self, name: &str, text: &str) {
        self.open(name, &[]);
        self.text(text);
        self.close_line(name);
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                // Bare, `]]>` would end a section that was never opened.
                '>' => self.out.push_str("&gt;"),
                // Bare, a reader would take it for a line feed.
                '\r' => self.out.push_str("&#13;"),
                _ => {
                    let allowed = self.allowed(character);
                    self.out.push(allowed);
                }
            }
        }
    }

    fn allowed(&mut self, character: char) -> char {
        let instead = match character {
            '\t' | '\n' => return character,
            '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)),
            '\u{FFFE}' | '\u{FFFF}' => None,
            _ => return character,
        };
        self.swapped += 1;
        instead.unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// Closes the outermost element; the bytes, and how many characters were swapped.
    pub(super) fn end(mut self, name: &str) -> (Vec<u8>, usize) {
        self.close_line(name);
        (self.out.into_bytes(), self.swapped)
    }
}
