internal import CLibXML2
import HeddleRuntime

extension XMLReader {
    static let instanceNamespace: StaticString = "http://www.w3.org/2001/XMLSchema-instance"

    /// The value of an attribute of the open element; nil where it has none of the name.
    public mutating func attribute(
        _ local: StaticString, in namespace: StaticString = "", _ whitespace: XMLWhitespace = .collapse
    ) -> String? {
        guard let index = index(of: local, in: namespace), let attributes else { return nil }
        attributes[index].is_used = true
        return whitespace.applied(to: string(attributes[index].text, attributes[index].count))
    }

    /// Ends in an error where the open element has attributes that nobody asked for. Those of `xsi` may always stand there.
    public borrowing func expectNoFurtherAttributes() throws(CodecError) {
        guard let attributes else { return }
        for index in attributeRange where !attributes[index].is_used && !matches(attributes[index].uri, Self.instanceNamespace) {
            throw failure(.malformed(expected: "no attribute '\(HeddleXML.string(attributes[index].local))'"))
        }
    }

    /// All attributes that nobody asked for, but for those of `xsi`.
    public mutating func furtherAttributes() -> [XMLQName: String] {
        var result: [XMLQName: String] = [:]
        guard let attributes else { return result }
        for index in attributeRange where !attributes[index].is_used && !matches(attributes[index].uri, Self.instanceNamespace) {
            attributes[index].is_used = true
            let name = XMLQName(HeddleXML.string(attributes[index].local), in: HeddleXML.string(attributes[index].uri))
            result[name] = string(attributes[index].text, attributes[index].count)
        }
        return result
    }

    /// The same, where those of other namespaces than these are an error; the empty text stands for none.
    public mutating func furtherAttributes(of namespaces: [StaticString]) throws(CodecError) -> [XMLQName: String] {
        let found = furtherAttributes()
        for name in found.keys where !namespaces.contains(where: { $0.description == name.namespace }) {
            throw failure(.malformed(expected: "no attribute '\(name.local)'"))
        }
        return found
    }

    /// The same, where those of these namespaces are an error.
    public mutating func furtherAttributes(notOf namespaces: [StaticString]) throws(CodecError) -> [XMLQName: String] {
        let found = furtherAttributes()
        for name in found.keys where namespaces.contains(where: { $0.description == name.namespace }) {
            throw failure(.malformed(expected: "no attribute '\(name.local)'"))
        }
        return found
    }

    /// Whether the open element says `xsi:nil="true"`.
    public var isNil: Bool {
        guard let index = index(of: "nil", in: Self.instanceNamespace), let attributes else { return false }
        let text = XMLWhitespace.collapse.applied(to: string(attributes[index].text, attributes[index].count))
        return text == "true" || text == "1"
    }

    /// What the open element names as its type; nil where it leaves that to its declaration.
    public borrowing func typeName() throws(CodecError) -> XMLQName? {
        guard let index = index(of: "type", in: Self.instanceNamespace), let attributes else { return nil }
        return try qualifiedName(XMLWhitespace.collapse.applied(to: string(attributes[index].text, attributes[index].count)))
    }

    /// A name with a prefix that is declared where the open element stands; without one, in the default namespace.
    public borrowing func qualifiedName(_ text: String) throws(CodecError) -> XMLQName {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && !$0.utf8.contains { $0 <= 32 } }) else {
            throw failure(.malformed(expected: "a qualified name"))
        }
        guard parts.count == 2 else { return XMLQName(text, in: namespace(of: "") ?? "") }
        guard let uri = namespace(of: String(parts[0])) else { throw failure(.malformed(expected: "a prefix that is declared")) }
        return XMLQName(String(parts[1]), in: uri)
    }

    private func index(of local: StaticString, in namespace: StaticString) -> Int? {
        guard let attributes else { return nil }
        return attributeRange.first { matches(attributes[$0].local, local) && matches(attributes[$0].uri, namespace) }
    }

    private var attributeRange: Range<Int> {
        guard current >= 0 else { return 0..<0 }
        let first = Int(events[current].attributes)
        return first..<first + Int(events[current].attribute_count)
    }

    private func namespace(of prefix: String) -> String? {
        if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
        var index = current
        while index >= 0, let declarations {
            for number in 0..<Int(events[index].declaration_count) {
                let declaration = declarations[Int(events[index].declarations) + number]
                if HeddleXML.string(declaration.prefix) == prefix { return HeddleXML.string(declaration.uri) }
            }
            index = Int(events[index].parent)
        }
        return nil
    }
}
