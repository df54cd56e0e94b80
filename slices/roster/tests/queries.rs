//! Lists page by key without gaps or repeats, and find people by every way of typing.

use std::collections::BTreeSet;

use crate::world::{changsha, chief, code, congress, day, deputy, person, term};
use kernel::PersonId;
use kit::Problem;
use kit::{Site, testing::both, web::api::Once};
use proptest::{prelude::*, strategy::ValueTree};
use roster::queries::{
    deputies, directory, duplicates,
    people::{self, Filter},
    places,
};
use roster_rules::{BodyKind, RoleName, StandingName, typed};

async fn names(site: &Site, filter: &Filter, size: u16) -> Vec<String> {
    let (mut names, mut after) = (Vec::new(), None);
    loop {
        let page = people::search(&mut site.db(), filter, after.as_deref(), size).await.unwrap();
        assert!(page.items.len() <= usize::from(size));
        names.extend(page.items.into_iter().map(|line| line.name));
        match page.next {
            Some(next) => after = Some(next.to_string()),
            None => {
                assert_eq!(page.total, i64::try_from(names.len()).unwrap());
                return names;
            }
        }
    }
}

fn like(text: &str) -> Filter {
    Filter { typed: typed(text), ..Filter::default() }
}

#[test]
fn people_are_found_by_name_sound_initials_area_congress_and_role() {
    both(async |site| {
        changsha(&site).await;
        let (city, county) = (chief(&site, "4301").await, chief(&site, "430121").await);
        let terms = (term(&site, &city, "4301").await, term(&site, &county, "430121").await);
        for (name, above) in [("单于丹", true), ("单雄信", true), ("王爱娜", false), ("万象", false), ("曾明", false)]
        {
            let (clerk, area, term) = if above { (&city, "4301", terms.0) } else { (&county, "430121", terms.1) };
            let who = person(&site, clerk, area, name).await;
            let id = deputy(&site, clerk, who, term).await;
            if name == "曾明" {
                let role = RoleName::DelegationHead;
                roster::desk::roles::give(&site, clerk, id, role, day("2022-01-06"), None, &Once::default())
                    .await
                    .unwrap();
            }
        }
        for (text, found) in [
            ("单", &["单于丹", "单雄信"][..]),
            ("单雄", &["单雄信"]),
            ("shan", &["单雄信"]),
            ("cyd", &["单于丹"]),
            ("wan", &["王爱娜", "万象"]),
            ("zeng ming", &["曾明"]),
            ("zm", &["曾明"]),
            ("李", &[]),
        ] {
            let mut hits: Vec<String> = names(&site, &like(text), 2).await;
            hits.sort();
            let mut found: Vec<String> = found.iter().map(|name| (*name).to_owned()).collect();
            found.sort();
            assert_eq!(hits, found, "{text}");
        }
        let county_area = Filter { area: Some(code("430121")), ..Filter::default() };
        assert_eq!(
            names(&site, &county_area, 2).await,
            ["王爱娜", "万象", "曾明"].map(str::to_owned).to_vec().sorted()
        );
        let city_area =
            Filter { area: Some(code("4301")), standing: Some(StandingName::InOffice), ..Filter::default() };
        assert_eq!(names(&site, &city_area, 2).await.len(), 5);
        let here = Filter { congress: Some(congress(&site, "4301").await), ..Filter::default() };
        assert_eq!(names(&site, &here, 1).await, ["单于丹", "单雄信"]);
        let within = Filter::default().within(&mut site.db(), Some(congress(&site, "430121").await)).await.unwrap();
        assert_eq!(names(&site, &within, 1).await, ["王爱娜", "万象", "曾明"].map(str::to_owned).to_vec().sorted());
        let head = Filter { role: Some(RoleName::DelegationHead), ..Filter::default() };
        assert_eq!(names(&site, &head, 1).await, ["曾明"]);
    });
}

trait Sorted {
    fn sorted(self) -> Self;
}
impl Sorted for Vec<String> {
    /// By sound, as lists are.
    fn sorted(mut self) -> Self {
        self.sort_by_key(|name| roster_rules::read_name(name).full);
        self
    }
}

#[test]
fn whatever_the_names_and_the_size_of_a_page_paging_neither_loses_nor_repeats() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let term = term(&site, &clerk, "430121").await;
        let mut all: BTreeSet<PersonId> = BTreeSet::new();
        for number in 0..60 {
            // Few sounds, so that many people share one and the identity has to decide.
            let name = ["张伟", "章玮", "李娜", "厉纳", "张"][number % 5];
            let who = person(&site, &clerk, "430121", name).await;
            deputy(&site, &clerk, who, term).await;
            all.insert(who);
        }
        let here = congress(&site, "430121").await;
        let runner = &mut proptest::test_runner::TestRunner::deterministic();
        for _ in 0..12 {
            let size = (1..70_u16).new_tree(runner).unwrap().current();
            let (mut seen, mut after, mut last) = (BTreeSet::new(), None::<String>, (String::new(), None));
            loop {
                let page = people::search(&mut site.db(), &Filter::default(), after.as_deref(), size).await.unwrap();
                for line in page.items {
                    let key = (line.pinyin, Some(line.id));
                    assert!(last < key, "{last:?} before {key:?}");
                    last = key;
                    assert!(seen.insert(line.id));
                }
                after = page.next.map(|next| next.to_string());
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(seen, all, "{size}");
            let filter = deputies::Filter { congress: here, term: None, standing: None, delegation: None };
            let (mut count, mut after) = (0, None::<String>);
            loop {
                let page = deputies::list(&mut site.db(), &filter, after.as_deref(), size).await.unwrap();
                count += page.items.len();
                assert_eq!(page.total, 60);
                after = page.next.map(|next| next.to_string());
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(count, 60);
        }
        let made_up = people::search(&mut site.db(), &Filter::default(), Some("' or 1=1 --~x"), 5).await;
        let Err(Problem::Invalid(errors)) = made_up else { panic!("a place that somebody made up is refused") };
        assert_eq!(errors.0[0].0, "after");
    });
}

#[test]
fn the_directory_spans_levels_and_pages_by_key() {
    both(async |site| {
        changsha(&site).await;
        let units = directory::Filter { kind: Some(BodyKind::Unit), area: Some(code("430121")), ..Default::default() };
        let (mut seen, mut after) = (BTreeSet::new(), None::<String>);
        loop {
            let page = directory::list(&mut site.db(), &units, after.as_deref(), 7).await.unwrap();
            for line in page.items {
                assert!(seen.insert(line.id));
            }
            after = page.next.map(|next| next.to_string());
            if after.is_none() {
                assert_eq!(page.total, i64::try_from(seen.len()).unwrap());
                break;
            }
        }
        assert!(seen.len() > 40, "{}", seen.len());
        let named =
            directory::Filter { name: Some("教育局".to_owned()), area: Some(code("43")), ..Default::default() };
        assert_eq!(directory::list(&mut site.db(), &named, None, 50).await.unwrap().items.len(), 10);
        let office = directory::transfer_unit(&mut site.db(), congress(&site, "430121").await).await.unwrap().unwrap();
        let kept = roster::store::body::load(&mut site.db(), office).await.unwrap().unwrap();
        assert_eq!(kept.body.name, "长沙县人民政府办公室");
        let way = places::way_to(&mut site.db(), &code("430121102")).await.unwrap();
        assert_eq!(way.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["湖南省", "长沙市", "长沙县", "黄兴镇"]);
        assert_eq!(places::inside(&mut site.db(), None).await.unwrap().len(), 1);
        assert!(!places::villages(&mut site.db(), &code("430121102")).await.unwrap().is_empty());
    });
}

#[test]
fn two_entries_of_one_name_in_one_congress_are_shown_as_perhaps_one() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let term = term(&site, &clerk, "430121").await;
        for name in ["周一鸣", "周一鸣", "吴二妹"] {
            let who = person(&site, &clerk, "430121", name).await;
            deputy(&site, &clerk, who, term).await;
        }
        let pairs = duplicates::of_congress(&mut site.db(), congress(&site, "430121").await, 50).await.unwrap();
        assert_eq!(pairs.len(), 1);
        assert_eq!((pairs[0].one_name.as_str(), pairs[0].why.as_str()), ("周一鸣", "name"));
    });
}
