//! What each kind of JSON value means for each type that is read.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::forgiving::{Forgiving, Object, Seed, fill};

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
