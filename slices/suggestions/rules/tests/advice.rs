//! Advice while a paper is written: what is said of which text, and that the words are a congress's own.

use suggestions_rules::{Advice, Entry, Grade, RuleBook, advice};

const SOUND: &str = "基本情况：镇中学门前路段车速快，学生过街不安全，去年发生事故三起，家长和老师多次反映。\
    原因分析：没有信号灯和减速带。具体建议：请县交警大队今年内装设信号灯。";

fn ground(code: &str, word: &str) -> Advice {
    Advice::Ground { code: code.to_owned(), word: word.to_owned() }
}

#[test]
fn what_is_said_of_a_text() {
    let book = RuleBook::hunan().unwrap();
    let long = "长".repeat(45);
    let silent = SOUND.replace("具体建议：请县交警大队今年内装设信号灯", "大家都很着急，盼着早日解决");
    let table: [(&str, &str, Vec<Advice>); 9] = [
        ("关于在镇中学门前装设信号灯的建议", SOUND, vec![]),
        ("", "", vec![]),
        ("关于信号灯", "车速快", vec![]),
        ("关于某案判决的建议", SOUND, vec![ground("litigation", "判决")]),
        ("关于采购的建议", "请推广我公司的产品", vec![ground("private", "我公司"), ground("advertising", "推广我")]),
        ("关于信号灯和路灯的建议", &format!("{SOUND}另外建议装路灯。"), vec![Advice::Several("另外建议".to_owned())]),
        ("关于信号灯", &silent, vec![Advice::NoRequest]),
        (&long, SOUND, vec![Advice::LongTitle(45)]),
        ("关于信号灯的建议", &format!("{SOUND}联系电话13800000000。"), vec![Advice::Personal]),
    ];
    for (title, body, said) in table {
        assert_eq!(advice(title, body, &book), said, "{title}: {body}");
    }
}

#[test]
fn numbers_of_other_lengths_name_nobody() {
    let book = RuleBook::hunan().unwrap();
    let said = |number: &str| !advice("关于信号灯的建议", &format!("{SOUND}{number}。"), &book).is_empty();
    assert!(said("430102199001011234") && said("43010219900101123X") && said("手机13800000000转"));
    assert!(!said("2026") && !said("073100000000") && !said("138-0000-0000"));
}

#[test]
fn a_congress_has_words_of_its_own_and_a_ground_it_gave_up_is_not_spoken_of() {
    let entry = |key: &str, value: &str| Entry {
        key: key.to_owned(),
        value: value.to_owned(),
        grade: Grade::D,
        document: "某县办法".to_owned(),
    };
    let own = RuleBook::lay(vec![entry("hint.litigation", "打官司"), entry("ground.private", "")]).unwrap();
    assert_eq!(advice("关于判决的建议", "请我公司办", &own), []);
    assert_eq!(advice("关于打官司难的建议", "", &own), [ground("litigation", "打官司")]);
    assert!(RuleBook::lay(vec![entry("advice.request", " ")]).is_err());
}
