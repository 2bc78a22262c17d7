import ExpressionLanguage

/// A message with expressions in `{{ }}`.
struct MessageTemplate: Sendable {
    enum Part: Sendable {
        case text(String)
        case expression(CheckedExpression)
    }

    var parts: [Part]

    /// An expression that fails shows as `?`: the message is wanted all the same.
    func text(_ variables: any ExpressionVariables) -> String {
        parts.map { part in
            switch part {
            case .text(let text): return text
            case .expression(let expression):
                guard let value = try? expression.evaluate(variables, budget: ExpressionBudget(cost: 100_000)) else { return "?" }
                return shown(value)
            }
        }.joined()
    }

    private func shown(_ value: ExpressionValue) -> String {
        switch value {
        case .null: "nothing"
        case .bool(let value): String(value)
        case .int(let value): String(value)
        case .uint(let value): String(value)
        case .double(let value): String(value)
        case .string(let text): text
        case .duration(let duration): shown(duration)
        case .list(let values): values.map(shown).joined(separator: ", ")
        case .object(let object): object[field: "name"]?.string ?? object.typeName
        default: "\(value.type)"
        }
    }

    /// As manifests write it: `7d`, `90m`.
    private func shown(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        guard attoseconds == 0 else { return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000)ms" }
        for (unit, length) in [("d", Int64(86_400)), ("h", 3600), ("m", 60)] where seconds != 0 && seconds % length == 0 {
            return "\(seconds / length)\(unit)"
        }
        return "\(seconds)s"
    }
}
