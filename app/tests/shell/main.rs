//! Wrong uses of the shell: each gets a sentence that says what to do, in one language, and exit code 2; never that of a fault.
#![expect(clippy::expect_used, reason = "tests may fail loudly")]

use std::{
    path::Path,
    process::{Command, Output},
};

/// A folder in which every kind of place lies that can be named by mistake.
struct Ground(tempfile::TempDir);

impl Ground {
    fn new() -> Self {
        let ground = Self(tempfile::tempdir().expect("a folder"));
        let write = |name: &str, bytes: &[u8]| std::fs::write(ground.path().join(name), bytes).expect("a file");
        for folder in ["garbage", "damaged", "no-backup", "damaged-backup"] {
            std::fs::create_dir(ground.path().join(folder)).expect("a folder");
        }
        write("file", b"neither folder nor JSON\n");
        write("bytes", b"\xff\xfe\xfd");
        write("garbage/lianluo.sqlite", b"this is a letter and no database at all");
        let mut damaged = b"SQLite format 3\0".to_vec();
        damaged.extend([7_u8; 5_000]);
        write("damaged/lianluo.sqlite", &damaged);
        write("damaged-backup/manifest.json", b"{\"at\":");
        write("settings.toml", b"data = \"site\"\nlistne = \"127.0.0.1:1\"\n");
        write("hash.toml", b"journal_hash = \"md5\"\n");
        write("calendar.csv", b"day,kind,occasion,source\n2027-02-30,off,x,y\n");
        write("roster.csv", b"name\n");
        let made = ground.run("en_US.UTF-8", &["migrate", "--data", "site"]);
        assert!(made.status.success(), "{made:?}");
        let taken = ground.run("en_US.UTF-8", &["backup", "--data", "site", "taken"]);
        assert!(taken.status.success(), "{taken:?}");
        let taken = ground.run("en_US.UTF-8", &["backup", "--data", "site", "torn-backup"]);
        assert!(taken.status.success(), "{taken:?}");
        write("torn-backup/tables/area.jsonl.gz", b"torn");
        ground
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, language: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lianluo"));
        for name in ["LIANLUO_DATA", "LIANLUO_CONFIG", "LIANLUO_LISTEN", "LC_ALL", "LC_MESSAGES"] {
            command.env_remove(name);
        }
        command.env("LANG", language).args(arguments).current_dir(self.path());
        command.stdin(std::process::Stdio::null()).output().expect("the program runs")
    }
}

/// What is typed, and a word of the English sentence that answers it.
const WRONG: &[(&[&str], &str)] = &[
    (&["dance"], "dance"),
    (&["serve", "--listne", "x"], "--listne"),
    (&["calendar", "once"], "once"),
    (&["calendar", "1066"], "1066"),
    (&["token", "issue"], "<ACCOUNT>"),
    (&["jobs", "retry", "7"], "7"),
    (&["demo", "--size", "moon", "--fill-only", "--data", "new"], "moon"),
    (&["migrate", "--config", "nowhere.toml"], "no such file"),
    (&["migrate", "--config", "settings.toml"], "Line 2"),
    (&["migrate", "--config", "hash.toml"], "sha256 or sm3"),
    (&["migrate", "--config", "bytes"], "no UTF-8 text"),
    (&["migrate", "--data", "file/inside"], "cannot be made"),
    (&["migrate", "--data", "garbage"], "none of this program"),
    (&["migrate", "--data", "damaged"], "none of this program"),
    (&["migrate", "--data", "postgres://nobody@127.0.0.1:1/nothing"], "cannot be reached"),
    (&["migrate", "--data", "postgres://[nowhere"], "postgres://user:password@host"),
    (&["serve", "--data", "garbage", "--listen", "127.0.0.1:0"], "none of this program"),
    (&["serve", "--data", "site", "--listen", "nowhere"], "--listen"),
    (&["serve", "--data", "site", "--listen", "203.0.113.7:80"], "no such address"),
    (&["demo", "--data", "file/inside", "--fill-only"], "cannot be made"),
    (&["doctor", "--data", "nowhere"], "no database in nowhere"),
    (&["backup", "--data", "nowhere", "kept"], "no database in nowhere"),
    (&["backup", "--data", "site", "no-backup"], "exists already"),
    (&["backup", "--data", "site", "file/kept"], "cannot be made"),
    (&["restore", "--data", "site", "taken"], "exists already"),
    (&["restore", "--data", "new", "nowhere"], "is no backup"),
    (&["restore", "--data", "new", "no-backup"], "is no backup"),
    (&["restore", "--data", "new", "damaged-backup"], "is no backup"),
    (&["restore", "--data", "new", "torn-backup"], "table area"),
    (&["restore", "--data", "garbage", "taken"], "exists already"),
    (&["journal", "export", "--data", "nowhere", "out.jsonl"], "no database in nowhere"),
    (&["journal", "export", "--data", "site", "file/out"], "cannot be written"),
    (&["journal", "verify", "nowhere.jsonl"], "no such file"),
    (&["journal", "verify", "no-backup"], "it is a folder"),
    (&["journal", "verify", "empty.jsonl", "--checkpoint", "nowhere.json"], "no such file"),
    (&["journal", "verify", "empty.jsonl", "--checkpoint", "file"], "is no checkpoint"),
    (&["journal", "checkpoint", "--data", "site", "--key", "file"], "32 bytes"),
    (&["journal", "checkpoint", "--data", "site", "--key", "file/key"], "file/key"),
    (&["calendar", "2027", "--with", "nowhere.csv"], "no such file"),
    (&["calendar", "2027", "--with", "calendar.csv"], "Line 2"),
    (&["calendar", "2027", "--with", "bytes"], "no UTF-8 text"),
    (&["calendar", "2027", "--import", "calendar.csv"], "--data"),
    (&["calendar", "2027", "--import", "calendar.csv", "--data", "site"], "Line 2"),
    (&["calendar", "2027", "--data", "nowhere"], "no database in nowhere"),
    (&["account", "list", "--data", "nowhere"], "no database in nowhere"),
    (&["account", "add", "周海燕", "--duty", "king", "--data", "site"], "no duty"),
    (&["account", "add", "", "--duty", "operator", "--data", "site"], "not empty"),
    (&["account", "add", "周海燕", "--duty", "operator", "--phone", "12", "--data", "site"], "mobile"),
    (&["token", "issue", "周海燕", "--name", "", "--data", "site"], "not empty"),
    (&["token", "list", "周海燕", "--data", "nowhere"], "no database in nowhere"),
    (&["webhook", "list", "--data", "nowhere"], "no database in nowhere"),
    (&["jobs", "list", "--data", "garbage"], "none of this program"),
    (&["law", "deputy_quot", "{}"], "deputy_quota"),
    (&["law", "deputy_quota", "{"], "JSON object"),
    (&["import", "nowhere.xlsx", "--data", "site"], "no such file"),
    (&["import", "no-backup", "--data", "site"], ".xlsx or .csv"),
    (&["import", "roster.csv", "--area", "999999", "--data", "site"], "999999"),
    (&["import", "areas", "--area", "999999", "--data", "site"], "999999"),
    (&["import", "areas", "--data", "garbage"], "none of this program"),
    (&["export", "deputies.txt", "--data", "site"], ".xlsx or .csv"),
    (&["export", "file/deputies.xlsx", "--data", "site"], "cannot be written"),
    (&["export", "deputies.xlsx", "--area", "999999", "--data", "site"], "999999"),
    (&["export", "deputies.xlsx", "--data", "nowhere"], "no database in nowhere"),
];

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether three plain English words follow one another; commands, options, paths and what was typed are no English.
fn has_english(line: &str) -> bool {
    let mut run = 0;
    line.split(|c: char| c.is_whitespace() || is_chinese(c) || "，。：；（）“”".contains(c)).any(|word| {
        let plain = word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
        let of_a_command =
            ["lianluo", "journal", "checkpoint", "account", "add", "jobs", "list", "webhook"].contains(&word);
        run = if plain && !of_a_command { run + 1 } else { 0 };
        run >= 3
    })
}

#[test]
fn whoever_types_it_wrong_is_told_what_to_do_and_not_that_the_program_failed() {
    let ground = Ground::new();
    std::fs::write(ground.path().join("empty.jsonl"), b"").expect("a file");
    let mut wrong = Vec::new();
    for (arguments, shows) in WRONG {
        let out = ground.run("en_US.UTF-8", arguments);
        let said = String::from_utf8_lossy(&out.stderr);
        if out.status.code() != Some(2) || !said.contains(shows) {
            wrong.push(format!("{arguments:?}: {:?}, `{shows}` in: {said}", out.status.code()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!ground.path().join("nowhere").exists(), "what only looks makes nothing");
    assert!(!ground.path().join("new").exists(), "a backup that is refused leaves nothing behind");
}

#[test]
fn a_run_speaks_one_language() {
    let ground = Ground::new();
    std::fs::write(ground.path().join("empty.jsonl"), b"").expect("a file");
    let right: &[&[&str]] = &[
        &["--help"],
        &["journal", "verify", "--help"],
        &["import", "--help"],
        &["doctor", "--data", "site"],
        &["migrate", "--data", "site"],
        &["backup", "--data", "site", "again"],
        &["journal", "export", "--data", "site", "facts.jsonl"],
        &["journal", "verify", "facts.jsonl"],
        &["journal", "verify", "file"],
        &["jobs", "retry", "019a5d3e-7c00-7000-8000-000000000000", "--data", "site"],
        &["webhook", "off", "019a5d3e-7c00-7000-8000-000000000000", "--data", "site"],
        &["account", "reset", "nobody", "--data", "site"],
    ];
    let mut mixed = Vec::new();
    for arguments in WRONG.iter().map(|(arguments, _)| *arguments).chain(right.iter().copied()) {
        let typed: String = arguments.concat();
        for language in ["zh_CN.UTF-8", "en_US.UTF-8"] {
            if arguments == ["backup", "--data", "site", "again"] {
                let _ = std::fs::remove_dir_all(ground.path().join("again"));
            }
            let out = ground.run(language, arguments);
            let said = format!("{}\n{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
            let said = arguments.iter().filter(|word| word.len() > 3).fold(said, |said, word| said.replace(word, ""));
            let lines = said.lines().filter(|line| line.chars().any(char::is_alphabetic) && !line.contains("2026-"));
            // Faces of documents are called as the standard calls them, in Chinese.
            let lines = lines.filter(|line| !line.contains("fonts:"));
            for line in lines.filter(|line| !line.trim_start().starts_with("lianluo ")) {
                let one = if language.starts_with("zh") { !has_english(line) } else { !line.contains(is_chinese) };
                if !one {
                    mixed.push(format!("{typed} in {language}: {line}"));
                }
            }
        }
    }
    assert!(mixed.is_empty(), "{}", mixed.join("\n"));
}

#[test]
fn chinese_is_spoken_where_the_machine_is_set_to_it_and_a_command_s_help_is_whole() {
    let ground = Ground::new();
    let help = ground.run("zh_CN.UTF-8", &["account", "add", "--help"]);
    let said = String::from_utf8_lossy(&help.stdout);
    for shown in ["用法：", "参数：", "选项：", "开通账号", "机构的全称或编号", "显示帮助", "例："]
    {
        assert!(said.contains(shown), "{shown}: {said}");
    }
    let wrong = ground.run("zh_CN.UTF-8", &["account", "add", "--dutty", "clerk"]);
    let said = String::from_utf8_lossy(&wrong.stderr);
    assert!(wrong.status.code() == Some(2) && said.contains("--dutty") && said.contains("--duty"), "{said}");
    assert!(said.contains("lianluo account add --help"), "{said}");
    let plain = ground.run("C", &["doctor", "--data", "nowhere"]);
    assert!(String::from_utf8_lossy(&plain.stderr).contains("There is no database"));
}

#[test]
fn a_list_for_a_program_is_one_json_array_empty_or_not() {
    let ground = Ground::new();
    let read = |arguments: &[&str]| {
        let out = ground.run("en_US.UTF-8", &[arguments, &["--data", "site", "--json"]].concat());
        let text = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
        serde_json::from_str::<Vec<serde_json::Value>>(&text)
            .unwrap_or_else(|wrong| panic!("{arguments:?}: {wrong}: {text}"))
    };
    for list in ["account", "webhook", "jobs"] {
        assert!(read(&[list, "list"]).is_empty(), "{list}");
    }
    for name in ["谭雪梅", "周海燕"] {
        let added = ground.run("en_US.UTF-8", &["account", "add", name, "--duty", "operator", "--data", "site"]);
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
    assert_eq!(read(&["account", "list"]).len(), 2);
    assert!(read(&["token", "list", "谭雪梅"]).is_empty());
}
