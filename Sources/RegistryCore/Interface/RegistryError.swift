/// Why a request is refused: the HTTP status, and the number and words that clients of Confluent's registry know.
/// Source: confluentinc/schema-registry, rest/exceptions/Errors.java.
package struct RegistryError: Error, Sendable, Equatable {
    package var status: Int
    package var code: Int
    package var message: String

    package init(status: Int, code: Int? = nil, _ message: String) {
        self.status = status
        self.code = code ?? status
        self.message = message
    }

    /// The status is told by the first three digits.
    private init(_ code: Int, _ message: String) { self.init(status: code / 100, code: code, message) }
}

extension RegistryError {
    // MARK: Not there
    static func subjectNotFound(_ subject: SubjectName) -> Self { .init(40401, "Subject '\(subject)' not found.") }
    static func versionNotFound(_ version: String) -> Self { .init(40402, "Version \(version) not found.") }
    static let schemaNotFound = RegistryError(40403, "Schema not found")
    static func schemaNotFound(_ id: String) -> Self { .init(40403, "Schema \(id) not found") }
    static func subjectSoftDeleted(_ subject: SubjectName) -> Self {
        .init(40404, "Subject '\(subject)' was soft deleted. Set permanent=true to delete permanently")
    }
    static func subjectNotSoftDeleted(_ subject: SubjectName) -> Self {
        .init(40405, "Subject '\(subject)' was not deleted first before being permanently deleted")
    }
    static func versionSoftDeleted(_ subject: SubjectName, _ version: Int) -> Self {
        .init(40406, "Subject '\(subject)' Version \(version) was soft deleted. Set permanent=true to delete permanently")
    }
    static func versionNotSoftDeleted(_ subject: SubjectName, _ version: Int) -> Self {
        .init(40407, "Subject '\(subject)' Version \(version) was not deleted first before being permanently deleted")
    }
    static func compatibilityNotConfigured(_ subject: SubjectName) -> Self {
        .init(40408, "Subject '\(subject)' does not have subject-level compatibility configured")
    }
    static func modeNotConfigured(_ subject: SubjectName) -> Self {
        .init(40409, "Subject '\(subject)' does not have subject-level mode configured")
    }

    // MARK: Not to be done
    static func incompatible(_ subject: SubjectName, _ details: [String]) -> Self {
        .init(
            status: 409,
            "Schema being registered is incompatible with an earlier schema for subject \"\(subject)\", details: "
                + "[\(details.joined(separator: ", "))]")
    }
    static func invalidSchema(_ reason: String) -> Self { .init(42201, "Invalid schema: \(reason)") }
    static func invalidVersion(_ version: String) -> Self {
        .init(
            42202,
            "The specified version '\(version)' is not a valid version id. Allowed values are between [1, 2^31-1] and the "
                + "string \"latest\"")
    }
    static let invalidCompatibility = RegistryError(
        42203,
        "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, "
            + "forward_transitive, and full_transitive")
    static let invalidMode = RegistryError(
        42204, "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE, and IMPORT")
    static func notPermitted(_ reason: String) -> Self { .init(42205, reason) }
    static func referenceExists(_ subject: SubjectName, _ version: Int) -> Self {
        .init(42206, "One or more references exist to the schema {subject=\(subject),version=\(version)}")
    }
    static func invalidSubject(_ subject: String) -> Self { .init(42208, "The specified subject '\(subject)' is not valid") }
    package static let schemaTooLarge = RegistryError(42209, "Register operation failed because schema is too large")

    // MARK: Not understood
    static let unknownPath = RegistryError(status: 404, "HTTP 404 Not Found")
    static let unknownMethod = RegistryError(status: 405, "HTTP 405 Method Not Allowed")
    static func badRequest(_ reason: String) -> Self { .init(status: 400, reason) }
    package static let bodyTooLarge = RegistryError(status: 413, "HTTP 413 the request is too large")
    package static let notAcceptable = RegistryError(status: 406, "HTTP 406 Not Acceptable")
    package static let unsupportedMediaType = RegistryError(status: 415, "HTTP 415 Unsupported Media Type")

    // MARK: Not able to
    package static func storeFailed(_ reason: String) -> Self { .init(50001, "Error in the backend data store: \(reason)") }
    package static func timedOut(_ reason: String) -> Self { .init(50002, "Operation timed out: \(reason)") }
}
