import EngineInterface
import KafkaClient
import KafkaWire

extension KafkaEngine {
    /// Those operations that move replicas, all together: throttled, begun, waited for, confirmed, no longer throttled.
    ///
    /// The waiting has no end of its own, as moves may take days; a task that is cancelled leaves the moves to go on.
    func performMoves(_ operations: [EngineOperation]) async -> [(index: Int, outcome: EngineOutcome)] {
        let moves = operations.enumerated().compactMap { ReplicaMove($1, at: $0) }
        guard !moves.isEmpty else { return [] }
        var outcomes: [Int: EngineOutcome] = [:]
        do throws(EngineFailure) {
            try await requireReassignment(of: moves)
            let throttle = MoveThrottle(moves, current: try await replicas(of: moves))
            if let throttle { try await set(throttle) }
            for (index, failure) in await begin(moves) { outcomes[index] = failure }
            let begun = moves.filter { outcomes[$0.index] == nil }
            for (index, failure) in await waitAndConfirm(begun) { outcomes[index] = failure }
            let goesOn = begun.contains { if case .unknown = outcomes[$0.index] { true } else { false } }
            if let throttle, let left = await lift(throttle, unless: goesOn) {
                for move in begun where throttle.topics[move.topic] != nil { outcomes[move.index] = .unknown(left) }
            }
        } catch {
            for move in moves where outcomes[move.index] == nil { outcomes[move.index] = .failed(error) }
        }
        return moves.map { ($0.index, outcomes[$0.index] ?? .done) }
    }

    private func requireReassignment(of moves: [ReplicaMove]) async throws(EngineFailure) {
        let versions: VersionAgreement
        do { versions = try await client.versions() } catch { throw failure(error) }
        guard let move = moves.first, let refusal = readCapabilities(versions).refusal(of: move.operation, on: cluster) else { return }
        throw EngineFailure(.refused, refusal, code: ErrorCode.unsupportedVersion.name)
    }

    /// Where the replicas of the topics are now, by partition.
    private func replicas(of moves: [ReplicaMove]) async throws(EngineFailure) -> [String: [[Int32]]] {
        let request = MetadataRequest(topics: moves.map { .init(name: $0.topic) }, allowAutoTopicCreation: false)
        let response: MetadataResponse
        do { response = try await client.send(request) } catch { throw failure(error) }
        do { return try readTopics(response).mapValues(\.replicas) } catch { throw failure(error) }
    }

    /// By operation, why its topic's moves have not begun, or may not have.
    private func begin(_ moves: [ReplicaMove]) async -> [Int: EngineOutcome] {
        var refused: [String: EngineOutcome] = [:]
        for request in reassignmentRequests(for: moves, timeoutMs: requestTimeoutMs) {
            do throws(KafkaClientError) {
                // To ask twice for the same place is to ask once.
                let response = try await client.send(request, to: .controller, isRepeatable: true) { $0.errorCode }
                for (topic, answer) in refusals(in: response, to: request) {
                    guard let move = moves.first(where: { $0.topic == topic }) else { continue }
                    refused[topic] = .failed(refusal(of: move.operation, answer))
                }
            } catch {
                let failure = failure(error)
                for topic in request.topics { refused[topic.name] = error.wasSent ? .unknown(failure) : .failed(failure) }
            }
        }
        return Dictionary(uniqueKeysWithValues: moves.compactMap { move in refused[move.topic].map { (move.index, $0) } })
    }

    /// By operation, what is wrong in the end; nothing for one whose replicas are all where they shall be.
    private func waitAndConfirm(_ moves: [ReplicaMove]) async -> [Int: EngineOutcome] {
        guard !moves.isEmpty else { return [:] }
        var wait = Duration.milliseconds(50)
        var last = -1
        do {
            while true {
                let left = try await partitionsMoving(of: moves)
                if left == 0 { break }
                if left != last { logger.info("moving replicas", metadata: ["cluster": "\(cluster)", "partitions left": "\(left)"]) }
                last = left
                try await Task.sleep(for: wait)
                wait = min(wait * 2, .seconds(5))
            }
            let now = try await replicas(of: moves)
            var wrong: [Int: EngineOutcome] = [:]
            for move in moves where now[move.topic] != move.assignment {
                wrong[move.index] = .failed(EngineFailure(
                    .refused, "the replicas of topic '\(move.topic)' are not where they were to be moved: another hand has moved them since"))
            }
            return wrong
        } catch {
            let cause = error as? EngineFailure ?? EngineFailure(.unreachable, "cluster '\(cluster)': the waiting was broken off")
            let failure = EngineFailure(
                cause.kind, "\(cause.message); the moves that have begun go on in the cluster", code: cause.code, isRetriable: true)
            return Dictionary(uniqueKeysWithValues: moves.map { ($0.index, .unknown(failure)) })
        }
    }

    private func partitionsMoving(of moves: [ReplicaMove]) async throws(EngineFailure) -> Int {
        let request = ListPartitionReassignmentsRequest(
            timeoutMs: requestTimeoutMs,
            topics: moves.map { .init(name: $0.topic, partitionIndexes: $0.assignment.indices.map { Int32($0) }) })
        do throws(KafkaClientError) {
            let response = try await client.send(request, to: .controller) { $0.errorCode }
            guard response.errorCode == .none else {
                throw KafkaClientError(.refused(ListPartitionReassignmentsRequest.apiKey, response.errorCode, message: response.errorMessage))
            }
            return response.topics.reduce(0) { $0 + $1.partitions.count }
        } catch {
            throw failure(error)
        }
    }

    // MARK: The throttle

    private func set(_ throttle: MoveThrottle) async throws(EngineFailure) {
        guard let failure = await send(throttle.requests(isSet: true)) else { return }
        // Nothing has moved yet: nothing of it must stay.
        _ = await send(throttle.requests(isSet: false))
        throw EngineFailure(
            failure.kind, "cluster '\(cluster)' does not take the throttle, so nothing is moved: \(failure.message)", code: failure.code,
            isRetriable: failure.isRetriable)
    }

    /// nil once it is gone.
    private func lift(_ throttle: MoveThrottle, unless goesOn: Bool) async -> EngineFailure? {
        let failure = goesOn ? EngineFailure(.unreachable, "moves still go on") : await send(throttle.requests(isSet: false))
        guard let failure else { return nil }
        let brokers = throttle.rates.keys.sorted().map { "\($0)" }.joined(separator: ", ")
        return EngineFailure(
            failure.kind,
            "cluster '\(cluster)': the throttle stays, as \(failure.message); in the end, remove \(MoveThrottle.brokerKeys.joined(separator: " and ")) "
                + "from brokers \(brokers), and \(MoveThrottle.topicKeys.joined(separator: " and ")) from topics "
                + throttle.topics.keys.sorted().joined(separator: ", "), code: failure.code, isRetriable: failure.isRetriable)
    }

    /// The first failure; the others are tried all the same.
    private func send(_ requests: [(Destination, IncrementalAlterConfigsRequest)]) async -> EngineFailure? {
        var first: EngineFailure?
        for (destination, request) in requests {
            do throws(KafkaClientError) {
                let response = try await client.send(request, to: destination, isRepeatable: true) { $0.responses.first?.errorCode ?? .none }
                guard let refused = response.responses.first(where: { $0.errorCode != .none }) else { continue }
                first = first ?? EngineFailure(
                    .refused, "'\(refused.resourceName)': \(reason(refused.errorCode, refused.errorMessage))", code: refused.errorCode.name,
                    isRetriable: refused.errorCode.isRetriable)
            } catch {
                first = first ?? failure(error)
            }
        }
        return first
    }
}
