//! Every kind of change, with the program ended at every write of sending it: a disk that is full cuts the
//! write off half way, and nothing goes on after it. Started again, each change is done, and was done once.

use std::sync::Arc;
use std::time::Duration;

use rollcall_cache::{Cache, Key, Ledger, Location, Mode};
use rollcall_model::{
    Change, Invitation, InvitationStatus, MutationId, MutationState, OrgRole, Organization,
    OrganizationChange, OrganizationField, Role, Settled, Timestamp, User, UserChange, UserId,
    WorkspaceChange, WorkspaceId,
};
use rollcall_sync::Recheck;
use rollcall_testkit::{Disk, DiskFault, FakeRemote, Lasts};
use tempfile::TempDir;

use crate::support::{ADMIN, Bench, StoppedClock, addition, grant, revoke, set_role};

/// In *sales*, active.
const MEMBER: &str = "member";
/// Whose invitation went out and was not accepted.
const INVITED: &str = "invited";
const SUSPENDED: &str = "suspended";

/// A program that is started again and again on the same files, beside the same server.
struct Scene {
    server: Arc<FakeRemote>,
    folder: TempDir,
    key: Key,
}

impl Scene {
    fn new() -> Self {
        let server = FakeRemote::modern();
        server.put_workspace("sales");
        server.put_workspace("support");
        server.put_user(ADMIN, Role::Admin, &[]);
        server.put_user(MEMBER, Role::Member, &["sales"]);
        server.put_user(INVITED, Role::Member, &[]);
        server.put_user(SUSPENDED, Role::Member, &[]);
        server.describe_organization();
        let change = |id: &str, change: fn(User) -> User| {
            let user = server.state().users[&UserId::new(id)].clone();
            server.put(change(user));
        };
        change(INVITED, |user| User {
            invitation: Some(Invitation {
                status: InvitationStatus::Pending,
                sent_at: Some(Timestamp::UNIX_EPOCH),
                expires_at: None,
                failure: None,
            }),
            ..user
        });
        change(SUSPENDED, |user| User {
            active: false,
            ..user
        });
        server.state().me = Some(UserId::new(ADMIN));
        Self {
            server: Arc::new(server),
            folder: tempfile::tempdir().unwrap(),
            key: Key::random().unwrap(),
        }
    }

    fn start(&self) -> Bench {
        let location = Location::Folder(self.folder.path().to_owned());
        let recheck: Recheck = Arc::new(|_| Ok(()));
        Bench {
            server: Arc::clone(&self.server),
            ledger: Ledger::open(&location, &self.key, Mode::Writer)
                .unwrap()
                .store,
            cache: Cache::open(&location, &self.key, Mode::Writer)
                .unwrap()
                .store,
            recheck,
            clock: Arc::new(StoppedClock),
        }
    }

    /// Queues a change, and ends the program at a write from then on; whether it came so far.
    async fn is_cut_off(&self, id: MutationId, change: &Change, write: u64) -> bool {
        let disk = Disk::under(self.folder.path());
        let bench = self.start();
        bench
            .run_online(async |running| {
                bench.enqueue_all([(id, change.clone(), None)]);
                disk.fail(DiskFault::Full, write, Lasts::UntilMended);
                running.handle.queued(None, &[id]);
                // On virtual time, in which nothing happens but this engine.
                while !disk.has_failed() && !ended(&bench.ledger, id) {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            })
            .await;
        let cut_off = disk.has_failed();
        disk.mend();
        cut_off
    }

    /// Starts the program again, and waits until the change has ended.
    async fn ends(&self, id: MutationId) -> Settled {
        let bench = self.start();
        bench
            .run(async |running| running.until_settled(id).await)
            .await
    }
}

fn ended(ledger: &Ledger, id: MutationId) -> bool {
    let kept = ledger.mutation(id).unwrap();
    kept.is_some_and(|kept| matches!(kept.state, MutationState::Settled(_)))
}

/// Every kind of change that there is, each of somebody or something that it fits.
fn every_kind() -> Vec<(MutationId, Change)> {
    let (added, add) = addition("new@example.com");
    let created = MutationId::random();
    let create = WorkspaceChange::CreateWorkspace {
        workspace: WorkspaceId::placeholder(created),
        name: "Partners".to_owned(),
    };
    let (member, invited) = (UserId::new(MEMBER), UserId::new(INVITED));
    let (sales, name) = (WorkspaceId::new("sales"), "Workspace sales".to_owned());
    let of_users = [
        UserChange::DeleteUser {
            user: member.clone(),
            user_name: "member@example.com".to_owned(),
            was: OrgRole::Known(Role::Member),
        },
        UserChange::SetDisplayName {
            user: member.clone(),
            was: "User member".to_owned(),
            to: "Ana Ruiz".to_owned(),
        },
        UserChange::SetPicture {
            user: member.clone(),
            was: None,
            to: Some("https://pictures.example/ana".to_owned()),
        },
        UserChange::Suspend { user: member },
        UserChange::Reactivate {
            user: UserId::new(SUSPENDED),
        },
        UserChange::ResendInvitation {
            user: invited.clone(),
            was: Some(Timestamp::UNIX_EPOCH),
        },
        UserChange::RevokeInvitation {
            user: invited,
            user_name: "invited@example.com".to_owned(),
        },
    ];
    let of_workspaces = [
        WorkspaceChange::RenameWorkspace {
            workspace: sales.clone(),
            was: name.clone(),
            to: "Sales".to_owned(),
        },
        WorkspaceChange::DeleteWorkspace {
            workspace: sales,
            name,
        },
    ];
    let known = FakeRemote::modern();
    known.describe_organization();
    let organization = known.state().organization.clone().unwrap();
    let of_organization = OrganizationField::ALL
        .into_iter()
        .map(|field| Change::from(edit(field, &organization)));
    let others = of_users
        .into_iter()
        .map(Change::from)
        .chain(of_workspaces.into_iter().map(Change::from))
        .chain(of_organization)
        .chain([
            set_role(MEMBER, Role::Member, Role::UserAdmin),
            grant(MEMBER, "support"),
            revoke(MEMBER, "sales"),
        ]);
    let mut all = vec![(added, add), (created, Change::from(create))];
    all.extend(others.map(|change| (MutationId::random(), change)));
    all
}

/// An edit of a field to something that it isn't.
fn edit(field: OrganizationField, of: &Organization) -> OrganizationChange {
    let to = match field {
        OrganizationField::TimeZone => "Europe/Zurich",
        OrganizationField::Locale => "de-AT",
        OrganizationField::Website => "https://other.example",
        OrganizationField::BillingContact => "other@acme.example",
        OrganizationField::Plan => "team",
        OrganizationField::Seats => "12",
        OrganizationField::DisplayName
        | OrganizationField::Company
        | OrganizationField::Address
        | OrganizationField::TaxId => "Another",
    };
    OrganizationChange {
        field,
        was: of.value(field).unwrap_or_default(),
        to: to.to_owned(),
    }
}

#[tokio::test(start_paused = true)]
async fn every_kind_of_change_is_done_once_wherever_the_program_ended_while_it_was_sent() {
    let mut kinds = std::collections::BTreeSet::new();
    let mut cuts = 0;
    for place in 0..every_kind().len() {
        let mut write = 1;
        loop {
            let scene = Scene::new();
            let (id, change) = every_kind().swap_remove(place);
            kinds.insert(change.name());
            let cut_off = scene.is_cut_off(id, &change, write).await;
            let end = scene.ends(id).await;
            let what = format!("{}, ended at write {write}", change.name());
            assert_eq!(end, Settled::Applied, "{what}: it ends as it was asked for");
            let effects = scene.server.state().effects.clone();
            assert_eq!(effects, [id], "{what}: it is done once");
            if !cut_off {
                break;
            }
            cuts += 1;
            write += 1;
        }
        assert!(write > 3, "sending was looked into: {write} writes");
    }
    println!("{} kinds of change, ended at {cuts} writes", kinds.len());
}
