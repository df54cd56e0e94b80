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
    web::{Facing, NavItem, View, facing, remember},
    words::Lang,
};

/// An entry of the menu: where it leads, its words, and which right opens it.
struct Entry {
    href: &'static str,
    key: &'static str,
    opens: fn(&Actor) -> bool,
}

const NOTICES: &str = "/notices";

const MENU: &[Entry] = &[
    Entry { href: "/", key: "app-nav-home", opens: |_| true },
    Entry {
        href: "/suggestions",
        key: "app-nav-suggestions",
        opens: |actor| actor.holds(Right::SuggestionSeePublished),
    },
    Entry { href: "/bills", key: "app-nav-bills", opens: |actor| actor.holds(Right::BillSeeNumbered) },
    Entry {
        href: "/supervision",
        key: "app-nav-supervision",
        opens: |actor| actor.holds(Right::SupervisionSee) || actor.holds(Right::AssignmentSee),
    },
    Entry { href: "/ballots", key: "app-nav-ballots", opens: |actor| actor.holds(Right::BallotSee) },
    Entry { href: NOTICES, key: "app-nav-notices", opens: |actor| actor.signed_in() && actor.acting_for.is_none() },
    Entry { href: "/deputies", key: "app-nav-deputies", opens: |_| true },
    Entry { href: "/find", key: "app-nav-find", opens: |_| true },
    Entry {
        href: "/opinions",
        key: "app-nav-opinions",
        opens: |actor| opinions::queries::list::whose(actor).is_some(),
    },
    Entry { href: "/disclosures", key: "app-nav-disclosures", opens: |_| true },
    Entry { href: "/law", key: "app-nav-law", opens: |_| true },
    Entry { href: "/roster", key: "app-nav-roster", opens: |actor| actor.holds(Right::RosterEdit) },
    Entry { href: "/accounts", key: "app-nav-accounts", opens: |actor| actor.holds(Right::AccountIssue) },
];

/// Makes the view of one request and keeps what the visitor chose.
pub async fn layer(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Actor>().cloned().unwrap_or_default();
    let (parts, body) = std::mem::take(&mut request).into_parts();
    let acting_for = parts.extensions.get::<ActingFor>().map(|deputy| deputy.0.clone());
    let waiting = if parts.uri.path().starts_with("/api/") { 0 } else { unread(&site, &actor).await };
    let view = view(&site, &actor, Facing { acting_for, ..facing(&parts) }, waiting);
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

fn view(site: &Site, actor: &Actor, facing: Facing, waiting: i64) -> View {
    let path = facing.path.split('?').next().unwrap_or("/").to_owned();
    let nav = MENU
        .iter()
        .filter(|entry| (entry.opens)(actor))
        .map(|entry| item(facing.language, entry, &path, waiting))
        .collect();
    let name = actor.signed_in().then(|| actor.name.clone());
    let once = site.new_id::<()>().to_string();
    View::new(Facing { nav, name, once, title: site.config().title.clone(), ..facing })
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
