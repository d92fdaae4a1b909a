import HearsayCore
import ProseText
import Synchronization

/// An analysis whose lists of facts are laid out when somebody first asks for them: diagnostics do not wait for them.
final class LaidOutAnalysis: Sendable {
  private let found: Analysis
  private let laidOut = Mutex<Analysis?>(nil)

  /// - Parameter found: with findings at least.
  init(_ found: Analysis) { self.found = found }

  /// The analysis with its lists of facts.
  var whole: Analysis {
    laidOut.withLock { known in
      if let known { return known }
      let whole = found.laidOut()
      known = whole
      return whole
    }
  }

  /// The analysis with what its lists of facts say of one place, or all of them where they are laid out.
  ///
  /// - Parameter offset: in UTF-8 bytes.
  func whole(at offset: Int) -> Analysis { laidOut.withLock { $0 } ?? found.laidOut(at: offset) }

  var text: SourceText { found.text }
  var openFindings: DraftFindings { found.openFindings }
  var isOtherLanguage: Bool { found.isOtherLanguage }
}
