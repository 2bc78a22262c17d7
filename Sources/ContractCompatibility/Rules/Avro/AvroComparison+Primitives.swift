import ContractModel

/// avro/type-not-readable, avro/bytes-read-as-string, avro/number-rounded.
extension AvroComparison {
    mutating func comparePrimitives(_ read: AvroType.Primitive, _ written: AvroType.Primitive, at place: Place) {
        if !read.reads(written) {
            report(.typeNotReadable, "data written as '\(written.rawValue)' cannot be read as '\(read.rawValue)'", at: place)
        } else if read == .string, written == .bytes {
            report(.bytesReadAsString, "data written as 'bytes' is read as 'string', and fails where it is not UTF-8", at: place)
        } else if read.rounds(written) {
            report(
                .numberRounded, "data written as '\(written.rawValue)' is read as '\(read.rawValue)', which rounds large numbers",
                at: place)
        }
    }
}

/// A type as a message names it.
func describe(_ type: AvroType, in schema: AvroSchema) -> String {
    switch type {
    case .primitive(let primitive, _): return "'\(primitive.rawValue)'"
    case .array: return "an array"
    case .map: return "a map"
    case .named(let name): return "the \(schema.types[name]?.kindName ?? "type") '\(name)'"
    case .union(let branches):
        guard !branches.isEmpty else { return "the empty union" }
        let shown = branches.prefix(5).map { "'\($0.branchName)'" }.joined(separator: ", ")
        return "the union of \(shown)" + (branches.count > 5 ? " and \(branches.count - 5) more" : "")
    }
}
