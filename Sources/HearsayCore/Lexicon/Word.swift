/// Words that rules name one by one; every other word is `unknown`.
///
/// The raw value is the spelling in lower case with a straight apostrophe.
enum Word: String, Sendable, CaseIterable {
  case unknown = ""
  case a, an, the, this, that, it, its, he, she, they, them, his, her, i, us, me, you, of, to, `in`, on, at, by
  case `for`, from, with, per, `as`, since, until, during, over, between, within, under, about, after, before
  case than, like, out, up, through, via, outside, including, every, each, and, or, but, `while`, although
  case though, whereas, because, `if`, when, who, which, whose, what, why, how, no, not, never, none, `is`, are
  case be, am, has, having, must, clitic = "'s", m = "'m", according, citing, quoting, cited, words, view
  case opinion, say, said, told, reported, report, allegedly, apparently, seemingly, believed, understood
  case thought, expected, known, considered, declined, refused, comment, taken, took, aback, suppose, imagine
  case assume, assuming, one, two, half, dozen, third, times, time, twice, percent, cent, point, points, basis
  case someone, somebody, many, some, several, few, all, other, another, people, more, less, number, numbers
  case majority, large, vast, overwhelming, great, huge, scores, year, years, month, months, week, day, days
  case minutes, morning, afternoon, evening, night, tonight, today, yesterday, tomorrow, last, next, past
  case previous, date, so_called = "so-called", old, olds, aged, age, ages, ago, utc, gmt, noon, midnight
  case amDotted = "a.m", pmDotted = "p.m", pm, mid, late, early, end, start, sources, source, figure, figures
  case count, rate, level, survey, poll, study, data, chapter, section, article, law, version, spokesperson
  case familiar, close, publication, named, person, official, insider, hand, thanks, first, second, error, vote
  case votes, match, call, dial, phone, ring, reference, put, puts, own, `self`, later, there, now, almost
  case nearly, around, roughly, approximately, divided, multiplied, st, nd, rd, th, published, conducted, fears
  case fear, posts, unnamed, anonymous, condition, anonymity, wide, widely, get, k, x, van, von, de, der, la, al
  case bin, minus, negative, even, below, above, despite, so
}
