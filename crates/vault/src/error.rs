//! What stands between a person and their secret, told apart, each with its cure.

use std::error::Error;
use std::time::Duration;

use rollcall_language::say;
use thiserror::Error;

/// Why a vault could not do what was asked. Nothing was wiped.
#[derive(Debug, Error)]
pub enum VaultError {
    /// There, and locked.
    #[error("{}", say!("faults-keychain-locked"))]
    Locked {
        /// What the keychain answered.
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    /// None on this machine, or none that runs.
    #[error("{}", say!("faults-keychain-none"))]
    NoKeychain {
        /// What was tried.
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    /// There, and it refused.
    #[error("{}", say!("faults-keychain-denied"))]
    Denied {
        /// What the keychain answered.
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    /// No answer in time; it may be waiting for a person at a prompt.
    #[error("{}", say!("faults-keychain-slow", seconds = limit.as_secs()))]
    Slow {
        /// How long was waited.
        limit: Duration,
    },
    /// An entry of ours that isn't in our format, or whose parts are missing.
    #[error("{}", say!("faults-keychain-damaged"))]
    Damaged,
    /// More than a vault is meant for.
    #[error("{}", say!("faults-keychain-too-long", length = length))]
    TooLong {
        /// The secret's length in bytes.
        length: usize,
    },
}

/// How the keychain stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VaultState {
    /// It answers.
    Available,
    /// It is there, and locked: what is in it is still in it.
    Locked,
    /// There is none.
    NoKeychain,
    /// It refuses.
    Denied,
    /// It doesn't answer in time.
    Slow,
}

impl VaultError {
    /// How the keychain stands, judged by this answer.
    #[must_use]
    pub fn state(&self) -> VaultState {
        match self {
            Self::Locked { .. } => VaultState::Locked,
            Self::NoKeychain { .. } => VaultState::NoKeychain,
            Self::Denied { .. } => VaultState::Denied,
            Self::Slow { .. } => VaultState::Slow,
            Self::Damaged | Self::TooLong { .. } => VaultState::Available,
        }
    }

    /// What a person can do about it on this operating system, in one sentence.
    #[must_use]
    pub fn cure(&self) -> String {
        self.cure_on(std::env::consts::OS)
    }

    /// What a person can do about it on the operating system of this name
    /// ([`std::env::consts::OS`]).
    fn cure_on(&self, os: &str) -> String {
        match (self, os) {
            (Self::Locked { .. }, "macos") => say!("faults-cure-locked-macos"),
            (Self::Locked { .. }, "windows") => say!("faults-cure-locked-windows"),
            (Self::Locked { .. }, _) => say!("faults-cure-locked"),
            (Self::NoKeychain { .. }, "macos") => say!("faults-cure-none-macos"),
            (Self::NoKeychain { .. }, "windows") => say!("faults-cure-none-windows"),
            (Self::NoKeychain { .. }, _) => say!("faults-cure-none"),
            (Self::Denied { .. }, "macos") => say!("faults-cure-denied-macos"),
            (Self::Denied { .. }, "windows") => say!("faults-cure-denied-windows"),
            (Self::Denied { .. }, _) => say!("faults-cure-denied"),
            (Self::Slow { .. }, _) => say!("faults-cure-slow"),
            (Self::Damaged, _) => say!("faults-cure-damaged"),
            (Self::TooLong { .. }, _) => say!("faults-cure-too-long"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_cure_of_one_sentence_on_every_system() {
        let cause = || std::io::Error::other("x").into();
        let errors = [
            VaultError::Locked { cause: cause() },
            VaultError::NoKeychain { cause: cause() },
            VaultError::Denied { cause: cause() },
            VaultError::Slow {
                limit: Duration::from_secs(30),
            },
            VaultError::Damaged,
            VaultError::TooLong { length: 1 },
        ];
        for error in &errors {
            for os in ["linux", "macos", "windows", "freebsd"] {
                let cure = error.cure_on(os);
                assert!(cure.ends_with('.'), "a cure is a sentence: {cure}");
            }
        }
    }
}
