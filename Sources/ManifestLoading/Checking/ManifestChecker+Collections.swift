import Diagnostics
import LocatedYAML

extension ManifestChecker {
    mutating func checkList(
        _ node: YAMLNode, of item: ValueShape, atLeast minimum: Int, field: FieldDescription
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

    mutating func checkMap(_ node: YAMLNode, of item: ValueShape, shape: ValueShape, field: FieldDescription) -> ManifestValue? {
        guard let entries = node.mapping else { return refuse(node, shape, of: field) }
        var fields: [ManifestField] = []
        fields.reserveCapacity(entries.count)
        for entry in entries {
            guard let name = checkKey(entry.key) else { continue }
            let itemField = field.item(named: name, item)
            if entry.value.isNull, item.mayBeEmptyObject {
                fields.append(
                    ManifestField(name: name, nameRange: entry.key.range, value: ManifestValue(.fields([]), at: entry.key.range)))
            } else if let value = check(entry.value, item, of: itemField) {
                fields.append(ManifestField(name: name, nameRange: entry.key.range, value: value))
            }
        }
        return ManifestValue(.fields(fields), at: node.range)
    }

    mutating func checkObject(_ node: YAMLNode, _ object: ObjectDescription, field: FieldDescription) -> ManifestValue? {
        guard let entries = node.mapping else { return refuse(node, .object(object), of: field) }
        var fields: [ManifestField] = []
        fields.reserveCapacity(entries.count)
        var present: [(name: String, range: SourceRange)] = []
        present.reserveCapacity(entries.count)
        var isUsable = true
        for entry in entries {
            guard let name = checkKey(entry.key) else { continue }
            guard let description = object.field(name) else {
                reportUnknownKey(entry, name, in: object)
                continue
            }
            // An optional field that is null is as if it were absent; a raw setting's null says something.
            if entry.value.isNull, !description.shape.takesNull {
                if description.isRequired, isWhole {
                    reportMissing(description, in: object, at: entry.key.range, why: "is null")
                }
                present.append((name, entry.key.range))
                isUsable = isUsable && !description.isRequired
                continue
            }
            present.append((name, entry.key.range))
            if let value = check(entry.value, description.shape, of: description) {
                fields.append(ManifestField(name: name, nameRange: entry.key.range, value: value))
            } else if description.isRequired {
                isUsable = false
            }
        }
        for description in object.fields where description.isRequired && !present.contains(where: { $0.name == description.name })
        {
            reportMissing(description, in: object, at: headRange(of: node), why: "is missing")
            isUsable = false
        }
        if !checkGroups(object, present, node) { isUsable = false }
        return isUsable ? ManifestValue(.fields(fields), at: node.range) : nil
    }

    private mutating func checkGroups(
        _ object: ObjectDescription, _ present: [(name: String, range: SourceRange)], _ node: YAMLNode
    ) -> Bool {
        var isUsable = true
        for (group, isNeeded) in object.exactlyOneOf.map({ ($0, true) }) + object.atMostOneOf.map({ ($0, false) }) {
            let found = present.filter { group.contains($0.name) }
            if found.count > 1 {
                report(
                    Diagnostic(
                        code: "manifest/conflicting-fields",
                        "\(object.noun) has \(listing(found.map(\.name), "and")), but only one of these may be there",
                        at: found[1].range, secondary: [.init("the other one", at: found[0].range)]))
                isUsable = false
            } else if found.isEmpty, isNeeded, isWhole {
                report(
                    Diagnostic(
                        code: "manifest/missing-field", "\(object.noun) needs \(listing(group, "or"))", at: headRange(of: node),
                        suggestion: group.first.flatMap { object.field($0) }.map { "add \($0.name): \($0.example)" }))
                isUsable = false
            }
        }
        return isUsable
    }

    private mutating func checkKey(_ key: YAMLNode) -> String? {
        guard let text = key.scalar?.text, !key.isNull else {
            report(
                Diagnostic(
                    code: "manifest/wrong-type", "a key must be a string, not \(key.kindDescription)", at: key.range,
                    label: "expected a key"))
            return nil
        }
        return text
    }

    private mutating func reportUnknownKey(_ entry: YAMLEntry, _ name: String, in object: ObjectDescription) {
        let known = object.fields.map(\.name)
        let close = closestMatch(to: name, among: known)
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
