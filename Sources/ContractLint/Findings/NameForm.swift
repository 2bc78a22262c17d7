/// Forms of names that style guides ask for. Names are ASCII: both languages see to that.
enum NameForm {
    /// `OrderLine`, `HTTPRequest`: begins with a capital and has no underscores.
    static func isPascalCase(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return isCapital(first) && !name.utf8.contains(underscore)
    }

    /// `order_line`, `line2`: small letters and digits, one underscore between words.
    static func isLowerSnakeCase(_ name: String) -> Bool { isSnakeCase(name) { isSmall($0) } }

    /// `ORDER_LINE`.
    static func isUpperSnakeCase(_ name: String) -> Bool { isSnakeCase(name) { isCapital($0) } }

    /// `OrderLine` → `ORDER_LINE`, `HTTPRequest` → `HTTP_REQUEST`, `http2Line` → `HTTP2_LINE`: as buf divides words.
    static func upperSnakeCase(_ name: String) -> String {
        let bytes = Array(name.utf8)
        var words: [[UInt8]] = [[]]
        for (index, byte) in bytes.enumerated() {
            let beginsWord =
                isCapital(byte) && index > 0
                && (isSmall(bytes[index - 1]) || (index + 1 < bytes.count && isSmall(bytes[index + 1])))
            if byte == underscore || beginsWord { words.append([]) }
            if byte != underscore { words[words.count - 1].append(isSmall(byte) ? byte - 0x20 : byte) }
        }
        return String(decoding: Array(words.filter { !$0.isEmpty }.joined(separator: [underscore])), as: UTF8.self)
    }

    static func lowerSnakeCase(_ name: String) -> String { upperSnakeCase(name).lowercased() }

    static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
    static func isSmall(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    private static let underscore = UInt8(ascii: "_")

    private static func isSnakeCase(_ name: String, _ isLetter: (UInt8) -> Bool) -> Bool {
        var previous = underscore
        for byte in name.utf8 {
            guard byte == underscore || isLetter(byte) || byte &- UInt8(ascii: "0") < 10 else { return false }
            if byte == underscore, previous == underscore { return false }
            previous = byte
        }
        return previous != underscore
    }
}
