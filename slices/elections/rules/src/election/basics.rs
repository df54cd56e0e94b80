//! 基本情况: what is posted of a candidate for deputy beside the name (选举法 32).

use std::{fmt, str::FromStr};

use kernel::{Day, Text};
use law_rules::words;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{Refusal, of_age};
use crate::decimal::Decimal;

words! {
    /// As the identity card has it.
    pub enum Sex as "elections-sex-" {
        /// 女.
        Female = "female" | "女",
        /// 男.
        Male = "male" | "男",
    }
}

words! {
    /// 代表构成: which part of the people a candidate comes from (选举法 7).
    pub enum Sector as "elections-sector-" {
        /// 工人.
        Worker = "worker" | "工人",
        /// 农民.
        Farmer = "farmer" | "农民",
        /// 专业技术人员.
        Professional = "professional" | "专业技术人员",
        /// 党政领导干部.
        Official = "official" | "党政领导干部" | "干部",
        /// 企业负责人.
        Enterprise = "enterprise" | "企业负责人",
        /// 解放军和武装警察部队.
        Soldier = "soldier" | "解放军和武装警察部队",
        /// 其他.
        Other = "other" | "其他",
    }
}

/// Year and month of birth: 1975-06.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Born(Day);

impl Born {
    /// Whether somebody born in that month can be eighteen on election day (选举法 4).
    #[must_use]
    pub fn of_age(self, election: Day) -> bool {
        of_age(self.0, election)
    }

    /// Year and month.
    #[must_use]
    pub fn parts(self) -> (i16, i8) {
        let (year, month, _) = self.0.parts();
        (year, month)
    }
}

impl FromStr for Born {
    type Err = &'static str;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let first = || (typed.len() == 7).then(|| format!("{typed}-01").parse::<Day>().ok()).flatten();
        let day = first().filter(|day| (1900..=2100).contains(&day.parts().0));
        day.map(Self).ok_or("not a year and month")
    }
}

impl fmt::Display for Born {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.parts();
        write!(f, "{year:04}-{month:02}")
    }
}

impl Serialize for Born {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Born {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// What is told of a candidate; what nobody entered is not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Basics {
    /// 性别.
    pub sex: Option<Sex>,
    /// 民族.
    pub ethnicity: Option<Text<20>>,
    /// 出生年月.
    pub born: Option<Born>,
    /// 党派.
    pub party: Option<Text<20>>,
    /// 学历.
    pub education: Option<Text<20>>,
    /// 构成.
    pub sector: Option<Sector>,
}

impl Basics {
    /// Whether who is told so may stand: 年满十八周岁 (选举法 4).
    ///
    /// # Errors
    /// When nobody born then is eighteen on election day.
    pub fn may_stand(&self, election: Day) -> Result<(), Refusal> {
        if self.born.is_none_or(|born| born.of_age(election)) { Ok(()) } else { Err(Refusal::UnderAge) }
    }
}

/// How many of them are women, of how many whose sex is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Women {
    /// Women.
    pub women: u32,
    /// All whose sex is told.
    pub told: u32,
    /// All.
    pub all: u32,
}

impl Women {
    /// Counts them; nothing where the sex of nobody is told.
    pub fn of<'a>(all: impl Iterator<Item = &'a Basics>) -> Option<Self> {
        let mut found = Self { women: 0, told: 0, all: 0 };
        for one in all {
            found.all += 1;
            found.told += u32::from(one.sex.is_some());
            found.women += u32::from(one.sex == Some(Sex::Female));
        }
        (found.told > 0).then_some(found)
    }

    /// Their share of those whose sex is told, in percent: 33.3.
    #[must_use]
    pub fn share(self) -> String {
        Decimal::<1>::of(i128::from(self.women) * 100, i128::from(self.told))
            .map(|it| it.to_string())
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_of_birth_is_a_year_and_a_month_and_who_is_too_young_does_not_stand() {
        let day = "2026-11-20".parse::<Day>().unwrap();
        for (typed, stands) in [
            ("1975-06", Some(true)),
            ("2008-11", Some(true)),
            ("2008-12", Some(false)),
            ("1899-12", None),
            ("1975-13", None),
            ("1975-6", None),
            ("1975-06-01", None),
            ("１９７", None),
            ("", None),
        ] {
            let born = typed.parse::<Born>().ok();
            let stood = born.map(|born| Basics { born: Some(born), ..Basics::default() }.may_stand(day).is_ok());
            assert_eq!(stood, stands, "{typed}");
            assert!(born.is_none_or(|born| born.to_string() == typed), "{typed}");
        }
        assert_eq!(Basics::default().may_stand(day), Ok(()));
    }

    #[test]
    fn the_share_of_women_is_of_those_whose_sex_is_told() {
        let of = |sex| Basics { sex, ..Basics::default() };
        let some = [of(Some(Sex::Female)), of(Some(Sex::Male)), of(Some(Sex::Male)), of(None)];
        let found = Women::of(some.iter()).unwrap();
        assert_eq!((found.women, found.told, found.all, found.share().as_str()), (1, 3, 4, "33.3"));
        assert_eq!(Women::of([of(None)].iter()), None);
    }
}
