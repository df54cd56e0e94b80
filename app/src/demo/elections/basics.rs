//! What is told of generated candidates beside the name.

use elections_rules::election::{Basics, Sector, Sex};
use kit::Problem;

use super::text;

/// 性别、民族、出生年月、党派、学历、构成 of the candidate at a place of the list.
pub(super) fn basics(at: u32) -> Result<Basics, Problem> {
    let (sex, ethnicity, born, party, education, sector) = match at % 4 {
        0 => (Sex::Male, "汉族", "1971-03", "中共党员", "大学", Sector::Official),
        1 => (Sex::Female, "土家族", "1986-11", "群众", "大学", Sector::Professional),
        2 => (Sex::Male, "汉族", "1979-08", "民建会员", "大专", Sector::Enterprise),
        _ => (Sex::Female, "汉族", "1982-05", "群众", "高中", Sector::Farmer),
    };
    Ok(Basics {
        sex: Some(sex),
        ethnicity: Some(text(ethnicity)?),
        born: born.parse().ok(),
        party: Some(text(party)?),
        education: Some(text(education)?),
        sector: Some(sector),
    })
}
