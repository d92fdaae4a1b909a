import HearsayCore
import Workspace

private enum FixOutcome: Sendable {
  case fixed(FixedDraft)
  case unusable(String, Problem)
  case nothing
}

/// Does what the mode asks with the fixes of all drafts.
///
/// - Returns: the status to end with; `clean` where drafts were written, which are to be linted then.
func fixDrafts(_ mode: FixMode, _ inputs: [DraftInput], _ options: LintOptions) -> ExitStatus {
  let choice: FixChoice = if case .suggest = mode { .suggested } else { .safe }
  let outcomes = inOrder(count: inputs.count, jobs: options.jobs, from: [FixOutcome]()) { number in
    do throws(Problem) {
      return try FixedDraft(inputs[number], choice, options).map { .fixed($0) } ?? .nothing
    } catch {
      return .unusable(inputs[number].path, error)
    }
  } take: { outcomes, outcome in
    outcomes.append(outcome)
  }
  var output = OutputStream()
  let isTerminal = FileDescriptor.standardOutput.isTerminal
  var isChanged = false
  var status = ExitStatus.clean
  for outcome in outcomes {
    switch outcome {
    case .nothing: continue
    case .unusable(let path, let problem):
      // Where drafts are linted afterwards, that says it.
      if case .apply = mode { continue }
      report(problem, about: path)
      status = .incomplete
    case .fixed(let draft):
      if draft.isInConflict {
        note("two fixes want the same words; it was left as it is", about: draft.path)
        continue
      }
      guard draft.old != draft.new else { continue }
      isChanged = true
      let count = "\(draft.edits) fix\(draft.edits == 1 ? "" : "es")"
      switch mode {
      case .apply:
        do throws(SystemError) {
          try replaceFile(draft.path, with: draft.new)
          if !options.style.isQuiet { note("\(count) made", about: draft.path) }
        } catch {
          report(
            Problem("it cannot be written: \(error.whenWriting)", remedy: "check its permissions"), about: draft.path)
          status = .incomplete
        }
      case .check: output.write("\(visible(draft.path)): \(count)\n")
      case .suggest: output.write(patch(of: draft.path, draft.old, draft.firstEdits, isForTerminal: isTerminal))
      }
    }
  }
  if case .apply = mode { return status }
  return output.finish(status == .clean && isChanged ? .findings : status)
}
