import Diagnostics

/// Reads a JSON text (RFC 8259), strictly: what only resembles JSON (comments, commas too many, single quotes) is an error
/// that says so, and where it is plain what was meant, reading goes on behind it.
///
/// - Returns: the value, best effort where something is wrong; nil where reading had to stop. There is no error among the
///   diagnostics exactly where the text is JSON within the limits.
package func parseJSON(_ file: SourceFile, limits: JSONLimits = .init()) -> (root: JSONNode?, diagnostics: [Diagnostic]) {
    file.bytes.withUnsafeBufferPointer { bytes in
        var reader = JSONReader(file: file, bytes: bytes, limits: limits)
        do throws(JSONProblem) {
            return (try reader.readText(), reader.diagnostics)
        } catch {
            return (nil, reader.diagnostics + [error.diagnostic])
        }
    }
}

/// Reads a payload: JSON that no person wrote, where the first mistake ends it. Ranges in the tree name no path.
///
/// - Throws: what is wrong first.
package func parseJSONPayload(_ bytes: [UInt8], limits: JSONLimits = .init()) throws(JSONProblem) -> JSONNode {
    var limits = limits
    limits.maximumDiagnostics = 0
    let (root, diagnostics) = parseJSON(SourceFile(path: "", bytes: bytes), limits: limits)
    if let root, diagnostics.isEmpty { return root }
    throw JSONProblem(diagnostic: diagnostics.first ?? Diagnostic(code: "json/syntax", "this is not JSON"))
}

/// Why a text is not JSON, or more than is read.
package struct JSONProblem: Error, Sendable {
    package var diagnostic: Diagnostic
}
