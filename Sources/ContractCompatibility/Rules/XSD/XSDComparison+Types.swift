import XMLText
import XSDModel

extension XSDComparison {
    mutating func compareTypes(_ first: XSDTypeID, _ second: XSDTypeID, at place: Place) {
        let (before, after) = (view(first, in: old), view(second, in: new))
        guard !before.isAbstract else { return }
        if after.isAbstract {
            report(.typeNowAbstract, "the type is abstract now; a document has to name another", at: place)
            return
        }
        if let name = before.complexName, let other = after.complexName, name != other, !second.isBuiltIn {
            report(
                .typeRenamed, "the type was '\(old.shortName(name))' and is '\(new.shortName(other))'; documents that name it"
                    + " in xsi:type have to change", at: place)
        }
        compareContent(before.content, after.content, at: place)
        compareAttributes(before, after, at: place)
    }

    /// What both kinds of types have, so that a simple one can be held against a complex one.
    struct TypeView {
        var content: XSDComplexType.Content
        var attributes: [XMLName: XSDAttribute] = [:]
        var anyAttribute: XSDWildcard?
        var isAbstract = false
        var complexName: XMLName?
    }

    private func view(_ id: XSDTypeID, in schema: XSDSchema) -> TypeView {
        switch schema[id] {
        case .simple: TypeView(content: .simple(id))
        case .complex(let type):
            TypeView(
                content: type.content, attributes: type.attributes, anyAttribute: type.anyAttribute,
                isAbstract: type.isAbstract, complexName: type.name)
        }
    }

    private mutating func compareContent(_ before: XSDComplexType.Content, _ after: XSDComplexType.Content, at place: Place) {
        switch (before, after) {
        case (.empty, .empty): return
        case (.simple(let first), .simple(let second)): compareSimpleTypes(first, second, at: place)
        case (.empty, .simple(let second)):
            guard !(XSDValueJudge(second, of: new)?.accepts("") ?? false) else { return }
            report(.typeChanged, "the content was empty, and has to be \(describe(second, new)) now", at: place)
        case (.simple(let first), .elements(let model, let isMixed)):
            if isMixed, model.map({ XSDContentModel($0, of: new).isNullable }) ?? true {
                hasOtherValues = true
                return
            }
            report(.typeChanged, "the content was \(describe(first, old)), and is elements now", at: place)
        case (.simple(let first), .empty):
            report(.typeChanged, "the content was \(describe(first, old)), and has to be empty now", at: place)
        case (.elements(let model, let isMixed), .simple(let second)):
            if isMixed, model == nil, isUnrestrictedString(second) { return }
            report(.typeChanged, "the content was elements, and is \(describe(second, new)) now", at: place)
        case (.elements(let model, let isMixed), .empty):
            if isMixed { report(.mixedRemoved, "text could stand here and can no longer", at: place) }
            compareModels(model, nil, at: place)
            if let model, !isMixed, XSDContentModel(model, of: old).hasNoElements {
                report(.contentModelNarrowed, "blanks could stand here, and the content has to be empty now", at: place)
            }
        case (.empty, .elements(let model, _)): compareModels(nil, model, at: place)
        case (.elements(let first, let wasMixed), .elements(let second, let isMixed)):
            if wasMixed, !isMixed { report(.mixedRemoved, "text could stand between the elements and can no longer", at: place) }
            compareModels(first, second, at: place)
        }
    }

    private func isUnrestrictedString(_ id: XSDTypeID) -> Bool {
        guard case .simple(let type) = new[id] else { return false }
        return ["string", "normalizedString", "token", "anySimpleType"].contains(type.builtIn) && type.variety == .atomic
            && type.facets.enumeration == nil && type.facets.patterns.isEmpty && (type.facets.minLength ?? 0) == 0
            && type.facets.maxLength == nil
    }

    private mutating func compareSimpleTypes(_ first: XSDTypeID, _ second: XSDTypeID, at place: Place) {
        spend(1)
        for finding in simpleTypes.findings(first, second) { report(finding.rule, finding.message, at: place) }
        if simpleTypes.changesValues(first, second) { hasOtherValues = true }
    }

    func describe(_ id: XSDTypeID, _ schema: XSDSchema) -> String { describeXSDType(id, in: schema) }
}

/// `xs:int`, `'Sku'`, `a restriction of xs:string`.
func describeXSDType(_ id: XSDTypeID, in schema: XSDSchema) -> String {
    let type = schema[id]
    if let name = type.name {
        return name.namespace == xsdNamespace ? "xs:\(name.local)" : "'\(schema.shortName(name))'"
    }
    guard case .simple(let simple) = type else { return "an anonymous type" }
    switch simple.variety {
    case .atomic: return "a restriction of xs:\(simple.builtIn)"
    case .list: return "a list"
    case .union: return "a union"
    }
}
