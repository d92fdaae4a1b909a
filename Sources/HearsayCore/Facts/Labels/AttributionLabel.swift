/// What a term is to an attribution, in the scheme of beginning, inside and outside (Ramshaw and Marcus 1995).
package enum AttributionLabel: UInt8, Sendable, CaseIterable {
  case outside
  case sourceBegin, sourceInside
  case cueBegin, cueInside
  case contentBegin, contentInside

  /// The part of an attribution that a label is of.
  package enum Role: UInt8, Sendable, CaseIterable {
    case source, cue, content
  }

  /// Nil outside.
  package var role: Role? {
    switch self {
    case .outside: nil
    case .sourceBegin, .sourceInside: .source
    case .cueBegin, .cueInside: .cue
    case .contentBegin, .contentInside: .content
    }
  }

  package var isInside: Bool { self == .sourceInside || self == .cueInside || self == .contentInside }

  package init(beginning role: Role) {
    switch role {
    case .source: self = .sourceBegin
    case .cue: self = .cueBegin
    case .content: self = .contentBegin
    }
  }

  package init(inside role: Role) {
    switch role {
    case .source: self = .sourceInside
    case .cue: self = .cueInside
    case .content: self = .contentInside
    }
  }

  /// Whether this label may stand behind another: what is inside stands behind its own kind.
  package func mayFollow(_ before: AttributionLabel) -> Bool {
    !isInside || before.role == role
  }
}

extension Range<Int> {
  /// The same further on by so many.
  func moved(by shift: Int) -> Range<Int> { lowerBound + shift..<upperBound + shift }
}

/// A run of terms with one role.
package struct LabelledSpan: Sendable, Equatable {
  package var role: AttributionLabel.Role
  package var terms: Range<Int>

  package init(role: AttributionLabel.Role, terms: Range<Int>) {
    self.role = role
    self.terms = terms
  }

  /// The same further on by so many terms.
  func moved(by shift: Int) -> LabelledSpan { LabelledSpan(role: role, terms: terms.moved(by: shift)) }

  /// The runs in a row of labels.
  package static func spans(of labels: [AttributionLabel]) -> [LabelledSpan] {
    var result: [LabelledSpan] = []
    for (index, label) in labels.enumerated() {
      guard let role = label.role else { continue }
      if label.isInside, let last = result.last, last.role == role, last.terms.upperBound == index {
        result[result.count - 1].terms = last.terms.lowerBound..<index + 1
      } else {
        result.append(LabelledSpan(role: role, terms: index..<index + 1))
      }
    }
    return result
  }
}
