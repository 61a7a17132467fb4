//! The way to the server and back: it takes time, it breaks, and it lies.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{Method, Request, Response, StatusCode};
use rollcall_model::{Change, Mutation, Resource, UserId, WorkspaceId};
use rollcall_org_server::OrgServer;
use rollcall_remote::{Wire, WireError};
use rollcall_sync::Remote;
use serde_json::Value;
use tokio::time::{Instant, sleep};
use tower::ServiceExt as _;
use tower::util::BoxCloneSyncService;

use crate::chance::Chance;
use crate::fault::Fault;
use crate::surroundings::Offers;
use crate::there::{There, look};
use crate::witness::Witness;

/// So long the product waits for an answer to begin.
const PATIENCE: Duration = Duration::from_secs(30);

tokio::task_local! {
    /// The mutation that a request belongs to.
    pub(crate) static SENDING: Mutation;
}

/// See the module.
pub(crate) struct Network {
    server: OrgServer,
    router: Wire,
    /// Sees everything, and is never disturbed.
    overseer: Arc<dyn Remote>,
    offers: Offers,
    witness: Arc<Witness>,
    weather: Mutex<Weather>,
}

struct Weather {
    chance: Chance,
    /// How many of a hundred requests something happens to.
    bad: u64,
    /// What happens to the next ones.
    next: Vec<Fault>,
    /// The last line of the server's audit that was looked at.
    audited: i64,
    /// When a request reached the server, or an answer the program, last.
    moved: Option<Instant>,
}

impl Network {
    pub(crate) fn new(
        server: OrgServer,
        router: Wire,
        overseer: Arc<dyn Remote>,
        offers: Offers,
        witness: Arc<Witness>,
        chance: Chance,
    ) -> Arc<Self> {
        Arc::new(Self {
            server,
            router,
            overseer,
            offers,
            witness,
            weather: Mutex::new(Weather {
                chance,
                bad: 0,
                next: Vec::new(),
                audited: 0,
                moved: None,
            }),
        })
    }

    /// The wire that the product is given.
    pub(crate) fn wire(self: &Arc<Self>) -> Wire {
        let network = Arc::clone(self);
        BoxCloneSyncService::new(tower::service_fn(move |request: Request<Bytes>| {
            let network = Arc::clone(&network);
            async move { network.exchange(request).await }
        }))
    }

    /// From now on something happens to so many of a hundred requests.
    pub(crate) fn weather(&self, bad: u64) {
        self.lock().bad = bad;
    }

    /// This happens to the next requests.
    pub(crate) fn next(&self, fault: Fault, times: u64) {
        let mut weather = self.lock();
        for _ in 0..times {
            weather.next.push(fault);
        }
    }

    /// Nothing happens to any request any more.
    pub(crate) fn calm(&self) {
        let mut weather = self.lock();
        weather.bad = 0;
        weather.next.clear();
    }

    /// Whether a request or an answer arrived at this very moment, so that work on it may not be done yet.
    pub(crate) fn moves(&self) -> bool {
        self.lock().moved == Some(Instant::now())
    }

    /// What was written to the server without this network is no effect of a request of ours.
    pub(crate) fn forget_audit(&self) {
        self.new_lines();
    }

    async fn exchange(&self, request: Request<Bytes>) -> Result<Response<Bytes>, WireError> {
        let _under_way = UnderWay::begin(&self.witness);
        let (there, back, fault) = {
            let mut weather = self.lock();
            let (there, back) = (weather.chance.between(1, 60), weather.chance.between(1, 60));
            let (bad, planned) = (weather.bad, weather.next.pop());
            let drawn = || {
                let chance = &mut weather.chance;
                chance.percent(bad).then(|| Fault::any(chance))
            };
            (there, back, planned.or_else(drawn))
        };
        let asked = format!("{} {}", request.method(), request.uri().path());
        sleep(Duration::from_millis(there)).await;
        self.lock().moved = Some(Instant::now());
        if let Some(fault) = fault {
            self.witness.seen().faults += 1;
            self.witness.note(format_args!("{asked}: {fault:?}"));
        }
        let answer = match fault {
            None => Ok(self.deliver(request).await),
            Some(fault) => self.disturbed(request, fault).await,
        };
        sleep(Duration::from_millis(back)).await;
        self.lock().moved = Some(Instant::now());
        let Ok(answered) = &answer else {
            return answer;
        };
        let status = answered.status().as_u16();
        self.witness.note(format_args!("{asked}: {status}"));
        if let Ok(mutation) = SENDING.try_with(|sent| sent.id)
            && (400..500).contains(&status)
            && !matches!(status, 401 | 408 | 429)
        {
            self.witness.seen().refused.insert(mutation);
        }
        answer
    }

    async fn disturbed(
        &self,
        request: Request<Bytes>,
        fault: Fault,
    ) -> Result<Response<Bytes>, WireError> {
        let lost = || Err(WireError::Lost { cause: None });
        match fault {
            Fault::NotConnected(kind) => Err(WireError::NotConnected { kind, cause: None }),
            Fault::LostBefore => lost(),
            Fault::LostAfter => {
                self.deliver(request).await;
                lost()
            }
            Fault::Late => {
                self.deliver(request).await;
                sleep(PATIENCE).await;
                lost()
            }
            Fault::Truncated => {
                let answer = self.deliver(request).await;
                Ok(self.cut(answer))
            }
            Fault::FailsBefore(status) => Ok(made(status, "", "")),
            Fault::FailsAfter(status) => {
                self.deliver(request).await;
                Ok(made(status, "", ""))
            }
            Fault::Busy(status, wait) => {
                let mut answer = made(status, "", "");
                if let Ok(wait) = wait.parse() {
                    answer.headers_mut().insert(RETRY_AFTER, wait);
                }
                Ok(answer)
            }
            Fault::Unauthorized => Ok(made(401, "", "")),
            Fault::Portal => Ok(made(
                200,
                "text/html",
                "<!DOCTYPE html><title>Free Wi-Fi</title>",
            )),
            Fault::Doubled => {
                // Without a key nobody can tell a POST that came twice from two.
                if request.method() != Method::POST || self.offers.keys {
                    self.deliver(request.clone()).await;
                }
                Ok(self.deliver(request).await)
            }
            Fault::Redirected => {
                let mut answer = made(302, "", "");
                let elsewhere = http::HeaderValue::from_static("https://elsewhere.example/");
                answer.headers_mut().insert(LOCATION, elsewhere);
                Ok(answer)
            }
            Fault::DeltaExpired if request.uri().path().ends_with("/.delta") => Ok(made(
                400,
                "application/scim+json",
                r#"{"status":"400","scimType":"invalidValue","detail":"The delta token has expired."}"#,
            )),
            Fault::DeltaExpired => Ok(self.deliver(request).await),
        }
    }

    /// Hands a request to the server, and sees what comes of it.
    async fn deliver(&self, mut request: Request<Bytes>) -> Response<Bytes> {
        self.witness.seen().requests += 1;
        if !self.offers.keys {
            request.headers_mut().remove("idempotency-key");
        }
        let announces = request.uri().path() == "/ServiceProviderConfig";
        let is_write =
            !matches!(*request.method(), Method::GET) && !request.uri().path().ends_with("/.delta");
        let sending = SENDING.try_with(Clone::clone).ok().filter(|_| is_write);
        let before = match &sending {
            Some(mutation) => look(&*self.overseer, &mutation.change.resource()).await,
            None => None,
        };
        let answer = self.router.clone().oneshot(request).await;
        let answer = answer.unwrap_or_else(|_| made(500, "", ""));
        if let Some(mutation) = sending {
            self.effects(&mutation, before.as_ref(), &answer).await;
        }
        if announces {
            return answer.map(|body| Bytes::from(self.offers.announce(&body)));
        }
        answer
    }

    /// What a write of ours has really done, by the server's own audit.
    async fn effects(&self, mutation: &Mutation, before: Option<&There>, answer: &Response<Bytes>) {
        let Some(actor) = self.new_lines() else {
            return;
        };
        self.witness.took_effect(mutation, &actor, before);
        let resource = match &mutation.change {
            change if !change.adds() => Some(change.resource()),
            Change::Workspace(_) => {
                let id = created(answer.body());
                id.map(|id| Resource::Workspace(WorkspaceId::new(id)))
            }
            _ => created(answer.body()).map(|id| Resource::User(UserId::new(id))),
        };
        if let Some(resource) = resource {
            let now = look(&*self.overseer, &resource).await;
            self.witness.stands(resource, now);
        }
    }

    /// Who wrote what the server's audit tells since the last look; `None` where nothing was written.
    fn new_lines(&self) -> Option<String> {
        let mut weather = self.lock();
        let lines = self
            .server
            .audit_after(weather.audited, 1000)
            .expect("the audit can be read");
        let last = lines.last()?;
        weather.audited = last.seq;
        Some(last.actor.clone().unwrap_or_default())
    }

    /// An answer whose body ends early.
    fn cut(&self, answer: Response<Bytes>) -> Response<Bytes> {
        answer.map(|body| {
            let kept = (body.len() as u64).saturating_sub(1);
            let kept = self.lock().chance.between(0, kept);
            body.slice(..usize::try_from(kept).unwrap_or(0).min(body.len()))
        })
    }

    fn lock(&self) -> MutexGuard<'_, Weather> {
        self.weather.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Counts a request as long as it is on its way.
struct UnderWay<'a>(&'a Witness);

impl<'a> UnderWay<'a> {
    fn begin(witness: &'a Witness) -> Self {
        witness.seen().under_way += 1;
        Self(witness)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.seen().under_way -= 1;
    }
}

/// An answer that the server didn't give.
fn made(status: u16, kind: &'static str, body: &'static str) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::from_static(body.as_bytes()));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    if !kind.is_empty() {
        let kind = http::HeaderValue::from_static(kind);
        answer.headers_mut().insert(CONTENT_TYPE, kind);
    }
    answer
}

/// The id of what an answer describes.
pub(crate) fn created(body: &[u8]) -> Option<String> {
    let resource: Value = serde_json::from_slice(body).ok()?;
    Some(resource.get("id")?.as_str()?.to_owned())
}
