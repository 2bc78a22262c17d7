import Diagnostics
import XMLText
import XSDModel

extension XSDTranslation {
    /// All types as declarations, but for those that another contract of the module has written already.
    mutating func declarations(claiming module: inout GeneratedModule) -> [SwiftDeclaration] {
        let (indirect, boxed) = circles()
        var result: [SwiftDeclaration] = []
        for (index, type) in types.enumerated().sorted(by: { $0.element.name < $1.element.name }) {
            temporaries = 0
            let boxedTypes = Set(boxed.filter { $0[0] == index }.map { types[$0[1]].name })
            var declarations = [SwiftDeclaration.type(declaration(of: type, isIndirect: indirect.contains(index), boxed: boxedTypes))]
            var file = SwiftFile()
            file.declarations = declarations
            switch module.names.claim(type.name, for: type.wireName, definition: renderSwift(file), at: type.range) {
            case .same: continue
            case .clash(let diagnostic): module.diagnostics.append(diagnostic)
            case .new: break
            }
            temporaries = 0
            if let element = type.element { declarations.append(payload(type, element)) }
            result += declarations
        }
        for (expression, name) in patterns.sorted(by: { $0.value < $1.value }) {
            result.append(.property(SwiftProperty("private let \(name) = HeddleXML.XMLPattern(\(swiftLiteral(expression)))", access: nil)))
        }
        return result
    }

    private func circles() -> (Set<Int>, Set<[Int]>) {
        let numbers = Dictionary(types.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        var edges: [[Int]] = []
        var isEnum: [Bool] = []
        for type in types {
            var held: [String] = []
            switch type.kind {
            case .structure(let content):
                isEnum.append(false)
                switch content.body {
                case .sequence(let slots), .all(let slots): held = slots.filter { $0.maximum == 1 }.flatMap(held(by:))
                default: break
                }
            case .payload(let value):
                isEnum.append(false)
                if case .complex(let name) = value.kind { held = [name] }
            case .choice(let slots), .mixedItem(let slots), .substitution(let slots):
                isEnum.append(true)
                held = slots.filter { $0.maximum == 1 }.flatMap(held(by:))
            case .derived(let cases, _):
                isEnum.append(true)
                held = cases.map(\.type)
            case .enumeration: isEnum.append(true)
            }
            edges.append(held.compactMap { numbers[$0] })
        }
        return findCircles(count: types.count, edges: edges, isEnum: isEnum)
    }

    private func held(by slot: XSDSlot) -> [String] {
        switch slot.term {
        case .group(let name): [name]
        case .element(let value): if case .complex(let name) = value.kind { [name] } else { [] }
        case .wildcard: []
        }
    }

    private mutating func declaration(of type: XSDGeneratedType, isIndirect: Bool, boxed: Set<String>) -> SwiftType {
        let enumeration: SwiftType.Kind = isIndirect ? .indirectEnumeration : .enumeration
        var result: SwiftType
        switch type.kind {
        case .structure(let content):
            result = SwiftType(.structure, type.name, access: options.access)
            fillStructure(&result, content, boxed: boxed)
        case .payload(let value):
            result = SwiftType(.structure, type.name, access: options.access)
            fillPayload(&result, value)
        case .choice(let slots):
            result = SwiftType(enumeration, type.name, access: options.access)
            fillChoice(&result, slots)
        case .substitution(let slots):
            result = SwiftType(enumeration, type.name, access: options.access)
            fillChoice(&result, slots)
        case .mixedItem(let slots):
            result = SwiftType(enumeration, type.name, access: options.access)
            fillMixedItem(&result, slots)
        case .derived(let cases, let declared):
            result = SwiftType(enumeration, type.name, access: options.access)
            fillDerived(&result, cases, declared: declared)
        case .enumeration(let cases):
            result = SwiftType(.enumeration, type.name, access: options.access)
            fillEnumeration(&result, cases)
        }
        result.documentation = documentationLines(type.documentation)
        let content = if case .enumeration = type.kind { false } else { true }
        result.conformances += (content ? ["HeddleXML.XMLContent"] : ["Swift.Sendable", "Swift.Hashable"]) + (options.codable ? ["Swift.Codable"] : [])
        return result
    }

    func function(_ signature: String, isStatic: Bool = false, _ body: SwiftCode) -> SwiftDeclaration {
        .function(SwiftFunction(signature, access: options.access, body: body))
    }

    func reading(_ body: SwiftCode) -> SwiftDeclaration {
        function("init(contentOf xml: inout HeddleXML.XMLReader) throws(HeddleRuntime.CodecError)", body)
    }

    func writing(_ body: SwiftCode) -> SwiftDeclaration {
        function("func writeContent(to xml: inout HeddleXML.XMLWriter) throws(HeddleRuntime.CodecError)", body)
    }

    /// Whether one of the slots' elements is next: all of them up to the first that has to stand.
    func isNext(_ slots: [XSDSlot], isSequence: Bool) -> SwiftDeclaration {
        var code = SwiftCode()
        for slot in slots {
            code.block("if \(condition(slot))") { $0.line("return true") }
            if isSequence, slot.minimum > 0 { break }
        }
        code.line("return false")
        return function("static func isNext(in xml: borrowing HeddleXML.XMLReader) -> Swift.Bool", code)
    }
}
