#!/usr/bin/env python3
"""Checks the archive of a secret ballot with nothing but Python's standard library.

Written from the description of the format, in another language and with its own arithmetic, so that the program that holds the
vote is not the only one that says it was held rightly.  Usage: verify.py [--strict] ARCHIVE.bel|FOLDER...  Exit code: 0 all good,
1 a check failed, 2 cannot be read.  Groups: Ed25519, BELENIOS-2048.  A folder is checked with what was published beside its archive.
Proofs of decryption in the form of Belenios 1 can be forged by a trustee and the last voter together: they are taken of strangers, and
said so; not with --strict, nor where the description promises better ones beside the archive, which a folder then has to have.
"""
import base64
import hashlib
import json
import os
import re
import sys


class Refused(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Refused(what)


# --- the curve: points as (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z -----------------------------------------------

class Ed25519:
    name = "Ed25519"
    p = 2**255 - 19
    q = 2**252 + 27742317777372353535851937790883648493
    d = -121665 * pow(121666, -1, p) % p
    root = pow(2, (p - 1) // 4, p)
    zero = (0, 1, 1, 0)

    def __init__(self):
        self.seen = {}
        self.g = self.lift(4 * pow(5, -1, self.p) % self.p, 0)
        self.table = {}

    def lift(self, y, sign):
        p = self.p
        square = (y * y - 1) * pow(self.d * y * y + 1, -1, p) % p
        x = pow(square, (p + 3) // 8, p)
        if (x * x - square) % p:
            x = x * self.root % p
        need((x * x - square) % p == 0, "point not on the curve")
        need(x or not sign, "point written in two ways")
        if x & 1 != sign:
            x = p - x
        return (x, y, 1, x * y % p)

    def add(self, a, b):
        p = self.p
        m, n = (a[1] - a[0]) * (b[1] - b[0]) % p, (a[1] + a[0]) * (b[1] + b[0]) % p
        t, z = 2 * self.d * a[3] * b[3] % p, 2 * a[2] * b[2] % p
        e, f, g, h = n - m, z - t, z + t, n + m
        return (e * f % p, g * h % p, f * g % p, e * h % p)

    def neg(self, a):
        return (-a[0] % self.p, a[1], a[2], -a[3] % self.p)

    def mul(self, k, a):
        # windows of four bits; what is multiplied often keeps its small table
        small = self.table.get(a)
        if small is None:
            small = [self.zero, a]
            for _ in range(14):
                small.append(self.add(small[-1], a))
            if len(self.table) < 4096:
                self.table[a] = small
        out = self.zero
        for at in range((k.bit_length() + 3) // 4 * 4 - 4, -1, -4):
            for _ in range(4):
                out = self.add(out, out)
            out = self.add(out, small[k >> at & 15])
        return out

    def same(self, a, b):
        return (a[0] * b[2] - b[0] * a[2]) % self.p == 0 and (a[1] * b[2] - b[1] * a[2]) % self.p == 0

    def read(self, text):
        need(isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text), "no point")
        number = int(text, 16)
        y = number & (2**255 - 1)
        need(y < self.p, "point not canonical")
        point = self.lift(y, number >> 255)
        need(self.same(self.mul(self.q, point), self.zero), "point of small order inside")
        return point

    def write(self, a):
        inverse = pow(a[2], -1, self.p)
        x, y = a[0] * inverse % self.p, a[1] * inverse % self.p
        return "%064x" % (y | (x & 1) << 255)


# --- numbers modulo a prime ------------------------------------------------------------------------------------------

class Belenios2048:
    name = "BELENIOS-2048"
    p = int(
        "2069478569142254640101364365750500806492298929575110409710088478705737421924271740192223725449768433"
        "8129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049"
        "0811670993105358677809800307904916540637771737641986785272734744763418356000356983051931442845617019"
        "1100078673730733356412397173289791324047457883446826065232797464795113767265869358218004631792207366"
        "8860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201"
        "3204811188524087310770141516662001623131771693721892480785077118278423174980732765988288251691831031"
        "25680162072880719")
    q = 78571733251071885079927659812671450121821421258408794611510081919805623223441
    g = int(
        "2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678"
        "7996946682987493890950838965734256019006010684771644917354741372831046104586813145117816467554005274"
        "0288984613986453266121505579709716201616827031288643245666383486363578210615491841998253431518974065"
        "8186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982"
        "6651036068224066350766977640253462537730851331734951942489677540525736590494924776314759915751987751"
        "7771148149092045660020547812705472823814097251863985833411570056835369555342378147558249189605029668"
        "0037745308460627")
    zero = 1

    def add(self, a, b):
        return a * b % self.p

    def neg(self, a):
        return pow(a, -1, self.p)

    def mul(self, k, a):
        return pow(a, k, self.p)

    def same(self, a, b):
        return a == b

    def read(self, text):
        need(isinstance(text, str) and re.fullmatch("[1-9][0-9]{0,616}", text), "no number")
        number = int(text)
        need(number < self.p and pow(number, self.q, self.p) == 1, "number outside the group")
        return number

    def write(self, a):
        return str(a)


# --- text ------------------------------------------------------------------------------------------------------------

def pairs(items):
    need(len({key for key, _ in items}) == len(items), "a name stands twice")
    return dict(items)


def parse(raw, strict=True):
    """Reads JSON; what is written again must be the same bytes.  Texts for people may be escaped in other ways, and nothing else."""
    try:
        text = raw.decode("utf-8")
        value = json.loads(text, object_pairs_hook=pairs)
        again = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        again.encode("utf-8")
    except (ValueError, RecursionError) as problem:
        raise Refused("no JSON: %s" % problem) from None
    if not strict:
        text, again = bare(text), bare(again)
    need(again == text, "JSON not canonical")
    return value


def bare(text):
    """Without the texts, but with the names of fields."""
    return re.sub(r'("(?:[^"\\]|\\.)*")(:?)', lambda found: found[0] if found[2] else '""', text, flags=re.DOTALL)


def free(value):
    """A text for people."""
    need(isinstance(value, str) and len(value.encode("utf-8")) <= 20000, "a text was expected")
    return value


def plain(value, raw):
    """A text of printable ASCII that stands in the file as it is."""
    need(isinstance(value, str) and re.fullmatch(r"[ !#-\[\]-~]{0,699}", value), "a plain text was expected")
    need(b'"%s"' % value.encode() in raw, "a plain text is escaped")
    return value


def keys(value, names, may=()):
    need(isinstance(value, dict), "an object was expected")
    have = list(value)
    order = [name for name in names if name in have or name not in may]
    need(have == order, "fields are %s" % have)
    return value


def listed(value, length=None):
    need(isinstance(value, list) and (length is None or len(value) == length), "a list was expected")
    return value


def whole(value, least=0, most=2**40):
    need(type(value) is int and least <= value <= most, "number out of range")
    return value


def b64(raw):
    return base64.b64encode(raw).decode().rstrip("=")


# --- proofs ----------------------------------------------------------------------------------------------------------

BOUND = "Lianluo, with decrypt.jsonl"


class Vote:
    def __init__(self, raw):
        e = parse(raw, strict=False)
        keys(e, ["version", "description", "name", "group", "public_key", "questions", "uuid", "administrator",
                 "credential_authority"], ("administrator", "credential_authority"))
        need(e["version"] == 1 and type(e["version"]) is int, "version is not 1")
        groups = {"Ed25519": Ed25519, "BELENIOS-2048": Belenios2048}
        need(e["group"] in groups, "group is not known")
        self.group = group = groups[e["group"]]()
        self.q, self.uuid = group.q, plain(e["uuid"], raw)
        self.bound = e.get("administrator") == BOUND
        plain(e["group"], raw)
        plain(e["public_key"], raw)
        for name in ("description", "name", "administrator", "credential_authority"):
            free(e.get(name, ""))
        self.phi = b64(hashlib.sha256(raw).digest())
        self.y_text, self.y = e["public_key"], group.read(e["public_key"])
        self.questions = listed(e["questions"])
        need(0 < len(self.questions) <= 256, "number of questions")
        for question in self.questions:
            keys(question, ["answers", "blank", "min", "max", "question"], ("blank",))
            count = len(listed(question["answers"]))
            need(0 < count <= 256, "number of answers")
            whole(question["max"], whole(question["min"], 0, count), count)
            need(question.get("blank", True) is True, "blank is written only where it is true")
            for text in question["answers"] + [question["question"]]:
                free(text)

    def widths(self):
        return [len(question["answers"]) + ("blank" in question) for question in self.questions]

    def hash(self, text):
        return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big") % self.q

    def scalar(self, text):
        need(isinstance(text, str) and re.fullmatch("0|[1-9][0-9]{0,80}", text) and int(text) < self.q, "scalar")
        return int(text)

    def proof(self, value):
        keys(value, ["challenge", "response"])
        return self.scalar(value["challenge"]), self.scalar(value["response"])

    def schnorr(self, value, public, prefix, suffix=""):
        c, r = self.proof(value)
        group = self.group
        a = group.add(group.mul(r, group.g), group.mul(c, public))
        need(self.hash(prefix + group.write(a) + suffix) == c, "proof of knowledge is wrong: " + prefix[:8])

    def minus(self, beta, m):
        return self.group.add(beta, self.group.neg(self.group.mul(m, self.group.g)))

    def either(self, proofs, branches, prefix):
        """One of the branches (alpha, beta) hides zero."""
        group, parts, total = self.group, [], 0
        for value, (alpha, beta) in zip(listed(proofs, len(branches)), branches):
            c, r = self.proof(value)
            a = group.add(group.mul(r, group.g), group.mul(c, alpha))
            b = group.add(group.mul(r, self.y), group.mul(c, beta))
            parts += [group.write(a), group.write(b)]
            total += c
        need(self.hash(prefix + ",".join(parts)) == total % self.q, "proof of a choice is wrong")

    def ciphertext(self, value):
        keys(value, ["alpha", "beta"])
        return self.group.read(value["alpha"]), self.group.read(value["beta"])

    def answer(self, question, value, s0):
        blank = "blank" in question
        keys(value, ["choices", "individual_proofs", "overall_proof"] + ["blank_proof"] * blank)
        written = listed(value["choices"], len(question["answers"]) + blank)
        choices = [self.ciphertext(one) for one in written]
        for (alpha, beta), one, proofs in zip(choices, written, listed(value["individual_proofs"], len(choices))):
            self.either(proofs, [(alpha, self.minus(beta, m)) for m in (0, 1)],
                        "prove|%s|%s,%s|" % (s0, one["alpha"], one["beta"]))
        alpha, beta = self.group.zero, self.group.zero
        for a, b in choices[blank:]:
            alpha, beta = self.group.add(alpha, a), self.group.add(beta, b)
        s = s0 + "|" + ",".join("%s,%s" % (one["alpha"], one["beta"]) for one in written)
        sums = [(alpha, self.minus(beta, m)) for m in range(question["min"], question["max"] + 1)]
        if not blank:
            shown = "%s,%s" % (self.group.write(alpha), self.group.write(beta))
            self.either(value["overall_proof"], sums, "prove|%s|%s|" % (s, shown))
        else:
            a, b = choices[0]
            self.either(value["blank_proof"], [(a, b), (alpha, beta)], "bproof0|%s|" % s)
            self.either(value["overall_proof"], [(a, self.minus(b, 1))] + sums, "bproof1|%s|" % s)
        return choices

    def ballot(self, raw, credentials):
        value = parse(raw)
        keys(value, ["election_uuid", "election_hash", "credential", "answers", "signature"])
        need(value["election_uuid"] == self.uuid and value["election_hash"] == self.phi, "ballot of another vote")
        credential = value["credential"]
        need(credential in credentials, "credential is not in the list")
        answers = listed(value["answers"], len(self.questions))
        s0 = self.phi + "|" + credential
        choices = [self.answer(question, one, s0) for question, one in zip(self.questions, answers)]
        keys(value["signature"], ["hash", "proof"])
        bare = {key: value[key] for key in value if key != "signature"}
        digest = b64(hashlib.sha256(json.dumps(bare, separators=(",", ":")).encode()).digest())
        need(value["signature"]["hash"] == digest, "hash of the ballot is wrong")
        self.schnorr(value["signature"]["proof"], credentials[credential], "sig|%s|" % digest)
        return credential, choices

    # --- trustees ----------------------------------------------------------------------------------------------------

    def public(self, value):
        keys(value, ["pok", "public_key"])
        key = self.group.read(value["public_key"])
        need(not self.group.same(key, self.group.zero), "empty key")
        self.schnorr(value["pok"], key, "pok|%s|%s|" % (self.group.name, value["public_key"]))
        return key

    def signed(self, value, key, names):
        keys(value, ["message", "signature"])
        need(isinstance(value["message"], str), "message")
        message = keys(parse(value["message"].encode()), names)
        key = key or self.group.read(message[names[0]])
        self.schnorr(value["signature"], key, "sigmsg|%s|" % value["message"])
        return message, key

    def trustees(self, raw):
        group = self.group
        self.kinds, self.keys = [], []
        total = group.zero
        entries = listed(parse(raw))
        need(len(entries) <= 100, "number of trustees")
        for entry in entries:
            kind, value = listed(entry, 2)
            need(kind in ("Single", "Pedersen"), "kind of trustee")
            if kind == "Single":
                key = self.public(value)
                self.kinds.append((1, [len(self.keys) + 1]))
                self.keys.append(key)
                total = group.add(total, key)
            else:
                total = group.add(total, self.pedersen(value))
        need(self.keys and group.same(total, self.y), "keys of the trustees do not make the key of the vote")
        need(not group.same(total, group.zero), "empty key of the vote")
        need(len({group.write(key) for key in self.keys}) == len(self.keys), "a key of a trustee twice")

    def pedersen(self, value):
        group = self.group
        keys(value, ["threshold", "certs", "coefexps", "verification_keys"])
        count = len(listed(value["certs"]))
        threshold = whole(value["threshold"], 1, count)
        need(count <= 100, "number of trustees")
        signers = [self.signed(one, None, ["verification", "encryption"])[1] for one in value["certs"]]
        need(len({group.write(key) for key in signers}) == count, "a trustee deals twice")
        rows = []
        for one, key in zip(listed(value["coefexps"], count), signers):
            message, _ = self.signed(one, key, ["coefexps"])
            rows.append([group.read(point) for point in listed(message["coefexps"], threshold)])
        sums = []
        for column in zip(*rows):
            out = group.zero
            for point in column:
                out = group.add(out, point)
            sums.append(out)
        first = len(self.keys)
        for j, one in enumerate(listed(value["verification_keys"], count), 1):
            key, out = self.public(one), group.zero
            for k, point in enumerate(sums):
                out = group.add(out, group.mul(pow(j, k, self.q), point))
            need(group.same(key, out), "verification key is not of the polynomials")
            self.keys.append(key)
        self.kinds.append((threshold, list(range(first + 1, first + count + 1))))
        return sums[0]

    def named(self, key, alpha, factor, proof):
        """Whether a proof of decryption that holds names what is opened and what it opens to."""
        group, (c, r) = self.group, self.proof(proof)
        a = group.add(group.mul(r, group.g), group.mul(c, key))
        b = group.add(group.mul(r, alpha), group.mul(c, factor))
        prefix = "decrypt|%s|%s|" % (self.phi, group.write(key))
        end = group.write(a) + "," + group.write(b)
        if self.hash("%s%s,%s|%s" % (prefix, group.write(alpha), group.write(factor), end)) == c:
            return True
        need(self.hash(prefix + end) == c, "proof of decryption is wrong")
        return False

    def decryption(self, raw, owner, tally, old_may):
        """The factors, and how many of their proofs name neither what is opened nor what it opens to."""
        value = keys(parse(raw), ["decryption_factors", "decryption_proofs"])
        group, key = self.group, self.keys[owner - 1]
        factors, old = [], 0
        rows = listed(value["decryption_factors"], len(tally))
        for row, proofs, column in zip(rows, listed(value["decryption_proofs"], len(tally)), tally):
            out = []
            listed(proofs, len(column))
            for text, proof, (alpha, _) in zip(listed(row, len(column)), proofs, column):
                factor = group.read(text)
                if not self.named(key, alpha, factor, proof):
                    need(old_may, "proof of decryption of the old form, which can be forged")
                    old += 1
                out.append(factor)
            factors.append(out)
        return factors, old

    def combined(self, shares, at, index):
        group, out = self.group, self.group.zero
        for threshold, owners in self.kinds:
            used = [owner for owner in owners if owner in shares][:threshold]
            need(len(used) == threshold, "too few trustees have decrypted")
            base = owners[0] - 1
            for owner in used:
                weight = 1
                if len(owners) > 1 or threshold > 1:
                    for other in used:
                        if other != owner:
                            weight = weight * (other - base) * pow(other - owner, -1, self.q) % self.q
                out = group.add(out, group.mul(weight, shares[owner][at][index]))
        return out


# --- the archive -----------------------------------------------------------------------------------------------------

MEMBER = 40 << 20
WAITING = 128 << 20


class Waiting(dict):
    """Pieces no event has pointed to yet, and how much they take."""
    size = 0


def members(stream):
    while True:
        head = stream.read(512)
        if not head:
            return
        need(len(head) == 512, "cut off")
        size = head[124:136]
        need(re.fullmatch(rb"[0-7]{11}\0", size), "size of a member")
        size = int(size[:11], 8)
        need(size <= MEMBER, "member too large")
        name = head[:100].rstrip(b"\0")
        told = re.fullmatch(rb"([0-7]{6})\0 ", head[148:156])
        need(told and int(told[1], 8) == sum(head) - sum(head[148:156]) + 256, "sum of a header")
        need(head[156:157] in b"0\0" and not head[157:].strip(b"\0"), "not a plain file")
        body = stream.read(size)
        filling = stream.read(-size % 512)
        need(len(body) == size and len(filling) == -size % 512 and not filling.strip(b"\0"), "cut off")
        try:
            yield name.decode("ascii"), body
        except UnicodeDecodeError:
            raise Refused("name of a member") from None


def events(stream):
    """Each event with what it points to; every name is the hash of its content and every event follows its parent."""
    source = members(stream)
    try:
        name, body = next(source, ("", b""))
    except Refused:
        raise OSError("no archive of a vote") from None
    if name != "BELENIOS" or not re.fullmatch(rb'\{"version":1,"timestamp":"[0-9]{1,699}"\}', body):
        raise OSError("no archive of a vote")
    data, height, parent = Waiting(), 0, None
    for name, body in source:
        digest = hashlib.sha256(body).hexdigest()
        if name == digest + ".data.json":
            need(digest not in data, "stored twice")
            data[digest] = body
            data.size += len(body) + 512
            need(data.size <= WAITING, "too much waits")
            continue
        need(name == digest + ".event.json", "name is not the hash of the content")
        event = keys(parse(body), ["parent", "height", "type", "payload"], ("parent", "payload"))
        need(None not in event.values(), "null")
        need(event.get("parent") == parent and whole(event["height"]) == height, "chain is broken at %d" % height)
        parent, height = digest, height + 1
        yield event["type"], event.get("payload"), data, digest
    need(not data, "something is stored that no event points to")
    need(parent, "no events")


def take(data, digest):
    need(digest in data, "what an event points to is missing")
    body = data.pop(digest)
    data.size -= len(body) + 512
    return body


def verify(stream, old_may="refused", once=False):
    vote, credentials, last, taken, stage = None, {}, {}, set(), "Setup"
    tally, shares, weak, result, frozen, old = None, {}, set(), None, None, 0
    for kind, payload, data, digest in events(stream):
        if kind == "Setup" and stage == "Setup":
            setup = keys(parse(take(data, payload)), ["election", "trustees", "credentials"])
            vote = Vote(take(data, setup["election"]))
            vote.trustees(take(data, setup["trustees"]))
            frozen, every = digest, listed(parse(take(data, setup["credentials"])))
            need(len(every) <= 1000000, "number of credentials")
            for one in every:
                point = vote.group.read(one)
                need(one not in credentials, "credential twice")
                credentials[one] = point
                need(not vote.group.same(credentials[one], vote.group.zero), "empty credential")
            stage = "Ballot"
        elif kind == "Ballot" and stage == "Ballot":
            need(payload not in taken, "a ballot twice")
            taken.add(payload)
            credential, choices = vote.ballot(take(data, payload), credentials)
            need(not once or credential not in last, "a second ballot of the same credential")
            last[credential] = choices
        elif kind == "EndBallots" and stage == "Ballot":
            need(payload is None, "the end carries nothing")
            stage = "EncryptedTally"
        elif kind == "EncryptedTally" and stage == "EncryptedTally":
            sized = keys(parse(take(data, payload)), ["num_tallied", "total_weight", "encrypted_tally"])
            need(whole(sized["num_tallied"]) == whole(sized["total_weight"]) == len(last), "number of ballots in the tally")
            stored = parse(take(data, sized["encrypted_tally"]))
            tally = total(vote, last.values())
            shown = [[{"alpha": vote.group.write(a), "beta": vote.group.write(b)} for a, b in row] for row in tally]
            need(stored == shown, "the tally is not the sum of the ballots")
            stage = "PartialDecryption"
        elif kind == "PartialDecryption" and stage == "PartialDecryption":
            value = keys(parse(take(data, payload)), ["owner", "payload"])
            owner = whole(value["owner"], 1, len(vote.keys))
            need(owner not in shares, "a trustee twice")
            may = old_may == "beside" or old_may == "strangers" and not vote.bound
            shares[owner], count = vote.decryption(take(data, value["payload"]), owner, tally, may)
            weak.update([owner] * (count > 0))
            old += count
        elif kind == "Result" and stage == "PartialDecryption":
            result = keys(parse(take(data, payload)), ["result"])["result"]
            counted(vote, tally, shares, result, len(last))
            stage = "end"
        else:
            raise Refused("event %s does not belong here" % kind)
    need(stage == "end", "the archive ends before the result")
    return {"uuid": vote.uuid, "setup": frozen, "credentials": credentials, "seen": len(taken), "voters": len(last),
            "result": result, "old": old, "vote": vote, "tally": tally, "shares": shares, "weak": weak}


def total(vote, ballots):
    group = vote.group
    out = [[(group.zero, group.zero)] * width for width in vote.widths()]
    for ballot in ballots:
        out = [[(group.add(a, c), group.add(b, d)) for (a, b), (c, d) in zip(*rows)] for rows in zip(out, ballot)]
    return out


def counted(vote, tally, shares, result, voters):
    group = vote.group
    for at, (row, column) in enumerate(zip(listed(result, len(tally)), tally)):
        for index, (count, (_, beta)) in enumerate(zip(listed(row, len(column)), column)):
            whole(count, 0, voters)
            plain = group.add(beta, group.neg(vote.combined(shares, at, index)))
            need(group.same(plain, group.mul(count, group.g)), "a total is not what was decrypted")


# --- what is published beside an archive -----------------------------------------------------------------------------

BESIDE = ("rule.json", "rsa.pem", "issue.jsonl", "tokens.jsonl", "confirm.jsonl")
ROLL = "roll.json"
DECRYPT = "decrypt.jsonl"
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b
G = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
     0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)


def p256_add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = 3 * (a[0] * a[0] - 1) * pow(2 * a[1], -1, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def p256_mul(k, a):
    out = None
    for bit in bin(k)[2:]:
        out = p256_add(out, out)
        if bit == "1":
            out = p256_add(out, a)
    return out


def device(key, text, signature):
    """ECDSA over P-256 with SHA-256 (FIPS 186-5 6.4.2)."""
    need(len(key) == 65 and key[0] == 4 and len(signature) == 64, "form of a device key or signature")
    x, y = int.from_bytes(key[1:33], "big"), int.from_bytes(key[33:], "big")
    need(x < P and y < P and (y * y - x * x * x + 3 * x - B) % P == 0, "device key not on the curve")
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    need(0 < r < N and 0 < s < N, "signature out of range")
    e, w = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big"), pow(s, -1, N)
    point = p256_add(p256_mul(e * w % N, G), p256_mul(r * w % N, (x, y)))
    need(point is not None and point[0] % N == r, "signature of a device is wrong")


def modulus(raw):
    """RSA of 3,072 bits with the exponent 65,537, as SubjectPublicKeyInfo."""
    form = rb"-----BEGIN PUBLIC KEY-----\n((?:[A-Za-z0-9+/=]{64}\n)*[A-Za-z0-9+/=]{1,64}\n)-----END PUBLIC KEY-----\n"
    found = re.fullmatch(form, raw)
    need(found, "form of rsa.pem")
    der = b64full(found[1].decode().replace("\n", ""))
    before = bytes.fromhex("308201a2300d06092a864886f70d01010105000382018f003082018a0282018100")
    need(len(der) == 422 and der.startswith(before) and der.endswith(bytes.fromhex("0203010001")), "key in rsa.pem")
    n = int.from_bytes(der[33:417], "big")
    need(n >> 3071 == 1 and n & 1, "modulus in rsa.pem")
    return n


def pss(n, text, token):
    """RSASSA-PSS with SHA-384 and a salt of 48 bytes (RFC 8017 9.1.2)."""
    need(len(token) == 384 and int.from_bytes(token, "big") < n, "form of a token")
    em = pow(int.from_bytes(token, "big"), 65537, n).to_bytes(384, "big")
    masked, told, end = em[:335], em[335:383], em[383]
    mask = b"".join(hashlib.sha384(told + at.to_bytes(4, "big")).digest() for at in range(7))[:335]
    block = bytes(a ^ b for a, b in zip(masked, mask))
    block = bytes([block[0] & 127]) + block[1:]
    need(end == 0xbc and masked[0] < 128 and block[:287] == bytes(286) + b"\1", "token is wrong")
    digest = hashlib.sha384(text.encode()).digest()
    need(hashlib.sha384(bytes(8) + digest + block[287:]).digest() == told, "token is wrong")


def b64full(text):
    need(isinstance(text, str) and re.fullmatch("[A-Za-z0-9+/]*={0,2}", text), "no base64")
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base64 not canonical")
    return raw


def lines(raw, names):
    need(not raw or raw.endswith(b"\n"), "last line without an end")
    rows = raw.split(b"\n")[:-1]
    need(len(rows) <= 1000000, "number of lines")
    return [keys(parse(row), names) for row in rows]


def rising(rows):
    numbers = [whole(row["number"], 0, 2**32 - 1) for row in rows]
    need(all(a < b for a, b in zip(numbers, numbers[1:])), "numbers do not rise")


def hexed(text):
    need(isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text), "no hash")
    return text


def read_rule(raw):
    need(raw.endswith(b"}\n"), "form of rule.json")
    rule = keys(parse(raw[:-1], strict=False), ["version", "vote", "title", "method", "article", "least", "changeable",
                                                "members", "present", "spec", "board_key"])
    need(rule["version"] == 1 and type(rule["version"]) is int, "version of rule.json")
    plain(rule["vote"], raw)
    for name in ("title", "method", "article"):
        free(rule[name])
    for name in ("least", "members", "present"):
        whole(rule[name], 0, 1000000)
    need(type(rule["changeable"]) is bool, "changeable in rule.json")
    for name in ("spec", "board_key"):
        plain(hexed(rule[name]), raw)
    return rule


def on_roll(raw):
    """Number and hash of the key of everybody present."""
    rows = listed(keys(parse(raw, strict=False), ["roll"])["roll"])
    need(len(rows) <= 100000, "length of the roll")
    for row in rows:
        keys(row, ["number", "name", "key_hash", "present", "issued", "confirmed"])
        free(row["name"])
        plain(hexed(row["key_hash"]), raw)
        need(all(type(row[name]) is bool for name in ("present", "issued", "confirmed")), "form of the roll")
    rising(rows)
    return {row["number"]: row["key_hash"] for row in rows if row["present"]}


def opened(raw, told):
    """Of each factor a proof that names what is opened and what it opens to; not needed where those in the archive do."""
    vote, last = told["vote"], -1
    rows = lines(raw, ["trustee", "proofs"])
    for row in rows:
        number = whole(row["trustee"], 0, 2**32 - 1)
        need(number > last, "numbers of trustees do not rise")
        need(number in told["shares"], "a trustee who has opened nothing")
        last, factors = number, told["shares"][number]
        for proofs, column, sums in zip(listed(row["proofs"], len(factors)), factors, told["tally"]):
            for proof, factor, (alpha, _) in zip(listed(proofs, len(column)), column, sums):
                need(vote.named(vote.keys[number - 1], alpha, factor, proof), "proof in decrypt.jsonl of the old form")
    need(told["weak"] <= {row["trustee"] for row in rows}, "a trustee without better proofs in decrypt.jsonl")


def beside(files, told):
    """Holds what was published beside an archive to it."""
    for name in BESIDE:
        need(name in files, name + " is missing")
    need(DECRYPT in files or not told["weak"], DECRYPT + " is missing")
    opened(files.get(DECRYPT, b""), told)
    rule, n, vote = read_rule(files["rule.json"]), modulus(files["rsa.pem"]), told["uuid"]
    need(rule["vote"] == vote, "rule.json is of another vote")
    issue = lines(files["issue.jsonl"], ["number", "key", "blinded", "signature", "signed"])
    rising(issue)
    for row in issue:
        blinded, signed = b64full(row["blinded"]), b64full(row["signed"])
        device(b64full(row["key"]), "%s|collect|%s" % (vote, row["blinded"]), b64full(row["signature"]))
        need(len(blinded) == len(signed) == 384, "form of a request")
        blinded, signed = int.from_bytes(blinded, "big"), int.from_bytes(signed, "big")
        need(0 < blinded < n and signed < n and pow(signed, 65537, n) == blinded, "answer to a request is wrong")
    if ROLL in files:
        raw = files[ROLL]
        present = on_roll(raw[:-1] if raw.endswith(b"\n") else raw)
        for row in issue:
            need(present.get(row["number"]) == hashlib.sha256(b64full(row["key"])).hexdigest(), "device is not the one on the roll")
    tokens = lines(files["tokens.jsonl"], ["credential", "token"])
    need([row["credential"] for row in tokens] == sorted(told["credentials"]), "tokens are not of the frozen list")
    for row in tokens:
        pss(n, "ballot-token|%s|%s" % (vote, row["credential"]), b64full(row["token"]))
    confirm = lines(files["confirm.jsonl"], ["number", "key", "setup", "signature"])
    rising(confirm)
    handed = {row["number"]: row["key"] for row in issue}
    for row in confirm:
        need(handed.get(row["number"]) == row["key"], "confirmed without having been handed a ballot")
        need(hexed(row["setup"]) == told["setup"], "another list was confirmed")
        device(b64full(row["key"]), "%s|confirm|%s" % (vote, row["setup"]), b64full(row["signature"]))
    if told["seen"]:
        need(len(confirm) == len(tokens) <= len(issue), "not as many confirmed as are in the list, or too few were handed a ballot")
        need(len(tokens) >= rule["least"], "fewer in the list than the rule asks")
    return ", %d in the list, %d handed a ballot, all confirmed" % (len(tokens), len(issue))


def one(name, strict, files=None):
    once = False
    if files:
        try:
            once = not read_rule(files.get("rule.json", b""))["changeable"]
        except Refused:
            once = True
    with open(name, "rb") as stream:
        told = verify(stream, "beside" if files else "refused" if strict else "strangers", once)
    text = beside(files, told) if files else ""
    if told["old"] and not files:
        text += ", BUT %d proofs of decryption have the old form: one trustee and the last voter could have shifted a total" % told["old"]
    return "%d ballots of %d voters, result %s%s" % (told["seen"], told["voters"], json.dumps(told["result"]), text)


def inside(folder):
    """The archives of a folder, and what was published beside them."""
    files = {}
    for name in BESIDE + (ROLL, DECRYPT):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            with open(path, "rb") as stream:
                files[name] = stream.read()
    if list(files) == [ROLL]:
        files = {}
    archives = sorted(name for name in os.listdir(folder) if name.endswith(".bel"))
    if not archives:
        raise OSError("no archive in it")
    return [(os.path.join(folder, name), files) for name in archives]


def main(arguments):
    strict = "--strict" in arguments
    places = [one for one in arguments if one != "--strict"]
    worst = 0 if places else 2
    for place in places:
        try:
            found = inside(place) if os.path.isdir(place) else [(place, None)]
        except OSError as problem:
            print("%s: cannot be read: %s" % (place, problem))
            worst = 2
            continue
        for name, files in found:
            try:
                print("%s: ok, %s" % (name, one(name, strict, files)))
            except (Refused, KeyError, TypeError, ValueError, RecursionError) as problem:
                print("%s: REFUSED: %s" % (name, problem))
                worst = max(worst, 1)
            except OSError as problem:
                print("%s: cannot be read: %s" % (name, problem))
                worst = 2
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
