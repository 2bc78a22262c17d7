import ContractModel
import LocatedJSON

/// The shapes of both versions, made when they are asked for.
struct ShapeArena {
    private let schemas: [JSONSchema]
    private let isDynamic: [Bool]
    private(set) var shapes: [SchemaShape] = []
    private var byNode: [[Int: Int]] = [[:], [:]]
    private var singles: [[Int]: Int] = [:]
    private var sliced: [Int: [Int]] = [:]

    init(old: JSONSchema, new: JSONSchema) {
        schemas = [old, new]
        isDynamic = schemas.map(ShapeArena.hasSeveralDynamicTargets)
    }

    subscript(shape: Int) -> SchemaShape { shapes[shape] }

    func schema(_ version: SchemaVersion) -> JSONSchema { schemas[version.rawValue] }

    /// The shape of a node. A node that only refers to another has the other's.
    mutating func shape(of node: Int, in version: SchemaVersion) -> Int {
        var node = node
        // Loops of references alone are refused when a schema is compiled; what is dynamic is not followed that far.
        for _ in 0..<schemas[version.rawValue].nodes.count {
            let keywords = schemas[version.rawValue].nodes[node].keywords
            guard keywords.count == 1, let target = ShapeReading.target(of: keywords[0].rule, followsDynamic: !isDynamic[version.rawValue]),
                !(isModern(node, in: version) && ShapeReading.hasAnnotationsThatCount(schemas[version.rawValue].nodes[node]))
            else { break }
            node = target
        }
        if let known = byNode[version.rawValue][node] { return known }
        let written = schemas[version.rawValue].nodes[node]
        var reading = ShapeReading(node: written, isModern: isModern(node, in: version), followsDynamic: !isDynamic[version.rawValue])
        let demands = reading.read()
        let shape = SchemaShape(
            version: version, source: written.source, origin: written.source,
            isNever: written.constant == false || demands == nil, demands: demands ?? [])
        shapes.append(shape)
        byNode[version.rawValue][node] = shapes.count - 1
        return shapes.count - 1
    }

    /// One demand of a shape as a shape of its own.
    mutating func single(_ demand: Int, of shape: Int) -> Int {
        if shapes[shape].demands.count == 1 { return shape }
        let key = [shape, demand]
        if let known = singles[key] { return known }
        let whole = shapes[shape]
        shapes.append(
            SchemaShape(
                version: whole.version, source: nil, origin: whole.origin, isNever: false, demands: [whole.demands[demand]]))
        singles[key] = shapes.count - 1
        return shapes.count - 1
    }

    /// A shape that allows several types, as one shape a type; empty where it is something else.
    mutating func slices(of shape: Int) -> [Int] {
        let whole = shapes[shape]
        guard whole.demands.count == 1, case .value(let value) = whole.demands[0], value.isTyped,
            value.kinds.rawValue.nonzeroBitCount > 1
        else { return [] }
        if let known = sliced[shape] { return known }
        var made: [Int] = []
        for kind in value.kinds.each {
            let slice = ValueDemand(copying: value)
            slice.kinds = kind
            shapes.append(
                SchemaShape(
                    version: whole.version, source: nil, origin: whole.origin, isNever: false, demands: [.value(slice)]))
            made.append(shapes.count - 1)
        }
        sliced[shape] = made
        return made
    }

    private func isModern(_ node: Int, in version: SchemaVersion) -> Bool {
        let schema = schemas[version.rawValue]
        let written = schema.nodes[node]
        return schema.documents[written.document].dialect(of: written.subschema).draft.isModern
    }

    /// Whether a dynamic reference may lead to more than one schema.
    private static func hasSeveralDynamicTargets(_ schema: JSONSchema) -> Bool {
        var counts: [String: Int] = [:]
        for resource in schema.documents.flatMap(\.resources) {
            for name in resource.dynamicAnchors.keys { counts[name, default: 0] += 1 }
            if resource.isRecursive { counts["", default: 0] += 1 }
        }
        return counts.values.contains { $0 > 1 }
    }
}
