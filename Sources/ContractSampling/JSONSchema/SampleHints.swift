import ContractModel
import LocatedJSON

/// What schemas speak of, and what lies just beside it: where two of them differ is where a value decides.
struct SampleHints {
    private(set) var numbers: [JSONNumber] = []
    private(set) var lengths: [Int] = []
    private(set) var names: [String] = []
    private(set) var values: [JSONNode] = []
    private(set) var patterns: [String] = []
    private(set) var formats: [String] = []
    /// Names on the way to what is looked for: objects have them whenever they may.
    var focus: Set<String> = []
    private static let most = 200
    private static let longest = 300

    mutating func add(_ schema: JSONSchema) {
        for node in schema.nodes {
            for keyword in node.keywords { add(keyword.rule) }
            if let format = node.source["format"]?.string { formats.append(format) }
            if let fallback = node.source["default"] { add(fallback) }
        }
        numbers = unique(numbers, most: Self.most) { $0.text }
        names = unique(names, most: Self.most) { $0 }
        values = unique(values, most: Self.most) { $0.canonicalText }
        patterns = unique(patterns, most: 50) { $0 }
        formats = unique(formats, most: 50) { $0 }
        lengths = Array(Set(lengths)).sorted()
    }

    private mutating func add(_ rule: JSONSchemaRule) {
        switch rule {
        case .constant(let value, _): add(value)
        case .enumeration(let enumeration): for value in enumeration.values.prefix(Self.most) { add(value) }
        case .multipleOf(let number), .minimum(let number), .maximum(let number), .exclusiveMinimum(let number),
            .exclusiveMaximum(let number):
            add(number)
        case .minLength(let count), .maxLength(let count), .minItems(let count), .maxItems(let count), .minProperties(let count),
            .maxProperties(let count):
            lengths += [count - 1, count, count &+ 1].filter { (0...Self.longest).contains($0) }
        case .pattern(let regex): patterns.append(regex.pattern)
        case .required(let required): names += required
        case .dependentRequired(let dependencies): add(dependencies)
        case .dependencies(let dependencies, let schemas):
            add(dependencies)
            names += schemas.map(\.name)
        case .dependentSchemas(let schemas): names += schemas.map(\.name)
        case .members(let members):
            names += members.properties.map(\.name)
            patterns += members.patterns.map(\.pattern.pattern)
        case .contains(let contains):
            let counts = [contains.minimum - 1, contains.minimum, contains.minimum &+ 1, (contains.maximum ?? 0) &+ 1]
            lengths += counts.filter { (0...Self.longest).contains($0) }
        case .elements(let elements): lengths += [elements.prefix.count, elements.prefix.count + 1]
        default: break
        }
    }

    private mutating func add(_ dependencies: [JSONSchemaDependency]) {
        for dependency in dependencies {
            names.append(dependency.name)
            names += dependency.required
        }
    }

    private mutating func add(_ value: JSONNode) {
        values.append(value)
        if let number = value.number { add(number) }
        if let text = value.string { lengths.append(min(text.unicodeScalars.count, Self.longest)) }
    }

    private mutating func add(_ number: JSONNumber) {
        numbers.append(number)
        guard let whole = number.int64, whole.magnitude < 1 << 53 else {
            let value = number.double
            for near in [value - 0.5, value + 0.5] { if let made = JSONNumber(near.description) { numbers.append(made) } }
            return
        }
        numbers += [whole - 1, whole + 1, whole * 2, whole * 2 + 1].map { JSONNumber($0) }
        if let half = JSONNumber((Double(whole) + 0.5).description) { numbers.append(half) }
        if let half = JSONNumber((Double(whole) - 0.5).description) { numbers.append(half) }
    }
}

private func unique<Element>(_ elements: [Element], most: Int, by key: (Element) -> String) -> [Element] {
    var seen: Set<String> = []
    return Array(elements.filter { seen.insert(key($0)).inserted }.prefix(most))
}
