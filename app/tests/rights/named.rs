//! What stands for the placeholders of an address: the county's own rows, by the word before each.

use uuid::Uuid;

use super::world::World;

/// The word before a placeholder, and under which name the world knows the row.
const ROWS: &[(&str, &str)] = &[
    ("doubts", "doubt"),
    ("shown", "shown"),
    ("differences", "difference"),
    ("contacts", "contact"),
    ("keys", "key"),
    ("key-suggestions", "key"),
    ("steps", "entry"),
    ("letters", "letter"),
    ("urging-letters", "letter"),
    ("evidence", "shown-letter"),
    ("supervision-evidence", "shown-letter"),
    ("cases", "case"),
    ("dissatisfied-cases", "case"),
    ("promises", "promise"),
    ("evaluations", "evaluation"),
    ("inquiries", "inquiry"),
    ("questions", "entry"),
    ("items", "entry"),
    ("published-evaluations", "evaluation"),
    ("disclosures", "disclosure"),
    ("hotline", "tickets"),
    ("opinions", "voice"),
    ("codes", "code"),
    ("files", "voice-file"),
    ("stations", "station"),
    ("events", "station-event"),
    ("station-events", "station-event"),
    ("photos", "station-photo"),
    ("plans", "station-plan"),
    ("station-plans", "station-plan"),
    ("grades", "station-grade"),
    ("station-grades", "station-grade"),
    ("homes", "station-home"),
    ("further", "station-further"),
    ("turns", "duty-turn"),
    ("rosters", "duty-roster"),
    ("patterns", "duty-pattern"),
    ("leaves", "duty-leave"),
    ("seats", "duty-seat"),
    ("swaps", "duty-swap"),
    ("elections", "election"),
    ("districts", "district"),
    ("election-districts", "district"),
    ("candidates", "candidate"),
    ("voters", "voter"),
    ("election-voters", "voter"),
    ("boxes", "mobile-box"),
    ("election-boxes", "mobile-box"),
    ("objections", "voter-objection"),
    ("election-objections", "voter-objection"),
    ("election-candidates", "candidate"),
    ("certificates", "certificate"),
    ("departures", "departure"),
    ("leader-departures", "leader-departure"),
    ("announcements", "announcement"),
    ("rounds", "round"),
    ("ballot-rounds", "round"),
    ("ballots", "ballot"),
    ("links", "link"),
    ("kinds", "link-kind"),
    ("link-kinds", "link-kind"),
    ("drafts", "link-draft"),
    ("link-drafts", "link-draft"),
    ("indicators", "indicator"),
    ("appointments", "appointment"),
    ("offices", "seat"),
    ("holdings", "holding"),
    ("holders", "holders"),
    ("appointees", "appointee"),
    ("people", "person"),
    ("congresses", "congress"),
    ("vacancies", "congress"),
    ("mandates", "mandate"),
    ("terms", "term"),
    ("bodies", "unit"),
    ("merges", "merge"),
    ("delegations", "delegation"),
    ("constituencies", "constituency"),
    ("roles", "role"),
    ("roster", "import"),
    ("assigning", "table"),
    ("accounts", "account"),
    ("sessions", "visit"),
    ("tokens", "token"),
    ("posts", "post"),
    ("acting", "acting"),
    ("notices", "notice"),
    ("webhooks", "hook"),
    ("calls", "call"),
];

/// The same where a text stands for the placeholder.
const TEXTS: &[(&str, &str)] = &[
    ("c", "0000000000000000000000"),
    ("here", "0000000000000000000000"),
    ("table", "csv"),
    ("list", "csv"),
    ("ledgers", "receptions"),
    ("lines", "1"),
    ("bundles", "1"),
    ("{box}", "1"),
    ("coverage", "deputies-linked"),
    ("years", "2026"),
    ("bill-report", "report"),
    ("suggestion-rules", "limit.reply"),
    ("law", "thresholds"),
    ("areas", "430725"),
    ("deputies", "xlsx"),
    ("report", "xlsx"),
    ("assets", "lianluo.css"),
];

/// Documents by a part of their address.
const PAPERS: &[(&str, &str)] = &[
    ("/appointments/", "announcement"),
    ("/tasks/", "notice"),
    ("/duty/", "2026-03"),
    ("/promises/", "ledger"),
    ("/evaluations/", "ballot"),
    ("/inquiries/", "questions"),
    ("handling-statistics", "report"),
    ("letters/", "letter"),
    ("certificates/", "certificate"),
    ("announcements/", "announcement"),
    ("rounds/", "report"),
    ("/opinions/", "letter"),
    ("key", "plan"),
    ("/report/", "report"),
    ("elections/{id}/papers", "certificates"),
];

/// A suggestion or bill of the walk: in what stage, itself, its assignment, its file.
type Matter = (&'static str, Uuid, Uuid, Uuid);

/// The county's own row for a placeholder, by the word before it.
pub fn placed(path: &str, before: &str, part: &str, world: &World, matter: &Matter) -> String {
    if let Some(id) = of_matter(path, before, part, world, matter) {
        return id.to_string();
    }
    if let Some(name) = by_part(path, before, part) {
        return world.named(name).to_string();
    }
    let text = match (before, part) {
        ("papers", _) => return paper(path),
        ("turns" | "coverage", "{kind}") => "csv",
        ("trustees" | "documents", "{n}") => "1",
        ("rounds", "{n}") => "1",
        ("methods" | "ballot-methods", "{assembly}") => "congress",
        ("{assembly}", "{kind}") => "decision",
        ("published" | "votes", "{vote}") => "0000000000000000000000",
        ("{vote}", "{file}") => "rule.json",
        ("{id}", "{answer}") => "withdrawal",
        ("certificates" | "certificate-codes", "{code}") => "0000-0000-0000-0000",
        _ => "",
    };
    let of = |table: &[(&str, &'static str)]| table.iter().find(|(word, _)| *word == before).map(|(_, found)| *found);
    match (text, of(TEXTS), of(ROWS)) {
        ("", Some(text), _) => text.to_owned(),
        ("", None, Some(row)) => world.named(row).to_string(),
        ("", None, None) => panic!("what stands for {part} in {path}? say so in app/tests/rights/named.rs"),
        (text, ..) => text.to_owned(),
    }
}

/// What belongs to the suggestion or bill of the line.
fn of_matter(path: &str, before: &str, part: &str, world: &World, matter: &Matter) -> Option<Uuid> {
    let (stage, suggestion, assignment, file) = *matter;
    // Only a class that was given can be doubted.
    let doubted = stage == "handling" && path.contains("/doubt");
    // What is shown is answered where it waits.
    let shown = stage == "handling" && path.contains("/shown/");
    Some(match (before, part) {
        ("suggestions", _) if doubted => world.named("delivered"),
        ("assignments", _) if doubted => world.named("delivered-part"),
        ("suggestions", _) if shown => world.named("shown-of"),
        ("suggestions" | "bills", _) | ("matters", "{suggestion}") => suggestion,
        ("assignments", _) => assignment,
        ("attachments", _) => file,
        _ => return None,
    })
}

/// Where the same word stands before several things.
fn by_part(path: &str, before: &str, part: &str) -> Option<&'static str> {
    Some(match (before, part) {
        // A round held electronically; one that still may be; one whose signed report was laid to it.
        ("rounds" | "ballot-rounds", _) if path.ends_with("/hall/new") => "hall-open",
        ("rounds" | "ballot-rounds", _) if path.contains("/hall") => "hall-round",
        ("rounds" | "ballot-rounds", _) if path.contains("/signed") => "signed-round",
        ("signed", _) => "signed",
        ("{of}", "{file}") => "evidence",
        ("districts" | "election-districts", _) if path.contains("/voters") => "voter-district",
        ("districts" | "election-districts", _) if path.contains("/rounds/") => "counted-district",
        ("voters", _) if path.contains("imports/") => "voter-import",
        ("hotline" | "assigning", "{congress}" | "{body}") => "congress",
        ("stations", "{id}") if path.starts_with("/find/") => "station-found",
        ("stations", _) if path.contains("imports/") => "station-import",
        ("links", _) if path.contains("/imports/") => "link-import",
        ("units", "{unit}") => "unit",
        ("people", "{appointee}") => "appointee",
        ("elections", _) if path.contains("/papers/") => "certified-election",
        ("elections", _) if path.starts_with("/appointments/") || path.ends_with("/office") => "leader-election",
        ("sessions" | "terms", "{session}") => "session",
        _ => return None,
    })
}

/// The document of an address; as JSON it can be looked into for what is not for everybody's eyes.
fn paper(path: &str) -> String {
    let stem = PAPERS.iter().find(|(part, _)| path.contains(part)).map_or("sheet", |(_, stem)| stem);
    if path.starts_with("/api/") { (*stem).to_owned() } else { format!("{stem}.docx") }
}
