//! A chart is seen, heard and read.

use kit::{
    charts::{Chart, Shape},
    words::Lang,
};

fn chart(shape: Shape) -> Chart {
    let labels = ["农业农村局", "教育局", "交通运输局", "住房和城乡建设局"];
    Chart::new("units", "各单位办理情况 <一>", shape, labels)
        .series("已答复", [12, 30, 7, 19])
        .series("办理中", [Some(3), None, Some(5), Some(2)])
        .series("逾期 & 未报", [1, 0, 2])
}

fn svgs() -> Vec<String> {
    [Shape::Bars, Shape::Stacked, Shape::Lines].map(|shape| chart(shape).svg(Lang::Chinese).unwrap()).to_vec()
}

/// `LIANLUO_CHARTS=/tmp/charts cargo test -p kit --test kit-tests charts` leaves the pictures there, to be looked at.
fn leave(svgs: &[String]) {
    if let Ok(folder) = std::env::var("LIANLUO_CHARTS") {
        std::fs::create_dir_all(&folder).unwrap();
        for (at, svg) in svgs.iter().enumerate() {
            std::fs::write(format!("{folder}/{at}.svg"), svg).unwrap();
        }
    }
}

#[test]
fn a_picture_holds_nothing_that_our_content_policy_forbids() {
    let svgs = svgs();
    leave(&svgs);
    for svg in svgs {
        for forbidden in [" style=", "<style", "<script", " on", "<foreignObject", "href="] {
            assert!(!svg.contains(forbidden), "{forbidden} in {svg}");
        }
    }
}

#[test]
fn a_picture_has_a_name_and_a_description_and_is_well_formed() {
    for svg in svgs() {
        assert!(svg.contains("role=\"img\""));
        assert!(svg.contains("<title>各单位办理情况 &lt;一&gt;</title>"));
        assert!(svg.contains("最多的是教育局（已答复）：30"), "{svg}");
        assert!(svg.contains("逾期 &amp; 未报"));
        assert!(svg.contains("Microsoft YaHei"), "fonts that readers have");
        assert!(!svg.contains("LianluoWidths"));
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    }
}

/// What the root of a picture says of itself.
fn heads(svg: &str) -> Vec<&str> {
    svg.split("<svg ").skip(1).map(|picture| picture.split('>').next().unwrap()).collect()
}

#[test]
fn a_phone_gets_a_picture_of_its_own_and_no_picture_has_a_width_that_a_page_must_scroll() {
    for svg in svgs() {
        let heads = heads(&svg);
        assert_eq!(heads.len(), 2);
        assert!(heads[0].contains("class=\"wide\"") && heads[1].contains("class=\"narrow\""), "{heads:?}");
        for head in heads {
            assert!(head.contains("viewBox=") && !head.contains(" width=") && !head.contains(" height="), "{head}");
        }
        assert!(svg.contains("viewBox=\"0 0 320 "), "drawn at the width a phone of 360 pixels has for it");
    }
    let css = include_str!("../assets/lianluo.css");
    assert!(!css.contains("min-width: 34rem") && css.contains(".chart svg.wide { display: none }"));
}

#[test]
fn on_a_phone_every_bar_has_its_name_and_a_picture_is_as_high_as_its_bars_need() {
    let names = ["县住房和城乡建设局", "县农业农村和水利水务局", "县教育局"];
    let many = |count: usize| {
        let labels = names.iter().cycle().take(count).copied();
        let chart = Chart::new("many", "多", Shape::Bars, labels).series("数", (1..).take(count));
        let svg = chart.svg(Lang::Chinese).unwrap();
        svg.split("class=\"narrow\"").nth(1).unwrap().to_owned()
    };
    let (few, more) = (many(3), many(30));
    assert!(few.contains("县住房和城乡建设局"), "{few}");
    assert!(few.contains(">县农业农村和水利水</tspan>") && few.contains(">务局</tspan>"), "nothing is cut: {few}");
    assert!(more.matches("县教育局").count() >= 10, "none is left out: {more}");
    let height = |svg: &str| -> f32 {
        svg.split("viewBox=\"0 0 320 ").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    assert!(height(&more) > 5.0 * height(&few) / 2.0);
}

#[test]
fn a_long_name_goes_on_below_at_a_word_where_it_has_words_and_the_longest_ends_in_dots() {
    let long = "长".repeat(40);
    let names = ["Office of Water & Roads, Lower Town", "桃花源", long.as_str()];
    let chart = Chart::new("long", "长", Shape::Stacked, names).series("数", [1, 2, 3]).series("余", [1, 0, 2]);
    let svg = chart.svg(Lang::English).unwrap();
    let svg = svg.split("class=\"narrow\"").nth(1).unwrap();
    let (full, cut) = ("长".repeat(9), format!("{}…", "长".repeat(8)));
    for line in ["Office of Water", "&amp; Roads, Lower", "Town", &full, &cut] {
        assert!(svg.contains(&format!(">{line}</tspan>")), "{line}: {svg}");
    }
    assert_eq!(svg.matches("<tspan").count(), 6);
    assert!(!svg.contains(|letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter)), "no mark is left: {svg}");
}

#[test]
fn series_differ_without_colour() {
    let [bars, stacked, lines] = <[String; 3]>::try_from(svgs()).unwrap();
    for svg in [bars, stacked] {
        assert_eq!(
            svg.matches("<pattern ").count(),
            4,
            "the first series is plain, the others have patterns, in both pictures"
        );
        for pattern in ["wide-0", "wide-1", "narrow-0", "narrow-1"] {
            assert!(svg.contains(&format!("url(#units-{pattern})")), "{pattern}: {svg}");
        }
    }
    assert!(lines.contains("stroke-dasharray=\"6,4\""));
}

#[test]
fn the_table_has_the_same_numbers() {
    let table = chart(Shape::Bars).table();
    assert_eq!(table.names, ["已答复", "办理中", "逾期 & 未报"]);
    assert_eq!(table.rows[1], ("教育局".to_owned(), vec!["30".to_owned(), String::new(), "0".to_owned()]));
    assert_eq!(table.rows[3].1, ["19", "2", ""]);
}

#[test]
fn a_chart_without_numbers_says_so() {
    for shape in [Shape::Bars, Shape::Stacked, Shape::Lines] {
        let empty = Chart::new("none", "空", shape, Vec::<String>::new()).svg(Lang::Chinese).unwrap();
        assert!(empty.contains("暂无数据"), "{empty}");
        let none = Chart::new("none", "空", shape, ["甲"]).series("数", [None]).svg(Lang::English).unwrap();
        assert!(none.contains("No data yet"), "{none}");
    }
}

#[test]
fn labels_are_laid_out_as_wide_as_chinese_is() {
    let labels = [
        "长沙市天心区人民代表大会常务委员会",
        "株洲市芦淞区人民代表大会常务委员会",
        "湘潭市岳塘区人民代表大会常务委员会",
    ];
    let chart = Chart::new("wide", "宽", Shape::Bars, labels.iter().cycle().take(12).copied()).series("数", [1; 12]);
    let svg = chart.svg(Lang::Chinese).unwrap();
    let svg = svg.split("class=\"narrow\"").next().unwrap();
    let shown = svg.matches("代表大会常务委员会").count();
    assert!(
        svg.contains("rotate(") || shown < 12,
        "labels that do not fit beside each other are turned or thinned: {svg}"
    );
}
