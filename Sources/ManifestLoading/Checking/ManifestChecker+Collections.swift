import Diagnostics
import LocatedYAML

extension ManifestChecker {
    mutating func checkList(
        _ node: YAMLNode, of item: ValueShape, atLeast minimum: Int, field: FieldInPlace
    ) -> ManifestValue? {
        guard let nodes = node.sequence else { return refuse(node, .list(of: item, atLeast: minimum), of: field) }
        if nodes.count < minimum {
            report(
                Diagnostic(
                    code: "manifest/too-few-items",
                    "'\(field.name)' must have at least \(minimum == 1 ? "one item" : "\(minimum) items")",
                    at: node.range, label: "such as \(field.example)", secondary: useLabel(node)))
            return nil
        }
        var values: [ManifestValue] = []
        values.reserveCapacity(nodes.count)
        var seen: [String: SourceRange] = [:]
        for node in nodes {
            guard let value = check(node, item, of: field) else { continue }
            if let text = value.text {
                if let first = seen.updateValue(value.range, forKey: text) {
                    report(
                        Diagnostic(
                            code: "manifest/duplicate-item", "'\(text)' stands twice in '\(field.name)'", at: value.range,
                            secondary: [.init("first here", at: first)], suggestion: "remove one of them"))
                    continue
                }
            }
            values.append(value)
        }
        return ManifestValue(.list(values), at: node.range)
    }

    mutating func checkMap(_ node: YAMLNode, of item: ValueShape, shape: ValueShape, field: FieldInPlace) -> ManifestValue? {
        guard let entries = node.mapping else { return refuse(node, shape, of: field) }
        var fields: [ManifestField] = []
        fields.reserveCapacity(entries.count)
        // By index: nothing is copied of an entry but what is used.
        for index in entries.indices {
            guard case .scalar(let key) = entries[index].key.content, key.text.utf8.count > 4 || !entries[index].key.isNull else {
                refuseKey(entries[index].key)
                continue
            }
            let name = key.text
            let value = entries[index].value
            if item.mayBeEmptyObject, value.isNull {
                let range = entries[index].key.range
                fields.append(ManifestField(name: name, nameRange: range, value: ManifestValue(.fields([]), at: range)))
            } else if let value = check(value, item, of: field.item(named: name)) {
                fields.append(ManifestField(name: name, nameRange: entries[index].key.range, value: value))
            }
        }
        return ManifestValue(.fields(fields), at: node.range)
    }

    mutating func checkObject(_ node: YAMLNode, _ object: ObjectDescription, field: FieldInPlace) -> ManifestValue? {
        guard let entries = node.mapping else { return refuse(node, .object(object), of: field) }
        var fields: [ManifestField] = []
        fields.reserveCapacity(min(entries.count, object.fields.count))
        var isUsable = true
        var missing = object.required.count
        for index in entries.indices {
            guard case .scalar(let key) = entries[index].key.content, key.text.utf8.count > 4 || !entries[index].key.isNull else {
                refuseKey(entries[index].key)
                continue
            }
            let name = key.text
            guard let description = object.field(name) else {
                reportUnknownKey(entries[index], name, in: object)
                continue
            }
            if description.isRequired { missing -= 1 }
            // An optional field that is null is as if it were absent; a raw setting's null says something.
            let value = entries[index].value
            if value.isNull, !description.shape.takesNull {
                if description.isRequired, isWhole {
                    reportMissing(description, in: object, at: entries[index].key.range, why: "is null")
                }
                isUsable = isUsable && !description.isRequired
                continue
            }
            if let value = check(value, as: description) {
                fields.append(ManifestField(name: name, nameRange: entries[index].key.range, value: value))
            } else if description.isRequired {
                isUsable = false
            }
        }
        if missing > 0 {
            for description in object.required where keyRange(of: description.name, in: entries) == nil {
                reportMissing(description, in: object, at: headRange(of: node), why: "is missing")
            }
            isUsable = false
        }
        for group in object.exactlyOneOf where !checkGroup(group, isNeeded: true, object, entries, node) { isUsable = false }
        for group in object.atMostOneOf where !checkGroup(group, isNeeded: false, object, entries, node) { isUsable = false }
        return isUsable ? ManifestValue(.fields(fields), at: node.range) : nil
    }

    private mutating func checkGroup(
        _ group: [String], isNeeded: Bool, _ object: ObjectDescription, _ entries: [YAMLEntry], _ node: YAMLNode
    ) -> Bool {
        var found: [Int] = []
        for index in entries.indices {
            if case .scalar(let key) = entries[index].key.content, group.contains(key.text) { found.append(index) }
        }
        if found.count > 1 {
            let names = found.compactMap { entries[$0].key.scalar?.text }
            report(
                Diagnostic(
                    code: "manifest/conflicting-fields",
                    "\(object.noun) has \(listing(names, "and")), but only one of these may be there",
                    at: entries[found[1]].key.range,
                    secondary: [.init("the other one", at: entries[found[0]].key.range)]))
            return false
        }
        guard found.isEmpty, isNeeded, isWhole else { return true }
        report(
            Diagnostic(
                code: "manifest/missing-field", "\(object.noun) needs \(listing(group, "or"))", at: headRange(of: node),
                suggestion: group.first.flatMap { object.field($0) }.map { "add \($0.name): \($0.example)" }))
        return false
    }

    private mutating func refuseKey(_ key: YAMLNode) {
        report(
            Diagnostic(
                code: "manifest/wrong-type", "a key must be a string, not \(key.kindDescription)", at: key.range,
                label: "expected a key"))
    }

    private mutating func reportUnknownKey(_ entry: YAMLEntry, _ name: String, in object: ObjectDescription) {
        let known = object.fields.map(\.name)
        let close = isFull ? nil : closestMatch(to: name, among: known)
        report(
            Diagnostic(
                code: "manifest/unknown-key", "\(object.noun) has no field '\(name)'", at: entry.key.range,
                secondary: useLabel(entry.key), notes: close == nil ? ["its fields are \(listing(known, "and"))"] : [],
                suggestion: close.map { "did you mean '\($0)'?" },
                fixIts: close.map { [TextEdit(replace: entry.key.range, with: $0)] } ?? []))
    }

    mutating func reportMissing(_ field: FieldDescription, in object: ObjectDescription, at range: SourceRange, why: String) {
        report(
            Diagnostic(
                code: "manifest/missing-field", "'\(field.name)' \(why): \(object.noun) needs it", at: range,
                suggestion: "add \(field.name): \(field.example)"))
    }
}

private func keyRange(of name: String, in entries: [YAMLEntry]) -> SourceRange? {
    entries.first { $0.key.scalar?.text == name }?.key.range
}

/// Where to point when something is missing from a mapping: its first key, which fits on a line.
func headRange(of node: YAMLNode) -> SourceRange {
    node.mapping?.first?.key.range ?? node.range
}

extension ValueShape {
    fileprivate var takesNull: Bool {
        switch self {
        case .setting, .anything: true
        default: false
        }
    }

    fileprivate var mayBeEmptyObject: Bool {
        if case .object(let object) = self {
            object.fields.allSatisfy { !$0.isRequired } && object.exactlyOneOf.isEmpty
        } else {
            false
        }
    }
}
