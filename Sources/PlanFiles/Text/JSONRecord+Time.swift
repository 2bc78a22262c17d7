import Determinism
import LocatedJSON

extension JSONRecord {
    /// A moment as `utcText` writes it.
    package func time(_ key: String) throws(FileProblem) -> Instant { try required(key).moment() }

    package func optionalTime(_ key: String) throws(FileProblem) -> Instant? {
        guard let value = optional(key) else { return nil }
        return try value.moment()
    }
}

extension JSONNode {
    fileprivate func moment() throws(FileProblem) -> Instant {
        guard let moment = instant(fromUTC: try text()) else { throw FileProblem("this is no time such as 2026-11-23T15:04:05.000Z", at: self) }
        return moment
    }
}

extension JSONValue {
    /// To the millisecond, within the years 1 to 9999.
    package static func time(_ instant: Instant) -> JSONValue { .string(utcText(instant)) }
}

/// Reads the JSON of a record that a program wrote: small, and without anything odd.
package func readJSON(_ bytes: [UInt8], limits: JSONLimits = JSONLimits(maximumBytes: 16 << 20, maximumDepth: 32)) throws(FileProblem) -> JSONNode {
    do throws(JSONProblem) {
        return try parseJSONPayload(bytes, limits: limits)
    } catch {
        throw FileProblem("this is no JSON: \(error.diagnostic.message)")
    }
}
