//! What happens to accounts, as the journal keeps it: identities and plain data, no names, numbers or addresses.

use accounts_rules::Duty;
use kernel::{AccountId, BodyId, Day, Moment, PersonId, Verb};
use serde::Serialize;
use uuid::Uuid;

/// One thing that happened to an account, a post, a token or an order to act.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are named for what they hold, and each variant says what happened")]
pub enum Fact {
    /// An account was opened for a person of the roster, or for an operator who is none.
    AccountIssued { person: Option<PersonId> },
    /// An activation code was made; those before it are void.
    CodeIssued { expires: Moment },
    /// The code was used and a password set.
    AccountActivated,
    /// Somebody signed in.
    SignedIn { by: Way },
    /// The owner changed the password.
    PasswordChanged,
    /// Six-digit codes were set up and shown to work.
    TotpEnrolled,
    /// Six-digit codes were taken away again.
    TotpRemoved,
    /// A recovery code was used in place of the six digits.
    RecoveryUsed { left: i64 },
    /// Its names or number were corrected.
    AccountCorrected,
    /// The account was closed and all its sessions with it.
    AccountClosed,
    /// The account was opened again.
    AccountReopened,
    /// A post was given.
    PostIssued { post: Uuid, duty: Duty, body: BodyId, since: Day, until: Option<Day> },
    /// A post was taken back.
    PostWithdrawn { post: Uuid, duty: Duty, body: BodyId },
    /// A deputy's wish to be acted for was recorded.
    ActingGranted { deputy: PersonId, account: AccountId, since: Day, until: Day },
    /// It ended before its time.
    ActingEnded { deputy: PersonId, account: AccountId },
    /// The deputy said yes to it.
    ActingAccepted { deputy: PersonId, account: AccountId },
    /// From now on things are entered in a deputy's name.
    ActingBegun { deputy: PersonId },
    /// No longer.
    ActingStopped { deputy: PersonId },
    /// A token for programs was made.
    TokenIssued { token: Uuid, expires: Moment },
    /// A token was taken back.
    TokenRevoked { token: Uuid },
    /// Sessions were ended by their owner or by those who answer for the account.
    VisitsEnded { count: i64 },
    /// The account was linked with an identity at the provider.
    IdentityLinked { issuer: String },
    /// And unlinked.
    IdentityUnlinked { issuer: String },
}

/// How somebody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Name or telephone and password.
    Password,
    /// And six digits.
    PasswordAndTotp,
    /// Through the identity provider.
    Provider,
    /// With an activation code, setting the password.
    Activation,
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::AccountIssued { .. } => "account.issued",
            Self::CodeIssued { .. } => "account.code_issued",
            Self::AccountActivated => "account.activated",
            Self::SignedIn { .. } => "account.signed_in",
            Self::PasswordChanged => "account.password_changed",
            Self::TotpEnrolled => "account.totp_enrolled",
            Self::TotpRemoved => "account.totp_removed",
            Self::RecoveryUsed { .. } => "account.recovery_used",
            Self::AccountCorrected => "account.corrected",
            Self::AccountClosed => "account.closed",
            Self::AccountReopened => "account.reopened",
            Self::PostIssued { .. } => "post.issued",
            Self::PostWithdrawn { .. } => "post.withdrawn",
            Self::ActingGranted { .. } => "acting.granted",
            Self::ActingEnded { .. } => "acting.ended",
            Self::ActingAccepted { .. } => "acting.accepted",
            Self::ActingBegun { .. } => "acting.begun",
            Self::ActingStopped { .. } => "acting.stopped",
            Self::TokenIssued { .. } => "token.issued",
            Self::TokenRevoked { .. } => "token.revoked",
            Self::VisitsEnded { .. } => "account.visits_ended",
            Self::IdentityLinked { .. } => "account.identity_linked",
            Self::IdentityUnlinked { .. } => "account.identity_unlinked",
        }
    }
}
