import Determinism

/// A random .proto of everything that changes how values lie on the wire: required fields, groups, closed enums, packed and not, oneofs,
/// maps, presence, and each of these by the features of an edition; named as Swift would rather not have it.
struct RandomCodecContract {
    let text: String
    /// Of the messages that are not nested.
    let messages: [String]

    init(number: Int) {
        var generator = SeededGenerator(seed: UInt64(number) &+ 900)
        func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
        func chance(_ of: Int) -> Bool { below(of) == 0 }
        func pick(_ texts: [String]) -> String { texts[below(texts.count)] }
        let syntax = ["proto2", "proto3", "edition"][number % 3]
        let count = 1 + below(2)
        var lines = [syntax == "edition" ? "edition = \"2023\";" : "syntax = \"\(syntax)\";", "package p\(number);"]
        for name in ["timestamp", "duration", "struct", "field_mask", "any", "wrappers", "empty"] { lines.append("import \"google/protobuf/\(name).proto\";") }
        if syntax == "edition", chance(3) { lines.append("option features.field_presence = IMPLICIT;") }
        let isImplicit = lines.last?.contains("IMPLICIT") == true
        lines.append("enum E { E_ZERO = 0; E_ONE = 1; E_MINUS = -1; E_BIG = 2147483647; }")
        if syntax == "edition" { lines.append("enum C { option features.enum_type = CLOSED; C_ZERO = 0; C_ONE = 1; C_self = 5; }") }

        func type(_ message: Int, isRequired: Bool = false) -> String {
            switch below(isRequired ? 5 : 10) {
            case 0: "E"
            case 1 where syntax == "edition" && !(isImplicit && isRequired): "C"
            case 5, 6: "Msg\(below(count))"
            case 7: "Inner"
            case 8: "google.protobuf." + pick(Self.special)
            default: pick(Self.scalars)
            }
        }
        func isScalar(_ type: String) -> Bool { Self.scalars.contains(type) || ["E", "C", "google.protobuf.NullValue"].contains(type) }
        func isPackable(_ type: String) -> Bool { isScalar(type) && type != "string" && type != "bytes" }

        for message in 0..<count {
            lines.append("message Msg\(message) {")
            lines.append("  message Inner { \(syntax == "proto2" ? "optional " : "")int32 self = 1; repeated sint64 list = 2; }")
            var number = 0
            var names = Self.names.shuffled(using: &generator)
            func next() -> String { names.popLast() ?? "field_\(number)" }
            for _ in 0..<(2 + below(6)) {
                number += chance(6) ? 1 + below(3_000) : 1
                let name = next()
                var type = type(message)
                switch below(8) {
                case 0, 1:
                    var options = ""
                    if isPackable(type), chance(2) {
                        options = syntax == "edition" ? " [features.repeated_field_encoding = \(pick(["PACKED", "EXPANDED"]))]" : " [packed = \(pick(["true", "false"]))]"
                    } else if syntax == "edition", !isScalar(type), chance(3) {
                        options = " [features.message_encoding = DELIMITED]"
                    }
                    lines.append("  repeated \(type) \(name) = \(number)\(options);")
                case 2: lines.append("  map<\(pick(Self.keys)), \(type)> \(name) = \(number);")
                case 3:
                    lines.append("  oneof \(name) {")
                    let cases = 2 + below(3)
                    for part in 0..<cases { lines.append("    \(part == 0 ? type : pick(Self.scalars)) \(next()) = \(number + part);") }
                    if syntax == "proto2", chance(2) {
                        lines.append("    group Chosen\(number) = \(number + cases) { optional string text = 1; repeated E many = 2; }")
                        number += 1
                    }
                    lines.append("  }")
                    number += cases - 1
                case 4 where syntax == "proto2":
                    lines.append("  \(pick(["optional", "repeated", "required"])) group Part\(number) = \(number) { optional \(type) a = 1; repeated int32 b = 2; }")
                case 4, 5:
                    switch syntax {
                    case "proto2":
                        type = isScalar(type) ? type : "sint32"
                        lines.append("  required \(type) \(name) = \(number);")
                    case "proto3": lines.append("  optional \(type) \(name) = \(number);")
                    default:
                        let features = isScalar(type) ? ["EXPLICIT", "LEGACY_REQUIRED"] + (type == "C" ? [] : ["IMPLICIT"]) : []
                        let options = features.isEmpty ? "features.message_encoding = DELIMITED" : "features.field_presence = \(pick(features))"
                        lines.append("  \(type) \(name) = \(number) [\(options)];")
                    }
                default:
                    let explicit = syntax == "edition" && isImplicit && type == "C" ? " [features.field_presence = EXPLICIT]" : ""
                    lines.append("  \(syntax == "proto2" ? "optional " : "")\(type) \(name) = \(number)\(explicit);")
                }
            }
            lines.append("}")
        }
        text = lines.joined(separator: "\n") + "\n"
        messages = (0..<count).map { "p\(number).Msg\($0)" }
    }

    private static let scalars = [
        "double", "float", "int64", "uint64", "int32", "fixed64", "fixed32", "bool", "string", "bytes", "uint32", "sfixed32", "sfixed64", "sint32", "sint64",
    ]
    private static let keys = ["string", "int32", "bool", "uint64", "sint64", "fixed32", "sfixed64", "int64", "uint32"]
    private static let special = [
        "Timestamp", "Duration", "Struct", "Value", "ListValue", "FieldMask", "Any", "Empty", "NullValue", "Int64Value", "UInt64Value", "BytesValue",
        "FloatValue", "DoubleValue", "Int32Value", "UInt32Value", "StringValue", "BoolValue",
    ]
    private static let names = [
        "some_name", "fooBar", "_lead", "a_1b", "UPPER_case", "self", "init", "default", "class", "contract", "unknown_fields", "encode", "merge", "reader",
        "writer", "tag", "error", "value", "description", "hash_value", "type", "protocol", "case", "inner", "known", "step", "String", "int32", "decoder",
        "repeated_one", "x", "y", "switch", "where", "true_", "nil", "Any", "in", "is", "throws", "try", "dropped", "none", "some",
    ]
}
