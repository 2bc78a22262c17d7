import HeddleRuntime

/// Writes a document as UTF-8, without blanks of its own: the declaration `<?xml version="1.0" encoding="UTF-8"?>`, then the element.
///
///     var xml = XMLWriter()
///     xml.start("order", in: "urn:shop")
///     xml.attribute("id", "7")
///     try order.writeContent(to: &xml)
///     xml.end()
///     try xml.finish(into: &bytes)
///
/// Namespaces are declared where they begin: an element whose namespace is not the default one makes it so; where the document's element
/// has a namespace and those in it have none, `startRoot(isPrefixed:)` gives it a prefix instead. Attributes with a namespace get a prefix
/// in place. A text with characters that XML 1.0 cannot hold is an error, told by `finish`.
public struct XMLWriter: ~Copyable {
    private struct Element {
        /// With its prefix.
        var name: String
        var defaultNamespace: String
    }

    private var bytes = ByteWriter()
    private var open: [Element] = []
    private var defaultNamespace = ""
    private var rootNamespace: String?
    /// The start tag still lacks its `>`: attributes may follow.
    private var isTagOpen = false
    private var prefixes = 0
    private var error: CodecError?

    public init() { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") }

    /// The document's element; with the prefix `ns` where `isPrefixed`.
    public mutating func startRoot(_ local: StaticString, in namespace: StaticString, isPrefixed: Bool = false) {
        guard isPrefixed else { return start(local, in: namespace) }
        rootNamespace = namespace.description
        start("ns:\(local)", defaultNamespace: "")
        append(" xmlns:ns=\"" + escaped(namespace.description, inAttribute: true) + "\"")
    }

    public mutating func start(_ local: StaticString, in namespace: StaticString) {
        let uri = namespace.description
        if uri == defaultNamespace { return start(local.description, defaultNamespace: uri) }
        if uri == rootNamespace { return start("ns:\(local)", defaultNamespace: defaultNamespace) }
        start(local.description, defaultNamespace: uri)
        append(" xmlns=\"" + escaped(uri, inAttribute: true) + "\"")
    }

    private mutating func start(_ name: String, defaultNamespace: String) {
        endTag()
        open.append(Element(name: name, defaultNamespace: self.defaultNamespace))
        self.defaultNamespace = defaultNamespace
        append("<" + name)
        isTagOpen = true
    }

    public mutating func end() {
        guard let element = open.popLast() else { preconditionFailure("end() without a start()") }
        if isTagOpen {
            append("/>")
            isTagOpen = false
        } else {
            append("</" + element.name + ">")
        }
        defaultNamespace = element.defaultNamespace
    }

    /// Of the element that was just started.
    public mutating func attribute(_ local: StaticString, in namespace: StaticString = "", _ value: String) {
        attribute(XMLQName(local.description, in: namespace.description), value)
    }

    public mutating func attribute(_ name: XMLQName, _ value: String) {
        check(name.local)
        append(" " + (name.namespace.isEmpty ? "" : prefix(name.namespace) + ":") + name.local + "=\"")
        check(value)
        append(escaped(value, inAttribute: true) + "\"")
    }

    /// In an order that is always the same.
    public mutating func attributes(_ values: [XMLQName: String]) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { attribute(name, value) }
    }

    public mutating func null() { attribute("nil", in: XMLReader.instanceNamespace, "true") }

    public mutating func type(_ local: StaticString, in namespace: StaticString) {
        let name = qualified(XMLQName(local.description, in: namespace.description))
        attribute("type", in: XMLReader.instanceNamespace, name)
    }

    /// A name as the value of an attribute, or as the text that follows; its prefix is declared by the element that was just started.
    public mutating func qualified(_ name: XMLQName) -> String {
        if name.namespace.isEmpty {
            if !defaultNamespace.isEmpty { fail("a name in no namespace where the default namespace is another") }
            return name.local
        }
        return prefix(name.namespace) + ":" + name.local
    }

    public mutating func text(_ value: String) {
        guard !value.isEmpty else { return }
        endTag()
        check(value)
        append(escaped(value, inAttribute: false))
    }

    public mutating func fragment(_ fragment: XMLFragment) {
        endTag()
        append(fragment.text)
    }

    /// Ends the document and appends it.
    public consuming func finish(into writer: inout ByteWriter) throws(CodecError) {
        precondition(open.isEmpty, "an element is not ended")
        if let error { throw error }
        writer.append(bytes.bytes)
    }

    // MARK: Inside

    private mutating func prefix(_ namespace: String) -> String {
        if namespace == "http://www.w3.org/XML/1998/namespace" { return "xml" }
        if namespace == rootNamespace { return "ns" }
        prefixes += 1
        append(" xmlns:n\(prefixes)=\"" + escaped(namespace, inAttribute: true) + "\"")
        return "n\(prefixes)"
    }

    private mutating func endTag() {
        if isTagOpen { append(">") }
        isTagOpen = false
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(UnsafeRawBufferPointer($0).bytes) }
    }

    private mutating func check(_ value: String) {
        if !value.utf8.contains(where: { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 || $0 == 0xEF }) { return }
        let isPermitted = value.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 32 ? scalar.value != 0xFFFE && scalar.value != 0xFFFF : scalar == "\t" || scalar == "\n" || scalar == "\r"
        }
        if !isPermitted { fail("a character that XML cannot hold") }
    }

    private mutating func fail(_ what: String) {
        guard error == nil else { return }
        error = CodecError(.outOfRange(what), path: open.dropFirst().map { .field($0.name) })
    }
}

func escaped(_ text: String, inAttribute: Bool) -> String {
    guard text.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 13 || inAttribute && ($0 == 34 || $0 == 9 || $0 == 10) })
    else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): result += "&amp;".utf8
        case UInt8(ascii: "<"): result += "&lt;".utf8
        case UInt8(ascii: ">"): result += "&gt;".utf8
        case 13: result += "&#13;".utf8
        case UInt8(ascii: "\"") where inAttribute: result += "&quot;".utf8
        case 9 where inAttribute: result += "&#9;".utf8
        case 10 where inAttribute: result += "&#10;".utf8
        default: result.append(byte)
        }
    }
    return String(decoding: result, as: UTF8.self)
}
