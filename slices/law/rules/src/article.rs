//! Where a rule stands.

use serde::Serialize;

words! {
    /// A law of the state.
    pub enum Act as "law-act-" {
        /// 宪法.
        Constitution = "constitution",
        /// 全国人民代表大会和地方各级人民代表大会选举法, as amended 2020-10-17.
        Electoral = "electoral",
        /// 地方各级人民代表大会和地方各级人民政府组织法, as amended 2022-03-11.
        Organic = "organic",
        /// 全国人民代表大会和地方各级人民代表大会代表法, as amended 2025-03-11.
        Deputies = "deputies",
        /// The text of the same law of 2015-08-29.
        DeputiesOf2015 = "deputies_2015",
        /// 各级人民代表大会常务委员会监督法, as amended 2024-11-08.
        Supervision = "supervision",
        /// 全国人民代表大会常务委员会关于实行宪法宣誓制度的决定, as revised 2018-02-24.
        Oath = "oath",
        /// 人民法院组织法 of 2018.
        Courts = "courts",
        /// 人民检察院组织法 of 2018.
        Procuratorates = "procuratorates",
    }
}

words! {
    /// Which text of the Deputies Law is applied.
    pub enum DeputiesLaw as "law-deputies-" {
        /// The text of 2025-03-11.
        Y2025 = "2025",
        /// The text of 2015-08-29.
        Y2015 = "2015",
    }
}

/// An article of a law; a decision without articles has number 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Which law.
    pub law: Act,
    /// 条.
    pub article: u16,
    /// 项, where the article lists items.
    pub item: Option<u8>,
}

/// Articles whose rule was read and whose number was not: whoever cites them looks the text up first (docs/sources/law.md).
const NOT_VERIFIED: [(Act, u16); 7] = [
    (Act::Constitution, 98),
    (Act::Organic, 2),
    (Act::Organic, 11),
    (Act::Organic, 12),
    (Act::Organic, 18),
    (Act::Organic, 46),
    (Act::Supervision, 53),
];

impl Article {
    /// A whole article.
    #[must_use]
    pub const fn of(law: Act, article: u16) -> Self {
        Self { law, article, item: None }
    }

    /// One item of an article.
    #[must_use]
    pub const fn item(law: Act, article: u16, item: u8) -> Self {
        Self { law, article, item: Some(item) }
    }

    /// Whether its number was read in the text of the law.
    #[must_use]
    pub fn verified(&self) -> bool {
        !NOT_VERIFIED.contains(&(self.law, self.article))
    }
}
