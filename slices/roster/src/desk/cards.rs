//! 承办单位联系卡: whom one asks in a unit and what it answers for, kept by the office of the congress and by the unit itself.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Text};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    journal,
    web::{Filled, Stale},
};
use roster_rules::{BodyKind, Fact};
use serde::{Deserialize, Serialize};

use super::{allowed, begun};
use crate::store::body::{self, Kept};

/// Whom one asks, and for what. Each may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Card {
    /// 分管政府领导.
    #[schema(value_type = Option<String>, max_length = 40)]
    pub leader: Option<Text<40>>,
    /// 责任人.
    #[schema(value_type = Option<String>, max_length = 40)]
    pub responsible: Option<Text<40>>,
    /// 联系人.
    #[schema(value_type = Option<String>, max_length = 40)]
    pub contact: Option<Text<40>>,
    /// 办公电话.
    #[schema(value_type = Option<String>, max_length = 40)]
    pub phone: Option<Text<40>>,
    /// 职责清单: what the unit answers for, a line each.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub duties: Option<Text<2000>>,
}

impl Card {
    fn fields(&self) -> Vec<Filled> {
        let text = |part: &Option<Text<40>>| part.as_ref().map(ToString::to_string).unwrap_or_default();
        let duties = self.duties.as_ref().map(ToString::to_string).unwrap_or_default();
        vec![
            ("leader", "roster-card-leader", text(&self.leader)),
            ("responsible", "roster-card-responsible", text(&self.responsible)),
            ("contact", "roster-card-contact", text(&self.contact)),
            ("phone", "roster-card-phone", text(&self.phone)),
            ("duties", "roster-card-duties", duties),
        ]
    }
}

/// Whether the actor keeps the card of this unit.
#[must_use]
pub fn keeps(actor: &Actor, kept: &Kept) -> bool {
    kept.body.kind == BodyKind::Unit && kept.closed.is_none() && may(actor, kept).is_ok()
}

fn may(actor: &Actor, kept: &Kept) -> Result<(), Problem> {
    allowed(actor, Right::UnitCardKeep, kept.body.id)
        .or_else(|_| allowed(actor, Right::UnitCardKeep, kept.body.congress))
}

/// The card with its version, 0 while there is none, for those who keep it.
///
/// # Errors
/// Missing when it is no unit; refused to everybody else.
pub async fn card(ask: &mut impl Ask, actor: &Actor, unit: BodyId) -> Result<(Card, i64), Problem> {
    let kept = body::load(ask, unit).await?.filter(|kept| kept.body.kind == BodyKind::Unit);
    may(actor, &kept.ok_or_else(Problem::missing)?)?;
    Ok(read(ask, unit).await?)
}

type Row = (Option<String>, Option<String>, Option<String>, Option<String>, Option<String>, i64);

async fn read(ask: &mut impl Ask, unit: BodyId) -> Result<(Card, i64), Fault> {
    let sql = Sql::new("select leader, responsible, contact, phone, duties, version from unit_card where unit = {}");
    let Some((leader, responsible, contact, phone, duties, version)) = ask.one::<Row>(sql.bind(unit)).await? else {
        return Ok((Card::default(), 0));
    };
    let text = |part: Option<String>| part.and_then(|part| Text::parse(&part).ok());
    let duties = duties.and_then(|duties| Text::parse(&duties).ok());
    let (leader, responsible) = (text(leader), text(responsible));
    let card = Card { leader, responsible, contact: text(contact), phone: text(phone), duties };
    Ok((card, version))
}

/// Keeps the card.
///
/// # Errors
/// As [`card`]; both versions when somebody else was quicker.
pub async fn keep(site: &Site, actor: &Actor, unit: BodyId, seen: i64, card: &Card) -> Result<i64, Problem> {
    let mut tx = begun(site, actor).await?;
    let kept = body::load(&mut tx, unit).await?.filter(|kept| kept.body.kind == BodyKind::Unit);
    let kept = kept.ok_or_else(Problem::missing)?;
    may(actor, &kept)?;
    // The row is there from here on and held, so that two who write meet on it.
    let held =
        Sql::new("insert into unit_card (unit, version) values ({}, 0) on conflict (unit) do update set version = ");
    tx.run(held.bind(unit).add("unit_card.version")).await?;
    let (before, version) = read(&mut tx, unit).await?;
    if version != seen {
        let at = format!("/bodies/{unit}");
        let stale = Stale::between(format!("{at}/card"), version, card.fields(), before.fields());
        return Err(Problem::Stale(Box::new(Stale { back: at, ..stale })));
    }
    let both = card.fields().into_iter().zip(before.fields());
    let fields: Vec<String> = both.filter(|(new, old)| new.2 != old.2).map(|(new, _)| new.0.to_owned()).collect();
    if fields.is_empty() {
        return Ok(version);
    }
    let text = |part: &Option<Text<40>>| part.as_ref().map(ToString::to_string);
    let sql = Sql::new(
        "update unit_card set leader = {}, responsible = {}, contact = {}, phone = {}, duties = {}, version = {} where unit = {}",
    );
    let sql = sql.bind(text(&card.leader)).bind(text(&card.responsible)).bind(text(&card.contact));
    let duties = card.duties.as_ref().map(ToString::to_string);
    tx.run(sql.bind(text(&card.phone)).bind(duties).bind(version + 1).bind(unit)).await?;
    let fact = Fact::BodyAmended { body: unit, fields };
    journal::append(&mut tx, actor.records(site.now(), kept.body.congress, unit.uuid(), fact)).await?;
    tx.commit().await?;
    Ok(version + 1)
}
