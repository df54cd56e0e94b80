//! The files of the house, read once.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

/// All text files the checks look at.
pub struct House {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// In the order of their paths.
    pub files: Vec<File>,
}

/// One file.
pub struct File {
    /// From the root, with `/` between folders.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// Something to put right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The file and, where it has one, the line.
    pub at: String,
    /// What is wrong and what to do.
    pub what: String,
}

impl Breach {
    /// A breach at a line of a file.
    pub fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        let at = if line == 0 { path.to_owned() } else { format!("{path}:{line}") };
        Self { at, what: what.into() }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

const KINDS: [&str; 5] = ["rs", "html", "ftl", "sql", "md"];

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

impl House {
    /// Reads the house this program was built in.
    ///
    /// # Errors
    /// When a file or folder cannot be read.
    pub fn read() -> Result<Self, String> {
        let root = root();
        let mut files = Vec::new();
        gather(&root, &root, &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { root, files })
    }

    /// The files with this ending.
    pub fn ending<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.path.ends_with(ending))
    }

    /// The file at this path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl File {
    /// Whether a program wrote it: its head says so.
    pub fn is_generated(&self) -> bool {
        self.text.lines().take(3).any(|line| line.contains("@generated"))
    }

    /// Whether it holds tests only.
    pub fn is_test(&self) -> bool {
        self.path
            .split('/')
            .any(|part| matches!(part, "tests" | "tests.rs" | "stories" | "testing" | "bench" | "examples"))
    }

    /// How many lines it has.
    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<File>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|e| format!("{}: {e}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') || name == "target" || name == "node_modules" {
            continue;
        }
        if path.is_dir() {
            gather(root, &path, files)?;
        } else if path.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known)) {
            let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(File { path, text });
        }
    }
    Ok(())
}
