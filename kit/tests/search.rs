//! The index answers exactly what a scan of the texts would.

use kernel::{AreaCode, Day};
use kit::search::{Asked, Document, Hit, Search, Watermark, Within, found_in};
use proptest::prelude::*;
use uuid::Uuid;

const CONGRESS: Uuid = Uuid::from_u128(7);
const OTHER: Uuid = Uuid::from_u128(8);

fn document(n: u128, day: i32, title: &str, body: &str) -> Document {
    Document {
        id: Uuid::from_u128(n),
        kind: "suggestion",
        area: AreaCode::parse("430102").unwrap(),
        readers: vec![CONGRESS],
        labels: vec![format!("day:{}", day % 2)],
        day: Day::new(2026, 1, 1).unwrap().plus_days(day),
        title: title.to_owned(),
        body: body.to_owned(),
    }
}

fn mark(seq: i64) -> Watermark {
    Watermark { seq, hash: format!("hash of {seq}") }
}

fn filled(documents: &[Document]) -> Search {
    let search = Search::in_memory().unwrap();
    search.put(documents, &[]).unwrap();
    search.commit(Some(&mark(1))).unwrap();
    search
}

fn asked<'a>(text: &'a str, within: &'a [Within]) -> Asked<'a> {
    Asked { text, kind: None, labels: &[], within, after: None, limit: 25 }
}

fn ids(hits: &[Hit]) -> Vec<u128> {
    hits.iter().map(|hit| hit.id.as_u128()).collect()
}

fn find(search: &Search, text: &str) -> Vec<u128> {
    let found = search.find(&asked(text, &[Within::Everything])).unwrap();
    assert_eq!(found.total, found.hits.len() as u64);
    ids(&found.hits)
}

fn text() -> impl Strategy<Value = String> {
    let letters = proptest::sample::select("联络办理理aAbＢ1１2，,。 \n\u{3000}ßİ😀\u{0}".chars().collect::<Vec<_>>());
    proptest::collection::vec(letters, 0..14).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_phrase_is_found_exactly_where_a_scan_finds_it(
        texts in proptest::collection::vec((text(), text()), 1..20),
        questions in proptest::collection::vec(text(), 1..12),
    ) {
        let documents: Vec<Document> =
            texts.iter().enumerate().map(|(n, (title, body))| document(n as u128, n as i32 % 3, title, body)).collect();
        let search = filled(&documents);
        // Asking for pieces of the texts themselves makes hits of every length.
        let pieces = texts.iter().flat_map(|(title, body)| {
            let body: Vec<char> = body.chars().collect();
            let half = body.len() / 2;
            [title.clone(), body[half..].iter().collect(), body[..half].iter().collect(), title.chars().take(1).collect()]
        });
        for question in questions.iter().cloned().chain(pieces) {
            let mut expected: Vec<&Document> =
                documents.iter().filter(|d| found_in(&question, &[&d.title, &d.body])).collect();
            expected.sort_by_key(|d| std::cmp::Reverse((d.day, d.id)));
            let expected: Vec<u128> = expected.iter().map(|d| d.id.as_u128()).collect();
            prop_assert_eq!(find(&search, &question), expected, "asked for {:?}", question);
        }
    }
}

#[test]
fn two_words_must_both_be_found_and_case_and_width_do_not_matter() {
    let search = filled(&[
        document(1, 0, "关于加快5G基站建设的建议", "乡镇信号弱。"),
        document(2, 1, "关于修缮村道的建议", "Ｗｉ－Ｆｉ与５ｇ都没有信号"),
    ]);
    assert_eq!(find(&search, "5g 信号"), [2, 1]);
    assert_eq!(find(&search, "wi-fi"), [2]);
    assert_eq!(find(&search, "建议乡镇"), [0; 0], "no phrase reaches from the title into the body");
    assert_eq!(find(&search, "  \n"), [0; 0]);
}

#[test]
fn pages_follow_one_another_by_day_and_id() {
    let documents: Vec<Document> = (0..60).map(|n| document(n, (n / 7) as i32, "路灯", "")).collect();
    let search = filled(&documents);
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let found = search.find(&Asked { after, ..asked("路灯", &[Within::Everything]) }).unwrap();
        assert_eq!(found.total, 60);
        let Some(last) = found.hits.last() else { break };
        after = Some((last.day, last.id));
        seen.extend(ids(&found.hits));
    }
    assert_eq!(seen, (0..60).rev().collect::<Vec<u128>>());
}

#[test]
fn nobody_finds_what_is_not_theirs() {
    let mut other = document(2, 0, "路灯", "");
    other.readers = vec![OTHER];
    other.area = AreaCode::parse("430103001").unwrap();
    let mut opinion = document(3, 0, "路灯", "");
    opinion.kind = "opinion";
    let search = filled(&[document(1, 0, "路灯", ""), other, opinion]);
    let area = |code| Within::Area(AreaCode::parse(code).unwrap());
    let within = |places: &[Within]| ids(&search.find(&asked("路灯", places)).unwrap().hits);
    assert_eq!(within(&[]), [0; 0]);
    assert_eq!(within(&[Within::Reader(OTHER)]), [2]);
    assert_eq!(within(&[Within::Reader(OTHER), Within::Reader(CONGRESS)]), [3, 2, 1]);
    assert_eq!(within(&[area("4301")]), [3, 2, 1]);
    assert_eq!(within(&[area("430103")]), [2]);
    assert_eq!(within(&[area("430102001")]), [0; 0], "what lies above is not found from below");
    let kind = Asked { kind: Some("opinion"), ..asked("路灯", &[Within::Everything]) };
    assert_eq!(ids(&search.find(&kind).unwrap().hits), [3]);
}

#[test]
fn a_label_narrows_what_is_found_and_opens_it_to_who_may_look_by_label() {
    let documents: Vec<Document> = (0..7).map(|n| document(n, n as i32, "路灯", "")).collect();
    let search = filled(&documents);
    let labels = ["day:1".to_owned()];
    let odd = Asked { labels: &labels, ..asked("路灯", &[Within::Everything]) };
    let found = search.find(&odd).unwrap();
    assert_eq!((found.total, ids(&found.hits)), (3, vec![5, 3, 1]));
    let by_label = [Within::Label("day:0".into())];
    assert_eq!(search.find(&asked("路灯", &by_label)).unwrap().total, 4);
}

#[test]
fn a_changed_text_is_found_by_its_new_words_only() {
    let search = filled(&[document(1, 0, "路灯", ""), document(2, 0, "路灯", "")]);
    search.put(&[document(1, 0, "水渠", "")], &[Uuid::from_u128(2)]).unwrap();
    assert_eq!(find(&search, "路灯"), [2, 1], "nothing is seen before the commit");
    search.commit(Some(&mark(2))).unwrap();
    assert_eq!(find(&search, "路灯"), [0; 0]);
    assert_eq!(find(&search, "水渠"), [1]);
    assert_eq!(search.watermark(), Some(mark(2)));
}

#[test]
fn the_index_outlives_its_process_and_a_spoiled_one_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let search = Search::open(folder.path()).unwrap();
    assert_eq!(search.watermark(), None);
    search.put(&[document(1, 0, "路灯", "")], &[]).unwrap();
    search.commit(Some(&mark(9))).unwrap();
    search.put(&[document(2, 0, "路灯", "")], &[]).unwrap();
    drop(search);
    let again = Search::open(folder.path()).unwrap();
    assert_eq!(find(&again, "路灯"), [1], "what was not committed is read from the journal again");
    assert_eq!(again.watermark(), Some(mark(9)));
    assert_eq!(Search::watermark_in(folder.path()), Some(mark(9)), "and a doctor may read it without opening");
    drop(again);
    std::fs::write(folder.path().join("pairs-4/meta.json"), "no json").unwrap();
    let anew = Search::open(folder.path()).unwrap();
    assert!(anew.is_empty() && anew.watermark().is_none());
}

#[test]
fn similar_matters_come_likest_first_and_without_the_matter_itself() {
    let mut documents = vec![
        document(1, 0, "关于增设校园周边路灯的建议", "学校门口夜间照明不足，学生晚自习回家不安全。"),
        document(2, 0, "关于学校门口照明的建议", "学生晚自习回家路上夜间照明不足，请增设路灯。"),
        document(3, 0, "关于灌溉水渠清淤的建议", "水渠多年未清淤，春耕用水困难。"),
    ];
    documents.extend((10..60).map(|n| document(n, 0, &format!("关于第{n}件事的建议"), "请予研究。")));
    let search = filled(&documents);
    let like = |except| {
        let text = (documents[0].title.as_str(), documents[0].body.as_str());
        search.similar(text, &[Within::Reader(CONGRESS)], except, 10).unwrap()
    };
    assert_eq!(like(Some(Uuid::from_u128(1))), [Uuid::from_u128(2)]);
    assert_eq!(like(None), [Uuid::from_u128(1), Uuid::from_u128(2)]);
    let text = (documents[0].title.as_str(), "");
    assert!(search.similar(text, &[Within::Reader(OTHER)], None, 10).unwrap().is_empty());
}

#[test]
fn a_second_process_of_a_folder_reads_what_the_first_commits() {
    let folder = tempfile::tempdir().unwrap();
    let first = Search::open(folder.path()).unwrap();
    first.put(&[document(1, 0, "路灯", "")], &[]).unwrap();
    let second = Search::open(folder.path()).unwrap();
    let fault = second.put(&[document(2, 0, "路灯", "")], &[]).unwrap_err();
    assert!(fault.passing, "not a failure: somebody else feeds it ({fault})");
    first.commit(Some(&mark(1))).unwrap();
    assert_eq!(find(&second, "路灯"), [0; 0]);
    second.refresh().unwrap();
    assert_eq!(find(&second, "路灯"), [1]);
}
