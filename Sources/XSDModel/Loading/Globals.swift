import Diagnostics
import XMLText

/// The kinds of components that a schema names at its top level; each has names of its own.
enum XSDComponentKind: String, Sendable, Hashable {
    case element, attribute, type, group, attributeGroup

    init?(elementName: String) {
        switch elementName {
        case "simpleType", "complexType": self = .type
        default: self.init(rawValue: elementName)
        }
    }
}

struct XSDComponentName: Sendable, Hashable {
    var kind: XSDComponentKind
    var name: XMLName
}

/// What the meaning of a name in a text depends on.
struct XSDScope: Sendable {
    let document: XSDDocument
    /// With the namespace that an including schema lends to one that has none.
    let targetNamespace: String
    /// Prefix to URI.
    var namespaces: [String: String]
    /// Inside of a redefinition, its own name means what it redefines.
    var redefined: [XSDComponentName: XSDComponentName] = [:]

    func entering(_ element: XMLElement) -> XSDScope {
        guard !element.declarations.isEmpty else { return self }
        var scope = self
        scope.namespaces.merge(element.declarations) { $1 }
        return scope
    }

    /// An unprefixed name without a default namespace is in none, or in the one that was lent.
    func resolve(_ name: String) -> XMLName {
        let trimmed = name.split(whereSeparator: \.isXMLSpace).first.map(String.init) ?? ""
        guard let colon = trimmed.firstIndex(of: ":") else {
            let namespace = namespaces[""] ?? (document.targetNamespace == nil ? targetNamespace : "")
            return XMLName(trimmed, in: namespace)
        }
        let prefix = String(trimmed[..<colon])
        let namespace = prefix == "xml" ? xmlNamespace : namespaces[prefix] ?? ""
        return XMLName(String(trimmed[trimmed.index(after: colon)...]), in: namespace)
    }

    func resolve(_ name: String, _ kind: XSDComponentKind) -> XSDComponentName {
        let found = XSDComponentName(kind: kind, name: resolve(name))
        return redefined[found] ?? found
    }
}

extension Character {
    var isXMLSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n" }
}

struct XSDGlobal: Sendable {
    var element: XMLElement
    var scope: XSDScope
}

struct XSDGlobals: Sendable {
    var components: [XSDComponentName: XSDGlobal] = [:]
    /// In the order in which they were met.
    var order: [XSDComponentName] = []

    subscript(_ name: XSDComponentName) -> XSDGlobal? { components[name] }
}

/// All top-level components of all texts, redefinitions carried out.
func collectGlobals(_ documents: [XSDDocument]) -> XSDGlobals {
    var globals = XSDGlobals()
    var seen: Set<[String]> = []
    var redefinitions = 0

    func add(_ element: XMLElement, _ scope: XSDScope) {
        guard element.name.namespace == xsdNamespace, let kind = XSDComponentKind(elementName: element.name.local),
            let local = element["name"]
        else { return }
        let trimmed = local.split(whereSeparator: \.isXMLSpace).first.map(String.init) ?? ""
        let name = XSDComponentName(kind: kind, name: XMLName(trimmed, in: scope.targetNamespace))
        guard globals.components[name] == nil else { return }
        globals.components[name] = XSDGlobal(element: element, scope: scope.entering(element))
        globals.order.append(name)
    }

    func redefine(_ element: XMLElement, _ scope: XSDScope) {
        guard let kind = XSDComponentKind(elementName: element.name.local), let local = element["name"] else { return }
        let name = XSDComponentName(kind: kind, name: XMLName(local, in: scope.targetNamespace))
        guard let before = globals.components[name] else { return add(element, scope) }
        redefinitions += 1
        // No name has a space in it, so this one is free.
        let hidden = XSDComponentName(kind: kind, name: XMLName("\(local) redefined \(redefinitions)", in: scope.targetNamespace))
        globals.components[hidden] = before
        globals.order.append(hidden)
        var inner = scope.entering(element)
        inner.redefined[name] = hidden
        globals.components[name] = XSDGlobal(element: element, scope: inner)
    }

    // References come before the components of a text, so a redefinition finds what it redefines. What is left to do is on
    // a stack of our own: texts may include each other in long chains.
    enum Step {
        case visit(Int, lent: String?)
        case components(Int, XSDScope)
        case redefinition(XMLElement, XSDScope)
    }
    var open: [Step] = [.visit(0, lent: nil)]
    while let step = open.popLast() {
        switch step {
        case .visit(let number, let lent):
            let document = documents[number]
            let target = document.targetNamespace ?? lent ?? ""
            guard seen.insert(["\(number)", target]).inserted else { continue }
            let scope = XSDScope(document: document, targetNamespace: target, namespaces: document.root.declarations)
            open.append(.components(number, scope))
            for reference in document.references.reversed() {
                guard let referred = reference.target else { continue }
                if reference.kind == .redefine { open.append(.redefinition(reference.element, scope)) }
                open.append(.visit(referred, lent: reference.kind == .import ? nil : target))
            }
        case .components(let number, let scope):
            for child in documents[number].root.children { add(child, scope) }
        case .redefinition(let element, let scope):
            let inner = scope.entering(element)
            for child in element.children where child.name.namespace == xsdNamespace { redefine(child, inner) }
        }
    }
    return globals
}
