//! Every route of the program: those of the JSON interface from its document, those of pages from where they are mounted.

use std::path::{Path, PathBuf};

use axum::http::Method;
use serde_json::Value;

/// One thing that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// `/suggestions/{id}/reply`.
    pub path: String,
    /// How.
    pub method: String,
}

impl Route {
    /// As HTTP has it.
    pub fn method(&self) -> Method {
        Method::from_bytes(self.method.as_bytes()).expect("a method")
    }

    /// Whether it belongs to the JSON interface.
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }
}

/// The document of the JSON interface.
pub fn document() -> Value {
    let (_, document) = crate::routes::api().split_for_parts();
    serde_json::to_value(document).expect("a document")
}

/// All of them, in order.
pub fn all(document: &Value) -> Vec<Route> {
    let mut all = pages();
    let paths = document.get("paths").and_then(Value::as_object).expect("paths");
    for (path, methods) in paths {
        let methods = methods.as_object().expect("methods").keys().filter(|key| is_method(key));
        all.extend(methods.map(|method| Route { path: path.clone(), method: method.to_uppercase() }));
    }
    all.sort();
    all.dedup();
    all
}

fn is_method(key: &str) -> bool {
    ["get", "put", "post", "delete", "patch"].contains(&key)
}

/// The routes of pages. A router cannot be asked what it holds; what stands in the sources can.
fn pages() -> Vec<Route> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for folder in ["app/src", "slices", "kit/src"] {
        sources(&root.join(folder), &mut files);
    }
    files.sort();
    files.iter().flat_map(|file| mounted(&std::fs::read_to_string(file).expect("a source"))).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map_while(Result::ok) {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("tests") {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

fn mounted(text: &str) -> Vec<Route> {
    let after = |mark: &str| text.split(mark).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let base = after("let at = |end: &str| format!(\"").replace("{base}", after("let base = \""));
    let base = base.replace("{{", "{").replace("}}", "}");
    let mut routes = Vec::new();
    for call in text.split(".route(").skip(1).map(arguments) {
        let (place, methods) = call.split_once(',').expect("a route has a place and what is done there");
        let path = match place.trim() {
            "RETURN_PATH" => accounts::provider::RETURN_PATH.to_owned(),
            at if at.starts_with("&at(") => base.replace("{end}", quoted(at)),
            words => quoted(words).to_owned(),
        };
        assert!(path.starts_with('/'), "where is {call} mounted?");
        for (word, method) in [("get(", "GET"), ("post(", "POST"), ("put(", "PUT"), ("delete(", "DELETE")] {
            if methods.split(word).count() > 1 && !methods.contains(&format!("_{word}")) {
                routes.push(Route { path: path.clone(), method: method.to_owned() });
            }
        }
    }
    routes
}

/// Up to the bracket that closes the call.
fn arguments(rest: &str) -> String {
    let mut open = 1;
    let inside = |c: &char| {
        open += i32::from(*c == '(') - i32::from(*c == ')');
        open > 0
    };
    rest.chars().take_while(inside).collect()
}

fn quoted(text: &str) -> &str {
    text.split('"').nth(1).unwrap_or_default()
}
