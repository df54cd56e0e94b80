//! 承办单位联系卡: whom one asks in each unit, and what it answers for. Who is responsible is left to the account of the unit's head, as offices do.

use std::collections::HashSet;

use kit::{
    Fault,
    db::{Db, Val},
};

use super::{accounts::name_of, congress::number, world::World};

const CARD: &[&str] = &["unit", "leader", "contact", "phone", "duties", "version"];
/// So many leaders of a government share its departments.
const LEADERS: usize = 4;
/// What departments answer for, by a part of their names; those not named here keep no list, as in life.
const DUTIES: &[(&str, &str)] = &[
    ("教育", "中小学和幼儿园建设布局\n校园安全和学生营养餐\n教师队伍建设"),
    ("公安", "道路交通安全管理\n社会治安防控"),
    ("民政", "养老服务和敬老院管理\n社会救助和低保"),
    ("自然资源", "国土空间规划\n耕地保护和地质灾害防治"),
    ("住房和城乡建设", "老旧小区改造\n物业管理和保障性住房"),
    ("城市管理", "市容环境和垃圾清运\n停车秩序和占道经营"),
    ("交通运输", "农村公路建设和养护\n公交线路和渡口码头\n桥梁安全"),
    ("水利", "河道治理和水库除险\n农村饮水安全\n灌溉渠道维护"),
    ("农业农村", "高标准农田建设\n农产品质量和冷链仓储\n农村人居环境整治"),
    ("商务", "农贸市场和电子商务"),
    ("文化旅游", "公共文化服务和文物保护\n乡村旅游"),
    ("卫生健康", "乡镇卫生院和村卫生室建设\n疾病预防控制"),
    ("林业", "森林防火和古树名木保护"),
    ("市场监督", "食品药品安全\n特种设备和电梯安全"),
    ("医疗保障", "医保报销和门诊慢特病"),
];

pub async fn fill(db: &Db, world: &World) -> Result<(), Fault> {
    let (mut cards, mut seen): (Vec<Vec<Val>>, _) = (Vec::new(), HashSet::new());
    for unit in world.congresses.iter().flat_map(|congress| &congress.units) {
        if !seen.insert(unit.id) {
            continue;
        }
        let (area, nth) = (number(&unit.area), cards.len());
        let leader = name_of(world, &format!("leader-{area}-{}", nth % LEADERS));
        let contact = name_of(world, &format!("contact-{nth}"));
        // 办公电话 that no office has: the exchange begins with 0.
        let phone = format!("0{:03}-0{:06}", 731 + area % 15, nth);
        let duties = DUTIES.iter().find(|(part, _)| unit.name.contains(part)).map(|(_, lines)| *lines);
        cards.push(vec![unit.id.into(), leader.into(), contact.into(), phone.into(), duties.into(), 1_i64.into()]);
    }
    let mut tx = db.begin().await?;
    tx.bulk("unit_card", CARD, cards).await?;
    tx.commit().await
}
