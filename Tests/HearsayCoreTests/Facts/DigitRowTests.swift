import Testing

@testable import HearsayCore

/// Which numbers a slipping hand makes of which.
@Suite struct DigitRowTests {
  @Test(arguments: [
    (412.0, 413.0, DigitSlip.oneDigit), (412, 812, .oneDigit), (412, 421, .transposition), (412, 142, .transposition),
    (3.25, 3.52, .transposition), (3.25, 3.26, .oneDigit), (1_400_000, 4_100_000, .transposition),
    (12, 21, .transposition),
    (0.25, 0.35, .oneDigit), (10, 70, .oneDigit),
  ])
  func slips(_ one: Double, _ other: Double, _ slip: DigitSlip) {
    #expect(DigitRow(one).slip(to: DigitRow(other)) == slip)
    #expect(DigitRow(other).slip(to: DigitRow(one)) == slip)
  }

  @Test(arguments: [
    (412.0, 412.0), (412, 214), (412, 4120), (412, 423), (10.5, 205), (1.25, 12.5), (3, 8), (1e15, 2e15), (7.5, 7.51),
    (.infinity, 12), (0, 0),
  ])
  func othersAreNone(_ one: Double, _ other: Double) {
    #expect(DigitRow(one).slip(to: DigitRow(other)) == nil)
    #expect(DigitRow(other).slip(to: DigitRow(one)) == nil)
  }
}
