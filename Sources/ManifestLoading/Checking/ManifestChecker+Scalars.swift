import Diagnostics
import LocatedYAML
import MeshModel

extension ManifestChecker {
    mutating func checkScalar(_ node: YAMLNode, _ shape: ValueShape, of field: FieldInPlace) -> ManifestValue? {
        guard let scalar = node.scalar, !node.isNull else { return refuse(node, shape, of: field) }
        switch shape {
        case .text(let form):
            guard let text = node.asString else { return refuse(node, shape, of: field) }
            if let problem = form.problem(text) {
                report(
                    Diagnostic(
                        code: problem.code, text.isEmpty ? "'\(field.name)' \(problem.message)" : "'\(text)' \(problem.message)",
                        at: node.range, secondary: useLabel(node), suggestion: problem.suggestion))
                return nil
            }
            return ManifestValue(.text(text), at: node.range)
        case .integer(let range):
            guard let value = node.asInteger else { return refuse(node, shape, of: field) }
            guard range.contains(value) else { return refuse(value, outside: range, node, field) }
            return ManifestValue(.integer(value), at: node.range)
        case .boolean:
            guard let value = node.asBoolean else { return refuseBoolean(node, scalar, field) }
            return ManifestValue(.boolean(value), at: node.range)
        case .duration(let allowsUnlimited):
            guard let value = amount(node, allowsUnlimited, parse: { Milliseconds(parsing: $0)?.count }) else {
                return refuseAmount(node, shape, field, units: "w, d, h, m, s or ms", allowsUnlimited)
            }
            return ManifestValue(.duration(Milliseconds(value)), at: node.range)
        case .size(let allowsUnlimited):
            guard let value = amount(node, allowsUnlimited, parse: { ByteCount(parsing: $0)?.count }) else {
                return refuseAmount(node, shape, field, units: "B, kB, MB, GB, TB, KiB, MiB, GiB or TiB", allowsUnlimited)
            }
            return ManifestValue(.size(ByteCount(value)), at: node.range)
        case .choice(let choices):
            // The text decides, whatever the core schema would make of it.
            guard choices.contains(where: { $0.value == scalar.text }) else {
                let words = choices.map(\.value)
                let close = closestMatch(to: scalar.text, among: words)
                report(
                    Diagnostic(
                        code: "manifest/unknown-value",
                        "'\(scalar.text)' is not a value of '\(field.name)', which is \(listing(words, "or"))", at: node.range,
                        secondary: useLabel(node), suggestion: close.map { "did you mean '\($0)'?" },
                        fixIts: close.map { [TextEdit(replace: node.range, with: $0)] } ?? []))
                return nil
            }
            return ManifestValue(.text(scalar.text), at: node.range)
        default:
            return refuse(node, shape, of: field)
        }
    }

    private func amount(_ node: YAMLNode, _ allowsUnlimited: Bool, parse: (String) -> Int64?) -> Int64? {
        if let number = node.asInteger {
            return number >= 0 || (number == -1 && allowsUnlimited) ? number : nil
        }
        guard let text = node.scalar?.text else { return nil }
        return text == "unlimited" && allowsUnlimited ? -1 : parse(text)
    }

    private mutating func refuseAmount(
        _ node: YAMLNode, _ shape: ValueShape, _ field: FieldInPlace, units: String, _ allowsUnlimited: Bool
    ) -> ManifestValue? {
        let text = node.scalar?.text ?? ""
        report(
            Diagnostic(
                code: "manifest/invalid-value", "'\(text)' is not \(shape.noun)", at: node.range,
                label: "expected \(shape.noun), such as \(field.example)", secondary: useLabel(node),
                notes: ["whole numbers with a unit: \(units)" + (allowsUnlimited ? "; or 'unlimited'" : "")]))
        return nil
    }

    private mutating func refuse(
        _ value: Int64, outside range: ClosedRange<Int64>, _ node: YAMLNode, _ field: FieldInPlace
    ) -> ManifestValue? {
        let isOpen = range.upperBound >= Int64(Int32.max) && value < range.lowerBound
        let wanted = isOpen ? "at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
        report(
            Diagnostic(
                code: "manifest/out-of-range", "'\(field.name)' must be \(wanted), not \(value)", at: node.range,
                secondary: useLabel(node)))
        return nil
    }

    private mutating func refuseBoolean(_ node: YAMLNode, _ scalar: YAMLScalar, _ field: FieldInPlace) -> ManifestValue? {
        let meant: String? =
            switch scalar.text.lowercased() {
            case "yes", "on", "y", "true": "true"
            case "no", "off", "n", "false": "false"
            default: nil
            }
        report(
            Diagnostic(
                code: "manifest/wrong-type", "'\(field.name)' must be true or false, not \(node.kindDescription)", at: node.range,
                label: "expected true or false", secondary: useLabel(node), suggestion: meant.map { "write \($0)" },
                fixIts: meant.map { [TextEdit(replace: node.range, with: $0)] } ?? []))
        return nil
    }
}

/// `a, b or c`.
func listing(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first.map { "'\($0)'" } ?? "" }
    return words.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " \(conjunction) '\(last)'"
}
