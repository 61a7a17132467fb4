//! Workspaces that are created, renamed and deleted: what is asked for, and what real servers do wrong.

use std::sync::Mutex;

use http::Method;
use rollcall_model::{
    Change, Found, Mutation, MutationId, Role, Version, Workspace, WorkspaceChange, WorkspaceId,
};
use rollcall_remote::{HttpConnector, wire_over};
use rollcall_sync::{
    Answered, BaseUrl, Connector, Members, PageAt, Remote, RemoteError, SendOutcome, ServerFacts,
    Trust,
};
use rollcall_testkit::TestServer;
use serde_json::{Value, json};

use crate::support::{Answer, Asked, Stub, answer, empty, error, list, met, mutation};

fn creation(name: &str) -> Mutation {
    let id = MutationId::random();
    let change = Change::from(WorkspaceChange::CreateWorkspace {
        workspace: WorkspaceId::placeholder(id),
        name: name.to_owned(),
    });
    Mutation {
        id,
        ..mutation(change)
    }
}

fn renaming(id: &str, was: &str, to: &str) -> Mutation {
    mutation(Change::from(WorkspaceChange::RenameWorkspace {
        workspace: WorkspaceId::new(id),
        was: was.to_owned(),
        to: to.to_owned(),
    }))
}

fn deletion(id: &str, name: &str) -> Mutation {
    mutation(Change::from(WorkspaceChange::DeleteWorkspace {
        workspace: WorkspaceId::new(id),
        name: name.to_owned(),
    }))
}

fn group(id: &str, name: &str) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": id, "displayName": name,
        "meta": { "resourceType": "Group", "version": "W/\"1\"" },
    })
}

/// A server that keeps workspaces, five a page, in its own way.
struct Keeps {
    external_id: bool,
    /// What a POST is answered with, after it was done.
    posted: fn(Value) -> Answer,
    /// What a PATCH is answered with, after it was done, or in its place.
    patched: fn(Value) -> Answer,
    patches: bool,
}

impl Keeps {
    const BY_THE_BOOK: Self = Self {
        external_id: true,
        posted: |group| answer(201, &group),
        patched: |group| answer(200, &group),
        patches: true,
    };

    fn stub(self) -> Stub {
        let groups: Vec<Value> = (0..12)
            .map(|number| group(&format!("g{number}"), &format!("Group {number}")))
            .collect();
        let groups = Mutex::new(groups);
        Stub::known(met(), move |asked| {
            self.answer(&mut groups.lock().unwrap(), asked)
        })
    }

    fn answer(&self, groups: &mut Vec<Value>, asked: &Asked) -> Answer {
        let place = asked.path.strip_prefix("/scim/Groups/").map(str::to_owned);
        let place = place.map(|id| groups.iter().position(|group| group["id"] == id.as_str()));
        match (asked.method.as_str(), place) {
            ("POST", None) => {
                let mut added = asked.body.clone();
                added["id"] = "added".into();
                if !self.external_id {
                    added.as_object_mut().unwrap().remove("externalId");
                }
                groups.push(added.clone());
                (self.posted)(added)
            }
            ("GET", None) => {
                let start = asked.query.get("startIndex");
                let start: usize = start.map_or(1, |text| text.parse().unwrap());
                let page: Vec<Value> = groups.iter().skip(start - 1).take(5).cloned().collect();
                list(&page, groups.len(), start)
            }
            (_, Some(None)) => error(404, "no such group"),
            ("GET", Some(Some(at))) => answer(200, &groups[at]),
            ("DELETE", Some(Some(at))) => {
                groups.remove(at);
                empty(204)
            }
            ("PATCH", Some(Some(at))) => {
                if self.patches {
                    groups[at]["displayName"] = asked.body["Operations"][0]["value"].clone();
                }
                (self.patched)(groups[at].clone())
            }
            ("PUT", Some(Some(at))) => {
                groups[at] = asked.body.clone();
                answer(200, &groups[at])
            }
            _ => error(404, "no such thing"),
        }
    }
}

fn name_of(answered: &SendOutcome) -> Option<&str> {
    match answered {
        SendOutcome::Applied {
            answered: Some(Answered::Workspace(workspace)),
        } => Some(&workspace.name),
        _ => None,
    }
}

#[tokio::test]
async fn a_creation_carries_our_mark_and_is_made_once() {
    let stub = Keeps::BY_THE_BOOK.stub();
    let create = creation("Lab");
    let sent = stub.remote.send(&create, None).await;
    assert_eq!(name_of(&sent), Some("Lab"), "{sent:?}");
    let posted = &stub.asked()[0];
    assert!(posted.carries_the_mark_of(&create), "{posted:?}");
    assert_eq!(posted.body["displayName"], "Lab");
    let found = stub.remote.look_up(&create.change).await.unwrap();
    assert_eq!(found.found, Found::Added);
}

#[tokio::test]
async fn a_creation_without_a_readable_answer_is_found_though_it_stands_on_the_last_page() {
    let unreadable: [fn(Value) -> Answer; 3] = [
        |mut group| {
            group.as_object_mut().unwrap().remove("id");
            answer(201, &group)
        },
        |_| empty(201),
        |_| empty(504),
    ];
    for posted in unreadable {
        let stub = Keeps {
            posted,
            ..Keeps::BY_THE_BOOK
        }
        .stub();
        let create = creation("Lab");
        let found = stub.looked_up_after_no_answer(&create).await;
        assert_eq!(found.found, Found::Added, "I3: found, and not made twice");
    }
}

#[tokio::test]
async fn where_our_mark_is_dropped_a_person_is_asked_whose_workspace_it_is() {
    let stub = Keeps {
        external_id: false,
        posted: |_| empty(500),
        ..Keeps::BY_THE_BOOK
    }
    .stub();
    let create = creation("Lab");
    stub.remote.send(&create, None).await;
    let found = stub.remote.look_up(&create.change).await.unwrap();
    assert_eq!(
        found.found,
        Found::Taken,
        "nobody can tell whether it is ours"
    );
    let nowhere = creation("Nowhere");
    let found = stub.remote.look_up(&nowhere.change).await.unwrap();
    assert_eq!(found.found, Found::Gone);
}

#[tokio::test]
async fn a_server_without_the_endpoint_refuses_a_creation_and_loses_nothing() {
    let stub = Stub::known(met(), |_| error(404, "no Groups here"));
    let sent = stub.remote.send(&creation("Lab"), None).await;
    assert!(
        matches!(&sent, SendOutcome::Rejected { reason } if reason.contains("no Groups here")),
        "{sent:?}"
    );
}

#[tokio::test]
async fn another_name_is_one_attribute_and_where_that_cannot_be_patched_the_whole_is_put() {
    let facts = Keeps::BY_THE_BOOK.stub();
    let sent = facts
        .remote
        .send(&renaming("g1", "Group 1", "Lab"), None)
        .await;
    assert_eq!(name_of(&sent), Some("Lab"), "{sent:?}");
    let patched = facts
        .asked()
        .into_iter()
        .find(|asked| asked.method == Method::PATCH);
    let operations = &patched.unwrap().body["Operations"];
    assert_eq!(
        *operations,
        json!([{ "op": "replace", "path": "displayName", "value": "Lab" }])
    );

    let stub = Keeps {
        patches: false,
        patched: |_| empty(501),
        ..Keeps::BY_THE_BOOK
    }
    .stub();
    let sent = stub
        .remote
        .send(&renaming("g1", "Group 1", "Lab"), None)
        .await;
    assert_eq!(name_of(&sent), Some("Lab"), "{sent:?}");
    assert_eq!(
        stub.remote.facts().patch,
        Trust::Fails,
        "and it is remembered"
    );
}

#[tokio::test]
async fn a_server_that_answers_well_and_changes_nothing_is_not_believed() {
    let stub = Keeps {
        patches: false,
        ..Keeps::BY_THE_BOOK
    }
    .stub();
    let sent = stub
        .remote
        .send(&renaming("g1", "Group 1", "Lab"), None)
        .await;
    assert!(
        matches!(&sent, SendOutcome::Rejected { reason } if reason.contains("still \"Group 1\"")),
        "{sent:?}"
    );
}

#[tokio::test]
async fn one_renamed_elsewhere_is_neither_renamed_nor_deleted() {
    let stub = Keeps::BY_THE_BOOK.stub();
    for change in [renaming("g1", "Old", "Lab"), deletion("g1", "Old")] {
        let sent = stub.remote.send(&change, None).await;
        assert!(matches!(sent, SendOutcome::Changed), "I8: {sent:?}");
        let found = stub.remote.look_up(&change.change).await.unwrap();
        assert_eq!(found.found, Found::WorkspaceName("Group 1".to_owned()));
    }
    let gone = stub.remote.send(&deletion("g99", "Group 99"), None).await;
    assert!(matches!(gone, SendOutcome::Gone), "{gone:?}");
}

#[tokio::test]
async fn a_name_that_is_refused_as_taken_is_looked_for_among_the_others() {
    let stub = Keeps {
        patches: false,
        patched: |_| error(409, "the name is taken"),
        ..Keeps::BY_THE_BOOK
    }
    .stub();
    let rename = renaming("g1", "Group 1", "GROUP 11");
    let sent = stub.remote.send(&rename, None).await;
    assert!(matches!(sent, SendOutcome::Changed), "{sent:?}");
    let found = stub.remote.look_up(&rename.change).await.unwrap();
    assert_eq!(
        found.found,
        Found::Taken,
        "on the last page, compared without case"
    );
    let free = renaming("g1", "Group 1", "group 1 again");
    let found = stub.remote.look_up(&free.change).await.unwrap();
    assert_eq!(found.found, Found::WorkspaceName("Group 1".to_owned()));
    let own = renaming("g1", "Group 1", "GROUP 1");
    let found = stub.remote.look_up(&own.change).await.unwrap();
    assert_eq!(
        found.found,
        Found::WorkspaceName("Group 1".to_owned()),
        "its own name in another case is nobody else's"
    );
}

/// Our own server, without sockets.
async fn ours(server: &TestServer, role: Role) -> std::sync::Arc<dyn Remote> {
    let url = BaseUrl::parse(&server.url()).unwrap();
    let connector = HttpConnector::over(wire_over(server.server().router()));
    let remote = connector
        .connect(&url, &server.token(role), ServerFacts::default())
        .unwrap();
    remote.discover().await.unwrap();
    remote
}

async fn all(remote: &dyn Remote) -> Vec<Workspace> {
    let page = remote.workspaces(Members::LeftOut, &PageAt::Start).await;
    let page = page.unwrap();
    page.workspaces.into_iter().map(|(each, _)| each).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn our_own_server_creates_renames_and_deletes_and_wants_each_name_once() {
    let server = tokio::task::block_in_place(|| TestServer::start(30));
    let remote = ours(&server, Role::UserAdmin).await;
    let before = all(&*remote).await;

    let create = creation("Lab");
    let sent = remote.send(&create, None).await;
    let SendOutcome::Applied {
        answered: Some(Answered::Workspace(lab)),
    } = sent
    else {
        panic!("{sent:?}")
    };
    assert_eq!(lab.external_id, Some(create.id.to_string()));
    assert!(lab.version.is_some() && lab.created.is_some());
    let doubled = creation("LAB");
    let sent = remote.send(&doubled, None).await;
    assert!(matches!(sent, SendOutcome::Changed), "409: {sent:?}");
    let found = remote.look_up(&doubled.change).await.unwrap();
    assert_eq!(found.found, Found::Taken);

    let id = lab.id.as_str();
    let to_another = renaming(id, "Lab", &before[0].name);
    let sent = remote.send(&to_another, lab.version.as_ref()).await;
    assert!(matches!(sent, SendOutcome::Changed), "409: {sent:?}");
    let found = remote.look_up(&to_another.change).await.unwrap();
    assert_eq!(found.found, Found::Taken);

    let sent = remote
        .send(&renaming(id, "Lab", "Studio"), lab.version.as_ref())
        .await;
    assert_eq!(name_of(&sent), Some("Studio"), "{sent:?}");
    let stale = Version("W/\"0\"".to_owned());
    let sent = remote
        .send(&renaming(id, "Lab", "Atelier"), Some(&stale))
        .await;
    assert!(matches!(sent, SendOutcome::Changed), "I8: {sent:?}");
    let sent = remote.send(&deletion(id, "Studio"), None).await;
    assert!(matches!(sent, SendOutcome::Applied { .. }), "{sent:?}");
    assert_eq!(all(&*remote).await.len(), before.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn our_own_server_refuses_whoever_may_not_with_the_rule() {
    let server = tokio::task::block_in_place(|| TestServer::start(30));
    let admin = ours(&server, Role::Admin).await;
    let there = all(&*admin).await.swap_remove(0);
    let remote = ours(&server, Role::BillingAdmin).await;
    for (change, verb) in [
        (creation("Lab"), "create"),
        (renaming(there.id.as_str(), &there.name, "Lab"), "rename"),
        (deletion(there.id.as_str(), &there.name), "delete"),
    ] {
        let sent = remote.send(&change, None).await;
        let rule = format!("Billing Admins can't {verb} workspaces.");
        assert!(
            matches!(&sent, SendOutcome::Rejected { reason } if *reason == rule),
            "{sent:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_shown_some_workspaces_alone_learns_nothing_of_what_was_created() {
    let server = tokio::task::block_in_place(|| TestServer::start(30));
    let admin = ours(&server, Role::Admin).await;
    let create = creation("Lab");
    let sent = admin.send(&create, None).await;
    assert!(matches!(sent, SendOutcome::Applied { .. }), "{sent:?}");
    let found = admin.look_up(&create.change).await.unwrap();
    assert_eq!(found.found, Found::Added);
    let member = ours(&server, Role::Member).await;
    let looked = member.look_up(&create.change).await;
    assert!(
        matches!(looked, Err(RemoteError::Forbidden { .. })),
        "it is not taken for one that was never created: {looked:?}"
    );
}
