//! The columns of a roster, in the order of the template.

use kit::sheets::Column;
use roster_rules::{Gender, RoleName};

/// What a roster may say of a deputy.
pub const COLUMNS: &[Column] = &[
    Column::new("congress", "所属人大", "Congress")
        .also(&["行政区划代码", "区划代码", "人大", "届别所属人大"])
        .example("430121")
        .hint("roster-sheet-hint-congress")
        .digits(),
    Column::new("name", "姓名", "Name").required().also(&["代表姓名"]).example("张三"),
    Column::new("gender", "性别", "Gender").example("女").hint("roster-sheet-hint-gender"),
    Column::new("ethnicity", "民族", "Ethnic group").example("汉族"),
    Column::new("party", "党派", "Party").also(&["政治面貌"]).example("中共党员"),
    Column::new("education", "学历", "Education").also(&["文化程度"]).example("大学"),
    Column::new("occupation", "工作单位及职务", "Work and position")
        .also(&["单位及职务", "职业"])
        .example("某某村党支部书记"),
    Column::new("phone", "联系电话", "Telephone")
        .also(&["手机", "手机号", "手机号码", "电话"])
        .example("13800000000")
        .hint("roster-sheet-hint-sealed")
        .digits(),
    Column::new("id_number", "身份证号", "Identity number")
        .also(&["身份证号码", "公民身份号码"])
        .example("11010519491231002X")
        .hint("roster-sheet-hint-id-number")
        .digits(),
    Column::new("born", "出生日期", "Born").also(&["出生年月日", "出生年月"]).example("1975-06-01"),
    Column::new("email", "电子邮箱", "E-mail").also(&["邮箱"]).example("zhangsan@example.cn"),
    Column::new("address", "通讯地址", "Address").also(&["联系地址", "地址"]).example("某某镇某某村一组"),
    Column::new("constituency", "选区或选举单位", "Constituency").also(&["选区", "选举单位"]).example("第十二选区"),
    Column::new("delegation", "代表团", "Delegation").also(&["所在代表团"]).example("某某代表团"),
    Column::new("term", "届次", "Term").also(&["届"]).example("18").hint("roster-sheet-hint-term"),
    Column::new("elected", "当选日期", "Elected")
        .also(&["选举日期"])
        .example("2021-12-10")
        .hint("roster-sheet-hint-days"),
    Column::new("confirmed", "资格确认日期", "Confirmed").also(&["确认日期"]).example("2021-12-20"),
    Column::new("began", "任职日期", "In office since").also(&["就任日期"]).example("2022-01-05"),
    Column::new("role", "职务", "Roles")
        .also(&["人大职务"])
        .example("常委会委员、代表团团长")
        .hint("roster-sheet-hint-role"),
    Column::new("basis", "职务依据", "Basis of roles").also(&["任职文件"]).example(""),
];

/// What offices write for a role, in Chinese and English.
pub(super) const ROLES: &[(RoleName, &[&str])] = &[
    (RoleName::Chair, &["常委会主任", "主任", "chair"]),
    (RoleName::ViceChair, &["常委会副主任", "副主任", "vice chair"]),
    (RoleName::SecretaryGeneral, &["秘书长", "secretary-general"]),
    (RoleName::StandingMember, &["常委会委员", "常委会组成人员", "standing member"]),
    (RoleName::TownChair, &["乡镇人大主席", "人大主席", "town chair"]),
    (RoleName::TownViceChair, &["乡镇人大副主席", "人大副主席", "town vice chair"]),
    (RoleName::PresidiumMember, &["主席团成员", "presidium member"]),
    (RoleName::CommitteeMember, &["专门委员会成员", "专委会委员", "committee member"]),
    (RoleName::DelegationHead, &["代表团团长", "团长", "delegation head"]),
    (RoleName::DelegationViceHead, &["代表团副团长", "副团长", "delegation vice head"]),
    (RoleName::GroupHead, &["代表小组组长", "组长", "group head"]),
];

/// The role an office means.
pub(super) fn role(text: &str) -> Option<RoleName> {
    let lower = text.to_lowercase();
    ROLES.iter().find(|(role, names)| names.contains(&lower.as_str()) || role.as_str() == lower).map(|(role, _)| *role)
}

/// What stands in an export for the role.
pub(super) fn role_title(role: RoleName) -> &'static str {
    let names = ROLES.iter().find(|(known, _)| *known == role).and_then(|(_, names)| names.first());
    names.copied().unwrap_or(role.as_str())
}

/// The gender an office means.
pub(super) fn gender(text: &str) -> Option<Gender> {
    match text.to_lowercase().as_str() {
        "女" | "女性" | "female" | "f" => Some(Gender::Female),
        "男" | "男性" | "male" | "m" => Some(Gender::Male),
        _ => None,
    }
}

/// What stands in an export for the gender.
pub(super) fn gender_title(word: Option<&str>) -> &'static str {
    match word {
        Some("female") => "女",
        Some("male") => "男",
        _ => "",
    }
}
