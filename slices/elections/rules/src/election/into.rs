//! Which congress elects deputies into which (选举法 3, 16).

use kernel::AreaCode;

/// Whether a congress elects deputies into another: that of the area above, where no voters elect; above the province the national one, which stands
/// in the same area (选举法 3, 16).
#[must_use]
pub fn elects_into((level, area): (&str, &AreaCode), (rung, above): (&str, &AreaCode)) -> bool {
    match rung {
        "nation" => level == "province" && area == above,
        "prefecture" | "province" => area.parent().as_ref() == Some(above),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_congress_elects_into_the_one_above_and_the_province_alone_into_the_national_one() {
        let code = |text: &str| text.parse::<AreaCode>().unwrap();
        for (level, area, rung, above, fits) in [
            ("county", "430121", "prefecture", "4301", true),
            ("prefecture", "4301", "province", "43", true),
            ("township", "430121001", "county", "430121", false),
            ("prefecture", "4301", "nation", "43", false),
            ("province", "43", "nation", "43", true),
            ("province", "43", "province", "43", false),
            ("province", "44", "nation", "43", false),
            ("county", "430121", "nation", "43", false),
        ] {
            assert_eq!(elects_into((level, &code(area)), (rung, &code(above))), fits, "{level} {area} {rung}");
        }
    }
}
