import ContractModel
import Diagnostics
import LocatedYAML

/// Reads the values of a configuration, and gathers what is wrong with them.
struct ConfigurationReader {
    private(set) var diagnostics: [Diagnostic] = []

    mutating func report(_ code: String, _ message: String, at range: SourceRange?, label: String? = nil, suggestion: String? = nil, fixIts: [TextEdit] = []) {
        diagnostics.append(Diagnostic(code: "codegen/\(code)", message, at: range, label: label, suggestion: suggestion, fixIts: fixIts))
    }

    private mutating func refuse(_ node: YAMLNode, _ key: String, expected: String) {
        report("wrong-type", "'\(key)' must be \(expected), not \(node.kindDescription)", at: node.useRange, label: "expected \(expected)")
    }

    /// The entries of a mapping whose keys are known; those with null are as if they were left out.
    mutating func mapping(_ node: YAMLNode, _ what: String, keys: [String]) -> [(key: String, value: YAMLNode)]? {
        guard let entries = node.mapping else {
            refuse(node, what, expected: "a mapping")
            return nil
        }
        return entries.compactMap { entry in
            guard let key = entry.key.scalar?.text, keys.contains(key) else {
                let name = entry.key.scalar?.text ?? "?"
                let close = closestMatch(to: name, among: keys)
                report(
                    "unknown-key", "\(what) has no key '\(name)'", at: entry.key.range,
                    suggestion: close.map { "did you mean '\($0)'?" } ?? "the keys are \(keys.joined(separator: ", "))",
                    fixIts: close.map { [renaming(key: entry.key, to: $0)] } ?? [])
                return nil
            }
            return entry.value.isNull ? nil : (key, entry.value)
        }
    }

    mutating func list(_ node: YAMLNode, _ key: String) -> [YAMLNode]? {
        if node.sequence == nil { refuse(node, key, expected: "a list") }
        return node.sequence
    }

    mutating func text(_ node: YAMLNode, _ key: String) -> Located<String>? {
        guard let text = node.asString, !text.isEmpty else {
            refuse(node, key, expected: "a text")
            return nil
        }
        return Located(text, at: node.useRange)
    }

    /// A list of texts; one alone may go without the list.
    mutating func texts(_ node: YAMLNode, _ key: String) -> [Located<String>] {
        if node.scalar != nil { return text(node, key).map { [$0] } ?? [] }
        return (list(node, key) ?? []).compactMap { text($0, key) }
    }

    mutating func boolean(_ node: YAMLNode, _ key: String) -> Bool? {
        if node.asBoolean == nil { refuse(node, key, expected: "true or false") }
        return node.asBoolean
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ node: YAMLNode, _ key: String) -> Choice? where Choice.RawValue == String {
        guard let text = text(node, key) else { return nil }
        if let choice = Choice(rawValue: text.value) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let close = closestMatch(to: text.value, among: known)
        report(
            "unknown-value", "'\(key)' cannot be '\(text.value)'", at: text.range, label: "one of \(known.joined(separator: ", "))",
            suggestion: close.map { "did you mean '\($0)'?" }, fixIts: close.map { [replacing(node, with: .string($0))] } ?? [])
        return nil
    }

    /// Wire name → Swift name.
    mutating func names(_ node: YAMLNode, _ key: String) -> [String: String] {
        guard let entries = node.mapping else {
            refuse(node, key, expected: "a mapping")
            return [:]
        }
        var names: [String: String] = [:]
        for entry in entries {
            guard let wire = entry.key.scalar?.text, let name = text(entry.value, wire) else { continue }
            if isSwiftName(name.value) {
                names[wire] = name.value
            } else {
                report("invalid-name", "'\(name.value)' cannot be a name in Swift", at: name.range, label: "letters, digits and '_', no digit first")
            }
        }
        return names
    }

    /// `Foundation`, or a part of a module: `struct Orders.Money`.
    mutating func modules(_ node: YAMLNode, _ key: String) -> [String] {
        texts(node, key).compactMap { module in
            let words = module.value.split(separator: " ")
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
            let isPart = words.count == 2 && kinds.contains(words[0])
            guard words.count == 1 || isPart, words.last?.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ isSwiftName(String($0)) }) == true else {
                report("invalid-name", "'\(module.value)' cannot be imported", at: module.range, label: "expected the name of a module")
                return nil
            }
            return module.value
        }
    }
}

/// Whether a text may stand where Swift expects a name, keywords aside: those are put in backticks.
package func isSwiftName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return text != "_" && text.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
}

/// What stands in a comment stays in it, whatever breaks lines.
package func commentLines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
}
