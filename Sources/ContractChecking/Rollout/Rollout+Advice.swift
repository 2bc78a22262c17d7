extension Rollout {
    /// What to do, step by step, in sentences without a full stop.
    ///
    ///     upgrade consumers first: billing, shipping
    ///     then producers: checkout
    package var steps: [String] {
        let consumers = named(consumers, "consumers")
        let producers = named(producers, "producers")
        var steps: [String]
        switch order {
        case .any: return ["producers and consumers can be upgraded in any order"]
        case .consumersFirst:
            steps = ["upgrade \(consumers) first: old readers cannot read what new producers write", "then upgrade \(producers)"]
        case .producersFirst:
            steps = [
                "upgrade \(producers) first: new readers cannot read what old producers write",
                "wait until the records of the old version have been consumed, or their retention is over",
                "then upgrade \(consumers)",
            ]
        case .none:
            return [
                "no order is safe: neither side can read what the other writes",
                "either make the change in two releases, each of which one side can do without: first add what is new beside the old, "
                    + "with a default, and only when everyone has that take the old away",
                "or write to a new topic under a new contract, with a Route that carries records over for as long as somebody reads "
                    + "the old one",
            ]
        }
        if !both.isEmpty {
            steps.append(
                "\(listed(both)) \(both.count == 1 ? "does" : "do") both: "
                    + (order == .consumersFirst
                        ? "release the new reading before the new writing" : "release the new writing before the new reading"))
        }
        return steps
    }

    /// `consumers first (billing, shipping)`.
    package var summary: String {
        switch order {
        case .any: "any order"
        case .consumersFirst: "consumers first" + (consumers.isEmpty ? "" : " (\(listed(consumers)))")
        case .producersFirst: "producers first" + (producers.isEmpty ? "" : " (\(listed(producers)))")
        case .none: "no order is safe"
        }
    }

    private func named(_ applications: [String], _ role: String) -> String {
        applications.isEmpty ? role : "\(role) (\(listed(applications)))"
    }
}

/// `a, b, c and 4 more`.
func listed(_ names: [String], atMost limit: Int = 12) -> String {
    guard names.count > limit else { return names.joined(separator: ", ") }
    return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
}
