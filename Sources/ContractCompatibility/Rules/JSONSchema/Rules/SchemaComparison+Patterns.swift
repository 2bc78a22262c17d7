import ContractModel
import LocatedJSON

/// `patternProperties` and `propertyNames`, which other engines pass over.
extension SchemaComparison {
    mutating func comparePatterns(_ sides: ObjectSides) {
        spend((sides.was.patterns.count + 1) * (sides.now.patterns.count + 1))
        for (pattern, schema) in sides.now.patterns where !isOver {
            let after = shape(schema, shapes[sides.new].version)
            if let kept = sides.was.patterns.first(where: { $0.pattern.pattern.isSameText(as: pattern.pattern) }) {
                compare(shape(kept.schema, shapes[sides.old].version), after, at: "patternProperties", pattern.pattern)
            } else {
                compareAdded(pattern, after, sides)
            }
        }
        for (pattern, schema) in sides.was.patterns where !isOver {
            let isKept = sides.now.patterns.contains { $0.pattern.pattern.isSameText(as: pattern.pattern) }
            if !isKept { compareRemoved(pattern, shape(schema, shapes[sides.old].version), sides) }
        }
    }

    /// All that could stand under a name that matches must be taken.
    private mutating func compareAdded(_ pattern: ECMARegex, _ after: Int, _ sides: ObjectSides) {
        let version = shapes[sides.old].version
        var isCovered = isFree(after)
        if !isCovered {
            var before = sides.was.patterns.map(\.schema)
            var work = 0
            for property in sides.was.properties where SchemaReach.mayMatch(pattern, property.name, work: &work) {
                before.append(property.schema)
            }
            spend(work)
            isCovered = sides.was.evaluatedBy.isEmpty
            switch sides.was.rest {
            case .open: isCovered = false
            case .held(let schema): before.append(schema)
            case .closed: break
            }
            for node in before where isCovered {
                let allowed = shape(node, version)
                isCovered = isCompatible(allowed, after)
            }
        }
        tell(
            isCovered ? .patternPropertyAddedIsCovered : .patternPropertyAdded, at: ["patternProperties", pattern.pattern],
            old: shapes[sides.old].origin.range, new: range(sides.new, "patternProperties", pattern.pattern),
            "properties that match '\(pattern.pattern)' are described now")
    }

    /// What stood under names that match now falls to the rest.
    private mutating func compareRemoved(_ pattern: ECMARegex, _ before: Int, _ sides: ObjectSides) {
        var isCovered = true
        switch sides.now.rest {
        case .open: break
        case .closed: isCovered = shapes[before].isNever
        case .held(let schema):
            let rest = shape(schema, shapes[sides.new].version)
            isCovered = isCompatible(before, rest)
        }
        tell(
            isCovered ? .patternPropertyRemoved : .patternPropertyRemovedNotCovered,
            at: ["patternProperties", pattern.pattern], old: range(sides.old, "patternProperties", pattern.pattern),
            new: shapes[sides.new].origin.range, "properties that match '\(pattern.pattern)' are described no more")
    }

    mutating func comparePropertyNames(_ sides: ObjectSides) {
        switch (sides.was.propertyNames, sides.now.propertyNames) {
        case (nil, nil): break
        case (_?, nil):
            tell(
                .propertyNamesRemoved, at: ["propertyNames"], old: range(sides.old, "propertyNames"),
                new: shapes[sides.new].origin.range, "names of properties are free now")
        case (nil, let names?):
            if isFree(names, shapes[sides.new].version) { return }
            tell(
                .propertyNamesAdded, at: ["propertyNames"], old: shapes[sides.old].origin.range,
                new: range(sides.new, "propertyNames"), "names of properties must meet a schema now")
        case (let before?, let after?):
            let (left, right) = (shape(before, shapes[sides.old].version), shape(after, shapes[sides.new].version))
            compare(left, right, at: "propertyNames")
        }
    }
}
