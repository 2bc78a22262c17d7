import KafkaWire

/// InitProducerId 0-5, for idempotent producers. Ids survive restarts: see `ProducerIDAllocator`.
///
/// Transactions are not served yet. UNSUPPORTED_VERSION says so in a way that clients take as final.
extension Broker {
    func initProducerID(_ request: InitProducerIdRequest, _ call: Call) {
        if let transactionalID = request.transactionalId {
            guard isAllowed(call, .write, on: .transactionalID(transactionalID)) else {
                return reply(call.id, InitProducerIdResponse(
                    errorCode: .transactionalIdAuthorizationFailed, producerId: -1, producerEpoch: -1))
            }
            if connections[call.id.connection]?.hasAskedForTransactions == false {
                connections[call.id.connection]?.hasAskedForTransactions = true
                note(.warning, "\(call.clientID.quotedForMessage) asked for transactional id "
                    + "\(transactionalID.quotedForMessage): transactions are not available on this broker")
            }
            return reply(call.id, InitProducerIdResponse(errorCode: .unsupportedVersion, producerId: -1, producerEpoch: -1))
        }
        // KIP-679: who may write to some topic needs no rule of its own for it.
        guard isAllowed(call, .idempotentWrite, on: .cluster)
            || authorizer.allowsWritingSomewhere(call.asker, by: acls)
        else {
            return reply(call.id, InitProducerIdResponse(
                errorCode: .clusterAuthorizationFailed, producerId: -1, producerEpoch: -1))
        }
        if let end = producerIDs.reservationNeeded {
            guard keep(.producerIDsReserved(end: end)) else {
                return reply(call.id, InitProducerIdResponse(
                    errorCode: .coordinatorNotAvailable, producerId: -1, producerEpoch: -1))
            }
            producerIDs.reserve(upTo: end)
        }
        let id = producerIDs.take()
        replyWhenKept(call.id, InitProducerIdResponse(producerId: id, producerEpoch: 0))
    }
}
