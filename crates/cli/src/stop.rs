//! Why a command stopped short: what it says on the error stream, and its exit status.

use std::io;
use std::process::ExitCode;

use rollcall_app::Failure;
use rollcall_app::writing::visible;
use rollcall_language::say;

/// Why a command stopped short.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stop {
    /// A use case failed or was refused.
    #[error("{}", .0.message)]
    Failed(Failure),
    /// The server, or a person's own doing, left something undone; a sentence.
    #[error("{0}")]
    Undone(String),
    /// Several things stand in the way; a sentence each.
    #[error("{}", .0.join(" "))]
    Several(Vec<String>),
    /// The answer is no, and was given on the output.
    #[error("denied")]
    Denied,
    /// The command can't be meant so; a sentence.
    #[error("{0}")]
    WrongUse(String),
    /// The output can't be written.
    #[error("{}", not_written(.0))]
    Output(#[source] io::Error),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Stop {
    /// What is said on the error stream, a sentence a line.
    pub(crate) fn sentences(&self) -> Vec<String> {
        let spoken = match self {
            // Whoever reads our output has left, which is theirs to do (`| head`).
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => vec![],
            Self::Output(_) => vec![self.to_string()],
            Self::Denied => vec![],
            Self::Failed(failure) => {
                let here = next_step_here(&failure.code);
                let help = failure.help.clone();
                [Some(failure.message.clone()), help, here]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            Self::Several(sentences) => sentences.clone(),
            Self::Undone(sentence) | Self::WrongUse(sentence) => vec![sentence.clone()],
        };
        spoken
            .iter()
            .map(|sentence| visible(sentence).into_owned())
            .collect()
    }

    /// 1 refused or failed, 2 wrong use.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::WrongUse(_) => ExitCode::from(2),
            Self::Failed(failure) if is_wrong_use(&failure.code) => ExitCode::from(2),
            Self::Failed(_)
            | Self::Undone(_)
            | Self::Several(_)
            | Self::Denied
            | Self::Output(_) => ExitCode::FAILURE,
        }
    }
}

fn not_written(error: &io::Error) -> String {
    say!("terminal-no-output", cause = error.to_string())
}

/// What helps at a terminal, where the window has a screen for it.
fn next_step_here(code: &str) -> Option<String> {
    match code {
        "no_keychain" => Some(say!("terminal-key-file")),
        "key_file_missing" => Some(say!("terminal-which-key-file")),
        "session_ended" => Some(say!("terminal-sign-in")),
        "token_refused" => Some(say!("terminal-new-token")),
        "not_confirmed" => Some(say!("terminal-typed-another")),
        _ => None,
    }
}

/// Failures that could have been told from the command line alone.
fn is_wrong_use(code: &str) -> bool {
    matches!(
        code,
        "unknown_action"
            | "role_invalid"
            | "id_invalid"
            | "url_invalid"
            | "name_invalid"
            | "picture_invalid"
            | "workspace_twice"
            | "no_such_value"
            | "time_invalid"
            | "seal_invalid"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_types_another_text_is_told_that_nothing_was_done() {
        let stop = Stop::Failed(Failure {
            code: "not_confirmed".into(),
            message: "31 users lose access. Type Legal to confirm.".into(),
            field: Some("typed".into()),
            retry: false,
            help: None,
        });
        assert_eq!(
            stop.sentences().last().unwrap(),
            "Something else was typed, and nothing was done."
        );
    }

    #[test]
    fn a_full_disk_is_said_with_what_helps_and_is_no_wrong_use() {
        let stop = Stop::Failed(Failure {
            code: "disk_full".into(),
            message: "Could not queue a change: the disk is full.".into(),
            field: None,
            retry: true,
            help: Some("Make room on the disk, then try again.".into()),
        });
        assert_eq!(
            stop.sentences(),
            [
                "Could not queue a change: the disk is full.",
                "Make room on the disk, then try again."
            ]
        );
        let status = format!("{:?}", stop.exit_code());
        assert_eq!(status, format!("{:?}", ExitCode::FAILURE));
    }
}
