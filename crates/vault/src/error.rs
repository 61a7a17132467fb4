//! What stands between a person and their secret, told apart, each with its cure.

use std::error::Error;
use std::time::Duration;

use thiserror::Error;

/// Why a vault could not do what was asked. Nothing was wiped.
#[derive(Debug, Error)]
pub enum VaultError {
    /// There, and locked.
    #[error("the system keychain is locked")]
    Locked {
        /// What the keychain answered.
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    /// None on this machine, or none that runs.
    #[error("no system keychain is available")]
    NoKeychain {
        /// What was tried.
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    /// There, and it refused.
    #[error("the system keychain refused to let Rollcall in")]
    Denied {
        /// What the keychain answered.
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    /// No answer in time; it may be waiting for a person at a prompt.
    #[error("the system keychain did not answer within {} s", limit.as_secs())]
    Slow {
        /// How long was waited.
        limit: Duration,
    },
    /// An entry of ours that isn't in our format, or whose parts are missing.
    #[error("the keychain entry of Rollcall is damaged")]
    Damaged,
    /// More than a vault is meant for.
    #[error("a secret of {length} bytes is too long for the keychain")]
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
    pub fn cure(&self) -> &'static str {
        self.cure_on(std::env::consts::OS)
    }

    /// What a person can do about it on the operating system of this name
    /// ([`std::env::consts::OS`]).
    fn cure_on(&self, os: &str) -> &'static str {
        match (self, os) {
            (Self::Locked { .. }, "macos") => {
                "Unlock the login keychain in Keychain Access, then try again."
            }
            (Self::Locked { .. }, "windows") => {
                "Sign in to Windows with your own account, not as a service, then try again."
            }
            (Self::Locked { .. }, _) => {
                "Unlock your login keyring (in \"Passwords and Keys\" or KWalletManager), then try again."
            }
            (Self::NoKeychain { .. }, "macos") => {
                "Create a login keychain in Keychain Access, then start Rollcall again."
            }
            (Self::NoKeychain { .. }, "windows") => {
                "Start the Windows service \"Credential Manager\", then start Rollcall again."
            }
            (Self::NoKeychain { .. }, _) => {
                "Install and start a Secret Service, for example GNOME Keyring or KWallet, in a session \
                 with D-Bus, then start Rollcall again."
            }
            (Self::Denied { .. }, "macos") => {
                "Unlock the login keychain and press \"Always Allow\" when macOS asks about Rollcall."
            }
            (Self::Denied { .. }, "windows") => {
                "Ask whoever manages this computer to allow stored credentials for your account."
            }
            (Self::Denied { .. }, _) => {
                "Allow Rollcall to use your keyring where it asks, or where a sandbox forbids it, then start \
                 Rollcall again."
            }
            (Self::Slow { .. }, _) => {
                "Look for a prompt behind other windows, answer it, then try again."
            }
            (Self::Damaged, _) => "Sign in again: the token is then stored anew.",
            (Self::TooLong { .. }, _) => "Check that you pasted the token alone.",
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
