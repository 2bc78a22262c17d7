extension AvroSchema {
    /// Avro 1.12, "Parsing Canonical Form": what two schemas share that read the same data alike. It drops defaults, aliases
    /// and logical types, so it is no identity of a contract.
    package var parsingCanonicalForm: String {
        var text = ""
        var written: Set<String> = []
        write(root, into: &text, &written)
        return text
    }

    private func write(_ type: AvroType, into text: inout String, _ written: inout Set<String>) {
        switch type {
        case .primitive(let primitive, _): text += "\"\(primitive.rawValue)\""
        case .array(let item):
            text += "{\"type\":\"array\",\"items\":"
            write(item, into: &text, &written)
            text += "}"
        case .map(let value):
            text += "{\"type\":\"map\",\"values\":"
            write(value, into: &text, &written)
            text += "}"
        case .union(let branches):
            text += "["
            for (index, branch) in branches.enumerated() {
                if index > 0 { text += "," }
                write(branch, into: &text, &written)
            }
            text += "]"
        case .named(let name):
            guard written.insert(name).inserted, let named = types[name] else {
                text += "\"\(name)\""
                return
            }
            write(named, into: &text, &written)
        }
    }

    private func write(_ type: AvroNamedType, into text: inout String, _ written: inout Set<String>) {
        text += "{\"name\":\"\(type.fullName)\",\"type\":"
        switch type.content {
        case .record(let fields):
            text += "\"record\",\"fields\":["
            for (index, field) in fields.enumerated() {
                text += (index > 0 ? "," : "") + "{\"name\":\"\(field.name)\",\"type\":"
                write(field.type, into: &text, &written)
                text += "}"
            }
            text += "]}"
        case .enumeration(let symbols, _):
            text += "\"enum\",\"symbols\":[" + symbols.map { "\"\($0)\"" }.joined(separator: ",") + "]}"
        case .fixed(let size, _):
            text += "\"fixed\",\"size\":\(size)}"
        }
    }

    /// CRC-64-AVRO of the canonical form.
    package var fingerprint: UInt64 { crc64Avro(parsingCanonicalForm.utf8) }
}

/// The Rabin fingerprint of Avro 1.12, "Schema Fingerprints".
package func crc64Avro(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(rabinEmpty) { state, byte in (state >> 8) ^ rabinTable[Int((state ^ UInt64(byte)) & 0xFF)] }
}

private let rabinEmpty: UInt64 = 0xC15D_213A_A4D7_A795

private let rabinTable: [UInt64] = (0..<256).map { index in
    (0..<8).reduce(UInt64(index)) { state, _ in (state >> 1) ^ (rabinEmpty & (0 &- (state & 1))) }
}
