/// A part of `hearsay-dev`.
struct Subcommand: Sendable {
  let name: String
  /// The name and its arguments as they are typed.
  let usage: String
  let summary: String
  /// Does the work with the arguments after the name.
  let run: @Sendable ([String]) throws(MaintenanceError) -> Void
}

/// Why a subcommand did not do its work.
enum MaintenanceError: Error, Sendable {
  /// The arguments are not those of the subcommand.
  case usage
  /// What went wrong, where, and what to do.
  case failure(String)
}
