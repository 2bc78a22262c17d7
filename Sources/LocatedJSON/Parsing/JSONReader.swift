import Diagnostics

/// Reads one JSON text from its first byte to its last. Containers that are open are kept in an array and not on the call
/// stack, so that depth is only ever a number.
struct JSONReader {
    let file: SourceFile
    let bytes: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits
    var diagnostics: [Diagnostic] = []
    var offset = 0
    private var line = 1
    /// Where the line would begin if every character in it so far were one byte long.
    private var columnBase = 0
    private var values = 0

    init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
        self.file = file
        self.bytes = bytes
        self.limits = limits
    }

    // MARK: Places

    var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    var position: SourcePosition { SourcePosition(offset: offset, line: line, column: offset - columnBase + 1) }

    func range(from start: SourcePosition) -> SourceRange { SourceRange(file: file, start: start, end: position) }

    /// So many of the bytes just passed continued a character.
    mutating func narrow(by continuationBytes: Int) { columnBase += continuationBytes }

    /// Past one byte, whatever it is.
    mutating func advance() {
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case 0x0A where offset >= 2 && bytes[offset - 2] == 0x0D: columnBase = offset
        case 0x0A, 0x0D:
            line += 1
            columnBase = offset
        case 0x80...0xBF: columnBase += 1
        default: break
        }
    }

    // MARK: The text

    mutating func readText() throws(JSONProblem) -> JSONNode {
        guard bytes.count <= limits.maximumBytes else { throw tooLarge() }
        try skipByteOrderMark()
        var open: [OpenContainer] = []
        while true {
            var node = try beginValue(&open)
            while let done = node {
                guard !open.isEmpty else {
                    try skipSpace()
                    if current != nil { throw trailingText() }
                    return done
                }
                node = try place(done, in: &open)
            }
        }
    }

    /// Reads a scalar or an empty container; nil where a container was opened whose first value comes next.
    private mutating func beginValue(_ open: inout [OpenContainer]) throws(JSONProblem) -> JSONNode? {
        try skipSpace()
        values += 1
        if values > limits.maximumValues { throw tooManyValues() }
        let start = position
        guard let byte = current else { throw endOfText("a value is expected") }
        switch byte {
        case UInt8(ascii: "\""): return JSONNode(.string(try readString()), at: range(from: start))
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            return JSONNode(.number(try readNumber()), at: range(from: start))
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let isObject = byte == UInt8(ascii: "{")
            if open.count >= limits.maximumDepth { throw tooDeep() }
            advance()
            open.append(OpenContainer(isObject: isObject, start: start))
            try skipSpace()
            if current == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return close(&open) }
            if isObject { try readKey(&open) }
            return nil
        default:
            return JSONNode(try readWord(), at: range(from: start))
        }
    }

    /// Puts a value where it belongs. Nil where another one follows; the container where it is now whole.
    private mutating func place(_ node: JSONNode, in open: inout [OpenContainer]) throws(JSONProblem) -> JSONNode? {
        let top = open.count - 1
        let isObject = open[top].isObject
        if isObject {
            let member = JSONMember(key: open[top].key, at: open[top].keyRange ?? node.range, value: node)
            open[top].members.append(member)
        } else {
            open[top].elements.append(node)
        }
        try skipSpace()
        let end = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if current == end { return close(&open) }
        guard current == UInt8(ascii: ",") else { throw missingSeparator(end: end, opened: open[top].start) }
        let comma = position
        advance()
        let commaRange = range(from: comma)
        try skipSpace()
        if current == end {
            try reportTrailingComma(at: commaRange)
            return close(&open)
        }
        if isObject { try readKey(&open) }
        return nil
    }

    private mutating func close(_ open: inout [OpenContainer]) -> JSONNode? {
        advance()
        guard let container = open.popLast() else { return nil }
        let content: JSONNode.Content = container.isObject ? .object(container.members) : .array(container.elements)
        return JSONNode(content, at: range(from: container.start))
    }

    /// From the key past the colon.
    private mutating func readKey(_ open: inout [OpenContainer]) throws(JSONProblem) {
        let start = position
        let key = current == UInt8(ascii: "\"") ? try readString() : try readMistakenKey()
        let keyRange = range(from: start)
        let top = open.count - 1
        if let first = open[top].firstRange(of: key, at: keyRange), !limits.allowsDuplicateKeys {
            try reportDuplicateKey(key, at: keyRange, first: first)
        }
        open[top].key = key
        open[top].keyRange = keyRange
        try skipSpace()
        guard current == UInt8(ascii: ":") else { throw missingColon(after: key, at: keyRange) }
        advance()
    }

    mutating func skipSpace() throws(JSONProblem) {
        while let byte = current {
            switch byte {
            case 0x20, 0x09:
                offset += 1
            case 0x0A, 0x0D:
                advance()
            case UInt8(ascii: "/"), UInt8(ascii: "#"):
                guard try skipComment() else { return }
            default:
                return
            }
        }
    }

    private mutating func readWord() throws(JSONProblem) -> JSONNode.Content {
        let rest = bytes[offset...]
        let (content, length): (JSONNode.Content, Int)
        if rest.starts(with: "true".utf8) {
            (content, length) = (.bool(true), 4)
        } else if rest.starts(with: "false".utf8) {
            (content, length) = (.bool(false), 5)
        } else if rest.starts(with: "null".utf8) {
            (content, length) = (.null, 4)
        } else {
            return try readMistakenValue()
        }
        if rest.count > length, isWordByte(bytes[offset + length]) { return try readMistakenValue() }
        offset += length
        return content
    }
}

func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
        true
    default: false
    }
}

/// An array or object whose end has not come yet.
struct OpenContainer {
    let isObject: Bool
    let start: SourcePosition
    var elements: [JSONNode] = []
    var members: [JSONMember] = []
    /// Of the member whose value comes next.
    var key = ""
    var keyRange: SourceRange?
    /// Filled once looking through the members would take long.
    private var seen: [ExactText: SourceRange] = [:]

    init(isObject: Bool, start: SourcePosition) {
        self.isObject = isObject
        self.start = start
    }

    /// Where the key stood before, if it did.
    mutating func firstRange(of key: String, at range: SourceRange) -> SourceRange? {
        if members.count < 12 { return members.first { $0.key.isSameText(as: key) }?.keyRange }
        if seen.isEmpty {
            for member in members where seen[ExactText(member.key)] == nil { seen[ExactText(member.key)] = member.keyRange }
        }
        if let first = seen[ExactText(key)] { return first }
        seen[ExactText(key)] = range
        return nil
    }
}
