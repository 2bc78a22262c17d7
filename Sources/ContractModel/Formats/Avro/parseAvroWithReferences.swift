import Diagnostics

/// Reads an Avro schema that speaks of types which other schemas define.
///
/// - Parameter references: the schemas that define them, in any order; they may build on each other.
/// - Returns: the diagnostics of references that cannot be read, before the schema's own.
package func parseAvroSchema(_ file: SourceFile, references: [SourceFile]) -> (schema: AvroSchema?, diagnostics: [Diagnostic]) {
    var known: [String: AvroNamedType] = [:]
    var diagnostics: [Diagnostic] = []
    // What cannot be read yet is tried again once more is known.
    var open = references.sorted { $0.path < $1.path }
    while !open.isEmpty {
        var rest: [SourceFile] = []
        var last: [Diagnostic] = []
        for file in open {
            let (schema, found) = parseAvroSchema(file, known: known)
            if let schema, !found.contains(where: { $0.severity == .error }) {
                for name in schema.definedNames { known[name] = schema.types[name] }
            } else {
                rest.append(file)
                last += found
            }
        }
        if rest.count == open.count {
            diagnostics += last
            break
        }
        open = rest
    }
    let (schema, found) = parseAvroSchema(file, known: known)
    return (schema, diagnostics + found)
}
