//! Who carries letters and calls out of the house.

use std::{
    path::{Path, PathBuf},
    time::{Duration, UNIX_EPOCH},
};

use kernel::Moment;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{MultiPart, header::ContentType},
};
use tokio::{fs, io::AsyncWriteExt};

use super::{
    Letter, SendingId,
    headers::{AutoSubmitted, ListUnsubscribe, ListUnsubscribePost},
    reach::{Checked, Reach},
};
use crate::{Fault, config::Config};

/// Carries letters and calls.
pub struct Courier {
    mail: Option<(Way, String)>,
    pub(super) http: reqwest::Client,
    pub(super) reach: Reach,
}

enum Way {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(PathBuf),
}

/// Longest a call may take: answers beyond it are taken for none.
const CALL: Duration = Duration::from_secs(15);
const CONNECT: Duration = Duration::from_secs(5);

/// Chooses ring for all TLS of this process. Called before the first connection; again, it does nothing.
pub fn install_tls() {
    // An error says that one is installed already.
    let _already = rustls::crypto::ring::default_provider().install_default();
}

impl Courier {
    /// A courier as the settings want it.
    ///
    /// # Errors
    /// When the mail server's address cannot be read.
    pub fn new(config: &Config) -> Result<Self, Fault> {
        install_tls();
        let reach = if config.private_hooks { Reach::Private } else { Reach::Public };
        let http = reqwest::Client::builder()
            .user_agent(concat!("lianluo/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .dns_resolver(Checked(reach))
            .connect_timeout(CONNECT)
            .timeout(CALL)
            .build()
            .map_err(|e| Fault::caused("calls to other systems cannot be prepared", e))?;
        let mail =
            config.mail.as_ref().map(|mail| Ok::<_, Fault>((way(&mail.server)?, mail.from.clone()))).transpose()?;
        Ok(Self { mail, http, reach })
    }

    /// Hands a letter to the mail server, or lays it in the folder.
    pub(super) async fn mail(&self, id: SendingId, letter: &Letter, at: Moment) -> Result<(), Fault> {
        let Some((way, from)) = &self.mail else { return Err(Fault::new("no mail server is named in the settings")) };
        let message = message(id, letter, from, at)?;
        match way {
            Way::Smtp(server) => {
                server.send(message).await.map(|_| ()).map_err(|e| Fault::caused("the mail was not taken", e))
            }
            Way::Folder(folder) => lay_in(folder, id, &message.formatted()).await,
        }
    }
}

fn way(server: &str) -> Result<Way, Fault> {
    if let Some(folder) = server.strip_prefix("folder:") {
        return Ok(Way::Folder(PathBuf::from(folder)));
    }
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server)
        .map_err(|e| Fault::caused("the mail server's address in the settings cannot be read", e))?;
    Ok(Way::Smtp(Box::new(transport.timeout(Some(CALL)).build())))
}

fn message(id: SendingId, letter: &Letter, from: &str, at: Moment) -> Result<Message, Fault> {
    let mailbox = |text: &str| text.parse().map_err(|e| Fault::caused("a mail address cannot be read", e));
    let host = from.rsplit_once('@').map_or("localhost", |(_, host)| host.trim_end_matches('>'));
    let since = Duration::from_millis(u64::try_from(at.millis()).unwrap_or(0));
    let mut head = Message::builder()
        .from(mailbox(from)?)
        .to(mailbox(&letter.to)?)
        .subject(letter.subject.as_str())
        .message_id(Some(format!("<{id}@{host}>")))
        .date(UNIX_EPOCH + since)
        .header(AutoSubmitted("auto-generated".to_owned()));
    if let Some(leave) = &letter.leave {
        head = head.header(ListUnsubscribe(format!("<{leave}>")));
        head = head.header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
    }
    let written = match &letter.html {
        Some(html) => head.multipart(MultiPart::alternative_plain_html(letter.text.clone(), html.clone())),
        None => head.header(ContentType::TEXT_PLAIN).body(letter.text.clone()),
    };
    written.map_err(|e| Fault::caused("the letter cannot be written", e))
}

async fn lay_in(folder: &Path, id: SendingId, letter: &[u8]) -> Result<(), Fault> {
    fs::create_dir_all(folder).await?;
    let (unfinished, finished) = (folder.join(format!("{id}.part")), folder.join(format!("{id}.eml")));
    let mut file = fs::File::create(&unfinished).await?;
    file.write_all(letter).await?;
    file.sync_all().await?;
    Ok(fs::rename(unfinished, finished).await?)
}
