use accounts::cli;
use clap::{Args, Subcommand};
use kernel::Text;
use serde_json::json;
use uuid::Uuid;

use super::{
    Array, Outcome,
    account::refused,
    say,
    tongue::{misused, tf},
};
use crate::settings::Where;

/// Make, list and revoke tokens with which programs act for an account
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  lianluo token issue 谭雪梅 --name reports --days 90\n  lianluo token list 谭雪梅 --json"
)]
pub struct Token {
    #[command(flatten)]
    place: Where,
    /// Print JSON
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
    /// Make a token; it is printed once
    #[command(after_help = "Example:\n  lianluo token issue 谭雪梅 --name reports --days 90")]
    Issue {
        /// Sign-in name, mobile number or identity
        account: String,
        /// Which program it is for
        #[arg(long)]
        name: String,
        /// Days it is good, 366 at most
        #[arg(long, default_value_t = 90)]
        days: i32,
    },
    /// List the tokens in force
    #[command(after_help = "Example:\n  lianluo token list 谭雪梅 --json")]
    List {
        /// Sign-in name, mobile number or identity
        account: String,
    },
    /// Revoke a token
    #[command(after_help = "Example:\n  lianluo token revoke 谭雪梅 019a5d3e-7c00-7000-8000-000000000000")]
    Revoke {
        /// Sign-in name, mobile number or identity
        account: String,
        /// The token's identity, from `token list`
        token: Uuid,
    },
}

impl Token {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let site = self.place.site().await?;
        let json = self.json;
        let done = match self.verb {
            Verb::Issue { account, name, days } => {
                let name = Text::parse(&name).map_err(|_| misused("cli-wrong-name").with("most", 40))?;
                cli::issue_token(&site, &account, &name, days).await.map(|issued| {
                    if json {
                        say(json!({"id": issued.id, "token": issued.text, "expires": issued.expires.to_string()}));
                    } else {
                        say(&issued.text);
                    }
                })
            }
            Verb::List { account } => cli::list_tokens(&site, &account).await.map(|tokens| list(tokens, json)),
            Verb::Revoke { account, token } => cli::revoke_token(&site, &account, token).await,
        };
        match done {
            Ok(()) => Ok(Outcome::Done),
            Err(problem) => refused(&problem),
        }
    }
}

fn list(tokens: Vec<accounts::tokens::Token>, json: bool) {
    let mut array = Array::new();
    for token in tokens {
        let (expires, used) = (token.expires.to_string(), token.last_used.map(|at| at.to_string()));
        if json {
            array.item(&json!({"id": token.id, "name": token.name, "expires": expires, "last_used": used}));
        } else {
            let values = [
                ("id", token.id.to_string()),
                ("name", token.name),
                ("until", expires),
                ("used", used.unwrap_or_else(|| "–".to_owned())),
            ];
            say(tf("cli-token-line", values));
        }
    }
    if json {
        array.end();
    }
}
