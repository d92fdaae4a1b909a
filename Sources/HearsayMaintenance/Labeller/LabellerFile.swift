import HearsayCore

/// Writes the file that `LabellerModel` reads.
enum LabellerFile {
  static func write(outer: ConditionalRandomField, inner: ConditionalRandomField) -> [UInt8] {
    var file = LabellerModel.magic
    append(LabellerModel.version, to: &file)
    append(UInt16(AttributionLabel.allCases.count), to: &file)
    file += [UInt8(outer.bits), UInt8(inner.bits)] + [UInt8](repeating: 0, count: 6)
    for field in [outer, inner] {
      let largest = field.rows.reduce(Float(0)) { most, row in
        max(most, row.replacing(with: -row, where: row .< 0).max())
      }
      // The largest weight is full scale: clipping it costs more on cues than finer steps bring.
      let scale = largest > 0 ? 127 / largest : 1
      let transitions = field.transitions()
      for table in 0..<ConditionalRandomField.transitionClasses {
        for before in 0..<7 {
          for label in 0..<8 {
            let score = label < 7 ? transitions[table * 49 + before * 7 + label] : ConditionalRandomField.never
            append(
              score <= ConditionalRandomField.never ? LabelPaths.forbidden : allowed((score * scale).rounded()),
              to: &file)
          }
        }
      }
      for row in field.rows {
        for label in 0..<8 { file.append(UInt8(bitPattern: Int8((row[label] * scale).rounded()))) }
      }
    }
    return file
  }

  /// A score that is never taken for a transition that is forbidden.
  private static func allowed(_ score: Float) -> Int16 {
    Int16(max(-LabelPaths.largestTransition, min(LabelPaths.largestTransition, score)))
  }

  private static func append(_ value: some FixedWidthInteger, to file: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { file.append(contentsOf: $0) }
  }
}
