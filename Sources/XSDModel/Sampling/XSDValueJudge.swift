import XMLText

/// Says of texts whether they are values of one simple type: libxml2 is asked, with a schema that has this type alone.
package struct XSDValueJudge: Sendable {
    private let compiled: CompiledXMLSchema

    /// Nil where the type's values depend on more than their text (`QName`, `NOTATION`), or it is too deep.
    package init?(_ type: XSDTypeID, of schema: XSDSchema) {
        var writer = DefinitionWriter(schema: schema)
        guard let definition = writer.definition(type, depth: 0) else { return nil }
        let text = "<xs:schema xmlns:xs=\"\(xsdNamespace)\"><xs:element name=\"v\">\(definition)</xs:element></xs:schema>"
        guard let compiled = CompiledXMLSchema.compile([.init(bytes: Array(text.utf8), targets: [])]).schema else { return nil }
        self.compiled = compiled
    }

    package func accepts(_ value: String) -> Bool {
        compiled.validate(Array("<v>\(escapedXML(value))</v>".utf8)).verdict == .valid
    }
}

/// Text as it can stand between tags and in attributes. What XML cannot hold is left out.
package func escapedXML(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\n", "\t", "\r": result += "&#\(scalar.value);"
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private struct DefinitionWriter {
    let schema: XSDSchema
    private var length = 0

    init(schema: XSDSchema) { self.schema = schema }

    mutating func definition(_ id: XSDTypeID, depth: Int) -> String? {
        guard depth < 40, length < 1_000_000, case .simple(let type) = schema[id] else { return nil }
        guard type.primitive != "QName", type.primitive != "NOTATION" else { return nil }
        var text: String
        var before = XSDFacets()
        switch type.variety {
        case .list where !type.isListOfItsOwn, .atomic:
            guard case .simple(let builtIn)? = XSDTypeID.builtIn(type.builtIn).map({ schema[$0] }) else { return nil }
            // Nothing restricts anySimpleType in a schema of one's own.
            if type.builtIn == "anySimpleType" { return restriction("base=\"xs:string\"", "") }
            before = builtIn.facets
            text = restriction("base=\"xs:\(type.builtIn)\"", limits(type.facets, before))
        case .list(let item):
            guard let inner = definition(item, depth: depth + 1) else { return nil }
            text = "<xs:simpleType><xs:list>\(inner)</xs:list></xs:simpleType>"
            before.whiteSpace = .collapse
            text = wrapped(text, limits(type.facets, before))
        case .union(let members):
            var inner = ""
            for member in members {
                guard let definition = definition(member, depth: depth + 1) else { return nil }
                inner += definition
            }
            text = "<xs:simpleType><xs:union>\(inner)</xs:union></xs:simpleType>"
            before.whiteSpace = type.facets.whiteSpace
        }
        for step in type.facets.patterns { text = wrapped(text, step.map { facet("pattern", $0) }.joined()) }
        if let values = type.facets.enumeration {
            text = wrapped(text, values.map { facet("enumeration", $0) }.joined())
        }
        length += text.utf8.count
        return text
    }

    private func limits(_ facets: XSDFacets, _ before: XSDFacets) -> String {
        var text = ""
        func add(_ name: String, _ value: Int?, _ old: Int?) {
            if let value, value != old { text += facet(name, "\(value)") }
        }
        if facets.minLength == facets.maxLength, facets.maxLength != nil {
            add("length", facets.minLength, nil)
        } else {
            add("minLength", facets.minLength, before.minLength)
            add("maxLength", facets.maxLength, before.maxLength)
        }
        add("totalDigits", facets.totalDigits, before.totalDigits)
        add("fractionDigits", facets.fractionDigits, before.fractionDigits)
        if let lower = facets.lower, lower != before.lower {
            text += facet(lower.isInclusive ? "minInclusive" : "minExclusive", lower.value)
        }
        if let upper = facets.upper, upper != before.upper {
            text += facet(upper.isInclusive ? "maxInclusive" : "maxExclusive", upper.value)
        }
        if facets.whiteSpace != before.whiteSpace {
            text += facet("whiteSpace", "\(facets.whiteSpace)")
        }
        return text
    }

    private func facet(_ name: String, _ value: String) -> String { "<xs:\(name) value=\"\(escapedXML(value))\"/>" }

    private func wrapped(_ inner: String, _ facets: String) -> String {
        facets.isEmpty ? inner : "<xs:simpleType><xs:restriction>\(inner)\(facets)</xs:restriction></xs:simpleType>"
    }

    private func restriction(_ base: String, _ facets: String) -> String {
        "<xs:simpleType><xs:restriction \(base)>\(facets)</xs:restriction></xs:simpleType>"
    }
}

extension XSDSimpleType {
    /// Not `NMTOKENS` and its like, which are restricted by name.
    fileprivate var isListOfItsOwn: Bool { builtIn == "anySimpleType" }
}
