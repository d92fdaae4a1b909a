#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tells whether a file is still the one that was read: when it was last changed, its length, and which file it is.
///
/// An editor that replaces a file by another of the same length within the clock's step still gives it another number.
package struct FileStamp: Sendable, Equatable {
  private let seconds: Int
  private let nanoseconds: Int
  private let length: Int
  private let number: UInt64

  /// The stamp of a file as it is now; nil where there is none.
  package init?(of path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = info.st_mtimespec
    #else
      let changed = info.st_mtim
    #endif
    seconds = Int(changed.tv_sec)
    nanoseconds = Int(changed.tv_nsec)
    length = Int(info.st_size)
    number = UInt64(info.st_ino)
  }
}

extension FileStamp {
  /// The stamp of the program that runs; nil where nobody knows which file it is.
  package static var ofProgram: FileStamp? {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      var path = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&path, &size) == 0, let end = path.firstIndex(of: 0) else { return nil }
      return FileStamp(of: String(decoding: path[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    #else
      return FileStamp(of: "/proc/self/exe")
    #endif
  }

  /// When it was changed and how long it is, in words; copies that keep the time have the same.
  package var description: String { "\(seconds).\(nanoseconds) \(length)" }
}
