//! What is special to a system: how the program is told to stop, by Ctrl-C, or by the signal that a service
//! manager sends.

use std::future::Future;
use std::io;

/// Ready once the program is told to stop. Listening begins with the call, not with the first poll: a
/// program that has said that it is ready must not be killed by a wish.
#[cfg(unix)]
pub(super) fn told_to_stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// As above, where there is Ctrl-C alone.
#[cfg(windows)]
pub(super) fn told_to_stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}
