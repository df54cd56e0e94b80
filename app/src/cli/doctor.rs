use std::borrow::Cow;

use clap::Args;
use kit::{Site, audit::Breach, db::Place, follow, jobs, outbox, search::Search, web::guard};
use serde::Serialize;

use super::{
    Outcome,
    progress::Bar,
    say,
    tongue::{t, tf},
};
use crate::settings::Where;

/// Examine an installation and say what to mend
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  lianluo doctor --data /var/lib/lianluo\nExit code 1 when something is to be mended."
)]
pub struct Doctor {
    #[command(flatten)]
    place: Where,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

/// One thing looked at.
#[derive(Serialize)]
struct Finding {
    check: &'static str,
    good: bool,
    said: String,
}

impl Doctor {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let site = self.place.site().await?;
        let bar = Bar::new(t("cli-bar-looking"), 0);
        let mut findings =
            vec![engine(&site).await?, calendar(&site), address(&site), proxy(&site), files(&site), fonts(&site)];
        findings.push(chain(&site).await?);
        findings.push(tip(&site).await?);
        let lag = lag(&site).await?;
        findings.extend(behind(&site, lag).await?);
        findings.extend(nouns(&site, lag == 0).await?);
        bar.done();
        if self.json {
            say(serde_json::to_string_pretty(&findings)?);
        } else {
            for finding in &findings {
                let mark = if finding.good { t("cli-doctor-good") } else { t("cli-doctor-mend") };
                let check = t(&key(finding.check));
                say(tf(
                    "cli-doctor-line",
                    [("mark", mark.into()), ("check", check.into()), ("said", finding.said.clone())],
                ));
            }
        }
        Ok(if findings.iter().all(|f| f.good) { Outcome::Done } else { Outcome::No })
    }
}

/// The key of what a check is called.
fn key(check: &str) -> String {
    format!("cli-doctor-{}", check.replace(' ', "-"))
}

/// What audits found, in one line: each thing that does not hold, and where.
fn audited(check: &'static str, breaches: &[Breach]) -> Finding {
    if breaches.is_empty() {
        return Finding { check, good: true, said: t("cli-doctor-sound").into_owned() };
    }
    let named = |breach: &Breach| {
        tf("cli-doctor-breach", [("ensure", t(breach.ensure).into_owned()), ("place", breach.place.clone())])
            .into_owned()
    };
    let places = breaches.iter().map(named).collect::<Vec<_>>().join("\n    ");
    let values = [("count", breaches.len().to_string()), ("places", places)];
    Finding { check, good: false, said: tf("cli-doctor-breaches", values).into_owned() }
}

/// The audits of every noun that are quick: those of suggestions and bills that read each of them are left to the tests.
/// What followers keep can be audited only once they have `taken_in` every fact; until then their line says how far they are.
async fn nouns(site: &Site, taken_in: bool) -> anyhow::Result<Vec<Finding>> {
    let db = site.db();
    let mut bills = ::bills::checks::tables(db).await?;
    let mut supervision = ::supervision::checks::audit(db).await?;
    let mut elections = ::elections::checks::audit(db).await?;
    if taken_in {
        elections.extend(::elections::checks::followed(db).await?);
        bills.extend(::bills::checks::followed(db).await?);
        supervision.extend(::supervision::checks::followed(db).await?);
    }
    Ok(vec![
        audited("roster", &::roster::checks::audit(db).await?),
        audited("suggestions", &::suggestions::checks::tables(db).await?),
        audited("bills", &bills),
        audited("supervision", &supervision),
        audited("disclosure", &::disclosure::checks::audit(db).await?),
        audited("duty", &::duty::checks::audit(db).await?),
        audited("opinions", &::opinions::checks::audit(db).await?),
        audited("stations", &::stations::checks::audit(db).await?),
        audited("ballots", &::ballots::checks::audit(db).await?),
        audited("links", &::links::checks::audit(db).await?),
        audited("elections", &elections),
        audited("appointments", &::appointments::checks::audit(db).await?),
    ])
}

async fn engine(site: &Site) -> anyhow::Result<Finding> {
    let (check, good, said) = match site.db().engine() {
        kit::db::Engine::Sqlite => {
            let mode: Option<(String,)> = site.db().one("select journal_mode from pragma_journal_mode").await?;
            let wal = mode.is_some_and(|(mode,)| mode == "wal");
            ("database", wal, t("cli-doctor-sqlite").into_owned())
        }
        kit::db::Engine::Postgres => {
            let version: Option<(String,)> = site.db().one("select current_setting('server_version_num')").await?;
            let number = version.and_then(|(v,)| v.parse::<u32>().ok()).unwrap_or(0);
            (
                "database",
                number >= 150_000,
                tf("cli-doctor-postgres", [("version", (number / 10_000).to_string())]).into_owned(),
            )
        }
    };
    Ok(Finding { check, good, said })
}

fn calendar(site: &Site) -> Finding {
    let year = site.today().parts().0;
    let good = site.calendar().knows_year(year);
    let key = if good { "cli-doctor-year" } else { "cli-doctor-no-year" };
    let said = tf(key, [("year", year.to_string())]).into_owned();
    Finding { check: "calendar", good, said }
}

fn address(site: &Site) -> Finding {
    let config = site.config();
    let local = config.listen.starts_with("127.")
        || config.listen.starts_with("localhost")
        || config.listen.starts_with("[::1]");
    let good = local || config.is_secure();
    let key = if good { "cli-doctor-listens" } else { "cli-doctor-no-tls" };
    let said = tf(key, [("address", config.listen.clone())]).into_owned();
    Finding { check: "address", good, said }
}

/// Whether requests forwarded by a proxy are told apart by whom they come from.
fn proxy(site: &Site) -> Finding {
    let config = site.config();
    let noted = std::fs::read_to_string(config.files().join(guard::FORWARDED)).unwrap_or_default();
    let unknown = noted.trim().parse().ok().filter(|peer| !config.trusted_proxies.contains(peer));
    let said = match unknown {
        Some(peer) => tf("cli-doctor-forwards", [("peer", peer.to_string())]),
        None if config.is_secure() && config.trusted_proxies.is_empty() => t("cli-doctor-proxy-unnamed"),
        None => tf("cli-doctor-trusted", [("count", config.trusted_proxies.len().to_string())]),
    };
    let good = unknown.is_none() && !(config.is_secure() && config.trusted_proxies.is_empty());
    Finding { check: "proxy", good, said: said.into_owned() }
}

fn files(site: &Site) -> Finding {
    let folder = site.config().files();
    let good = std::fs::create_dir_all(&folder).is_ok() && folder.metadata().is_ok_and(|m| !m.permissions().readonly());
    let place = match Place::parse(&site.config().data) {
        Place::Folder(_) => "cli-doctor-all-in",
        Place::Address(_) => "cli-doctor-files-in",
    };
    let said = tf(place, [("folder", folder.display().to_string())]).into_owned();
    Finding { check: "folder", good, said }
}

/// Whether documents can be laid out, and in which typefaces.
fn fonts(site: &Site) -> Finding {
    let own = site.config().fonts.as_deref();
    let fonts = press::Fonts::find(own);
    let good = fonts.know_chinese() && own.is_none_or(std::path::Path::is_dir);
    let chosen: Vec<String> =
        fonts.chosen().map(|(face, family)| format!("{} {}", face.name, family.unwrap_or("-"))).collect();
    let said = match own.filter(|own| !own.is_dir()) {
        Some(own) => tf("cli-doctor-fonts-nowhere", [("folder", own.display().to_string())]).into_owned(),
        None if good => chosen.join(", "),
        None => t("cli-doctor-fonts-none").into_owned(),
    };
    Finding { check: "fonts", good, said }
}

/// The last thousand facts hang together; `journal verify` looks at all of them.
async fn chain(site: &Site) -> anyhow::Result<Finding> {
    let (seq, _) = kit::journal::head(site.db()).await?;
    let entries = kit::journal::after(site.db(), (seq - 1_000).max(0), 1_000).await?;
    let linked = entries.iter().zip(entries.iter().skip(1)).all(|(a, b)| a.hash == b.prev && a.seq + 1 == b.seq);
    Ok(Finding {
        check: "journal",
        good: linked,
        said: tf("cli-doctor-chain", [("facts", seq.to_string()), ("last", entries.len().to_string())]).into_owned(),
    })
}

async fn tip(site: &Site) -> anyhow::Result<Finding> {
    let (_, head) = kit::journal::head(site.db()).await?;
    let entries = kit::journal::after(site.db(), 0, 1).await?;
    let good = entries.is_empty() == (head == "none");
    Ok(Finding { check: "journal head", good, said: head })
}

/// How many facts the slowest follower has still to take in.
async fn lag(site: &Site) -> anyhow::Result<i64> {
    let followers: Vec<&str> = crate::behind::FOLLOWERS.iter().map(|follower| follower.name).collect();
    let lags = follow::lags(site.db(), &followers).await?;
    Ok(lags.iter().map(|lag| lag.facts).max().unwrap_or(0))
}

/// The work behind the pages: by how many facts the slowest follower is behind, what was given up.
async fn behind(site: &Site, facts: i64) -> anyhow::Result<Vec<Finding>> {
    let counts = jobs::counts(site.db()).await?;
    let unsent = outbox::unsent(site.db(), 100).await?;
    let (seq, _) = kit::journal::head(site.db()).await?;
    let read = Search::watermark_in(&site.config().files().join("search")).map_or(0, |mark| mark.seq);
    let finding = |check, good, said: Cow<'static, str>| Finding { check, good, said: said.into_owned() };
    Ok(vec![
        finding("followers", facts <= BEHIND, tf("cli-doctor-behind", [("facts", facts.to_string())])),
        finding(
            "jobs",
            counts.dead == 0,
            tf("cli-doctor-waiting", [("waiting", counts.waiting.to_string()), ("dead", counts.dead.to_string())]),
        ),
        finding("mail and webhooks", unsent.is_empty(), tf("cli-doctor-unsent", [("count", unsent.len().to_string())])),
        // Facts that concern no text move the mark only now and then.
        finding(
            "search",
            seq - read <= 2 * SEARCH_BEHIND,
            tf("cli-doctor-read", [("read", read.to_string()), ("facts", seq.to_string())]),
        ),
    ])
}

/// So many facts are taken in within seconds; more than that means that nobody serves, or that a follower is stuck.
const BEHIND: i64 = 1_000;
/// So many facts the search index may leave unsaved.
const SEARCH_BEHIND: i64 = 20_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_has_a_name_in_both_languages() {
        kit::testing::on_sqlite(|site| async move {
            let findings = nouns(&site, true).await.unwrap();
            assert!(findings.len() > 11);
            for finding in findings {
                assert!(finding.good, "{}: {}", finding.check, finding.said);
                for lang in kit::words::Lang::ALL {
                    let name = lang.t(&key(finding.check));
                    assert!(!name.contains('⟦'), "{}: {name}", finding.check);
                }
            }
        });
    }

    #[test]
    fn a_proxy_nobody_trusts_is_named_with_what_to_set() {
        kit::testing::on_sqlite(|site| async move {
            assert!(proxy(&site).good, "nothing is forwarded");
            let mut through = kit::testing::Visitor::new(crate::routes::all(&site));
            let forwarded = [("x-forwarded-for", "203.0.113.9")];
            through.send(axum::http::Method::GET, "/health", &forwarded, Vec::new()).await;
            let told = proxy(&site);
            assert!(!told.good && told.said.contains("trusted_proxies = [\"127.0.0.1\"]"), "{}", told.said);
        });
    }
}
