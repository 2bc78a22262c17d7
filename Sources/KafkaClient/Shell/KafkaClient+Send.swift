import KafkaWire

extension KafkaClient {
    /// Sends a request and returns its answer.
    ///
    /// When its connection breaks, a request that may be repeated is sent again; any other only if it had not been sent.
    /// Every other failure throws, `wasSent` saying whether it may have been carried out.
    ///
    /// - Parameters:
    ///   - deadline: after which nothing is sent anew; `ClientOptions.callDeadline` by default.
    ///   - timeout: for one answer; `ClientOptions.requestTimeout` by default.
    ///   - isRepeatable: by default true for what changes nothing.
    ///   - refusal: where a response refuses the request as a whole, if it does. While the code is one that passes (another
    ///     leader, a coordinator that still loads), the request is sent again; at the deadline the last response is returned.
    package func send<Request: KafkaRequest>(
        _ request: Request, to destination: Destination = .any, deadline: Duration? = nil, timeout: Duration? = nil,
        isRepeatable: Bool = Request.apiKey.changesNothing,
        refusal: (Request.Response) -> ErrorCode = { _ in .none }
    ) async throws(KafkaClientError) -> Request.Response {
        try await send(to: destination, deadline: deadline, timeout: timeout, isRepeatable: isRepeatable, refusal: refusal) { _ in request }
    }

    /// As above, for requests whose content depends on the version that the broker takes.
    ///
    /// - Parameter highest: no later version is used, though both sides know it.
    package func send<Request: KafkaRequest>(
        to destination: Destination = .any, highest: Int16? = nil, deadline: Duration? = nil, timeout: Duration? = nil,
        isRepeatable: Bool = Request.apiKey.changesNothing,
        refusal: (Request.Response) -> ErrorCode = { _ in .none },
        _ make: (Int16) -> Request
    ) async throws(KafkaClientError) -> Request.Response {
        let end = now + (deadline ?? options.callDeadline)
        var failures = 0
        while true {
            do throws(KafkaClientError) {
                let connection = try await connection(to: destination)
                // Not cut to the deadline: a call that gives up early would take the connection from all others.
                let response = try await connection.call(highest: highest, timeout: timeout ?? options.requestTimeout, make)
                let code = refusal(response)
                guard let remedy = RefusalRemedy(code) else { return response }
                failures += 1
                guard case .wait(let delay) = decideAfterFailure(number: failures, deadline: end) else { return response }
                logger.debug("\(Request.apiKey) to \(connection.address): \(code.name), again in \(delay)")
                if remedy != .wait { forget(destination) }
                try await pause(delay)
            } catch {
                guard error.isRetriable, !error.wasSent || isRepeatable else { throw error }
                failures += 1
                guard case .wait(let delay) = decideAfterFailure(number: failures, deadline: end) else { throw error }
                logger.debug("\(Request.apiKey): \(error), again in \(delay)")
                forget(destination)
                try await pause(delay)
            }
        }
    }

    private func pause(_ delay: Duration) async throws(KafkaClientError) {
        do {
            try await Task.sleep(for: delay)
        } catch {
            throw KafkaClientError(.cancelled)
        }
    }
}

extension APIKey {
    /// True for requests that may be sent twice without a trace.
    package var changesNothing: Bool {
        switch self {
        case .metadata, .fetch, .listOffsets, .findCoordinator, .describeConfigs, .describeAcls, .describeCluster,
            .apiVersions, .offsetFetch, .listGroups, .describeGroups, .describeLogDirs, .offsetForLeaderEpoch, .initProducerId,
            .listPartitionReassignments:
            true
        default:
            false
        }
    }
}
