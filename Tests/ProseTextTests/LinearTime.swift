/// Whether eight times the size takes less than forty times as long: what is quadratic takes sixty-four times.
///
/// Other work on the machine can spoil a measurement, not mend a quadratic one: the best of some tries counts.
func takesLinearTime(_ small: Int, _ work: (Int) -> Duration) -> Bool {
  (0..<6).contains { _ in
    work(small * 8) < max(work(small), .microseconds(300)) * 40
  }
}
