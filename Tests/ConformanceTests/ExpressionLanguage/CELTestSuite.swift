import ExpressionLanguage
import Foundation
import TestSupport

/// The tests of https://github.com/google/cel-spec (tests/simple).
struct CELTest: Sendable {
    enum Outcome: Sendable {
        case value(ExpressionValue)
        case error
        case typeOnly
    }

    /// `file/section/name`, numbered where several share it.
    var id: String
    var expression: String
    var environment = ExpressionEnvironment()
    var variables: [String: ExpressionValue] = [:]
    var isChecked = true
    var outcome: Outcome = .value(true)
    var type: ExpressionType?
    /// What of the test our values cannot express.
    var unsupported: String?

    /// Nil where the corpus is not there.
    static func load() throws -> [CELTest]? {
        guard let folder = conformanceFolder("cel-spec/tests/simple/testdata") else { return nil }
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var tests: [CELTest] = []
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "textproto" {
            guard let root = TextProto(Array(try Data(contentsOf: file))) else { throw CocoaError(.fileReadCorruptFile) }
            let name = file.deletingPathExtension().lastPathComponent
            var seen: [String: Int] = [:]
            for section in root.messages("section") {
                for test in section.messages("test") {
                    let id = "\(name)/\(section.text("name") ?? "")/\(test.text("name") ?? "")".replacing(":", with: ";")
                    seen[id, default: 0] += 1
                    tests.append(CELTest(seen[id] == 1 ? id : "\(id)#\(seen[id] ?? 0)", test))
                }
            }
        }
        return tests
    }

    private init(_ id: String, _ test: TextProto) {
        self.id = id
        expression = test.text("expr") ?? ""
        environment.container = test.text("container") ?? ""
        isChecked = test.word("disable_check") != "true"
        declareTestMessages(&environment)
        for declaration in test.messages("type_env") {
            let name = declaration.text("name") ?? ""
            if let type = declaration.message("ident")?.message("type") { environment.variables[name] = ExpressionType(type) }
            if let function = declaration.message("function") {
                let overloads = function.messages("overloads").map { overload in
                    ExpressionFunction.Overload(
                        signature: name, isMember: overload.word("is_instance_function") == "true",
                        parameters: overload.messages("params").map(ExpressionType.init),
                        result: overload.message("result_type").map(ExpressionType.init) ?? .dyn)
                }
                environment.declare(
                    ExpressionFunction(name, overloads: overloads, "") { _, _ throws(EvaluationError) in
                        throw EvaluationError(.noSuchOverload, "")
                    })
            }
        }
        for binding in test.messages("bindings") {
            guard let value = binding.message("value")?.message("value").flatMap(readValue) else {
                unsupported = "a variable is a message"
                continue
            }
            variables[binding.text("key") ?? ""] = value
        }
        if let value = test.message("value") {
            expect(value)
        } else if let result = test.message("typed_result") {
            type = result.message("deduced_type").map(ExpressionType.init)
            if let value = result.message("result") { expect(value) } else { outcome = .typeOnly }
        } else if test.message("eval_error") != nil || test.message("any_eval_errors") != nil {
            outcome = .error
        }
        if test.word("check_only") == "true" { outcome = .typeOnly }
    }

    private mutating func expect(_ value: TextProto) {
        if let value = readValue(value) { outcome = .value(value) } else { unsupported = "the value is a message" }
    }
}

/// Fields of the suite's own messages that tests of types ask for.
private func declareTestMessages(_ environment: inout ExpressionEnvironment) {
    for version in ["proto2", "proto3"] {
        let name = "cel.expr.conformance.\(version).TestAllTypes"
        environment.declare(
            ExpressionObjectType(
                name,
                fields: [
                    "single_int64": .int, "single_int64_wrapper": .nullable(.int), "single_string_wrapper": .nullable(.string),
                    "single_duration": .duration, "single_timestamp": .timestamp, "standalone_enum": .int, "repeated_int64": .list(.int),
                    "repeated_nested_message": .list(.object("\(name).NestedMessage")), "map_bool_int64": .map(.bool, .int),
                ]))
        environment.declare(ExpressionObjectType("\(name).NestedMessage", fields: ["bb": .int]))
    }
}

extension ExpressionType {
    /// `cel.expr.Type` of the text format.
    init(_ message: TextProto) {
        if let word = message.word("primitive") {
            self = Self.primitive(word)
        } else if let word = message.word("wrapper") {
            self = .nullable(Self.primitive(word))
        } else if let word = message.word("well_known") {
            self = word == "TIMESTAMP" ? .timestamp : word == "DURATION" ? .duration : .dyn
        } else if message["null"] != nil {
            self = .null
        } else if let list = message.message("list_type") {
            self = .list(list.message("elem_type").map(ExpressionType.init) ?? .dyn)
        } else if let map = message.message("map_type") {
            self = .map(map.message("key_type").map(ExpressionType.init) ?? .dyn, map.message("value_type").map(ExpressionType.init) ?? .dyn)
        } else if let name = message.text("message_type") {
            self = name == "google.protobuf.Duration" ? .duration : name == "google.protobuf.Timestamp" ? .timestamp : .object(name)
        } else if let name = message.text("type_param") {
            self = .parameter(name)
        } else if let type = message.message("type") {
            self = .type(ExpressionType(type))
        } else if let other = message.message("abstract_type") {
            let parameters = other.messages("parameter_types").map(ExpressionType.init)
            self = other.text("name") == "optional_type" ? .optional(parameters.first ?? .dyn) : .opaque(other.text("name") ?? "", parameters)
        } else {
            self = .dyn
        }
    }

    private static func primitive(_ word: String) -> ExpressionType {
        switch word {
        case "BOOL": .bool
        case "INT64": .int
        case "UINT64": .uint
        case "DOUBLE": .double
        case "STRING": .string
        default: .bytes
        }
    }
}

/// `cel.expr.Value` of the text format; nil where it is a message that our values do not have.
func readValue(_ message: TextProto) -> ExpressionValue? {
    guard let (name, value) = message.fields.first else { return nil }
    switch (name, value) {
    case ("null_value", _): return .null
    case ("bool_value", .word(let word)): return .bool(word == "true")
    case ("int64_value", .word(let word)): return readInt(word).map(ExpressionValue.int)
    case ("uint64_value", .word(let word)):
        return (word.hasPrefix("0x") ? UInt64(word.dropFirst(2), radix: 16) : UInt64(word)).map(ExpressionValue.uint)
    case ("double_value", .word(let word)): return Double(word.hasSuffix("f") && !word.hasSuffix("inf") ? String(word.dropLast()) : word).map(ExpressionValue.double)
    case ("string_value", .text(let bytes)): return .string(String(decoding: bytes, as: UTF8.self))
    case ("bytes_value", .text(let bytes)): return .bytes(bytes)
    case ("type_value", .text(let bytes)): return readType(String(decoding: bytes, as: UTF8.self)).map(ExpressionValue.type)
    case ("list_value", .message(let list)):
        let values = list.messages("values").map(readValue)
        return values.contains { $0 == nil } ? nil : .list(values.compactMap { $0 })
    case ("map_value", .message(let map)):
        var result = ExpressionMap()
        for entry in map.messages("entries") {
            guard let key = entry.message("key").flatMap(readValue), let value = entry.message("value").flatMap(readValue) else { return nil }
            result[key: key] = value
        }
        return .map(result)
    case ("object_value", .message(let object)): return readObject(object)
    default: return nil
    }
}

private func readInt(_ word: String) -> Int64? { word.hasPrefix("0x") ? Int64(word.dropFirst(2), radix: 16) : Int64(word) }

private func readType(_ name: String) -> ExpressionType? {
    let types: [ExpressionType] = [
        .bool, .int, .uint, .double, .string, .bytes, .null, .timestamp, .duration, .list(.dyn), .map(.dyn, .dyn), .type(.dyn), .optional(.dyn), .dyn,
    ]
    return types.first { $0.name == name }
}

/// The messages that are values of the language itself, in a `google.protobuf.Any`.
private func readObject(_ any: TextProto) -> ExpressionValue? {
    guard let (url, value) = any.fields.first, case .message(let message) = value else { return nil }
    let seconds = message.word("seconds").flatMap { Int64($0) } ?? 0
    let nanoseconds = message.word("nanos").flatMap { Int32($0) } ?? 0
    let word = message.word("value")
    switch url.split(separator: "/").last {
    case "google.protobuf.Any": return readObject(message)
    case "google.protobuf.Duration": return .duration(.seconds(seconds) + .nanoseconds(Int64(nanoseconds)))
    case "google.protobuf.Timestamp": return ExpressionTimestamp(seconds: seconds, nanoseconds: nanoseconds).map(ExpressionValue.timestamp)
    case "google.protobuf.BoolValue": return .bool(word == "true")
    case "google.protobuf.Int32Value", "google.protobuf.Int64Value": return .int(word.flatMap { Int64($0) } ?? 0)
    case "google.protobuf.UInt32Value", "google.protobuf.UInt64Value": return .uint(word.flatMap { UInt64($0) } ?? 0)
    case "google.protobuf.FloatValue": return .double(Double(word.flatMap { Float($0) } ?? 0))
    case "google.protobuf.DoubleValue": return .double(word.flatMap { Double($0) } ?? 0)
    case "google.protobuf.StringValue": return .string(message.text("value") ?? "")
    case "google.protobuf.BytesValue":
        guard case .text(let bytes)? = message["value"] else { return .bytes([]) }
        return .bytes(bytes)
    case "google.protobuf.Value": return readJSONValue(message)
    case "google.protobuf.ListValue": return .list(message.messages("values").compactMap(readJSONValue))
    case "google.protobuf.Struct": return readStruct(message)
    default: return nil
    }
}

private func readStruct(_ message: TextProto) -> ExpressionValue {
    .map(ExpressionMap(message.messages("fields").map { ($0.text("key") ?? "", $0.message("value").flatMap(readJSONValue) ?? .null) }))
}

private func readJSONValue(_ message: TextProto) -> ExpressionValue? {
    guard let (name, value) = message.fields.first else { return .null }
    switch (name, value) {
    case ("null_value", _): return .null
    case ("number_value", .word(let word)): return Double(word).map(ExpressionValue.double)
    case ("string_value", .text(let bytes)): return .string(String(decoding: bytes, as: UTF8.self))
    case ("bool_value", .word(let word)): return .bool(word == "true")
    case ("struct_value", .message(let message)): return readStruct(message)
    case ("list_value", .message(let list)): return .list(list.messages("values").compactMap(readJSONValue))
    default: return nil
    }
}
