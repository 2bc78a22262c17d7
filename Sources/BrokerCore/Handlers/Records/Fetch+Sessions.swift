import KafkaWire

/// How a fetch belongs to a session (KIP-227). Epoch 0 begins one, -1 is a fetch without; all others go on with theirs.
extension Broker {
    /// Makes the fetch one that names all its partitions. Where that cannot be, it is answered, and `isRefused`.
    func openSession(of request: inout FetchRequest, _ call: Call) -> WaitingFetch.Session {
        guard call.version >= 7, request.sessionEpoch != -1 || request.sessionId != 0 else { return .none }
        let usesIDs = call.version >= 13
        if request.sessionEpoch <= 0 {
            fetchSessions.remove(request.sessionId)
            guard request.sessionEpoch == 0,
                  let session = fetchSessions.make(request.topics, usesIDs: usesIDs, now: now, using: &random)
            else { return .none }
            // Each partition once, however often it was named: answers stand as the session's partitions do.
            request.topics = session.topics
            return .init(session: session, epoch: session.epoch, isFull: true)
        }
        guard let session = fetchSessions[request.sessionId] else { return refuse(.fetchSessionIdNotFound, call) }
        guard session.epoch == request.sessionEpoch else { return refuse(.invalidFetchSessionEpoch, call) }
        guard session.usesIDs == usesIDs else { return refuse(.fetchSessionTopicIdError, call) }
        let hasRoom = fetchSessions.update(session, request)
        session.advance(at: now)
        request.topics = session.topics
        guard hasRoom, session.partitionCount > 0 else {
            // Nothing is left of it, or too much: the answer says that it is over.
            fetchSessions.remove(session.id)
            return .none
        }
        return .init(session: session, epoch: session.epoch, isFull: false)
    }

    private func refuse(_ error: ErrorCode, _ call: Call) -> WaitingFetch.Session {
        reply(call.id, FetchResponse(errorCode: error))
        return .init(session: nil, epoch: -1, isFull: false)
    }
}

extension WaitingFetch {
    /// The session of a fetch, as it was when the fetch came.
    struct Session {
        var session: FetchSession?
        var epoch: Int32
        var isFull: Bool

        static var none: Session { Session(session: nil, epoch: 0, isFull: true) }
        var isRefused: Bool { epoch < 0 }

        /// Leaves in the answer what the session need be told.
        func finish(_ response: inout FetchResponse, isCutShort: Bool) {
            guard let session else { return }
            response.sessionId = session.id
            // A client that does not wait for its answers may have changed the session meanwhile: then everything is told.
            if session.epoch == epoch { session.filter(&response, isFull: isFull, isCutShort: isCutShort) }
        }
    }
}
