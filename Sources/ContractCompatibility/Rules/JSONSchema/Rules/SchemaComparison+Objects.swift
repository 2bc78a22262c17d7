import ContractModel
import LocatedJSON

extension SchemaComparison {
    mutating func compareObjects(_ sides: ObjectSides) {
        let (was, now, old, new) = (sides.was, sides.now, sides.old, sides.new)
        spend((was.properties.count + now.properties.count + was.required.count + now.required.count) / 2)
        compareRequired(sides)
        for property in was.properties where !isOver {
            guard let kept = sides.inNew[ExactText(property.name)] else {
                compareRemoved(property, sides)
                continue
            }
            let (left, right) = (shape(property.schema, shapes[old].version), shape(kept, shapes[new].version))
            compare(left, right, at: "properties", property.name)
        }
        for property in now.properties where !isOver && sides.inOld[ExactText(property.name)] == nil {
            compareAdded(property, sides)
        }
        comparePatterns(sides)
        compareRest(sides)
        compareBound("maxProperties", was.maxProperties, now.maxProperties, .maxProperties, old, new)
        compareBound("minProperties", was.minProperties, now.minProperties, .minProperties, old, new)
        comparePropertyNames(sides)
    }

    // MARK: Required

    private mutating func compareRequired(_ sides: ObjectSides) {
        let (before, after) = (Set(sides.was.required.map(ExactText.init)), Set(sides.now.required.map(ExactText.init)))
        for name in sides.was.required where !after.contains(ExactText(name)) {
            // A property that is no more is told as that.
            guard sides.inNew[ExactText(name)] != nil || sides.inOld[ExactText(name)] == nil else { continue }
            tell(
                .requiredAttributeRemoved, at: ["required", name], old: range(sides.old, "required"),
                new: range(sides.new, "required"), "'\(name)' is required no more")
        }
        for name in sides.now.required where !before.contains(ExactText(name)) {
            let property = sides.inNew[ExactText(name)]
            // A property that is new is told as that.
            guard property == nil || sides.inOld[ExactText(name)] != nil else { continue }
            let hasDefault = property.map { self.hasDefault($0, shapes[sides.new].version) } ?? false
            tell(
                hasDefault ? .requiredAttributeWithDefaultAdded : .requiredAttributeAdded, at: ["required", name],
                old: range(sides.old, "required"), new: range(sides.new, "required"),
                "'\(name)' is required now\(hasDefault ? ", and has a default" : "")")
        }
    }

    func hasDefault(_ node: Int, _ version: SchemaVersion) -> Bool {
        shapes.schema(version).nodes[node].source["default"] != nil
    }

    // MARK: Properties of one version only

    private mutating func compareAdded(_ property: JSONSchemaProperty, _ sides: ObjectSides) {
        let version = shapes[sides.new].version
        let name = property.name
        let added = shape(property.schema, version)
        let steps = ["properties", name]
        let (before, after) = (shapes[sides.old].origin.range, range(sides.new, "properties", name))
        let isRequired = sides.now.required.contains { $0.isSameText(as: name) }
        let hasDefault = self.hasDefault(property.schema, version)
        let model = contentModel(of: name, sides.was, shapes[sides.old].version, isWriter: true)
        if case .open = model {
            let change: JSONSchemaChange =
                isRequired
                ? hasDefault ? .requiredPropertyWithDefaultAddedToOpenContentModel : .requiredPropertyAddedToOpenContentModel
                : isFree(added)
                    ? .propertyWithEmptySchemaAddedToOpenContentModel : .optionalPropertyAddedToOpenContentModel
            return tell(
                change, at: steps, old: before, new: after,
                "'\(name)' is described now\(isRequired ? " and required" : ""); before, any value could stand under that name")
        }
        if case .covered(let covering) = model {
            var isCovered = false
            for node in covering where !isCovered {
                let cover = shape(node, shapes[sides.old].version)
                isCovered = isCompatible(cover, added)
                if isCovered { compare(cover, added, at: "properties", name) }
            }
            if !isCovered, let first = covering.first {
                compare(shape(first, shapes[sides.old].version), added, at: "properties", name)
            }
            tell(
                isCovered ? .propertyAddedIsCovered : .propertyAddedNotCovered, at: steps, old: before, new: after,
                isCovered
                    ? "'\(name)' takes all that could stand under that name before"
                    : "'\(name)' does not take all that could stand under that name before")
        }
        let change: JSONSchemaChange =
            !isRequired
            ? .optionalPropertyAddedToUnopenContentModel
            : hasDefault ? .requiredPropertyWithDefaultAddedToUnopenContentModel : .requiredPropertyAddedToUnopenContentModel
        tell(
            change, at: steps, old: before, new: after,
            "'\(name)' is added\(isRequired ? " and required" : "")\(hasDefault ? ", with a default" : "")")
    }

    private mutating func compareRemoved(_ property: JSONSchemaProperty, _ sides: ObjectSides) {
        let name = property.name
        let removed = shape(property.schema, shapes[sides.old].version)
        let steps = ["properties", name]
        let (before, after) = (range(sides.old, "properties", name), shapes[sides.new].origin.range)
        switch contentModel(of: name, sides.now, shapes[sides.new].version, isWriter: false) {
        case .open:
            tell(
                .propertyRemovedFromOpenContentModel, at: steps, old: before, new: after,
                "'\(name)' is described no more; any value may stand under that name")
        case .closed where shapes[removed].isNever:
            tell(
                .propertyWithFalseRemovedFromClosedContentModel, at: steps, old: before, new: after,
                "'\(name)' never allowed a value and is not allowed now")
        case .closed:
            tell(
                .propertyRemovedFromClosedContentModel, at: steps, old: before, new: after,
                "'\(name)' is taken away, and no other properties are allowed")
        case .covered(let covering):
            var isCovered = true
            for node in covering {
                let cover = shape(node, shapes[sides.new].version)
                if !isCompatible(removed, cover) { isCovered = false }
                compare(removed, cover, at: "properties", name)
            }
            tell(
                isCovered ? .propertyRemovedIsCovered : .propertyRemovedNotCovered, at: steps, old: before, new: after,
                isCovered
                    ? "'\(name)' is described no more, and what else is allowed takes its values"
                    : "'\(name)' is described no more, and what else is allowed does not take all its values")
        }
    }

    /// Whether any value meets a schema.
    func isFree(_ shape: Int) -> Bool { shapes[shape].demands.isEmpty && !shapes[shape].isNever }

    mutating func isFree(_ node: Int, _ version: SchemaVersion) -> Bool {
        let shape = shape(node, version)
        return isFree(shape)
    }

    private mutating func contentModel(
        of name: String, _ object: ObjectDemand, _ version: SchemaVersion, isWriter: Bool
    ) -> ContentModel {
        var work = 0
        defer { spend(work) }
        let matching = object.patterns.filter { SchemaReach.mayMatch($0.pattern, name, work: &work) }.map(\.schema)
        if !matching.isEmpty { return .covered(by: matching) }
        if case .open = object.rest { return .open }
        // What other schemas of the object describe, or may, does not fall to the rest.
        if isWriter, !object.evaluatedBy.isEmpty,
            SchemaReach.mayEvaluate(name, by: object.evaluatedBy, in: shapes.schema(version), work: &work)
        {
            return .open
        }
        if case .held(let schema) = object.rest { return .covered(by: [schema]) }
        return .closed
    }
}

/// What an object says of a property that it does not name.
private enum ContentModel {
    case open
    case closed
    case covered(by: [Int])
}

struct ObjectSides {
    let was: ObjectDemand
    let now: ObjectDemand
    let old: Int
    let new: Int
    let inOld: [ExactText: Int]
    let inNew: [ExactText: Int]

    init(was: ObjectDemand, now: ObjectDemand, old: Int, new: Int) {
        (self.was, self.now, self.old, self.new) = (was, now, old, new)
        inOld = Dictionary(was.properties.map { (ExactText($0.name), $0.schema) }) { _, last in last }
        inNew = Dictionary(now.properties.map { (ExactText($0.name), $0.schema) }) { _, last in last }
    }
}
