import EngineInterface

/// The operations of one request, each with its place in the list that was asked for.
struct CallBatch<Call: LoweredCall>: Sendable {
    struct Entry: Sendable {
        var index: Int
        var operation: EngineOperation
        var item: Call.Item
    }

    var entries: [Entry] = []

    var items: [Call.Item] { entries.map(\.item) }
}

/// Those operations that the call carries out, in their order, cut into requests.
func batches<Call: LoweredCall>(of call: Call.Type, from operations: [EngineOperation]) -> [CallBatch<Call>] {
    var batches: [CallBatch<Call>] = []
    var names: Set<String> = []
    var weight = 0
    for (index, operation) in operations.enumerated() {
        guard let item = Call.item(for: operation) else { continue }
        let itemWeight = Call.weight(of: item)
        // Brokers refuse both copies of what a request names twice.
        let fits = weight + itemWeight <= Call.capacity && !names.contains(Call.name(of: item))
        if !fits || batches.isEmpty {
            batches.append(CallBatch())
            names = []
            weight = 0
        }
        names.insert(Call.name(of: item))
        weight += itemWeight
        batches[batches.count - 1].entries.append(.init(index: index, operation: operation, item: item))
    }
    return batches
}

/// What a response means for each operation of its batch.
struct BatchVerdict<Call: LoweredCall>: Sendable {
    var settled: [(index: Int, outcome: EngineOutcome)] = []
    /// Refused for a reason that passes, with the refusal that stands if no time is left.
    var again: [(entry: CallBatch<Call>.Entry, failure: EngineFailure)] = []
    /// The controller has moved.
    var isMisdirected = false
}

func judge<Call: LoweredCall>(_ batch: CallBatch<Call>, answers: [ItemAnswer?]) -> BatchVerdict<Call> {
    var verdict = BatchVerdict<Call>()
    for (position, entry) in batch.entries.enumerated() {
        guard position < answers.count, let answer = answers[position] else {
            let failure = EngineFailure(.misunderstood, "the broker's answer does not mention what was asked: \(entry.operation.phrase)")
            verdict.settled.append((entry.index, .unknown(failure)))
            continue
        }
        switch answer.code {
        case .none:
            verdict.settled.append((entry.index, .done))
        case .requestTimedOut:
            // The controller has begun, and did not see the end in time.
            verdict.settled.append((entry.index, .unknown(refusal(of: entry.operation, answer))))
        case .notController, .throttlingQuotaExceeded, .brokerNotAvailable, .leaderNotAvailable, .coordinatorLoadInProgress,
            .networkException:
            verdict.again.append((entry, refusal(of: entry.operation, answer)))
            verdict.isMisdirected = verdict.isMisdirected || answer.code == .notController
        default:
            verdict.settled.append((entry.index, .failed(refusal(of: entry.operation, answer))))
        }
    }
    return verdict
}
