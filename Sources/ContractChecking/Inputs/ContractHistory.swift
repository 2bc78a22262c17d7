import ContractCompatibility
import ContractModel
import Diagnostics

/// What was there of a contract before.
package struct ContractHistory: Sendable {
    /// Oldest first; the last is the one that is to be replaced. Empty: the contract is new.
    package var versions: [ContractVersion]
    /// Other contracts whose place this one takes on a topic: readers of the topic still have them.
    package var replaced: [ContractVersion]

    package init(_ versions: [ContractVersion] = [], replaced: [ContractVersion] = []) {
        self.versions = versions
        self.replaced = replaced
    }
}

/// An earlier version of a contract.
package struct ContractVersion: Sendable {
    /// As it is spoken of: `main`, `commit 1a2b3c4 of 2026-10-01`, `version 3 in http://127.0.0.1:8181`.
    package var label: String
    package var format: ContractFormat
    /// With everything that it referred to, as that was then. Files that stand at the same path as today's are best named
    /// apart: `contracts/order.avsc@main`.
    package var text: ContractText
    package var rootMessage: String?
    /// What it promised itself; nil where that is not known.
    package var mode: CompatibilityMode?
    package var level: ProtobufLevel?

    package init(
        label: String, format: ContractFormat, text: ContractText, rootMessage: String? = nil, mode: CompatibilityMode? = nil,
        level: ProtobufLevel? = nil
    ) {
        self.label = label
        self.format = format
        self.text = text
        self.rootMessage = rootMessage
        self.mode = mode
        self.level = level
    }

    /// Whether nothing that could be judged differs: byte by byte, references too. Nothing is parsed for it.
    package func isSame(as contract: CheckedContract) -> Bool {
        format == contract.format && rootMessage == contract.rootMessage && hasSameBytes(text, contract.text)
    }
}

/// A contract that was there and is no longer.
package struct RemovedContract: Sendable {
    package var name: String
    package var label: String
    package var mode: CompatibilityMode
    /// Where it was declared.
    package var declared: SourceRange?
    /// Of then.
    package var uses: [TopicUse]

    package init(name: String, label: String, mode: CompatibilityMode, declared: SourceRange? = nil, uses: [TopicUse] = []) {
        self.name = name
        self.label = label
        self.mode = mode
        self.declared = declared
        self.uses = uses
    }
}

package func hasSameBytes(_ left: ContractText, _ right: ContractText) -> Bool {
    guard isSameFile(left.file, right.file), left.references.count == right.references.count else { return false }
    return left.references.allSatisfy { name, file in right.references[name].map { isSameFile(file, $0) } ?? false }
}

func isSameFile(_ left: SourceFile, _ right: SourceFile) -> Bool { left === right || left.bytes == right.bytes }
