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

const MENU: &[Entry] = &[
    Entry { href: "/", key: "app-nav-home", opens: |_| true },
    Entry { href: "/suggestions", key: "app-nav-suggestions", opens: Actor::signed_in },
    Entry { href: "/deputies", key: "app-nav-deputies", opens: |_| true },
    Entry { href: "/roster", key: "app-nav-roster", opens: |actor| actor.holds(Right::RosterEdit) },
    Entry { href: "/accounts", key: "app-nav-accounts", opens: |actor| actor.holds(Right::AccountIssue) },
];

/// Makes the view of one request and keeps what the visitor chose.
pub async fn layer(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Actor>().cloned().unwrap_or_default();
    let (parts, body) = std::mem::take(&mut request).into_parts();
    let acting_for = parts.extensions.get::<ActingFor>().map(|deputy| deputy.0.clone());
    let view = view(&site, &actor, Facing { acting_for, ..facing(&parts) });
    let mut request = Request::from_parts(parts.clone(), body);
    request.extensions_mut().insert(view);
    let mut response = next.run(request).await;
    remember(&parts, &mut response);
    response
}

fn view(site: &Site, actor: &Actor, facing: Facing) -> View {
    let path = facing.path.split('?').next().unwrap_or("/").to_owned();
    let nav =
        MENU.iter().filter(|entry| (entry.opens)(actor)).map(|entry| item(facing.language, entry, &path)).collect();
    let name = actor.signed_in().then(|| actor.name.clone());
    View::new(Facing { nav, name, title: site.config().title.clone(), ..facing })
}

fn item(lang: Lang, entry: &Entry, path: &str) -> NavItem {
    let current = if entry.href == "/" { path == "/" } else { path.starts_with(entry.href) };
    NavItem { href: entry.href, label: lang.t(entry.key).into_owned(), current, waiting: 0 }
}
