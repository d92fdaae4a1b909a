import HearsayCore
import Workspace

extension Command {
  static let initialise = Command(
    name: "init", summary: "make the files that a project begins with",
    discussion: """
      Makes what is asked for, in the working folder; a file that is there is left as it is. The baseline takes all findings of \
      the drafts in the folder, so that only new ones will be reported; the files for CI use it where it is there.

      Exit status: 0 all is there now; 2 wrong arguments, nothing was made; 3 something could not be written.
      """,
    options: StartingFile.options + [StartingFile.repository]
  ) { (arguments) throws(Problem) in
    let wanted = StartingFile.allCases.filter { arguments.has($0.option) }
    guard !wanted.isEmpty else {
      throw Problem(
        "nothing to make is named",
        remedy: "use \(StartingFile.allCases.map { "--\($0.rawValue)" }.joined(separator: ", "))")
    }
    let repository = arguments.value(of: StartingFile.repository)
    if repository == nil, let file = wanted.first(where: \.needsRepository) {
      throw Problem(
        "--\(file.rawValue) has to know where \(program) comes from",
        remedy: "add --repository \(StartingFile.repository.value.placeholder)")
    }
    if let repository, !StartingFile.isAddress(repository) {
      throw Problem("'\(repository)' is no repository", remedy: "write \(StartingFile.repository.value.placeholder)")
    }
    var status = ExitStatus.clean
    for file in wanted { status = try file.make(repository: repository ?? "") ? status : .incomplete }
    return status
  }
}
