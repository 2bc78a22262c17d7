import Diagnostics

/// The files under google/protobuf/ that every Protobuf compiler brings along, in our own words: what they declare, with
/// the names and numbers that the wire and other compilers know, without their comments and language options.
package enum ProtobufWellKnown {
    static let descriptorPath = "google/protobuf/descriptor.proto"

    private static let texts: [String: String] = [
        descriptorPath: descriptor,
        "google/protobuf/any.proto": any,
        "google/protobuf/api.proto": api,
        "google/protobuf/duration.proto": duration,
        "google/protobuf/empty.proto": empty,
        "google/protobuf/field_mask.proto": fieldMask,
        "google/protobuf/source_context.proto": sourceContext,
        "google/protobuf/struct.proto": structure,
        "google/protobuf/timestamp.proto": timestamp,
        "google/protobuf/type.proto": type,
        "google/protobuf/wrappers.proto": wrappers,
        "google/protobuf/cpp_features.proto": cppFeatures,
        "google/protobuf/java_features.proto": javaFeatures,
        "google/protobuf/go_features.proto": goFeatures,
    ]

    private static let files = texts.reduce(into: [:]) { $0[$1.key] = SourceFile(path: $1.key, text: $1.value) }

    /// Read once: every schema has some of them.
    private static let trees = files.mapValues { parseProtobuf($0).tree }

    static func tree(of file: SourceFile) -> ProtobufSyntaxTree? { isOurs(file) ? trees[file.path] : nil }

    package static let paths = texts.keys.sorted()

    /// The same file each time.
    package static func file(at path: String) -> SourceFile? { files[path] }

    /// The file of a type that people name without importing it: `google.protobuf.Timestamp`.
    static func path(declaring name: String) -> String? {
        let name = name.hasPrefix(".") ? name.dropFirst() : name[...]
        guard name.hasPrefix("google.protobuf.") else { return nil }
        switch name.dropFirst("google.protobuf.".count) {
        case "Any": return "google/protobuf/any.proto"
        case "Duration": return "google/protobuf/duration.proto"
        case "Empty": return "google/protobuf/empty.proto"
        case "FieldMask": return "google/protobuf/field_mask.proto"
        case "Struct", "Value", "ListValue", "NullValue": return "google/protobuf/struct.proto"
        case "Timestamp": return "google/protobuf/timestamp.proto"
        case "DoubleValue", "FloatValue", "Int64Value", "UInt64Value", "Int32Value", "UInt32Value", "BoolValue", "StringValue",
            "BytesValue":
            return "google/protobuf/wrappers.proto"
        default: return nil
        }
    }

    static func isOurs(_ file: SourceFile) -> Bool { files[file.path] === file }
}
