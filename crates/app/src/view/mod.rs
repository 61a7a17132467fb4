//! What the use cases answer: plain data for the window and for `rollcall-cli --format json`.
//!
//! The interface's types are generated from these; a test fails when they are stale.

mod access;
mod billing;
mod change;
mod checkup;
mod demo_message;
mod export;
mod invitees;
mod journal;
mod list;
mod organization;
mod outbox;
mod plan;
mod replacement;
mod session;
mod settings;
mod user;
mod workspace;

pub use access::{
    AccessExplained, AreaAccess, AreaExplained, PermissionExplained, PermissionGrant,
    RoleDifference, RoleExplained,
};
pub use billing::{
    Begins, BillingView, DeletionView, InvoiceFile, InvoiceLineView, InvoiceRow, InvoiceView,
    InvoicesWindow, PaymentView, PlanChoice, Price, SubscriptionPreview, SubscriptionView,
    SubscriptionWish,
};
pub use change::{
    ChangePreview, ChangeUsers, Confirm, Consequences, CountedReason, OfferedAction, PreviewRow,
    PreviewVerdict, PreviewWindow, Selection, UserAction, WorkspaceLoss,
};
pub use checkup::{CheckSubject, CheckView};
pub use demo_message::DemoMessage;
pub use export::{Delimiter, ExportProgress, ExportUsers, Exported, FileFormat};
pub use invitees::{
    AddUser, AddView, Added, Adding, AddressView, Fate, FateCounts, InviteeRow, InviteesAdded,
    InviteesRead, InviteesWindow,
};
pub use journal::{
    JournalBroken, JournalExported, JournalFileVerified, JournalKind, JournalPage, JournalQuery,
    JournalRow, JournalVerified, JournalWindow, JournalWrong,
};
pub use list::{ListColumn, ListView, SaveView, SavedView, ShownColumn};
pub use organization::{
    Connect, Keep, OrganizationCard, RemovalView, RemoveOrganization, Removed, Secrets,
    WorkspaceChoice,
};
pub use outbox::{
    ChangeView, Changes, CountedRefusal, EditChange, MoveChanges, OutboxBulk, OutboxEntry,
    OutboxGroup, OutboxPart, OutboxQuery, OutboxState, OutboxView, Receipt, ResourceKind, Sent,
};
pub use plan::{
    ImportView, PlanEnd, PlanExported, PlanFate, PlanGroup, PlanStep, PlanView, PlanWindow,
};
pub use replacement::{DeleteOld, ReplaceEmail, ReplaceView, ReplacementStep, ReplacementView};
pub use session::{
    HoldView, Holding, Link, LostView, Progress, SessionView, SnapshotView, Stale, SyncReport,
    Topic,
};
pub use settings::{
    AreaView, BillingInformation, GeneralView, SaveSettings, SettingView, SettingWish,
};
pub use user::{
    Activity, CanView, EditView, EditWorkspace, Presence, RoleChoice, RowState, SaveUser, SortBy,
    UserDetails, UserQuery, UserRow, UsersWindow, Verdict, VerdictKind, WorkspaceRef,
};
pub use workspace::{
    CreateWorkspace, CreatedWorkspace, DeleteWorkspace, RenameWorkspace, WorkspaceDeletion,
    WorkspaceDetails, WorkspaceQuery, WorkspaceRow, WorkspaceSort, WorkspacesWindow,
};
