use accounts::{activation::Slip, cli};
use accounts_rules::{Duty, Phone};
use clap::{Args, Subcommand};
use kernel::{Refused, Text};
use kit::Problem;
use serde_json::json;

use super::{
    Array, Outcome, complain, say,
    tongue::{lang, misused, t, tf},
};
use crate::settings::Where;

/// Open, list, reset and close accounts
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  lianluo account add 周海燕 --duty operator\n  \
                        lianluo account add 谭雪梅 --duty clerk --body 岳麓区人民代表大会常务委员会联络工作委员会\n  \
                        lianluo account add-deputies 岳麓区人民代表大会\n  lianluo account reset 谭雪梅")]
pub struct Account {
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
    /// Open an account and print its activation code
    #[command(
        after_help = "Example:\n  lianluo account add 谭雪梅 --duty clerk --body 岳麓区人民代表大会常务委员会联络工作委员会 --data /var/lib/lianluo"
    )]
    Add {
        /// The name to greet
        name: String,
        /// deputy's posts follow from the roster; one of clerk, chief, leader, street, transfer, unit_clerk, unit_head, keeper, operator
        #[arg(long)]
        duty: String,
        /// The body, by exact name or identity; not for an operator
        #[arg(long)]
        body: Option<String>,
        /// The name to sign in with, if another
        #[arg(long)]
        sign_in: Option<String>,
        /// A mobile number to sign in with
        #[arg(long)]
        phone: Option<String>,
    },
    /// Open accounts for all deputies of a congress who have none, and print their codes
    #[command(after_help = "Example:\n  lianluo account add-deputies 岳麓区人民代表大会 --json >codes.jsonl")]
    AddDeputies {
        /// The congress, by exact name or identity
        congress: String,
    },
    /// List accounts
    #[command(after_help = "Example:\n  lianluo account list 谭 --json")]
    List {
        /// Only those whose sign-in name begins so
        #[arg(default_value = "")]
        name: String,
    },
    /// Print a new activation code; the present password stays good until it is used
    #[command(after_help = "Example:\n  lianluo account activate-code 谭雪梅")]
    ActivateCode {
        /// Sign-in name, mobile number or identity
        account: String,
    },
    /// For a lost password and telephone: end sessions, take six-digit codes away, print a new activation code
    #[command(after_help = "Example:\n  lianluo account reset 13800000000")]
    Reset {
        /// Sign-in name, mobile number or identity
        account: String,
    },
    /// Close an account
    #[command(after_help = "Example:\n  lianluo account disable 谭雪梅")]
    Disable {
        /// Sign-in name, mobile number or identity
        account: String,
    },
}

impl Account {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        // The first account is opened on a place where there is nothing yet.
        let site =
            if matches!(self.verb, Verb::Add { .. }) { self.place.made().await? } else { self.place.site().await? };
        let json = self.json;
        let slip = match self.verb {
            Verb::Add { name, duty, body, sign_in, phone } => match new(&name, &duty, body, sign_in, phone) {
                Ok(new) => cli::add(&site, new).await,
                Err(wrong) => return Err(wrong.into()),
            },
            Verb::AddDeputies { congress } => {
                return match cli::add_deputies(&site, &congress).await {
                    Ok(opened) => {
                        opened.slips.iter().for_each(|slip| print(slip, json));
                        let count = opened.slips.len().to_string();
                        let (had, higher) = (opened.had.to_string(), opened.higher.to_string());
                        eprintln!("{}", tf("cli-account-opened", [("count", count), ("had", had), ("higher", higher)]));
                        Ok(Outcome::Done)
                    }
                    Err(problem) => refused(&problem),
                };
            }
            Verb::List { name } => {
                let mut array = Array::new();
                cli::list(&site, &name, |line| {
                    let (_, state) = line.badge();
                    if json {
                        let word = state.trim_start_matches("accounts-state-");
                        array.item(&json!({"id": line.id, "name": line.name, "sign_in": line.sign_in, "state": word}));
                    } else {
                        say(format_args!("{}  {}  {}  {}", line.id, line.sign_in, line.name, t(state)));
                    }
                })
                .await?;
                if json {
                    array.end();
                }
                return Ok(Outcome::Done);
            }
            Verb::ActivateCode { account } => cli::activation_code(&site, &account).await,
            Verb::Reset { account } => cli::reset(&site, &account).await,
            Verb::Disable { account } => {
                return match cli::disable(&site, &account).await {
                    Ok(()) => Ok(Outcome::Done),
                    Err(problem) => refused(&problem),
                };
            }
        };
        match slip {
            Ok(slip) => {
                print(&slip, json);
                Ok(Outcome::Done)
            }
            Err(problem) => refused(&problem),
        }
    }
}

fn new(
    name: &str,
    duty: &str,
    body: Option<String>,
    sign_in: Option<String>,
    phone: Option<String>,
) -> Result<cli::New, Refused> {
    let name = Text::parse(name).map_err(|_| misused("cli-wrong-name").with("most", 40))?;
    let sign_in = sign_in.as_deref().map(Text::parse).transpose();
    let sign_in = sign_in.map_err(|_| misused("cli-wrong-name").with("most", 40))?;
    let phone = phone.as_deref().map(Phone::parse).transpose().map_err(|_| misused("accounts-phone-unreadable"))?;
    let duty: Duty = duty.parse().map_err(|_| misused("cli-wrong-duty").with("duty", duty))?;
    Ok(cli::New { name, sign_in, phone, duty, body })
}

fn print(slip: &Slip, json: bool) {
    if json {
        say(json!({"account": slip.account, "name": slip.name, "sign_in": slip.sign_in,
                   "code": slip.code.to_string(), "good_until": slip.last_day().to_string()}));
    } else {
        let values = [
            ("name", slip.name.clone()),
            ("sign-in", slip.sign_in.clone()),
            ("code", slip.code.to_string()),
            ("day", slip.last_day().to_string()),
        ];
        say(tf("cli-account-slip", values));
    }
}

/// A refusal: said on the error stream, exit code 1; a fault is a fault.
pub(super) fn refused(problem: &Problem) -> anyhow::Result<Outcome> {
    match problem {
        Problem::Fault(fault) => anyhow::bail!("{fault}"),
        other => no(&cli::words(other, lang())),
    }
}

fn no(words: &str) -> anyhow::Result<Outcome> {
    complain(words);
    Ok(Outcome::No)
}
