import Determinism
import LocatedJSON

/// An object of a known shape. Members that nobody knows are refused: they may matter.
package struct JSONRecord {
    package let node: JSONNode
    private let members: [JSONMember]

    package init(_ node: JSONNode, _ known: String...) throws(FileProblem) { try self.init(node, known: known) }

    package init(_ node: JSONNode, known: [String]) throws(FileProblem) {
        guard let members = node.object else { throw FileProblem("expected an object, found \(node.kind.description)", at: node) }
        for member in members where !known.contains(member.key) {
            throw FileProblem("'\(excerpt(member.key))' is not known here", at: member.value)
        }
        self.node = node
        self.members = members
    }

    /// Members that nobody knows are passed over: where nothing is decided by what is read, a newer Heddle may say more.
    package init(open node: JSONNode) throws(FileProblem) {
        guard let members = node.object else { throw FileProblem("expected an object, found \(node.kind.description)", at: node) }
        self.node = node
        self.members = members
    }

    package func has(_ key: String) -> Bool { optional(key) != nil }

    /// nil where it is absent. `null` is never written for that, and stays a value.
    package func optional(_ key: String) -> JSONNode? { members.first { $0.key == key }?.value }

    package func required(_ key: String) throws(FileProblem) -> JSONNode {
        guard let value = optional(key) else { throw FileProblem("'\(key)' is missing", at: node) }
        return value
    }

    package func string(_ key: String) throws(FileProblem) -> String { try required(key).text() }

    package func optionalString(_ key: String) throws(FileProblem) -> String? {
        guard let value = optional(key) else { return nil }
        return try value.text()
    }

    package func number(_ key: String, in range: ClosedRange<Int> = 0...Int.mostExact) throws(FileProblem) -> Int {
        try required(key).whole(in: range)
    }

    package func optionalNumber(_ key: String, in range: ClosedRange<Int> = 0...Int.mostExact) throws(FileProblem) -> Int? {
        guard let value = optional(key) else { return nil }
        return try value.whole(in: range)
    }

    /// Absent: false.
    package func flag(_ key: String) throws(FileProblem) -> Bool {
        guard let value = optional(key) else { return false }
        guard let bool = value.bool else { throw FileProblem("expected true or false, found \(value.kind.description)", at: value) }
        return bool
    }

    package func strings(_ key: String) throws(FileProblem) -> [String] {
        try required(key).elements { node throws(FileProblem) in try node.text() }
    }

    package func optionalStrings(_ key: String) throws(FileProblem) -> [String]? {
        has(key) ? try strings(key) : nil
    }

    /// One of the words of an enumeration.
    package func word<Word: RawRepresentable>(_ key: String) throws(FileProblem) -> Word where Word.RawValue == String {
        try required(key).word()
    }

    package func optionalWord<Word: RawRepresentable>(_ key: String) throws(FileProblem) -> Word? where Word.RawValue == String {
        guard let value = optional(key) else { return nil }
        return try value.word() as Word
    }
}

extension Int {
    /// What every reader of JSON holds exactly (RFC 8259, section 6).
    package static let mostExact = 1 << 53
}

extension JSONNode {
    package func text() throws(FileProblem) -> String {
        guard let string else { throw FileProblem("expected a string, found \(kind.description)", at: self) }
        return string
    }

    package func whole(in range: ClosedRange<Int>) throws(FileProblem) -> Int {
        guard let number else { throw FileProblem("expected a number, found \(kind.description)", at: self) }
        guard let value = number.int64, range.contains(Int(value)) else {
            throw FileProblem("\(excerpt(number.text)) is no whole number that can stand here", at: self)
        }
        return Int(value)
    }

    package func word<Word: RawRepresentable>() throws(FileProblem) -> Word where Word.RawValue == String {
        let text = try text()
        guard let word = Word(rawValue: text) else { throw FileProblem("'\(excerpt(text))' is not known here", at: self) }
        return word
    }

    package func elements<Element>(_ read: (JSONNode) throws(FileProblem) -> Element) throws(FileProblem) -> [Element] {
        guard let array else { throw FileProblem("expected an array, found \(kind.description)", at: self) }
        var elements: [Element] = []
        elements.reserveCapacity(array.count)
        for node in array { elements.append(try read(node)) }
        return elements
    }

    /// Keys are told apart as Swift tells strings apart: by what they look like.
    package func map<Value>(_ read: (JSONNode) throws(FileProblem) -> Value) throws(FileProblem) -> [String: Value] {
        guard let object else { throw FileProblem("expected an object, found \(kind.description)", at: self) }
        var values: [String: Value] = [:]
        values.reserveCapacity(object.count)
        for member in object {
            guard values.updateValue(try read(member.value), forKey: member.key) == nil else {
                throw FileProblem("'\(excerpt(member.key))' is here twice", at: member.value)
            }
        }
        return values
    }
}

/// Enough of a text to find it by, and nothing that moves a terminal's cursor.
func excerpt(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(61)
    let shown = String(String.UnicodeScalarView(scalars.prefix(60).map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    return scalars.count > 60 ? shown + "…" : shown
}
