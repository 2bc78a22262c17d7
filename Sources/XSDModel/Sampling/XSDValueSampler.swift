import XMLText

/// Makes values of simple types. They lie at the bounds as often as between them.
struct XSDValueSampler {
    private let schema: XSDSchema
    private var judges: [XSDTypeID: XSDValueJudge?] = [:]

    init(_ schema: XSDSchema) { self.schema = schema }

    /// Nil where none was found.
    mutating func value(_ id: XSDTypeID, _ random: inout some RandomNumberGenerator) -> String? {
        let judge = judge(id)
        for _ in 0..<12 {
            guard let candidate = candidate(id, &random, depth: 0) else { continue }
            guard let judge else { return candidate }
            if judge.accepts(candidate) { return candidate }
        }
        return nil
    }

    private mutating func judge(_ id: XSDTypeID) -> XSDValueJudge? {
        if let known = judges[id] { return known }
        let made = XSDValueJudge(id, of: schema)
        judges[id] = made
        return made
    }

    private func candidate(_ id: XSDTypeID, _ random: inout some RandomNumberGenerator, depth: Int) -> String? {
        guard depth < 20, case .simple(let type) = schema[id] else { return "text" }
        if let values = type.facets.enumeration { return values.randomElement(using: &random) }
        if let pattern = type.facets.patterns.last?.randomElement(using: &random), let sampler = XSDPatternSampler(pattern) {
            return sampler.sample(&random)
        }
        switch type.variety {
        case .union(let members):
            return members.randomElement(using: &random).flatMap { candidate($0, &random, depth: depth + 1) }
        case .list(let item):
            return (0..<count(type.facets, &random)).compactMap { _ in candidate(item, &random, depth: depth + 1) }
                .joined(separator: " ")
        case .atomic: return atomic(type, &random)
        }
    }

    private func count(_ facets: XSDFacets, _ random: inout some RandomNumberGenerator) -> Int {
        let least = min(facets.minLength ?? 0, 1_000)
        let most = max(least, min(facets.maxLength ?? least + 8, least + 1_000))
        guard Bool.random(using: &random) else { return Int.random(in: least...most, using: &random) }
        return Bool.random(using: &random) ? least : most
    }

    private func atomic(_ type: XSDSimpleType, _ random: inout some RandomNumberGenerator) -> String? {
        let facets = type.facets
        if let bound = [facets.lower, facets.upper].compactMap({ $0 }).randomElement(using: &random), bound.isInclusive,
            Int.random(in: 0..<3, using: &random) == 0
        {
            return bound.value
        }
        switch type.primitive {
        case "string", "anySimpleType", "anyURI": return text(type, &random)
        case "boolean": return ["true", "false", "0", "1"].randomElement(using: &random)
        case "decimal": return number(facets, &random)
        case "float", "double":
            if facets.lower == nil, facets.upper == nil {
                return ["1.5", "-2E3", "INF", "NaN", "0", "12"].randomElement(using: &random)
            }
            return number(facets, &random)
        case "hexBinary": return String(repeating: ["0F", "aB"].randomElement(using: &random) ?? "00", count: count(facets, &random))
        case "base64Binary": return facets.maxLength == 0 ? "" : ["AAEC", "/+8=", ""].randomElement(using: &random)
        case "dateTime": return "20\(Int.random(in: 10...40, using: &random))-02-0\(Int.random(in: 1...9, using: &random))T10:20:30"
        case "date": return "20\(Int.random(in: 10...40, using: &random))-02-0\(Int.random(in: 1...9, using: &random))"
        case "time": return ["10:20:30", "00:00:00Z", "23:59:59.5"].randomElement(using: &random)
        case "duration": return ["P1Y", "PT5M", "-P2DT3H", "P1Y2M3DT4H5M6.5S"].randomElement(using: &random)
        case "gYear": return ["2004", "1999Z"].randomElement(using: &random)
        case "gYearMonth": return "2004-0\(Int.random(in: 1...9, using: &random))"
        case "gMonthDay": return "--02-1\(Int.random(in: 0...9, using: &random))"
        case "gDay": return "---1\(Int.random(in: 0...9, using: &random))"
        case "gMonth": return "--0\(Int.random(in: 1...9, using: &random))"
        case "QName": return "name"
        default: return nil
        }
    }

    private func text(_ type: XSDSimpleType, _ random: inout some RandomNumberGenerator) -> String {
        if type.builtIn == "language" { return ["en", "de-AT", "pt-BR"].randomElement(using: &random) ?? "en" }
        let isName = ["NMTOKEN", "Name", "NCName", "ID", "IDREF", "ENTITY"].contains(type.builtIn)
        let letters = isName || type.primitive == "anyURI" ? "abcxyz" : "abc xyzÄ0-9 é&<"
        var result = ""
        for _ in 0..<count(type.facets, &random) { result.append(letters.randomElement(using: &random) ?? "a") }
        return result
    }

    private func number(_ facets: XSDFacets, _ random: inout some RandomNumberGenerator) -> String {
        var (least, most) = (facets.lower.flatMap { Double($0.value) } ?? -1_000, facets.upper.flatMap { Double($0.value) } ?? 1_000)
        if facets.lower == nil { least = min(least, most - 100) }
        if facets.upper == nil { most = max(most, least + 100) }
        (least, most) = (max(least, -1e15), min(most, 1e15))
        guard least <= most else { return "0" }
        let places = min(facets.fractionDigits ?? 2, 3)
        let number = Double.random(in: least...most, using: &random)
        if facets.isInteger || places == 0 || Bool.random(using: &random) { return "\(Int(number.rounded()))" }
        let scale = [1.0, 10, 100, 1_000][places]
        let scaled = Int((number * scale).rounded(.towardZero))
        let digits = String(abs(scaled) % Int(scale))
        return (scaled < 0 ? "-" : "") + "\(abs(scaled) / Int(scale))." + String(repeating: "0", count: places - digits.count) + digits
    }
}
