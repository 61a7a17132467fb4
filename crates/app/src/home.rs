//! The profile folder: one folder per organization, and a small readable file in each.
//!
//! `organizations/ID/profile.json` names no person and holds no secret; everything else in the folder
//! is encrypted. Folders are 0700 and files 0600.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use rollcall_language::say;
use rollcall_model::{ConnectionId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::failure::make_room;
use crate::system::{private_file, private_folder};
use crate::view::Keep;
use crate::{Failure, draft};

/// The number of the file's format; a higher one was written by a newer program.
const FORMAT: u32 = 1;
pub(crate) const FILE: &str = "profile.json";
/// The folder of the notes on drafts, in that of an organization or of the profile.
const DRAFTS: &str = "drafts";

/// The folder that this system means for a program's data: the window and the terminal share it.
/// `None` where the system names none.
#[must_use]
pub fn default_home() -> Option<PathBuf> {
    ProjectDirs::from("app", "Rollcall", "Rollcall").map(|own| own.data_local_dir().to_owned())
}

/// The profile folder.
#[derive(Debug, Clone)]
pub(crate) struct Home(PathBuf);

/// What is known of an organization without any key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Profile {
    format: u32,
    /// The name that the person gave.
    pub(crate) name: String,
    /// The base URL, as checked when it was connected; checked again at every use.
    pub(crate) base_url: String,
    /// Which of the stable colours its mark has, 0 to 7.
    pub(crate) colour: u8,
    /// Where the sign-in is kept.
    pub(crate) keep: Keep,
    /// When a person deleted it on its server, from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) deleted: Option<Timestamp>,
    /// That a token was stored. Only this tells a locked keychain from a missing sign-in.
    pub(crate) token_stored: bool,
    /// That it was begun to remove the organization: it is opened no more, whatever is still there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) removing: bool,
}

impl Profile {
    pub(crate) fn new(name: String, base_url: String, colour: u8, keep: Keep) -> Self {
        Self {
            format: FORMAT,
            name,
            base_url,
            colour,
            keep,
            deleted: None,
            token_stored: false,
            removing: false,
        }
    }
}

impl Home {
    /// Opens the folder, and makes it if it is missing.
    pub(crate) fn open(path: PathBuf) -> Result<Self, Failure> {
        let home = Self(path);
        private_folder(&home.organizations()).map_err(|error| unusable(&home.0, &error))?;
        Ok(home)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file here, reads it back and removes it.
    pub(crate) fn try_writing(&self) -> Result<(), Failure> {
        let path = self.0.join("checkup");
        let tried = fs::write(&path, "checkup")
            .and_then(|()| fs::read(&path))
            .and_then(|_| fs::remove_file(&path));
        tried.map_err(|error| unusable(&self.0, &error))
    }

    /// Where the key file is, unless a person says otherwise.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.0.join("key")
    }

    /// The folder of an organization.
    pub(crate) fn folder(&self, id: ConnectionId) -> PathBuf {
        self.organizations().join(id.to_string())
    }

    /// Where it is noted which files of an organization are being written elsewhere: in its folder, or in that
    /// of the profile for one that has none.
    pub(crate) fn notes(&self, id: ConnectionId) -> PathBuf {
        let folder = self.folder(id);
        let noted_in = if folder.exists() { &folder } else { &self.0 };
        noted_in.join(DRAFTS)
    }

    /// Removes what programs that were killed have left of files that they were writing elsewhere.
    pub(crate) fn sweep_drafts(&self) {
        let folders = fs::read_dir(self.organizations()).into_iter().flatten();
        let folders = folders.flatten().map(|folder| folder.path());
        for noted_in in folders.chain([self.0.clone()]) {
            draft::sweep(&noted_in.join(DRAFTS));
        }
    }

    /// Every organization whose file can be read, in no order. One that can't be is passed over and
    /// left as it is: it must not keep the others from being listed.
    pub(crate) fn profiles(&self) -> Result<Vec<(ConnectionId, Profile)>, Failure> {
        let path = self.organizations();
        let folders = fs::read_dir(&path).map_err(|error| unusable(&path, &error))?;
        Ok(folders
            .filter_map(Result::ok)
            .filter_map(|folder| folder.file_name().to_str()?.parse().ok())
            .filter_map(|id| match self.profile(id) {
                Ok(profile) => Some((id, profile)),
                Err(failure) => {
                    tracing::warn!(%id, code = failure.code, "an organization's profile can't be read");
                    None
                }
            })
            .collect())
    }

    /// What is known of an organization.
    pub(crate) fn profile(&self, id: ConnectionId) -> Result<Profile, Failure> {
        let path = self.folder(id).join(FILE);
        let text = fs::read(&path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => unknown_organization(),
            _ => unusable(&path, &error),
        })?;
        let profile: Profile = serde_json::from_slice(&text).map_err(|_| {
            Failure::new(
                "file_damaged",
                say!("home-damaged", path = path.display().to_string()),
            )
        })?;
        if profile.format > FORMAT {
            return Err(Failure::new(
                "file_too_new",
                say!("home-newer", path = path.display().to_string()),
            ));
        }
        Ok(profile)
    }

    /// Writes an organization's file, whole or not at all; its folder is made if it is missing.
    pub(crate) fn write(&self, id: ConnectionId, profile: &Profile) -> Result<(), Failure> {
        let folder = self.folder(id);
        write_whole(&folder, profile).map_err(|error| unusable(&folder, &error))
    }

    /// Removes the folder of an organization that could not be connected after all.
    pub(crate) fn remove(&self, id: ConnectionId) {
        if let Err(error) = fs::remove_dir_all(self.folder(id))
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%id, %error, "the folder of an organization that wasn't connected stays behind");
        }
    }

    pub(crate) fn organizations(&self) -> PathBuf {
        self.0.join("organizations")
    }
}

/// An organization that isn't in this profile.
pub(crate) fn unknown_organization() -> Failure {
    Failure::new("unknown_organization", say!("home-unknown-organization"))
}

/// A profile folder that doesn't do what a folder must.
pub(crate) fn unusable(path: &Path, error: &io::Error) -> Failure {
    let path = path.display().to_string();
    let (code, message, help) = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
            "disk_full",
            say!("home-disk-full", path = path),
            make_room(),
        ),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
            "home_unusable",
            say!("home-not-allowed", path = path),
            say!("home-elsewhere"),
        ),
        _ => (
            "home_unusable",
            say!("home-unusable", path = path, cause = error.to_string()),
            say!("home-elsewhere"),
        ),
    };
    Failure::new(code, message).may_pass().with_help(Some(help))
}

fn write_whole(folder: &Path, profile: &Profile) -> io::Result<()> {
    private_folder(folder)?;
    let text = serde_json::to_vec_pretty(profile)?;
    let (path, draft) = (folder.join(FILE), folder.join("profile.json.new"));
    let mut file = private_file(&draft)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(draft, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile() -> Profile {
        Profile::new(
            "Acme".into(),
            "https://acme.example/scim".into(),
            3,
            Keep::KeyFile,
        )
    }

    #[test]
    fn a_profile_reads_back_from_a_folder_of_any_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["plain", "with spaces", "😀 ärger", &"x".repeat(200)] {
            let home = Home::open(folder.path().join(name).join("deeper")).unwrap();
            let id = ConnectionId::random();
            home.write(id, &profile()).unwrap();
            assert_eq!(home.profiles().unwrap(), [(id, profile())], "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_behind_a_symlink_is_used_and_others_see_nothing() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("real")).unwrap();
        std::os::unix::fs::symlink("real", folder.path().join("link")).unwrap();
        let home = Home::open(folder.path().join("link")).unwrap();
        let id = ConnectionId::random();
        home.write(id, &profile()).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&home.folder(id)), 0o700);
        assert_eq!(mode(&home.folder(id).join(FILE)), 0o600);
        assert!(folder.path().join("real/organizations").exists());
    }

    #[test]
    fn one_broken_profile_does_not_hide_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::open(folder.path().to_owned()).unwrap();
        let (good, broken) = (ConnectionId::random(), ConnectionId::random());
        home.write(good, &profile()).unwrap();
        home.write(broken, &profile()).unwrap();
        fs::write(home.folder(broken).join(FILE), "{").unwrap();
        fs::create_dir(home.organizations().join("not an id")).unwrap();
        assert_eq!(home.profiles().unwrap().len(), 1);
        assert_eq!(home.profile(broken).unwrap_err().code, "file_damaged");
        assert_eq!(
            fs::read_to_string(home.folder(broken).join(FILE)).unwrap(),
            "{",
            "left as it is"
        );
    }

    #[test]
    fn a_newer_profile_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::open(folder.path().to_owned()).unwrap();
        let id = ConnectionId::random();
        home.write(
            id,
            &Profile {
                format: FORMAT + 1,
                ..profile()
            },
        )
        .unwrap();
        assert_eq!(home.profile(id).unwrap_err().code, "file_too_new");
    }

    #[test]
    fn a_file_in_the_folders_place_is_a_plain_failure() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::write(&path, "").unwrap();
        assert_eq!(Home::open(path).unwrap_err().code, "home_unusable");
    }
}
