import Diagnostics
import ExpressionLanguage
import MeshModel

/// A policy whose expressions are checked, ready to be asked of many things.
struct CompiledPolicy: Sendable {
    var resource: Resource<PolicySpec>
    var target: PolicySpec.Target
    var condition: CheckedExpression?
    var rule: CheckedExpression
    /// Where the rule is written: for a standard policy its name.
    var range: SourceRange?
    var message: MessageTemplate?
    var settings: ExpressionValue

    var name: String { resource.name }
    var severity: Diagnostic.Severity { resource.spec.severity == .error ? .error : .warning }
}

/// The policies of a mesh that hold in an environment.
package struct PolicyBook: Sendable {
    var policies: [CompiledPolicy] = []

    package var isEmpty: Bool { policies.isEmpty }
    package var asksOfChanges: Bool { policies.contains { $0.target == .change } }
}

/// Compiles the policies that hold in an environment; what is wrong with any, of whatever environment, is said.
package func compilePolicies(_ policies: [Resource<PolicySpec>], environment: String?) -> (PolicyBook, [Diagnostic]) {
    var book = PolicyBook()
    var diagnostics: [Diagnostic] = []
    for policy in policies {
        let compiled = compile(policy, &diagnostics)
        guard policy.spec.environments.map({ $0.contains { $0.value == environment ?? "" } }) ?? true else { continue }
        book.policies += compiled
    }
    return (book, diagnostics)
}

private func compile(_ policy: Resource<PolicySpec>, _ diagnostics: inout [Diagnostic]) -> [CompiledPolicy] {
    switch policy.spec.content {
    case .rule(let rule):
        var compiler = PolicyCompiler(target: rule.target.value)
        let condition = rule.condition.map { compiler.compile($0, wanted: .bool) }
        let expression = compiler.compile(rule.expression, wanted: .bool)
        let message = rule.message.flatMap { compiler.template($0) }
        diagnostics += compiler.diagnostics
        guard compiler.diagnostics.isEmpty, let expression else { return [] }
        return [
            CompiledPolicy(
                resource: policy, target: rule.target.value, condition: condition ?? nil, rule: expression, range: rule.expression.range,
                message: message, settings: .map(ExpressionMap()))
        ]
    case .standard(let standard, let settings):
        // The user's own pattern is the one thing in a standard policy that can be wrong.
        if let pattern = settings.pattern, let problem = patternProblem(pattern) {
            diagnostics.append(problem)
            return []
        }
        return standardRules(standard.value).compactMap { text in
            var compiler = PolicyCompiler(target: text.target)
            let expression = compiler.compile(Located(text.rule), wanted: .bool)
            let message = compiler.template(Located(text.message))
            guard let expression else { return nil }
            return CompiledPolicy(
                resource: policy, target: text.target, rule: expression, range: standard.range, message: message,
                settings: settingsValue(settings, of: standard.value))
        }
    }
}

private func patternProblem(_ pattern: Located<String>) -> Diagnostic? {
    let (checked, _) = compileExpression(ExpressionSource("\"\".matches(pattern)"), environment: {
        var environment = ExpressionEnvironment()
        environment.variables["pattern"] = .string
        return environment
    }())
    do {
        _ = try checked?.evaluate(["pattern": .string(pattern.value)])
        return nil
    } catch {
        return Diagnostic(
            code: "policy/invalid-pattern", "'\(pattern.value)' is no regular expression: \(error.message)", at: pattern.range,
            notes: ["patterns are RE2's: without back references and look-around"])
    }
}

/// Compiles expressions against what a target offers.
struct PolicyCompiler {
    private let environment: ExpressionEnvironment
    var diagnostics: [Diagnostic] = []

    init(target: PolicySpec.Target) {
        var environment = ExpressionEnvironment()
        for type in Shapes.types { environment.declare(type) }
        environment.variables["mesh"] = .object("Mesh")
        environment.variables["environment"] = .string
        environment.variables["settings"] = .map(.string, .dyn)
        switch target {
        case .mesh: break
        case .change:
            environment.variables["change"] = .object("Change")
            environment.variables["old"] = .map(.string, .string)
            environment.variables["new"] = .map(.string, .string)
        default: environment.variables["resource"] = .object(target.rawValue)
        }
        self.environment = environment
    }

    mutating func compile(_ text: Located<String>, wanted: ExpressionType?) -> CheckedExpression? {
        let source = text.range.map { ExpressionSource(text.value, writtenAt: $0) } ?? ExpressionSource(text.value)
        let (checked, found) = compileExpression(source, environment: environment, wanted: wanted)
        diagnostics += found
        return checked
    }

    mutating func template(_ text: Located<String>) -> MessageTemplate? {
        var parts: [MessageTemplate.Part] = []
        var rest = Substring(text.value)
        while let open = rest.range(of: "{{") {
            guard let close = rest[open.upperBound...].range(of: "}}") else {
                diagnostics.append(
                    Diagnostic(
                        code: "policy/open-expression", "'{{' is not closed by '}}'", at: text.range,
                        suggestion: "write {{resource.name}}"))
                return nil
            }
            parts.append(.text(String(rest[..<open.lowerBound])))
            // Of a part of the scalar the place is not known; the whole message is shown.
            let before = diagnostics.count
            guard let expression = compile(Located(String(rest[open.upperBound..<close.lowerBound])), wanted: nil) else {
                for index in before..<diagnostics.count { diagnostics[index].range = text.range }
                return nil
            }
            parts.append(.expression(expression))
            rest = rest[close.upperBound...]
        }
        parts.append(.text(String(rest)))
        return MessageTemplate(parts: parts)
    }
}

extension Substring {
    fileprivate func range(of marker: String) -> Range<Substring.Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(marker) { return index..<self.index(index, offsetBy: marker.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
