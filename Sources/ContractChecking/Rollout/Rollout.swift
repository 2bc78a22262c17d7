import ContractCompatibility
import ContractModel

/// In which order programs may be upgraded from the version before to this one.
package struct Rollout: Sendable, Hashable {
    package enum Order: String, Sendable, Hashable, CaseIterable {
        /// Each side reads the other's data.
        case any
        /// Old readers cannot read new data, new readers can read old data.
        case consumersFirst = "consumers-first"
        /// New readers cannot read old data, old readers can read new data.
        case producersFirst = "producers-first"
        /// Neither can read the other's.
        case none
    }

    /// Why the order is as it is, where no finding says so.
    package struct Reason: Sendable, Hashable {
        package var victim: Difference.Victim
        package var rule: String
        package var path: String
        package var message: String
    }

    package var order: Order
    /// What breaks in directions that the mode does not ask about, as much of it as people will read.
    package var reasons: [Reason]
    /// Applications by name.
    package var producers: [String]
    package var consumers: [String]

    package init(order: Order, reasons: [Reason] = [], producers: [String] = [], consumers: [String] = []) {
        self.order = order
        self.reasons = reasons
        self.producers = producers
        self.consumers = consumers
    }

    /// Those that read what they write: no order of programs helps them.
    package var both: [String] { producers.filter(consumers.contains) }
}

/// - Parameter differences: of the last version from this one, for both victims, breaking ones among them.
func planRollout(_ differences: [DirectedDifference], _ mode: CompatibilityMode, uses: [TopicUse]) -> Rollout {
    let breaking = differences.filter(\.difference.isBreaking)
    let hitsNewReaders = breaking.contains { $0.victim == .newReaders }
    let hitsOldReaders = breaking.contains { $0.victim == .oldReaders }
    let order: Rollout.Order =
        switch (hitsNewReaders, hitsOldReaders) {
        case (false, false): .any
        case (false, true): .consumersFirst
        case (true, false): .producersFirst
        case (true, true): .none
        }
    func applications(_ role: TopicUse.Role) -> [String] {
        distinct(uses.filter { $0.role == role }.compactMap(\.application)).sorted()
    }
    let reasons = breaking.filter { !mode.asks(about: $0.victim) }.prefix(20).map {
        Rollout.Reason(victim: $0.victim, rule: $0.difference.rule, path: $0.difference.path, message: $0.difference.message)
    }
    return Rollout(
        order: order, reasons: distinct(reasons),
        producers: applications(.produces), consumers: applications(.consumes))
}

extension CompatibilityMode {
    func asks(about victim: Difference.Victim) -> Bool { victim == .newReaders ? checksBackward : checksForward }
}
