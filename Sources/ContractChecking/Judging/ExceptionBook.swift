import Determinism
import Diagnostics

/// The exceptions of one contract, and which of them were needed.
struct ExceptionBook {
    private let exceptions: [CheckException]
    private let today: CalendarDate
    private var isNeeded: [Bool]

    init(_ exceptions: [CheckException], today: CalendarDate) {
        self.exceptions = exceptions
        self.today = today
        isNeeded = exceptions.map { _ in false }
    }

    /// The exception that lets a finding pass. All that speak of it count as needed: two for one finding are no mistake.
    mutating func cover(rule: String, path: String) -> CheckException? {
        var found: CheckException?
        for (index, exception) in exceptions.enumerated() where exception.covers(rule: rule, path: path) {
            isNeeded[index] = true
            if found == nil, !exception.hasExpired(on: today) { found = exception }
        }
        return found
    }

    /// Expired ones, and those that nothing was found for.
    ///
    /// - Parameter wasJudged: where nothing was compared, nobody knows what an exception is for.
    func problems(of contract: String, wasJudged: Bool) -> [Diagnostic] {
        zip(exceptions, isNeeded).compactMap { exception, isNeeded in
            let place = exception.path.map { " at '\($0)'" } ?? ""
            if exception.hasExpired(on: today) {
                return Diagnostic(
                    .warning, code: CheckCode.exceptionExpired.rawValue,
                    "the exception of '\(contract)' for '\(exception.rule)'\(place) held until \(exception.expires)",
                    at: exception.range,
                    notes: isNeeded ? ["there is a finding that it would have covered"] : [],
                    suggestion: isNeeded ? "mend the contract, or agree upon a later day" : "take it out")
            }
            guard wasJudged, !isNeeded else { return nil }
            return Diagnostic(
                .warning, code: CheckCode.exceptionUnused.rawValue,
                "the exception of '\(contract)' for '\(exception.rule)'\(place) covers nothing that was found", at: exception.range,
                suggestion: "take it out, or correct its rule or path")
        }
    }
}
