import Diagnostics
import LocatedJSON

private let nowhere = SourceRange(file: SourceFile(path: "", text: ""), start: .start, end: .start)

extension JSONNode {
    /// A value that nobody wrote.
    package init(made content: Content) { self.init(content, at: nowhere) }

    package static func made(_ members: [(String, JSONNode)]) -> JSONNode {
        JSONNode(made: .object(members.map { JSONMember(key: $0, at: nowhere, value: $1) }))
    }

    package static func made(_ elements: [JSONNode]) -> JSONNode { JSONNode(made: .array(elements)) }
    package static func made(_ text: String) -> JSONNode { JSONNode(made: .string(text)) }
    package static func made(_ value: Bool) -> JSONNode { JSONNode(made: .bool(value)) }
    package static func made(_ value: Int64) -> JSONNode { JSONNode(made: .number(JSONNumber(value))) }
    package static var null: JSONNode { JSONNode(made: .null) }

    /// The shortest text that reads back as the same number; NaN and the infinities as the strings that Avro for Java and
    /// Protobuf write for them.
    package static func made(_ value: Double) -> JSONNode { made(value.description, value.isNaN, value) }
    package static func made(_ value: Float) -> JSONNode { made(value.description, value.isNaN, Double(value)) }

    private static func made(_ text: String, _ isNaN: Bool, _ value: Double) -> JSONNode {
        if let number = JSONNumber(text) { return JSONNode(made: .number(number)) }
        return made(isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
    }
}
