import XMLText

/// A random document that is valid under the schema; libxml2 has confirmed it. Nil where none was found in a few attempts:
/// the schema has no element to begin with, or asks for what the sampler does not understand.
///
/// - Parameter root: the element to begin with; nil for any.
package func sampleXSD(_ schema: XSDSchema, root: XMLName? = nil, using random: inout some RandomNumberGenerator) -> String? {
    var sampler = XSDSampler(schema)
    for attempt in 0..<6 {
        if let document = sampler.document(root: root, isSmall: attempt > 3, using: &random), schema.isValid(Array(document.utf8)) {
            return document
        }
    }
    return nil
}

/// Makes documents after a schema, bounded in depth and size. Most are valid: identity constraints, and types that a wildcard
/// lets in, are left to chance.
package struct XSDSampler {
    private static let mostElements = 300
    private static let deepest = 8

    private let schema: XSDSchema
    private var values: XSDValueSampler
    /// How deep the smallest content of a type is; those that go on for ever are not in it.
    private var heights: [Int?]
    private var elements = 0
    private var isSmall = false
    private var identifiers = 0

    package init(_ schema: XSDSchema) {
        self.schema = schema
        values = XSDValueSampler(schema)
        heights = schema.types.map { _ in nil }
        for _ in 0..<60 where !improveHeights() { break }
    }

    package mutating func document(
        root: XMLName? = nil, isSmall: Bool = false, using random: inout some RandomNumberGenerator
    ) -> String? {
        elements = 0
        identifiers = 0
        self.isSmall = isSmall
        let roots = schema.globalElements.filter { root == nil || $0.key == root }.filter { !schema[$0.value].isAbstract }
        guard let chosen = roots.sorted(by: { $0.key < $1.key }).randomElement(using: &random) else { return nil }
        return element(chosen.value, depth: 0, &random)
    }

    // MARK: Heights

    private mutating func improveHeights() -> Bool {
        var hasImproved = false
        for (index, type) in schema.types.enumerated() {
            var height: Int? = 1
            if case .complex(let complex) = type, case .elements(let particle?, _) = complex.content {
                height = self.height(particle).map { $0 + 1 }
            }
            if let height, heights[index].map({ height < $0 }) ?? true {
                heights[index] = height
                hasImproved = true
            }
        }
        return hasImproved
    }

    private func height(_ particle: XSDParticle) -> Int? {
        if particle.minimum == 0 { return 0 }
        switch particle.term {
        case .element(let id):
            return schema.namesStanding(for: id).values.compactMap { heights[schema[$0].type.index] }.min()
        case .wildcard: return 1
        case .sequence(let parts), .all(let parts):
            var height = 0
            for part in parts {
                guard let inner = self.height(part) else { return nil }
                height = max(height, inner)
            }
            return height
        case .choice(let parts): return parts.compactMap { height($0) }.min()
        }
    }

    // MARK: Elements

    private mutating func element(_ id: XSDElementID, depth: Int, _ random: inout some RandomNumberGenerator) -> String? {
        let element = schema[id]
        elements += 1
        guard elements <= Self.mostElements, depth < 60 else { return nil }
        var tag = element.name.local + " xmlns=\"\(escapedXML(element.name.namespace))\""
        var content = ""
        let type = concreteType(element, &random)
        if let type, type.isNamed, let name = schema[type.id].name {
            tag += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:t=\"\(escapedXML(name.namespace))\""
            tag += name.namespace.isEmpty ? " xsi:type=\"\(name.local)\"" : " xsi:type=\"t:\(name.local)\""
            if name.namespace.isEmpty { tag = tag.replacing(" xmlns:t=\"\"", with: "") }
        }
        let mayBeNil = element.isNillable && element.value?.isFixed != true
        let isNil = mayBeNil && Int.random(in: 0..<4, using: &random) == 0
            ? " xmlns:n=\"http://www.w3.org/2001/XMLSchema-instance\" n:nil=\"true\"" : nil
        switch schema[type?.id ?? element.type] {
        case .simple:
            if let isNil { return "<\(tag)\(isNil)/>" }
            guard let value = text(type?.id ?? element.type, element.value, &random) else { return nil }
            content = escapedXML(value)
        case .complex(let complex):
            guard let attributes = attributes(complex, &random) else { return nil }
            tag += attributes
            if let isNil { return "<\(tag)\(isNil)/>" }
            switch complex.content {
            case .empty: break
            case .simple(let id):
                guard let value = text(id, element.value, &random) else { return nil }
                content = escapedXML(value)
            case .elements(let particle, let isMixed):
                if isMixed, let fixed = element.value, fixed.isFixed {
                    content = escapedXML(fixed.value)
                } else {
                    guard let inner = particle.map({ self.content($0, depth: depth + 1, &random) }) ?? "" else { return nil }
                    content = (isMixed && Bool.random(using: &random) ? "text " : "") + inner
                }
            }
        }
        return "<\(tag)>\(content)</\(element.name.local)>"
    }

    /// For an abstract type, and now and then for others, one that is derived from it.
    private func concreteType(_ element: XSDElement, _ random: inout some RandomNumberGenerator) -> (id: XSDTypeID, isNamed: Bool)? {
        guard case .complex(let type) = schema[element.type], !element.type.isBuiltIn else { return (element.type, false) }
        guard type.isAbstract || Int.random(in: 0..<3, using: &random) == 0 else { return (element.type, false) }
        let derived = schema.globalTypes.sorted { $0.key < $1.key }.map(\.value).filter { id in
            guard case .complex(let other) = schema[id], !other.isAbstract, id != element.type else { return false }
            return other.base == element.type && !element.block.union(type.block).contains(other.derivation)
        }
        return derived.randomElement(using: &random).map { ($0, true) } ?? (element.type, false)
    }

    private mutating func text(
        _ id: XSDTypeID, _ value: XSDValueConstraint?, _ random: inout some RandomNumberGenerator
    ) -> String? {
        if let value, value.isFixed || Int.random(in: 0..<4, using: &random) == 0 { return value.isFixed ? value.value : "" }
        if case .simple(let type) = schema[id], type.builtIn == "ID", type.facets.enumeration == nil, type.facets.patterns.isEmpty {
            identifiers += 1
            return "id\(identifiers)"
        }
        return values.value(id, &random)
    }

    private mutating func attributes(_ type: XSDComplexType, _ random: inout some RandomNumberGenerator) -> String? {
        var text = ""
        for (name, attribute) in type.attributes.sorted(by: { $0.key < $1.key }) {
            guard attribute.isRequired || (!isSmall && Bool.random(using: &random)) else { continue }
            guard let value = attribute.value?.isFixed == true ? attribute.value?.value : self.text(attribute.type, nil, &random) else {
                if attribute.isRequired { return nil }
                continue
            }
            text += self.attribute(name, value, text.utf8.count)
        }
        if let wildcard = type.anyAttribute, wildcard.processing != .strict, !isSmall, Bool.random(using: &random),
            let namespace = namespace(wildcard.namespaces)
        {
            text += attribute(XMLName("anything", in: namespace), "x", text.utf8.count)
        }
        return text
    }

    private func attribute(_ name: XMLName, _ value: String, _ number: Int) -> String {
        if name.namespace.isEmpty { return " \(name.local)=\"\(escapedXML(value))\"" }
        if name.namespace == xmlNamespace { return " xml:\(name.local)=\"\(escapedXML(value))\"" }
        return " xmlns:a\(number)=\"\(escapedXML(name.namespace))\" a\(number):\(name.local)=\"\(escapedXML(value))\""
    }

    private func namespace(_ set: XSDNamespaceSet) -> String? {
        switch set {
        case .only(let names): names.sorted().first
        case .except(let names): ["urn:x-anything", "urn:x-other"].first { !names.contains($0) }
        }
    }

    // MARK: Content

    private mutating func content(_ particle: XSDParticle, depth: Int, _ random: inout some RandomNumberGenerator) -> String? {
        let isTight = isSmall || depth > Self.deepest || elements > Self.mostElements / 2
        let most = min(particle.maximum ?? particle.minimum + 3, particle.minimum + 3)
        let count = isTight ? particle.minimum : Int.random(in: particle.minimum...max(particle.minimum, most), using: &random)
        var result = ""
        for _ in 0..<min(count, Self.mostElements + 1) {
            guard let one = once(particle, isTight: isTight, depth: depth, &random) else { return nil }
            result += one
        }
        return result
    }

    private mutating func once(
        _ particle: XSDParticle, isTight: Bool, depth: Int, _ random: inout some RandomNumberGenerator
    ) -> String? {
        switch particle.term {
        case .element(let id):
            let names = schema.namesStanding(for: id).sorted { $0.key < $1.key }
            let lowest = names.compactMap { heights[schema[$0.value].type.index] }.min()
            let open = names.filter { heights[schema[$0.value].type.index] != nil }
                .filter { !isTight || heights[schema[$0.value].type.index] == lowest }
            return open.randomElement(using: &random).flatMap { element($0.value, depth: depth, &random) }
        case .wildcard(let wildcard): return any(wildcard, depth: depth, &random)
        case .sequence(let parts): return joined(parts, depth: depth, &random)
        case .all(let parts): return joined(parts.shuffled(using: &random), depth: depth, &random)
        case .choice(let parts):
            let lowest = parts.compactMap { height($0) }.min()
            let open = parts.filter { part in height(part).map { !isTight || $0 == lowest } ?? false }
            return open.randomElement(using: &random).flatMap { content($0, depth: depth, &random) }
        }
    }

    private mutating func joined(_ parts: [XSDParticle], depth: Int, _ random: inout some RandomNumberGenerator) -> String? {
        var result = ""
        for part in parts {
            guard let one = content(part, depth: depth, &random) else { return nil }
            result += one
        }
        return result
    }

    private mutating func any(_ wildcard: XSDWildcard, depth: Int, _ random: inout some RandomNumberGenerator) -> String? {
        elements += 1
        if wildcard.processing == .strict {
            let names = schema.globalElements.filter { wildcard.namespaces.contains($0.key.namespace) && !schema[$0.value].isAbstract }
                .filter { heights[schema[$0.value].type.index] != nil }
            return names.sorted { $0.key < $1.key }.randomElement(using: &random)
                .flatMap { element($0.value, depth: depth + 2, &random) }
        }
        return namespace(wildcard.namespaces).map { "<anything xmlns=\"\(escapedXML($0))\" x=\"1\">text<inner/></anything>" }
    }
}
