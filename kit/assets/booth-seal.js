// The secret ballot: sealing. What was chosen is encrypted (ElGamal), proved to be allowed, and signed with the credential,
// byte for byte as slices/ballots/seal does it. A secret number s has the public half s·g; a choice m under the key y is (r·g, r·y + m·g).
(function (booth) {
  "use strict";
  const curve = booth.curve, of = curve.of;

  function pair(points) { return points[0] + "," + points[1]; }

  async function challenge(what) { return of(booth.number(await booth.hash(what))); }

  function written(challenge, response) { return { challenge: challenge.toString(), response: response.toString() }; }

  // Proves to know the secret number of a public half.
  async function knows(secret, what) {
    const drawn = curve.draw(), asked = await challenge(what + curve.shown([curve.base(drawn)])[0]);
    return written(asked, of(drawn - secret * asked));
  }

  // Proves that one branch is true without telling which; every branch takes the same steps. A branch knows the chance used to encrypt,
  // how far the number is from the one it claims, and 1 where it is true. A feigned branch begins with its challenge and response.
  async function one_of(branches, key, what) {
    const drawn = [], points = [];
    let total = 0n;
    for (const branch of branches) {
      const feigned = of((1n - branch.is) * curve.draw()), response = curve.draw(), sum = of(response + branch.chance * feigned);
      points.push(curve.base(sum), curve.add(curve.by_table(sum, key), curve.base(of(branch.off * feigned))));
      total += feigned;
      drawn.push([feigned, response]);
    }
    const missing = of(await challenge(what + curve.shown(points).join(",")) - total);
    return branches.map(function (branch, at) {
      const own = branch.is * missing;
      return written(of(drawn[at][0] + own), of(drawn[at][1] - own * branch.chance));
    });
  }

  // That a number is a certain one; proved only where `is` says so.
  function branch(hidden, certain, is) { return { chance: hidden.chance, off: BigInt(hidden.number - certain), is: BigInt(is ? 1 : 0) }; }

  function hide(number, key) {
    const chance = curve.draw(), points = [curve.base(chance), curve.add(curve.by_table(chance, key), curve.base(BigInt(number)))];
    return { number, chance, points, shown: curve.shown(points) };
  }

  function sum_of(hidden) {
    return hidden.reduce(function (sum, one) {
      return { number: sum.number + one.number, chance: of(sum.chance + one.chance), points: [0, 1].map(function (at) { return curve.add(sum.points[at], one.points[at]); }) };
    }, { number: 0, chance: 0n, points: [curve.zero, curve.zero] });
  }

  function within(question, sum, is) {
    const all = [];
    for (let certain = question.min; certain <= question.max; certain += 1) { all.push(branch(sum, certain, is && sum.number === certain)); }
    return all;
  }

  // As many answers as may be; where a blank may be given, either it and nothing beside it, or as many as may be.
  async function overall(question, hidden, key, context) {
    const blank = question.blank ? hidden[0] : undefined, sum = sum_of(question.blank ? hidden.slice(1) : hidden);
    if (!blank) {
      return { overall_proof: await one_of(within(question, sum, true), key, "prove|" + context + "|" + pair(curve.shown(sum.points)) + "|") };
    }
    const given = blank.number === 1, nothing = [branch(blank, 0, !given), branch(sum, 0, given)];
    const alone = await one_of(nothing, key, "bproof0|" + context + "|");
    const many = [branch(blank, 1, given)].concat(within(question, sum, !given));
    return { overall_proof: await one_of(many, key, "bproof1|" + context + "|"), blank_proof: alone };
  }

  async function answer(question, chosen, key, context) {
    const hidden = chosen.map(function (number) { return hide(number, key); }), individual = [];
    for (const one of hidden) {
      const either = [0, 1].map(function (certain) { return branch(one, certain, one.number === certain); });
      individual.push(await one_of(either, key, "prove|" + context + "|" + pair(one.shown) + "|"));
    }
    const all = context + "|" + hidden.map(function (one) { return pair(one.shown); }).join(",");
    const choices = hidden.map(function (one) { return { alpha: one.shown[0], beta: one.shown[1] }; });
    const message = Object.assign({ choices, individual_proofs: individual }, await overall(question, hidden, key, all));
    return { message, chances: hidden.map(function (one) { return one.chance.toString(); }) };
  }

  // Whether choices are such as the questions allow: for each answer 0 or 1, the blank before them.
  function fits(questions, choices) {
    return choices.length === questions.length && questions.every(function (question, at) {
      const chosen = choices[at], answers = question.blank ? chosen.slice(1) : chosen;
      const sum = answers.reduce(function (sum, one) { return sum + one; }, 0);
      const bits = chosen.every(function (one) { return one === 0 || one === 1; });
      if (!bits || answers.length !== question.answers.length) { return false; }
      return question.blank && chosen[0] === 1 ? sum === 0 : sum >= question.min && sum <= question.max;
    });
  }

  // What everybody knows of a vote, read from its published text; undefined if it is none that this script can seal for.
  async function election(text) {
    const read = JSON.parse(text), key = curve.point(read.public_key);
    const known = read.version === 1 && read.group === "Ed25519" && key && !curve.same(key, curve.zero) && Array.isArray(read.questions);
    return known ? { uuid: read.uuid, hash: await booth.mark(text), questions: read.questions, key: curve.table(key) } : undefined;
  }

  // Whether these trustees alone, each of whom knows its part, hold the key of the vote: under any other key somebody else could open ballots.
  async function held(election, trustees) {
    let sum = curve.zero;
    for (const [kind, one] of JSON.parse(trustees)) {
      const key = curve.point(one.public_key), asked = BigInt(one.pok.challenge), answer = BigInt(one.pok.response);
      if (kind !== "Single" || !key) { return false; }
      const first = curve.add(curve.base(of(answer)), curve.multiple(of(asked), key));
      if (await challenge("pok|Ed25519|" + one.public_key + "|" + curve.shown([first])[0]) !== asked) { return false; }
      sum = curve.add(sum, key);
    }
    return curve.same(sum, curve.point(JSON.parse(election).public_key));
  }

  // Seals without looking whether the choices fit: its proofs hold only for choices that do. The chances are for a trial seal alone.
  async function seal_anything(election, secret, choices) {
    const credential = curve.shown([curve.base(secret)])[0], context = election.hash + "|" + credential, answers = [], chances = [];
    for (let at = 0; at < choices.length; at += 1) {
      const made = await answer(election.questions[at], choices[at], election.key, context);
      answers.push(made.message);
      chances.push(made.chances);
    }
    const ballot = { election_uuid: election.uuid, election_hash: election.hash, credential, answers };
    const hash = await booth.mark(JSON.stringify(ballot));
    ballot.signature = { hash, proof: await knows(secret, "sig|" + hash + "|") };
    const text = JSON.stringify(ballot);
    return { text, tracker: await booth.mark(text), chances };
  }

  async function seal(election, secret, choices) {
    if (!fits(election.questions, choices)) { throw new Error("these choices are not allowed"); }
    return seal_anything(election, secret, choices);
  }

  // A credential: a secret number with its public half as it stands in the list.
  function credential() {
    const secret = curve.draw();
    return { secret: secret.toString(), shown: curve.shown([curve.base(secret)])[0] };
  }

  // The hash of the setup as the hall's screen shows it: of the first event of the archive, computed from its three texts.
  async function setup(texts) {
    const [election, trustees, credentials] = await Promise.all(texts.map(booth.digest));
    const index = await booth.digest('{"election":"' + election + '","trustees":"' + trustees + '","credentials":"' + credentials + '"}');
    return booth.digest('{"height":0,"type":"Setup","payload":"' + index + '"}');
  }

  Object.assign(booth, { election, held, seal, seal_anything, fits, credential, setup });
})(window.booth);
