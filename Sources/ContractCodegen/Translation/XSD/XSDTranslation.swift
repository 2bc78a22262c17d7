import Diagnostics
import XMLText
import XSDModel

/// The translation of one schema: names first, then one type after another, as they are met.
struct XSDTranslation {
    enum Work {
        case type(XSDTypeID, name: String, of: XSDElement?)
        case derived(XSDTypeID, name: String)
        case substitution(XSDElementID, name: String)
        case payload(XSDElement, XSDElementValue, name: String)
    }

    let schema: XSDSchema
    let input: ContractInput
    var diagnostics: [Diagnostic] = []
    var types: [XSDGeneratedType] = []

    var waiting: [Work] = []
    /// Swift name → name of the wire.
    var taken: [String: String] = [:]
    var globalNames: [XSDTypeID: String] = [:]
    var elementNames: [XMLName: String] = [:]
    var clashes: [String: Diagnostic] = [:]
    var typeNames: [XSDTypeID: String] = [:]
    var derivedNames: [XSDTypeID: String] = [:]
    var substitutionNames: [XSDElementID: String] = [:]
    /// The named types that may stand for a type, by name.
    var derivedTypes: [XSDTypeID: [XSDTypeID]] = [:]
    var untyped: Set<String> = []
    var temporaries = 0
    /// Structs for parts of a content model.
    var groups: Set<String> = []
    /// Regular expression → the constant that holds it.
    var patterns: [String: String] = [:]

    var options: CodegenOptions { input.options }

    init(_ schema: XSDSchema, _ input: ContractInput) {
        self.schema = schema
        self.input = input
    }

    mutating func run() {
        findDerivedTypes()
        claimGlobalNames()
        for (name, id) in schema.globalTypes.sorted(by: { $0.key < $1.key }) where name.namespace == schema.targetNamespace {
            switch schema[id] {
            case .complex: _ = typeName(id, path: "", wire: "")
            case .simple: if case .enumeration = simpleKind(id) { _ = enumerationName(id, path: "", wire: "") }
            }
        }
        for (name, id) in schema.globalElements.sorted(by: { $0.key < $1.key }) where name.namespace == schema.targetNamespace {
            if !schema[id].isAbstract { addPayload(id) }
        }
        var next = 0
        while next < waiting.count {
            carryOut(waiting[next])
            next += 1
        }
    }

    private mutating func carryOut(_ work: Work) {
        switch work {
        case .type(let id, let name, let element):
            guard case .complex(let type) = schema[id] else { return }
            let wire = type.name?.description ?? element?.name.description ?? name
            let content = content(of: type, name: name)
            types.append(
                XSDGeneratedType(
                    name: name, wireName: wire, kind: .structure(content), documentation: element?.documentation ?? type.documentation,
                    element: element, range: type.range))
        case .derived(let id, let name):
            var cases: [(String, String, XMLName)] = []
            var names: Set<String> = []
            for one in candidates(id) {
                guard let wire = schema[one].name else { continue }
                cases.append((unique(SwiftName.enumCase(wire.local), in: &names), typeName(one, path: "", wire: ""), wire))
            }
            guard let declared = schema[id].name else { return }
            types.append(
                XSDGeneratedType(
                    name: name, wireName: "\(declared) and what is derived from it", kind: .derived(cases, declared: declared),
                    documentation: "`\(declared.local)`, or a type that is derived from it: a document says which by `xsi:type`.", element: nil,
                    range: schema[id].range))
        case .substitution(let id, let name):
            var names: Set<String> = []
            let slots = schema.namesStanding(for: id).sorted { $0.key < $1.key }.map { wire, member in
                var slot = elementSlot(member, path: name, isMember: true)
                slot.member = unique(SwiftName.enumCase(wire.local), in: &names)
                return slot
            }
            types.append(
                XSDGeneratedType(
                    name: name, wireName: "the substitution group of \(schema[id].name)", kind: .substitution(slots),
                    documentation: "An element that may stand for `\(schema[id].name.local)`.", element: nil, range: schema[id].range))
        case .payload(let element, let value, let name):
            types.append(
                XSDGeneratedType(
                    name: name, wireName: "element \(element.name)", kind: .payload(value), documentation: element.documentation, element: element,
                    range: element.range))
        }
    }

    /// A document's element. An anonymous type is the payload itself; one with a name stands in it, since others may have it, too.
    private mutating func addPayload(_ id: XSDElementID) {
        let element = schema[id]
        guard let name = elementNames[element.name] else { return }
        report(name)
        if typeNames[element.type] == name { return }
        if case .complex(let type) = schema[element.type], type.name == nil, typeNames[element.type] == nil, !element.isNillable {
            typeNames[element.type] = name
            waiting.append(.type(element.type, name: name, of: element))
            return
        }
        waiting.append(.payload(element, value(of: id, path: name + "Type", isWholePath: true), name: name))
    }

    private mutating func findDerivedTypes() {
        for (_, id) in schema.globalTypes.sorted(by: { $0.key < $1.key }) {
            guard case .complex(var type) = schema[id], !type.isAbstract else { continue }
            var steps: XSDDerivations = []
            var base = type.base
            for _ in 0..<1_000 {
                steps.formUnion(type.derivation)
                guard base != .anyType, case .complex(let above) = schema[base] else { break }
                if above.block.isDisjoint(with: steps) { derivedTypes[base, default: []].append(id) }
                type = above
                base = above.base
            }
        }
    }

    /// The types that elements of a type may have.
    func candidates(_ id: XSDTypeID) -> [XSDTypeID] {
        guard case .complex(let type) = schema[id] else { return [id] }
        return (type.isAbstract ? [] : [id]) + (derivedTypes[id] ?? [])
    }
}
