import Crypto
import Determinism
import Diagnostics
import LocatedJSON

/// `sha256:` and 64 digits, over RFC 8785's canonical form: writing the file differently does not change it, and anyone can
/// compute it again.
func digest(of value: JSONValue) -> String { digest(ofBytes: value.canonicalText) }

func digest(ofBytes bytes: [UInt8]) -> String { "sha256:" + hexadecimal(SHA256.hash(data: bytes)) }

/// The first 64 bits: enough to see that one of some ten thousand things has changed.
func shortDigest(of value: JSONValue) -> String { hexadecimal(SHA256.hash(data: value.canonicalText).prefix(8)) }

/// What a file of ours opens with, so that whoever meets it knows what it is.
struct FileKind {
    /// `heddle-snapshot`.
    var format: String
    /// `snapshot`, for messages.
    var noun: String

    static let snapshot = FileKind(format: "heddle-snapshot", noun: "snapshot")
    static let plan = FileKind(format: "heddle-plan", noun: "plan file")
    static let version = "1.0"
}

/// A file's text, with what it is in front and the digest of all the rest.
func seal(_ content: [JSONPair], as kind: FileKind) -> (text: [UInt8], digest: String) {
    let head = [JSONPair("format", .string(kind.format)), JSONPair("formatVersion", .string(FileKind.version))]
    let digest = digest(of: .object(head + content))
    return (JSONValue.object(head + [JSONPair("digest", .string(digest))] + content).readableText, digest)
}

/// The content of a sealed file.
///
/// - Throws: where it is no JSON, another kind of file, of another version, or not what was written.
func unseal(_ bytes: [UInt8], as kind: FileKind) throws(FileProblem) -> (content: JSONNode, digest: String) {
    var limits = JSONLimits(maximumBytes: 256 << 20, maximumDepth: 32)
    limits.maximumDiagnostics = 1
    let (root, problems) = parseJSON(SourceFile(path: "", bytes: bytes), limits: limits)
    guard let root, problems.isEmpty else {
        var problem = FileProblem("this is no \(kind.noun): \(problems.first?.message ?? "it is empty")")
        problem.line = problems.first?.range.map { Int($0.start.line) }
        problem.column = problems.first?.range.map { Int($0.start.column) }
        throw problem
    }
    guard let members = root.object else {
        throw FileProblem("this is no \(kind.noun): expected an object, found \(root.kind.description)", at: root)
    }
    guard let format = root["format"]?.string, format == kind.format else {
        throw FileProblem("this is no \(kind.noun): it does not say \"format\": \"\(kind.format)\"", at: root)
    }
    guard let version = root["formatVersion"] else { throw FileProblem("'formatVersion' is missing", at: root) }
    guard version.string == FileKind.version else {
        throw FileProblem(
            .otherVersion, "this \(kind.noun) is of version \(excerpt(version.compactText)), and this Heddle reads version \(FileKind.version)",
            at: version)
    }
    guard let said = root["digest"] else { throw FileProblem("'digest' is missing", at: root) }
    let content = JSONNode(.object(members.filter { $0.key != "digest" }), at: root.range)
    let found = digest(ofBytes: Array(content.canonicalText.utf8))
    guard try said.text() == found else {
        throw FileProblem(.changed, "this \(kind.noun) was changed after it was written: its digest does not fit", at: said)
    }
    return (content, found)
}
