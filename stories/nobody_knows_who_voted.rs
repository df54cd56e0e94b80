//! Seven deputies vote secretly on their own phones. Each shows the desk the key of its phone, compares what the hall's screen shows, sees its
//! ballot kept; three trustees open the totals together; a stranger checks everything without asking anybody, and finds a ballot by its number.

use std::path::{Path, PathBuf};

use reqwest::Method;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::house::{Browser, House, Kind};

const MATTER: &str = "关于批准本镇财政决算的决议";
const DEPUTIES: usize = 7;

struct Hall {
    house: House,
    /// Of the round.
    id: String,
    phones: Vec<Browser>,
    /// Of the trustees: secrets stay here, as on machines of their own.
    folder: tempfile::TempDir,
}

fn word(value: &Value, at: &str) -> String {
    value.pointer(at).and_then(Value::as_str).unwrap_or_else(|| panic!("{at} is missing: {value}")).to_owned()
}

fn count(value: &Value, at: &str) -> u64 {
    value.pointer(at).and_then(Value::as_u64).unwrap_or_else(|| panic!("{at} is missing: {value}"))
}

impl Hall {
    fn api(&self, step: &str) -> String {
        format!("/api/ballot-rounds/{}/hall{step}", self.id)
    }

    async fn hall(&self) -> Value {
        self.house.asks("clerk", &self.api("")).await
    }

    /// What the office does.
    async fn office(&self, step: &str, body: Value) -> Value {
        self.house.tells("clerk", Method::POST, &self.api(step), body).await
    }

    /// The round is opened as on paper, and goes on electronically under the congress's standing method, which allows it.
    async fn begins(&mut self) {
        let account = self.house.asks("clerk", "/api/account").await;
        let congress = word(&account, "/posts/0/congress");
        let spec = json!({ "assembly": "congress", "kind": "decision", "names": [{ "name": MATTER }], "method": "第三次会议表决办法" });
        let matter = json!({ "title": MATTER, "meeting": "第三次会议", "day": "2026-11-16", "spec": spec });
        let path = format!("/api/congresses/{congress}/ballots");
        let ballot = self.house.tells("clerk", Method::POST, &path, matter).await;
        let mut accounts = Vec::new();
        for who in ["leader", "clerk", "deputy2"] {
            accounts.push(word(&self.house.asks(who, "/api/account").await, "/account"));
        }
        let (chief, counters) = accounts.split_first().expect("three accounts");
        let round = json!({ "members": DEPUTIES, "present": DEPUTIES, "counters": counters, "chief": chief });
        let path = format!("/api/ballots/{}/rounds", word(&ballot, "/id"));
        self.id = word(&self.house.tells("clerk", Method::POST, &path, round).await, "/id");
        let trustees =
            ["总监票人", "另一代表团监票人", "外聘技术员"].map(|name| json!({ "name": name, "account": null }));
        let wanted = json!({ "least": DEPUTIES, "trustees": trustees });
        self.office("", wanted).await;
    }

    fn secret(&self, n: usize) -> PathBuf {
        self.folder.path().join(format!("trustee-{n}.key"))
    }

    /// Trustees commit themselves before any of them shows a key.
    async fn trustees_show_keys(&self) {
        let mut shown = Vec::new();
        for n in 1..=3 {
            let (key, told) =
                House::runs(&[Path::new("trustee"), Path::new("key"), Path::new("--secret"), &self.secret(n)]);
            let mut hash = told.split_whitespace().map(|one| one.trim_matches(|c: char| !c.is_ascii_hexdigit()));
            let commitment = hash.rfind(|one| one.len() == 64).expect("a commitment is told").to_owned();
            self.office(&format!("/trustees/{n}/commitment"), json!({ "commitment": commitment })).await;
            shown.push(key.trim().to_owned());
        }
        for (key, n) in shown.into_iter().zip(1..) {
            self.office(&format!("/trustees/{n}/key"), json!({ "key": key })).await;
        }
    }

    /// Seven deputies sign in, each on a phone of their own.
    async fn phones_are_brought(&mut self) {
        let old = Browser::of(&self.house, Kind::PhoneWithoutScript, "deputy").await;
        old.go(&format!("/ballots/rounds/{}/hall/phone", self.id)).await;
        old.sees("您的表决权不受影响").await;
        assert!(!old.text().await.contains("登记这台手机"));
        old.close().await;
        for n in 0..DEPUTIES {
            let phone = match ["deputy", "deputy2"].get(n) {
                Some(who) => Browser::of(&self.house, Kind::Phone, who).await,
                None => {
                    let phone = Browser::open(&self.house, Kind::Phone).await;
                    phone.activate(&self.house.code(&format!("d{n:06}"))).await;
                    phone
                }
            };
            phone.go(&format!("/ballots/rounds/{}/hall/phone", self.id)).await;
            phone.sees("用这台手机表决").await;
            tap(&phone, "登记这台手机").await;
            phone.sees("请到签到处").await;
            self.phones.push(phone);
        }
    }

    /// The desk compares the whole key of each, and fixes the roll.
    async fn presence_is_confirmed(&self) {
        let roll = self.house.asks("clerk", &self.api("/roll")).await;
        let lines = roll.pointer("/roll").and_then(Value::as_array).expect("a roll");
        assert_eq!(lines.len(), DEPUTIES);
        for (line, phone) in lines.iter().zip(&self.phones) {
            let hash = word(line, "/key_hash");
            assert_eq!(shown(phone, "device").await, hash, "the phone shows the key that is on the roll");
            self.office("/presence", json!({ "number": count(line, "/number"), "key_hash": hash, "present": true }))
                .await;
        }
        self.office("/roll", json!({})).await;
    }

    /// The code on the hall's screen, as a phone's camera opens it; the last phone compares by eye.
    async fn compares(&self, kind: &str, hash: &str, button: &str) {
        for (phone, n) in self.phones.iter().zip(1..) {
            phone.sees("请扫描大屏上的图码").await;
            match n {
                DEPUTIES => tap(phone, button).await,
                _ => phone.go(&format!("/ballots/rounds/{}/hall/phone#{kind}={hash}", self.id)).await,
            }
        }
    }

    async fn all_see(&self, words: &str) {
        for phone in &self.phones {
            for _ in 0..12 {
                if phone.text().await.contains(words) {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_secs(3)).await;
            }
            phone.sees(words).await;
        }
    }

    async fn collect_and_confirm(&self) {
        let hall = self.hall().await;
        self.compares("rsa", &word(&hall, "/rsa_hash"), "与大屏一致，领票").await;
        self.all_see("凭据已送达").await;
        self.office("/freeze", json!({})).await;
        let mut hall = self.hall().await;
        for _ in 0..60 {
            if hall.pointer("/stage") == Some(&json!("confirm")) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            hall = self.hall().await;
        }
        assert_eq!(count(&hall, "/listed"), 7);
        self.compares("setup", &word(&hall, "/setup"), "与大屏一致，确认").await;
        self.all_see("已确认").await;
        self.office("/opening", json!({})).await;
    }

    /// 四票赞成、两票反对、一票弃权; the numbers of the ballots.
    async fn vote(&self) -> Vec<String> {
        let mut trackers = Vec::new();
        for (phone, choice) in self.phones.iter().zip(["赞成", "反对", "赞成", "弃权", "赞成", "反对", "赞成"])
        {
            phone.sees("您的选择在手机上加密以后才送出").await;
            tap(phone, "选好了").await;
            phone.sees("选择的项数不符合要求").await;
            phone.tick_words(choice).await;
            tap(phone, "选好了").await;
            phone.sees("投出以后不能更改").await;
            tap(phone, "确认投出").await;
        }
        self.all_see("已收到票箱签名的回执").await;
        for phone in &self.phones {
            trackers.push(shown(phone, "tracker").await);
        }
        trackers
    }

    /// A stranger loads what is published, without an account.
    async fn published(&self, vote: &str, into: &Path) {
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        let base = format!("{}/ballots/published/{vote}", self.house.address);
        let page = http.get(&base).send().await.expect("an answer").text().await.expect("a page");
        let link = format!("href=\"/ballots/published/{vote}/");
        let names = page.split(&link).skip(1).filter_map(|rest| rest.split('"').next());
        for name in names {
            let answer = http.get(format!("{base}/{name}")).send().await.expect("an answer");
            assert!(answer.status().is_success(), "{name}: {}", answer.status());
            std::fs::write(into.join(name), answer.bytes().await.expect("a file")).expect("the file is written");
        }
    }

    /// The three open the totals together, each from an archive it loaded and checked itself.
    async fn trustees_open(&self, vote: &str, setup: &str) {
        for n in 1..=3 {
            let folder = tempfile::tempdir().expect("a folder");
            self.published(vote, folder.path()).await;
            let archive = folder.path().join(format!("{vote}.bel"));
            let words: [&Path; 8] = [
                "trustee".as_ref(),
                "decrypt".as_ref(),
                &archive,
                "--secret".as_ref(),
                &self.secret(n),
                "--setup".as_ref(),
                setup.as_ref(),
                "--erase".as_ref(),
            ];
            let (part, told) = House::runs(&words);
            assert!(!part.is_empty(), "trustee {n}: {told}");
            self.office(&format!("/trustees/{n}/decryption"), json!({ "decryption": part.trim() })).await;
            assert!(!self.secret(n).exists(), "the secret is gone");
        }
    }

    async fn is_checked_by_a_stranger(&self, vote: &str, trackers: &[String]) {
        let folder = tempfile::tempdir().expect("a folder");
        self.published(vote, folder.path()).await;
        let (told, _) = House::runs(&["ballot".as_ref(), "verify".as_ref(), folder.path()]);
        assert!(told.contains("4") && told.contains("2") && told.contains("1"), "{told}");
        let stranger = Browser::open(&self.house, Kind::Phone).await;
        stranger.go(&format!("/ballots/published/{vote}")).await;
        let field = stranger.driver.find(By::Id("tracker")).await.expect("a field");
        for tracker in trackers.iter().skip(3).step_by(3) {
            field.clear().await.expect("the field can be emptied");
            field.send_keys(tracker).await.expect("the field takes text");
            tap(&stranger, "在存档里查找").await;
            stranger.sees("您的票在存档里").await;
        }
        field.clear().await.expect("the field can be emptied");
        let wrong: String = trackers.iter().take(1).flat_map(|one| one.chars().rev()).collect();
        field.send_keys(wrong).await.expect("the field takes text");
        tap(&stranger, "在存档里查找").await;
        stranger.sees("存档里没有这个票号").await;
        stranger.close().await;
    }
}

/// Presses a button of the phone's page that stays where it is.
async fn tap(phone: &Browser, words: &str) {
    let path = format!("//main//section[not(@hidden)]//button[contains(., '{words}')]");
    let button = phone.driver.find(By::XPath(path)).await.unwrap_or_else(|_| panic!("no button says {words}"));
    button.scroll_into_view().await.expect("it can be seen");
    button.click().await.expect("it can be pressed");
}

/// What the phone's page shows at a place, without the spaces between groups.
async fn shown(phone: &Browser, place: &str) -> String {
    let path = format!("//section[not(@hidden)]//*[@data-fill='{place}']");
    let found = phone.driver.find(By::XPath(path)).await.expect("it is shown");
    found.text().await.expect("its words").replace(' ', "")
}

#[test]
fn seven_phones_vote_and_nobody_knows_who_chose_what() {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let house = House::with_booth("2026-11-16");
        let folder = tempfile::tempdir().expect("a folder");
        let mut hall = Hall { house, id: String::new(), phones: Vec::new(), folder };
        hall.begins().await;
        hall.trustees_show_keys().await;
        hall.phones_are_brought().await;
        hall.presence_is_confirmed().await;
        hall.collect_and_confirm().await;
        let trackers = hall.vote().await;
        hall.office("/close", json!({})).await;
        let state = hall.hall().await;
        let (vote, setup) = (word(&state, "/vote"), word(&state, "/setup"));
        hall.trustees_open(&vote, &setup).await;
        assert_eq!(hall.hall().await.pointer("/stage"), Some(&json!("done")));
        hall.all_see("您的票在存档里").await;
        let round = hall.house.asks("clerk", &format!("/api/ballot-rounds/{}", hall.id)).await;
        let line = round.pointer("/results/0/figures/total/lines/0").expect("a result");
        assert_eq!([count(line, "/approve"), count(line, "/against"), count(line, "/abstain")], [4, 2, 1]);
        hall.is_checked_by_a_stranger(&vote, &trackers).await;
        for phone in hall.phones.drain(..) {
            phone.close().await;
        }
    });
}
