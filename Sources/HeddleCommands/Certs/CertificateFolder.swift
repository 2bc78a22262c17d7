import DevelopmentCertificates
import Foundation

/// A folder of certificates: `NAME.pem`, and `NAME.key` that its owner alone can read.
struct CertificateFolder {
    var url: URL
    /// Takes nothing for there, and writes over it.
    var replaces: Bool

    func prepare() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// Nil where it is not there. Half of a pair is an error: what is missing cannot be made again.
    func read(_ name: String) throws -> IssuedCertificate? {
        guard !replaces else { return nil }
        let (certificate, key) = (file(name, "pem"), file(name, "key"))
        let isThere = [certificate, key].map { FileManager.default.fileExists(atPath: $0.path) }
        guard isThere != [false, false] else { return nil }
        guard isThere == [true, true] else {
            throw CommandFailure(
                .usage, "of '\(name).pem' and '\(name).key' in '\(url.path)' only one is there",
                remedy: "put the other back, remove both, or make all anew with --force")
        }
        return IssuedCertificate(
            certificate: try String(contentsOf: certificate, encoding: .utf8), key: try String(contentsOf: key, encoding: .utf8))
    }

    /// The key first: a certificate without one is worth nothing.
    func write(_ issued: IssuedCertificate, as name: String) throws {
        try write(issued.key, to: file(name, "key"), mode: 0o600)
        try write(issued.certificate, to: file(name, "pem"), mode: 0o644)
    }

    /// Beside it first, with its rights from the beginning, then in its place at once: a running broker reads it at any moment.
    private func write(_ text: String, to file: URL, mode: Int) throws {
        let draft = file.appendingPathExtension("new")
        try? FileManager.default.removeItem(at: draft)
        guard FileManager.default.createFile(atPath: draft.path, contents: Data(text.utf8), attributes: [.posixPermissions: mode]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    private func file(_ name: String, _ kind: String) -> URL { url.appendingPathComponent("\(name).\(kind)") }
}
