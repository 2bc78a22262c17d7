import ContractModel
import Diagnostics
import EngineInterface
import MeshModel
import MeshPlanning

/// Schemas to tell stories of.
enum Schemas {
    static let order = record("Order", #"{"name":"id","type":"string"},{"name":"total","type":"int"}"#)
    static let orderWithCoupon = record(
        "Order", #"{"name":"id","type":"string"},{"name":"total","type":"int"},{"name":"couponCode","type":["null","string"],"default":null}"#)
    static let orderWithCustomer = record("Order", #"{"name":"id","type":"string"},{"name":"total","type":"int"},{"name":"customer","type":"string"}"#)
    static let orderReworded = "{ \"namespace\": \"shop\", \"type\": \"record\", \"fields\": [ {\"type\": {\"type\": \"string\"}, \"name\": \"id\"}, {\"name\": \"total\", \"type\": \"int\"} ], \"name\": \"Order\" }"
    static let money = record("Money", #"{"name":"amount","type":"long"}"#)
    static let moneyWithCurrency = record("Money", #"{"name":"amount","type":"long"},{"name":"currency","type":"string","default":"EUR"}"#)
    static let priced = record("Priced", #"{"name":"price","type":"shop.Money"}"#)

    static func record(_ name: String, _ fields: String) -> String {
        #"{"type":"record","name":"\#(name)","namespace":"shop","fields":[\#(fields)]}"#
    }
}

extension Story {
    mutating func declare(
        subject name: String, _ schema: String, format: ContractFormat = .avro, references: [String: String] = [:],
        _ adjust: (inout DesiredSubject) -> Void = { _ in }
    ) {
        if observed.subjects == nil { observed.subjects = [:] }
        var subject = DesiredSubject(
            name: name, contract: "contract-of-\(name)", format: format, schema: SourceFile(path: "\(name).avsc", text: schema),
            references: references.sorted { $0.key < $1.key }.map { SubjectReference(name: $0.key, subject: $0.value) }, owner: "team",
            origin: Origin(document: "Contract contract-of-\(name)"))
        adjust(&subject)
        desired.subjects[name] = subject
    }

    /// There, with these versions; the history is what would be answered if it were asked for.
    mutating func register(
        subject name: String, _ versions: String..., format: ContractFormat = .avro, references: [ObservedReference] = [],
        mode: CompatibilityMode? = nil
    ) {
        if observed.subjects == nil { observed.subjects = [:] }
        observed.subjects?[name] = ObservedSubject(
            latestVersion: versions.count, id: versions.count, format: format, schema: versions.last ?? "", references: references,
            compatibility: mode, versions: Array(1...versions.count),
            history: SubjectHistory(
                versions: versions.enumerated().map { .init(version: $0 + 1, format: format, schema: $1) },
                declaredVersion: desired.subjects[name].flatMap { wanted in versions.lastIndex(of: wanted.text).map { $0 + 1 } }))
    }

    /// What Heddle would have recorded on registering this.
    mutating func own(
        subject name: String, _ schema: String, format: ContractFormat = .avro, references: [String: String] = [:],
        mode: CompatibilityMode? = nil, phase: LedgerPhase = .applied, mesh: String = "shop", protected: Bool = false
    ) {
        var other = Story()
        other.declare(subject: name, schema, format: format, references: references) {
            $0.compatibility = mode
            $0.deletionProtection = protected
        }
        guard case .subject(_, var entry?)? = other.plan().changes.first?.outcome else { return }
        entry.phase = phase
        entry.stewardship.mesh = mesh
        observed.ledger.subjects[name] = entry
    }
}
