import ContractCompatibility
import Diagnostics

/// One difference that a contract's mode asks about, told once however many versions and contracts it is found in.
package struct CheckFinding: Sendable {
    package enum Standing: Sendable, Hashable {
        case breaking
        /// Breaking, and agreed upon.
        case excepted(CheckException)
        /// Worth knowing, and allowed.
        case told
    }

    /// The finding in one comparison.
    package struct Occurrence: Sendable, Hashable {
        package var contract: String
        /// Where in that contract, in the format's own notation.
        package var path: String
        /// Of the earlier version.
        package var version: String
        package var victim: Difference.Victim
    }

    package var rule: String
    package var message: String
    package var standing: Standing
    /// In the latest of the earlier versions that differ so.
    package var oldRange: SourceRange?
    package var newRange: SourceRange?
    /// Never empty. First those of the contract in whose own text it stands, the latest version first.
    package var occurrences: [Occurrence]
    package var affected: [AffectedApplication] = []
    package var counterExample: CounterExample?

    package var isBreaking: Bool { standing == .breaking }
    package var contract: String { occurrences[0].contract }
    package var path: String { occurrences[0].path }
    /// The contract's own first; others are there since they refer to it.
    package var contracts: [String] { distinct(occurrences.map(\.contract)) }
    package var versions: [String] { distinct(occurrences.map(\.version)) }
    package var victims: [Difference.Victim] {
        Difference.Victim.allCases.filter { victim in occurrences.contains { $0.victim == victim } }
    }
}

/// An application that is in trouble, and when.
package struct AffectedApplication: Sendable, Hashable {
    package var application: String
    package var owner: String?
    package var topic: String
    package var side: TopicUse.Side
    /// `newReaders`: once it is upgraded; `oldReaders`: until it is.
    package var victim: Difference.Victim
}

/// A payload that one side writes and the other refuses.
package struct CounterExample: Sendable, Hashable {
    /// As people read it; JSON where there is such a form.
    package var payload: String
    /// Whether the earlier version's writers write it, for new readers; else the new one's, for old readers.
    package var isWrittenByOld: Bool
    /// Why the reader refuses it, or what it takes it for: a sentence without a full stop.
    package var refusal: String?
    /// Nothing is refused: the reader takes it for another value.
    package var isSilent: Bool

    package init(payload: String, isWrittenByOld: Bool, refusal: String? = nil, isSilent: Bool = false) {
        self.payload = payload
        self.isWrittenByOld = isWrittenByOld
        self.refusal = refusal
        self.isSilent = isSilent
    }
}

/// In the order of first appearance.
func distinct<Element: Hashable>(_ elements: some Sequence<Element>) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
}
