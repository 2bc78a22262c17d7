/// Writes JSON text, without a space between. Members come in the order in which they are written.
///
///     var json = JSONWriter()
///     json.object { $0.member("name", "orders"); $0.member("partitions", 6) }
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

    mutating func object(_ body: (inout JSONWriter) -> Void) { enclose("{", "}", body) }
    mutating func array(_ body: (inout JSONWriter) -> Void) { enclose("[", "]", body) }

    mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        self.name(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: Int64?) {
        guard let value else { return }
        self.name(name)
        integer(value)
    }

    mutating func member(_ name: String, _ value: Int?) { member(name, value.map(Int64.init)) }

    mutating func member(_ name: String, _ value: Bool) {
        self.name(name)
        separate()
        append(value ? "true" : "false")
    }

    mutating func member(_ name: String, _ values: [String]?) {
        guard let values else { return }
        self.name(name)
        array { for value in values { $0.string(value) } }
    }

    /// In the order of the names.
    mutating func member(_ name: String, _ values: [String: String]) {
        self.name(name)
        object { for (name, value) in values.sorted(by: { $0.key < $1.key }) { $0.member(name, value) } }
    }

    mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        object(body)
    }

    mutating func name(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func integer(_ value: Int64) {
        separate()
        append(String(value))
    }

    mutating func string(_ value: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        if value.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            for byte in value.utf8 { appendEscaped(byte) }
        } else {
            append(value)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// JSON text that was written already.
    mutating func raw(_ text: [UInt8]) {
        separate()
        bytes += text
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case ..<0x20:
            append("\\u00")
            append(byte < 16 ? "0" : "1")
            append(String(byte % 16, radix: 16))
        default: bytes.append(byte)
        }
    }

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
