import ContractModel
import LocatedJSON

/// `dependencies`, `dependentRequired` and `dependentSchemas`.
extension SchemaComparison {
    mutating func compareDependencies(_ sides: ObjectSides) {
        compareRequiredDependencies(sides)
        let (was, now) = (sides.was.schemaDependencies, sides.now.schemaDependencies)
        spend(was.count + now.count)
        let before = Dictionary(was.map { (ExactText($0.name), $0.schema) }) { _, last in last }
        let after = Dictionary(now.map { (ExactText($0.name), $0.schema) }) { _, last in last }
        let (oldKeyword, newKeyword) = (sides.was.schemaDependencyKeyword, sides.now.schemaDependencyKeyword)
        for dependency in now {
            let right = shape(dependency.schema, shapes[sides.new].version)
            if let left = before[ExactText(dependency.name)] {
                compare(shape(left, shapes[sides.old].version), right, at: newKeyword, dependency.name)
            } else if !isFree(right) {
                tell(
                    .dependencySchemaAdded, at: [newKeyword, dependency.name], old: shapes[sides.old].origin.range,
                    new: range(sides.new, newKeyword, dependency.name),
                    "where '\(dependency.name)' stands, the object must meet a schema now")
            }
        }
        for dependency in was where after[ExactText(dependency.name)] == nil {
            tell(
                .dependencySchemaRemoved, at: [oldKeyword, dependency.name],
                old: range(sides.old, oldKeyword, dependency.name), new: shapes[sides.new].origin.range,
                "where '\(dependency.name)' stands, the object need not meet a schema any more")
        }
    }

    private mutating func compareRequiredDependencies(_ sides: ObjectSides) {
        let (was, now) = (sides.was.requiredDependencies, sides.now.requiredDependencies)
        spend(was.count + now.count)
        let before = Dictionary(was.map { (ExactText($0.name), Set($0.required.map(ExactText.init))) }) { $0.union($1) }
        let after = Dictionary(now.map { (ExactText($0.name), Set($0.required.map(ExactText.init))) }) { $0.union($1) }
        let always = Set(sides.was.required.map(ExactText.init))
        let (oldKeyword, newKeyword) = (sides.was.requiredDependencyKeyword, sides.now.requiredDependencyKeyword)
        for dependency in now {
            guard let wanted = after[ExactText(dependency.name)] else { continue }
            let asked = before[ExactText(dependency.name)]
            guard asked != wanted else { continue }
            let change: JSONSchemaChange
            if let asked {
                change =
                    wanted.isSuperset(of: asked)
                    ? .dependencyArrayExtended : asked.isSuperset(of: wanted) ? .dependencyArrayNarrowed : .dependencyArrayChanged
            } else {
                change = .dependencyArrayAdded
            }
            // What is there in any case need not be asked for.
            if wanted.isSubset(of: always.union(asked ?? [])), change != .dependencyArrayNarrowed { continue }
            tell(
                change, at: [newKeyword, dependency.name], old: range(sides.old, oldKeyword, dependency.name),
                new: range(sides.new, newKeyword, dependency.name),
                "with '\(dependency.name)' must stand \(listing(wanted)), before \(asked.map(listing) ?? "nothing else")")
        }
        for dependency in was where after[ExactText(dependency.name)] == nil {
            tell(
                .dependencyArrayRemoved, at: [oldKeyword, dependency.name],
                old: range(sides.old, oldKeyword, dependency.name), new: shapes[sides.new].origin.range,
                "'\(dependency.name)' may stand alone now")
        }
    }

    private func listing(_ names: Set<ExactText>) -> String {
        names.isEmpty ? "nothing else" : names.map(\.string).sorted().map { "'\($0)'" }.joined(separator: ", ")
    }
}
