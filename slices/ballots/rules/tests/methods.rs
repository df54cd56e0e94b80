//! Standing methods: settings laid over what is usual, and what no method can say.

use ballots_rules::{
    paper::{Assembly, Kind, Laid, Method, Refusal, Setting},
    round::{Bar, Base, Rule, TieNext, WriteInRule},
};
use kernel::Text;
use law_rules::Word as _;

fn method(laid: &[(Setting, &str)], secret: bool) -> Method {
    let one = |(setting, word): &(Setting, &str)| Laid {
        setting: *setting,
        word: Text::parse(word).unwrap(),
        article: Text::parse("第九条").unwrap(),
    };
    let secret = secret.then(|| Text::parse("第八条").unwrap());
    Method { document: Text::parse("《表决办法》").unwrap(), laid: laid.iter().map(one).collect(), secret }
}

#[test]
fn what_a_method_does_not_say_is_as_usual() {
    for assembly in Assembly::ALL {
        for kind in Kind::ALL {
            assert_eq!(method(&[], false).rule(*assembly, *kind, 3), Ok(kind.usual(*assembly, 3)), "{kind:?}");
        }
    }
    let said = method(&[(Setting::Tie, "presidium"), (Setting::Bar, "most"), (Setting::Base, "valid")], false);
    let usual = Kind::Pick.usual(Assembly::Congress, 3);
    let rule = Rule { tie: TieNext::PresidiumDecides, bar: Bar::MostVotes, base: Base::Valid, ..usual };
    assert_eq!(said.rule(Assembly::Congress, Kind::Pick, 3), Ok(rule));
}

#[test]
fn every_word_of_a_setting_is_read_back() {
    for setting in Setting::ALL {
        for word in setting.words() {
            let rule = setting.lay(Rule::assembly(2), word).unwrap();
            assert_eq!(setting.word_of(&rule), Some(word), "{setting:?}");
        }
        assert_eq!(setting.lay(Rule::assembly(2), "usual"), None);
    }
    let half = Rule { bar: Bar::AtLeast(1, 2), ..Rule::assembly(1) };
    assert_eq!(Setting::Bar.word_of(&half), None, "a share without a word");
    let free = WriteInRule { requires_against: false, unmarked_counts: false };
    assert_eq!(Setting::WriteIn.lay(Rule::assembly(1), "free-marked").unwrap().write_in, Some(free));
}

#[test]
fn what_no_method_can_say_is_refused() {
    let of = |kind, laid: &[(Setting, &str)], secret| method(laid, secret).fit(Assembly::Congress, kind);
    for (found, wanted) in [
        (of(Kind::Pick, &[(Setting::Tie, "all"), (Setting::Tie, "again")], false), Err(Refusal::Setting)),
        (of(Kind::Pick, &[(Setting::Tie, "lots")], false), Err(Refusal::Setting)),
        (of(Kind::Pick, &[(Setting::WriteIn, "free")], false), Err(Refusal::WriteInKind)),
        (of(Kind::Election, &[(Setting::WriteIn, "free")], false), Ok(())),
        (of(Kind::Ranking, &[(Setting::Bar, "half")], false), Err(Refusal::Points)),
        (of(Kind::Ranking, &[(Setting::Tie, "presidium")], false), Ok(())),
        (of(Kind::Decision, &[], true), Ok(())),
        (of(Kind::Pick, &[], true), Ok(())),
        (of(Kind::Election, &[], true), Err(Refusal::SecretKind)),
        (of(Kind::Rating, &[], true), Ok(())),
        (of(Kind::Ranking, &[], true), Err(Refusal::SecretKind)),
    ] {
        assert_eq!(found, wanted);
    }
}
