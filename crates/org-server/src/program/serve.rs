//! Serving: open, listen, say so in one line, and go on until told to stop.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use axum::serve::ListenerExt as _;
use rollcall_model::SystemClock;
use rollcall_org_server::{
    DataPlace, Delivery, Demo, Invitations, MailServerError, OrgServer, Settings,
};
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;

use super::args::{Mail, Serve, Unshown};
use super::{system, tls};

/// What can go wrong on the way to the first line.
#[derive(Debug, thiserror::Error)]
enum CannotServe {
    #[error("could not start the runtime")]
    Runtime(#[source] std::io::Error),
    #[error("could not listen on {address}")]
    Listen {
        address: std::net::SocketAddr,
        #[source]
        source: std::io::Error,
    },
    #[error(
        "{folder} holds no organization: found one with `rollcall-server init --data {folder} \
         --admin EMAIL`, or a made-up one with --demo PEOPLE"
    )]
    Empty { folder: String },
    #[error("could not listen for the signal to stop")]
    Signals(#[source] std::io::Error),
    #[error("could not write the first line")]
    FirstLine(#[source] std::io::Error),
}

/// Serves until the program is told to stop.
pub(super) fn run(serve: Serve) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(CannotServe::Runtime)?;
    runtime.block_on(serve_until_stopped(serve))
}

async fn serve_until_stopped(serve: Serve) -> Result<(), Box<dyn Error>> {
    let acceptor = match (&serve.tls_cert, &serve.tls_key) {
        (Some(certificate), Some(key)) => Some(tls::acceptor(certificate, key)?),
        _ => None,
    };
    let listener = TcpListener::bind(serve.listen)
        .await
        .map_err(|source| CannotServe::Listen {
            address: serve.listen,
            source,
        })?;
    let address = listener
        .local_addr()
        .map_err(|source| CannotServe::Listen {
            address: serve.listen,
            source,
        })?;
    let scheme = if acceptor.is_some() { "https" } else { "http" };
    let url = match &serve.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => format!("{scheme}://{address}"),
    };

    let server = open(&serve, &url)?;
    let stopped = system::told_to_stop().map_err(CannotServe::Signals)?;
    say_ready(&server, &url, serve.print_tokens)?;
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "could not turn off delays on a connection");
        }
    });
    match acceptor {
        Some(acceptor) => {
            server
                .serve(tls::Tls::new(listener, acceptor), stopped)
                .await?;
        }
        None => server.serve(listener, stopped).await?,
    }
    Ok(())
}

fn open(serve: &Serve, url: &str) -> Result<OrgServer, Box<dyn Error>> {
    let place = match &serve.data {
        Some(folder) => DataPlace::Folder(folder.clone()),
        None => DataPlace::Memory,
    };
    let settings = Settings {
        page_cap: serve.page_cap,
        invitations: invitations(&serve.mail)?,
        ..Settings::new(url)
    };
    if serve.demo.is_none() && place.is_unused() {
        return Err(empty(serve).into());
    }
    let server = OrgServer::open(&place, Arc::new(SystemClock), &settings)?;
    if let Some(people) = serve.demo {
        server.found_demo(Demo {
            people,
            seed: serve.seed,
        })?;
    }
    if server.was_deleted()? {
        tracing::warn!("the organization was deleted: everybody who comes is told so");
    } else if !server.is_founded()? {
        return Err(empty(serve).into());
    }
    Ok(server)
}

fn empty(serve: &Serve) -> CannotServe {
    let folder = serve.data.as_deref().unwrap_or(Path::new("."));
    CannotServe::Empty {
        folder: folder.display().to_string(),
    }
}

fn invitations(mail: &Mail) -> Result<Invitations, MailServerError> {
    let delivery = match (&mail.smtp, &mail.mail_dir) {
        (Some(Unshown(url)), _) => Delivery::Smtp(url.parse()?),
        (None, Some(folder)) => Delivery::Folder(folder.clone()),
        (None, None) => Delivery::None,
    };
    Ok(Invitations {
        delivery,
        sender: mail.mail_from.clone(),
        days: mail.invitation_days,
    })
}

/// The line that tells a program which started this one where to go, and as whom.
fn say_ready(server: &OrgServer, url: &str, print_tokens: bool) -> Result<(), Box<dyn Error>> {
    let mut line = json!({ "ready": true, "url": url });
    if print_tokens {
        let issued = server.issue_role_tokens()?;
        let tokens: Map<String, Value> = issued
            .iter()
            .map(|issued| {
                (
                    issued.role.as_str().to_owned(),
                    issued.token.reveal().into(),
                )
            })
            .collect();
        line["tokens"] = tokens.into();
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(CannotServe::FirstLine)?;
    Ok(())
}
