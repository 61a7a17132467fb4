//! The changes that one operation makes to one attribute.

use serde_json::{Map, Value};

use super::Op;
use crate::attribute::{Attribute, Kind, Mutability};
use crate::error::{ScimError, ScimType};
use crate::filter::{Comparison, Filter, Literal};
use crate::resource::is_read_only;
use crate::value::Reading;

/// The object that holds the attribute.
type Container = Map<String, Value>;

/// An attribute, and its path for the sake of an error's sentence.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) path: &'a str,
    pub(super) attribute: &'static Attribute,
}

impl Site<'_> {
    fn error(self, scim_type: ScimType, what: &str) -> ScimError {
        ScimError::of(scim_type, format!("{} {what}.", self.path))
    }

    fn values(self, container: &Container) -> Vec<Value> {
        match container.get(self.attribute.name) {
            Some(Value::Array(values)) => values.clone(),
            _ => Vec::new(),
        }
    }

    /// Writes the attribute, or takes it away; holds it to its mutability.
    fn put(self, container: &mut Container, value: Option<Value>) -> Result<(), ScimError> {
        let name = self.attribute.name;
        let before = container.get(name);
        if self.attribute.mutability == Mutability::Immutable
            && before.is_some()
            && before != value.as_ref()
        {
            return Err(self.error(ScimType::Mutability, "can't be changed"));
        }
        match value {
            Some(value) => container.insert(name.to_owned(), value),
            None => container.remove(name),
        };
        Ok(())
    }

    fn put_list(self, container: &mut Container, values: Vec<Value>) -> Result<(), ScimError> {
        self.put(
            container,
            (!values.is_empty()).then_some(Value::Array(values)),
        )
    }

    /// What only the server writes may be named with the value that it has.
    fn refuse_read_only(self, container: &Container, value: &Value) -> Result<(), ScimError> {
        if container.get(self.attribute.name) == Some(value) {
            return Ok(());
        }
        Err(self.error(ScimType::Mutability, "is read-only"))
    }
}

/// An operation on a whole attribute.
pub(super) fn whole(
    container: &mut Container,
    site: Site<'_>,
    op: Op,
    value: &Value,
) -> Result<(), ScimError> {
    let attribute = site.attribute;
    if is_read_only(attribute) {
        return site.refuse_read_only(container, value);
    }
    match op {
        Op::Remove if attribute.multi_valued && !value.is_null() => {
            let gone = listed(site, value)?;
            let mut values = site.values(container);
            values.retain(|value| !gone.iter().any(|gone| is_same(attribute, gone, value)));
            site.put_list(container, values)
        }
        Op::Remove => site.put(container, None),
        Op::Replace if value.is_null() => site.put(container, None),
        Op::Add if value.is_null() => Ok(()),
        Op::Replace if attribute.multi_valued => {
            let before = site.values(container);
            let mut values = Vec::new();
            for new in listed(site, value)? {
                let kept = before
                    .iter()
                    .find(|before| is_equal(attribute, &new, before));
                let new = kept.cloned().unwrap_or(new);
                if !values.contains(&new) {
                    values.push(new);
                }
            }
            site.put_list(container, values)
        }
        Op::Add if attribute.multi_valued => {
            let mut values = site.values(container);
            add_missing(attribute, &mut values, listed(site, value)?);
            site.put_list(container, values)
        }
        Op::Add | Op::Replace if attribute.kind == Kind::Complex => {
            let mut members = object(container.get(attribute.name));
            merge(site, &mut members, value)?;
            site.put(
                container,
                (!members.is_empty()).then_some(Value::Object(members)),
            )
        }
        Op::Add | Op::Replace => {
            let value = Reading::at(site.path).single(attribute, value)?;
            site.put(container, value)
        }
    }
}

/// An operation on a sub-attribute: of a single value, or of each of several.
pub(super) fn part(
    container: &mut Container,
    site: Site<'_>,
    sub: &'static Attribute,
    op: Op,
    value: &Value,
) -> Result<(), ScimError> {
    if is_read_only(site.attribute) || is_read_only(sub) {
        return Err(site.error(ScimType::Mutability, "is read-only"));
    }
    let inner = Site {
        path: site.path,
        attribute: sub,
    };
    if !site.attribute.multi_valued {
        let mut members = object(container.get(site.attribute.name));
        whole(&mut members, inner, op, value)?;
        return site.put(
            container,
            (!members.is_empty()).then_some(Value::Object(members)),
        );
    }
    let mut values = site.values(container);
    if values.is_empty() && op != Op::Remove {
        return Err(site.error(ScimType::NoTarget, "has no value to change"));
    }
    for index in 0..values.len() {
        part_of(&mut values, index, inner, op, value)?;
    }
    site.put_list(container, values)
}

/// An operation on those values that fulfil a filter, or on a sub-attribute of each.
pub(super) fn chosen(
    container: &mut Container,
    site: Site<'_>,
    filter: &Filter,
    sub: Option<&'static Attribute>,
    op: Op,
    value: &Value,
) -> Result<(), ScimError> {
    let attribute = site.attribute;
    if is_read_only(attribute) || sub.is_some_and(is_read_only) {
        return Err(site.error(ScimType::Mutability, "is read-only"));
    }
    let mut values = site.values(container);
    let matches = |value: &Value| {
        value
            .as_object()
            .is_some_and(|members| filter.matches_value(attribute, members))
    };
    if op == Op::Remove && sub.is_none() {
        values.retain(|value| !matches(value));
        return site.put_list(container, values);
    }
    let count = values.len();
    let mut indices: Vec<usize> = (0..count)
        .filter(|index| matches(&values[*index]))
        .collect();
    if indices.is_empty() {
        match (op, described(attribute, filter)) {
            (Op::Remove, _) => return Ok(()),
            // RFC 7644, 3.5.2.1: what doesn't exist yet is added, and the filter says what it is.
            (Op::Add, Some(members)) => {
                indices.push(values.len());
                values.push(Value::Object(members));
            }
            _ => return Err(site.error(ScimType::NoTarget, "selects no value")),
        }
    }
    for index in indices {
        match sub {
            Some(sub) => {
                part_of(
                    &mut values,
                    index,
                    Site {
                        path: site.path,
                        attribute: sub,
                    },
                    op,
                    value,
                )?;
            }
            None => {
                let mut members = match op {
                    Op::Replace => Map::new(),
                    _ => object(values.get(index)),
                };
                merge(site, &mut members, value)?;
                values[index] = Value::Object(members);
            }
        }
        if index == count {
            // Made from the filter, which nobody has checked yet.
            let made = Reading::at(site.path).single(attribute, &values[index])?;
            values[index] = made.unwrap_or_default();
        }
        if is_primary(&values[index]) {
            demote_others(&mut values, index);
        }
    }
    values.retain(|value| value.as_object().is_some_and(|members| !members.is_empty()));
    if let Some(missing) = values
        .iter()
        .find_map(|value| missing_part(attribute, value))
    {
        return Err(site.error(ScimType::InvalidValue, &format!("needs {missing}")));
    }
    site.put_list(container, values)
}

fn is_primary(value: &Value) -> bool {
    value.get("primary") == Some(&Value::Bool(true))
}

fn missing_part(attribute: &Attribute, value: &Value) -> Option<&'static str> {
    let required = attribute.sub_attributes.iter().filter(|sub| sub.required);
    required
        .map(|sub| sub.name)
        .find(|name| value.get(name).is_none())
}

fn part_of(
    values: &mut [Value],
    index: usize,
    inner: Site<'_>,
    op: Op,
    value: &Value,
) -> Result<(), ScimError> {
    let Some(Value::Object(members)) = values.get_mut(index) else {
        return Ok(());
    };
    whole(members, inner, op, value)?;
    if inner.attribute.required && !members.contains_key(inner.attribute.name) {
        return Err(inner.error(ScimType::Mutability, "is required and can't be removed"));
    }
    Ok(())
}

/// The values of an operation on a list: a list, or a single one in its place.
fn listed(site: Site<'_>, value: &Value) -> Result<Vec<Value>, ScimError> {
    let given = match value {
        Value::Array(values) => values.as_slice(),
        value => std::slice::from_ref(value),
    };
    match Reading::at(site.path).list(site.attribute, given)? {
        Some(Value::Array(values)) => Ok(values),
        _ => Ok(Vec::new()),
    }
}

/// Adds those that aren't there yet; a new primary value takes the place of the one before.
fn add_missing(attribute: &Attribute, values: &mut Vec<Value>, new: Vec<Value>) {
    for new in new {
        if values.iter().any(|value| is_same(attribute, &new, value)) {
            continue;
        }
        let is_primary = is_primary(&new);
        values.push(new);
        if is_primary {
            let last = values.len() - 1;
            demote_others(values, last);
        }
    }
}

fn demote_others(values: &mut [Value], primary: usize) {
    for (index, value) in values.iter_mut().enumerate() {
        if let Some(flag) = value.get_mut("primary")
            && index != primary
        {
            *flag = Value::Bool(false);
        }
    }
}

/// Whether a value that a client names is one that is there.
///
/// Where `value` can't change, as of members, it alone decides; elsewhere every part that is named.
fn is_same(attribute: &Attribute, named: &Value, there: &Value) -> bool {
    let (Value::Object(named), Value::Object(there)) = (named, there) else {
        return named == there;
    };
    match attribute.sub("value") {
        Some(value) if value.mutability == Mutability::Immutable => {
            named.get(value.name) == there.get(value.name)
        }
        _ => named
            .iter()
            .all(|(name, value)| there.get(name) == Some(value)),
    }
}

/// Whether a value in a new list is one of the old list, as far as a client can say: what the server
/// adds to it then stays.
fn is_equal(attribute: &Attribute, new: &Value, before: &Value) -> bool {
    let written = |value: &Value| {
        let mut members = object(Some(value));
        members.retain(|name, _| attribute.sub(name).is_some_and(|sub| !is_read_only(sub)));
        members
    };
    match attribute.sub("value") {
        Some(value) if value.mutability == Mutability::Immutable => is_same(attribute, new, before),
        _ => new == before || (new.is_object() && written(new) == written(before)),
    }
}

/// Sets the members that are named, and leaves the others (RFC 7644, section 3.5.2.3).
fn merge(site: Site<'_>, members: &mut Container, value: &Value) -> Result<(), ScimError> {
    let Value::Object(given) = value else {
        return Err(site.error(ScimType::InvalidValue, "must be an object"));
    };
    for (name, value) in given {
        let sub = site
            .attribute
            .sub(name)
            .ok_or_else(|| site.error(ScimType::InvalidPath, &format!("has no {name}")))?;
        let path = format!("{}.{}", site.path, sub.name);
        whole(
            members,
            Site {
                path: &path,
                attribute: sub,
            },
            Op::Replace,
            value,
        )?;
    }
    Ok(())
}

fn object(value: Option<&Value>) -> Container {
    value
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default()
}

/// The value that a filter describes, when it says with `eq` and `and` alone what its parts are.
fn described(attribute: &Attribute, filter: &Filter) -> Option<Container> {
    match filter {
        Filter::Compare {
            path,
            op: Comparison::Equal,
            literal,
        } => {
            let sub = attribute.sub(&path.name).filter(|sub| !is_read_only(sub))?;
            let value = match literal {
                Literal::Text(text) => Value::from(text.as_str()),
                Literal::Bool(value) => Value::from(*value),
                Literal::Number(number) => Value::from(number.clone()),
                Literal::Null => return None,
            };
            Some(Container::from_iter([(sub.name.to_owned(), value)]))
        }
        Filter::And(operands) => {
            let mut members = Container::new();
            for operand in operands {
                members.extend(described(attribute, operand)?);
            }
            Some(members)
        }
        _ => None,
    }
}
