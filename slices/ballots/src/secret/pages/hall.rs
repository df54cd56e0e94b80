//! One hall: how far it is, the next step, trustees, the roll.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use ballots_rules::{
    paper::{Round, RoundId},
    secret::{Hall, HallStage},
};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use law_rules::Word as _;

use super::{hand::next, parted};
use crate::{
    pages::{number, numbered},
    secret::{
        desk::{
            self,
            phone::deputy,
            presence::{self, PresenceWanted, keeps},
            steps,
            trustee::hands,
        },
        show::{self, HallJson},
        store::{OnRoll, roll},
    },
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "ballots/hall.html")]
struct Show<'a> {
    v: &'a View,
    item: Item,
    round: Round,
    hall: Hall,
    told: HallJson,
    name: String,
    stage: String,
    /// The next step of the office: where, and the stem of its words.
    step: Option<(&'static str, &'static str)>,
    prepares: bool,
    decides: bool,
    votes: bool,
    keeps: bool,
    roll: Vec<OnRoll>,
    /// Numbers of trustees for whom the visitor hands in now.
    hands: Vec<u32>,
    setup: Option<String>,
    head: Option<String>,
}

impl Show<'_> {
    const fn again(&self) -> bool {
        use HallStage::{Collect, Confirm, Freezing, Vote};
        self.prepares && matches!(self.hall.stage, Collect | Freezing | Confirm | Vote)
    }

    const fn voids(&self) -> bool {
        self.decides && self.hall.stage.runs()
    }

    const fn listed(&self) -> bool {
        self.hall.stage.listed()
    }

    const fn setting_up(&self) -> bool {
        matches!(self.hall.stage, HallStage::Setup)
    }

    /// Whether somebody is told as missing: issued a ballot, and not confirmed.
    const fn missing(&self, one: &OnRoll) -> bool {
        matches!(self.hall.stage, HallStage::Confirm) && one.issued && !one.confirmed
    }

    fn state(&self, one: &OnRoll) -> String {
        let key = match (one.confirmed, one.issued, one.present) {
            (true, _, _) => "ballots-hall-roll-confirmed",
            (false, true, _) => "ballots-hall-roll-issued",
            (false, false, true) => "ballots-hall-roll-present",
            (false, false, false) => "ballots-hall-roll-brought",
        };
        self.v.t(key).into_owned()
    }

    fn tone(&self, one: &OnRoll) -> &'static str {
        match (self.missing(one), one.present) {
            (true, _) => "bad",
            (false, true) => "good",
            (false, false) => "wait",
        }
    }

    fn parted(&self, hash: &str) -> String {
        parted(hash)
    }

    fn handed(&self, one: &show::HallTrusteeJson) -> String {
        let key = match (one.opened, one.keyed, one.committed) {
            (true, _, _) => "ballots-hall-trustee-opened",
            (false, true, _) => "ballots-hall-trustee-keyed",
            (false, false, true) => "ballots-hall-trustee-committed",
            (false, false, false) => "ballots-hall-trustee-waits",
        };
        self.v.t(key).into_owned()
    }

    fn turn(&self) -> String {
        self.v.t(&format!("ballots-hall-turn-{}", self.hall.stage.word())).into_owned()
    }
}

/// The step of the office at this stage.
const fn step(stage: HallStage) -> Option<(&'static str, &'static str)> {
    match stage {
        HallStage::Setup => Some(("roll", "ballots-hall-step-roll")),
        HallStage::Collect => Some(("freeze", "ballots-hall-step-freeze")),
        HallStage::Confirm => Some(("opening", "ballots-hall-step-opening")),
        HallStage::Vote => Some(("close", "ballots-hall-step-close")),
        HallStage::Freezing | HallStage::Tally | HallStage::Done | HallStage::Void => None,
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, round, hall) = desk::of(&site, &actor, id).await?;
    shown(&site, &actor, &v, (item, round, hall)).await
}

async fn shown(site: &Site, actor: &Actor, v: &View, (item, round, hall): (Item, Round, Hall)) -> Answer {
    let told = show::hall(site, actor, &hall).await?;
    let may = |right| actor.may(right, item.congress).is_ok();
    let keeps = keeps(actor, &item, &round).is_ok();
    let roll = if keeps { roll(&mut site.db(), hall.round, &hall.vote).await? } else { Vec::new() };
    let handing = hall.trustees.iter().filter(|one| next(&hall, one).is_some());
    let hands = handing.filter(|one| hands(actor, &item, &hall, one.n).is_ok()).map(|one| one.n).collect();
    let prepares = may(Right::BallotPrepare);
    Ok(page(&Show {
        v,
        name: numbered(v, &round),
        stage: v.t(&hall.stage.key()).into_owned(),
        step: step(hall.stage).filter(|_| prepares),
        decides: may(Right::BallotAnnounce),
        votes: hall.stage.runs() && deputy(&mut site.db(), actor, &item).await.is_ok(),
        setup: told.setup.as_deref().map(parted),
        head: told.head.as_deref().map(parted),
        item,
        round,
        hall,
        told,
        prepares,
        keeps,
        roll,
        hands,
    }))
}

/// The button beside a line of the roll.
pub async fn presence(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    mut form: Form,
) -> Answer {
    presence::may(&site, &actor, id).await?;
    let (number, present) = (number(&mut form, "number"), form.yes("present"));
    let key_hash = form.value("key_hash").to_owned();
    let Some(number) = number else {
        return Ok(done(&format!("/ballots/rounds/{id}/hall"), "ballots-hall-flash-unread"));
    };
    presence::tell_presence(&site, &actor, id, PresenceWanted { number, key_hash, present }).await?;
    Ok(done(&format!("/ballots/rounds/{id}/hall"), "ballots-hall-flash-presence"))
}

macro_rules! step {
    ($($name:ident $verb:path, $flash:literal;)+) => {$(
        pub async fn $name(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>) -> Answer {
            desk::may(&site, &actor, id, Right::BallotPrepare).await?;
            $verb(&site, &actor, id).await?;
            Ok(done(&format!("/ballots/rounds/{id}/hall"), $flash))
        }
    )+};
}

step! {
    freeze_roll steps::freeze_roll, "ballots-hall-flash-roll";
    freeze steps::ask_freeze, "ballots-hall-flash-freeze";
    opening steps::open_vote, "ballots-hall-flash-opening";
    close steps::close, "ballots-hall-flash-close";
}
