import Diagnostics
import LocatedYAML

extension VariableTable {
    /// Puts values in the place of `$(name)` throughout a tree. Ranges stay those of what is written.
    ///
    /// A scalar that is one `$(name)` and nothing else becomes the value with its type; within longer text, the value's text
    /// is put in and the whole is a string. `$$(` stands for `$(`.
    mutating func substitute(in node: YAMLNode, diagnostics: inout [Diagnostic]) -> YAMLNode {
        guard mentionsVariable(node) else { return node }
        var node = node
        switch node.content {
        case .scalar(let scalar):
            node.content = .scalar(substituted(scalar, at: node.range, &diagnostics))
        case .sequence(let items):
            node.content = .sequence(items.map { substitute(in: $0, diagnostics: &diagnostics) })
        case .mapping(let entries):
            node.content = .mapping(
                entries.map { YAMLEntry(key: $0.key, value: substitute(in: $0.value, diagnostics: &diagnostics)) })
        }
        return node
    }

    private mutating func substituted(_ scalar: YAMLScalar, at range: SourceRange, _ diagnostics: inout [Diagnostic])
        -> YAMLScalar
    {
        var pieces = ""
        var rest = scalar.text[...]
        while let dollar = rest.firstIndex(of: "$") {
            pieces += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$$(") {
                pieces += "$("
                rest = rest.dropFirst(3)
                continue
            }
            guard rest.hasPrefix("$("), let close = rest.firstIndex(of: ")") else {
                if rest.hasPrefix("$(") { diagnostics.append(unendedVariable(at: range)) }
                pieces += rest.prefix(1)
                rest = rest.dropFirst()
                continue
            }
            let name = String(rest.dropFirst(2)[..<close])
            let whole = rest[...close]
            rest = rest[rest.index(after: close)...]
            guard let value = values[name] else {
                // Of one document; what is more is not shown in any case.
                if diagnostics.count < 20_000 {
                    diagnostics.append(
                        unset.contains(name)
                            ? Diagnostic(
                                .note, code: "manifest/variable-without-value", "the variable '\(name)' would be put in here",
                                at: range)
                            : Self.unknown(name, among: namesToSearch(), at: range, label: nil))
                }
                pieces += whole
                continue
            }
            if pieces.isEmpty, rest.isEmpty, whole.startIndex == scalar.text.startIndex { return value }
            guard spend(value.text.utf8.count) else {
                diagnostics.append(
                    Diagnostic(
                        code: "manifest/too-large",
                        "the variables that are put into texts come to more than \(Self.budget) bytes", at: range))
                return scalar
            }
            pieces += value.text
        }
        return YAMLScalar(text: pieces + rest, style: .doubleQuoted)
    }

    private func unendedVariable(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "manifest/invalid-value", "'$(' begins a variable, but no ')' ends it", at: range,
            suggestion: "write '$$(' where you mean the two characters")
    }
}

/// Most trees mention none, and are then left as they are.
private func mentionsVariable(_ node: YAMLNode) -> Bool {
    switch node.content {
    case .scalar(let scalar): mentionsVariable(scalar.text)
    case .sequence(let items): items.contains(where: mentionsVariable)
    case .mapping(let entries): entries.contains { mentionsVariable($0.value) }
    }
}

/// False where no scalar of a file can mention a variable: it has no `$`, and nothing that an escape could stand for.
func mayMentionVariable(_ file: SourceFile) -> Bool {
    file.bytes.contains { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }
}

func mentionsVariable(_ text: String) -> Bool {
    var wasDollar = false
    for byte in text.utf8 {
        if wasDollar, byte == UInt8(ascii: "(") { return true }
        wasDollar = byte == UInt8(ascii: "$")
    }
    return false
}
