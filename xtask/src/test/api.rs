//! The JSON API as its own document describes it, asked by a client of another language: schemathesis, from Python.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
};

use serde_json::Value;

use super::{Ground, must};

const SCHEMATHESIS: &str = "schemathesis==4.32.5";
/// In whose name it asks, and how: every border of every field once, whatever comes to mind for the others; and after how many seconds it asks
/// nothing more. Who asks for every border must have asked for every operation by then; the others get as far as they get.
const CALLERS: [(&str, &str, &str); 4] = [
    ("clerk", EVERYTHING, "240"),
    ("deputy", "examples,fuzzing", "60"),
    ("unit_clerk", "examples,fuzzing", "60"),
    ("operator", "examples,fuzzing", "60"),
];
const EVERYTHING: &str = "examples,coverage,fuzzing";
/// So many ask at once, each in a town of its own: a caller waits for its town as long as the town for it.
const AT_ONCE: usize = 2;
/// What must hold of every answer, however odd the question.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// Serves a demonstration town for each caller and asks it everything its document names.
///
/// # Errors
/// When an answer is a fault or not what the document says.
pub fn check(ground: &Ground) -> Result<(), String> {
    let schemathesis = install(ground)?;
    // The program as the tests build it: no other choice of features, so nothing is built twice.
    must(ground.cargo().args(super::stages::TESTS).args(["--no-run", "--quiet"]))?;
    let mut problems = Vec::new();
    for some in CALLERS.chunks(AT_ONCE) {
        let asked: Vec<_> = thread::scope(|scope| {
            let schemathesis = &schemathesis;
            let ask = |caller| scope.spawn(move || in_folder(ground, schemathesis, caller));
            let all: Vec<_> = some.iter().copied().map(ask).collect();
            all.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a caller broke off".into()))).collect()
        });
        problems.extend(asked.into_iter().filter_map(Result::err));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// A town of its own for each caller: a clerk may well end the deputy's account.
fn in_folder(ground: &Ground, schemathesis: &Path, caller: (&str, &str, &str)) -> Result<(), String> {
    let folder = std::env::temp_dir().join(format!("lianluo-api-{}-{}", caller.0, std::process::id()));
    fs::create_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let accounts = folder.join("accounts.json");
    let outcome = serve(ground, &folder, &accounts).and_then(|mut program| {
        let asked = address(&mut program).and_then(|address| ask(ground, schemathesis, caller, &address, &accounts));
        let _told = program.kill();
        let _ended = program.wait();
        asked
    });
    let _gone = fs::remove_dir_all(&folder);
    outcome
}

fn serve(ground: &Ground, folder: &Path, accounts: &Path) -> Result<Child, String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| ground.root.join("target"), PathBuf::from);
    let mut program = ground.command(&target.join("debug/lianluo").to_string_lossy());
    program.args(["demo", "--size", "town", "--seed", "7", "--listen", "127.0.0.1:0", "--data"]);
    program.arg(folder.join("data")).arg("--accounts").arg(accounts).stdout(Stdio::piped());
    program.spawn().map_err(|e| format!("lianluo demo: {e}"))
}

/// The address in the program's first lines.
fn address(program: &mut Child) -> Result<String, String> {
    let out = program.stdout.take().ok_or("lianluo demo: no output")?;
    let mut lines = BufReader::new(out).lines().map_while(Result::ok);
    let line =
        lines.by_ref().find_map(|line| line.split_whitespace().find(|w| w.starts_with("http://")).map(str::to_owned));
    // What it says later is read on, so that it never waits for a reader.
    thread::spawn(move || lines.for_each(drop));
    line.map(|address| address.trim_end_matches('/').to_owned())
        .ok_or_else(|| "lianluo demo ended before it served".into())
}

fn ask(
    ground: &Ground,
    schemathesis: &Path,
    (duty, phases, most): (&str, &str, &str),
    address: &str,
    accounts: &Path,
) -> Result<(), String> {
    let text = fs::read(accounts).map_err(|e| format!("{}: {e}", accounts.display()))?;
    let accounts: Value = serde_json::from_slice(&text).map_err(|e| format!("the accounts: {e}"))?;
    let token = token(&accounts, duty).ok_or_else(|| format!("the demonstration has no account `{duty}`"))?;
    let mut st = Command::new(schemathesis);
    st.current_dir(&ground.root).args(["run", &format!("{address}/api/openapi.json")]);
    st.args(["--header", &format!("Authorization: Bearer {token}"), "--checks", CHECKS]);
    st.args(["--phases", phases, "--max-examples", "5", "--generation-deterministic"]);
    st.args(["--max-time", most]);
    st.args(["--suppress-health-check", "all"]);
    st.args(["--rate-limit", "auto", "--request-timeout", "10", "--warnings", "off", "--no-color"]);
    // Told at once when it is over: two that talk at a time would not be understood.
    let out = st.stderr(Stdio::inherit()).output().map_err(|e| format!("schemathesis: {e}"))?;
    let told = String::from_utf8_lossy(&out.stdout);
    println!("as {duty}\n{told}");
    if !out.status.success() {
        return Err(format!("asked as {duty}, the API answered otherwise than it says"));
    }
    if phases == EVERYTHING && !asked_all(&told) {
        return Err(format!("as {duty} not every operation was asked within {most} seconds"));
    }
    Ok(())
}

/// Whether every operation was asked, as the summary says: `Selected: 668/668` and `Tested: 668`.
fn asked_all(told: &str) -> bool {
    let number = |word| told.lines().find_map(|line| line.trim().strip_prefix(word)).map(str::trim);
    let all = number("Selected:").and_then(|both| both.split_once('/')).map(|(_, all)| all);
    all.is_some() && all == number("Tested:")
}

fn token(accounts: &Value, duty: &str) -> Option<String> {
    let accounts = accounts.get("accounts")?.as_array()?;
    let found = accounts.iter().find(|account| account.get("duty").and_then(Value::as_str) == Some(duty))?;
    found.get("token")?.as_str().map(str::to_owned)
}

/// The program, in a Python environment of its own under `target/tools`, made once.
fn install(ground: &Ground) -> Result<PathBuf, String> {
    let folder = ground.root.join("target/tools").join(SCHEMATHESIS);
    let program = folder.join("bin/st");
    if !program.is_file() {
        let _half = fs::remove_dir_all(&folder);
        must(ground.command("python3").args(["-m", "venv"]).arg(&folder))?;
        must(ground.command(&folder.join("bin/pip").to_string_lossy()).args(["install", "--quiet", SCHEMATHESIS]))?;
    }
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::asked_all;

    #[test]
    fn who_stopped_half_way_has_not_asked_all() {
        assert!(asked_all("API Operations:\n  Selected: 668/668\n  Tested: 668\n"));
        for half in ["API Operations:\n  Selected: 668/668\n  Tested: 629\n  Skipped: 39\n", "  Tested: 668\n", ""] {
            assert!(!asked_all(half), "{half}");
        }
    }
}
