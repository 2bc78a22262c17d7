import ContractCompatibility
import ContractModel
import Diagnostics
import Testing

@testable import ContractChecking

@Suite struct `Contracts that refer to others` {
    static let address = #"{"type":"record","name":"shop.Address","fields":[{"name":"street","type":"string"}]}"#
    static let wider =
        #"{"type":"record","name":"shop.Address","fields":[{"name":"street","type":"string"},{"name":"city","type":"string"}]}"#

    func order(_ name: String) -> String {
        #"{"type":"record","name":"\#(name)","fields":[{"name":"to","type":"shop.Address"}]}"#
    }

    /// `address`, and `order` and `parcel` that speak of it.
    func mesh(_ address: String, orderMode: CompatibilityMode = .backward) -> [CheckedContract] {
        let file = SourceFile(path: "contracts/address", text: address)
        return [
            Make.contract("parcel", order("Parcel"), references: ["shop.Address": file], uses: [TopicUse(topic: "parcels", application: "depot", role: .consumes)]),
            Make.contract("order", order("Order"), mode: orderMode, references: ["shop.Address": file], uses: Make.orderUses),
            Make.contract("address", address),
        ]
    }

    func history(_ contracts: [CheckedContract]) -> [String: ContractHistory] {
        Dictionary(
            uniqueKeysWithValues: contracts.map { contract in
                var text = contract.text
                text.file = SourceFile(path: text.file.path + "@main", bytes: text.file.bytes)
                text.references = text.references.mapValues { SourceFile(path: $0.path + "@main", bytes: $0.bytes) }
                return (contract.name, ContractHistory([ContractVersion(label: "main", format: contract.format, text: text)]))
            })
    }

    @Test func `a change of what is referred to is told once, with all that it reaches`() throws {
        let report = checkContracts(mesh(Self.wider), against: history(mesh(Self.address)), today: Make.today)
        #expect(report.contracts.map(\.state) == [.breaking, .breaking, .breaking])
        #expect(report.findings.count == 1)
        let finding = try #require(report.findings.first)
        #expect(finding.contracts.first == "address" && Set(finding.contracts) == ["address", "order", "parcel"])
        #expect(Set(finding.affected.map(\.application)) == ["billing", "shipping", "depot"])
    }

    @Test func `nothing is told where neither text nor references changed`() {
        let report = checkContracts(mesh(Self.address), against: history(mesh(Self.address)), today: Make.today)
        #expect(report.contracts.allSatisfy { $0.state == .unchanged })
    }

    @Test func `each contract is judged by its own mode`() {
        let report = checkContracts(mesh(Self.wider, orderMode: .forward), against: history(mesh(Self.address)), today: Make.today)
        #expect(report["order"]?.state == .compatible)
        #expect(report["order"]?.rollout?.order == .producersFirst)
        #expect(report.findings.first?.contracts.contains("order") == false)
    }

    @Test func `new contracts that refer to each other are read together`() {
        let report = checkContracts(mesh(Self.address), against: [:], today: Make.today)
        #expect(report.passes && report.contracts.allSatisfy { $0.state == .new })
    }

    @Test func `the roll-out of what is referred to names those who meet it by way of others`() {
        let report = checkContracts(mesh(Self.wider), against: history(mesh(Self.address)), today: Make.today)
        #expect(report["address"]?.uses == [])
        #expect(report["address"]?.rollout?.consumers == ["billing", "depot", "shipping"])
        #expect(report["address"]?.rollout?.producers == ["checkout"])
    }
}
