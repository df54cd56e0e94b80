//! Lists, work lists and the task list, on both engines.

use crate::world::{site::visitor, *};
use kit::{
    db::Sql,
    list::Cursor,
    testing::{both, on_sqlite},
};
use suggestions::{
    desk::{self, assign::Plan},
    queries::{self, Filter, PartFilter, Whose},
};
use suggestions_rules::Awaited;

fn everything() -> Filter {
    Filter::of(congress())
}

#[test]
fn the_list_pages_by_key_and_its_total_is_exact() {
    both(|site| async move {
        found(&site).await;
        for n in 0..13 {
            on(&site, if n % 3 == 0 { "2026-03-10" } else { "2026-03-11" });
            let id = drafted(&site, &format!("第{n}件")).await;
            desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
            if n % 2 == 0 {
                desk::check::accept(
                    &site,
                    &clerk(),
                    id,
                    if n % 4 == 0 { "other" } else { "social" },
                    true,
                    desk::Saw::Unsaid,
                )
                .await
                .unwrap();
            }
        }
        drafted(&site, "草稿不在列").await;
        let mut seen = vec![];
        let mut after = None;
        loop {
            let page = queries::list(&mut site.db(), &everything(), after, 4).await.unwrap();
            assert_eq!(page.total, 13);
            seen.extend(page.items);
            let Some(next) = page.next else { break };
            after = Some(Cursor::parse(&next.to_string(), &queries::NEWEST).unwrap());
        }
        assert_eq!(seen.len(), 13);
        assert!(seen.windows(2).all(|pair| (pair[0].filed, pair[0].id) > (pair[1].filed, pair[1].id)));
        assert_eq!(seen[0].lead.as_deref(), Some("代表1"));
        assert_eq!(seen[0].delegation.as_deref(), Some("第一代表团"));
        let narrow = Filter { stage: Some("numbered".into()), category: Some("other".into()), ..everything() };
        let page = queries::list(&mut site.db(), &narrow, None, 25).await.unwrap();
        assert_eq!((page.items.len(), page.total), (4, 4));
        let counts = queries::counts(&mut site.db(), congress(), Some(session())).await.unwrap();
        assert_eq!(counts.iter().map(|count| count.n).sum::<i64>(), 13);
        sound(&site).await;
    });
}

#[test]
fn work_lists_put_the_nearest_day_first_and_know_the_overdue() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "甲").await;
        assigned(&site, "乙").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        let all = PartFilter { whose: Whose::Unit(unit(1)), awaits: None, before: None, today: site.today() };
        let page = queries::parts(&mut site.db(), all, None, 1).await.unwrap();
        assert_eq!((page.total, page.items[0].awaits.as_str()), (2, "sign-for"));
        let next = Cursor::parse(&page.next.unwrap().to_string(), queries::order(all)).unwrap();
        let rest = queries::parts(&mut site.db(), all, Some(next), 1).await.unwrap();
        assert_eq!((rest.items[0].id, rest.next), (lead, None));
        let late = PartFilter {
            whose: Whose::Congress(congress()),
            awaits: Some(Awaited::SignFor),
            before: Some(day("2026-03-14")),
            today: day("2026-03-14"),
        };
        assert_eq!(queries::parts(&mut site.db(), late, None, 25).await.unwrap().total, 3);
        let awaited = queries::awaited(&mut site.db(), Whose::Congress(congress()), day("2026-03-14")).await.unwrap();
        let awaited: Vec<_> = awaited.iter().map(|count| (count.awaits.as_str(), count.n, count.overdue)).collect();
        assert_eq!(awaited, [("reply", 1, 0), ("sign-for", 3, 3)]);
    });
}

#[test]
fn the_task_list_has_the_columns_offices_hand_over_and_room_for_notes() {
    on_sqlite(|site| async move {
        found(&site).await;
        assigned(&site, "甲").await;
        let list = visitor(&site, &clerk()).get(&format!("/suggestions/tasks?congress={}&as=csv", congress())).await;
        let head = list.text.lines().next().unwrap().to_owned();
        for column in ["序号", "领衔代表", "主办", "会办", "交办日期", "答复时限", "要求当面沟通"]
        {
            assert!(head.contains(column), "{column}: {head}");
        }
        assert!(head.trim_end().ends_with(",备注"), "{head}");
        assert!(list.text.contains(",是,") && !list.text.contains("确定"), "a fact is no button: {}", list.text);
    });
}

#[test]
fn the_task_list_says_who_supervises_who_answers_and_whom_to_ask() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "甲").await;
        let card = "insert into unit_card (unit, leader, responsible, contact, phone, version) values ({}, '李副县长', '王局长', '赵科长', '0731-84010001', 1)";
        let key = "insert into key_suggestion (id, congress, session, suggestion, leader, committee, basis, marked, stage, version)";
        let mut tx = site.db().begin().await.unwrap();
        tx.run(Sql::new(card).bind(unit(1))).await.unwrap();
        let sql = Sql::new(key).add(" values ({}, {}, {}, {}, '陈主任', '城环委', '主任会议', 0, 'running', 1)");
        tx.run(sql.bind(site.new_id::<()>()).bind(congress()).bind(session()).bind(id)).await.unwrap();
        tx.commit().await.unwrap();
        let list =
            visitor(&site, &clerk()).get(&format!("/suggestions/tasks?congress={}&as=csv", congress())).await.text;
        let row = list.lines().nth(1).unwrap();
        assert!(row.contains(",是,陈主任、城环委,李副县长,王局长,赵科长 0731-84010001,"), "{list}");
        assert!(!row.contains("县水利局 "), "whoever gives an opinion is asked by the lead unit: {row}");
    });
}

#[test]
fn the_task_list_has_one_row_a_suggestion_in_the_order_of_numbers() {
    both(|site| async move {
        found(&site).await;
        assigned(&site, "甲").await;
        let id = numbered(&site, "乙").await;
        desk::assign::assign(&site, &clerk(), id, &Plan::Separate(vec![unit(3), unit(4)])).await.unwrap();
        let mut rows = vec![];
        let count = queries::tasks(site.db(), congress(), session(), |task| {
            rows.push(task);
            Ok(())
        });
        assert_eq!(count.await.unwrap(), 2);
        assert_eq!(
            (rows[0].number.as_str(), rows[0].leading.as_slice(), rows[0].co.as_slice()),
            ("第1号", &["县交通运输局".to_owned()][..], &["县水利局".to_owned()][..])
        );
        assert_eq!((rows[0].opinion_by, rows[0].reply_by), (Some(day("2026-04-09")), Some(day("2026-06-10"))));
        assert_eq!(rows[1].separate, ["县财政局", "县教育局"]);
        assert_eq!(rows[1].delegation, "第一代表团");
    });
}
