//! Which handling unit (承办单位) takes a matter, and the twelve categories of matters.

/// Key and name of the twelve categories of the fixed suite. A congress has its own list; [`crate::Matter`] names the key.
pub const CATEGORIES: &[(&str, &str)] = &[
    ("transport", "交通运输"),
    ("education", "教育"),
    ("health", "医疗卫生"),
    ("civil", "养老和社会保障"),
    ("agriculture", "农业农村"),
    ("water", "水利"),
    ("urban", "城乡建设"),
    ("environment", "生态环境"),
    ("culture", "文化旅游体育"),
    ("industry", "产业和营商环境"),
    ("law", "法治和公共安全"),
    ("governance", "基层治理和公共服务"),
];

/// A field of government: how its unit is recognised by name on any level, and the word in its document numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key matters are routed by: `transport`.
    pub key: &'static str,
    /// What the unit's name holds: 交通运输.
    pub word: &'static str,
    /// 交, as in 桃交函〔2026〕12号.
    pub short: &'static str,
}

const fn field(key: &'static str, word: &'static str, short: &'static str) -> Field {
    Field { key, word, short }
}

/// Every field. Where a level has no unit of a field, its government's office takes the matter.
pub const FIELDS: &[Field] = &[
    field("transport", "交通运输", "交"),
    field("education", "教育", "教"),
    field("health", "卫生健康", "卫健"),
    field("medical_security", "医疗保障", "医保"),
    field("civil_affairs", "民政", "民"),
    field("human_resources", "人力资源", "人社"),
    field("agriculture", "农业农村", "农"),
    field("water", "水利", "水"),
    field("forestry", "林业", "林"),
    field("resources", "自然资源", "自然资"),
    field("housing", "住房和城乡建设", "建"),
    field("urban_management", "城市管理", "城管"),
    field("environment", "生态环境", "环"),
    field("culture", "文化", "文旅"),
    field("industry", "工业", "工信"),
    field("commerce", "商务", "商"),
    field("development", "发展和改革", "发改"),
    field("finance", "财政", "财"),
    field("market", "市场监督", "市监"),
    field("public_security", "公安", "公"),
    field("justice", "司法", "司"),
    field("letters", "信访", "信"),
    field("emergency", "应急", "应急"),
    field("data", "数据", "数"),
    field("veterans", "退役军人", "退役"),
    field("government", "人民政府", "政"),
];

/// The field of that key; the government itself when there is none.
#[must_use]
pub fn field_of(key: &str) -> Field {
    FIELDS.iter().find(|field| field.key == key).copied().unwrap_or(field("government", "人民政府", "政"))
}
