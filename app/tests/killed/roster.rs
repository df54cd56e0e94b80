//! A roster on its way in: sent, then committed.

use kit::db::{Db, Sql};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::client::{Ask, Client, Gone};

/// So many people stand in a roster: enough that its commit takes a while.
const PEOPLE: usize = 400;
const DIGITS: [char; 10] = ['春', '夏', '秋', '冬', '东', '西', '南', '北', '山', '川'];

/// One roster.
pub struct Roster {
    nth: usize,
    import: Option<Uuid>,
    whole: bool,
    doubt: bool,
}

impl Roster {
    /// A roster of people nobody has heard of.
    pub fn new(nth: usize) -> Self {
        Self { nth, import: None, whole: false, doubt: false }
    }

    /// Whether its commit was answered with yes.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// A surname for the roster, and a name for each of its people.
    fn surname(&self) -> String {
        format!("郗{}", spelled(self.nth, 2))
    }

    fn sheet(&self) -> Vec<u8> {
        let rows = (0..PEOPLE).map(|n| format!("{}{},女,139{:04}{n:04}\n", self.surname(), spelled(n, 3), self.nth));
        ["姓名,性别,手机\n".to_owned()].into_iter().chain(rows).collect::<String>().into_bytes()
    }

    /// Sends it, or commits what was sent.
    pub async fn step(&mut self, client: &Client) -> Result<(), Gone> {
        let Some(import) = self.import else { return self.send(client).await };
        if self.doubt {
            let state = state(client, import).await?;
            assert!(state == "staged" || state == "done", "{state}");
            self.whole = state == "done";
        }
        if !self.whole {
            client.tally.commit_begins();
            self.doubt = true;
            let path = format!("/api/imports/roster/{import}/commit");
            let (status, answer) = client.json("clerk", Method::POST, path, json!({})).await?;
            assert_eq!((status, answer.get("rows")), (200, Some(&json!(PEOPLE))), "{answer}");
            self.whole = true;
        }
        self.doubt = false;
        Ok(())
    }

    async fn send(&mut self, client: &Client) -> Result<(), Gone> {
        let path = format!("/api/congresses/{}/imports?file=roster.csv", client.congress);
        let body = ("application/octet-stream", self.sheet());
        let ask = Ask { who: "clerk", method: Method::POST, path, key: None, body };
        let (status, answer) = client.ask(ask).await?;
        let id = answer.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        assert!(status == 201 && id.is_some(), "{status}: {answer}");
        self.import = id;
        Ok(())
    }

    /// All of its people are there, or none; all when the commit was answered with yes; each with one seat.
    pub async fn is_kept(&self, db: &Db) {
        let like = format!("{}%", self.surname());
        let sql = "select count(*), count(distinct m.person) from v_mandate m join v_person p on p.id = m.person \
                   where m.in_office = 1 and p.name like {}";
        let seats: Option<(i64, i64)> = db.one(Sql::new(sql).bind(&like)).await.expect("seats");
        let people: Option<(i64,)> =
            db.one(Sql::new("select count(*) from v_person where name like {}").bind(&like)).await.expect("people");
        let all = i64::try_from(PEOPLE).unwrap_or(0);
        let (there, seats) = (people.map_or(0, |(n,)| n), seats.unwrap_or((0, 0)));
        assert!(there == all || (there == 0 && !self.whole), "{there} people of {like}, whole: {}", self.whole);
        assert!(there == 0 || self.whole || self.doubt, "{like} came in without being committed");
        assert_eq!(seats, (there, there), "{like}");
    }
}

async fn state(client: &Client, import: Uuid) -> Result<String, Gone> {
    let path = format!("/api/imports/roster/{import}");
    let (status, answer) = client.json("clerk", Method::GET, path, Value::Null).await?;
    assert_eq!(status, 200, "{answer}");
    Ok(answer.get("state").and_then(Value::as_str).unwrap_or_default().to_owned())
}

fn spelled(number: usize, places: u32) -> String {
    let digit = |place: u32| DIGITS.get(number / 10usize.pow(place) % 10).copied().unwrap_or('零');
    (0..places).rev().map(digit).collect()
}
