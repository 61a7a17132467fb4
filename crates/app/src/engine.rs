//! The thread on which an organization's engine runs, with a runtime of its own.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rollcall_language::{for_the_record, say};
use rollcall_model::{Change, Mutation, MutationId};
use rollcall_policy::Target;
use rollcall_sync::{self as sync, EngineHandle, EngineParts, Recheck, Status, remembered_actor};
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

use crate::Failure;
use crate::organization::lock;
use crate::permission::{permission, permission_elsewhere};
use crate::verdict::Judge;
use crate::view::Topic;

/// A running engine. Dropped, it ends by itself; [`Engine::stop`] also waits for that.
pub(crate) struct Engine {
    handle: EngineHandle,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Engine {
    /// Starts the engine; `tell` hears what becomes stale, many at once as one.
    pub(crate) fn start(
        parts: EngineParts,
        tell: impl Fn(Vec<Topic>) + Send + 'static,
    ) -> Result<Self, Failure> {
        let failed = |error: std::io::Error| {
            Failure::new(
                "internal",
                say!("internal-engine", cause = error.to_string()),
            )
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(failed)?;
        let (engine, handle) = sync::Engine::new(parts);
        let mut stale = handle.stale();
        let thread = thread::Builder::new()
            .name("sync".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    tokio::select! {
                        () = engine.run() => {}
                        () = forward(&mut stale, &tell) => {}
                    }
                    // What the engine said last is heard too.
                    if let Some(topics) = drain(&mut stale, BTreeSet::new()) {
                        tell(topics);
                    }
                });
            })
            .map_err(failed)?;
        Ok(Self {
            handle,
            thread: Mutex::new(Some(thread)),
        })
    }

    pub(crate) fn handle(&self) -> &EngineHandle {
        &self.handle
    }

    pub(crate) fn status(&self) -> Status {
        self.handle.status().borrow().clone()
    }

    pub(crate) fn undo_left(&self, id: &MutationId) -> Option<Duration> {
        self.handle.undo_left(id)
    }

    /// Ends the engine after the request under way.
    pub(crate) async fn stop(&self) {
        self.handle.stop();
        let thread = lock(&self.thread).take();
        if let Some(thread) = thread {
            let ended = tokio::task::spawn_blocking(move || thread.join()).await;
            if !matches!(ended, Ok(Ok(()))) {
                tracing::error!("an engine ended in a panic");
            }
        }
    }
}

/// Asks the policy once more before a change is sent, by what is known then: for whoever runs an engine
/// of their own.
#[must_use]
pub fn recheck(cache: &rollcall_cache::Cache) -> Recheck {
    let cache = cache.clone();
    // Its sentence is kept with the change, and in the journal.
    Arc::new(
        move |mutation| match for_the_record(|| refusal(&cache, mutation)) {
            Ok(None) => Ok(()),
            Ok(Some(sentence)) => Err(sentence),
            Err(failure) => {
                // What can't be foreseen here is left to the server, which decides anyway.
                tracing::warn!(%failure, "the policy could not be asked again");
                Ok(())
            }
        },
    )
}

/// The policy's sentence, when it denies.
fn refusal(cache: &rollcall_cache::Cache, mutation: &Mutation) -> Result<Option<String>, Failure> {
    let actor = crate::organization::policy_actor(remembered_actor(cache)?);
    let judge = Judge::new(cache, actor);
    let (action, target) = match (&mutation.change, permission_elsewhere(&mutation.change)) {
        (_, Some(action)) => (action, Target::Organization),
        (Change::User(change), None) => {
            let Some(shown) = cache.user(change.user())? else {
                return Ok(None);
            };
            // The change itself is laid over what is shown: it is judged by the user as they were.
            permission(change, judge.subject_on_server(&shown)?)
        }
        (_, None) => return Ok(None),
    };
    Ok(judge
        .ask(action, &target)?
        .or_refuse()
        .err()
        .map(|failure| failure.message))
}

/// Hands on what becomes stale until the engine is gone.
async fn forward(
    stale: &mut tokio::sync::broadcast::Receiver<sync::Topic>,
    tell: &impl Fn(Vec<Topic>),
) {
    loop {
        let first = match stale.recv().await {
            Ok(topic) => views(topic).iter().copied().collect(),
            Err(RecvError::Lagged(_)) => everything(),
            Err(RecvError::Closed) => return,
        };
        if let Some(topics) = drain(stale, first) {
            tell(topics);
        }
    }
}

/// Everything that has become stale by now, each topic once; `None` if nothing has.
fn drain(
    stale: &mut tokio::sync::broadcast::Receiver<sync::Topic>,
    mut topics: BTreeSet<Topic>,
) -> Option<Vec<Topic>> {
    loop {
        match stale.try_recv() {
            Ok(topic) => {
                topics.extend(views(topic));
            }
            Err(TryRecvError::Lagged(_)) => topics = everything(),
            Err(TryRecvError::Empty | TryRecvError::Closed) => break,
        }
    }
    (!topics.is_empty()).then(|| topics.into_iter().collect())
}

fn everything() -> BTreeSet<Topic> {
    BTreeSet::from([
        Topic::Session,
        Topic::Users,
        Topic::Outbox,
        Topic::Organization,
    ])
}

/// The session's view counts users and waiting changes, so it goes stale with either.
fn views(topic: sync::Topic) -> &'static [Topic] {
    match topic {
        sync::Topic::Session => &[Topic::Session],
        sync::Topic::Users => &[Topic::Session, Topic::Users],
        // What waits is laid over the organization where it is shown.
        sync::Topic::Outbox => &[Topic::Session, Topic::Outbox, Topic::Organization],
        sync::Topic::Organization => &[Topic::Organization],
    }
}
