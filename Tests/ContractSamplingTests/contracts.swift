import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import TestSupport

func contract(_ text: String) -> ContractText { ContractText(SourceFile(path: "contract", text: text)) }

/// Two versions of a contract, and what they are called where they are kept.
struct ContractPair: Sendable {
    var name: String
    var old: ContractText
    var new: ContractText

    init(_ name: String, old: String, new: String) {
        self.name = name
        self.old = contract(old)
        self.new = contract(new)
    }
}

/// The pairs of Fixtures/compatibility.
func fixturePairs(_ format: ContractFormat, _ suffix: String) throws -> [ContractPair] {
    let folder = packageRoot.appending(path: "Fixtures/compatibility/\(format.rawValue)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { rule in
        let previous = folder.appending(path: "\(rule)/previous.\(suffix)")
        let current = folder.appending(path: "\(rule)/current.\(suffix)")
        // A rule may be about a file that is gone.
        guard let old = try? String(contentsOf: previous, encoding: .utf8), let new = try? String(contentsOf: current, encoding: .utf8)
        else {
            return nil
        }
        return ContractPair(rule, old: old, new: new)
    }
}
