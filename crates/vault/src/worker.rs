//! The keychain's own thread: its calls block, maybe on a prompt, and nobody waits longer than the
//! limit.

use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send>;

/// One thread that makes one call at a time, in order.
#[derive(Debug)]
pub(crate) struct Worker {
    jobs: Sender<Job>,
    limit: Duration,
}

/// No answer within the limit. The call itself goes on and its result is dropped.
#[derive(Debug)]
pub(crate) struct TooLate(pub(crate) Duration);

impl Worker {
    /// Starts the thread; it ends with the worker.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn start(limit: Duration) -> std::io::Result<Self> {
        let (jobs, queue) = mpsc::channel::<Job>();
        thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(move || {
                for job in queue {
                    job();
                }
            })?;
        Ok(Self { jobs, limit })
    }

    /// Runs the call on the thread and waits for its result.
    ///
    /// # Errors
    /// When the limit passes first.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        call: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, TooLate> {
        let (answer, result) = mpsc::sync_channel(1);
        let job: Job = Box::new(move || {
            // Nobody listens any more when the limit has passed.
            let _ = answer.send(call());
        });
        self.jobs.send(job).map_err(|_| TooLate(self.limit))?;
        result
            .recv_timeout(self.limit)
            .map_err(|_| TooLate(self.limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_waits_longer_than_the_limit() {
        let worker = Worker::start(Duration::from_millis(20)).unwrap();
        let (release, held) = mpsc::channel::<()>();
        assert!(
            worker.run(move || held.recv()).is_err(),
            "a prompt that nobody answers"
        );
        release.send(()).unwrap();
        while worker.run(|| ()).is_err() {}
    }
}
