//! The names around a suggestion that its documents need and its page does not show.

use std::collections::BTreeMap;

use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault, Site,
    db::{Ask, Sql},
    paper,
};
use suggestions_rules::{SessionId, Suggestion};

use crate::store::{NoticeNumber, notice_numbers};

/// The names around a suggestion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// 第十八届第五次会议.
    pub session: String,
    /// 桃源县人民代表大会.
    pub congress: String,
    /// Whose documents those of the congress are between sessions: its standing committee, a township's presidium.
    pub issuer: String,
    /// Who splits the government's share among the units.
    pub transfers: Vec<String>,
    delegations: BTreeMap<PersonId, String>,
    posts: BTreeMap<PersonId, String>,
    /// The numbers of its notices, the earliest first.
    notices: Vec<NoticeNumber>,
    /// Whom one asks in the congress's own office, by its card.
    asked: String,
}

impl Setting {
    /// The delegation of a signer; empty where there is none.
    #[must_use]
    pub fn delegation(&self, person: PersonId) -> &str {
        self.delegations.get(&person).map_or("", String::as_str)
    }

    /// The number and the contact of the notice under which what was assigned on that day went out; the contact is that of the office's card
    /// where none was entered.
    #[must_use]
    pub fn notice(&self, day: Day) -> (Option<&str>, &str) {
        let found = self.notices.iter().find(|notice| notice.day >= day);
        let contact = found.map(|notice| notice.contact.as_str()).filter(|contact| !contact.is_empty());
        (found.map(|notice| notice.number.as_str()), contact.unwrap_or(&self.asked))
    }

    /// Whom one asks in the congress's own office, by its card; empty where it has none.
    #[must_use]
    pub fn asked(&self) -> &str {
        &self.asked
    }

    /// 工作单位及职务 of a signer, as the roster has it; empty where it has none.
    #[must_use]
    pub fn post(&self, person: PersonId) -> &str {
        self.posts.get(&person).map_or("", String::as_str)
    }

    /// 桃源县第十八届人民代表大会第五次会议.
    #[must_use]
    pub fn sitting(&self) -> String {
        paper::sitting(&self.congress, &self.session)
    }
}

/// What stands around that suggestion.
pub async fn setting(site: &Site, suggestion: &Suggestion) -> Result<Setting, Fault> {
    let mut look = site.db().look().await?;
    let setting = of_session(&mut look, suggestion.congress, suggestion.session).await?;
    let sql = Sql::new(
        "select m.person, d.name from v_mandate m join v_delegation d on d.id = m.delegation \
         where d.term = (select term from v_session where id = {}) and m.person in ",
    );
    let sql = sql.bind(suggestion.session).list(suggestion.signers());
    let delegations: Vec<(PersonId, String)> = look.all(sql).await?;
    let posts = Sql::new("select person, post from v_person_post where person in ").list(suggestion.signers());
    let posts: Vec<(PersonId, String)> = look.all(posts).await?;
    let (delegations, posts) = (delegations.into_iter().collect(), posts.into_iter().collect());
    Ok(Setting { delegations, posts, ..setting })
}

/// What stands around all suggestions of a session.
pub async fn of_session(ask: &mut impl Ask, congress: BodyId, session: SessionId) -> Result<Setting, Fault> {
    let sql = Sql::new("select s.name, b.name from v_session s join v_body b on b.id = s.congress where s.id = {}");
    let notices = notice_numbers(ask, session).await?;
    let (session, name) = ask.one(sql.bind(session)).await?.unwrap_or_default();
    let issuers = "select name from v_body where kind in ('standing_committee', 'presidium') and closed is null \
                   and congress = {} order by kind desc, name limit 1";
    let issuer: Option<(String,)> = ask.one(Sql::new(issuers).bind(congress)).await?;
    let transfers = "select name from v_body where transfer = 1 and closed is null and congress = {} order by name";
    let transfers: Vec<(String,)> = ask.all(Sql::new(transfers).bind(congress)).await?;
    let asked = "select c.contact, c.phone from v_unit_card c join v_body b on b.id = c.unit where b.kind = 'office' \
                 and b.closed is null and b.congress = {} order by b.name limit 1";
    let asked: Option<(Option<String>, Option<String>)> = ask.one(Sql::new(asked).bind(congress)).await?;
    let said = |(contact, phone): (Option<String>, Option<String>)| {
        [contact, phone].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    Ok(Setting {
        session,
        congress: name,
        issuer: issuer.map(|(name,)| name).unwrap_or_default(),
        transfers: transfers.into_iter().map(|(name,)| name).collect(),
        delegations: BTreeMap::new(),
        posts: BTreeMap::new(),
        notices,
        asked: asked.map(said).unwrap_or_default(),
    })
}

/// 承办负责人 of a unit, by its card; empty where it names none.
pub async fn responsible(ask: &mut impl Ask, unit: BodyId) -> Result<String, Fault> {
    let found: Option<(Option<String>,)> =
        ask.one(Sql::new("select responsible from v_unit_card where unit = {}").bind(unit)).await?;
    Ok(found.and_then(|(name,)| name).unwrap_or_default())
}
