import EngineInterface
import KafkaClient
import KafkaWire

extension KafkaEngine {
    package func perform(_ operations: [EngineOperation]) async -> [EngineOutcome] {
        let jobs =
            jobs(CreateTopicsCall.self, operations) + jobs(CreatePartitionsCall.self, operations)
            + jobs(AlterConfigsCall.self, operations) + jobs(DeleteTopicsCall.self, operations)
            + jobs(RevokeCall.self, operations) + jobs(GrantCall.self, operations)
        async let registered = performInRegistry(operations)
        async let moved = performMoves(operations)
        let settled = await concurrently(jobs, width: options.width) { await $0() } + [await registered, await moved]

        var outcomes = [EngineOutcome?](repeating: nil, count: operations.count)
        for (index, outcome) in settled.joined() { outcomes[index] = outcome }
        return outcomes.map { outcome in
            guard let outcome else { preconditionFailure("every operation belongs to one call") }
            return outcome
        }
    }

    /// What a broker is given to answer. Ours ends later, so that its answer still arrives.
    var requestTimeoutMs: Int32 { Int32(clamping: options.client.requestTimeout.components.seconds * 1000 * 2 / 3) }

    private typealias Job = @Sendable () async -> [(index: Int, outcome: EngineOutcome)]

    private func jobs<Call: LoweredCall>(_ call: Call.Type, _ operations: [EngineOperation]) -> [Job] {
        batches(of: call, from: operations).map { batch in { await self.run(batch) } }
    }

    /// Sends a batch, and what of it was refused for a reason that passes again, until the deadline.
    private func run<Call: LoweredCall>(_ first: CallBatch<Call>) async -> [(index: Int, outcome: EngineOutcome)] {
        var batch = first
        var settled: [(index: Int, outcome: EngineOutcome)] = []
        // Before anybody looks for the controller: a server without the API may have none, either.
        if let versions = try? await client.versions(), !versions.serves(Call.Request.apiKey) {
            return batch.entries.map { ($0.index, .failed(unserved(Call.Request.apiKey, $0.operation))) }
        }
        let pace = client.pace(deadline: options.operationDeadline)
        let timeoutMs = requestTimeoutMs
        while true {
            let verdict: BatchVerdict<Call>
            do {
                let items = batch.items
                let response = try await client.send(to: Call.destination) { version in
                    Call.request(items, version: version, timeoutMs: timeoutMs)
                }
                verdict = judge(batch, answers: Call.answers(to: items, in: response))
            } catch {
                if case .unsupportedAPI = error.reason {
                    return settled + batch.entries.map { ($0.index, .failed(unserved(Call.Request.apiKey, $0.operation))) }
                }
                let failure = failure(error)
                let outcome: EngineOutcome = error.wasSent ? .unknown(failure) : .failed(failure)
                return settled + batch.entries.map { ($0.index, outcome) }
            }
            settled += verdict.settled
            guard !verdict.again.isEmpty else { return settled }
            if verdict.isMisdirected { client.forget(Call.destination) }
            guard await pace.waitAfterFailure() else {
                return settled + verdict.again.map { ($0.entry.index, .failed($0.failure)) }
            }
            batch = CallBatch(entries: verdict.again.map(\.entry))
        }
    }

    /// There is no other call that would do: what the cluster lacks is said, and what that comes to.
    private func unserved(_ api: APIKey, _ operation: EngineOperation) -> EngineFailure {
        EngineFailure(
            .refused, "cluster '\(cluster)' does not serve \(api): \(operation.consequence)", code: ErrorCode.unsupportedVersion.name)
    }
}
