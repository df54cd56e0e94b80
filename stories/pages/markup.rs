//! Markup as the standard has it, by html-validate.

use std::{path::PathBuf, process::Command};

use super::Page;

/// Where the stage has put a tool.
pub fn tool(path: &str) -> PathBuf {
    let folder =
        std::env::var("LIANLUO_TEST_PAGES").expect("run `cargo xtask test --only pages`, which installs the tools");
    PathBuf::from(folder).join("node_modules").join(path)
}

/// What is wrong with the pages, each with its place; a page that is wrong is slipped in and must be found.
pub fn look(pages: &[Page]) -> Vec<String> {
    let html =
        "<!doctype html><html lang=\"en\"><head><title>x</title></head><body><p><div></p></body></html>".to_owned();
    let wrong = Page { route: String::new(), path: String::new(), who: "nobody", html };
    assert!(!judged(&[wrong]).is_empty(), "html-validate finds nothing wrong with what is");
    judged(pages)
}

fn judged(pages: &[Page]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("settings.json");
    std::fs::write(&settings, SETTINGS).expect("the settings are written");
    let held = folder.path().join("pages");
    std::fs::create_dir(&held).expect("a folder");
    for (nth, page) in pages.iter().enumerate().filter(|(_, page)| !page.html.is_empty()) {
        std::fs::write(held.join(format!("{nth}.html")), &page.html).expect("a page is written");
    }
    let out = Command::new("node")
        .arg(tool("html-validate/bin/html-validate.mjs"))
        .args(["--formatter", "json", "--config"])
        .args([&settings, &held])
        .output()
        .expect("node starts");
    let said: Vec<serde_json::Value> = serde_json::from_slice(&out.stdout)
        .unwrap_or_else(|problem| panic!("{problem}: {}", String::from_utf8_lossy(&out.stderr)));
    said.iter().flat_map(|file| wrong(file, pages)).collect()
}

/// The standard's own rules. Chinese needs no blank between words, so what is only a matter of layout is left to us.
const SETTINGS: &str = r#"{ "root": true, "extends": ["html-validate:standard"] }"#;

fn wrong(file: &serde_json::Value, pages: &[Page]) -> Vec<String> {
    let name = file.get("filePath").and_then(serde_json::Value::as_str).unwrap_or_default();
    let nth = PathBuf::from(name).file_stem().and_then(|stem| stem.to_str()?.parse::<usize>().ok());
    let page = nth.and_then(|nth| pages.get(nth));
    let place = page.map_or_else(|| name.to_owned(), |page| format!("{}: {}", page.who, page.path));
    let messages = file.get("messages").and_then(serde_json::Value::as_array).cloned().unwrap_or_default();
    let one = |message: &serde_json::Value| {
        let text = |key: &str| message.get(key).map(ToString::to_string).unwrap_or_default();
        format!("{place}:{}: {} {}", text("line"), text("ruleId"), text("message"))
    };
    messages.iter().map(one).collect()
}
