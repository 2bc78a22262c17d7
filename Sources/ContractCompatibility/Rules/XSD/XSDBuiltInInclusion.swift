import XSDModel

/// Which built-in types take all literals of which, facets left aside (Datatypes, 3: the hierarchy, and the literals of
/// each primitive type).
enum XSDBuiltInInclusion {
    /// Names to the names that are among them, by their productions in XML and Namespaces in XML.
    private static let strings: [String: Set<String>] = [
        "string": ["normalizedString", "token", "language", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "ENTITY"],
        "normalizedString": ["token", "language", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "ENTITY", "string"],
        "token": ["language", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "ENTITY", "string", "normalizedString"],
        "NMTOKEN": ["language", "Name", "NCName", "ID", "IDREF", "ENTITY"],
        "Name": ["NCName", "ID", "IDREF", "ENTITY"],
        "NCName": ["ID", "IDREF", "ENTITY"],
    ]

    static func includes(_ before: XSDSimpleType, in after: XSDSimpleType) -> Bool {
        if before.builtIn == after.builtIn { return true }
        switch (before.primitive, after.primitive) {
        case ("string", "string"): return strings[after.builtIn]?.contains(before.builtIn) ?? false
        // A number without a point is one with a point; bounds are told apart as facets.
        case ("decimal", "decimal"): return before.facets.isInteger || !after.facets.isInteger
        case ("decimal", "float"), ("decimal", "double"): return true
        case ("float", "double"), ("double", "float"): return true
        case (let first, let second): return first == second
        }
    }
}
