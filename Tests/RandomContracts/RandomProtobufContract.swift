import Determinism

/// A random .proto file with the messages `M0`, `M1`, … in the package `p` and a number.
package struct RandomProtobufContract {
    package let text: String
    /// Full names.
    package let messages: [String]

    package init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }
        func pick(_ texts: [String]) -> String { texts[Int.random(in: 0..<texts.count, using: &generator)] }
        let syntax = seed % 3 == 0 ? "syntax = \"proto2\";" : seed % 3 == 1 ? "syntax = \"proto3\";" : "edition = \"2023\";"
        let isProto2 = seed % 3 == 0
        let count = Int.random(in: 1...3, using: &generator)
        let scalars = [
            "double", "float", "int64", "uint64", "int32", "fixed64", "fixed32", "bool", "string", "bytes", "uint32", "sfixed32",
            "sfixed64", "sint32", "sint64",
        ]
        let special = [
            "google.protobuf.Timestamp", "google.protobuf.Duration", "google.protobuf.Struct", "google.protobuf.Value",
            "google.protobuf.ListValue",
            "google.protobuf.FieldMask", "google.protobuf.Any", "google.protobuf.Int64Value", "google.protobuf.BytesValue",
            "google.protobuf.FloatValue",
            "google.protobuf.StringValue", "google.protobuf.BoolValue",
        ]
        func type() -> String {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: "M\(Int.random(in: 0..<count, using: &generator))"
            case 1: "E"
            case 2: pick(special)
            default: pick(scalars)
            }
        }
        var lines = [syntax, "package p\(seed);"]
        for name in ["timestamp", "duration", "struct", "field_mask", "any", "wrappers"] {
            lines.append("import \"google/protobuf/\(name).proto\";")
        }
        lines.append("enum E { E_ZERO = 0; E_ONE = 1; E_MINUS = -1; E_BIG = 2147483647; }")
        for message in 0..<count {
            lines.append("message M\(message) {")
            var number = 0
            for _ in 0..<Int.random(in: 1...7, using: &generator) {
                number += chance(5) ? Int.random(in: 1...3_000, using: &generator) : 1
                let name = pick(["some_name", "x", "fooBar", "_lead", "a_1b", "UPPER_case"]) + "_\(number)"
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: lines.append("  repeated \(type()) \(name) = \(number);")
                case 1:
                    lines.append(
                        "  map<\(pick(["string", "int32", "bool", "uint64", "sint64", "fixed32"])), \(type())> \(name) = \(number);")
                case 2:
                    lines.append("  oneof \(name)_one { \(type()) \(name)a = \(number); \(type()) \(name)b = \(number + 1); }")
                    number += 1
                case 3 where seed % 3 != 2: lines.append("  optional \(type()) \(name) = \(number);")
                default: lines.append("  \(isProto2 ? "optional " : "")\(type()) \(name) = \(number);")
                }
            }
            lines.append("}")
        }
        text = lines.joined(separator: "\n") + "\n"
        messages = (0..<count).map { "p\(seed).M\($0)" }
    }
}
