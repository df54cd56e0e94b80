//! 列为重点督办: the page of a suggestion leads there who may set it, while it is none.

use crate::world::{site::visitor, *};
use kit::{db::Sql, testing::both};

#[test]
fn the_chief_alone_is_led_there_until_it_is_a_key_suggestion() {
    both(|site| async move {
        found(&site).await;
        let draft = drafted(&site, "关于修缮渡口的建议").await;
        let (of, ..) = assigned(&site, "关于修缮便桥的建议").await;
        let link = format!("/supervision/keys/new?suggestion={of}");
        for (actor, led) in
            [(chief(), true), (clerk(), false), (transfer(), false), (deputy(1), false), (unit_head(1), false)]
        {
            let page = visitor(&site, &actor).get(&format!("/suggestions/{of}")).await.text;
            assert_eq!(page.contains(&link), led, "{}", actor.name);
        }
        let own = visitor(&site, &deputy(1)).get(&format!("/suggestions/{draft}")).await.text;
        assert!(!own.contains("/supervision/keys/new"));
        let sql = Sql::new("insert into key_suggestion (id, congress, suggestion, session, leader, committee, basis, marked, stage, version)")
            .add(" values ({}, {}, {}, {}, '副主任', '农业委', '主任会议', 1, 'running', 1)");
        let mut tx = site.db().begin().await.unwrap();
        tx.run(sql.bind(id::<()>(30, 1)).bind(congress()).bind(of).bind(session())).await.unwrap();
        tx.commit().await.unwrap();
        let page = visitor(&site, &chief()).get(&format!("/suggestions/{of}")).await.text;
        assert!(!page.contains(&link), "it is one already");
    });
}
