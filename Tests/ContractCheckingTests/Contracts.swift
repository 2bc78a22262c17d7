import ContractCompatibility
import ContractModel
import Determinism
import Diagnostics

@testable import ContractChecking

/// Short ways to say contracts, their versions and what came of them.
enum Make {
    static let today = date("2026-10-15")

    static func date(_ text: String) -> CalendarDate { CalendarDate(parsing: text)! }

    static func avro(_ fields: String..., name: String = "Order") -> String {
        #"{"type":"record","name":"\#(name)","fields":[\#(fields.joined(separator: ","))]}"#
    }

    static let id = #"{"name":"id","type":"string"}"#
    static let amount = #"{"name":"amount","type":"long"}"#
    static let note = #"{"name":"note","type":"string","default":""}"#

    static func text(_ path: String, _ text: String, references: [String: SourceFile] = [:]) -> ContractText {
        ContractText(SourceFile(path: path, text: text), references: references)
    }

    static func contract(
        _ name: String, as format: ContractFormat = .avro, _ text: String, mode: CompatibilityMode = .backward,
        level: ProtobufLevel = .wire, message: String? = nil, references: [String: SourceFile] = [:], exceptions: [CheckException] = [],
        uses: [TopicUse] = []
    ) -> CheckedContract {
        CheckedContract(
            name: name, format: format, text: Self.text("contracts/\(name)", text, references: references), mode: mode, level: level,
            rootMessage: message, exceptions: exceptions, uses: uses)
    }

    static func version(
        _ label: String, of name: String, as format: ContractFormat = .avro, _ text: String, message: String? = nil,
        references: [String: SourceFile] = [:], mode: CompatibilityMode? = nil, level: ProtobufLevel? = nil
    ) -> ContractVersion {
        ContractVersion(
            label: label, format: format, text: Self.text("contracts/\(name)@\(label)", text, references: references),
            rootMessage: message, mode: mode, level: level)
    }

    /// `billing` and `shipping` read what `checkout` writes.
    static let orderUses = [
        TopicUse(topic: "orders"),
        TopicUse(topic: "orders", application: "checkout", role: .produces),
        TopicUse(topic: "orders", application: "billing", role: .consumes),
        TopicUse(topic: "orders", application: "shipping", role: .consumes),
    ]
}

/// One contract, its versions oldest first.
func check(
    _ contract: CheckedContract, _ versions: ContractVersion..., replaced: [ContractVersion] = [], today: CalendarDate = Make.today
) -> CheckReport {
    checkContracts([contract], against: [contract.name: ContractHistory(versions, replaced: replaced)], today: today)
}

extension CheckReport {
    /// `avro/field-added-without-default /fields/1 new-readers main`, each occurrence, sorted.
    var occurrences: Set<String> {
        Set(
            findings.flatMap { finding in
                finding.occurrences.map { "\($0.contract): \(finding.rule) \($0.path) \($0.victim.rawValue) \($0.version)" }
            })
    }

    var codes: [String] { problems.map(\.code).sorted() }
    var state: ContractVerdict.State? { contracts.first?.state }
}
