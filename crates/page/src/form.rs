//! What was typed into a form.

/// The fields of a form, each with what was typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    /// As a browser sends it.
    pub(crate) const fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// What was typed into a field, without spaces around it; empty for none.
    pub(crate) fn text(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, text)| text.trim())
    }

    /// The word by which it is known again.
    pub(crate) fn word(&self) -> &str {
        let word = self.text("once");
        let is_one = word.len() == 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_one { word } else { "" }
    }

    /// Whether a field was sent at all.
    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// What was typed, where it is this form of these that was sent: it is there again after it was refused.
    pub(crate) fn again(&self, what: &str, id: &str, name: &str) -> &str {
        let same = self.text("what") == what && self.text("id") == id;
        if same { self.text(name) } else { "" }
    }
}
