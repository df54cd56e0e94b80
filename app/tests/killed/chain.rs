//! One suggestion from its draft to its closure, step by step, by everybody who takes part.

use kit::db::{Db, Sql};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::client::{Ask, Client, Gone};

/// One step: who takes it, what it makes, and the facts it leaves.
struct Step {
    who: &'static str,
    method: Method,
    /// Below the suggestion; `{part}` is the unit's assignment.
    path: &'static str,
    facts: &'static [&'static str],
}

const fn step(who: &'static str, path: &'static str, facts: &'static [&'static str]) -> Step {
    Step { who, method: Method::POST, path, facts }
}

/// `deputy` stands for whoever leads the suggestion.
static STEPS: [Step; 12] = [
    step("deputy", "", &["drafted"]),
    step("deputy", "/submission", &["submitted"]),
    step("clerk", "/acceptance", &["accepted", "numbered"]),
    step("clerk", "/assignments", &["assigned"]),
    step("unit_clerk", "/assignments/{part}/receipt", &["signed-for"]),
    Step { who: "unit_clerk", method: Method::PUT, path: "/assignments/{part}/reply", facts: &["reply-drafted"] },
    step("unit_clerk", "/assignments/{part}/checking", &["reply-sent-to-check"]),
    step("clerk", "/assignments/{part}/approval", &["reply-passed"]),
    step("unit_head", "/assignments/{part}/signature", &["reply-signed"]),
    step("unit_clerk", "/assignments/{part}/delivery", &["reply-delivered"]),
    step("deputy", "/assignments/{part}/judgement", &["reply-judged"]),
    step("clerk", "/closure", &["closed"]),
];

/// A suggestion on its way.
pub struct Chain {
    title: String,
    key: String,
    lead: &'static str,
    id: Option<Uuid>,
    part: Option<Uuid>,
    /// Steps that were answered with yes.
    done: usize,
    /// Whether the next step was sent before to a program that did not answer.
    doubt: bool,
}

impl Chain {
    /// A suggestion nobody has heard of.
    pub fn new(writer: u8, nth: usize) -> Self {
        let lead = if writer.is_multiple_of(2) { "deputy" } else { "deputy2" };
        let title = format!("关于第{writer}处第{nth}条道路维修的建议");
        let key = format!("suggestion-{writer}-{nth}");
        Self { title, key, lead, id: None, part: None, done: 0, doubt: false }
    }

    /// Whether it came to its end.
    pub fn is_whole(&self) -> bool {
        self.done == STEPS.len()
    }

    /// Takes the next step, and hears the answer.
    pub async fn step(&mut self, client: &Client) -> Result<(), Gone> {
        let step = STEPS.get(self.done).expect("a step is left");
        let who = if step.who == "deputy" { self.lead } else { step.who };
        if step.path.contains("{part}") && self.part.is_none() {
            self.part = Some(self.part_of(client).await?);
        }
        let body = ("application/json", self.body(client).to_string().into_bytes());
        let ask = Ask { who, method: step.method.clone(), path: self.path(step), key: Some(&self.key), body };
        let (status, answer) = match client.ask(ask).await {
            Ok(answered) => answered,
            Err(Gone) => {
                self.doubt = true;
                return Err(Gone);
            }
        };
        let yes = (200..300).contains(&status);
        let done_before = self.doubt && (400..500).contains(&status) && self.has_happened(client, step).await?;
        assert!(yes || done_before, "{}: step {}: {status} {answer}", self.title, self.done);
        if self.id.is_none() {
            self.id = answer.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        }
        self.done += 1;
        self.doubt = false;
        Ok(())
    }

    fn path(&self, step: &Step) -> String {
        let id = self.id.map(|id| format!("/{id}")).unwrap_or_default();
        let part = self.part.map(|part| part.to_string()).unwrap_or_default();
        format!("/api/suggestions{id}{}", step.path.replace("{part}", &part))
    }

    fn body(&self, client: &Client) -> Value {
        match self.done {
            0 => json!({ "congress": client.congress, "sheet": {
                "title": self.title, "body": "一、路面破损。二、请修好。", "source": "visits", "publish": true } }),
            2 => json!({ "category": "other", "number": true }),
            3 => json!({ "way": "sole", "unit": client.unit }),
            5 => json!({ "body": format!("已修好：{}", self.title), "contact": "张某 0736-0000000", "publish": true }),
            8 => json!({ "class": "A" }),
            10 => json!({ "process": "satisfied", "result": "basically" }),
            _ => Value::Null,
        }
    }

    async fn seen(&self, client: &Client) -> Result<Value, Gone> {
        let path = format!("/api/suggestions/{}", self.id.expect("it was begun"));
        let (status, seen) = client.json("clerk", Method::GET, path, Value::Null).await?;
        assert_eq!(status, 200, "{}: {seen}", self.title);
        Ok(seen)
    }

    async fn part_of(&self, client: &Client) -> Result<Uuid, Gone> {
        let seen = self.seen(client).await?;
        let part = seen.pointer("/parts/0/id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        Ok(part.unwrap_or_else(|| panic!("{} has no part: {seen}", self.title)))
    }

    /// Whether the history told through the API has all the facts of a step.
    async fn has_happened(&self, client: &Client, step: &Step) -> Result<bool, Gone> {
        let seen = self.seen(client).await?;
        let history = seen.get("history").and_then(Value::as_array).expect("a history");
        let told =
            |fact: &&str| history.iter().any(|one| one.get("verb") == Some(&json!(format!("suggestion.{fact}"))));
        Ok(step.facts.iter().all(told))
    }

    /// Its facts are those of the steps answered with yes, once each and in order, and at most those of the step in doubt.
    pub async fn is_kept(&self, db: &Db) {
        let named = Sql::new("select id from suggestion where title = {}").bind(&self.title);
        let ids: Vec<(suggestions_rules::SuggestionId,)> = db.all(named).await.expect("suggestions");
        assert!(ids.len() <= 1, "{} was filed {} times", self.title, ids.len());
        let Some((id,)) = ids.first() else { return assert_eq!(self.done, 0, "{} is lost", self.title) };
        let facts = Sql::new("select verb from journal where subject = {}").bind(*id).add(" order by seq");
        let facts: Vec<(String,)> = db.all(facts).await.expect("facts");
        let facts: Vec<&str> = facts.iter().filter_map(|(verb,)| verb.strip_prefix("suggestion.")).collect();
        let up_to = |steps: usize| -> Vec<&str> {
            STEPS.iter().take(steps).flat_map(|step| step.facts.iter().copied()).collect()
        };
        let in_doubt = self.doubt && facts == up_to(self.done + 1);
        assert!(in_doubt || facts == up_to(self.done), "{}, {} steps: {facts:?}", self.title, self.done);
        self.rows_are_kept(db, *id, if in_doubt { self.done + 1 } else { self.done }).await;
    }

    /// The rows say what the facts say.
    async fn rows_are_kept(&self, db: &Db, id: suggestions_rules::SuggestionId, done: usize) {
        let count = async |what: &'static str| -> i64 {
            let sql = Sql::new(what).bind(id);
            db.one::<(i64,)>(sql).await.expect("a count").map_or(0, |(n,)| n)
        };
        for (after, what) in [
            (2, "select count(*) from suggestion where number is not null and id = {}"),
            (3, "select count(*) from assignment where suggestion = {}"),
            (5, "select count(*) from reply where body is not null and suggestion = {}"),
            (
                10,
                "select count(*) from judgement j join assignment a on a.id = j.assignment \
                 where j.process is not null and a.suggestion = {}",
            ),
        ] {
            assert_eq!(count(what).await, i64::from(done > after), "{}, {done} steps: {what}", self.title);
        }
    }
}
