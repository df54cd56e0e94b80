//! Rounds of districts, and the vote of a congress.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::{
    Mode,
    election::{DistrictId, Due, ElectionId, Figures, Refusal, Verb},
};
use kernel::{Refused, Text};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done},
};
use law_rules::Word as _;

use super::ask::{Ask, Field, Input, count, keep_at, number};
use crate::{
    desk::{
        self,
        count::{self as desk_of, BallotLinkWanted, CountWanted, VotesWanted},
        prepare,
        recount::{self, Last, RecountWanted},
    },
    queries::people::ballots,
    store::{District, Election, candidates},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

async fn linked(site: &Site, v: &View, f: &Form, it: &Election) -> Answer {
    let known = ballots(&mut site.db(), it.congress).await?;
    let options = known.into_iter().map(|(id, title)| (id.to_string(), title)).collect();
    let page = Ask {
        v,
        f,
        title: "elections-link-title",
        under: it.title.to_string(),
        lead: "elections-link-lead",
        action: format!("/elections/{}/ballot", it.id),
        button: "elections-link-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: Vec::new(),
        fields: vec![Field::new(Input::Select, "ballot", "elections-field-ballot").from(options)],
    };
    Ok(page.shown())
}

async fn links(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let it = desk::may(site, actor, id, Right::ElectionKeep).await?;
    if it.mode == Mode::Direct {
        return Err(Refused::from(Refusal::NoBallot).into());
    }
    it.stage.after(Verb::Link).map_err(Refused::from)?;
    Ok(it)
}

pub async fn ask_link(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, v: View) -> Answer {
    let it = links(&site, &actor, id).await?;
    let mut form = Form::blank(&v);
    if let Some(ballot) = it.ballot {
        form = form.with("ballot", ballot);
    }
    linked(&site, &v, &form, &it).await
}

pub async fn link(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ElectionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let it = links(&site, &actor, id).await?;
    if let Some(ballot) = form.take("ballot") {
        match desk_of::link(&site, &actor, id, BallotLinkWanted { ballot }).await {
            Ok(_) => return Ok(done(&format!("/elections/{id}"), "elections-flash-linked")),
            Err(problem) => keep_at(&mut form, "ballot", problem)?,
        }
    }
    linked(&site, &v, &form, &it).await
}

pub async fn take(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ElectionId>, _form: Form) -> Answer {
    desk_of::take(&site, &actor, id).await?;
    Ok(done(&format!("/elections/{id}"), "elections-flash-taken"))
}

const FIGURES: [(&str, &str); 7] = [
    ("registered", "elections-field-voters"),
    ("voted", "elections-field-voted"),
    ("ballots", "elections-field-ballots"),
    ("invalid", "elections-field-invalid"),
    ("proxied", "elections-field-proxied"),
    ("most_for_one", "elections-field-most-for-one"),
    ("mobile", "elections-field-mobile"),
];

/// The fields of a count.
fn fields() -> Vec<Field> {
    let figure = |&(name, label): &(&str, &'static str)| {
        let field = Field::new(Input::Number, name, label).optional();
        if name == "mobile" { field.hint("elections-hint-mobile") } else { field }
    };
    let mut fields: Vec<Field> = FIGURES.iter().map(figure).collect();
    fields.push(Field::new(Input::Lines, "votes", "elections-field-votes").hint("elections-hint-votes"));
    fields
}

/// Which round of which district.
fn under(v: &View, (district, it): (&District, &Election), due: &Due) -> String {
    let why = v.t(&due.why.key()).into_owned();
    let values = [("n", due.n.to_string()), ("why", why), ("seats", due.seats.to_string())];
    format!("{} {} {}", it.title, district.name, v.tf("elections-round", values))
}

fn counted(v: &View, f: &Form, (district, it): (&District, &Election), due: &Due) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-count-title",
        under: under(v, (district, it), due),
        lead: "elections-count-lead",
        action: format!("/elections/districts/{}/rounds", district.id),
        button: "elections-count-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: Vec::new(),
        fields: fields(),
    };
    page.shown()
}

async fn due(site: &Site, actor: &Actor, id: DistrictId) -> Result<(District, Election, Due), Problem> {
    let (district, it) = prepare::district(site, actor, id, Some(Right::ElectionKeep)).await?;
    let due = desk_of::due_in(&mut site.db(), &it, &district).await?;
    Ok((district, it, due))
}

pub async fn ask_enter(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DistrictId>, v: View) -> Answer {
    let (district, it, due) = due(&site, &actor, id).await?;
    let all = candidates(&mut site.db(), it.id).await?;
    let formal = all.iter().filter(|one| one.district == id && one.formal).map(|one| one.name.to_string());
    let names: Vec<String> = if due.names.is_empty() { formal.collect() } else { due.names.clone() };
    let lines: Vec<String> = names.into_iter().map(|name| format!("{name}｜")).collect();
    let form = Form::blank(&v).with("registered", district.voters).with("votes", lines.join("\n"));
    Ok(counted(&v, &form, (&district, &it), &due))
}

pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (district, it, due) = due(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form) {
        match desk_of::enter(&site, &actor, id, wanted).await {
            Ok(_) => return Ok(done(&format!("/elections/{}", it.id), "elections-flash-counted")),
            Err(problem) => keep_at(&mut form, "voted", problem)?,
        }
    }
    Ok(counted(&v, &form, (&district, &it), &due))
}

fn read(form: &mut Form) -> Option<CountWanted> {
    let (registered, voted, ballots) = (number(form, "registered"), number(form, "voted"), number(form, "ballots"));
    let [invalid, proxied, most_for_one, mobile] =
        ["invalid", "proxied", "most_for_one", "mobile"].map(|name| count(form, name).unwrap_or(0));
    let votes = votes(form);
    if form.has_errors() {
        return None;
    }
    let (registered, voted, ballots) = (registered?, voted?, ballots?);
    let figures = Figures { registered, voted, ballots, invalid, proxied, most_for_one, mobile };
    Some(CountWanted { figures, votes: votes? })
}

fn recounted(v: &View, f: &Form, (district, it): (&District, &Election), last: &Last) -> Response {
    let reason = Field::new(Input::Lines, "reason", "elections-field-reason").most(200).hint("elections-hint-recount");
    let page = Ask {
        v,
        f,
        title: "elections-recount-title",
        under: under(v, (district, it), &last.due),
        lead: "elections-recount-lead",
        action: format!("/elections/districts/{}/recount", district.id),
        button: "elections-recount-button",
        back: (format!("/elections/{}", it.id), "elections-back"),
        hidden: vec![("n", last.round.n.to_string())],
        fields: fields().into_iter().chain([reason]).collect(),
    };
    page.shown()
}

async fn last(site: &Site, actor: &Actor, id: DistrictId) -> Result<(District, Election, Last), Problem> {
    let (district, it) = prepare::district(site, actor, id, Some(Right::ElectionKeep)).await?;
    let last = recount::last(&mut site.db(), &it, &district).await?;
    Ok((district, it, last))
}

/// The round as it stands, to be put right.
pub async fn ask_recount(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
) -> Answer {
    let (district, it, last) = last(&site, &actor, id).await?;
    let lines: Vec<String> = last.votes.iter().map(|(name, votes)| format!("{name}｜{votes}")).collect();
    let Figures { registered, voted, ballots, invalid, proxied, most_for_one, mobile } = last.round.figures;
    let values = [registered, voted, ballots, invalid, proxied, most_for_one, mobile];
    let form = FIGURES.iter().zip(values).fold(Form::blank(&v), |form, ((name, _), value)| form.with(name, value));
    Ok(recounted(&v, &form.with("votes", lines.join("\n")), (&district, &it), &last))
}

pub async fn recount(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DistrictId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (district, it, last) = last(&site, &actor, id).await?;
    let (reason, n) = (form.take("reason"), number(&mut form, "n"));
    if let (Some(CountWanted { figures, votes }), Some(reason), Some(n)) = (read(&mut form), reason, n) {
        match recount::enter(&site, &actor, id, RecountWanted { n, figures, votes, reason }).await {
            Ok(_) => return Ok(done(&format!("/elections/{}", it.id), "elections-flash-counted")),
            Err(problem) => keep_at(&mut form, "voted", problem)?,
        }
    }
    Ok(recounted(&v, &form, (&district, &it), &last))
}

/// Names with votes, a line each: 张三｜120.
pub fn votes(form: &mut Form) -> Option<Vec<VotesWanted>> {
    let typed: String = form.take("votes")?;
    let mut all = Vec::new();
    for (at, line) in (1_usize..).zip(typed.lines().map(str::trim)).filter(|(_, line)| !line.is_empty()) {
        let plain = kernel::plain(line);
        let read = plain.split_once('|').and_then(|(name, votes)| {
            Some(VotesWanted { name: Text::parse(name).ok()?, votes: votes.trim().parse().ok()? })
        });
        match read {
            Some(read) => all.push(read),
            None => form.refuse("votes", Wrong::new("elections-wrong-votes").with("line", at)),
        }
    }
    (!form.has_errors()).then_some(all)
}
