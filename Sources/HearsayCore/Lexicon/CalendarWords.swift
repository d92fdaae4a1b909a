/// Words of the calendar and units of time.
enum CalendarWords {
  /// Months with their numbers, in full and abbreviated.
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  /// Weekdays, Monday 0.
  static let weekdays: [String: Int] = [
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
  ]

  /// Units of time with their length in days.
  static let timeUnits: [String: Double] = [
    "second": 1 / 86_400, "seconds": 1 / 86_400, "sec": 1 / 86_400, "secs": 1 / 86_400, "minute": 1 / 1440,
    "minutes": 1 / 1440, "min": 1 / 1440,
    "mins": 1 / 1440, "hour": 1 / 24, "hours": 1 / 24, "hr": 1 / 24, "hrs": 1 / 24, "day": 1, "days": 1, "week": 7,
    "weeks": 7, "fortnight": 14, "fortnights": 14, "month": 30.4375, "months": 30.4375, "year": 365.25, "years": 365.25,
    "yr": 365.25, "yrs": 365.25,
    "decade": 3652.5, "decades": 3652.5, "century": 36_525, "centuries": 36_525, "millennia": 365_250, "night": 1,
    "nights": 1, "weekend": 2, "weekends": 2, "ms": 1 / 86_400_000, "milliseconds": 1 / 86_400_000,
  ]
}
