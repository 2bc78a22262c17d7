/// What a registry did not do, and whether trying again can help.
package struct RegistryError: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// No connection, it broke, or no answer came in time.
        case unreachable
        /// It answered with an error: HTTP's status, and the registry's own `error_code` (40401: no such subject).
        case refused(status: Int, code: Int?)
        /// The answer is none that a registry gives.
        case misunderstood
    }

    package var reason: Reason
    /// For people, without a full stop; it names no credentials.
    package var message: String
    /// The request may have been carried out nevertheless.
    package var wasSent: Bool

    package init(_ reason: Reason, _ message: String, wasSent: Bool = true) {
        self.reason = reason
        self.message = message
        self.wasSent = wasSent
    }

    package var code: Int? {
        if case .refused(_, let code) = reason { code } else { nil }
    }

    package var isRetriable: Bool {
        switch reason {
        case .unreachable: true
        case .refused(let status, _): status == 429 || status >= 500
        case .misunderstood: false
        }
    }

    /// Of the Confluent Schema Registry's error codes, those for "there is none".
    var isNoSuchSubject: Bool { code == Code.noSubject || code == Code.noVersion || code == Code.subjectSoftDeleted }

    enum Code {
        static let noSubject = 40401
        static let noVersion = 40402
        static let noSchema = 40403
        static let subjectSoftDeleted = 40404
        static let noSubjectCompatibility = 40408
    }
}
