import KafkaWire
import NIOCore

/// Answering a request with an error instead of doing it, in its place among the connection's answers: an injected fault.
extension Broker {
    /// The APIs whose requests can be answered with any error.
    package static let refusableAPIs: Set<APIKey> = [
        .produce, .fetch, .listOffsets, .metadata, .offsetForLeaderEpoch, .deleteRecords, .createTopics, .deleteTopics, .createPartitions,
        .findCoordinator, .joinGroup, .syncGroup, .heartbeat, .leaveGroup, .consumerGroupHeartbeat, .offsetCommit, .offsetFetch,
        .initProducerId, .addPartitionsToTxn, .addOffsetsToTxn, .txnOffsetCommit, .endTxn,
    ]

    func refuse(_ frame: ByteBuffer, with code: ErrorCode, on connection: ConnectionID) {
        guard connections[connection] != nil else { return }
        var reader = WireReader(frame, maxElements: Self.maxElements)
        do throws(WireError) {
            let header = try RequestHeader(from: &reader)
            guard Self.servedAPIs.contains(header.apiKey), header.isSupported else { return receive(frame, from: connection) }
            func refuse<Request: RefusableRequest>(_: Request.Type) throws(WireError) {
                let request = try Request(from: &reader, version: header.apiVersion)
                let call = open(header, connection)
                if let produce = request as? ProduceRequest, produce.acks == 0 { return replyNothing(call.id) }
                reply(call.id, request.refused(with: code))
            }
            switch header.apiKey {
            case .produce: try refuse(ProduceRequest.self)
            case .fetch: try refuse(FetchRequest.self)
            case .listOffsets: try refuse(ListOffsetsRequest.self)
            case .metadata: try refuse(MetadataRequest.self)
            case .offsetForLeaderEpoch: try refuse(OffsetForLeaderEpochRequest.self)
            case .deleteRecords: try refuse(DeleteRecordsRequest.self)
            case .createTopics: try refuse(CreateTopicsRequest.self)
            case .deleteTopics: try refuse(DeleteTopicsRequest.self)
            case .createPartitions: try refuse(CreatePartitionsRequest.self)
            case .findCoordinator: try refuse(FindCoordinatorRequest.self)
            case .joinGroup: try refuse(JoinGroupRequest.self)
            case .syncGroup: try refuse(SyncGroupRequest.self)
            case .heartbeat: try refuse(HeartbeatRequest.self)
            case .leaveGroup: try refuse(LeaveGroupRequest.self)
            case .consumerGroupHeartbeat: try refuse(ConsumerGroupHeartbeatRequest.self)
            case .offsetCommit: try refuse(OffsetCommitRequest.self)
            case .offsetFetch: try refuse(OffsetFetchRequest.self)
            case .initProducerId: try refuse(InitProducerIdRequest.self)
            case .addPartitionsToTxn: try refuse(AddPartitionsToTxnRequest.self)
            case .addOffsetsToTxn: try refuse(AddOffsetsToTxnRequest.self)
            case .txnOffsetCommit: try refuse(TxnOffsetCommitRequest.self)
            case .endTxn: try refuse(EndTxnRequest.self)
            default: close(connection, reason: "a fault of \(header.apiKey), which no error can be put into")
            }
        } catch {
            close(connection, reason: "its request cannot be read: \(error)")
        }
    }
}
