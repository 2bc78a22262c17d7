import Diagnostics

package struct ProtobufResult: Sendable {
    /// What could be read and linked. Complete when there are no errors.
    package var schema: ProtobufSchema
    /// Of all files, file by file in the order in which they were first asked for.
    package var diagnostics: [Diagnostic]

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads .proto files and all that they import, and links them.
///
/// - Parameters:
///   - paths: the files wanted, as imports would name them: `shop/order.proto`.
///   - resolve: the text behind such a path; nil where there is none. It is not asked for google/protobuf/timestamp.proto
///     and its like, which Heddle brings along, unless they are among `paths`.
package func loadProtobuf(
    _ paths: [String], limits: ProtobufLimits = ProtobufLimits(), resolve: (String) -> SourceFile?
) -> ProtobufResult {
    var linker = ProtobufLinker(limits: limits)
    let missing = linker.load(paths, resolve: resolve)
    linker.link()
    return ProtobufResult(schema: linker.schema, diagnostics: missing + linker.diagnostics())
}

/// One file that imports nothing but what Heddle brings along.
package func loadProtobuf(_ file: SourceFile, limits: ProtobufLimits = ProtobufLimits()) -> ProtobufResult {
    loadProtobuf([file.path], limits: limits) { $0 == file.path ? file : nil }
}
