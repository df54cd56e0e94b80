//! B3: a device that cheats seals something, and nobody lets it pass.

use ballots_verify::{Check, Flaw, Wish};

use crate::{
    Choices, Credentials, Curve, Election, Group, Question, Refused, Secret, Trustee, admit, archive::Archive,
    ballot::seal_anything, curve, sum_of_keys, trustees_json,
};

/// Chance from a counter and the hash.
fn dice() -> impl FnMut(&mut [u8]) {
    let mut at = 0_u64;
    move |bytes: &mut [u8]| {
        for part in bytes.chunks_mut(32) {
            at += 1;
            let hash = crate::group::hex(&at.to_le_bytes());
            part.copy_from_slice(&hash.as_bytes()[..part.len()]);
        }
    }
}

#[test]
fn values_and_sums_outside_the_limits_are_never_let_in() {
    let mut dice = dice();
    let trustee = Trustee::<Curve>::draw(&mut dice);
    let public = [trustee.public(&mut dice)];
    let answers = || ["a", "b", "c"].map(str::to_owned).to_vec();
    let questions = vec![
        Question::new("one", answers(), 1, 1, false).unwrap(),
        Question::new("two", answers(), 1, 2, true).unwrap(),
    ];
    let election = Election::new("CheatingDevice1", "n", "d", questions, sum_of_keys(&public)).unwrap();
    let secret = Secret::<Curve>::draw(&mut dice);
    let credentials = Credentials::freeze::<Curve>([secret.credential()]).unwrap();
    let wish = Wish { unfinished: true, ..Wish::default() };
    let mut outcome = |choices: Vec<Vec<u64>>| {
        let ballot = seal_anything(&election, &secret, &Choices::new(choices), &mut dice);
        let (mut archive, mut out) = Archive::begin(1);
        out.extend(archive.setup(election.json(), &trustees_json(&public), &credentials.json()));
        out.extend(archive.ballot(&ballot));
        let failed = ballots_verify::verify(&*out, &wish).unwrap().failed;
        (admit(&ballot, &election, &credentials).err(), failed.map(|failed| (failed.check, failed.flaw)))
    };
    assert_eq!(outcome(vec![vec![0, 1, 0], vec![1, 0, 0, 0]]), (None, None));
    assert_eq!(outcome(vec![vec![0, 1, 0], vec![0, 1, 1, 0]]), (None, None));
    for choices in [
        vec![vec![2, 0, 0], vec![0, 1, 0, 0]],
        vec![vec![0, 0, 0], vec![0, 1, 0, 0]],
        vec![vec![1, 1, 0], vec![0, 1, 0, 0]],
        vec![vec![1 << 40, 2, 0], vec![0, 1, 0, 0]],
        vec![vec![1, 0, 0], vec![0, 1, 1, 1]],
        vec![vec![1, 0, 0], vec![0, 0, 0, 0]],
        vec![vec![1, 0, 0], vec![1, 1, 0, 0]],
        vec![vec![1, 0, 0], vec![2, 0, 0, 0]],
        vec![vec![1, 0, 0], vec![0, 3, 0, 0]],
    ] {
        let told = outcome(choices.clone());
        assert_eq!(told, (Some(Refused::Proof), Some((Check::Ballots, Flaw::Proof))), "{choices:?}");
    }
}

#[test]
fn numbers_and_points_are_read_in_one_way_only() {
    let most = "7237005577332262213973186563042994240857116359379907606001950938285454250988";
    for (text, fits) in [
        ("0", true),
        ("1", true),
        ("01", false),
        ("", false),
        ("-1", false),
        ("1 ", false),
        (most, true),
        ("7237005577332262213973186563042994240857116359379907606001950938285454250989", false),
        ("99999999999999999999999999999999999999999999999999999999999999999999999999999999", false),
    ] {
        assert_eq!(curve::Curve::scalar(text).map(|number| Curve::written(&number)), fits.then(|| text.to_owned()));
    }
    let point = Curve::shown(&Curve::base(&Curve::number(7)));
    assert!(Curve::point(&point).is_some());
    for bad in [point.to_uppercase(), point[1..].to_owned(), format!("{point}0"), "0".repeat(64), "f".repeat(64)] {
        assert!(Curve::point(&bad).is_none() || bad == point, "{bad}");
    }
}

#[test]
fn the_agreed_vector_opens_as_it_should() {
    let secret = Curve::scalar("912354219669359563789992619991424932634461233716474991397721501567946129989").unwrap();
    let key = Curve::shown(&Curve::base(&secret));
    assert_eq!(key, "6d5c9db7124e3d610ee451624f7b03ff2eacd47bb9dac0b97bf500f3703c8f57");
    let opened = |alpha: &str, beta: &str| {
        let (alpha, beta) = (Curve::point(alpha).unwrap(), Curve::point(beta).unwrap());
        Curve::sub(&beta, &Curve::mul(&secret, &alpha))
    };
    let first = opened(
        "e08ba5e8010f42637f06352fe6baab0bc328fea0fc7ccfa583263f3db53b7d81",
        "d6b75cb87264d4ae22270df2c2fc8a8cd0d9a6b1ae113e878bce0fad343d46e4",
    );
    assert!(Curve::same(&first, &Curve::base(&Curve::number(1))));
    let second = opened(
        "276fe66a1a53809935e984c3781787e49c5d8e96a0b50d917d0daa553d6b7a96",
        "5a618e9bf15a049d791673368eec96ba5b57c2f98ec3ee51170e3ed90cba4b5e",
    );
    assert!(Curve::same(&second, &Curve::zero()));
}
