//! One election: the calendar with what was missed, districts, candidates, rounds, certificates, notices.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::{
    Mode,
    election::{ElectionId, Kind, NoticeKind, PostingStanding, Stage, Verb, postings, range as lawful},
};
use kernel::Day;
use kit::{Problem, Site, View, web::page};
use law_rules::Word as _;

use super::list::tone;
use crate::{
    desk,
    queries::{self, NoticeLine, Part, WaitingLine, Whole},
    store::{Election, Recount, Round, Tallied},
};

/// A latest day over all districts.
pub struct Latest {
    what: String,
    due: Day,
    rests_on: String,
    kept: usize,
    ahead: usize,
    late: Vec<String>,
    missed: Vec<String>,
}

/// What the reader may do now.
pub struct Can {
    arranges: bool,
    draws: bool,
    lists: bool,
    carries: bool,
    primaries: bool,
    again: bool,
    opens: bool,
    nominates: bool,
    fixes: bool,
    posts: bool,
    links: bool,
    numbers: bool,
    counts: bool,
    recounts: bool,
    takes: bool,
    certifies: bool,
    confirms: bool,
    cancels: bool,
    postpones: bool,
    exports: bool,
    papers: bool,
    sees_ballot: bool,
}

#[derive(Template)]
#[template(path = "elections/show.html")]
struct Show<'a> {
    v: &'a View,
    it: Election,
    around: Whole,
    latest: Vec<Latest>,
    notices: Vec<NoticeLine>,
    waiting: Vec<WaitingLine>,
    open: u32,
    can: Can,
    stage: String,
    kind: String,
}

impl Show<'_> {
    fn tone(&self) -> &'static str {
        tone(self.it.stage.word())
    }
    fn mode(&self) -> String {
        self.v.t(&self.it.mode.key()).into_owned()
    }
    fn class(&self) -> Option<String> {
        self.it.class.map(|class| self.v.t(&class.key()).into_owned())
    }
    fn range(&self, part: &Part) -> String {
        range(self.v, &self.it, part)
    }
    fn origin(&self, one: &crate::store::Candidate) -> String {
        let origin = self.v.t(&one.origin.key()).into_owned();
        let by = one.proposer.as_ref().map(ToString::to_string).unwrap_or_default();
        match one.signers {
            Some(signers) => {
                let values = [("origin", origin), ("by", by), ("signers", signers.to_string())];
                self.v.tf("elections-joint-by", values).into_owned()
            }
            None => format!("{origin} {by}"),
        }
    }
    fn next(&self, part: &Part) -> Option<String> {
        let due = part.due().filter(|_| self.can.counts)?;
        let why = self.v.t(&due.why.key()).into_owned();
        let values = [("n", due.n.to_string()), ("why", why), ("seats", due.seats.to_string())];
        Some(self.v.tf("elections-round", values).into_owned())
    }
    fn round(&self, round: &Round) -> String {
        let why = self.v.t(&round.why.key()).into_owned();
        let values = [("n", round.n.to_string()), ("why", why), ("seats", round.seats.to_string())];
        self.v.tf("elections-round", values).into_owned()
    }
    fn figures(&self, round: &Round) -> String {
        let it = round.figures;
        let values = [
            ("registered", it.registered.to_string()),
            ("voted", it.voted.to_string()),
            ("ballots", it.ballots.to_string()),
            ("invalid", it.invalid.to_string()),
            ("proxied", it.proxied.to_string()),
            ("mobile", it.mobile.to_string()),
        ];
        self.v.tf("elections-figures", values).into_owned()
    }
    fn working(&self, part: &Part, round: &Round, marks: &[Tallied]) -> Vec<(String, String)> {
        let steps = part.working(round, marks);
        let said = |step: &law_rules::Step| {
            (step.said(&self.v.language.says(), self.v.language.close()), step.rests_on(&self.v.language.says()))
        };
        steps.iter().map(said).collect()
    }
    fn named(&self, part: &Part, mark: &Tallied) -> String {
        let words = [("votes", mark.votes.to_string())];
        format!("{} {}", part.name(mark.candidate), self.v.tf("elections-votes", words))
    }
    /// What stood of a round before it was entered again: when, why, figures and votes.
    fn before(&self, part: &Part, round: &Round) -> Vec<(String, String)> {
        let told = |one: &Recount| {
            let votes: Vec<String> = one.before.votes.iter().map(|(name, votes)| format!("{name} {votes}")).collect();
            let values = [("day", one.at.day().to_string()), ("reason", one.reason.to_string())];
            let stood = self.figures(&Round { figures: one.before.figures, ..round.clone() });
            let head = self.v.tf("elections-recounted", values).into_owned();
            (head, format!("{stood} {}", votes.join("、")))
        };
        part.recounts.iter().filter(|one| one.n == round.n).map(told).collect()
    }
    fn place(&self, mark: &Tallied) -> String {
        self.v.t(&mark.place.key()).into_owned()
    }
    fn name(&self, certificate: &crate::store::Certificate) -> String {
        let mut found = self.around.parts.iter().flat_map(|part| &part.candidates);
        found.find(|one| one.id == certificate.candidate).map(|one| one.name.to_string()).unwrap_or_default()
    }
    fn number(&self, certificate: &crate::store::Certificate) -> String {
        number(self.v, certificate.year, certificate.n)
    }
    /// Objections of a district that wait, and how many of them too long.
    fn objections(&self, part: &Part) -> Option<(String, bool)> {
        let line = self.waiting.iter().find(|line| line.district == part.district.id && line.open > 0)?;
        let open = self.v.tf("elections-objections-open", [("open", line.open.to_string())]).into_owned();
        if line.overdue == 0 {
            return Some((open, false));
        }
        let over = self.v.tf("elections-objections-overdue", [("overdue", line.overdue.to_string())]);
        Some((format!("{open} {over}"), true))
    }
    /// The preliminary election of a district: figures, whether it counts, whom it leaves.
    fn preliminary(&self, part: &Part) -> Option<(String, bool, String)> {
        let (round, found) = part.preliminary(&self.it)?;
        let figures = round.figures;
        let values = [
            ("entitled", figures.entitled),
            ("took", figures.took_part),
            ("handed", figures.handed),
            ("returned", figures.returned),
            ("invalid", figures.invalid),
        ];
        let told = self.v.tf("elections-primary-told", values.map(|(name, count)| (name, count.to_string())));
        let names: Vec<&str> = found.value.list.iter().map(|one| part.name(*one)).collect();
        let list = self.v.tf("elections-primary-list", [("names", names.join("、"))]).into_owned();
        Some((told.into_owned(), round.valid, list))
    }
    fn shows_open(&self) -> bool {
        self.open > 0 && self.it.certified.is_some()
    }
    /// What the seats that are open mean now.
    fn left(&self) -> Option<String> {
        let elected = self.it.seats.saturating_sub(self.open);
        let values = [("open", self.open.to_string()), ("elected", elected.to_string())];
        if self.open == 0 || self.it.mode == Mode::Direct {
            return None;
        }
        match (self.it.stage, &self.around.followed) {
            (Stage::Voted, _) => Some(self.v.tf("elections-open-warn", values).into_owned()),
            (Stage::Certified | Stage::Closed, None) => {
                Some(self.v.tf("elections-open-left", [("open", self.open.to_string())]).into_owned())
            }
            _ => None,
        }
    }
    /// 性别、民族 … of a candidate, in the reader's language.
    fn basics(&self, one: &crate::store::Candidate) -> String {
        basics(self.v, one)
    }
    fn women(&self) -> Option<String> {
        let found = self.around.women()?;
        let values = [
            ("all", found.all.to_string()),
            ("told", found.told.to_string()),
            ("women", found.women.to_string()),
            ("share", found.share()),
        ];
        Some(self.v.tf("elections-women", values).into_owned())
    }
    /// Deputies whose election is confirmed have cards.
    fn has_cards(&self) -> bool {
        self.it.of_deputies() && self.it.confirmed.is_some()
    }
    fn missed(&self) -> bool {
        self.latest.iter().any(|line| !line.late.is_empty() || !line.missed.is_empty())
    }
}

/// 〔2026〕第12号.
pub fn number(v: &View, year: i64, n: i64) -> String {
    v.tf("elections-number", [("year", year.to_string()), ("n", n.to_string())]).into_owned()
}

/// What is told of a candidate beside the name.
fn basics(v: &View, one: &crate::store::Candidate) -> String {
    let it = &one.basics;
    let told = [
        it.sex.map(|sex| v.t(&sex.key()).into_owned()),
        it.ethnicity.as_ref().map(ToString::to_string),
        it.born.map(|born| born.to_string()),
        it.party.as_ref().map(ToString::to_string),
        it.education.as_ref().map(ToString::to_string),
        it.sector.map(|sector| v.t(&sector.key()).into_owned()),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many must stand in a district.
pub fn range(v: &View, it: &Election, part: &Part) -> String {
    let range = lawful(it.contesting(), part.district.seats).value;
    let most = range.max.map_or_else(|| v.t("elections-range-open").into_owned(), |max| max.to_string());
    let values = [("seats", part.district.seats.to_string()), ("min", range.min.to_string()), ("most", most)];
    v.tf("elections-range", values).into_owned()
}

/// The latest days over all districts, and where they were missed.
pub fn latest(v: &View, it: &Election, around: &Whole, today: Day) -> Vec<Latest> {
    let mut lines: Vec<Latest> = Vec::new();
    for part in &around.parts {
        for (at, posted) in postings(it.mode, it.day, it.days, part.district.posted(), today).into_iter().enumerate() {
            if lines.len() <= at {
                let law = v.t(&law_rules::Act::Electoral.key()).into_owned();
                let values = [("law", law), ("article", posted.article.to_string())];
                lines.push(Latest {
                    what: v.t(&posted.what.key()).into_owned(),
                    due: posted.due,
                    rests_on: v.tf("law-article", values).into_owned(),
                    kept: 0,
                    ahead: 0,
                    late: Vec::new(),
                    missed: Vec::new(),
                });
            }
            let Some(line) = lines.get_mut(at) else { continue };
            match posted.standing {
                PostingStanding::Kept => line.kept += 1,
                PostingStanding::Ahead => line.ahead += 1,
                PostingStanding::Late => line.late.push(part.district.name.to_string()),
                PostingStanding::Missed => line.missed.push(part.district.name.to_string()),
            }
        }
    }
    lines
}

fn can(actor: &Actor, it: &Election, parts: &[Part]) -> Can {
    let keeps = actor.may(Right::ElectionKeep, it.congress).is_ok();
    let decides = actor.may(Right::ElectionCertify, it.congress).is_ok();
    let fits = |verb| it.stage.allows(verb);
    let direct = it.mode == Mode::Direct;
    Can {
        arranges: keeps && fits(Verb::Arrange),
        draws: keeps && direct && fits(Verb::Arrange),
        lists: keeps && direct,
        carries: keeps && direct && fits(Verb::Carry),
        primaries: keeps && fits(Verb::Primary),
        again: keeps && !direct && it.kind != Kind::By && fits(Verb::Again),
        opens: keeps && !parts.is_empty() && fits(Verb::Open),
        nominates: keeps && fits(Verb::Nominate),
        fixes: keeps && fits(Verb::Fix),
        posts: keeps && fits(Verb::Post) && parts.iter().any(|part| !part.candidates.is_empty()),
        links: keeps && !direct && fits(Verb::Link),
        numbers: keeps && it.contesting().may_fix() && fits(Verb::Number),
        counts: keeps && direct && fits(Verb::Count),
        recounts: keeps && direct && fits(Verb::Recount),
        takes: keeps && !direct && it.ballot.is_some() && fits(Verb::Count),
        certifies: decides && fits(Verb::Certify) && !(direct && parts.iter().any(|part| part.due().is_some())),
        confirms: decides && fits(Verb::Confirm),
        cancels: decides && fits(Verb::Cancel),
        postpones: decides && fits(Verb::Postpone),
        exports: actor.may(Right::ExportTake, it.congress).is_ok(),
        papers: keeps,
        sees_ballot: actor.may(Right::BallotSee, it.congress).is_ok(),
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ElectionId>,
    v: View,
) -> Result<Response, Problem> {
    let it = desk::of(&site, &actor, id).await?;
    let mut db = site.db();
    let around = queries::whole(&mut db, &it).await?;
    let mut can = can(&actor, &it, &around.parts);
    let open = around.open(&it);
    can.again &= open > 0 && around.followed.is_none();
    let waiting = if can.lists { queries::waiting(&mut db, &it, site.today()).await? } else { Vec::new() };
    let notices = queries::of_subject(&mut db, id.uuid()).await?;
    can.posts &= notices.iter().all(|one| one.kind != NoticeKind::FirstList.word());
    let template = Show {
        v: &v,
        waiting,
        open,
        latest: latest(&v, &it, &around, site.today()),
        notices,
        can,
        stage: v.t(&it.stage.key()).into_owned(),
        kind: v.t(&it.kind.key()).into_owned(),
        around,
        it,
    };
    Ok(page(&template))
}
