//! One attribute's value as a client sent it: checked against its definition, in canonical form.

use serde_json::{Map, Value};

use crate::attribute::{Attribute, Kind};
use crate::error::{ScimError, ScimType};
use crate::resource::is_read_only;

/// Reads values, and knows where it is for the sake of the error's sentence.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// The path so far.
    pub(crate) path: &'a str,
    /// What stands between the path and a member's name.
    pub(crate) separator: char,
}

impl<'a> Reading<'a> {
    /// At a core attribute.
    pub(crate) fn of(attribute: &Attribute) -> Self {
        Self {
            path: attribute.name,
            separator: '.',
        }
    }

    /// At this path.
    pub(crate) fn at(path: &'a str) -> Self {
        Self {
            path,
            separator: '.',
        }
    }

    /// A whole value; `None` when it counts as absent, or only the server writes it.
    pub(crate) fn value(
        self,
        attribute: &Attribute,
        value: &Value,
    ) -> Result<Option<Value>, ScimError> {
        if is_read_only(attribute) {
            return Ok(None);
        }
        if !attribute.multi_valued {
            return self.single(attribute, value);
        }
        match value {
            Value::Null => Ok(None),
            Value::Array(values) => self.list(attribute, values),
            _ => Err(self.wrong("must be a list")),
        }
    }

    /// The values of a multi-valued attribute; `None` when there is none.
    pub(crate) fn list(
        self,
        attribute: &Attribute,
        values: &[Value],
    ) -> Result<Option<Value>, ScimError> {
        let mut list = Vec::with_capacity(values.len());
        for value in values {
            list.extend(self.single(attribute, value)?);
        }
        let is_primary = |value: &&Value| value.get("primary") == Some(&Value::Bool(true));
        if list.iter().filter(is_primary).count() > 1 {
            return Err(self.wrong("must not have more than one primary value"));
        }
        Ok((!list.is_empty()).then_some(Value::Array(list)))
    }

    /// One value, or one of several; `None` when it counts as absent.
    pub(crate) fn single(
        self,
        attribute: &Attribute,
        value: &Value,
    ) -> Result<Option<Value>, ScimError> {
        match (attribute.kind, value) {
            (_, Value::Null) => Ok(None),
            (Kind::Complex, value) => Ok(self
                .members(attribute.sub_attributes, value)?
                .map(Value::Object)),
            (Kind::Boolean, Value::Bool(_)) => Ok(Some(value.clone())),
            (Kind::Boolean, _) => Err(self.wrong("must be true or false")),
            (Kind::Integer, Value::Number(number)) if !number.is_f64() => Ok(Some(value.clone())),
            (Kind::Integer, _) => Err(self.wrong("must be a whole number")),
            (_, Value::String(text)) => self.text(attribute, text),
            _ => Err(self.wrong("must be a text")),
        }
    }

    /// The members of an object, by these definitions; `None` when none of them has a value.
    pub(crate) fn members(
        self,
        attributes: &'static [Attribute],
        value: &Value,
    ) -> Result<Option<Map<String, Value>>, ScimError> {
        let given = match value {
            Value::Null => return Ok(None),
            Value::Object(given) => given,
            _ => return Err(self.wrong("must be an object")),
        };
        let mut members = Map::new();
        for (name, value) in given {
            let known = attributes
                .iter()
                .find(|known| known.name.eq_ignore_ascii_case(name));
            let Some(attribute) = known else {
                continue;
            };
            let path = format!("{}{}{}", self.path, self.separator, attribute.name);
            let value = Reading::at(&path).value(attribute, value)?;
            if let Some(value) = value
                && members.insert(attribute.name.to_owned(), value).is_some()
            {
                return Err(Reading::at(&path).wrong("is given twice"));
            }
        }
        let missing = attributes
            .iter()
            .find(|attribute| attribute.required && !members.contains_key(attribute.name));
        if let Some(missing) = missing {
            return Err(self.wrong(&format!("needs {}", missing.name)));
        }
        Ok((!members.is_empty()).then_some(members))
    }

    fn text(self, attribute: &Attribute, text: &str) -> Result<Option<Value>, ScimError> {
        if text.contains('\0') {
            return Err(self.wrong("must not contain the character NUL"));
        }
        if attribute.required && text.trim().is_empty() {
            return Ok(None);
        }
        if attribute.kind == Kind::DateTime && crate::wire::instant(text).is_none() {
            return Err(self.wrong("must be a time as in 2026-01-31T12:00:00Z"));
        }
        if attribute.reference_types.contains(&"external") && !is_web_address(text) {
            return Err(self.wrong("must be an address that begins with https:// or http://"));
        }
        if attribute.canonical_values.is_empty() {
            return Ok(Some(text.into()));
        }
        let same = |known: &&&str| match attribute.case_exact {
            true => **known == text,
            false => known.eq_ignore_ascii_case(text),
        };
        match attribute.canonical_values.iter().find(same) {
            Some(known) => Ok(Some((*known).into())),
            None => {
                let known = attribute.canonical_values.join(", ");
                Err(self.wrong(&format!("must be one of: {known}")))
            }
        }
    }

    fn wrong(self, what: &str) -> ScimError {
        ScimError::of(ScimType::InvalidValue, format!("{} {what}.", self.path))
    }
}

fn is_web_address(text: &str) -> bool {
    let rest = text.split_once("://").and_then(|(scheme, rest)| {
        let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        is_web.then_some(rest)
    });
    let has_no_gap = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    has_no_gap && rest.is_some_and(|rest| !rest.is_empty())
}
