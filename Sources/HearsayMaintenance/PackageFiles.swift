import JSON

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Whole files by their path from the package's folder.
enum PackageFiles {
  static func read(_ path: String) throws(MaintenanceError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .failure("cannot read \(path); hearsay-dev is run in the folder of Package.swift")
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(MaintenanceError) {
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw .failure("cannot write \(path): \(error)")
    }
  }

  static func json(_ path: String) throws(MaintenanceError) -> JSONValue {
    let bytes = try read(path)
    do {
      return try JSONValue(parsing: bytes)
    } catch {
      let place = error.place(in: bytes)
      throw .failure("\(path):\(place.line):\(place.column): \(error.description)")
    }
  }

  /// The names in a folder, in their order.
  static func names(in folder: String) throws(MaintenanceError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .failure("cannot list \(folder): \(error)")
    }
  }

  static func remove(_ path: String) throws(MaintenanceError) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .failure("cannot remove \(path): \(error)")
    }
  }
}
