import Diagnostics
import LocatedYAML
import MeshModel

/// The variables of a mesh with the values that hold in one environment.
struct VariableTable {
    /// Ready to stand where `$(name)` stood.
    private(set) var values: [String: YAMLScalar] = [:]
    /// Where each value was said; none for those of the command line.
    private(set) var places: [String: SourceRange] = [:]
    /// Declared, but without a value; what is wrong has been said.
    private(set) var unset: Set<String> = []

    /// Of values put into longer texts, all together: a long value that is written often would be a way to fill the memory.
    static let budget = 64 << 20
    private var spentBytes = 0
    /// Looking for what was meant goes through all names, which a few mistakes deserve and ten thousand do not.
    private var searchesLeft = 200

    mutating func spend(_ bytes: Int) -> Bool {
        spentBytes += bytes
        return spentBytes <= Self.budget
    }

    /// The names among which to look for what somebody meant.
    mutating func namesToSearch() -> [String] {
        guard searchesLeft > 0 else { return [] }
        searchesLeft -= 1
        return Array(values.keys) + Array(unset)
    }

    init() {}

    /// - Parameters:
    ///   - declarations: the mesh's `variables`.
    ///   - environment: the chosen environment's `variables`.
    ///   - arguments: from the command line; they win.
    init(
        declarations: [ManifestField], environment: [ManifestField], environmentName: String?, arguments: [String: String],
        diagnostics: inout [Diagnostic]
    ) {
        let names = declarations.map(\.name)
        let known = Set(names)
        let chosenValues = Dictionary(environment.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        for field in environment where !known.contains(field.name) {
            searchesLeft -= 1
            diagnostics.append(Self.unknown(field.name, among: searchesLeft < 0 ? [] : names, at: field.nameRange, label: nil))
        }
        for name in arguments.keys.sorted() where !known.contains(name) {
            diagnostics.append(Self.unknown(name, among: names, at: nil, label: "given on the command line"))
        }
        for declaration in declarations {
            let type = declaration.value.text("type")?.value ?? "string"
            let chosen = chosenValues[declaration.name] ?? declaration.value["default"]
            if let text = arguments[declaration.name] {
                set(declaration.name, type, YAMLScalar(text: text, style: .plain), at: nil, declaration, &diagnostics)
            } else if case .anything(let node)? = chosen?.content, !node.isNull {
                set(declaration.name, type, node.scalar, at: node.range, declaration, &diagnostics)
            } else {
                unset.insert(declaration.name)
                let place = environmentName.map { "the environment '\($0)' sets none" } ?? "no environment was chosen"
                diagnostics.append(
                    Diagnostic(
                        code: "manifest/variable-without-value",
                        "the variable '\(declaration.name)' has no value: it has no default, and \(place)",
                        at: declaration.nameRange,
                        suggestion: "add a default, choose an environment with --env, or give --var \(declaration.name)=…"))
            }
        }
    }

    private mutating func set(
        _ name: String, _ type: String, _ scalar: YAMLScalar?, at range: SourceRange?, _ declaration: ManifestField,
        _ diagnostics: inout [Diagnostic]
    ) {
        guard let scalar, let value = variableValue(scalar, as: type) else {
            unset.insert(name)
            diagnostics.append(
                Diagnostic(
                    code: "manifest/variable-type",
                    "the variable '\(name)' must be \(article(type)) \(type)" + (scalar.map { ", not '\($0.text)'" } ?? ""),
                    at: range, label: range == nil ? nil : "expected \(article(type)) \(type)",
                    secondary: [.init("declared here", at: declaration.nameRange)],
                    notes: range == nil ? ["the value was given on the command line"] : []))
            return
        }
        values[name] = value
        places[name] = range
    }

    static func unknown(_ name: String, among names: [String], at range: SourceRange?, label: String?) -> Diagnostic {
        let close = closestMatch(to: name, among: names)
        return Diagnostic(
            code: "manifest/unknown-variable", "there is no variable '\(name)'" + (label.map { " (\($0))" } ?? ""), at: range,
            notes: close == nil && !names.isEmpty ? ["the mesh declares \(listing(names.sorted(), "and"))"] : [],
            suggestion: close.map { "did you mean '\($0)'?" } ?? "declare it under 'variables' in the Mesh document")
    }
}

/// A scalar that means what the variable's type says; nil where the text is no such value.
private func variableValue(_ scalar: YAMLScalar, as type: String) -> YAMLScalar? {
    let isPlain = scalar.style == .plain
    let text = scalar.text
    switch (type, coreValue(of: text)) {
    case ("string", _): return YAMLScalar(text: text, style: .doubleQuoted)
    case ("integer", .integer) where isPlain, ("number", .integer) where isPlain, ("number", .float) where isPlain,
        ("boolean", .boolean) where isPlain, ("duration", .integer) where isPlain, ("size", .integer) where isPlain:
        return YAMLScalar(text: text, style: .plain)
    case ("duration", _):
        return Milliseconds(parsing: text) == nil && text != "unlimited" ? nil : YAMLScalar(text: text, style: .plain)
    case ("size", _): return ByteCount(parsing: text) == nil && text != "unlimited" ? nil : YAMLScalar(text: text, style: .plain)
    default: return nil
    }
}

private func article(_ type: String) -> String { type == "integer" ? "an" : "a" }
