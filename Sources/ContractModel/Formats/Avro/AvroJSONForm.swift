import LocatedJSON

/// How Avro 1.12 writes primitive values as JSON, in defaults and in the JSON encoding alike.
enum AvroJSONForm {
    static func fits(_ node: JSONNode, _ primitive: AvroType.Primitive) -> Bool {
        switch primitive {
        case .null: node.isNull
        case .boolean: node.bool != nil
        case .int: node.writtenInteger.map { Int32(exactly: $0) != nil } ?? false
        case .long: node.writtenInteger != nil
        case .float, .double: node.number != nil
        case .string: node.string != nil
        case .bytes: byteCount(node) != nil
        }
    }

    /// How many bytes a string stands for, one a character; nil where it holds others.
    static func byteCount(_ node: JSONNode) -> Int? {
        guard let scalars = node.string?.unicodeScalars, scalars.allSatisfy({ $0.value <= 0xFF }) else { return nil }
        return scalars.count
    }
}
