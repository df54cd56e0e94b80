//! The settings of one installation: one struct, one TOML file, the environment and the command line over it.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// What an operator sets. Every field has a default that works on one machine.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The folder for SQLite, attachments and the search index, or a `postgres://` address.
    pub data: String,
    /// Where attachments and the search index go when `data` is an address.
    pub files: Option<PathBuf>,
    /// Address and port to listen on.
    pub listen: String,
    /// The address people type, with `https://`; decides whether cookies are marked secure.
    pub public_url: String,
    /// The address of the booth of secret ballots, another origin than this one; empty where there is none.
    pub booth: String,
    /// The name at the top of every page, such as `湖南人大代表联络`; empty for the program's own.
    pub title: String,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// `sha256` or `sm3`.
    pub journal_hash: String,
    /// Mail; none is sent without it.
    pub mail: Option<Mail>,
    /// Whether webhooks may call private addresses and plain http: for a network of the government's own.
    pub private_hooks: bool,
    /// Sign-in through an identity provider.
    pub oidc: Option<Oidc>,
    /// Attachments in an S3 bucket instead of a folder.
    pub s3: Option<S3>,
    /// The folder with the office's own fonts for documents; they come before those of the machine.
    pub fonts: Option<PathBuf>,
    /// Whether this is a demonstration: the sign-in page lists the demonstration accounts.
    pub demonstration: bool,
}

/// How mail leaves.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// `smtp://user:password@host:port`, `smtps://…`, or `folder:PATH` to keep letters as files.
    pub server: String,
    /// The sender's address.
    pub from: String,
}

/// An OpenID Connect provider.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oidc {
    /// The provider's address, as in its discovery document.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there.
    pub client_secret: String,
    /// What the button says.
    pub label: String,
}

/// An S3 bucket.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3 {
    /// The address of the service.
    pub endpoint: String,
    /// The bucket.
    pub bucket: String,
    /// The region; any text for services that have none.
    pub region: String,
    /// The key's name.
    pub access_key: String,
    /// The key.
    pub secret_key: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: "lianluo-data".to_owned(),
            files: None,
            listen: "127.0.0.1:8080".to_owned(),
            public_url: String::new(),
            booth: String::new(),
            title: String::new(),
            trusted_proxies: Vec::new(),
            journal_hash: "sha256".to_owned(),
            mail: None,
            private_hooks: false,
            oidc: None,
            s3: None,
            fonts: None,
            demonstration: false,
        }
    }
}

impl Config {
    /// The folder for attachments and the search index.
    #[must_use]
    pub fn files(&self) -> PathBuf {
        match (self.files.clone(), crate::db::Place::parse(&self.data)) {
            (Some(folder), _) | (None, crate::db::Place::Folder(folder)) => folder,
            (None, crate::db::Place::Address(_)) => PathBuf::from("lianluo-data"),
        }
    }

    /// Whether people reach the site by https.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}
