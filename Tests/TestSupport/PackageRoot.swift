import Foundation

/// The root of the package under test, where Specs/ and Fixtures/ lie: HEDDLE_ROOT, or three folders above this file.
package let packageRoot: URL = {
    if let root = ProcessInfo.processInfo.environment["HEDDLE_ROOT"] { return URL(fileURLWithPath: root) }
    return URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}()

/// Where corpora that others wrote are kept: HEDDLE_CONFORMANCE, or `shared/conformance` beside the package; nil where
/// there is none, and what needs one is skipped.
package func conformanceFolder(_ name: String) -> URL? {
    let folder =
        ProcessInfo.processInfo.environment["HEDDLE_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
        ?? packageRoot.deletingLastPathComponent().appending(path: "shared/conformance")
    let corpus = folder.appending(path: name)
    return FileManager.default.fileExists(atPath: corpus.path) ? corpus : nil
}
