//! One round: how far it is, whose turn it is, bundles, tellers, the result with its working.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use ballots_rules::{
    paper::{Boxes, Bundle, Kind, Role, Round, RoundId, Spot, Stage, Teller},
    secret::{Hall, HallStage},
};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use law_rules::Word as _;

use super::{fields, item::numbered, list::tone};
use crate::{
    desk,
    queries::{self, Around},
    result::{Told, tell},
    secret::desk::begin::{permit, suits},
    store::{Item, Published, Signed},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// What the visitor can do with the round.
#[derive(Clone, Copy, Default)]
struct Can {
    /// Empties the boxes, names tellers.
    prepares: bool,
    /// Announces, corrects, calls off.
    decides: bool,
    /// Enters bundles.
    counts: bool,
    /// Reports, resolves spellings, has bundles recounted.
    leads: bool,
    /// Is a teller who has not declared.
    declares: bool,
    /// Takes tables away.
    exports: bool,
    /// Reads the report, and lays the signed one to the round.
    works: bool,
}

#[derive(Template)]
#[template(path = "ballots/round.html")]
struct Show<'a> {
    v: &'a View,
    item: Item,
    round: Round,
    around: Around,
    name: String,
    stage: String,
    can: Can,
    boxes: Option<Boxes>,
    unread: usize,
    result: Option<(Published, Told)>,
    before: Vec<Published>,
    settings: Vec<(String, String)>,
    own: Option<kernel::AccountId>,
    /// The electronic way, where the round has one.
    hall: Option<Hall>,
    /// Whether it may be held electronically from here: the way suits it, and whether a method permits it.
    electronic: Option<bool>,
    /// The signed report, for who works at the round.
    signed: Vec<Signed>,
    /// The edition its settings were taken from: words and address.
    adopted: Option<(String, String)>,
    f: Form,
}

impl Show<'_> {
    fn tone(&self) -> &'static str {
        tone(Some(self.round.stage.word()))
    }

    const fn open(&self) -> bool {
        matches!(self.round.stage, Stage::Open)
    }

    const fn counting(&self) -> bool {
        matches!(self.round.stage, Stage::Counting { .. })
    }

    const fn reported(&self) -> bool {
        matches!(self.round.stage, Stage::Reported { .. })
    }

    const fn announced(&self) -> bool {
        matches!(self.round.stage, Stage::Announced { .. })
    }

    /// Whether a tie of the reported result is the presidium's to decide.
    fn tie(&self) -> bool {
        let result = self.around.reported(&self.round).filter(|_| self.reported());
        result.is_some_and(|result| Around::tie(&self.round, result).is_some())
    }

    /// Whether it still waits for that.
    fn tied(&self) -> bool {
        self.tie() && self.around.reported(&self.round).is_some_and(|result| result.presidium.is_empty())
    }

    fn void(&self) -> bool {
        self.boxes.as_ref().is_some_and(Boxes::void)
    }

    /// The colour of the ballots returned.
    fn returned(&self) -> &'static str {
        if self.void() { "bad" } else { "" }
    }

    fn called_off(&self) -> Option<String> {
        match &self.round.stage {
            Stage::CalledOff { reason, .. } => Some(reason.to_string()),
            _ => None,
        }
    }

    /// Whether paper is counted in this round: no electronic way runs, or gave the result.
    fn on_paper(&self) -> bool {
        self.hall.as_ref().is_none_or(|hall| hall.stage == HallStage::Void)
    }

    /// The page of the method that would permit an electronic vote.
    fn method(&self) -> String {
        desk::method::address(self.item.congress, (self.round.spec.assembly, self.round.spec.kind), "")
    }

    fn file(&self, file: &Signed) -> String {
        let size = (file.size / 1024).max(1).to_string();
        self.v.tf("ballots-signed-file", [("edition", file.edition.to_string()), ("size", size)]).into_owned()
    }

    /// 1号箱第2捆.
    fn place(&self, bundle: &Bundle) -> String {
        place(self.v, bundle)
    }

    fn state(&self, bundle: &Bundle) -> String {
        let differs = bundle.differs.iter().map(|spot| said(self.v, &self.round, *spot)).collect::<Vec<_>>();
        let places = differs.join(&self.v.t("ballots-spot-between"));
        match (bundle.agreed(), bundle.entries.len()) {
            (Some(_), _) => self.v.t("ballots-bundle-agreed").into_owned(),
            (None, 1) => self.v.t("ballots-bundle-one").into_owned(),
            (None, _) if bundle.attempt > 1 && !places.is_empty() => {
                let key = if bundle.attempt > 2 { "ballots-bundle-differs-again" } else { "ballots-bundle-differs" };
                self.v.tf(key, [("places", places)]).into_owned()
            }
            _ => self.v.t("ballots-bundle-none").into_owned(),
        }
    }

    fn bundle_tone(&self, bundle: &Bundle) -> &'static str {
        match (bundle.agreed(), bundle.differs.is_empty() || bundle.entries.len() == 1) {
            (Some(_), _) => "good",
            (None, true) => "wait",
            (None, false) => "bad",
        }
    }

    /// Whether the visitor is still to enter it.
    fn enters(&self, bundle: &Bundle) -> bool {
        let entered = bundle.entries.iter().any(|entry| Some(entry.account) == self.own);
        self.can.counts && bundle.agreed().is_none() && !entered
    }

    fn recounts(&self, bundle: &Bundle) -> bool {
        self.can.leads && self.counting() && !bundle.entries.is_empty()
    }

    fn role(&self, teller: &Teller) -> String {
        self.v.t(&teller.role.key()).into_owned()
    }
}

/// 1号箱第2捆.
pub fn place(v: &View, bundle: &Bundle) -> String {
    let values = [("box", bundle.place.box_no.to_string()), ("n", bundle.place.n.to_string())];
    v.tf("ballots-bundle", values).into_owned()
}

/// Where two entries differ, in words.
pub fn said(v: &View, round: &Round, spot: Spot) -> String {
    let (word, line) = spot.said();
    let at = usize::try_from(line).ok().and_then(|line| line.checked_sub(1));
    let name = at.and_then(|at| round.spec.names.get(at)).map(|name| name.name.to_string()).unwrap_or_default();
    let rated = round.spec.kind == Kind::Rating && line > 0;
    let key = if rated { format!("ballots-spot-rating-{word}") } else { format!("ballots-spot-{word}") };
    v.tf(&key, [("name", name)]).into_owned()
}

fn can(actor: &Actor, item: &Item, round: &Round) -> Can {
    let may = |right| actor.may(right, item.congress).is_ok();
    let own = actor.account.filter(|_| actor.acting_for.is_none()).and_then(|account| round.tellers.of(account));
    let acts = |role| own.is_some_and(|teller| teller.declared.is_some() && teller.role == role);
    let runs = matches!(round.stage, Stage::Open | Stage::Counting { .. });
    Can {
        prepares: runs && may(Right::BallotPrepare),
        decides: may(Right::BallotAnnounce),
        counts: matches!(round.stage, Stage::Counting { .. }) && acts(Role::Counter),
        leads: acts(Role::Chief),
        declares: runs && own.is_some_and(|teller| teller.declared.is_none()),
        exports: may(Right::ExportTake),
        works: desk::signed::works(actor, item, round),
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, round, _) = desk::round::of(&site, &actor, id).await?;
    let around = queries::around(&mut site.db(), &item, &round).await?;
    let can = can(&actor, &item, &round);
    // What is reported and not announced is for those who report and announce.
    let early = can.prepares || can.decides || can.leads || actor.may(Right::BallotPrepare, item.congress).is_ok();
    let shown = around.reported(&round).filter(|_| early).or_else(|| around.announced()).cloned();
    let before = around.results.iter().filter(|result| result.announced.is_some() && result.corrected.is_some());
    let hall = crate::secret::show::of_round(&site, &round).await?;
    let suits = can.prepares && hall.is_none() && suits(&item, &round).is_ok();
    let permitted = if suits { permit(&mut site.db(), &item, &round).await?.is_some() } else { false };
    let edition = |n: u32| v.tf("ballots-edition", [("n", n.to_string())]).into_owned();
    let template = Show {
        v: &v,
        name: numbered(&v, &round),
        stage: v.t(&format!("ballots-stage-{}", round.stage.word())).into_owned(),
        boxes: round.stage.boxes().cloned(),
        unread: around.unread().len(),
        before: before.cloned().collect(),
        result: shown.map(|result| {
            let told = tell(&round, &result, v.language);
            (result, told)
        }),
        settings: fields::told(&v, &round.spec),
        own: actor.account,
        hall,
        electronic: suits.then_some(permitted),
        signed: desk::signed::all(&site, &actor, &item, &round).await?,
        adopted: round.spec.adopted.map(|adopted| (edition(adopted.edition), desk::method::cited(&item, adopted))),
        f: Form::blank(&v),
        can,
        item,
        round,
        around,
    };
    Ok(page(&template))
}

pub async fn report(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>) -> Answer {
    desk::round::teller(&site, &actor, id, Some(Role::Chief)).await?;
    desk::settle::report(&site, &actor, id).await?;
    Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-reported"))
}

pub async fn announce(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>) -> Answer {
    desk::settle::announce(&site, &actor, id).await?;
    Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-announced"))
}
