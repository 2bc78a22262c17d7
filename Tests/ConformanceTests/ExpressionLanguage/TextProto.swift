/// A message of Protobuf's text format, as far as the tests of CEL use it (protobuf.dev/reference/protobuf/textformat-spec).
struct TextProto: Sendable {
    indirect enum Value: Sendable {
        /// Bytes of one or more strings that stand beside each other.
        case text([UInt8])
        /// A number or a name.
        case word(String)
        case message(TextProto)
    }

    private(set) var fields: [(name: String, value: Value)] = []

    subscript(_ name: String) -> Value? { fields.last { $0.name == name }?.value }

    func messages(_ name: String) -> [TextProto] {
        fields.compactMap { if $0.name == name, case .message(let message) = $0.value { message } else { nil } }
    }

    func message(_ name: String) -> TextProto? { messages(name).last }

    func text(_ name: String) -> String? {
        if case .text(let bytes)? = self[name] { String(decoding: bytes, as: UTF8.self) } else { nil }
    }

    func word(_ name: String) -> String? {
        if case .word(let word)? = self[name] { word } else { nil }
    }

    /// Nil where the text is none.
    init?(_ text: [UInt8]) {
        var reader = Reader(bytes: text)
        guard let fields = reader.fields(until: nil) else { return nil }
        self.fields = fields
    }

    private init(fields: [(name: String, value: Value)]) { self.fields = fields }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

        mutating func skipBlanks() {
            while let byte {
                if byte == UInt8(ascii: "#") {
                    while let byte = self.byte, byte != UInt8(ascii: "\n") { _ = byte; place += 1 }
                } else if byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
                    place += 1
                } else {
                    return
                }
            }
        }

        mutating func fields(until end: UInt8?) -> [(name: String, value: Value)]? {
            var fields: [(name: String, value: Value)] = []
            while true {
                skipBlanks()
                guard let byte else { return end == nil ? fields : nil }
                if byte == end {
                    place += 1
                    return fields
                }
                guard let name = name() else { return nil }
                skipBlanks()
                if self.byte == UInt8(ascii: ":") { place += 1 }
                skipBlanks()
                if self.byte == UInt8(ascii: "[") {
                    place += 1
                    while true {
                        skipBlanks()
                        if self.byte == UInt8(ascii: "]") { break }
                        guard let value = value() else { return nil }
                        fields.append((name, value))
                    }
                    place += 1
                } else {
                    guard let value = value() else { return nil }
                    fields.append((name, value))
                }
            }
        }

        /// A field's name, or a type's in brackets.
        mutating func name() -> String? {
            if byte == UInt8(ascii: "[") {
                guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
                defer { place = end + 1 }
                return String(decoding: bytes[place + 1..<end], as: UTF8.self)
            }
            return word()
        }

        mutating func word() -> String? {
            let start = place
            while let byte, isWord(byte) { place += 1 }
            return place > start ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
        }

        private func isWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "_.-+".utf8.contains(byte)
            }
        }

        mutating func value() -> Value? {
            switch byte {
            case UInt8(ascii: "{"):
                place += 1
                return fields(until: UInt8(ascii: "}")).map { .message(TextProto(fields: $0)) }
            case UInt8(ascii: "<"):
                place += 1
                return fields(until: UInt8(ascii: ">")).map { .message(TextProto(fields: $0)) }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                var text: [UInt8] = []
                while byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    guard let part = string() else { return nil }
                    text += part
                    skipBlanks()
                }
                return .text(text)
            default: return word().map { .word($0) }
            }
        }

        mutating func string() -> [UInt8]? {
            let quote = byte
            place += 1
            var text: [UInt8] = []
            while let byte {
                place += 1
                if byte == quote { return text }
                guard byte == UInt8(ascii: "\\") else {
                    text.append(byte)
                    continue
                }
                guard let letter = self.byte else { return nil }
                place += 1
                switch letter {
                case UInt8(ascii: "a"): text.append(7)
                case UInt8(ascii: "b"): text.append(8)
                case UInt8(ascii: "f"): text.append(12)
                case UInt8(ascii: "n"): text.append(10)
                case UInt8(ascii: "r"): text.append(13)
                case UInt8(ascii: "t"): text.append(9)
                case UInt8(ascii: "v"): text.append(11)
                case UInt8(ascii: "x"): text.append(UInt8(truncatingIfNeeded: number(radix: 16, most: 2)))
                case UInt8(ascii: "u"): text += Array(String(Unicode.Scalar(number(radix: 16, most: 4)) ?? "?").utf8)
                case UInt8(ascii: "U"): text += Array(String(Unicode.Scalar(number(radix: 16, most: 8)) ?? "?").utf8)
                case UInt8(ascii: "0")...UInt8(ascii: "7"):
                    place -= 1
                    text.append(UInt8(truncatingIfNeeded: number(radix: 8, most: 3)))
                default: text.append(letter)
                }
            }
            return nil
        }

        mutating func number(radix: Int, most: Int) -> UInt32 {
            let start = place
            while place - start < most, let byte, Int(String(UnicodeScalar(byte)), radix: radix) != nil { place += 1 }
            return UInt32(String(decoding: bytes[start..<place], as: UTF8.self), radix: radix) ?? 0
        }
    }
}
