//! One organization, its server, and a program on somebody's computer that starts, works and crashes.

use std::collections::BTreeSet;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use rollcall_cache::{Cache, Key, Ledger, Location, Mode};
use rollcall_model::{MutationId, MutationState, Resource, Role, Token, UserId};
use rollcall_org_server::{
    DataPlace, Delivery, Demo, Invitations, OrgServer, Randomness, Settings,
};
use rollcall_remote::{HttpConnector, Wire, wire_over};
use rollcall_sync::{
    BaseUrl, Connector, Engine, EngineHandle, EngineParts, Me, Recheck, Remote, ServerFacts,
    remembered_server,
};

use crate::chance::Chance;
use crate::clock::VirtualClock;
use crate::network::Network;
use crate::outside::Overseer;
use crate::planted::Bug;
use crate::surroundings::Offers;
use crate::there::There;
use crate::violation::Invariant;
use crate::watched::Watched;
use crate::witness::Witness;

/// Where the server is; nobody resolves it.
const URL: &str = "https://people.example";

/// See the module.
pub(crate) struct World {
    pub(crate) chance: Chance,
    pub(crate) bug: Option<Bug>,
    pub(crate) witness: Arc<Witness>,
    pub(crate) clock: Arc<VirtualClock>,
    pub(crate) server: OrgServer,
    pub(crate) overseer: Overseer,
    pub(crate) network: Arc<Network>,
    pub(crate) cache: Cache,
    pub(crate) ledger: Ledger,
    /// Whose changes these are.
    pub(crate) ours: Account,
    /// Somebody else who may sign in here.
    pub(crate) other: Account,
    /// Who is signed in.
    pub(crate) signed_in: SignedIn,
    pub(crate) program: Option<Program>,
    /// Settled mutations whose end was looked at.
    pub(crate) looked_at: BTreeSet<MutationId>,
    /// The last line of the journal at the last look at them.
    pub(crate) looked_until: u64,
    /// Who and what was in the list at the last look.
    pub(crate) listed: BTreeSet<Resource>,
    /// Which state of the list that was.
    pub(crate) listed_at: Option<u64>,
    /// Our role at the server.
    pub(crate) our_role: Role,
    /// Our role was shown some workspaces alone since the list had all of them.
    pub(crate) sees_some_alone: bool,
    /// How many users were given a name.
    pub(crate) named: u64,
    /// Operations that were promised, and are not committed yet: see [`Bug::QueuedBeforeCommit`].
    pub(crate) promised: Vec<rollcall_cache::Operation>,
}

/// Somebody with a token.
pub(crate) struct Account {
    pub(crate) user: UserId,
    pub(crate) user_name: String,
    pub(crate) token: Token,
}

/// Which account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignedIn {
    Ours,
    Other,
}

/// The program while it runs.
pub(crate) struct Program {
    pub(crate) handle: EngineHandle,
    engine: Pin<Box<dyn Future<Output = ()>>>,
}

/// So often in a row the program hands something to the other thread without asking the server in between,
/// and once more to see that it doesn't.
const HANDED_ON: usize = 3;

impl World {
    /// A founded organization, and a program that has just been connected to it.
    pub(crate) async fn new(seed: u64, bug: Option<Bug>) -> Self {
        let mut chance = Chance::new(seed, 0);
        let offers = Offers::any(&mut chance);
        let witness = Arc::new(Witness::new());
        witness.note(format_args!("{offers:?}"));
        let settings = Settings {
            page_cap: offers.page,
            randomness: Randomness::Seeded(chance.seed()),
            invitations: Invitations::by(Delivery::Memory),
            ..Settings::new(URL)
        };
        // The server's clock is right: only the program's jumps.
        let server = OrgServer::open(&DataPlace::Memory, Arc::new(VirtualClock::new()), &settings)
            .expect("a server in memory");
        let people = usize::try_from(chance.between(8, 14)).unwrap_or(8);
        let demo = Demo {
            people,
            seed: chance.seed(),
        };
        server.found_demo(demo).expect("an organization");
        let wire = wire_over(server.router());
        let ours = of_role(&server, &wire, Role::Admin).await;
        let other = of_role(&server, &wire, Role::UserAdmin).await;
        let overseer = Overseer::beside(&server, &wire, &ours).await;
        let network = Network::new(
            server.clone(),
            wire,
            Arc::clone(&overseer.remote),
            offers,
            Arc::clone(&witness),
            Chance::new(seed, 1),
        );
        network.forget_audit();
        for user in overseer.everybody().await {
            witness.stands(Resource::User(user.id.clone()), Some(There::User(user)));
        }
        for workspace in overseer.workspaces().await {
            let resource = Resource::Workspace(workspace.id.clone());
            witness.stands(resource, Some(There::Workspace(workspace)));
        }
        let known = There::Organization(overseer.organization().await);
        witness.stands(Resource::Organization, Some(known));
        let mut world = Self {
            chance,
            bug,
            witness,
            clock: Arc::new(VirtualClock::new()),
            server,
            overseer,
            network,
            cache: empty_cache(),
            ledger: empty_ledger(),
            ours,
            other,
            signed_in: SignedIn::Ours,
            program: None,
            looked_at: BTreeSet::new(),
            looked_until: 0,
            listed: BTreeSet::new(),
            listed_at: None,
            our_role: Role::Admin,
            sees_some_alone: false,
            named: 0,
            promised: Vec::new(),
        };
        world.start();
        world
    }

    /// Starts the program.
    pub(crate) fn start(&mut self) {
        if self.bug == Some(Bug::SendingIsQueued) {
            self.take_sending_for_queued();
        }
        let (engine, handle) = Engine::new(EngineParts {
            remote: self.connect(),
            cache: self.cache.clone(),
            ledger: self.ledger.clone(),
            clock: self.clock.clone(),
            recheck: self.recheck(),
            seed: self.chance.seed(),
        });
        self.program = Some(Program {
            handle,
            engine: Box::pin(engine.run()),
        });
        self.witness.note("the program starts");
    }

    /// Ends the program where it stands.
    pub(crate) fn crash(&mut self) {
        self.program = None;
        self.promised.clear();
        self.witness.note("the program crashes");
    }

    /// Lets the program end by itself, after the request under way.
    pub(crate) async fn quit(&mut self) {
        if let Some(program) = &self.program {
            program.handle.stop();
            self.pass(Duration::from_secs(300)).await;
        }
        if self.program.take().is_some() {
            let late = "five minutes after it was asked to end, the program still runs";
            self.witness.violated(Invariant::NothingStuck, late);
        }
        self.witness.note("the program has ended");
    }

    /// The cache is lost, and the program starts anew.
    pub(crate) fn lose_the_cache(&mut self) {
        self.crash();
        let before = self.ledger.listed().expect("the outbox can be read");
        self.cache = empty_cache();
        self.listed.clear();
        self.listed_at = None;
        if self.bug == Some(Bug::OutboxGoesWithTheCache) {
            self.ledger = empty_ledger();
        }
        self.witness.note("the cache is lost");
        let after = self.ledger.listed().expect("the outbox can be read");
        if before != after {
            let what = format!("of {} changes {} are left", before.len(), after.len());
            self.witness.violated(Invariant::CacheIsDisposable, what);
        }
        self.start();
    }

    /// Lets time pass; the program works meanwhile.
    pub(crate) async fn pass(&mut self, time: Duration) {
        let ended = match &mut self.program {
            Some(program) => tokio::select! {
                biased;
                () = &mut program.engine => true,
                () = tokio::time::sleep(time) => false,
            },
            None => {
                tokio::time::sleep(time).await;
                false
            }
        };
        if ended || (self.network.moves() && self.settles().await) {
            self.program = None;
        }
    }

    /// Lets the program finish what it can finish at this moment, with what was handed to the one other
    /// thread, before anything else happens: two plays of a seed see the same, however fast that thread is.
    /// Answers whether the program has ended.
    async fn settles(&mut self) -> bool {
        for _ in 0..HANDED_ON {
            let before = tokio::task::spawn_blocking(|| ());
            let done = match &mut self.program {
                Some(program) => tokio::select! {
                    biased;
                    () = &mut program.engine => return true,
                    done = before => done,
                },
                None => before.await,
            };
            done.expect("an empty task ends");
        }
        false
    }

    /// The server, as the program is connected to it.
    pub(crate) fn connect(&self) -> Arc<dyn Remote> {
        let account = match self.signed_in {
            SignedIn::Ours => &self.ours,
            SignedIn::Other => &self.other,
        };
        let known = remembered_server(&self.cache).expect("the cache can be read");
        let inner = HttpConnector::over(self.network.wire())
            .connect(&url(), &account.token, known)
            .expect("a connection is prepared");
        Arc::new(Watched {
            inner,
            ledger: self.ledger.clone(),
            witness: Arc::clone(&self.witness),
            bug: self.bug,
        })
    }

    /// The policy as it is asked again before sending.
    fn recheck(&self) -> Recheck {
        let policy = rollcall_app::recheck(&self.cache);
        let (witness, bug) = (Arc::clone(&self.witness), self.bug);
        Arc::new(move |mutation| {
            let truth = policy(mutation);
            witness.judged(mutation.id, &truth);
            if bug == Some(Bug::PolicyNotAsked) {
                return Ok(());
            }
            truth
        })
    }

    fn take_sending_for_queued(&self) {
        let open = self.ledger.open_mutations().expect("the outbox is read");
        for mutation in open {
            if mutation.state == MutationState::Sending {
                self.ledger
                    .requeue(
                        mutation.id,
                        "planted",
                        rollcall_model::Clock::now(&*self.clock),
                    )
                    .expect("the ledger takes it");
            }
        }
    }

    /// Whether the program waits for nothing but time.
    pub(crate) fn at_rest(&self) -> bool {
        self.witness.seen().under_way == 0
    }
}

/// An undisturbed connection to a server.
pub(crate) fn undisturbed(wire: &Wire, token: &Token) -> Arc<dyn Remote> {
    HttpConnector::over(wire.clone())
        .connect(&url(), token, ServerFacts::default())
        .expect("a connection is prepared")
}

/// The longest-standing user of a role, with a token.
async fn of_role(server: &OrgServer, wire: &Wire, role: Role) -> Account {
    let issued = server.issue_role_tokens().expect("tokens");
    let of_role = issued.into_iter().find(|issued| issued.role == role);
    let issued = of_role.expect("a demo has somebody of each role");
    let me = undisturbed(wire, &issued.token).me().await;
    let Ok(Me::Known(me)) = me else {
        panic!("the server tells whose token it is");
    };
    Account {
        user: me.id,
        user_name: issued.user_name,
        token: issued.token,
    }
}

fn url() -> BaseUrl {
    BaseUrl::parse(URL).expect("an address")
}

pub(crate) fn empty_cache() -> Cache {
    let key = Key::from_bytes(&[7; 32]).expect("a key has 32 bytes");
    Cache::open(&Location::Memory, &key, Mode::Writer)
        .expect("a cache in memory")
        .store
}

fn empty_ledger() -> Ledger {
    let key = Key::from_bytes(&[7; 32]).expect("a key has 32 bytes");
    Ledger::open(&Location::Memory, &key, Mode::Writer)
        .expect("a ledger in memory")
        .store
}
