/// The program's name and release, as every report states them.
package enum Version {
  package static let name = "hearsay"
  /// Semantic version of this release.
  package static let number = "0.1.0"
}
