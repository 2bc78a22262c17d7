import CompatibilityReference
import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import TestSupport

/// A pair of Fixtures/compatibility/<rule>.
struct CompatibilityFixture {
    var format: ContractFormat
    var previous: ContractText
    var current: ContractText

    init?(_ rule: String) throws {
        guard let area = rule.split(separator: "/").first, let format = ContractFormat(rawValue: String(area)) else { return nil }
        let folder = packageRoot.appending(path: "Fixtures/compatibility/\(rule)")
        func text(_ name: String) throws -> ContractText? {
            guard let file = try FileManager.default.contentsOfDirectory(atPath: folder.path).first(where: { $0.hasPrefix(name + ".") }) else { return nil }
            return ContractText(SourceFile(path: file, bytes: [UInt8](try Data(contentsOf: folder.appending(path: file)))))
        }
        guard FileManager.default.fileExists(atPath: folder.path), let previous = try text("previous"), let current = try text("current")
        else { return nil }
        (self.format, self.previous, self.current) = (format, previous, current)
    }

    func compare(_ mode: CompatibilityMode, _ level: ProtobufLevel = .wire) -> Comparison {
        compareContracts(format, old: previous, new: current, mode: mode, level: level)
    }
}

extension CompatibilityTable.Rule {
    /// The verdict at each level that the rule's format knows.
    var verdicts: [(level: ProtobufLevel, verdict: CompatibilityTable.Verdict)] {
        if let verdict { return [(.wire, verdict)] }
        return ProtobufLevel.allCases.compactMap { level in levels?[level.rawValue].map { (level, $0) } }
    }
}
