//! What a demonstration has not or does not show at once: matters at the very step whose page is to be looked at.

use reqwest::Method;
use serde_json::{Value, json};

use crate::house::House;

/// One grey point: a picture that a browser can draw.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDAT\x78\x9c\x63\xf8\x0f\0\x01\x01\x01\0\xb1\x38\xf6\x14\0\0\0\0IEND\xae\x42\x60\x82";

/// The address from which a page can be reached, and by whom.
pub type Door = (&'static str, String);

/// Pages no link leads to on most days: nobody acts for a deputy, nobody keeps two rosters, nobody has asked what this is; what
/// is like a title the script asks for while one types; where mail is ended a mail leads.
const APART: [(&str, &str); 6] = [
    ("nobody", "/about"),
    ("nobody", "/worker.js"),
    ("nobody", "/notices/leaving?key=x"),
    ("clerk", "/account/acting"),
    ("clerk", "/roster"),
    ("deputy", "/suggestions/similar?title=%E5%85%B3%E4%BA%8E%E4%BF%AE%E8%B7%AF%E7%9A%84%E5%BB%BA%E8%AE%AE"),
];

struct Desk<'a> {
    house: &'a House,
    http: reqwest::Client,
    congress: Value,
    unit: Value,
    doors: Vec<Door>,
}

/// Brings it all about, through the JSON interface.
pub async fn doors(house: &House) -> Vec<Door> {
    let http = reqwest::Client::builder().no_proxy().build().expect("a client");
    let mut desk = Desk { house, http, congress: Value::Null, unit: Value::Null, doors: Vec::new() };
    desk.congress = desk.post_of("clerk", "congress").await;
    desk.unit = desk.post_of("unit_clerk", "body").await;
    desk.matters().await;
    desk.turns().await;
    desk.ways().await;
    desk.hook().await;
    desk.office().await;
    desk.poster().await;
    desk.doors.extend(APART.map(|(who, path)| (who, path.to_owned())));
    desk.doors
}

impl Desk<'_> {
    async fn ask(&self, who: &str, method: Method, path: &str, body: Value) -> Value {
        // The one thing written over here is a reply that is not there yet.
        let over = method == Method::PUT;
        let request = self.http.request(method, format!("{}{path}", self.house.address));
        let request = request.bearer_auth(self.house.who(who).token).json(&body);
        let request = if over { request.header("if-match", "\"0\"") } else { request };
        self.answered(path, request).await
    }

    async fn send(&self, who: &str, path: &str, bytes: &'static [u8]) -> Value {
        let request = self.http.post(format!("{}{path}", self.house.address)).bearer_auth(self.house.who(who).token);
        self.answered(path, request.header("content-type", "application/octet-stream").body(bytes)).await
    }

    /// What a poster leads to.
    async fn poster(&mut self) {
        let deputy = self.ask("deputy", Method::GET, "/api/account", Value::Null).await;
        let path = format!("/api/people/{}/codes", text(&deputy, "/person"));
        let codes = self.ask("clerk", Method::GET, &path, Value::Null).await;
        let hangs = codes.as_array().into_iter().flatten().find_map(|code| code.get("code")?.as_str());
        self.doors.push(("nobody", format!("/c/{}", hangs.expect("a poster that still leads somewhere"))));
        self.doors.push(("clerk", format!("/people/{}/codes", text(&deputy, "/person"))));
    }

    async fn answered(&self, path: &str, request: reqwest::RequestBuilder) -> Value {
        let answer = request.send().await.expect("an answer");
        let status = answer.status();
        let text = answer.text().await.expect("its text");
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    async fn post_of(&self, who: &str, what: &str) -> Value {
        let me = self.ask(who, Method::GET, "/api/account", Value::Null).await;
        me.pointer(&format!("/posts/0/{what}")).cloned().expect("a post")
    }

    /// A suggestion, after so many steps; its address and its first part.
    async fn led(&mut self, plan: Value, steps: usize) -> String {
        let sheet = json!({ "title": "关于修路的建议", "body": "请修路。", "source": "visits", "publish": true });
        let new = json!({ "congress": self.congress, "sheet": sheet });
        let made = self.ask("deputy", Method::POST, "/api/suggestions", new).await;
        let page = format!("/suggestions/{}", text(&made, "/id"));
        let letter = json!({ "body": "已办。", "contact": "张某 0736-0000000", "publish": true });
        let verdict = json!({ "process": "satisfied", "result": "dissatisfied", "reason": "没有修好。" });
        let mut part = String::new();
        for (who, method, end, body) in [
            ("deputy", Method::POST, "/submission", Value::Null),
            ("clerk", Method::POST, "/acceptance", json!({ "category": "other", "number": true })),
            ("clerk", Method::POST, "/assignments", plan),
            ("unit_clerk", Method::POST, "/assignments/{part}/receipt", Value::Null),
            ("unit_clerk", Method::PUT, "/assignments/{part}/reply", letter),
            ("unit_clerk", Method::POST, "/assignments/{part}/checking", Value::Null),
            ("clerk", Method::POST, "/assignments/{part}/approval", Value::Null),
            ("unit_head", Method::POST, "/assignments/{part}/signature", json!({ "class": "A" })),
            ("unit_clerk", Method::POST, "/assignments/{part}/delivery", Value::Null),
            ("deputy", Method::POST, "/assignments/{part}/judgement", verdict),
        ]
        .into_iter()
        .take(steps)
        {
            if end.contains("{part}") && part.is_empty() {
                part = text(&self.part(&page).await, "/id");
            }
            self.ask(who, method, &format!("/api{page}{}", end.replace("{part}", &part)), body).await;
        }
        page
    }

    /// The unit's part in a suggestion.
    async fn part(&self, page: &str) -> Value {
        let seen = self.ask("clerk", Method::GET, &format!("/api{page}"), Value::Null).await;
        let parts = seen.get("parts").and_then(Value::as_array).expect("parts");
        let mine = parts.iter().find(|one| one.pointer("/unit/id") == Some(&self.unit));
        mine.cloned().expect("a part of the unit")
    }

    /// One to be checked, one to be assigned, one that a unit objects to, one with more time asked for, one that is no suggestion.
    async fn turns(&mut self) {
        let sole = json!({ "way": "sole", "unit": self.unit });
        let reason = json!({ "reason": "请写明地点。" });
        let lying = self.led(sole.clone(), 1).await;
        let numbered = self.led(sole.clone(), 2).await;
        let objecting = self.led(sole.clone(), 3).await;
        let part = text(&self.part(&objecting).await, "/id");
        let why = json!({ "proposed": self.other_unit().await, "reason": "不属于我单位职责。" });
        self.ask("unit_head", Method::POST, &format!("/api{objecting}/assignments/{part}/objection"), why).await;
        let extended = self.led(sole.clone(), 4).await;
        let part = self.part(&extended).await;
        let due: kernel::Day = text(&part, "/due").parse().expect("a day");
        let why = json!({ "until": due.plus_days(30).to_string(), "reason": "须待勘测完成。" });
        let path = format!("/api{extended}/assignments/{}/extension", text(&part, "/id"));
        self.ask("unit_head", Method::POST, &path, why).await;
        self.talked(sole.clone()).await;
        self.promised(sole.clone()).await;
        self.doubted(sole.clone()).await;
        self.shown(sole.clone()).await;
        let refused = self.led(sole, 1).await;
        self.ask("clerk", Method::POST, &format!("/api{refused}/return"), reason).await;
        self.ask("deputy", Method::POST, &format!("/api{refused}/submission"), Value::Null).await;
        let finding = json!({ "ground": "empty", "disposal": "reference", "reason": "没有具体事项。" });
        self.ask("clerk", Method::POST, &format!("/api{refused}/refusal"), finding).await;
        let pages =
            [("clerk", lying), ("clerk", numbered), ("clerk", objecting), ("clerk", extended), ("deputy", refused)];
        self.doors.extend(pages);
    }

    /// One whose unit has talked with the deputy, who is to confirm it.
    async fn talked(&mut self, plan: Value) {
        let page = self.led(plan, 4).await;
        let part = text(&self.part(&page).await, "/id");
        let seen = self.ask("clerk", Method::GET, &format!("/api{page}"), Value::Null).await;
        let filed = seen.get("filed").and_then(Value::as_i64).expect("a moment");
        let talk = json!({ "day": kernel::Moment::from_millis(filed).day().to_string(), "way": "phone",
            "with": text(&seen, "/lead/id"), "by": "副局长", "said": "请早日办好。" });
        self.ask("unit_clerk", Method::POST, &format!("/api{page}/assignments/{part}/contacts"), talk).await;
        self.doors.push(("deputy", page));
    }

    /// One whose class the deputy doubts.
    async fn doubted(&mut self, plan: Value) {
        let page = self.led(plan, 9).await;
        let at = format!("/api{page}/assignments/{}", text(&self.part(&page).await, "/id"));
        self.doors.push(("clerk", page.clone()));
        let why = json!({ "reason": "护栏至今没有安装。" });
        let made = self.ask("deputy", Method::POST, &format!("{at}/doubts"), why).await;
        self.doors.push(("unit_head", format!("{page}/doubts/{}/answer", text(&made, "/id"))));
    }

    /// One whose draft could be shown, and one whose draft the deputy is asked about.
    async fn shown(&mut self, plan: Value) {
        let free = self.led(plan.clone(), 5).await;
        let page = self.led(plan, 5).await;
        let part = text(&self.part(&page).await, "/id");
        let seen = self.ask("clerk", Method::GET, &format!("/api{page}"), Value::Null).await;
        let to = json!({ "to": [text(&seen, "/lead/id")] });
        self.ask("unit_clerk", Method::POST, &format!("/api{page}/assignments/{part}/shown"), to).await;
        self.doors.extend([("unit_clerk", free), ("deputy", page)]);
    }

    /// One drafted with a promise, and one that was closed while its promise runs.
    async fn promised(&mut self, plan: Value) {
        let drafted = self.led(plan.clone(), 5).await;
        let part = text(&self.part(&drafted).await, "/id");
        self.doors.push(("unit_clerk", format!("{drafted}/assignments/{part}/promises")));
        let closed = self.led(plan, 9).await;
        let part = text(&self.part(&closed).await, "/id");
        let judge_by: kernel::Day = text(&self.part(&closed).await, "/due").parse().expect("a day");
        let vow = json!({ "words": "完成主体工程并通过验收", "until": judge_by.plus_days(90).to_string() });
        let at = format!("/api{closed}/assignments/{part}");
        let made = self.ask("unit_clerk", Method::POST, &format!("{at}/promises"), vow).await;
        let verdict = json!({ "process": "satisfied", "result": "satisfied" });
        self.ask("deputy", Method::POST, &format!("{at}/judgement"), verdict).await;
        self.ask("clerk", Method::POST, &format!("/api{closed}/closure"), Value::Null).await;
        self.doors.push(("unit_head", format!("{closed}/promises/{}", text(&made, "/id"))));
        self.doors.push(("clerk", format!("{closed}/look-back")));
        self.doors.push(("clerk", "/suggestions/look-back".to_owned()));
    }

    /// Two that go together, one with the transfer office, one closed as planned that can be opened again.
    async fn ways(&mut self) {
        let sole = json!({ "way": "sole", "unit": self.unit });
        let (one, other) = (self.led(sole.clone(), 2).await, self.led(sole.clone(), 2).await);
        let into = one.trim_start_matches("/suggestions/");
        let why = json!({ "into": into, "reason": "两件建议反映同一事项。" });
        self.ask("clerk", Method::POST, &format!("/api{other}/merger"), why).await;
        let given = self.led(sole.clone(), 2).await;
        let office = json!({ "office": self.post_of("transfer", "body").await });
        self.ask("clerk", Method::POST, &format!("/api{given}/transfer"), office).await;
        let planned = self.led(sole, 7).await;
        let at = format!("/api{planned}/assignments/{}", text(&self.part(&planned).await, "/id"));
        let verdict = json!({ "process": "satisfied", "result": "satisfied" });
        for (who, end, body) in [
            ("unit_head", "/signature", json!({ "class": "C" })),
            ("unit_clerk", "/delivery", Value::Null),
            ("deputy", "/judgement", verdict),
        ] {
            self.ask(who, Method::POST, &format!("{at}{end}"), body).await;
        }
        self.ask("clerk", Method::POST, &format!("/api{planned}/closure"), Value::Null).await;
        self.doors.extend([("clerk", other), ("transfer", given), ("clerk", planned)]);
    }

    /// A program of the office that is called.
    async fn hook(&mut self) {
        let hook =
            json!({ "congress": self.congress, "url": "https://example.com/hook", "facts": ["suggestion.closed"] });
        let made = self.ask("chief", Method::POST, "/api/webhooks", hook).await;
        self.doors.push(("chief", format!("/webhooks/{}", text(&made, "/id"))));
    }

    async fn matters(&mut self) {
        let sole = json!({ "way": "sole", "unit": self.unit });
        let lead = self.post_of("transfer", "body").await;
        let lead = if lead == self.unit { self.other_unit().await } else { lead };
        let joint = json!({ "way": "joint", "lead": lead, "co": [self.unit] });
        for (who, plan, steps) in [
            ("unit_clerk", joint, 4),
            ("clerk", sole.clone(), 6),
            ("unit_head", sole.clone(), 7),
            ("clerk", sole.clone(), 10),
        ] {
            let page = self.led(plan, steps).await;
            self.doors.push((who, page));
        }
        let draft = self.led(sole, 0).await;
        self.send("deputy", &format!("/api{draft}/attachments?file=a.png"), PICTURE).await;
        self.doors.push(("deputy", draft));
    }

    async fn other_unit(&self) -> Value {
        let units = self.ask("clerk", Method::GET, "/api/bodies?kind=unit", Value::Null).await;
        let list = units.get("items").and_then(Value::as_array).expect("units");
        let other = list.iter().filter_map(|one| one.get("id")).find(|id| **id != self.unit);
        other.cloned().expect("another unit")
    }

    /// A roster with a bad row, a term to come.
    async fn office(&mut self) {
        let congress = self.congress.as_str().expect("a congress").to_owned();
        let import = format!("/api/congresses/{congress}/imports?file=roster.csv");
        self.send("clerk", &import, "姓名,性别\n张三,妖\n李四,女\n".as_bytes()).await;
        self.doors.push(("clerk", format!("/congresses/{congress}/imports")));
        self.doors.push(("clerk", format!("/deputies?body={congress}")));
        let next = json!({ "began": "2027-12-20" });
        self.ask("chief", Method::POST, &format!("/api/congresses/{congress}/terms"), next).await;
        self.doors.push(("chief", format!("/congresses/{congress}")));
    }
}

fn text(value: &Value, place: &str) -> String {
    value.pointer(place).and_then(Value::as_str).unwrap_or_else(|| panic!("no {place} in {value}")).to_owned()
}
