//! People typed by name: who shares the name with somebody else is chosen from those who have it.

use kernel::{AccountId, BodyId};
use kit::{
    Problem, Site,
    web::{Form, Wrong},
};

use crate::queries::people::{self, Staff};

/// Accounts of one name, of which one is to be chosen.
#[derive(Clone, Debug)]
pub struct Namesakes {
    /// The name.
    pub name: String,
    /// The field in which the choice comes.
    pub field: String,
    /// Each account, and by what it is told apart.
    pub options: Vec<(String, String)>,
}

/// What is typed in a form, and whose names several have.
pub struct Typed<'a> {
    site: &'a Site,
    congress: BodyId,
    /// Those to be chosen from, in the order of the form; a choice already made stays.
    pub namesakes: Vec<Namesakes>,
}

impl<'a> Typed<'a> {
    /// Nothing read yet.
    pub const fn of(site: &'a Site, congress: BodyId) -> Self {
        Self { site, congress, namesakes: Vec::new() }
    }

    /// The accounts of names typed a line each. A name of nobody, and one of several of whom none is chosen, is said beside the field.
    pub async fn accounts(&mut self, form: &mut Form, field: &str) -> Result<Vec<AccountId>, Problem> {
        let Some(typed) = form.take::<String>(field) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for name in typed.split(['\n', '、', '，', ',']).map(str::trim).filter(|name| !name.is_empty()) {
            let all = people::staff_named(&mut self.site.db(), self.congress, name).await?;
            match all.as_slice() {
                [one] => found.push(one.account),
                [] => form.refuse(field, Wrong::new("ballots-wrong-nobody").with("name", name)),
                several => match self.chosen(form, name, several).await? {
                    Some(account) => found.push(account),
                    None => form.refuse(field, Wrong::new("ballots-wrong-namesakes").with("name", name)),
                },
            }
        }
        Ok(found)
    }

    /// Whom the form chose of those with a name.
    async fn chosen(&mut self, form: &Form, name: &str, all: &[Staff]) -> Result<Option<AccountId>, Problem> {
        let field = match self.namesakes.iter().find(|one| one.name == name) {
            Some(one) => one.field.clone(),
            None => {
                let field = format!("namesake-{}", self.namesakes.len() + 1);
                let mut options = Vec::new();
                for (at, one) in (1..).zip(all) {
                    let told = people::told_apart(&mut self.site.db(), self.congress, one.account).await?;
                    options.push((one.account.to_string(), format!("{at}. {}", told.join(" "))));
                }
                self.namesakes.push(Namesakes { name: name.to_owned(), field: field.clone(), options });
                field
            }
        };
        let value = form.value(&field);
        Ok(all.iter().map(|one| one.account).find(|account| account.to_string() == value))
    }
}
