import FoundationEssentials

/// A JSON object of a token: its header, or what it claims.
struct TokenPart {
    private let fields: [String: Value]

    init?(_ encoded: Substring) {
        guard let bytes = base64URL(encoded), let fields = try? JSONDecoder().decode([String: Value].self, from: Data(bytes)) else { return nil }
        self.fields = fields
    }

    subscript(name: String) -> Value? { fields[name] }

    /// What of JSON tokens are read for; the rest is let be.
    enum Value: Decodable {
        case text(String)
        case number(Double)
        case texts([String])
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else if let texts = try? container.decode([String].self) {
                self = .texts(texts)
            } else {
                self = .other
            }
        }

        var text: String? { if case .text(let text) = self { text } else { nil } }

        var texts: [String]? {
            switch self {
            case .text(let text): [text]
            case .texts(let texts): texts
            case .number, .other: nil
            }
        }

        /// Of a NumericDate: seconds since 1970, perhaps with a fraction.
        var milliseconds: Int64? {
            guard case .number(let seconds) = self, seconds >= 0, seconds < 9e12 else { return nil }
            return Int64(seconds * 1000)
        }
    }
}

/// RFC 7515's base64url, without padding. Nil for anything else.
func base64URL(_ text: some StringProtocol) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count + 2)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "-"): plain.append(UInt8(ascii: "+"))
        case UInt8(ascii: "_"): plain.append(UInt8(ascii: "/"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): plain.append(byte)
        default: return nil
        }
    }
    while plain.count % 4 != 0 { plain.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(plain)).map { Array($0) }
}
