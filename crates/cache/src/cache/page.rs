//! Pages for reads that stream the whole list, each found by the last row of the one before.

use rollcall_language::say;
use rollcall_model::UserId;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::schema::{Slot, order_index};
use super::view::{Names, ROW, ROW_WIDTH, read_row};
use super::workspace::Numbers;
use super::{Cache, Shared, state, state_code};
use crate::spoken::Words;
use crate::window::{ranges, words};
use crate::{Direction, Mode, RowView, Sort, StoreError, UserQuery, fold};

/// Where the next page begins: after this row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageKey {
    /// The value sorted by; `None` where that is the name.
    first: Option<First>,
    name_key: String,
    id: UserId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum First {
    Number(i64),
    Text(String),
}

/// A page of a streaming read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The rows, each with the names of all its workspaces.
    pub rows: Vec<RowView>,
    /// Where the next begins; `None` after the last.
    pub next: Option<PageKey>,
}

impl Cache {
    /// The page after a place, for reads that stream the whole list. The cost doesn't depend on the
    /// place. A user whom a change moves in the order meanwhile may be missed, or come twice.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn page_after(
        &self,
        query: &UserQuery,
        after: Option<&PageKey>,
        limit: u32,
    ) -> Result<Page, StoreError> {
        self.0.follow()?;
        self.0.prepare_order(query.sort)?;
        self.0.store.read(
            || say!("faults-try-read-page"),
            |connection| {
                let slot = state::read(connection)?.served;
                let numbers = self.0.numbers(connection)?;
                let names = self.0.names(connection, slot)?;
                Ok(read_page(
                    connection, slot, &numbers, &names, query, after, limit,
                )?)
            },
        )
    }
}

impl Shared {
    /// Makes the index of an order if it is missing, so that its pages are found and not sorted. Left out
    /// while the first read fills the table, and beside another process that writes: pages are sorted
    /// then.
    pub(crate) fn prepare_order(&self, sort: Sort) -> Result<(), StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-prepare-order");
        if sort == Sort::Name || self.mode == Mode::Reader {
            return Ok(());
        }
        let index = order_index(sort);
        let missing = self.store.read(ATTEMPTED, |connection| {
            let now = state::read(connection)?;
            let name = now.served.sql(index.name);
            let there = connection
                .prepare_cached("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?1")?
                .exists([name])?;
            Ok(now.complete && !there)
        })?;
        if missing {
            let made = self.store.write(ATTEMPTED, |connection| {
                let served = state::read(connection)?.served;
                Ok(connection.execute_batch(&served.sql(&index.create()))?)
            });
            made?;
        }
        Ok(())
    }
}

/// The statement for a page and its values, the last of which is the limit.
fn statement(
    query: &UserQuery,
    numbers: &Numbers,
    after: Option<&PageKey>,
) -> (String, Vec<Value>) {
    let columns = order_index(query.sort).columns;
    let mut clauses: Vec<String> = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    let mut bind = |value: Value| {
        values.push(value);
        format!("?{}", values.len())
    };
    if let Some(key) = after {
        let mut places = Vec::new();
        match &key.first {
            Some(First::Number(number)) => places.push(bind(Value::Integer(*number))),
            Some(First::Text(text)) => places.push(bind(Value::Text(text.clone()))),
            None => {}
        }
        places.push(bind(Value::Text(key.name_key.clone())));
        places.push(bind(Value::Text(key.id.as_str().to_owned())));
        let beyond = match query.direction {
            Direction::Ascending => ">",
            Direction::Descending => "<",
        };
        clauses.push(format!(
            "({}) {beyond} ({})",
            columns.join(", "),
            places.join(", ")
        ));
    }
    // The plus signs keep the planner from any index but that of the order.
    if !query.roles.is_empty() {
        let roles: Vec<String> = query
            .roles
            .iter()
            .map(|role| bind(Value::Text(role.as_str().to_owned())))
            .collect();
        clauses.push(format!("+shown_role IN ({})", roles.join(", ")));
    }
    if !query.states.is_empty() {
        let states: Vec<String> = query
            .states
            .iter()
            .map(|state| bind(Value::Integer(state_code(*state).into())))
            .collect();
        clauses.push(format!("+state IN ({})", states.join(", ")));
    }
    if !query.workspaces.is_empty() {
        let any: Vec<String> = query
            .workspaces
            .iter()
            .filter_map(|id| numbers.get(id))
            .map(|number| {
                format!(
                    "instr(shown_workspaces, {}) > 0",
                    bind(Value::Text(format!(" {number} ")))
                )
            })
            .collect();
        clauses.push(if any.is_empty() {
            "0".to_owned()
        } else {
            format!("({})", any.join(" OR "))
        });
    }
    if let Some((bands, now)) = query
        .activity
        .as_ref()
        .filter(|(bands, _)| !bands.is_empty())
    {
        let any: Vec<String> = ranges(bands, now.as_microsecond())
            .into_iter()
            .map(|(from, to)| {
                let (from, to) = (bind(Value::Integer(from)), bind(Value::Integer(to)));
                format!("+last_active BETWEEN {from} AND {to}")
            })
            .collect();
        clauses.push(format!("({})", any.join(" OR ")));
    }
    for word in words(&fold(&query.search)) {
        let word = bind(Value::Text(word.to_owned()));
        clauses.push(format!(
            "(instr(name_key, {word}) > 0 OR instr(email_key, {word}) > 0)"
        ));
    }
    let filter = if clauses.is_empty() {
        String::new()
    } else {
        format!("WHERE {}", clauses.join(" AND "))
    };
    let direction = match query.direction {
        Direction::Ascending => "",
        Direction::Descending => " DESC",
    };
    let order: Vec<String> = columns
        .iter()
        .map(|column| format!("{column}{direction}"))
        .collect();
    let sql = format!(
        "SELECT {ROW}, {}, name_key FROM users_{{s}} {filter} ORDER BY {} LIMIT ?{}",
        columns[0],
        order.join(", "),
        values.len() + 1,
    );
    (sql, values)
}

fn read_page(
    connection: &Connection,
    slot: Slot,
    numbers: &Numbers,
    names: &Names,
    query: &UserQuery,
    after: Option<&PageKey>,
    limit: u32,
) -> rusqlite::Result<Page> {
    let (sql, mut values) = statement(query, numbers, after);
    // One more than asked for tells whether there is a next page.
    values.push(Value::Integer(i64::from(limit) + 1));
    let limit = limit as usize;
    let mut page = Page {
        rows: Vec::new(),
        next: None,
    };
    let mut last = None;
    let mut statement = connection.prepare_cached(&slot.sql(&sql))?;
    let mut found = statement.query(params_from_iter(values))?;
    while let Some(row) = found.next()? {
        if page.rows.len() == limit {
            page.next = last;
            break;
        }
        let view = read_row(row, names, usize::MAX)?;
        if page.rows.len() + 1 == limit {
            last = Some(key_of(row, query.sort, &view.id)?);
        }
        page.rows.push(view);
    }
    Ok(page)
}

fn key_of(row: &Row<'_>, sort: Sort, id: &UserId) -> rusqlite::Result<PageKey> {
    let first = match sort {
        Sort::Name => None,
        Sort::Email => Some(First::Text(row.get(ROW_WIDTH)?)),
        _ => Some(First::Number(row.get(ROW_WIDTH)?)),
    };
    Ok(PageKey {
        first,
        name_key: row.get(ROW_WIDTH + 1)?,
        id: id.clone(),
    })
}

#[cfg(test)]
mod tests {
    use rollcall_model::{OrgRole, Role, Timestamp, UserState, WorkspaceId};
    use rusqlite::StatementStatus;

    use super::*;
    use crate::Activity;
    use crate::cache::schema::{CREATE_INDEXES, MIGRATIONS};
    use crate::migrate::migrate;

    fn tables() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        assert!(migrate(&mut connection, MIGRATIONS).is_ok());
        let indexes = Sort::ALL.map(|sort| order_index(sort).create());
        for sql in indexes.iter().map(String::as_str).chain([CREATE_INDEXES]) {
            connection.execute_batch(&Slot::A.sql(sql)).unwrap();
        }
        connection
    }

    fn numbers(connection: &Connection) -> Numbers {
        let mut numbers = Numbers::default();
        numbers.give(connection, &WorkspaceId::new("w")).unwrap();
        numbers
    }

    fn place(sort: Sort) -> PageKey {
        let first = match sort {
            Sort::Name => None,
            Sort::Email => Some(First::Text("m".into())),
            _ => Some(First::Number(3)),
        };
        PageKey {
            first,
            name_key: "m".into(),
            id: UserId::new("m"),
        }
    }

    /// Every order from a place on, bare and with every filter.
    fn every_query() -> Vec<UserQuery> {
        let everything = UserQuery {
            search: "ana ruiz".into(),
            roles: vec![OrgRole::Known(Role::Admin)],
            states: vec![UserState::Pending, UserState::Active],
            workspaces: vec![WorkspaceId::new("w")],
            activity: Some((vec![Activity::Never, Activity::Week], Timestamp::UNIX_EPOCH)),
            ..UserQuery::default()
        };
        let mut queries = Vec::new();
        for sort in Sort::ALL {
            for direction in [Direction::Ascending, Direction::Descending] {
                queries.push(UserQuery {
                    sort,
                    direction,
                    ..UserQuery::default()
                });
                queries.push(UserQuery {
                    sort,
                    direction,
                    ..everything.clone()
                });
            }
        }
        queries
    }

    #[test]
    fn a_page_is_found_by_the_index_of_its_order_and_never_sorted() {
        let connection = tables();
        let numbers = numbers(&connection);
        for query in every_query() {
            for after in [None, Some(place(query.sort))] {
                let (sql, values) = statement(&query, &numbers, after.as_ref());
                let mut explain = connection
                    .prepare(&format!("EXPLAIN QUERY PLAN {}", Slot::A.sql(&sql)))
                    .unwrap();
                let given = values.into_iter().chain([Value::Integer(51)]);
                let plan: Vec<String> = explain
                    .query_map(params_from_iter(given), |row| row.get(3))
                    .unwrap()
                    .collect::<Result<_, _>>()
                    .unwrap();
                let index = Slot::A.sql(order_index(query.sort).name);
                let how = if after.is_some() { "SEARCH" } else { "SCAN" };
                let first = format!("{how} users_a USING INDEX {index}");
                assert!(
                    plan[0].starts_with(&first),
                    "an index in order, entered at the place: {plan:?}"
                );
                let beyond = format!("({})", order_index(query.sort).columns.join(","));
                assert!(
                    after.is_none() || plan[0].contains(&beyond),
                    "by all its columns: {plan:?}"
                );
                assert_eq!(plan.len(), 1, "no sort: {plan:?}");
            }
        }
    }

    #[test]
    fn a_page_at_row_90_000_visits_no_more_than_one_at_row_0() {
        let connection = tables();
        connection
            .execute_batch(
                "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
                 INSERT INTO users_a (id, user_name, display_name, role, active, last_active, workspaces,
                    shown_role, shown_workspaces, laid_over, state, role_rank, workspace_count, name_key,
                    email_key)
                 SELECT printf('%05d', i), i, i, 'member', 1, i % 7, ' ', 'member', ' ', 0, 0, i % 4, i % 5,
                    printf('n%05d', i * 7919 % 100000), printf('e%05d', i) FROM n;",
            )
            .unwrap();
        let numbers = Numbers::default();
        for sort in Sort::ALL {
            let order = order_index(sort).columns.join(", ");
            let key = |offset: u32| {
                let sql = format!(
                    "SELECT {}, name_key, id FROM users_a ORDER BY {order} LIMIT 1 OFFSET ?1",
                    order_index(sort).columns[0]
                );
                connection
                    .query_row(&sql, [offset], |row| {
                        let first = match sort {
                            Sort::Name => None,
                            Sort::Email => Some(First::Text(row.get(0)?)),
                            _ => Some(First::Number(row.get(0)?)),
                        };
                        Ok(PageKey {
                            first,
                            name_key: row.get(1)?,
                            id: UserId::new(row.get::<_, String>(2)?),
                        })
                    })
                    .unwrap()
            };
            let work = |offset: u32| {
                let query = UserQuery {
                    sort,
                    ..UserQuery::default()
                };
                let (sql, mut values) = statement(&query, &numbers, Some(&key(offset)));
                values.push(Value::Integer(50));
                let mut page = connection.prepare(&Slot::A.sql(&sql)).unwrap();
                let rows = page
                    .query_map(params_from_iter(values), |_| Ok(()))
                    .unwrap()
                    .count();
                assert_eq!(rows, 50);
                (
                    page.get_status(StatementStatus::VmStep),
                    page.get_status(StatementStatus::FullscanStep),
                )
            };
            let (near, far) = (work(0), work(90_000));
            assert_eq!(far.1, 0, "no scan in {sort:?}");
            assert!(
                far.0 <= near.0 + near.0 / 10,
                "{sort:?}: {far:?} steps at row 90,000, {near:?} at row 0"
            );
        }
    }

    #[test]
    fn the_small_questions_use_their_indexes() {
        let connection = tables();
        // The order by role is made only when somebody asks for it.
        connection
            .execute_batch("DROP INDEX users_a_by_role")
            .unwrap();
        for (sql, index) in [
            (
                "SELECT count(*) FROM users_{s} WHERE state <> 0 AND state = 1",
                "users_a_not_active",
            ),
            (
                "SELECT id FROM users_{s} WHERE laid_over",
                "users_a_laid_over",
            ),
            (
                "SELECT id FROM users_{s} WHERE email_key = 'a'",
                "users_a_by_email",
            ),
            (
                "SELECT id FROM users_{s} WHERE role_rank = 0 AND +state = 0 ORDER BY name_key, id",
                "users_a_admins",
            ),
            (
                "SELECT id FROM users_{s} ORDER BY name_key, id LIMIT 50 OFFSET 50",
                "users_a_by_name",
            ),
        ] {
            let mut explain = connection
                .prepare(&format!("EXPLAIN QUERY PLAN {}", Slot::A.sql(sql)))
                .unwrap();
            let plan: Vec<String> = explain
                .query_map([], |row| row.get(3))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            assert!(
                plan.len() == 1 && plan[0].contains(index),
                "{sql}: {plan:?}"
            );
        }
    }
}
