//! A throw-away PostgreSQL on loopback, in a folder of its own, without regard for power failures.

use std::{
    fs::{self, File},
    io::Read as _,
    net::TcpListener,
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Mutex,
    time::Duration,
};

use super::needs;

/// The server of this run.
struct Server {
    child: Child,
    folder: PathBuf,
}

static SERVER: Mutex<Option<Server>> = Mutex::new(None);

const SETTINGS: [&str; 8] = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=300",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
];

/// The folder of the newest PostgreSQL's programs.
///
/// # Errors
/// When there is none of version 15 or later.
pub fn programs() -> Result<PathBuf, String> {
    let mut folders: Vec<(u32, PathBuf)> = Vec::new();
    for entry in fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten() {
        let version = entry.file_name().to_string_lossy().parse().unwrap_or(0);
        folders.push((version, entry.path().join("bin")));
    }
    folders.sort();
    let newest = folders.pop().filter(|(version, folder)| *version >= 15 && folder.join("initdb").is_file());
    if let Some((_, folder)) = newest {
        return Ok(folder);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders = std::env::split_paths(&path);
    let found = folders.find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file());
    found.ok_or_else(|| "there is no PostgreSQL 15 or later".into())
}

/// Starts the server and gives its address.
///
/// # Errors
/// When there is none, or it does not answer within half a minute.
pub fn start() -> Result<String, String> {
    let programs = programs()?;
    let user = user()?;
    let folder = folder(user)?;
    let (address, child) = launch(&programs, user, &folder).inspect_err(|_| {
        let _gone = fs::remove_dir_all(&folder);
    })?;
    let mut server = SERVER.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    *server = Some(Server { child, folder });
    Ok(address)
}

/// Stops the server, if one runs, and takes its folder away.
pub fn stop() {
    let server = SERVER.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
    if let Some(mut server) = server {
        let _told = Command::new("kill").args(["-INT", &server.child.id().to_string()]).status();
        let _ended = server.child.wait();
        let _gone = fs::remove_dir_all(&server.folder);
    }
}

/// Stops the server also when this program is told to end.
pub fn stop_when_told() {
    let told = ctrlc::set_handler(|| {
        stop();
        std::process::exit(130);
    });
    if let Err(problem) = told {
        eprintln!("told to end, this will leave its PostgreSQL behind: {problem}");
    }
}

/// As whom it runs: it refuses to run as root.
fn user() -> Result<Option<(u32, u32)>, String> {
    if !needs::is_root() {
        return Ok(None);
    }
    let number = |flag: &str| {
        let out = Command::new("id").args([flag, "postgres"]).output().map_err(|e| format!("id: {e}"))?;
        let text = String::from_utf8_lossy(&out.stdout).trim().to_owned();
        text.parse().map_err(|_| "there is no user `postgres` to run PostgreSQL as: it does not run as root".to_owned())
    };
    Ok(Some((number("-u")?, number("-g")?)))
}

fn folder(user: Option<(u32, u32)>) -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("lianluo-tests-{}", std::process::id()));
    let failed = |e| format!("{}: {e}", folder.display());
    fs::create_dir(&folder).map_err(failed)?;
    if let Some((user, group)) = user {
        std::os::unix::fs::chown(&folder, Some(user), Some(group)).map_err(failed)?;
    }
    Ok(folder)
}

fn launch(programs: &Path, user: Option<(u32, u32)>, folder: &Path) -> Result<(String, Child), String> {
    let word = word()?;
    let data = folder.join("data");
    let passwords = folder.join("word");
    fs::write(&passwords, &word).map_err(|e| format!("{}: {e}", passwords.display()))?;
    let mut init = program(programs, "initdb", user, folder);
    init.args(["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--no-sync"]);
    // As an office in Hunan would have it: whatever sorts by chance of the database's language shows.
    init.args(["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=zh-Hans-CN"]);
    init.arg("--pwfile").arg(&passwords).arg("--pgdata").arg(&data).stdout(Stdio::null());
    super::must(&mut init)?;
    let port = free_port()?;
    let log = folder.join("log");
    let written = File::create(&log).map_err(|e| format!("{}: {e}", log.display()))?;
    let mut server = program(programs, "postgres", user, folder);
    server.arg("-D").arg(&data).args(["-p", &port.to_string()]);
    server.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    // Its own group: an interrupt at the keyboard reaches this program alone, which then ends it.
    server.process_group(0).stdout(Stdio::null()).stderr(written);
    let mut child = server.spawn().map_err(|e| format!("postgres: {e}"))?;
    if !answers(programs, port, &mut child) {
        let _told = child.kill();
        return Err(format!("PostgreSQL does not start:\n{}", fs::read_to_string(&log).unwrap_or_default()));
    }
    Ok((format!("postgres://postgres:{word}@127.0.0.1:{port}/postgres"), child))
}

fn program(programs: &Path, name: &str, user: Option<(u32, u32)>, folder: &Path) -> Command {
    let mut command = Command::new(programs.join(name));
    command.current_dir(folder).stdin(Stdio::null());
    if let Some((user, group)) = user {
        command.uid(user).gid(group);
    }
    command
}

/// A password nobody else on the machine knows.
fn word() -> Result<String, String> {
    let mut bytes = [0_u8; 16];
    let read = File::open("/dev/urandom").and_then(|mut chance| chance.read_exact(&mut bytes));
    read.map_err(|e| format!("/dev/urandom: {e}"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|e| format!("no free port: {e}"))?;
    listener.local_addr().map(|address| address.port()).map_err(|e| format!("no free port: {e}"))
}

fn answers(programs: &Path, port: u16, child: &mut Child) -> bool {
    let port = port.to_string();
    for _ in 0..300 {
        let mut ready = Command::new(programs.join("pg_isready"));
        ready.args(["-q", "-h", "127.0.0.1", "-p", &port]);
        if ready.status().is_ok_and(|status| status.success()) {
            return true;
        }
        if child.try_wait().is_ok_and(|ended| ended.is_some()) {
            return false;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    false
}
