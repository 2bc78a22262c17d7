import MeshModel
import NIOCore

/// The value of a ledger record, as JSON. It says everything of its item, so that no key is ever taken apart.
///
///     {"version":1,"kind":"topic","phase":"applied","mesh":"shop","owner":"team-checkout","deletionProtection":false,
///      "topic":{"name":"orders","partitions":6,"replication":3,"config":{"retention.ms":"604800000"}}}
///     {"version":1,"kind":"access","phase":"applied","mesh":"shop","deletionProtection":false,
///      "rule":{"resourceType":"topic","patternType":"literal","name":"orders","principal":"User:checkout","host":"*",
///              "operation":"write","permission":"allow"}}
///     {"version":1,"kind":"subject","phase":"applied","mesh":"shop","deletionProtection":false,
///      "subject":{"name":"orders-value","contract":"order-created","format":"avro","model":"6c62…","text":"07bb…",
///                 "compatibility":"backward"}}
///     {"version":1,"kind":"claim","phase":"applied","mesh":"shop","deletionProtection":false,
///      "claim":{"repository":"github.com/acme/mesh","prefixes":["orders."]}}
struct LedgerDocument: Sendable {
    static let version = 1

    enum Kind: String, Sendable { case topic, access, subject, claim }

    struct Topic: Sendable {
        var name: String
        var partitions: Int
        var replication: Int?
        var config: [String: String]
        var quarantine: Quarantine?
    }

    struct Quarantine: Sendable {
        var stage: String
        /// Milliseconds since 1970.
        var since: Int64
        var denials: [Rule]
    }

    struct Source: Sendable {
        var repository: String?
        var revision: String?
    }

    /// Milliseconds.
    struct Deletion: Sendable {
        var drain: Int64
        var quarantine: Int64
    }

    struct Claim: Sendable {
        var repository: String?
        var prefixes: [String]
        var kinds: [String]?
    }

    struct Subject: Sendable {
        var name: String
        var contract: String
        var format: String
        /// Fingerprints.
        var model: String
        var text: String
        var compatibility: String?
    }

    struct Rule: Sendable {
        enum PatternType: String, Sendable { case literal, prefix, any }

        var resourceType: String
        var patternType: PatternType
        /// Absent for `any`.
        var name: String?
        var principal: String
        var host: String
        var operation: String
        var permission: String
    }

    var version: Int
    var kind: Kind
    var phase: LedgerPhase
    var mesh: String
    var owner: String?
    var deletionProtection: Bool
    var source: Source?
    var deletion: Deletion?
    var topic: Topic?
    var rule: Rule?
    var subject: Subject?
    var claim: Claim?
}

/// What an entry says, with what it is about.
enum LedgerEntry: Sendable, Equatable {
    case topic(String, LedgerTopic)
    case access(AccessRule, LedgerAccess)
    case subject(String, LedgerSubject)
    case claim(String, LedgerClaim)
}

/// Why an entry is not understood. It is kept out, and the reading as a whole refused.
enum LedgerEntryProblem: Error, Sendable, Equatable, CustomStringConvertible {
    case notLedgerJSON
    case unknownVersion(Int, kind: String)
    case unknownKind(String)

    var description: String {
        switch self {
        case .notLedgerJSON: "is not what Heddle writes"
        case .unknownVersion(let version, let kind):
            "is version \(version) of '\(kind)', but this Heddle reads version \(LedgerDocument.version): a newer one wrote it"
        case .unknownKind(let kind): "is of kind '\(kind)', which this Heddle does not know: a newer one wrote it"
        }
    }
}

func encodeLedgerEntry(_ entry: LedgerEntry) -> ByteBuffer {
    ByteBuffer(bytes: LedgerDocument(entry).json)
}

func decodeLedgerEntry(_ value: [UInt8]) throws(LedgerEntryProblem) -> LedgerEntry {
    guard let json = JSONText(parsing: value) else { throw .notLedgerJSON }
    return try LedgerEntry(json)
}

extension LedgerEntry {
    init(_ json: JSONText) throws(LedgerEntryProblem) {
        try LedgerDocument.checkVersion(json)
        guard LedgerDocument.Kind(rawValue: json["kind"]?.string ?? "") != nil else { throw .unknownKind(json["kind"]?.string ?? "") }
        guard let entry = LedgerEntry(try LedgerDocument(json)) else { throw .notLedgerJSON }
        self = entry
    }
}

extension LedgerDocument {
    /// Every record's value says its kind and the version of that.
    static func checkVersion(_ json: JSONText) throws(LedgerEntryProblem) {
        guard let version = json["version"]?.integer, let kind = json["kind"]?.string else { throw .notLedgerJSON }
        guard version == Int64(Self.version) else { throw .unknownVersion(Int(clamping: version), kind: kind) }
    }
}
