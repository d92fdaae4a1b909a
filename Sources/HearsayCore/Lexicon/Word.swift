/// Words that rules name one by one; every other word is `unknown`.
///
/// The raw value is the spelling in lower case with a straight apostrophe.
enum Word: String, Sendable, CaseIterable {
  case unknown = ""
  case a, an, the, this, that, these, those, it, its, he, she, they, them, their, his, her, i, we, our, my, us, me, you,
    your
  case of, to, `in`, on, at, by, `for`, from, with, per, `as`, since, until, during, over, between, within, under, about
  case after, before, than, like, out, up, down, into, through, via, outside, amid, against, including, among, above,
    below, every, each
  case and, or, but, nor, so, yet, `while`, although, though, whereas, because, `if`, unless, when, `where`, whether,
    once
  case who, which, whose, whom, what, why, how
  case no, not, never, nt = "n't", none, nobody
  case `is`, are, was, were, be, been, being, am, has, have, had, having, does, `do`, did, will, would, can, could, may
  case might, must, should, shall
  case clitic = "'s", ll = "'ll", re = "'re", ve = "'ve", d = "'d", m = "'m"
  case according, accordance, citing, quoting, quoted, cited, words, view, opinion
  case say, says, said, told, saying, reported, report, reports, reportedly, allegedly, apparently, seemingly
  case believed, understood, thought, expected, known, considered
  case declined, refused, comment, taken, took, aback, suppose, imagine, assume, assuming
  case one, two, three, half, hundred, thousand, million, billion, dozen, quarter, third, times, time, twice, fold
  case percent, cent, percentage, point, points, pp, basis
  case someone, somebody, many, some, several, few, most, all, both, others, other, another, any, people, much, more,
    less, number, numbers
  case majority, minority, large, vast, overwhelming, great, huge, scores, tens, dozens, hundreds, thousands, millions
  case billions, trillions, lakhs, crores
  case year, years, month, months, week, weeks, day, days, hour, hours, minute, minutes, morning, afternoon, evening,
    night
  case tonight, today, yesterday, tomorrow, last, next, past, previous, coming, far, date, so_called = "so-called"
  case old, olds, aged, age, ages, ago, ad, bc, utc, gmt, noon, midnight, amDotted = "a.m", pmDotted = "p.m", pm
  case mid, late, early, end, beginning, start, century, decade, decades
  case police, government, experts, sources, source, officials, figure, figures, total, count, rate, toll, rise, fall
  case share, level, survey, poll, study, data, chapter, section, article, act, law, version, page, table, spokesman
  case spokeswoman, spokesperson, familiar, close, publication, named, person, official, insider
  case ones, hand, square, thanks, thank, way, thing, things, reason, reasons, first, second
  case margin, error, vote, votes, seat, seats, game, match, beat, won, lost, drew, defeated, call, dial, phone, ring,
    reference
  case kept, keep, hold, holds, put, puts, aim, own, `self`, myself, ourselves, due, along, instead, rather, especially
  case cannot, just, only, also, later, then, there, here, now, already, still, ever, almost, nearly, around, roughly
  case approximately, least, equal, equals, plus, minus, divided, multiplied, st, nd, rd, th
  case released, published, conducted, commissioned, fears, fear, post, posts, blog, site, website
  case unnamed, anonymous, condition, anonymity, n, p, wide, widely, got, get, getting
  case mn, bn, k, trn, tn, x, nos, fig, vol, van, von, de, der, la, al, bin, mr, ms, mrs, dr
}
