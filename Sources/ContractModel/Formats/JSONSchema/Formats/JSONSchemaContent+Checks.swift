import LocatedJSON

extension JSONSchemaContent {
    /// What is wrong with a text's content, as the end of a sentence; nil where it is right or not known how to tell.
    func problem(_ text: String) -> String? {
        var bytes = Array(text.utf8)
        switch encoding?.lowercased() {
        case "base64":
            guard let decoded = base64Decoded(bytes) else { return "is not base64" }
            bytes = decoded
        case nil: break
        default: return nil
        }
        guard mediaType == "application/json" else { return nil }
        do throws(JSONProblem) {
            _ = try parseJSONPayload(bytes)
            return nil
        } catch {
            return "does not hold JSON"
        }
    }
}

/// RFC 4648, section 4, with padding.
private func base64Decoded(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    for (index, byte) in text.dropLast(padding).enumerated() {
        let value: UInt8
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): value = 62
        case UInt8(ascii: "/"): value = 63
        default: return nil
        }
        bits = bits << 6 | UInt32(value)
        switch index % 4 {
        case 0: break
        case 1: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
        case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
        default: bytes.append(UInt8(truncatingIfNeeded: bits))
        }
    }
    return bytes
}
