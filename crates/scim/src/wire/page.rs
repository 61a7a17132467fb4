//! A page of resources, of which some may be broken.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess};
use serde_json::value::RawValue;

use super::delta::DeltaTokenWire;
use super::forgiving::{self, Forgiving, Object, Seed, object};
use super::group::GroupWire;
use super::meaning::{Forgive, Meaning};
use super::organization::{InvoiceWire, OrganizationWire};
use super::user::UserWire;
use super::{Unreadable, is_web_page};

/// A page, by index or by cursor, of a list or of a delta query.
#[derive(Debug, Clone)]
pub struct PageWire<'a, T> {
    /// Each resource, or why it can't be read.
    pub resources: Vec<Result<T, BrokenResource>>,
    /// How many there are on all pages; `None` where the server doesn't say, or says nonsense.
    pub total: Option<u64>,
    /// The number of the first resource on this page.
    pub start_index: Option<u64>,
    /// How many resources this page holds, as the server counts.
    pub items_per_page: Option<u64>,
    /// The next page's cursor; `None` on the last page.
    pub next_cursor: Option<Cow<'a, str>>,
    /// Where the next delta query begins.
    pub next_delta_token: Option<DeltaTokenWire<'a>>,
}

/// A resource that can't be read, and fails nobody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenResource {
    /// Its id, where that much can be read.
    pub id: Option<String>,
    /// Why.
    pub why: Broken,
}

/// Why a resource can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// It has no id.
    WithoutId,
    /// It is not an object.
    NotAnObject,
    /// It can't be parsed, as the parser says.
    Unreadable(String),
}

impl From<Broken> for BrokenResource {
    fn from(why: Broken) -> Self {
        Self { id: None, why }
    }
}

/// A resource that may stand on a page.
pub(super) trait PageItem<'de>: Object<'de> {
    /// The id, empty where there is none.
    fn id(&self) -> &str;
}

impl<'de> PageItem<'de> for UserWire<'de> {
    fn id(&self) -> &str {
        &self.id
    }
}

impl<'de> PageItem<'de> for GroupWire<'de> {
    fn id(&self) -> &str {
        &self.id
    }
}

impl<'de> PageItem<'de> for OrganizationWire<'de> {
    fn id(&self) -> &str {
        &self.id
    }
}

impl<'de> PageItem<'de> for InvoiceWire<'de> {
    fn id(&self) -> &str {
        &self.id
    }
}

/// Reads a page in one pass, or resource by resource when that fails.
pub(super) fn parse<'de, T: PageItem<'de>>(text: &'de str) -> Result<PageWire<'de, T>, Unreadable> {
    if is_web_page(text) {
        return Err(Unreadable::WebPage);
    }
    let envelope: Result<Option<Envelope<'de, Vec<Item<T>>>>, _> = forgiving::read(text);
    let envelope = match envelope {
        Ok(envelope) => envelope.ok_or(Unreadable::NotAnObject)?,
        Err(_) => {
            let raw: Option<Envelope<'de, Vec<&'de RawValue>>> =
                forgiving::read(text).map_err(Unreadable::Json)?;
            raw.ok_or(Unreadable::NotAnObject)?
                .with_resources(read_alone)
        }
    };
    Ok(PageWire {
        resources: envelope.resources.into_iter().map(|item| item.0).collect(),
        total: envelope.total,
        start_index: envelope.start_index,
        items_per_page: envelope.items_per_page,
        next_cursor: envelope.next_cursor.filter(|cursor| !cursor.is_empty()),
        next_delta_token: envelope
            .next_delta_token
            .filter(|token| !token.value.is_empty()),
    })
}

/// A list response around resources in some state of being read.
#[derive(Default)]
struct Envelope<'a, R> {
    total: Option<u64>,
    start_index: Option<u64>,
    items_per_page: Option<u64>,
    next_cursor: Option<Cow<'a, str>>,
    next_delta_token: Option<DeltaTokenWire<'a>>,
    resources: R,
}

object!(Envelope<'de, R>, with [R: Default + Forgiving<'de>] {
    "totalResults" => total,
    "startIndex" => start_index,
    "itemsPerPage" => items_per_page,
    "nextCursor" => next_cursor,
    "nextDeltaToken" => next_delta_token,
    "Resources" => resources,
});

impl<'a> Envelope<'a, Vec<&'a RawValue>> {
    fn with_resources<T>(self, read: impl Fn(&'a str) -> Item<T>) -> Envelope<'a, Vec<Item<T>>> {
        Envelope {
            total: self.total,
            start_index: self.start_index,
            items_per_page: self.items_per_page,
            next_cursor: self.next_cursor,
            next_delta_token: self.next_delta_token,
            resources: self
                .resources
                .into_iter()
                .map(|raw| read(raw.get()))
                .collect(),
        }
    }
}

/// One entry of `Resources`.
struct Item<T>(Result<T, BrokenResource>);

impl<'de, T: PageItem<'de>> Item<T> {
    fn of(resource: Option<T>) -> Self {
        Self(match resource {
            Some(resource) if resource.id().is_empty() => Err(Broken::WithoutId.into()),
            Some(resource) => Ok(resource),
            None => Err(Broken::NotAnObject.into()),
        })
    }
}

fn read_alone<'de, T: PageItem<'de>>(text: &'de str) -> Item<T> {
    match forgiving::read(text) {
        Ok(resource) => Item::of(resource),
        Err(error) => {
            let id = forgiving::read::<Option<IdOnly<'de>>>(text).ok().flatten();
            let id = id
                .map(|found| found.id.into_owned())
                .filter(|id| !id.is_empty());
            Item(Err(BrokenResource {
                id,
                why: Broken::Unreadable(error.to_string()),
            }))
        }
    }
}

/// What is looked for in a resource that can't be read.
#[derive(Default)]
struct IdOnly<'a> {
    id: Cow<'a, str>,
}

object!(IdOnly<'de> { "id" => id });

impl<'de, T: PageItem<'de>> Forgiving<'de> for Vec<Item<T>> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Forgive(Items(PhantomData)))
    }
}

struct Items<T>(PhantomData<T>);

impl<'de, T: PageItem<'de>> Meaning<'de> for Items<T> {
    type Value = Vec<Item<T>>;

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(resource) = list.next_element_seed(Seed::<Option<T>>::new())? {
            items.push(Item::of(resource));
        }
        Ok(items)
    }

    /// A single resource in the list's place.
    fn object<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Ok(vec![Item::of(Some(forgiving::fill(map)?))])
    }
}

impl<'de> Forgiving<'de> for Vec<&'de RawValue> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&'de RawValue>::deserialize(deserializer)?;
        Ok(match raw.get().as_bytes().first() {
            Some(b'[') => serde_json::from_str(raw.get()).map_err(serde::de::Error::custom)?,
            Some(b'{') => vec![raw],
            _ => Vec::new(),
        })
    }
}
