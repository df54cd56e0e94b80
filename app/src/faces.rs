//! What each visitor's pages are told: language, name, and the menu their posts open.

use accounts::attach::ActingFor;
use accounts_rules::{Actor, Right};
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use kit::{
    Site,
    web::{Facing, NavGroup, NavItem, View, facing, remember},
    words::Lang,
};

/// An entry of the menu: where it leads, its words, and which right opens it.
struct Entry {
    href: &'static str,
    key: &'static str,
    opens: fn(&Actor) -> bool,
}

const NOTICES: &str = "/notices";

/// What is done in one business of the house; the first lines stand alone.
struct Business {
    key: &'static str,
    entries: &'static [Entry],
}

const MENU: [Business; 5] = [
    Business { key: "", entries: ALONE },
    Business { key: "app-nav-handling", entries: HANDLING },
    Business { key: "app-nav-liaison", entries: LIAISON },
    Business { key: "app-nav-choosing", entries: CHOOSING },
    Business { key: "app-nav-people", entries: PEOPLE },
];

const ALONE: &[Entry] = &[
    Entry { href: "/", key: "app-nav-home", opens: |_| true },
    Entry { href: NOTICES, key: "app-nav-notices", opens: |actor| actor.signed_in() && actor.acting_for.is_none() },
];

/// 议案建议办理.
const HANDLING: &[Entry] = &[
    Entry {
        href: "/suggestions",
        key: "app-nav-suggestions",
        opens: |actor| {
            let rights = [Right::SuggestionSeeFiled, Right::SuggestionSeeAssigned, Right::AssignmentSee];
            actor.stands_for().is_some() || rights.into_iter().any(|right| actor.holds(right))
        },
    },
    Entry { href: "/bills", key: "app-nav-bills", opens: |actor| actor.holds(Right::BillSeeNumbered) },
    Entry {
        href: "/supervision",
        key: "app-nav-supervision",
        opens: |actor| actor.holds(Right::SupervisionSee) || actor.holds(Right::AssignmentSee),
    },
    Entry { href: "/disclosures", key: "app-nav-disclosures", opens: |_| true },
];

/// 代表联络.
const LIAISON: &[Entry] = &[
    Entry { href: "/find", key: "app-nav-find", opens: |_| true },
    Entry { href: "/stations", key: "app-nav-stations", opens: |_| true },
    Entry { href: "/duty", key: "app-nav-duty", opens: duty::involved },
    Entry {
        href: "/opinions",
        key: "app-nav-opinions",
        opens: |actor| opinions::queries::list::whose(actor).is_some(),
    },
    Entry { href: "/links", key: "app-nav-links", opens: |actor| actor.holds(Right::LinkSee) },
    Entry {
        href: "/links/mine",
        key: "app-nav-own-links",
        opens: |actor| actor.person.is_some() && actor.acting_for.is_none() && !actor.holds(Right::LinkSee),
    },
    Entry { href: "/coverage", key: "app-nav-coverage", opens: |actor| actor.holds(Right::CoverageSee) },
];

/// 选举任免. Who keeps appointments comes to their announcements from there.
const CHOOSING: &[Entry] = &[
    Entry { href: "/elections", key: "app-nav-elections", opens: |actor| actor.holds(Right::ElectionSee) },
    Entry { href: "/appointments", key: "app-nav-appointments", opens: |actor| actor.holds(Right::AppointmentSee) },
    Entry { href: "/ballots", key: "app-nav-ballots", opens: |actor| actor.holds(Right::BallotSee) },
    Entry { href: "/announcements", key: "app-nav-announcements", opens: |_| true },
    Entry {
        href: "/appointments/announcements",
        key: "app-nav-appointed",
        opens: |actor| !actor.holds(Right::AppointmentSee),
    },
    Entry { href: "/law", key: "app-nav-law", opens: |_| true },
];

/// 代表名册.
const PEOPLE: &[Entry] = &[
    Entry { href: "/deputies", key: "app-nav-deputies", opens: |_| true },
    Entry { href: "/roster", key: "app-nav-roster", opens: |actor| actor.holds(Right::RosterEdit) },
    Entry { href: "/calendar", key: "app-nav-calendar", opens: |actor| actor.holds(Right::CalendarKeep) },
    Entry { href: "/accounts", key: "app-nav-accounts", opens: |actor| actor.holds(Right::AccountIssue) },
];

/// Makes the view of one request and keeps what the visitor chose.
pub async fn layer(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Actor>().cloned().unwrap_or_default();
    let (parts, body) = std::mem::take(&mut request).into_parts();
    let acting_for = parts.extensions.get::<ActingFor>().map(|deputy| deputy.0.clone());
    // A program is shown no menu: none is made for it.
    let machine = parts.uri.path().starts_with("/api/") || parts.uri.path().starts_with("/assets/");
    let waiting = if machine { 0 } else { unread(&site, &actor).await };
    let menu: &[Business] = if machine { &[] } else { &MENU };
    let view = view(&site, &actor, (menu, waiting), Facing { acting_for, ..facing(&parts) });
    let mut request = Request::from_parts(parts.clone(), body);
    request.extensions_mut().insert(view);
    let mut response = next.run(request).await;
    remember(&parts, &mut response);
    response
}

/// How many notices wait: one look at an index, for those who are signed in. A page without the number is better than none.
async fn unread(site: &Site, actor: &Actor) -> i64 {
    if !actor.signed_in() {
        return 0;
    }
    notices::inbox::unread(site.db(), actor).await.unwrap_or_else(|fault| {
        tracing::error!(%fault, "unread notices could not be counted");
        0
    })
}

fn view(site: &Site, actor: &Actor, (menu, waiting): (&[Business], i64), facing: Facing) -> View {
    let path = facing.path.split('?').next().unwrap_or("/").to_owned();
    let nav = menu.iter().filter_map(|business| group(actor, facing.language, business, &path, waiting)).collect();
    let name = actor.signed_in().then(|| actor.name.clone());
    let once = site.new_id::<()>().to_string();
    View::new(Facing { nav, name, once, title: site.config().title.clone(), ..facing })
}

/// The ways of one business that are open to the visitor; `None` where there is none.
fn group(actor: &Actor, lang: Lang, business: &Business, path: &str, waiting: i64) -> Option<NavGroup> {
    let open = business.entries.iter().filter(|entry| (entry.opens)(actor));
    let items: Vec<NavItem> = open.map(|entry| item(lang, entry, path, waiting)).collect();
    let label = if business.key.is_empty() { String::new() } else { lang.t(business.key).into_owned() };
    (!items.is_empty()).then_some(NavGroup { label, items })
}

fn item(lang: Lang, entry: &Entry, path: &str, waiting: i64) -> NavItem {
    let current = if entry.href == "/" { path == "/" } else { path.starts_with(entry.href) };
    NavItem {
        href: entry.href,
        label: lang.t(entry.key).into_owned(),
        current,
        waiting: if entry.href == NOTICES { waiting } else { 0 },
    }
}
