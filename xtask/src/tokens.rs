//! Strings and calls of a program, found in its tokens: comments are no strings, macros are seen through.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A string that stands in the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its line, from 1.
    pub line: usize,
    /// What it says, escapes resolved.
    pub says: String,
    /// The function or macro (`format!`) it is handed to; empty where there is none.
    pub to: String,
    /// Whether it is the first thing handed over.
    pub first: bool,
}

/// A call of a function or macro.
#[derive(Clone, Debug)]
pub struct Call {
    /// `tf`, `format!`.
    pub name: String,
    /// What is handed over.
    pub with: TokenStream,
    /// The names handed over by `.with("name", …)` straight behind the call; nothing where it is only given a name.
    pub then: Option<Vec<String>>,
}

/// What was found in a file, tests left out.
#[derive(Debug, Default)]
pub struct Found {
    /// Every string.
    pub texts: Vec<Text>,
    /// Every call.
    pub calls: Vec<Call>,
}

/// Looks through a program.
///
/// # Errors
/// When it is no Rust.
pub fn find(program: &str) -> Result<Found, String> {
    let tokens: TokenStream = program.parse().map_err(|e| format!("cannot be read as Rust: {e}"))?;
    let mut found = Found::default();
    walk(tokens, "", &mut found);
    Ok(found)
}

/// The string of a token, if it is one.
pub fn string(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|text| text.value())
}

fn walk(tokens: TokenStream, to: &str, found: &mut Found) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    let mut names: Vec<String> = Vec::new();
    while let [token, after @ ..] = rest {
        rest = after;
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => rest = attribute(after),
            TokenTree::Group(group) => {
                let name = called(&names);
                if !name.is_empty() && group.delimiter() != Delimiter::Brace {
                    found.calls.push(Call { name: name.clone(), with: group.stream(), then: chained(after) });
                }
                walk(group.stream(), &name, found);
            }
            TokenTree::Literal(literal) => {
                if let Some(says) = string(token) {
                    let first = names.is_empty();
                    found.texts.push(Text { line: literal.span().start().line, says, to: to.to_owned(), first });
                }
            }
            _ => {}
        }
        names.push(match token {
            TokenTree::Ident(ident) => ident.to_string(),
            TokenTree::Punct(mark) => mark.as_char().to_string(),
            TokenTree::Group(_) | TokenTree::Literal(_) => String::new(),
        });
    }
}

/// The name right before a bracket: `f`, `format!`, or nothing.
fn called(names: &[String]) -> String {
    let is_name = |name: &String| name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    match names {
        [.., name, bang] if bang == "!" && is_name(name) => format!("{name}!"),
        [.., name] if is_name(name) => name.clone(),
        _ => String::new(),
    }
}

/// Behind `#`: leaves out the attribute, and behind `#[cfg(test)]` also the thing it stands before.
fn attribute(after: &[TokenTree]) -> &[TokenTree] {
    let after = match after {
        [TokenTree::Punct(mark), rest @ ..] if mark.as_char() == '!' => rest,
        _ => after,
    };
    let [TokenTree::Group(group), rest @ ..] = after else { return after };
    if is_doc(group) {
        return rest;
    }
    if group.stream().to_string().replace(' ', "") != "cfg(test)" {
        return after;
    }
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        _ => false,
    };
    let skipped = rest.iter().position(ends).map_or(rest.len(), |end| end + 1);
    rest.get(skipped..).unwrap_or_default()
}

fn is_doc(group: &Group) -> bool {
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == "doc")
}

/// The names of `.with("name", …).with(…)`; nothing where the statement ends here and more may follow elsewhere.
fn chained(mut after: &[TokenTree]) -> Option<Vec<String>> {
    let mut names = Vec::new();
    while let [TokenTree::Punct(dot), TokenTree::Ident(with), TokenTree::Group(group), rest @ ..] = after {
        if dot.as_char() != '.' || with != "with" {
            break;
        }
        names.extend(group.stream().into_iter().next().as_ref().and_then(string));
        after = rest;
    }
    let named = matches!(after, [TokenTree::Punct(end), ..] if end.as_char() == ';');
    (!named).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(program: &str) -> Vec<String> {
        find(program).unwrap().texts.into_iter().map(|text| text.says).collect()
    }

    #[test]
    fn strings_in_macros_are_seen_and_comments_are_not() {
        let program = "/// \"a\"\nfn f() { // \"b\"\n  g!(x => \"c\"); h(&[(\"d\", 1)]); r#\"e\"#; }";
        assert_eq!(says(program), ["c", "d", "e"]);
    }

    #[test]
    fn tests_are_left_out() {
        assert_eq!(
            says("const A: &str = \"a\"; #[cfg(test)] mod tests { const B: &str = \"b\"; } const C: &str = \"c\";"),
            ["a", "c"]
        );
    }

    #[test]
    fn a_string_knows_what_it_is_handed_to() {
        let found = find("fn f() { x.bulk(\"area\", 1); format!(\"select {}\", \"b\") }").unwrap();
        let told: Vec<_> = found.texts.iter().map(|t| (t.to.as_str(), t.first)).collect();
        assert_eq!(told, [("bulk", true), ("format!", true), ("format!", false)]);
    }

    #[test]
    fn values_handed_over_behind_a_call_are_seen() {
        let found = find("fn f() { Refused::new(K, \"a-b\").with(\"day\", d).with(\"name\", n) }").unwrap();
        let call = found.calls.iter().find(|call| call.name == "new").unwrap();
        assert_eq!(call.then.as_deref().unwrap(), ["day", "name"]);
    }
}
