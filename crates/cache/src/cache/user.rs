//! A user's row: the server's columns, and those derived from them and from the outbox.

use rollcall_model::{
    AssignedContacts, Intent, Invitation, InvitationStatus, LastActive, OrgRole, Role, Timestamp,
    User, UserId, UserState, Version, WorkspaceId,
};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Statement, ToSql, params};

use super::overlay::{LaidOver, Overlay};
use super::schema::Slot;
use super::workspace::{Numbers, read_list, write_list};
use crate::{Presence, ShownUser, fold};

/// Sorting and searching look at so many characters of a name or an address, and no more: a name of a
/// megabyte is shown, but costs no megabyte a keystroke.
const KEY_CHARS: usize = 500;

/// A user ready to be written: everything derived is computed.
pub(crate) struct Prepared<'u> {
    user: &'u User,
    /// What is laid over them.
    over: Option<LaidOver<User>>,
    /// The list of the server's workspaces.
    workspaces: String,
    /// The list of those shown, where it is another.
    shown_list: Option<String>,
    contacts: Option<String>,
    /// Numbers of the workspaces shown.
    pub(crate) shown: Vec<u32>,
    /// The name shown, folded.
    pub(crate) name_key: String,
    /// The address, folded.
    pub(crate) email_key: String,
}

impl<'u> Prepared<'u> {
    /// Computes what is derived.
    pub(crate) fn new(
        connection: &Connection,
        numbers: &mut Numbers,
        overlay: &Overlay,
        user: &'u User,
    ) -> rusqlite::Result<Self> {
        let mut numbered = |ids: &[WorkspaceId]| -> rusqlite::Result<Vec<u32>> {
            let mut list = Vec::with_capacity(ids.len());
            for id in ids {
                let number = numbers.give(connection, id)?;
                if !list.contains(&number) {
                    list.push(number);
                }
            }
            Ok(list)
        };
        let workspaces = numbered(&user.workspaces)?;
        let list = write_list(&workspaces);
        let over = overlay.over(user);
        let (shown, shown_list) = match &over {
            None => (workspaces, None),
            Some(over) => {
                let shown = numbered(&over.resource.workspaces)?;
                let list = write_list(&shown);
                (shown, Some(list))
            }
        };
        let contacts = match &user.assigned_contacts {
            None => None,
            Some(assigned) => {
                let mut text = String::from(" ");
                for contacts in assigned {
                    let number = numbers.give(connection, &contacts.workspace)?;
                    text.push_str(&format!("{number}:{} ", contacts.count));
                }
                Some(text)
            }
        };
        let title = over.as_ref().map_or(user, |over| &over.resource).title();
        Ok(Self {
            user,
            workspaces: list,
            shown_list,
            contacts,
            shown,
            name_key: key(title),
            email_key: key(&user.user_name),
            over,
        })
    }

    /// The user as they are shown.
    fn shown_user(&self) -> &User {
        self.over.as_ref().map_or(self.user, |over| &over.resource)
    }

    /// The role shown.
    pub(crate) fn role(&self) -> &OrgRole {
        &self.shown_user().role
    }

    /// The user's id.
    pub(crate) fn id(&self) -> &UserId {
        &self.user.id
    }

    /// The state shown.
    pub(crate) fn state(&self) -> UserState {
        self.shown_user().state()
    }

    /// When the user was added, as it is sorted.
    pub(crate) fn added(&self) -> i64 {
        self.user
            .created
            .map_or(i64::MIN, Timestamp::as_microsecond)
    }

    /// The last activity as it is stored and sorted.
    pub(crate) fn last_active(&self) -> i64 {
        activity_key(self.user.last_active)
    }

    /// Writes a new row by the statement of [`inserting`], unless the id is there already. Answers whether
    /// it was written.
    pub(crate) fn insert(&self, inserting: &mut Statement<'_>) -> rusqlite::Result<bool> {
        let written = self.execute(inserting, None, Keys::Written)?;
        Ok(written == 1)
    }

    /// Writes over a row.
    pub(crate) fn update(
        &self,
        connection: &Connection,
        slot: Slot,
        row: &Place,
    ) -> rusqlite::Result<()> {
        // Unchanged keys stay out of the statement, so that the indexes over them aren't written.
        let (sql, keys) = if row.name_key == self.name_key && row.email_key == self.email_key {
            (slot.sql(&format!("{UPDATE} WHERE number = ?1")), Keys::Kept)
        } else {
            let keys = ", name_key = ?28, email_key = ?29";
            (
                slot.sql(&format!("{UPDATE}{keys} WHERE number = ?1")),
                Keys::Written,
            )
        };
        let mut statement = connection.prepare_cached(&sql)?;
        self.execute(&mut statement, Some(row.number), keys)?;
        Ok(())
    }

    fn execute(
        &self,
        statement: &mut Statement<'_>,
        number: Option<i64>,
        keys: Keys,
    ) -> rusqlite::Result<usize> {
        let (user, over) = (self.user, self.over.as_ref());
        let invitation = user.invitation.as_ref();
        let micros = |at: Option<Timestamp>| at.map(Timestamp::as_microsecond);
        let values: &[&dyn ToSql] = params![
            number,
            user.id.as_str(),
            user.user_name,
            user.external_id,
            user.display_name,
            user.role.as_str(),
            user.active,
            user.photo,
            micros(user.created),
            micros(user.last_modified),
            user.version.as_ref().map(|version| &version.0),
            self.last_active(),
            invitation.map(|invitation| invitation.status.as_str()),
            micros(invitation.and_then(|invitation| invitation.sent_at)),
            micros(invitation.and_then(|invitation| invitation.expires_at)),
            invitation.and_then(|invitation| invitation.failure.as_ref()),
            self.contacts,
            self.workspaces,
            self.role().as_str(),
            self.shown_list.as_ref().unwrap_or(&self.workspaces),
            over.and_then(|over| over.intent).map(Intent::as_str),
            over.is_some(),
            state_code(self.state()),
            role_rank(self.role()),
            u32::try_from(self.shown.len()).unwrap_or(u32::MAX),
            over.map(|over| &over.resource.display_name),
            presence_code(over.map_or(Presence::Here, |over| over.presence)),
            self.name_key,
            self.email_key,
        ];
        match keys {
            Keys::Written => statement.execute(values),
            Keys::Kept => statement.execute(&values[..values.len() - 2]),
        }
    }
}

/// Whether a statement writes the two keys, its last values.
#[derive(Clone, Copy)]
enum Keys {
    Written,
    Kept,
}

/// Where a user's row is, and the keys that indexes go by.
pub(crate) struct Place {
    /// The number of the row.
    pub(crate) number: i64,
    name_key: String,
    email_key: String,
}

/// The statement for [`Prepared::insert`].
pub(crate) fn inserting(
    connection: &Connection,
    slot: Slot,
) -> rusqlite::Result<CachedStatement<'_>> {
    connection.prepare_cached(&slot.sql(INSERT))
}

const INSERT: &str = "
    INSERT INTO users_{s} (number, id, user_name, external_id, display_name, role, active, photo, created,
        last_modified, version, last_active, invitation, invitation_sent, invitation_expires,
        invitation_failure, contacts, workspaces, shown_role, shown_workspaces, intent, laid_over, state,
        role_rank, workspace_count, shown_name, presence, name_key, email_key)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
        ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)
    ON CONFLICT (id) DO NOTHING";

const UPDATE: &str = "
    UPDATE users_{s} SET user_name = ?3, external_id = ?4, display_name = ?5, role = ?6, active = ?7,
        photo = ?8, created = ?9, last_modified = ?10, version = ?11, last_active = ?12, invitation = ?13,
        invitation_sent = ?14, invitation_expires = ?15, invitation_failure = ?16, contacts = ?17,
        workspaces = ?18, shown_role = ?19, shown_workspaces = ?20, intent = ?21, laid_over = ?22,
        state = ?23, role_rank = ?24, workspace_count = ?25, shown_name = ?26, presence = ?27";

/// What [`read`] reads, in its order.
pub(crate) const COLUMNS: &str =
    "number, id, user_name, external_id, display_name, role, active, photo, created,
    last_modified, version, last_active, invitation, invitation_sent, invitation_expires,
    invitation_failure, contacts, workspaces, shown_role, shown_workspaces, intent, shown_name, state,
    presence";

/// Reads a row of [`COLUMNS`]: its number, and the user.
pub(crate) fn read(
    row: &rusqlite::Row<'_>,
    numbers: &Numbers,
) -> rusqlite::Result<(i64, ShownUser)> {
    let list = |text: String| -> Vec<WorkspaceId> {
        read_list(&text)
            .filter_map(|number| numbers.id(number).cloned())
            .collect()
    };
    let invitation = match row
        .get_ref(12)?
        .as_str_or_null()?
        .and_then(InvitationStatus::from_wire)
    {
        None => None,
        Some(status) => Some(Invitation {
            status,
            sent_at: time(row.get(13)?),
            expires_at: time(row.get(14)?),
            failure: row.get(15)?,
        }),
    };
    let user = User {
        id: UserId::new(row.get::<_, String>(1)?),
        user_name: row.get(2)?,
        external_id: row.get(3)?,
        display_name: row.get(4)?,
        role: OrgRole::from_wire(row.get_ref(5)?.as_str()?),
        active: row.get(6)?,
        photo: row.get(7)?,
        created: time(row.get(8)?),
        last_modified: time(row.get(9)?),
        version: row.get::<_, Option<String>>(10)?.map(Version),
        last_active: activity_of(row.get(11)?),
        invitation,
        assigned_contacts: row
            .get_ref(16)?
            .as_str_or_null()?
            .map(|text| read_contacts(text, numbers)),
        workspaces: list(row.get(17)?),
    };
    let intent = row.get_ref(20)?.as_str_or_null()?.and_then(intent_of);
    let shown_name: Option<String> = row.get(21)?;
    Ok((
        row.get(0)?,
        ShownUser {
            display_name: shown_name.unwrap_or_else(|| user.display_name.clone()),
            state: state_of(row.get(22)?),
            presence: presence_of(row.get(23)?),
            user,
            role: OrgRole::from_wire(row.get_ref(18)?.as_str()?),
            workspaces: list(row.get(19)?),
            intent,
        },
    ))
}

/// A time as it is stored.
pub(crate) fn time(at: Option<i64>) -> Option<Timestamp> {
    at.and_then(|at| Timestamp::from_microsecond(at).ok())
}

fn read_contacts(text: &str, numbers: &Numbers) -> Vec<AssignedContacts> {
    text.split_ascii_whitespace()
        .filter_map(|pair| {
            let (number, count) = pair.split_once(':')?;
            let workspace = numbers.id(number.parse().ok()?)?.clone();
            Some(AssignedContacts {
                workspace,
                count: count.parse().ok()?,
            })
        })
        .collect()
}

/// Where a user's row is.
pub(crate) fn place(
    connection: &Connection,
    slot: Slot,
    id: &UserId,
) -> rusqlite::Result<Option<Place>> {
    connection
        .prepare_cached(
            &slot.sql("SELECT number, name_key, email_key FROM users_{s} WHERE id = ?1"),
        )?
        .query_row([id.as_str()], |row| {
            Ok(Place {
                number: row.get(0)?,
                name_key: row.get(1)?,
                email_key: row.get(2)?,
            })
        })
        .optional()
}

/// A user by the number of the row.
pub(crate) fn by_number(
    connection: &Connection,
    slot: Slot,
    number: i64,
    numbers: &Numbers,
) -> rusqlite::Result<Option<ShownUser>> {
    connection
        .prepare_cached(&slot.sql(&format!(
            "SELECT {COLUMNS} FROM users_{{s}} WHERE number = ?1"
        )))?
        .query_row([number], |row| read(row, numbers).map(|(_, user)| user))
        .optional()
}

/// Removes a user's row. Answers its number.
pub(crate) fn delete(
    connection: &Connection,
    slot: Slot,
    id: &UserId,
) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached(&slot.sql("DELETE FROM users_{s} WHERE id = ?1 RETURNING number"))?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()
}

/// A text as it is searched and sorted.
pub(crate) fn key(text: &str) -> String {
    match text.char_indices().nth(KEY_CHARS) {
        None => fold(text),
        Some((end, _)) => fold(&text[..end]),
    }
}

/// The place of a role in the order: Admin to Member, foreign ones, none.
pub(crate) fn role_rank(role: &OrgRole) -> u8 {
    match role {
        OrgRole::Known(Role::Admin) => 0,
        OrgRole::Known(Role::BillingAdmin) => 1,
        OrgRole::Known(Role::UserAdmin) => 2,
        OrgRole::Known(Role::Member) => 3,
        OrgRole::Foreign(_) => 4,
        OrgRole::Absent => 5,
    }
}

/// How a state is stored.
pub(crate) fn state_code(state: UserState) -> u8 {
    match state {
        UserState::Active => 0,
        UserState::Pending => 1,
        UserState::InvitationExpired => 2,
        UserState::InvitationFailed => 3,
        UserState::Suspended => 4,
    }
}

/// Reads a stored state.
pub(crate) fn state_of(code: u8) -> UserState {
    UserState::ALL
        .into_iter()
        .find(|state| state_code(*state) == code)
        .unwrap_or(UserState::Active)
}

pub(crate) fn presence_code(presence: Presence) -> u8 {
    match presence {
        Presence::Here => 0,
        Presence::Adding => 1,
        Presence::Leaving => 2,
    }
}

/// Reads a stored presence.
pub(crate) fn presence_of(code: u8) -> Presence {
    match code {
        1 => Presence::Adding,
        2 => Presence::Leaving,
        _ => Presence::Here,
    }
}

/// *Not reported* as it is stored.
pub(crate) const NOT_REPORTED: i64 = i64::MIN;
/// *Never* as it is stored.
pub(crate) const NEVER: i64 = i64::MIN + 1;

fn activity_key(last_active: LastActive) -> i64 {
    match last_active {
        LastActive::NotReported => NOT_REPORTED,
        LastActive::Never => NEVER,
        LastActive::At(at) => at.as_microsecond(),
    }
}

/// Reads a stored activity.
pub(crate) fn activity_of(key: i64) -> LastActive {
    match key {
        NOT_REPORTED => LastActive::NotReported,
        NEVER => LastActive::Never,
        at => Timestamp::from_microsecond(at).map_or(LastActive::NotReported, LastActive::At),
    }
}

/// Reads a stored intent.
pub(crate) fn intent_of(text: &str) -> Option<Intent> {
    [
        Intent::Waiting,
        Intent::Sending,
        Intent::NeedsYou,
        Intent::Rejected,
    ]
    .into_iter()
    .find(|intent| intent.as_str() == text)
}
