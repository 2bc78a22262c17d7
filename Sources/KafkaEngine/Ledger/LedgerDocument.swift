import FoundationEssentials
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
struct LedgerDocument: Codable, Sendable {
    static let version = 1

    enum Kind: String, Codable, Sendable { case topic, access, subject, claim }

    struct Topic: Codable, Sendable {
        var name: String
        var partitions: Int
        var replication: Int?
        var config: [String: String]
        var quarantine: Quarantine?
    }

    struct Quarantine: Codable, Sendable {
        var stage: String
        /// Milliseconds since 1970.
        var since: Int64
        var denials: [Rule]
    }

    struct Source: Codable, Sendable {
        var repository: String?
        var revision: String?
    }

    /// Milliseconds.
    struct Deletion: Codable, Sendable {
        var drain: Int64
        var quarantine: Int64
    }

    struct Claim: Codable, Sendable {
        var repository: String?
        var prefixes: [String]
        var kinds: [String]?
    }

    struct Subject: Codable, Sendable {
        var name: String
        var contract: String
        var format: String
        /// Fingerprints.
        var model: String
        var text: String
        var compatibility: String?
    }

    struct Rule: Codable, Sendable {
        enum PatternType: String, Codable, Sendable { case literal, prefix, any }

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

func encodeLedgerEntry(_ entry: LedgerEntry) throws -> ByteBuffer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ByteBuffer(bytes: try encoder.encode(LedgerDocument(entry)))
}

func decodeLedgerEntry(_ value: [UInt8]) throws(LedgerEntryProblem) -> LedgerEntry {
    struct Envelope: Decodable {
        var version: Int
        var kind: String
    }
    let decoder = JSONDecoder()
    let data = Data(value)
    guard let envelope = try? decoder.decode(Envelope.self, from: data) else { throw .notLedgerJSON }
    guard envelope.version == LedgerDocument.version else { throw .unknownVersion(envelope.version, kind: envelope.kind) }
    guard LedgerDocument.Kind(rawValue: envelope.kind) != nil else { throw .unknownKind(envelope.kind) }
    guard let document = try? decoder.decode(LedgerDocument.self, from: data), let entry = LedgerEntry(document) else {
        throw .notLedgerJSON
    }
    return entry
}
