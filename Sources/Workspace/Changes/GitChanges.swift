extension DraftChanges {
  /// The changes of drafts since the working tree's branch left a revision, as git tells them; drafts that git does not
  /// know are new.
  package init(since revision: String, drafts: [String], workingFolder: String? = currentFolder()) throws(Problem) {
    let top = try git(["rev-parse", "--show-toplevel"], or: "check that this folder is a repository of git")
    guard !revision.hasPrefix("-"),
      let commit = try? git(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], or: "")
    else {
      throw Problem(
        "git knows no revision '\(revision)'", remedy: "check its name, or fetch it (in CI: with the whole history)")
    }
    guard let base = try? git(["merge-base", commit, "HEAD"], or: "") else {
      throw Problem(
        "git finds no common ancestor of '\(revision)' and this branch",
        remedy: "fetch the whole history (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)")
    }
    let paths = Self.pathspecs(of: drafts)
    let diff = try gitBytes(
      [
        "-C", top, "-c", "core.fsmonitor=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text",
        "--unified=0", "--find-renames", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/",
        "--ignore-submodules=all", base, "--",
      ] + paths, or: "check the repository")
    let tracked = try gitBytes(
      ["-C", top, "-c", "core.fsmonitor=false", "ls-files", "-z", "--"] + paths, or: "check the repository")
    var files: [String: FileDiff] = [:]
    do throws(UnifiedDiff.Malformation) {
      for file in try UnifiedDiff(diff).files {
        if let path = file.newPath { files[top + "/" + path] = file }
      }
    } catch {
      throw Problem("git's diff cannot be read: line \(error.line): \(error.message)", remedy: "check git's settings")
    }
    let known = Set(tracked.split(separator: 0).map { top + "/" + String(decoding: $0, as: UTF8.self) })
    self.init(files: files, known: known, workingFolder: workingFolder)
  }

  /// Names for git the kinds of files that the drafts are: a renamed draft is found under its old name too.
  private static func pathspecs(of drafts: [String]) -> [String] {
    let names = drafts.compactMap { $0.split(separator: "/").last }
    let endings = Set(names.map { name in name.lastIndex(of: ".").map { name[$0...] } ?? name })
    let isUsual = { (ending: Substring) in
      ending.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"*?[]\\:".utf8.contains($0) }
    }
    guard endings.allSatisfy(isUsual), endings.count < 100 else { return [] }
    return endings.sorted().map { ":(top,glob)**/\($0.hasPrefix(".") ? "*" : "")\($0)" }
  }
}

/// What git answers, without the line feed at its end.
private func git(_ arguments: [String], or remedy: String) throws(Problem) -> String {
  var bytes = try gitBytes(arguments, or: remedy)
  if bytes.last == 0x0A { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

private func gitBytes(_ arguments: [String], or remedy: String) throws(Problem) -> [UInt8] {
  let result: ChildResult
  do throws(SystemError) {
    result = try runChild(["git"] + arguments)
  } catch {
    throw Problem("git cannot be run: \(error.name)", remedy: "install git, or use --diff")
  }
  guard result.status == 0 else {
    let said = String(decoding: result.errors, as: UTF8.self).split(separator: "\n").first.map(String.init)
    throw Problem("git failed: \(said ?? "it did not say why")", remedy: remedy)
  }
  return result.output
}
