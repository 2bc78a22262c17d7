import XMLText

package let xsdNamespace = "http://www.w3.org/2001/XMLSchema"

extension XSDTypeID {
    package static let anyType = XSDTypeID(index: 0)
    package static let anySimpleType = XSDTypeID(index: 1)

    package var isBuiltIn: Bool { index < builtInTypes.count }

    /// A built-in type by its local name.
    package static func builtIn(_ name: String) -> XSDTypeID? { builtInNumbers[name].map(XSDTypeID.init) }
}

private let builtInNumbers: [String: Int] = Dictionary(
    uniqueKeysWithValues: builtInTypes.enumerated().map { ($1.name?.local ?? "", $0) })

/// The types of Datatypes, 3.2 and 3.3, each behind its base.
let builtInTypes: [XSDType] = {
    var types: [XSDType] = [
        .complex(
            XSDComplexType(
                name: XMLName("anyType", in: xsdNamespace), base: .anyType, derivation: .restriction,
                content: .elements(
                    XSDParticle(
                        term: .wildcard(XSDWildcard(namespaces: .all, processing: .lax)), minimum: 0, maximum: nil),
                    isMixed: true),
                attributes: [:], anyAttribute: XSDWildcard(namespaces: .all, processing: .lax)))
    ]
    var known: [String: XSDSimpleType] = [:]
    var numbers: [String: Int] = ["anyType": 0]

    func add(_ name: String, _ base: String, variety: XSDSimpleType.Variety = .atomic, _ change: (inout XSDFacets) -> Void = { _ in }) {
        var facets = known[base]?.facets ?? XSDFacets()
        change(&facets)
        let primitive = base == "anySimpleType" ? (variety == .atomic ? name : "anySimpleType") : known[base]?.primitive ?? name
        let type = XSDSimpleType(
            name: XMLName(name, in: xsdNamespace), base: XSDTypeID(index: numbers[base] ?? 0), variety: variety, builtIn: name,
            primitive: primitive, facets: facets)
        numbers[name] = types.count
        known[name] = type
        types.append(.simple(type))
    }
    func bounds(_ name: String, _ base: String, _ lower: String?, _ upper: String?) {
        add(name, base) { facets in
            if let lower { facets.lower = .init(value: lower, isInclusive: true) }
            if let upper { facets.upper = .init(value: upper, isInclusive: true) }
        }
    }

    add("anySimpleType", "anyType") { $0.whiteSpace = .preserve }
    add("string", "anySimpleType") { $0.whiteSpace = .preserve }
    for name in [
        "boolean", "decimal", "float", "double", "duration", "dateTime", "time", "date", "gYearMonth", "gYear", "gMonthDay",
        "gDay", "gMonth", "hexBinary", "base64Binary", "anyURI", "QName", "NOTATION",
    ] { add(name, "anySimpleType") { $0.whiteSpace = .collapse } }
    add("normalizedString", "string") { $0.whiteSpace = .replace }
    add("token", "normalizedString") { $0.whiteSpace = .collapse }
    for name in ["language", "NMTOKEN", "Name"] { add(name, "token") { $0.minLength = 1 } }
    add("NCName", "Name")
    for name in ["ID", "IDREF", "ENTITY"] { add(name, "NCName") }
    for (list, item) in [("NMTOKENS", "NMTOKEN"), ("IDREFS", "IDREF"), ("ENTITIES", "ENTITY")] {
        add(list, "anySimpleType", variety: .list(XSDTypeID(index: numbers[item] ?? 1))) {
            $0.minLength = 1
            $0.whiteSpace = .collapse
        }
    }
    add("integer", "decimal") {
        $0.fractionDigits = 0
        $0.isInteger = true
    }
    bounds("nonPositiveInteger", "integer", nil, "0")
    bounds("negativeInteger", "nonPositiveInteger", nil, "-1")
    bounds("long", "integer", "-9223372036854775808", "9223372036854775807")
    bounds("int", "long", "-2147483648", "2147483647")
    bounds("short", "int", "-32768", "32767")
    bounds("byte", "short", "-128", "127")
    bounds("nonNegativeInteger", "integer", "0", nil)
    bounds("unsignedLong", "nonNegativeInteger", "0", "18446744073709551615")
    bounds("unsignedInt", "unsignedLong", "0", "4294967295")
    bounds("unsignedShort", "unsignedInt", "0", "65535")
    bounds("unsignedByte", "unsignedShort", "0", "255")
    bounds("positiveInteger", "nonNegativeInteger", "1", nil)
    return types
}()
