import Diagnostics
import XMLText

/// Makes components of texts before libxml2 says whether they are a schema. What it will not let pass is left out here
/// without a word.
///
/// Types get their number when they are first named and are filled in one after another; only a base type is filled in
/// before its turn. So the depth of the stack is that of the longest derivation, which `checkSize` bounds.
struct SchemaBuilder {
    let globals: XSDGlobals
    var schema: XSDSchema
    private var filled: Set<Int> = []
    private var waiting: [(id: XSDTypeID, global: XSDGlobal, name: XMLName?)] = []
    private var pending: [Int: Int] = [:]
    private var typeNumbers: [XSDComponentName: XSDTypeID] = [:]
    private var elementNumbers: [XMLName: XSDElementID] = [:]
    private var groups: [XSDComponentName: XSDParticle] = [:]
    private var attributeGroups: [XSDComponentName: AttributeUses] = [:]

    init(document: XSDDocument, globals: XSDGlobals) {
        self.globals = globals
        schema = XSDSchema(
            file: document.file, targetNamespace: document.targetNamespace ?? "", types: builtInTypes, elements: [],
            document: document)
    }

    mutating func build() -> XSDSchema {
        // A redefined component can be named by its redefinition alone.
        for name in globals.order where !name.name.local.contains(" ") {
            guard let global = globals[name] else { continue }
            switch name.kind {
            case .element: schema.globalElements[name.name] = globalElement(name.name)
            case .attribute: schema.globalAttributes[name.name] = attribute(global.element, global.scope)
            case .type: schema.globalTypes[name.name] = type(name)
            case .group, .attributeGroup: break
            }
        }
        for (name, id) in schema.globalElements {
            guard let head = schema.elements[id.index].substitutionHead else { continue }
            schema.substitutions[head, default: []].append(name)
        }
        for head in schema.substitutions.keys { schema.substitutions[head]?.sort() }
        fillWaiting()
        settleTypesOfMembers()
        return schema
    }

    // MARK: Types

    mutating func type(named text: String, _ scope: XSDScope) -> XSDTypeID {
        let name = scope.resolve(text, .type)
        if name.name.namespace == xsdNamespace, let builtIn = XSDTypeID.builtIn(name.name.local) { return builtIn }
        return type(name)
    }

    private mutating func type(_ name: XSDComponentName) -> XSDTypeID {
        if let known = typeNumbers[name] { return known }
        guard let global = globals[name] else { return .anyType }
        let shown = name.name.local.contains(" ") ? nil : name.name
        let id = reserve(global, name: shown)
        typeNumbers[name] = id
        return id
    }

    /// The type of an anonymous definition, filled in later.
    mutating func anonymousType(_ element: XMLElement, _ scope: XSDScope) -> XSDTypeID {
        reserve(XSDGlobal(element: element, scope: scope.entering(element)), name: nil)
    }

    private mutating func reserve(_ global: XSDGlobal, name: XMLName?) -> XSDTypeID {
        let id = XSDTypeID(index: schema.types.count)
        schema.types.append(schema.types[0])
        pending[id.index] = waiting.count
        waiting.append((id, global, name))
        return id
    }

    /// A type that was made here and needs no filling.
    mutating func add(_ type: XSDType) -> XSDTypeID {
        schema.types.append(type)
        return XSDTypeID(index: schema.types.count - 1)
    }

    private mutating func fillWaiting() {
        var next = 0
        while next < waiting.count {
            _ = filledType(waiting[next].id)
            next += 1
        }
    }

    mutating func filledType(_ id: XSDTypeID) -> XSDType {
        if let number = pending.removeValue(forKey: id.index) {
            let (_, global, name) = waiting[number]
            schema.types[id.index] =
                global.element.name.local == "simpleType"
                ? .simple(simpleType(global.element, global.scope, name: name))
                : .complex(complexType(global.element, global.scope, name: name))
        }
        return schema.types[id.index]
    }

    // MARK: Elements

    mutating func globalElement(_ name: XMLName) -> XSDElementID? {
        if let known = elementNumbers[name] { return known }
        guard let global = globals[XSDComponentName(kind: .element, name: name)] else { return nil }
        let id = element(global.element, global.scope, name: name)
        elementNumbers[name] = id
        schema.elements[id.index].isGlobal = true
        return id
    }

    mutating func element(_ element: XMLElement, _ scope: XSDScope, name: XMLName) -> XSDElementID {
        var declaration = XSDElement(name: name, type: typeOf(element, scope) ?? .anyType)
        declaration.isAbstract = isTrue(element["abstract"])
        declaration.isNillable = isTrue(element["nillable"])
        declaration.value = valueConstraint(element)
        declaration.block = derivations(element["block"] ?? scope.document.root["blockDefault"])
            .intersection([.extension, .restriction, .substitution])
        declaration.substitutionHead = element["substitutionGroup"].map(scope.resolve)
        declaration.constraints = identityConstraints(element, scope)
        declaration.range = scope.document.range(element.place)
        declaration.documentation = documentation(of: element)
        schema.elements.append(declaration)
        return XSDElementID(index: schema.elements.count - 1)
    }

    /// An element without a type has that of the head that it may stand for (Structures, 3.3.2).
    private mutating func settleTypesOfMembers() {
        for (name, id) in schema.globalElements {
            guard let global = globals[XSDComponentName(kind: .element, name: name)], !givesType(global.element) else { continue }
            var head = schema.elements[id.index].substitutionHead
            for _ in 0..<200 {
                guard let current = head, let found = globals[XSDComponentName(kind: .element, name: current)] else { break }
                if givesType(found.element), let declared = schema.globalElements[current] {
                    schema.elements[id.index].type = schema.elements[declared.index].type
                    break
                }
                head = found.element["substitutionGroup"].map(found.scope.resolve)
            }
        }
    }

    mutating func typeOf(_ element: XMLElement, _ scope: XSDScope) -> XSDTypeID? {
        if let name = element["type"] { return type(named: name, scope) }
        return typeDefinition(in: element).map { anonymousType($0, scope) }
    }

    private func givesType(_ element: XMLElement) -> Bool { element["type"] != nil || typeDefinition(in: element) != nil }

    private func typeDefinition(in element: XMLElement) -> XMLElement? {
        element.children.first {
            $0.name.namespace == xsdNamespace && ($0.name.local == "simpleType" || $0.name.local == "complexType")
        }
    }

    // MARK: Groups, kept once they are made

    mutating func group(_ name: XSDComponentName) -> XSDParticle? {
        if let known = groups[name] { return known }
        guard let global = globals[name], let model = modelGroup(in: global.element) else { return nil }
        let made = particle(model, global.scope.entering(model))
        groups[name] = made
        return made
    }

    mutating func attributeGroup(_ name: XSDComponentName) -> AttributeUses {
        if let known = attributeGroups[name] { return known }
        guard let global = globals[name] else { return AttributeUses() }
        let made = attributeUses(of: global.element, global.scope)
        attributeGroups[name] = made
        return made
    }

    func modelGroup(in element: XMLElement) -> XMLElement? {
        element.children.first {
            $0.name.namespace == xsdNamespace && ["sequence", "choice", "all", "group"].contains($0.name.local)
        }
    }
}

func isTrue(_ text: String?) -> Bool { text.map { $0.contains("true") || $0.contains("1") } ?? false }

func derivations(_ text: String?) -> XSDDerivations {
    var result: XSDDerivations = []
    for word in (text ?? "").split(whereSeparator: \.isXMLSpace) {
        switch word {
        case "#all": result = .all
        case "restriction": result.insert(.restriction)
        case "extension": result.insert(.extension)
        case "substitution": result.insert(.substitution)
        case "list": result.insert(.list)
        case "union": result.insert(.union)
        default: break
        }
    }
    return result
}

/// The texts of `annotation/documentation`, a blank line between them.
func documentation(of element: XMLElement) -> String? {
    let annotations = element.children.filter { $0.name == XMLName("annotation", in: xsdNamespace) }
    let texts = annotations.flatMap(\.children).filter { $0.name == XMLName("documentation", in: xsdNamespace) }
        .map { $0.text.split(separator: "\n", omittingEmptySubsequences: false).map(trimmedAtEnds).joined(separator: "\n") }
    let whole = texts.joined(separator: "\n\n").drop(while: \.isWhitespace)
    return whole.isEmpty ? nil : String(whole)
}

private func trimmedAtEnds(_ line: some StringProtocol) -> String {
    var line = line[...].drop(while: \.isWhitespace)
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
}

func valueConstraint(_ element: XMLElement) -> XSDValueConstraint? {
    if let fixed = element["fixed"] { return .fixed(fixed) }
    return element["default"].map(XSDValueConstraint.default)
}
