/// What each of the tracing systems along the way keeps for itself, newest first: `rojo=00f067aa0ba902b7,congo=t61rcWkgMzE`.
///
/// Source: W3C Trace Context, level 2, section 3.3.
public struct TraceState: Sendable, Hashable, CustomStringConvertible {
    public static let header = "tracestate"
    public static let mostMembers = 32

    public struct Member: Sendable, Hashable {
        public let key: String
        public let value: String

        /// Nil where one of them is not what the specification allows.
        public init?(key: String, value: String) {
            guard Self.isKey(key), Self.isValue(value) else { return nil }
            self.key = key
            self.value = value
        }
    }

    public private(set) var members: [Member] = []

    public init() {}

    /// Reads the header; nil where any part of it is not valid: it is then dropped as a whole. Empty members are passed over.
    public init?(_ text: String) {
        for part in text.split(separator: ",", omittingEmptySubsequences: true) {
            let trimmed = part.trimmedOfBlanks
            if trimmed.isEmpty { continue }
            guard let equals = trimmed.firstIndex(of: "="),
                let member = Member(key: String(trimmed[..<equals]), value: String(trimmed[trimmed.index(after: equals)...])),
                members.count < Self.mostMembers, !members.contains(where: { $0.key == member.key })
            else { return nil }
            members.append(member)
        }
    }

    public subscript(key: String) -> String? { members.first { $0.key == key }?.value }

    /// Whoever writes goes to the front, and the last of too many falls off.
    public mutating func set(_ member: Member) {
        members.removeAll { $0.key == member.key }
        members.insert(member, at: 0)
        if members.count > Self.mostMembers { members.removeLast() }
    }

    public mutating func remove(_ key: String) { members.removeAll { $0.key == key } }

    public var isEmpty: Bool { members.isEmpty }

    public var description: String { members.map { "\($0.key)=\($0.value)" }.joined(separator: ",") }
}

extension TraceState.Member {
    /// Small letters, digits and `_-*/@`, at most 256, the first a letter or a digit.
    fileprivate static func isKey(_ key: String) -> Bool {
        guard let first = key.utf8.first, key.utf8.count <= 256, isLetter(first) || isDigit(first) else { return false }
        return key.utf8.allSatisfy { isLetter($0) || isDigit($0) || "_-*/@".utf8.contains($0) }
    }

    /// Visible characters of ASCII and blanks, at most 256, without `,` and `=`, and no blank at the end.
    fileprivate static func isValue(_ value: String) -> Bool {
        guard (1...256).contains(value.utf8.count), value.utf8.last != UInt8(ascii: " ") else { return false }
        return value.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "=") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Substring {
    /// Without blanks and tabs at either end.
    var trimmedOfBlanks: Substring {
        var rest = self
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }
}
