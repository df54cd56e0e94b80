//! What the journal keeps of this noun: that somebody chose, not what their address is. That a notice was written or read is
//! no fact: the journal would swell, and who read what when is nobody's business.

use kernel::{AccountId, BodyId, Recorded, Verb};
use kit::{Fault, Site, db::Tx, journal, outbox::HookId};
use serde::Serialize;
use uuid::Uuid;

/// One thing somebody did about notices or webhooks.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub(crate) enum Fact {
    /// Somebody chose how often to be told.
    Chosen { rhythm: &'static str },
    /// An address was named and is to be confirmed.
    AddressNamed,
    /// Its owner confirmed it.
    AddressConfirmed,
    /// It was taken out.
    AddressForgotten,
    /// Letters were ended by the link in one of them.
    Left,
    /// Another system is told of facts.
    HookAdded { hook: HookId, verbs: String },
    /// It got a new secret.
    HookSecretReplaced { hook: HookId },
    /// Only its newest secret stands.
    HookSecretsRetired { hook: HookId },
    /// It is told no more for now.
    HookPaused { hook: HookId },
    /// It is told again.
    HookResumed { hook: HookId },
    /// It was removed.
    HookRemoved { hook: HookId },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Chosen { .. } => "notices.chosen",
            Self::AddressNamed => "notices.address-named",
            Self::AddressConfirmed => "notices.address-confirmed",
            Self::AddressForgotten => "notices.address-forgotten",
            Self::Left => "notices.left",
            Self::HookAdded { .. } => "webhook.added",
            Self::HookSecretReplaced { .. } => "webhook.secret-replaced",
            Self::HookSecretsRetired { .. } => "webhook.secrets-retired",
            Self::HookPaused { .. } => "webhook.paused",
            Self::HookResumed { .. } => "webhook.resumed",
            Self::HookRemoved { .. } => "webhook.removed",
        }
    }
}

/// Appends it.
pub(crate) async fn record(
    tx: &mut Tx,
    site: &Site,
    by: Option<AccountId>,
    body: Option<BodyId>,
    subject: Uuid,
    fact: Fact,
) -> Result<(), Fault> {
    let recorded = Recorded { at: site.now(), by, acting_for: None, body, subject, fact };
    journal::append(tx, recorded).await.map(|_place| ())
}
