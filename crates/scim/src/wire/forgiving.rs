//! Reading JSON without insisting on its types, in one pass and without a tree.
//!
//! Only serde_json's own reader over a text is supported: skipped values are taken from it raw.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::json::{MAX_DEPTH, nests_deeper};

/// A type that makes something of every JSON value.
pub(super) trait Forgiving<'de>: Sized {
    /// Reads a value; fails only where the text is no JSON.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// A type that is read from an object, by the names of its fields.
pub(super) trait Object<'de>: Default {
    /// The names, best in the order in which servers send them.
    const FIELDS: &'static [&'static str];

    /// Reads the value of the field with this index in [`Object::FIELDS`].
    fn fill<A: MapAccess<'de>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error>;

    /// What a bare text in the object's place means.
    fn from_text(_text: Cow<'de, str>) -> Option<Self> {
        None
    }
}

/// Implements [`Object`]: `object!(Type<'de> { "name" => field, … })`, and optionally what a bare text
/// means: `object!(Type<'de>, text => field { … })`.
macro_rules! object {
    (
        $type:ty $(, text => $text:ident)? $(, with [$($generic:tt)*])? {
            $($name:literal => $field:ident),* $(,)?
        }
    ) => {
        impl<'de $(, $($generic)*)?> crate::wire::forgiving::Object<'de> for $type {
            const FIELDS: &'static [&'static str] = &[$($name),*];

            fn fill<A: serde::de::MapAccess<'de>>(
                &mut self,
                field: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                #[allow(non_camel_case_types, reason = "one variant per field, named as the field")]
                enum Field { $($field),* }
                $(if field == Field::$field as usize {
                    self.$field = map.next_value_seed(crate::wire::forgiving::Seed::new())?;
                    return Ok(());
                })*
                Ok(())
            }

            $(fn from_text(text: std::borrow::Cow<'de, str>) -> Option<Self> {
                let mut object = Self::default();
                object.$text = text;
                Some(object)
            })?
        }
    };
}
pub(super) use object;

/// Reads a whole text.
pub(super) fn read<'de, T: Forgiving<'de>>(text: &'de str) -> Result<T, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = T::read(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// Hands [`Forgiving`] to serde.
pub(super) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Forgiving<'de>> DeserializeSeed<'de> for Seed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

/// Any value, looked at and left: nothing is allocated, nothing recurses, and what nests too deep is
/// an error.
pub(super) fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    let raw = map.next_value::<&'de RawValue>()?.get();
    let nests = raw.starts_with(['{', '[']);
    if nests && nests_deeper(raw.as_bytes(), MAX_DEPTH) {
        return Err(A::Error::custom(format_args!(
            "nests deeper than {MAX_DEPTH} levels"
        )));
    }
    Ok(())
}

/// Fills an object from a map.
pub(super) fn fill<'de, T: Object<'de>, A: MapAccess<'de>>(mut map: A) -> Result<T, A::Error> {
    let mut object = T::default();
    let mut expected = 0;
    while let Some(field) = map.next_key_seed(FieldName {
        names: T::FIELDS,
        expected,
    })? {
        match field {
            Some(field) => {
                object.fill(field, &mut map)?;
                expected = field + 1;
            }
            None => skip(&mut map)?,
        }
    }
    Ok(object)
}

/// Finds a name's index: first where it was expected, as servers send fields in one order, then
/// anywhere in the exact spelling, then in any case.
struct FieldName {
    names: &'static [&'static str],
    expected: usize,
}

impl FieldName {
    fn find(&self, name: &str) -> Option<usize> {
        if self
            .names
            .get(self.expected)
            .is_some_and(|expected| *expected == name)
        {
            return Some(self.expected);
        }
        let exact = self.names.iter().position(|known| *known == name);
        exact.or_else(|| {
            self.names
                .iter()
                .position(|known| known.eq_ignore_ascii_case(name))
        })
    }
}

impl<'de> DeserializeSeed<'de> for FieldName {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FieldName {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an attribute name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.find(name))
    }
}
