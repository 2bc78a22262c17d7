import Diagnostics
import LocatedJSON

/// Whether a value meets a schema.
package enum JSONSchemaVerdict: Sendable {
    case valid
    /// All that is wrong, up to the limit.
    case invalid([JSONSchemaViolation])
    case undecided(JSONSchemaUndecided)

    package var isValid: Bool {
        if case .valid = self { true } else { false }
    }
}

/// Why a value could not be judged: neither it nor the schema may keep us busy without end.
package enum JSONSchemaUndecided: Error, Sendable, Hashable {
    /// More schemas had to be applied than allowed.
    case tooMuchWork
    /// Schemas are applied within each other deeper than allowed; so end references that go round in circles.
    case tooDeep

    package var message: String {
        switch self {
        case .tooMuchWork: "judging this value by its schema takes more work than is allowed"
        case .tooDeep: "the schema refers to itself too deeply to judge this value"
        }
    }

    package func diagnostic(at range: SourceRange?) -> Diagnostic {
        Diagnostic(code: "json-schema/undecided", message, at: range)
    }
}

package struct JSONSchemaLimits: Sendable, Hashable {
    /// About one for each schema applied to each value; patterns cost by their length and the text's.
    package var maximumWork = 20_000_000
    /// Schemas within schemas.
    package var maximumDepth = 1_500
    /// Violations told, those told as causes of others included.
    package var maximumViolations = 200

    package init() {}
}

/// One keyword that a value does not meet.
package struct JSONSchemaViolation: Sendable {
    /// `required`.
    package var keyword: String
    /// One sentence without a full stop.
    package var message: String
    package var suggestion: String?
    /// Where in the value.
    package var instance: JSONPointer
    package var instanceRange: SourceRange
    /// Where in which schema the keyword stands.
    package var schemaURI: String
    package var schema: JSONPointer
    package var schemaRange: SourceRange
    /// For a choice that failed: why each of its alternatives did.
    package var causes: [JSONSchemaViolation] = []

    /// As one diagnostic, the most telling cause in its notes.
    package var diagnostic: Diagnostic {
        let place = instance.tokens.isEmpty ? "" : " at '\(instance.text)'"
        var notes: [String] = []
        for cause in causes.prefix(5) {
            let inner = cause.instance.tokens.isEmpty ? "" : "'\(cause.instance.text)': "
            notes.append("\(inner)\(cause.message)")
        }
        if causes.count > 5 { notes.append("and \(causes.count - 5) more") }
        return Diagnostic(
            code: "json-schema/invalid-value", "\(message)\(place)", at: instanceRange,
            secondary: [.init("asked for here", at: schemaRange)], notes: notes, suggestion: suggestion)
    }
}

extension JSONSchema {
    /// Whether a value meets the schema. Stops at the first keyword that is not met.
    package func isValid(_ value: JSONNode, limits: JSONSchemaLimits = .init()) throws(JSONSchemaUndecided) -> Bool {
        var evaluation = Evaluation(schema: self, limits: limits, isCollecting: false)
        var seen = SeenParts(isTracked: false)
        return try evaluation.evaluate(0, value, &seen)
    }

    /// The same, with all that is wrong.
    package func validate(_ value: JSONNode, limits: JSONSchemaLimits = .init()) -> JSONSchemaVerdict {
        do throws(JSONSchemaUndecided) {
            if try isValid(value, limits: limits) { return .valid }
            var evaluation = Evaluation(schema: self, limits: limits, isCollecting: true)
            var seen = SeenParts(isTracked: false)
            do throws(JSONSchemaUndecided) {
                _ = try evaluation.evaluate(0, value, &seen)
            } catch {
                // It is known to be wrong: what was found so far is told.
                if evaluation.violations.isEmpty { throw error }
            }
            return .invalid(evaluation.violations)
        } catch {
            return .undecided(error)
        }
    }
}
