//! Reading JSON without insisting on its types, in one pass and without a tree.
//!
//! Only serde_json's own reader over a text is supported: skipped values are taken from it raw.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
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

/// What a JSON value comes to, for one target type. Everything comes to nothing by default.
pub(super) trait Meaning<'de>: Sized {
    type Value: Default;

    fn text(self, _text: Cow<'de, str>) -> Self::Value {
        Self::Value::default()
    }

    fn boolean(self, _value: bool) -> Self::Value {
        Self::Value::default()
    }

    fn unsigned(self, _value: u64) -> Self::Value {
        Self::Value::default()
    }

    fn signed(self, _value: i64) -> Self::Value {
        Self::Value::default()
    }

    fn float(self, _value: f64) -> Self::Value {
        Self::Value::default()
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self::Value::default())
    }

    fn object<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Self::Value::default())
    }
}

/// Turns a [`Meaning`] into serde's visitor.
pub(super) struct Forgive<M>(pub(super) M);

impl<'de, M: Meaning<'de>> Visitor<'de> for Forgive<M> {
    type Value = M::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(self.0.text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.0.text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(self.0.text(Cow::Owned(text)))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(self.0.boolean(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(self.0.unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(self.0.signed(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(self.0.float(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(M::Value::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        self.0.list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        self.0.object(map)
    }
}

struct Text;

impl<'de> Meaning<'de> for Text {
    type Value = Option<Cow<'de, str>>;

    fn text(self, text: Cow<'de, str>) -> Self::Value {
        Some(text)
    }

    fn boolean(self, value: bool) -> Self::Value {
        Some(Cow::Borrowed(if value { "true" } else { "false" }))
    }

    fn unsigned(self, value: u64) -> Self::Value {
        Some(Cow::Owned(value.to_string()))
    }

    fn signed(self, value: i64) -> Self::Value {
        Some(Cow::Owned(value.to_string()))
    }

    fn float(self, value: f64) -> Self::Value {
        Some(Cow::Owned(value.to_string()))
    }
}

impl<'de> Forgiving<'de> for Option<Cow<'de, str>> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Forgive(Text))
    }
}

impl<'de> Forgiving<'de> for Cow<'de, str> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::read(deserializer)?.unwrap_or_default())
    }
}

struct Flag;

impl<'de> Meaning<'de> for Flag {
    type Value = Option<bool>;

    fn text(self, text: Cow<'de, str>) -> Self::Value {
        match text.trim() {
            text if text.eq_ignore_ascii_case("true") || text == "1" => Some(true),
            text if text.eq_ignore_ascii_case("false") || text == "0" => Some(false),
            _ => None,
        }
    }

    fn boolean(self, value: bool) -> Self::Value {
        Some(value)
    }

    fn unsigned(self, value: u64) -> Self::Value {
        match value {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl<'de> Forgiving<'de> for Option<bool> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Forgive(Flag))
    }
}

/// A count: what is negative, fractional or past `i64::MAX` is none.
struct Count;

impl<'de> Meaning<'de> for Count {
    type Value = Option<u64>;

    fn text(self, text: Cow<'de, str>) -> Self::Value {
        text.trim()
            .parse()
            .ok()
            .and_then(|value| Count.unsigned(value))
    }

    fn unsigned(self, value: u64) -> Self::Value {
        i64::try_from(value).is_ok().then_some(value)
    }

    fn float(self, value: f64) -> Self::Value {
        /// Up to here every whole number is a double of its own.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        let is_count = value.fract() == 0.0 && (0.0..=EXACT).contains(&value);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and in range, as just checked"
        )]
        is_count.then_some(value as u64)
    }
}

impl<'de> Forgiving<'de> for Option<u64> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Forgive(Count))
    }
}

struct One<T>(PhantomData<T>);

impl<'de, T: Object<'de>> Meaning<'de> for One<T> {
    type Value = Option<T>;

    fn text(self, text: Cow<'de, str>) -> Self::Value {
        T::from_text(text)
    }

    fn object<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        fill(map).map(Some)
    }
}

impl<'de, T: Object<'de>> Forgiving<'de> for Option<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Forgive(One(PhantomData)))
    }
}

/// A list; a single value in its place is a list of one, and values that mean nothing are left out.
struct Many<T>(PhantomData<T>);

impl<'de, T: Object<'de>> Meaning<'de> for Many<T> {
    type Value = Option<Vec<T>>;

    fn text(self, text: Cow<'de, str>) -> Self::Value {
        T::from_text(text).map(|value| vec![value])
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Seed::<Option<T>>::new())? {
            values.extend(value);
        }
        Ok(Some(values))
    }

    fn object<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Ok(Some(vec![fill(map)?]))
    }
}

impl<'de, T: Object<'de>> Forgiving<'de> for Option<Vec<T>> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Forgive(Many(PhantomData)))
    }
}
