import Diagnostics
import XMLText
import XSDModel

extension XSDTranslation {
    /// Types take their names first, then elements: one whose name a type has is called `…Element`. Two types, or two elements, that meet
    /// are an error where both are used.
    mutating func claimGlobalNames() {
        func mine(_ name: XMLName) -> (Int, XMLName) { (name.namespace == schema.targetNamespace ? 0 : 1, name) }
        let types = schema.globalTypes.sorted { mine($0.key) < mine($1.key) }
        for (name, id) in types {
            let isEnumeration = if case .simple = schema[id] { isNamedEnumeration(id) } else { true }
            guard isEnumeration else { continue }
            globalNames[id] = claim(swiftName(name), for: name, at: schema[id].range)
        }
        for (name, id) in schema.globalElements.sorted(by: { mine($0.key) < mine($1.key) }) {
            let given = options.names["element \(name)"]
            var swift = given ?? swiftName(name)
            if given == nil, let holder = taken[swift], !holder.hasPrefix("element ") { swift += "Element" }
            elementNames[name] = claim(swift, for: name, isElement: true, at: schema[id].range)
        }
    }

    private mutating func claim(_ swift: String, for name: XMLName, isElement: Bool = false, at range: SourceRange?) -> String {
        let wire = (isElement ? "element " : "") + name.description
        if let holder = taken[swift] {
            clashes[swift] = Diagnostic(
                code: "codegen/name-clash", "'\(holder)' and '\(wire)' would both be the Swift type '\(swift)'", at: range,
                suggestion: "name one of them under 'names', as '\(wire)', or set 'namespaces: flat'")
        }
        taken[swift] = taken[swift] ?? wire
        return swift
    }

    /// Tells of a clash once one of the two is written.
    mutating func report(_ swift: String) {
        if let clash = clashes.removeValue(forKey: swift) { diagnostics.append(clash) }
    }

    func swiftName(_ name: XMLName) -> String {
        if let given = options.names[name.description] ?? options.names[name.local] { return given }
        guard options.namespaces != .none, !name.namespace.isEmpty else { return SwiftName.type(name.local) }
        let words = namespaceWords(name.namespace)
        return SwiftName.type((words + [name.local]).map(SwiftName.type).joined())
    }

    /// `http://example.com/shop/v1` → `example`, `com`, `shop`, `v1`; `urn:shop:v1` → `shop`, `v1`.
    private func namespaceWords(_ uri: String) -> [String] {
        var words = uri.split { ":/.#?=&-".contains($0) }.map(String.init)
        if ["http", "https", "urn"].contains(words.first) { words.removeFirst() }
        if words.first == "www" { words.removeFirst() }
        return words
    }

    /// The name itself, or with the first number from 2 that makes it free.
    func unique(_ name: String, in names: inout Set<String>) -> String {
        var candidate = name
        var number = 1
        while !names.insert(candidate).inserted {
            number += 1
            candidate = "\(name)\(number)"
        }
        return candidate
    }

    /// A type that the schema does not name is called by the way there.
    mutating func nameByPath(_ path: String) -> String {
        if let given = options.names[path] { return given }
        var candidate = path
        var number = 1
        while taken[candidate] != nil {
            number += 1
            candidate = "\(path)\(number)"
        }
        taken[candidate] = "a part of \(path)"
        return candidate
    }

    mutating func typeName(_ id: XSDTypeID, path: String, wire: String) -> String {
        if let known = typeNames[id] { return known }
        let name = globalNames[id] ?? nameByPath(path + SwiftName.type(wire))
        report(name)
        typeNames[id] = name
        waiting.append(.type(id, name: name, of: nil))
        return name
    }

    mutating func enumerationName(_ id: XSDTypeID, path: String, wire: String) -> String {
        if let known = typeNames[id] { return known }
        let name = globalNames[id] ?? nameByPath(path + SwiftName.type(wire))
        report(name)
        typeNames[id] = name
        var names: Set<String> = []
        let values = enumerationValues(id).map { value in
            (unique(value.isEmpty ? "empty" : caseName(value), in: &names), value)
        }
        let documentation: String? = if case .simple(let type) = schema[id] { type.documentation } else { nil }
        types.append(
            XSDGeneratedType(
                name: name, wireName: schema[id].name?.description ?? name, kind: .enumeration(values), documentation: documentation, element: nil,
                range: schema[id].range))
        return name
    }

    private func caseName(_ value: String) -> String {
        let name = SwiftName.enumCase(value)
        return name.allSatisfy { $0 == "_" } ? "value" : name
    }

    /// The enum of a type and those derived from it.
    mutating func derivedName(_ id: XSDTypeID) -> String {
        if let known = derivedNames[id] { return known }
        let name = nameByPath("Any" + (globalNames[id] ?? "Type"))
        derivedNames[id] = name
        waiting.append(.derived(id, name: name))
        return name
    }

    mutating func substitutionName(_ id: XSDElementID) -> String {
        if let known = substitutionNames[id] { return known }
        let name = nameByPath("Any" + (elementNames[schema[id].name] ?? "Element"))
        substitutionNames[id] = name
        waiting.append(.substitution(id, name: name))
        return name
    }

    /// A member's name as Swift takes it.
    func memberName(_ wire: String, of type: String) -> String {
        if let given = options.names["\(type).\(wire)"] { return given }
        let name = SwiftName.member(wire)
        return ["self", "init", "hashValue", "_"].contains(name) ? name + "_" : name
    }
}
