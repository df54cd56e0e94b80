// The secret ballot: the group of prime order of edwards25519 (RFC 8032), points as (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
// A point is written as 64 hexadecimal digits: the sign of x, then y, the highest digit first.
(function (booth) {
  "use strict";
  const P = (1n << 255n) - 19n, Q = (1n << 252n) + 27742317777372353535851937790883648493n;
  const D = booth.rest(-121665n * booth.inverse(121666n, P), P), ROOT = booth.power(2n, (P - 1n) / 4n, P);
  const ZERO = [0n, 1n, 1n, 0n], BITS = 6n, DIGITS = 43;

  function add(one, other) {
    const [x1, y1, z1, t1] = one, [x2, y2, z2, t2] = other;
    const a = (y1 - x1) * (y2 - x2) % P, b = (y1 + x1) * (y2 + x2) % P, c = 2n * D * t1 % P * t2 % P, d = 2n * z1 * z2 % P;
    const e = b - a, f = d - c, g = d + c, h = b + a;
    return [e * f % P, g * h % P, f * g % P, e * h % P];
  }

  function negative(point) { return [-point[0], point[1], point[2], -point[3]]; }

  function same(one, other) {
    return booth.rest(one[0] * other[2] - other[0] * one[2], P) === 0n && booth.rest(one[1] * other[2] - other[1] * one[2], P) === 0n;
  }

  // Any multiple, for public numbers.
  function multiple(times, point) {
    let out = ZERO, double = point;
    for (let left = times; left > 0n; left >>= 1n) {
      if (left & 1n) { out = add(out, double); }
      double = add(double, double);
    }
    return out;
  }

  // The multiples 0 to 63 of 64⁰, 64¹ … 64⁴² times a point, with which any multiple is 43 sums.
  function table(point) {
    const rows = [];
    let step = point;
    for (let row = 0; row < DIGITS; row += 1) {
      const multiples = [ZERO];
      for (let at = 1; at < 1 << Number(BITS); at += 1) { multiples.push(add(multiples[at - 1], step)); }
      rows.push(multiples);
      step = add(multiples[multiples.length - 1], step);
    }
    return rows;
  }

  // The same sums whatever the number is: zero is added as any other point is.
  function by_table(times, table) {
    const mask = (1n << BITS) - 1n;
    let out = ZERO, left = times;
    for (const row of table) { out = add(out, row[Number(left & mask)]); left >>= BITS; }
    return out;
  }

  // Points as they are written: one division for all of them.
  function shown(points) {
    const before = [];
    let all = 1n;
    points.forEach(function (point) { before.push(all); all = all * point[2] % P; });
    let inverse = booth.inverse(all, P);
    const out = [];
    for (let at = points.length - 1; at >= 0; at -= 1) {
      const [x, y, z] = points[at], own = inverse * before[at] % P;
      inverse = inverse * z % P;
      const sign = booth.rest(x * own, P) & 1n;
      out[at] = (sign << 255n | booth.rest(y * own, P)).toString(16).padStart(64, "0");
    }
    return out;
  }

  // The x of a y with this sign; undefined where there is none.
  function other(y, sign) {
    const above = booth.rest(y * y - 1n, P), under = booth.rest(D * y * y + 1n, P), ratio = above * booth.inverse(under, P) % P;
    let x = booth.power(ratio, (P + 3n) / 8n, P);
    if (x * x % P !== ratio) { x = x * ROOT % P; }
    if (x * x % P !== ratio || (x === 0n && sign === 1n)) { return undefined; }
    return (x & 1n) === sign ? x : P - x;
  }

  // Reads a point written in the one way, of prime order; undefined for anything else.
  function point(word) {
    if (typeof word !== "string" || !/^[0-9a-f]{64}$/.test(word)) { return undefined; }
    const number = BigInt("0x" + word), y = number & (1n << 255n) - 1n;
    if (y >= P) { return undefined; }
    const x = other(y, number >> 255n);
    if (x === undefined) { return undefined; }
    const read = [x, y, 1n, x * y % P];
    return same(multiple(Q, read), ZERO) ? read : undefined;
  }

  const B = 4n * booth.inverse(5n, P) % P, x = other(B, 0n);
  let generator;
  // The multiple of the generator.
  function base(times) {
    generator = generator || table([x, B, 1n, x * B % P]);
    return by_table(times, generator);
  }

  booth.curve = {
    order: Q, zero: ZERO, add, negative, same, multiple, table, by_table, shown, point, base,
    draw: function () { return booth.below(Q); },
    of: function (number) { return booth.rest(number, Q); }
  };
})(window.booth);
