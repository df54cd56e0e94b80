//! One special inquiry: its questions with their answers, votes, what is to be put right.

use std::collections::BTreeMap;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    web::{Form, api::Saw, done, page},
};
use supervision_rules::{EntryId, Inquiry, InquiryId, InquiryStage, Item, ItemStanding, Poll};
use uuid::Uuid;

use crate::{
    desk::{self, inquiry::Sent},
    queries,
    store::evidence_counts,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "supervision/inquiry.html")]
struct Show<'a> {
    v: &'a View,
    i: Inquiry,
    names: BTreeMap<BodyId, String>,
    kind: String,
    stage: String,
    tone: &'static str,
    today: Day,
    keeps: bool,
    /// The units of the inquiry for which the visitor answers.
    own: Vec<BodyId>,
    export: bool,
    /// How many files are laid to each item that has any.
    files: BTreeMap<Uuid, i64>,
}

impl Show<'_> {
    fn unit(&self, unit: &BodyId) -> &str {
        self.names.get(unit).map_or("", String::as_str)
    }

    fn preparing(&self) -> bool {
        self.keeps && self.i.stage == InquiryStage::Preparing
    }

    /// The list as it stands here: the one that is sent.
    fn listed(&self) -> i64 {
        desk::inquiry::listed(&self.i)
    }

    fn told(&self) -> bool {
        self.keeps && self.i.stage == InquiryStage::Told
    }

    fn held(&self) -> bool {
        self.keeps && self.i.stage == InquiryStage::Held
    }

    fn turn(&self, poll: &Poll) -> String {
        self.v.t(&format!("supervision-turn-{}", poll.turn.word())).into_owned()
    }

    fn standing(&self, item: &Item) -> String {
        self.v.t(&format!("supervision-item-{}", item.standing().word())).into_owned()
    }

    /// What the visitor is to do next is theirs; what is settled is good.
    fn look(&self, item: &Item) -> &'static str {
        match item.standing() {
            ItemStanding::Settled => "good",
            ItemStanding::Reported if self.held() => "act",
            _ if item.overdue(self.today) => "bad",
            ItemStanding::Listed | ItemStanding::Working if self.owes(item) => "act",
            _ => "wait",
        }
    }

    /// Whether the visitor's unit owes it something.
    fn owes(&self, item: &Item) -> bool {
        let open = matches!(item.standing(), ItemStanding::Listed | ItemStanding::Working);
        open && self.i.stage == InquiryStage::Held && self.own.contains(&item.unit)
    }

    fn looks(&self, item: &Item) -> bool {
        self.held() && item.standing() == ItemStanding::Reported
    }

    /// How many files are laid to an item; nothing where the visitor finds none and lays none.
    fn files(&self, item: &Item) -> Option<i64> {
        let lays = self.i.takes_files(item.id).is_ok() && self.own.contains(&item.unit);
        let count = self.files.get(&item.id.uuid()).copied().unwrap_or_default();
        (count > 0 || lays).then_some(count)
    }

    /// Whole days to that day.
    fn left(&self, item: &Item) -> i64 {
        item.due.days_since(self.today).into()
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<InquiryId>, v: View) -> Answer {
    let i = desk::inquiry::of(&site, &actor, id).await?.inquiry;
    let units = i.units();
    let mine = |unit: &&BodyId| actor.may(Right::InquiryAnswer, **unit).is_ok();
    let own = units.iter().filter(mine).copied().collect();
    let (keeps, stage) = (actor.may(Right::InquiryKeep, i.congress).is_ok(), i.stage.word());
    let items = i.items.iter().map(|item| item.id.uuid()).collect();
    let template = Show {
        files: evidence_counts(&mut site.db(), items).await?,
        names: queries::unit_names(&mut site.db(), units).await?,
        kind: v.t(&format!("supervision-inquiry-kind-{}", i.terms.kind.word())).into_owned(),
        stage: v.t(&format!("supervision-inquiry-{stage}")).into_owned(),
        tone: match &i.stage {
            InquiryStage::Concluded { .. } => "good",
            InquiryStage::CalledOff { .. } => "quiet",
            _ if keeps => "act",
            _ => "wait",
        },
        export: actor.may(Right::ExportTake, i.congress).is_ok(),
        today: site.today(),
        keeps,
        own,
        v: &v,
        i,
    };
    Ok(page(&template))
}

fn place(id: InquiryId) -> String {
    format!("/supervision/inquiries/{id}")
}

pub async fn tell(State(site): State<Site>, Extension(actor): Who, Path(id): Path<InquiryId>, form: Form) -> Answer {
    let sent = Sent { saw: Saw::on_page(&form), ..Sent::default() };
    desk::inquiry::tell(&site, &actor, id, &sent).await?;
    Ok(done(&place(id), "supervision-flash-inquiry-told"))
}

pub async fn hold(State(site): State<Site>, Extension(actor): Who, Path(id): Path<InquiryId>, _form: Form) -> Answer {
    desk::inquiry::hold(&site, &actor, id, &Sent::default()).await?;
    Ok(done(&place(id), "supervision-flash-inquiry-held"))
}

pub async fn strike(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, entry)): Path<(InquiryId, EntryId)>,
    _form: Form,
) -> Answer {
    desk::inquiry::strike(&site, &actor, (id, entry), &Sent::default()).await?;
    Ok(done(&place(id), "supervision-flash-question-struck"))
}
