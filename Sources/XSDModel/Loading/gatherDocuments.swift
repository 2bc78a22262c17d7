import Diagnostics
import XMLText

/// Reads the schema and all that it refers to, each text once.
///
/// A location is looked up as it is written; then as seen from the folder of the text that has it; an import last by its
/// namespace. What is not there is an error of an include or a redefine. An import may go without: the specification lets
/// it be a mere hint (Structures, 4.2.3), and what is then missing is told where it is used.
struct DocumentGathering {
    static let mostBytes = 8 << 20
    static let mostDocuments = 1_000

    private let references: [String: SourceFile]
    private(set) var documents: [XSDDocument] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var numbers: [String: Int] = [:]
    private var bytes = 0

    init(references: [String: SourceFile]) { self.references = references }

    mutating func run(_ file: SourceFile) {
        read(file, key: "")
        var next = 0
        while next < documents.count {
            for index in documents[next].references.indices { link(index, of: next) }
            next += 1
        }
    }

    private mutating func link(_ index: Int, of number: Int) {
        let document = documents[number]
        let reference = document.references[index]
        guard let (key, file) = find(reference, from: document) else {
            // Without a location, an import is a promise, and libxml2 refuses the others.
            guard let what = reference.location else { return }
            diagnostics.append(
                Diagnostic(
                    reference.kind == .import ? .warning : .error, code: "xsd/reference-not-found",
                    "'\(what)' is not among the references of this schema", at: document.range(reference.element.place),
                    suggestion: closestMatch(to: what, among: Array(references.keys)).map { "did you mean '\($0)'?" }))
            return
        }
        let target = numbers[key] ?? read(file, key: key)
        documents[number].references[index].target = target
    }

    private func find(_ reference: XSDDocument.Reference, from document: XSDDocument) -> (String, SourceFile)? {
        var candidates: [String] = []
        if let location = reference.location {
            let folder = document.key.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            candidates = [location, normalized((folder + [location[...]]).joined(separator: "/")), normalized(location)]
        }
        if reference.kind == .import, let namespace = reference.namespace { candidates.append(namespace) }
        for candidate in candidates { if let file = references[candidate] { return (candidate, file) } }
        if reference.kind == .import, reference.namespace == xmlNamespace { return (xmlNamespace, xmlNamespaceSchema) }
        return nil
    }

    /// `a/./b/../c` is `a/c`.
    private func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
            if part == "..", let last = parts.last, last != "..", !last.isEmpty { parts.removeLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    @discardableResult
    private mutating func read(_ file: SourceFile, key: String) -> Int? {
        bytes += file.bytes.count
        guard bytes <= Self.mostBytes, documents.count < Self.mostDocuments else {
            diagnostics.append(
                Diagnostic(
                    code: "xsd/too-large", "the schema and what it refers to are larger than \(Self.mostBytes >> 20) MiB"
                        + " or \(Self.mostDocuments) texts", at: LineTable(file.bytes).range(XMLPlace(line: 1), in: file)))
            return nil
        }
        let (root, problems) = parseXML(file.bytes)
        let lines = LineTable(file.bytes)
        guard let root else {
            for problem in problems.filter(\.isError).prefix(20) {
                diagnostics.append(
                    Diagnostic(code: "xsd/syntax", sentence(problem.message), at: lines.range(problem.place, in: file)))
            }
            return nil
        }
        guard root.name == XMLName("schema", in: xsdNamespace) else {
            diagnostics.append(
                Diagnostic(
                    code: "xsd/not-a-schema", "the root is '\(root.name)' and not the 'schema' of XML Schema",
                    at: lines.range(root.place, in: file),
                    suggestion: root.name.local == "schema" ? "its namespace is \(xsdNamespace)" : nil))
            return nil
        }
        documents.append(XSDDocument(file: file, key: key, root: root))
        numbers[key] = documents.count - 1
        return documents.count - 1
    }
}

let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

/// The attributes of the namespace `xml`, which everyone imports and nobody has at hand.
private let xmlNamespaceSchema = SourceFile(
    path: "xml.xsd",
    text: """
        <xs:schema xmlns:xs="\(xsdNamespace)" targetNamespace="\(xmlNamespace)">
          <xs:attribute name="lang">
            <xs:simpleType>
              <xs:union memberTypes="xs:language">
                <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
              </xs:union>
            </xs:simpleType>
          </xs:attribute>
          <xs:attribute name="space">
            <xs:simpleType>
              <xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction>
            </xs:simpleType>
          </xs:attribute>
          <xs:attribute name="base" type="xs:anyURI"/>
          <xs:attribute name="id" type="xs:ID"/>
          <xs:attributeGroup name="specialAttrs">
            <xs:attribute ref="xml:base"/><xs:attribute ref="xml:lang"/><xs:attribute ref="xml:space"/><xs:attribute ref="xml:id"/>
          </xs:attributeGroup>
        </xs:schema>
        """)
