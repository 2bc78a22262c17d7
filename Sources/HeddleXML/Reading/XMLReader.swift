internal import CLibXML2
import HeddleRuntime

/// Takes a document's elements, attributes and text one after the other, as generated types ask for them.
///
///     var xml = try XMLReader(from: &bytes)
///     try xml.openRoot("order", in: "urn:shop")
///     let order = try OrderType(contentOf: &xml)
///     try xml.close()
///
/// libxml2's streaming parser reads the whole text when the reader is made; no tree is built. A document type is refused, and with it
/// every entity but XML's own five; nothing is ever loaded. Elements nest at most `ByteReader.maximumDepth` deep, a text has at most
/// `maximumBytes` and one value in it at most 10 million bytes.
///
/// Errors tell where they are by the names of the elements, with a number from 0 where several of a name stand together; `offset` is
/// that of the start tag. Comments and processing instructions are passed over.
public struct XMLReader: ~Copyable {
    /// Of one document: 64 MiB.
    public static let maximumBytes = 64 << 20

    let tape: OpaquePointer
    let events: UnsafePointer<heddle_xml_event>
    let attributes: UnsafeMutablePointer<heddle_xml_tape_attribute>?
    let declarations: UnsafePointer<heddle_xml_tape_declaration>?
    let characters: UnsafePointer<UInt8>?
    let count: Int
    /// The event that is read next.
    var next = 0
    /// The start of the element that was opened last and is not closed; -1: none.
    var current = -1
    /// What an element holds where it is empty, and which element that is.
    private var defaultText: (element: Int, text: StaticString) = (-1, "")

    /// Takes all bytes that remain.
    public init(from reader: inout ByteReader) throws(CodecError) {
        let start = reader.offset
        let bytes = try reader.readBytes(reader.remaining)
        guard bytes.byteCount <= Self.maximumBytes else {
            throw CodecError(.tooLarge("a document has at most \(Self.maximumBytes) bytes"), at: start)
        }
        var problem = heddle_xml_tape_error()
        let made = bytes.withUnsafeBytes { bytes in
            heddle_xml_tape_create(
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, Int32(ByteReader.maximumDepth), &problem)
        }
        guard let made else { throw unreadable(problem) }
        var count = 0
        guard let events = heddle_xml_tape_events(made, &count) else { preconditionFailure("a tape without events is an error") }
        tape = made
        self.events = events
        self.count = count
        attributes = heddle_xml_tape_attributes(made)
        declarations = heddle_xml_tape_declarations(made)
        characters = heddle_xml_tape_text(made)
    }

    deinit { heddle_xml_tape_free(tape) }

    // MARK: Elements

    /// Whether the next thing in the open element is an element of this name. Blanks before it do not count.
    public borrowing func isAt(_ local: StaticString, in namespace: StaticString) -> Bool {
        guard let event = elementAhead else { return false }
        return matches(event.local, local) && matches(event.uri, namespace)
    }

    /// Whether an element of one of these namespaces is next; the empty text stands for none.
    public borrowing func isAtElement(of namespaces: [StaticString]) -> Bool {
        guard let event = elementAhead else { return false }
        return namespaces.contains { matches(event.uri, $0) }
    }

    /// Whether an element is next, and its namespace is none of these.
    public borrowing func isAtElement(notOf namespaces: [StaticString]) -> Bool {
        guard let event = elementAhead else { return false }
        return !namespaces.contains { matches(event.uri, $0) }
    }

    /// Enters the document's element, which has to have this name.
    public mutating func openRoot(_ local: StaticString, in namespace: StaticString) throws(CodecError) {
        try expectRoot(local, in: namespace)
        open()
    }

    /// And says what it holds where it is empty.
    public mutating func openRoot(_ local: StaticString, in namespace: StaticString, default text: StaticString) throws(CodecError) {
        try expectRoot(local, in: namespace)
        open(default: text)
    }

    public borrowing func expectRoot(_ local: StaticString, in namespace: StaticString) throws(CodecError) {
        guard isAt(local, in: namespace) else {
            throw CodecError(.malformed(expected: "the element '\(local)' as the document's"), at: Int(events[0].offset))
        }
    }

    /// Enters the element that is next; the caller has seen that there is one.
    public mutating func open() {
        let index = ahead
        precondition(index < count && events[index].kind == HEDDLE_XML_START, "open() follows a test")
        current = index
        next = index + 1
    }

    /// Enters it, and says what it holds where it is empty.
    public mutating func open(default text: StaticString) {
        open()
        defaultText = (current, text)
    }

    /// Leaves the open element, in which nothing but blanks may be left.
    public mutating func close() throws(CodecError) {
        let index = ahead
        guard events[index].kind == HEDDLE_XML_END else { throw unexpected() }
        current = Int(events[current].parent)
        next = index + 1
    }

    /// Whether nothing is left in the open element, blanks included: for mixed content.
    public var isAtEnd: Bool { events[next].kind == HEDDLE_XML_END }

    // MARK: Text

    /// The text of the open element, which has no elements in it.
    public mutating func text(_ whitespace: XMLWhitespace) throws(CodecError) -> String {
        guard events[next].kind == HEDDLE_XML_TEXT else {
            guard isAtEnd else { throw unexpected() }
            return defaultText.element == current ? whitespace.applied(to: defaultText.text.description) : ""
        }
        let text = string(events[next].text, events[next].count)
        next += 1
        guard isAtEnd else { throw unexpected() }
        return whitespace.applied(to: text)
    }

    /// The text before the next element or the end, as it stands; nil for none.
    public mutating func textAhead() -> String? {
        guard events[next].kind == HEDDLE_XML_TEXT else { return nil }
        defer { next += 1 }
        return string(events[next].text, events[next].count)
    }

    // MARK: Inside

    /// The index of the next event that is not blank text.
    var ahead: Int {
        guard next < count, events[next].kind == HEDDLE_XML_TEXT, events[next].is_blank else { return next }
        return next + 1
    }

    var elementAhead: heddle_xml_event? {
        let index = ahead
        guard index < count, events[index].kind == HEDDLE_XML_START else { return nil }
        return events[index]
    }

    func string(_ start: UInt64, _ count: UInt32) -> String {
        guard let characters, count > 0 else { return "" }
        return String(decoding: UnsafeBufferPointer(start: characters + Int(start), count: Int(count)), as: UTF8.self)
    }
}

func matches(_ name: heddle_xml_tape_name, _ text: StaticString) -> Bool {
    guard Int(name.count) == text.utf8CodeUnitCount else { return false }
    guard let bytes = name.bytes else { return true }
    return text.withUTF8Buffer { expected in
        for index in 0..<expected.count where UInt8(bitPattern: bytes[index]) != expected[index] { return false }
        return true
    }
}

func string(_ name: heddle_xml_tape_name) -> String { name.bytes.map { String(cString: $0) } ?? "" }

/// Names of libxml2's errors are of its interface (`xmlParserErrors`). Its messages may show what stands in the text, so they are not told.
private func unreadable(_ problem: heddle_xml_tape_error) -> CodecError {
    let line = problem.line > 0 ? " (line \(problem.line))" : ""
    let reason: CodecError.Reason =
        switch problem.code {
        case -1: .malformed(expected: "a document without a document type\(line)")
        case -2: .tooLarge("elements nest more than \(ByteReader.maximumDepth) deep\(line)")
        case -3: .tooLarge("there is no memory for the document")
        case 4: .endOfInput
        case 6, 9, 81: .invalidText
        case 26, 27: .malformed(expected: "no entity but the five of XML\(line)")
        case 38, 39, 40, 65, 73, 76, 77: .malformed(expected: "well-formed tags\(line)")
        case 42: .malformed(expected: "an attribute no more than once\(line)")
        case 201...208: .malformed(expected: "prefixes that are declared\(line)")
        default: .malformed(expected: "well-formed XML\(line)")
        }
    return CodecError(reason, at: Int(problem.offset))
}
