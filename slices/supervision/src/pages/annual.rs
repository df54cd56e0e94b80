//! 办理情况报告 as a document, and the form for what the office writes beside its numbers.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use kernel::{BodyId, Text};
use kit::{
    Problem, Site, View,
    paper::{Form as As, Name, give},
    web::{Form, Query, Wrong, done},
    words::Lang,
};
use supervision_rules::{SessionId, example_line};

use super::{
    ask::{Asked, Field, Kind, keep, sheet},
    dimensions::lines,
    statistics::{About, Wanted, about},
};
use crate::{
    desk::{
        self,
        annual::{AnnualWanted, ExampleWanted},
    },
    papers::{self, Annual, Own},
    queries::{
        self,
        annual::{annual_lines, issuer},
    },
    store::{AnnualKept, read_annual},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const WORDS: Asked = Asked {
    title: "supervision-annual-title",
    lead: "supervision-annual-lead",
    button: "supervision-annual-button",
    flash: "supervision-flash-annual",
    fields: &[
        Field::new("examples", "supervision-field-examples", Kind::Long(10_000))
            .hint("supervision-hint-examples")
            .maybe(),
        Field::new("problems", "supervision-field-problems", Kind::Long(4000)).maybe(),
        Field::new("plan", "supervision-field-next", Kind::Long(4000)).maybe(),
        Field::new("congress", "supervision-field-congress", Kind::Hidden),
        Field::new("session", "supervision-field-session", Kind::Hidden),
        Field::new("version", "supervision-field-session", Kind::Hidden),
    ],
};

/// What the office wrote of a session.
pub async fn words(site: &Site, of: &About) -> Result<Option<AnnualKept>, Problem> {
    match of.session {
        Some(session) if !of.below => Ok(read_annual(&mut site.db(), of.congress, session).await?),
        _ => Ok(None),
    }
}

/// How many dissatisfied cases of a congress are open, for who reads its register.
pub async fn open_cases(site: &Site, actor: &Actor, congress: BodyId) -> Result<Option<i64>, Problem> {
    if actor.may(Right::CaseSee, congress).is_err() {
        return Ok(None);
    }
    Ok(Some(queries::cases(&mut site.db(), congress, Some("open"), None, 1).await?.total))
}

/// What a report of a session tells beside the sums.
async fn own(site: &Site, actor: &Actor, of: &About) -> Result<Own, Problem> {
    let (mut db, today) = (site.db(), site.today());
    let keys = queries::keys(&mut db, actor, Some(of.congress), of.session, today).await?;
    let stage = |stage: &str| Lang::Chinese.t(&format!("supervision-key-{stage}")).into_owned();
    let keys = keys.into_iter().map(|line| (stage(&line.stage), line)).map(|(words, line)| (line, words)).collect();
    let mut lines = match of.session {
        Some(session) => annual_lines(&mut db, of.congress, session, today).await?,
        None => vec![],
    };
    lines.iter_mut().for_each(|line| line.category = of.category(&line.category));
    Ok(Own {
        keys,
        cases: open_cases(site, actor, of.congress).await?,
        words: words(site, of).await?.map(|kept| kept.words).unwrap_or_default(),
        lines,
        listed: actor.may(Right::SuggestionSeeFiled, of.congress).is_ok(),
    })
}

/// The report in the form the address or the caller says, for who sees the sums.
pub(crate) async fn annual_paper(
    site: &Site,
    actor: &Actor,
    (wanted, name): (&Wanted, &str),
    (headers, usual): (&HeaderMap, As),
) -> Answer {
    let of = about(site, actor, wanted).await?.of_one_year(site).await?;
    let named = Name::read(name);
    if named.stem != "report" {
        return Err(Problem::missing());
    }
    let sums = of.sums(site).await?;
    let counted = lines(Lang::Chinese, &of, &sums);
    let counted =
        counted.into_iter().map(|(title, lines)| (title, lines.into_iter().map(|(_, words, n)| (words, n)).collect()));
    let annual = Annual {
        name: of.name.clone(),
        scope: of.scope(Lang::Chinese),
        below: of.below,
        issuer: issuer(&mut site.db(), of.congress).await?,
        today: site.today(),
        counted: counted.collect(),
        before: of.before(site).await?,
        bodies: of.bodies(site).await?,
        // Of the levels below, sums alone are seen: no title.
        own: if of.below { None } else { Some(own(site, actor, &of).await?) },
        sums,
    };
    let paper = papers::annual(&annual);
    let file = paper.title();
    give(site, paper, named.form(headers, usual), &file).await
}

pub async fn paper(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(name): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Answer {
    annual_paper(&site, &actor, (&wanted, &name), (&headers, As::Pdf)).await
}

/// The session whose words are written, for who may write them.
async fn written_of(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<(About, SessionId), Problem> {
    let of = about(site, actor, wanted).await?.of_one_year(site).await?;
    let session = of.session.filter(|_| !of.below).ok_or_else(Problem::missing)?;
    desk::annual::session(site, actor, (of.congress, session), Right::AnnualWrite).await?;
    Ok((of, session))
}

fn shown(v: &View, form: &Form, of: &About, session: SessionId) -> Response {
    let back = format!("/supervision/statistics/report?congress={}&session={session}", of.congress);
    sheet(v, form, &WORDS, &of.scope(v.language), "/supervision/statistics/report/words", &back)
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let (of, session) = written_of(&site, &actor, &wanted).await?;
    let kept = words(&site, &of).await?;
    let version = kept.as_ref().map_or(0, |kept| kept.version);
    let words = kept.map(|kept| kept.words).unwrap_or_default();
    let typed = desk::annual::typed(&site, &words.examples).await?;
    let told = |words: Option<Text<4000>>| words.map(String::from).unwrap_or_default();
    let form = Form::blank(&v)
        .with("congress", of.congress)
        .with("session", session)
        .with("version", version)
        .with("examples", typed)
        .with("problems", told(words.problems))
        .with("plan", told(words.plan));
    Ok(shown(&v, &form, &of, session))
}

pub async fn write(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let asked = |name: &str| form.value(name).to_owned();
    let wanted = Wanted { congress: asked("congress"), session: asked("session"), ..Wanted::default() };
    let (of, session) = written_of(&site, &actor, &wanted).await?;
    if let Some(wanted) = read(&site, session, &mut form).await? {
        match desk::annual::write(&site, &actor, (of.congress, session), wanted).await {
            Ok(_) => {
                let back = format!("/supervision/statistics/report?congress={}&session={session}", of.congress);
                return Ok(done(&back, WORDS.flash));
            }
            Err(problem) => keep(&mut form, &WORDS, problem)?,
        }
    }
    Ok(shown(&v, &form, &of, session))
}

/// What was typed; nothing where something is wrong with it, which stands beside the field.
async fn read(site: &Site, session: SessionId, form: &mut Form) -> Result<Option<AnnualWanted>, Problem> {
    let (problems, plan) = (form.maybe("problems"), form.maybe("plan"));
    let typed: String = form.maybe("examples").unwrap_or_default();
    let version = form.seen()?;
    let mut examples = Vec::new();
    for line in typed.lines().filter(|line| !line.trim().is_empty()) {
        match example(site, session, line).await? {
            Ok(example) => examples.push(example),
            Err(wrong) => form.refuse("examples", wrong),
        }
    }
    if form.has_errors() {
        return Ok(None);
    }
    Ok(Some(AnnualWanted { examples, problems, plan, version }))
}

async fn example(site: &Site, session: SessionId, line: &str) -> Result<Result<ExampleWanted, Wrong>, Problem> {
    let wrong = |key, name, value: &str| Err(Wrong::new(key).with(name, value));
    let Some((number, words)) = example_line(line) else {
        return Ok(wrong("supervision-wrong-example", "line", line.trim()));
    };
    Ok(match queries::numbered(&mut site.db(), session, number).await? {
        Some(suggestion) => Ok(ExampleWanted { suggestion, words }),
        None => wrong("supervision-wrong-example-number", "number", number),
    })
}

/// The congress whose report a program asks for: as an address has it.
pub(crate) fn wanted(congress: BodyId, session: Option<SessionId>, below: bool, year: Option<i16>) -> Wanted {
    Wanted {
        congress: congress.to_string(),
        session: session.map(|session| session.to_string()).unwrap_or_default(),
        below: if below { "1".to_owned() } else { String::new() },
        year: year.map(|year| year.to_string()).unwrap_or_default(),
        ..Wanted::default()
    }
}
