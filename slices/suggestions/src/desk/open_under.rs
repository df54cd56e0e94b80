//! What is open under an entry of the rule book that gives no day: how many matters a change of it would meet.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{Problem, Site, db::Sql};

/// Which matters an entry meets next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Seconds are being asked for.
    Cosigning,
    /// Handed in and not yet checked.
    Checking,
    /// Accepted and without a number.
    Unnumbered,
    /// Handled, and some unit's reply is not signed.
    Unsigned,
    /// Handled, and some unit's reply was delivered.
    Answered,
    /// With a promise that is open.
    Promised,
    /// To be published, with a number and not yet closed.
    Published,
}

impl Open {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Cosigning,
        Self::Checking,
        Self::Unnumbered,
        Self::Unsigned,
        Self::Answered,
        Self::Promised,
        Self::Published,
    ];

    /// The word in JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cosigning => "cosigning",
            Self::Checking => "checking",
            Self::Unnumbered => "unnumbered",
            Self::Unsigned => "unsigned",
            Self::Answered => "answered",
            Self::Promised => "promised",
            Self::Published => "published",
        }
    }

    /// Those an entry meets next; nothing for one that meets only what is still to be written, looked back on or disclosed, and for
    /// one whose days are shown one by one.
    #[must_use]
    pub fn under(key: &str) -> Option<Self> {
        Some(match key {
            "limit.cosign" => Self::Cosigning,
            "number.pattern" | "number.series" => Self::Unnumbered,
            "limit.objection" | "limit.reply-complex" | "objection.rounds" | "extension.rounds" | "remind.before" => {
                Self::Unsigned
            }
            "limit.judge" | "limit.class-doubt" | "class-doubt.rounds" | "remind.feedback" => Self::Answered,
            "limit.promise" | "limit.progress" | "promise.changes" => Self::Promised,
            "promise.before-signing" => Self::Unsigned,
            "published.see" => Self::Published,
            _ => match key.split_once('.')?.0 {
                "check" => Self::Checking,
                "reply" | "contact" => Self::Unsigned,
                "close" | "redo" => Self::Answered,
                _ => return None,
            },
        })
    }

    const fn condition(self) -> &'static str {
        match self {
            Self::Cosigning => " and s.stage = 'cosigning'",
            Self::Checking => " and s.stage = 'submitted'",
            Self::Unnumbered => " and s.stage = 'accepted'",
            Self::Unsigned => {
                " and s.stage = 'handling' and exists (select 1 from assignment a where a.suggestion = s.id and a.role <> 'co' \
                 and a.awaits in ('sign-for', 'reply', 'check', 'signature', 'consent', 'ruling'))"
            }
            Self::Answered => {
                " and s.stage = 'handling' and exists (select 1 from reply r where r.suggestion = s.id and r.stage = 'delivered')"
            }
            Self::Published => " and s.publish = 1 and s.stage in ('numbered', 'handling')",
            Self::Promised => {
                " and exists (select 1 from promise p where p.suggestion = s.id and p.standing in ('open', 'answered'))"
            }
        }
    }
}

/// How many matters of a congress a change of that entry meets next; nothing where it meets none by its nature.
///
/// # Errors
/// When the actor does not answer for that congress's rules.
pub async fn open_under(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    key: &str,
) -> Result<Option<(Open, i64)>, Problem> {
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let Some(open) = Open::under(key) else { return Ok(None) };
    let sql = Sql::new("select count(*) from suggestion s where s.congress = {}").bind(congress).add(open.condition());
    let found: Option<(i64,)> = site.db().one(sql).await?;
    Ok(found.map(|(count,)| (open, count)))
}
