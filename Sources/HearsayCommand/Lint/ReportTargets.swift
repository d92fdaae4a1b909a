import Workspace

/// One report of a run: its format and where it goes.
struct ReportTarget: Sendable, Equatable {
  let format: ReportFormat
  /// Nil for standard output.
  let file: String?

  static let format = Option(
    name: "format", value: .choiceWithFile(ReportFormat.allCases.map(\.rawValue)), isRepeatable: true,
    summary:
      "how the report is written (text by default); with =FILE it goes into a file, so that one run can write several")
  static let output = Option(
    name: "output", short: "o", value: .file,
    summary: "the file for the format that names none, instead of standard output")

  /// The reports that the arguments ask for; each place is written once.
  static func all(_ arguments: ParsedArguments) throws(Problem) -> [ReportTarget] {
    var targets: [ReportTarget] = []
    let output = arguments.value(of: output)
    let formats = arguments.values(of: format)
    for value in formats.isEmpty ? [ReportFormat.text.rawValue] : formats {
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      guard let format = parts.first.flatMap({ ReportFormat(rawValue: $0) }) else { continue }
      targets.append(ReportTarget(format: format, file: parts.count > 1 ? parts[1] : output))
    }
    for (index, target) in targets.enumerated() where targets[..<index].contains(where: { $0.file == target.file }) {
      throw Problem(
        "two reports would go to \(target.file.map { "'\($0)'" } ?? "standard output")",
        remedy: "write --format \(target.format.rawValue)=FILE")
    }
    if let output, !targets.contains(where: { $0.file == output }) {
      throw Problem("every format has a file of its own, --output has none", remedy: "leave out --output")
    }
    return targets
  }
}

extension LintReport {
  /// Writes the report everywhere it is wanted, files first and each at once; answers the status to end with.
  func write(to targets: [ReportTarget], _ style: ReportStyle, _ status: ExitStatus) -> ExitStatus {
    var status = status
    var plain = style
    plain.terminal = .plain
    for target in targets {
      guard let file = target.file else { continue }
      do throws(SystemError) {
        try replaceFile(file) { descriptor throws(SystemError) in
          var output = OutputStream(descriptor)
          target.format.write(self, plain) { output.write($0) }
          output.flush()
          if let failure = output.failure { throw failure }
        }
      } catch {
        HearsayCommand.report(
          Problem("the report cannot be written: \(error.whenWriting)", remedy: "name another file"), about: file)
        status = .incomplete
      }
    }
    guard let shown = targets.first(where: { $0.file == nil }) else { return status }
    var output = OutputStream()
    shown.format.write(self, style) { output.write($0) }
    return output.finish(status)
  }
}
