import ContractCompatibility
import ContractModel
import Diagnostics

/// What `checkContracts` found.
package struct CheckReport: Sendable {
    /// What it was compared with, as people say it: `main (commit 1a2b3c4)`. Whoever found that says so.
    package var against = ""
    /// Each contract that is there now, by name.
    package var contracts: [ContractVerdict] = []
    /// By contract, breaking ones first.
    package var findings: [CheckFinding] = []
    /// By name; only those that promised something.
    package var removed: [RemovedContract] = []
    /// What else is to be said: unreadable schemas, expired and idle exceptions, promises made weaker.
    package var problems: [Diagnostic] = []

    package init() {}

    /// Whether nothing stands against the change.
    package var passes: Bool {
        !findings.contains(where: \.isBreaking) && !problems.contains { $0.severity == .error }
    }

    package subscript(name: String) -> ContractVerdict? { contracts.first { $0.name == name } }
}

package struct ContractVerdict: Sendable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// Byte by byte what it was, and so is all that it refers to.
        case unchanged
        /// Nothing to compare it with.
        case new
        case compatible
        /// Breaking, and everything that breaks was agreed upon.
        case excepted
        case breaking
        /// It, or the version to compare it with, cannot be read.
        case unreadable
        /// Changed, and its mode is `none`.
        case notChecked = "not-checked"
    }

    /// The answer for one earlier version.
    package struct Version: Sendable, Hashable {
        package var label: String
        package var state: State
    }

    package var name: String
    package var owner: String?
    package var format: ContractFormat
    package var mode: CompatibilityMode
    package var level: ProtobufLevel?
    package var state: State
    /// The latest first.
    package var versions: [Version] = []
    /// How to put the change in place; nil where nothing changes, or nothing is known.
    package var rollout: Rollout?
    package var uses: [TopicUse]
    /// Its own text, as it is now.
    package var source: SourceFile?
}
