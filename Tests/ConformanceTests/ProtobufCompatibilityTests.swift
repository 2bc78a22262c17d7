import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Our verdicts on changes of Protobuf contracts against those of buf 1.75 and of Confluent's registry. What differs is listed
/// in known-failures/protobuf-compatibility.txt.
struct ProtobufCompatibilityTests {
    @Test(
        .enabled("the corpus is not there: set HEDDLE_CONFORMANCE") {
            conformanceFolder("buf-type-matrix") != nil
        })
    func `each type into each other is judged as buf does, by the same rules`() throws {
        let cases = try load([TypeChange].self, "buf-type-matrix/type-changes-proto3.json")
        #expect(cases.count == 324)
        var failing: [String: String] = [:]
        for change in cases {
            failing.merge(
                try disagreement(
                    "types/\(change.from)-\(change.to)", old: proto3(field: change.from),
                    new: proto3(field: change.to), change.verdicts)
            ) { $1 }
        }
        try holdVerdicts(failing, view: "types/")
    }

    @Test(
        .enabled("the corpus is not there: set HEDDLE_CONFORMANCE") {
            conformanceFolder("buf-type-matrix") != nil
        })
    func `each cardinality into each other is judged as buf does, by the same rules`() throws {
        var failing: [String: String] = [:]
        for (syntax, count) in [("proto3", 36), ("proto2", 18)] {
            let cases = try load([CardinalityChange].self, "buf-type-matrix/cardinality-\(syntax).json")
            #expect(cases.count == count)
            for change in cases {
                let labels = [change.from, change.to].map { $0 == "implicit" ? "" : $0 + " " }
                let texts = labels.map { shapes(syntax) + "message M { \($0)\(change.type) f = 1; }" }
                let id = "cardinality/\(syntax)-\(change.type)-\(change.from)-\(change.to)"
                failing.merge(try disagreement(id, old: texts[0], new: texts[1], change.verdicts)) { $1 }
            }
        }
        try holdVerdicts(failing, view: "cardinality/")
    }

    @Test(
        .enabled("the corpus is not there: set HEDDLE_CONFORMANCE") {
            conformanceFolder("proto-evolution-googleapis") != nil
        })
    func `real changes are judged as buf does, by the same rules and as often`() throws {
        let dependencies = try load([String: String].self, "proto-evolution-googleapis/deps.json")
        let cases = try load([RealChange].self, "proto-evolution-googleapis/pairs.json")
        #expect(cases.count == 97)
        var failing: [String: String] = [:]
        for change in cases {
            let schemas = [change.old, change.new].map { text in
                loadProtobuf([change.file]) { path in
                    (path == change.file ? text : dependencies[path]).map { SourceFile(path: path, text: $0) }
                }
            }
            for schema in schemas where schema.hasErrors {
                failing["real/\(change.name)"] =
                    "\(schema.diagnostics.filter { $0.severity == .error }.map(\.message).prefix(3))"
            }
            for (level, category) in categories {
                let differences = compareProtobuf(
                    old: schemas[0].schema, new: schemas[1].schema, level: level,
                    roots: (change.file, change.file))
                let ours = Dictionary(
                    differences.filter(\.isBreaking).map { (bufRule($0), 1) }, uniquingKeysWith: +)
                let theirs = change.verdicts[category]?.rules ?? [:]
                if ours != theirs {
                    failing["real/\(change.name)/\(category)"] = "we say \(ours), buf \(theirs)"
                }
            }
        }
        try holdVerdicts(failing, view: "real/")
    }

    @Test(
        .enabled("the corpus is not there: set HEDDLE_CONFORMANCE") {
            conformanceFolder("confluent-protobuf-diff") != nil
        })
    func `a registry's verdicts are ours on the wire, but for the differences that are listed`()
        throws
    {
        var failing: [String: String] = [:]
        var count = 0
        for name in ["diff-schema-examples", "diff-schema-examples-with-meta"] {
            for change in try load([RegistryChange].self, "confluent-protobuf-diff/\(name).json") {
                count += 1
                let old = schema(change.originalSchema, change.originalDependencies)
                let new = schema(change.updateSchema, change.updateDependencies)
                let breaking = compareProtobuf(
                    old: old, new: new, level: .wire, roots: ("main.proto", "main.proto")
                ).filter(\.isBreaking)
                if breaking.isEmpty != change.compatible {
                    failing["registry/\(name)-\(change.index)"] =
                        "\(change.description): we say \(breaking.map(\.message)), they \(change.changes)"
                }
            }
        }
        #expect(count == 31)
        try holdVerdicts(failing, view: "registry/")
    }
}

private let categories: [(ProtobufLevel, String)] = [
    (.wire, "WIRE"), (.wireJSON, "WIRE_JSON"), (.source, "FILE"),
]

private struct TypeChange: Decodable {
    var from: String
    var to: String
    var wire: [String]
    var wireJSON: [String]
    var file: [String]
    var verdicts: [String: [String]] { ["WIRE": wire, "WIRE_JSON": wireJSON, "FILE": file] }

    private enum CodingKeys: String, CodingKey {
        case from, to
        case wire = "WIRE"
        case wireJSON = "WIRE_JSON"
        case file = "FILE"
    }
}

private struct CardinalityChange: Decodable {
    var type: String
    var from: String
    var to: String
    var wire: [String]
    var wireJSON: [String]
    var file: [String]
    var verdicts: [String: [String]] { ["WIRE": wire, "WIRE_JSON": wireJSON, "FILE": file] }

    private enum CodingKeys: String, CodingKey {
        case type, from, to
        case wire = "WIRE"
        case wireJSON = "WIRE_JSON"
        case file = "FILE"
    }
}

private struct RealChange: Decodable {
    struct Verdict: Decodable { var rules: [String: Int] }
    var name: String
    var file: String
    var old: String
    var new: String
    var verdicts: [String: Verdict]

    private enum CodingKeys: String, CodingKey {
        case name, file, old, new
        case verdicts = "buf_1_75"
    }
}

private struct RegistryChange: Decodable {
    struct Dependency: Decodable {
        var name: String
        var dependency: String
    }
    var index: Int
    var description: String
    var originalSchema: String
    var updateSchema: String
    var originalDependencies: [Dependency]?
    var updateDependencies: [Dependency]?
    var changes: [String]
    var compatible: Bool

    private enum CodingKeys: String, CodingKey {
        case index, description, changes, compatible
        case originalSchema = "original_schema"
        case updateSchema = "update_schema"
        case originalDependencies = "original_dependencies"
        case updateDependencies = "update_dependencies"
    }
}

private func load<Cases: Decodable>(_ type: Cases.Type, _ path: String) throws -> Cases {
    let folder = try #require(conformanceFolder(String(path.split(separator: "/")[0])))
    return try JSONDecoder().decode(
        type, from: Data(contentsOf: folder.deletingLastPathComponent().appending(path: path)))
}

private func shapes(_ syntax: String) -> String {
    let label = syntax == "proto2" ? "optional " : ""
    return """
        syntax = "\(syntax)";
        package t;
        enum En { EN_ZERO = 0; EN_ONE = 1; }
        message Ms { \(label)int32 a = 1; }
        message Mt { \(label)int32 a = 1; }

        """
}

private func proto3(field type: String) -> String {
    shapes("proto3") + "message M { \(type) f = 1; }"
}

/// Where we name other rules than buf, as sets, by case and category.
private func disagreement(_ id: String, old: String, new: String, _ verdicts: [String: [String]])
    throws -> [String: String]
{
    let schemas = [old, new].map { loadProtobuf(SourceFile(path: "m.proto", text: $0)) }
    for schema in schemas { #expect(!schema.hasErrors, "\(id): \(schema.diagnostics)") }
    var failing: [String: String] = [:]
    for (level, category) in categories {
        let differences = compareProtobuf(old: schemas[0].schema, new: schemas[1].schema, level: level)
        // buf's verdicts were taken at the line of the field: what it says of the message is not among them.
        let ours = differences.filter {
            $0.isBreaking && $0.rule != ProtobufRule.requiredFieldDeleted.rawValue
        }
        let names = Set(ours.map(bufRule))
        let theirs = Set(verdicts[category] ?? [])
        if names != theirs {
            failing["\(id)/\(category)"] = "we say \(names.sorted()), buf \(theirs.sorted())"
        }
    }
    return failing
}

private func schema(_ text: String, _ dependencies: [RegistryChange.Dependency]?) -> ProtobufSchema {
    loadProtobuf(["main.proto"]) { path in
        (path == "main.proto" ? text : dependencies?.first { $0.name == path }?.dependency).map {
            SourceFile(path: path, text: $0)
        }
    }.schema
}

/// buf's name of the rule behind a difference.
private func bufRule(_ difference: Difference) -> String {
    guard let rule = ProtobufRule(rawValue: difference.rule) else { return difference.rule }
    switch rule {
    case .packageChanged: return "FILE_SAME_PACKAGE"
    case .syntaxChanged: return "FILE_SAME_SYNTAX"
    case .fileOptionChanged:
        return "FILE_SAME_" + (difference.path.split(separator: "/").last ?? "").uppercased()
    case .messageDeleted: return "MESSAGE_NO_DELETE"
    case .enumDeleted: return "ENUM_NO_DELETE"
    case .rpcDeleted: return "RPC_NO_DELETE"
    case .requiredFieldAdded, .requiredFieldDeleted: return "MESSAGE_SAME_REQUIRED_FIELDS"
    case .messageReservationDeleted: return "RESERVED_MESSAGE_NO_DELETE"
    case .enumReservationDeleted: return "RESERVED_ENUM_NO_DELETE"
    case .fieldDeleted: return "FIELD_NO_DELETE"
    case .fieldNumberNotReserved: return "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED"
    case .fieldNameNotReserved: return "FIELD_NO_DELETE_UNLESS_NAME_RESERVED"
    case .fieldTypeChanged: return "FIELD_SAME_TYPE"
    case .fieldWireTypeChanged: return "FIELD_WIRE_COMPATIBLE_TYPE"
    case .fieldJSONTypeChanged: return "FIELD_WIRE_JSON_COMPATIBLE_TYPE"
    case .fieldCardinalityChanged: return "FIELD_SAME_CARDINALITY"
    case .fieldWireCardinalityChanged: return "FIELD_WIRE_COMPATIBLE_CARDINALITY"
    case .fieldJSONCardinalityChanged: return "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY"
    case .fieldRenamed: return "FIELD_SAME_NAME"
    case .fieldJSONNameChanged: return "FIELD_SAME_JSON_NAME"
    case .fieldOneofChanged: return "FIELD_SAME_ONEOF"
    case .fieldDefaultChanged: return "FIELD_SAME_DEFAULT"
    case .enumValueDeleted: return "ENUM_VALUE_NO_DELETE"
    case .enumValueNumberNotReserved: return "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED"
    case .enumValueNameNotReserved: return "ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED"
    case .enumValueRenamed: return "ENUM_VALUE_SAME_NAME"
    default: return difference.rule
    }
}

/// Expects the disagreements of one view to be those that are listed, each with its reason.
private func holdVerdicts(_ failing: [String: String], view: String) throws {
    let known = try knownFailures("protobuf-compatibility").filter { $0.key.hasPrefix(view) }
    for (id, problem) in failing.sorted(by: { $0.key < $1.key }) where known[id] == nil {
        Issue.record("\(id): \(problem)")
    }
    for id in known.keys.sorted() where failing[id] == nil {
        Issue.record("\(id) passes: take it out of known-failures/protobuf-compatibility.txt")
    }
}
