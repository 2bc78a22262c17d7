import KafkaWire
import NIOCore

/// A frame → the handler of its API. What cannot be read ends the connection, as nothing after it can be trusted.
extension Broker {
    /// How many array elements one request may hold: enough for the largest in use, little enough for memory.
    static let maxElements = 2_000_000

    func receive(_ frame: ByteBuffer, from connection: ConnectionID) {
        guard let isWatched = connections[connection]?.isWatched else { return }
        if isWatched, let login = connections[connection]?.login, !passesLogin(frame, login, of: connection) { return }
        var reader = WireReader(frame, maxElements: Self.maxElements)
        do throws(WireError) {
            let header = try RequestHeader(from: &reader)
            guard Self.servedAPIs.contains(header.apiKey) else {
                return close(connection, reason: "it sent a request of API key \(header.apiKey.rawValue), which is not served")
            }
            guard header.isSupported else { return receiveUnsupported(header, from: connection) }
            do throws(WireError) {
                try dispatch(header, &reader, from: connection)
            } catch {
                close(connection, reason: "its \(header.apiKey) v\(header.apiVersion) request cannot be read: \(error)")
            }
        } catch {
            close(connection, reason: "its request's header cannot be read: \(error)")
        }
    }

    private func dispatch(
        _ header: RequestHeader, _ reader: inout WireReader, from connection: ConnectionID
    ) throws(WireError) {
        switch header.apiKey {
        case .produce: produce(try decode(header, &reader), open(header, connection))
        case .fetch: fetch(try decode(header, &reader), open(header, connection))
        case .listOffsets: listOffsets(try decode(header, &reader), open(header, connection))
        case .metadata: metadata(try decode(header, &reader), open(header, connection))
        case .offsetCommit: offsetCommit(try decode(header, &reader), open(header, connection))
        case .offsetFetch: offsetFetch(try decode(header, &reader), open(header, connection))
        case .findCoordinator: findCoordinator(try decode(header, &reader), open(header, connection))
        case .joinGroup: joinGroup(try decode(header, &reader), open(header, connection))
        case .heartbeat: heartbeat(try decode(header, &reader), open(header, connection))
        case .leaveGroup: leaveGroup(try decode(header, &reader), open(header, connection))
        case .syncGroup: syncGroup(try decode(header, &reader), open(header, connection))
        case .describeGroups: describeGroups(try decode(header, &reader), open(header, connection))
        case .listGroups: listGroups(try decode(header, &reader), open(header, connection))
        case .apiVersions: apiVersions(try decode(header, &reader), open(header, connection))
        case .createTopics: createTopics(try decode(header, &reader), open(header, connection))
        case .deleteTopics: deleteTopics(try decode(header, &reader), open(header, connection))
        case .deleteRecords: deleteRecords(try decode(header, &reader), open(header, connection))
        case .initProducerId: initProducerID(try decode(header, &reader), open(header, connection))
        case .offsetForLeaderEpoch: offsetForLeaderEpoch(try decode(header, &reader), open(header, connection))
        case .describeAcls: describeAcls(try decode(header, &reader), open(header, connection))
        case .createAcls: createAcls(try decode(header, &reader), open(header, connection))
        case .deleteAcls: deleteAcls(try decode(header, &reader), open(header, connection))
        case .describeConfigs: describeConfigs(try decode(header, &reader), open(header, connection))
        case .alterConfigs: alterConfigs(try decode(header, &reader), open(header, connection))
        case .describeLogDirs: describeLogDirs(try decode(header, &reader), open(header, connection))
        case .createPartitions: createPartitions(try decode(header, &reader), open(header, connection))
        case .deleteGroups: deleteGroups(try decode(header, &reader), open(header, connection))
        case .incrementalAlterConfigs: incrementalAlterConfigs(try decode(header, &reader), open(header, connection))
        case .alterPartitionReassignments:
            alterPartitionReassignments(try decode(header, &reader), open(header, connection))
        case .listPartitionReassignments:
            listPartitionReassignments(try decode(header, &reader), open(header, connection))
        case .offsetDelete: offsetDelete(try decode(header, &reader), open(header, connection))
        case .electLeaders: electLeaders(try decode(header, &reader), open(header, connection))
        case .listConfigResources: listConfigResources(try decode(header, &reader), open(header, connection))
        case .describeTopicPartitions: describeTopicPartitions(try decode(header, &reader), open(header, connection))
        case .consumerGroupHeartbeat: consumerGroupHeartbeat(try decode(header, &reader), open(header, connection))
        case .consumerGroupDescribe: consumerGroupDescribe(try decode(header, &reader), open(header, connection))
        case .saslHandshake: saslHandshake(try decode(header, &reader), open(header, connection))
        case .saslAuthenticate: saslAuthenticate(try decode(header, &reader), open(header, connection))
        case .describeUserScramCredentials:
            describeUserScramCredentials(try decode(header, &reader), open(header, connection))
        case .alterUserScramCredentials: alterUserScramCredentials(try decode(header, &reader), open(header, connection))
        case .describeCluster: describeCluster(try decode(header, &reader), open(header, connection))
        case .addPartitionsToTxn: addPartitionsToTxn(try decode(header, &reader), open(header, connection))
        case .addOffsetsToTxn: addOffsetsToTxn(try decode(header, &reader), open(header, connection))
        case .endTxn: endTxn(try decode(header, &reader), open(header, connection))
        case .writeTxnMarkers: writeTxnMarkers(try decode(header, &reader), open(header, connection))
        case .txnOffsetCommit: txnOffsetCommit(try decode(header, &reader), open(header, connection))
        case .describeProducers: describeProducers(try decode(header, &reader), open(header, connection))
        case .describeTransactions: describeTransactions(try decode(header, &reader), open(header, connection))
        case .listTransactions: listTransactions(try decode(header, &reader), open(header, connection))
        default: preconditionFailure("API \(header.apiKey) is served but not dispatched")
        }
    }

    /// What follows the request in its frame is let be, as Kafka does: librdkafka 2.16 sends three bytes too many
    /// after Metadata v13.
    private func decode<Request: KafkaRequest>(
        _ header: RequestHeader, _ reader: inout WireReader
    ) throws(WireError) -> Request {
        try Request(from: &reader, version: header.apiVersion)
    }

    /// Takes the request's place in the order of the connection's answers.
    func open(_ header: RequestHeader, _ connection: ConnectionID) -> Call {
        guard let state = connections[connection],
              let sequence = connections[connection]?.responses.open(
                .init(apiKey: header.apiKey, version: header.apiVersion, correlationID: header.correlationId))
        else { preconditionFailure("a request is dispatched only while its connection is known") }
        return Call(
            id: RequestID(connection: connection, sequence: sequence), version: header.apiVersion,
            clientID: header.clientId ?? "", connection: state.info, asker: state.asker)
    }

    /// A version that we do not speak. ApiVersions is answered in version 0, so that the client can ask again
    /// (KIP-511); Produce 0 to 2 are shown to clients and then refused (KAFKA-18659).
    private func receiveUnsupported(_ header: RequestHeader, from connection: ConnectionID) {
        guard header.apiKey == .apiVersions else {
            return close(connection, reason: "it sent \(header.apiKey) v\(header.apiVersion), which is not served")
        }
        var header = header
        header.apiVersion = 0
        reply(open(header, connection).id, ApiVersionsResponse(
            errorCode: .unsupportedVersion, apiKeys: Self.advertisedVersions))
    }
}
