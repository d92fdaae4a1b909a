import HearsayCore
import Workspace

extension StartingFile {
  /// The bytes that the file begins with.
  func text(repository: String) -> String {
    let tag = "v\(Version.number)"
    let baseline = FileStamp(of: Self.baselineName) == nil ? nil : Self.baselineName
    switch self {
    case .settings: return Self.settingsText
    case .ledger: return Self.ledgerText
    case .baseline: return ""
    case .github:
      let name = repository.split(separator: "/").dropFirst(2).joined(separator: "/")
      return Self.githubText(action: "\(name)@\(tag)", baseline: baseline)
    case .gitlab: return Self.gitlabText(repository: repository, tag: tag, baseline: baseline)
    case .preCommit: return Self.preCommitText(repository: repository, tag: tag, baseline: baseline)
    }
  }

  private static let settingsText = """
    // What this house has settled; all of it may be left out.
    {
      // By id, by its beginning or by name: "off", "on", or the severity of all its findings.
      "rules": {},
      // What these are credited with, the writers say themselves.
      "ownPublications": [],
      // Outlets that are origins and pass nothing on.
      "primarySources": [],
      // Short forms that every reader knows.
      "acronyms": {},
      // What a search of folders takes and leaves out.
      // "include": ["drafts/**"],
      // "exclude": ["archive"],
    }

    """

  private static let ledgerText = """
    // What this project knows of its sources: https://example.org stands where an address belongs.
    {
      "version": 1,
      "sources": [
        // {
        //   "id": "locks-2024", "title": "Log of the locks", "publisher": "Lock Guild", "kind": "primary",
        //   "url": "https://example.org/log", "accessed": "2024-02-01", "file": "saved/locks.txt",
        //   "figures": [{ "value": 1274, "what": "barges freed" }],
        // },
      ],
    }

    """

  private static func githubText(action: String, baseline: String?) -> String {
    """
    name: hearsay

    on:
      pull_request:

    permissions:
      contents: read

    jobs:
      hearsay:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v6
            with:
              # What changed is held against where the branch began.
              fetch-depth: 0
              persist-credentials: false
          - uses: \(action)
            with:
              paths: .
              changed-since: ${{ github.event.pull_request.base.sha }}

    """ + (baseline.map { "          baseline: \($0)\n" } ?? "")
  }

  private static func gitlabText(repository: String, tag: String, baseline: String?) -> String {
    """
    hearsay:
      image: swift:6.3-bookworm
      variables:
        # What changed is held against where the branch began.
        GIT_DEPTH: "0"
      cache:
        key: hearsay-\(tag)
        paths:
          - .hearsay-program/
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      script:
        - |
          if [ ! -x .hearsay-program/hearsay ]; then
            git clone --quiet --depth 1 --branch \(tag) \(repository) /tmp/hearsay
            (cd /tmp/hearsay && .ci/build-static)
            mkdir -p .hearsay-program && cp /tmp/hearsay/dist/hearsay .hearsay-program/
          fi
        - >
          .hearsay-program/hearsay lint --format text --format gitlab=gl-code-quality-report.json
          --format junit=hearsay-junit.xml --report hearsay.html --changed-since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"\(baseline.map { " --baseline \($0)" } ?? "") .
      artifacts:
        when: always
        # The fact-checker's page.
        paths:
          - hearsay.html
        reports:
          codequality: gl-code-quality-report.json
          junit: hearsay-junit.xml

    """
  }

  private static func preCommitText(repository: String, tag: String, baseline: String?) -> String {
    """
    repos:
      - repo: \(repository)
        rev: \(tag)
        hooks:
          - id: hearsay

    """ + (baseline.map { "        args: [--baseline, \($0)]\n" } ?? "")
  }
}
