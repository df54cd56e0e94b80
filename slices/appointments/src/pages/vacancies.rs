//! 空缺和任期总览, from the own area down; each congress with its offices that want looking after.

use accounts_rules::{Actor, Right};
use appointments_rules::MOST_MONTHS;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem, Site, View,
    db::Sql,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen, page},
};
use roster_views::{Named, body_name, place};
use serde::Deserialize;

use crate::queries::{self, BY_AREA, VacancyLine, VacancySum, VacantOffice};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 50;
/// How far one looks ahead where nothing is said.
const USUAL_MONTHS: u32 = 6;

/// Of which congress, how far ahead, and as what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    months: String,
    after: String,
    #[serde(rename = "as")]
    form: String,
}

/// How many months one looks ahead.
pub(crate) fn months(asked: &str) -> Result<u32, Problem> {
    let read = |raw: &str| raw.parse().ok().filter(|months| (1..=MOST_MONTHS).contains(months));
    Ok(chosen("months", asked, read)?.unwrap_or(USUAL_MONTHS))
}

/// The area of a congress, for who may look down on it.
pub(crate) async fn area(site: &Site, actor: &Actor, congress: BodyId) -> Result<AreaCode, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let sql = Sql::new("select area from v_body where kind = 'congress' and id = {}").bind(congress);
    let (area,) = site.db().one::<(AreaCode,)>(sql).await?.ok_or_else(Problem::missing)?;
    actor.may_see_below(Right::AppointmentSums, &area)?;
    Ok(area)
}

/// How far ahead one can look.
fn choices(v: &View) -> Vec<(String, String)> {
    let one = |months: u32| {
        let said = v.tf("appointments-months", [("months", months.to_string())]);
        (months.to_string(), said.into_owned())
    };
    [3, 6, 12, 24].map(one).into()
}

#[derive(Template)]
#[template(path = "appointments/vacancies.html")]
struct Overview<'a> {
    v: &'a View,
    place: &'a Named,
    lines: Vec<VacancyLine>,
    sum: VacancySum,
    months: u32,
    choices: Vec<(String, String)>,
    today: kernel::Day,
    exports: bool,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

impl Overview<'_> {
    /// How all of them stand together.
    fn told(&self) -> String {
        let VacancySum { congresses, kept, offices, vacant, acting, ending } = self.sum;
        let all = [
            ("congresses", congresses),
            ("kept", kept),
            ("offices", offices),
            ("vacant", vacant),
            ("acting", acting),
            ("ending", ending),
            ("months", i64::from(self.months)),
        ];
        self.v.tf("appointments-vacancies-sum", all.map(|(name, count)| (name, count.to_string()))).into_owned()
    }

    fn chosen(&self) -> String {
        self.months.to_string()
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::AppointmentSums, &wanted.congress).await?;
    let area = area(&site, &actor, place.id).await?;
    let (months, today) = (months(&wanted.months)?, site.today());
    let after = position(&wanted.after, &BY_AREA)?;
    let mut look = site.db().look().await?;
    let found = queries::vacancies(&mut look, (&area, today), after, LINES).await?;
    let same = format!("/appointments/vacancies?congress={}&months={months}", place.id);
    let template = Overview {
        v: &v,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        sum: queries::vacancy_sum(&mut look, (&area, today), months).await?,
        months,
        choices: choices(&v),
        today,
        exports: actor.may(Right::ExportTake, place.id).is_ok(),
        place: &place,
    };
    Ok(page(&template))
}

#[derive(Template)]
#[template(path = "appointments/vacant.html")]
struct Offices<'a> {
    v: &'a View,
    name: String,
    lines: Vec<VacantOffice>,
    months: u32,
    sees: bool,
}

impl Offices<'_> {
    fn vacancy(&self, it: &VacantOffice) -> String {
        super::seats::vacancy(self.v, &it.line)
    }

    fn acting(&self, it: &VacantOffice) -> String {
        acting(self.v, it)
    }
}

/// 周望城（2026-03-01起代理，12天）.
fn acting(v: &View, it: &VacantOffice) -> String {
    let one = |(name, since, days): &(String, kernel::Day, u32)| {
        let values = [("name", name.clone()), ("since", since.to_string()), ("days", days.to_string())];
        v.tf("appointments-acts", values).into_owned()
    };
    let all: Vec<String> = it.acting.iter().map(one).collect();
    all.join(if v.lang == "en" { ", " } else { "、" })
}

pub async fn one(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    area(&site, &actor, congress).await?;
    let months = months(&wanted.months)?;
    let mut look = site.db().look().await?;
    let template = Offices {
        v: &v,
        name: body_name(&mut look, congress).await?,
        lines: queries::vacant_offices(&mut look, congress, (site.today(), months)).await?,
        months,
        sees: actor.may(Right::AppointmentSee, congress).is_ok(),
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 6] = [
    "appointments-field-congress",
    "appointments-field-seat",
    "appointments-field-vacancy",
    "appointments-field-acting",
    "appointments-field-holders",
    "appointments-field-ends",
];

pub async fn export(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::AppointmentSums, &wanted.congress).await?;
    let area = area(&site, &actor, place.id).await?;
    actor.may(Right::ExportTake, place.id)?;
    let months = months(&wanted.months)?;
    let kind = As::parse(&wanted.form).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut look = site.db().look().await?;
    for congress in queries::keeping(&mut look, &area).await? {
        for it in queries::vacant_offices(&mut look, congress.id, (site.today(), months)).await? {
            let ends = it.line.ends.map(|day| day.to_string()).unwrap_or_default();
            let (vacancy, acting) = (super::seats::vacancy(&v, &it.line), acting(&v, &it));
            let (holders, office) = (super::seats::names(&v, &it.line), String::from(it.line.seat.name));
            let cells: [Cell; 6] = [
                congress.name.clone().into(),
                office.into(),
                vacancy.into(),
                acting.into(),
                holders.into(),
                ends.into(),
            ];
            table.row(&cells)?;
        }
    }
    Ok(table.finish()?.response(&v.t("appointments-vacancies-title"))?)
}
