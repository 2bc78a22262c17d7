import KafkaWire
import NIOCore
import ScriptedBroker
import Synchronization

/// As much of a cluster as an engine talks to: one broker on a real socket, topics without records but for one log.
final class ToyCluster: Sendable {
    struct State {
        var topics: [String: Topic] = [:]
        var acls: [CreateAclsRequest.AclCreation] = []
        /// Batches of `__heddle.state`.
        var log = ByteBuffer()
        var logEnd: Int64 = 0
        var producedBatches: [RecordBatchHeader] = []
        var nextProducerId: Int64 = 77
    }

    struct Topic {
        var partitions: Int32
        var config: [String: String]
    }

    typealias Intercept = @Sendable (ScriptedRequest, ToyCluster) -> [ScriptedBroker.Step]?

    let state = Mutex(State())
    private let running = Mutex<ScriptedBroker?>(nil)

    /// - Parameter intercept: answers in the cluster's stead, or nil.
    static func start(lacking: Set<APIKey> = [], intercept: @escaping Intercept = { _, _ in nil }) async throws -> ToyCluster {
        let cluster = ToyCluster()
        let broker = try await ScriptedBroker.start(lacking: lacking) { request in
            if let steps = intercept(request, cluster) { return steps }
            return (try? cluster.answer(request)).map { [$0] } ?? [.cut]
        }
        cluster.running.withLock { $0 = broker }
        return cluster
    }

    var broker: ScriptedBroker? { running.withLock { $0 } }
    var port: Int { broker?.port ?? 0 }
    func stop() async { await broker?.stop() }
    func count(of api: APIKey) -> Int { broker?.count(of: api) ?? 0 }

    func answer(_ request: ScriptedRequest) throws -> ScriptedBroker.Step {
        switch request.header.apiKey {
        case .metadata: request.answer(metadata(try request.decode(MetadataRequest.self)))
        case .createTopics: request.answer(createTopics(try request.decode(CreateTopicsRequest.self)))
        case .describeConfigs: request.answer(describeConfigs(try request.decode(DescribeConfigsRequest.self)))
        case .listPartitionReassignments: request.answer(ListPartitionReassignmentsResponse())
        case .createAcls: request.answer(createACLs(try request.decode(CreateAclsRequest.self)))
        case .describeAcls: request.answer(describeACLs())
        case .initProducerId: request.answer(initProducerId(try request.decode(InitProducerIdRequest.self)))
        case .produce: request.answer(produce(try request.decode(ProduceRequest.self)))
        case .listOffsets: request.answer(listOffsets(try request.decode(ListOffsetsRequest.self)))
        case .fetch: request.answer(fetch(try request.decode(FetchRequest.self)))
        default: .cut
        }
    }

    private func metadata(_ request: MetadataRequest) -> MetadataResponse {
        state.withLock { state in
            let names = request.topics.map { $0.compactMap(\.name) } ?? state.topics.keys.sorted()
            return MetadataResponse(
                brokers: [.init(nodeId: 1, host: "127.0.0.1", port: Int32(port))], clusterId: "toy", controllerId: 1,
                topics: names.map { name in
                    guard let topic = state.topics[name] else { return .init(errorCode: .unknownTopicOrPartition, name: name) }
                    return .init(
                        name: name, topicId: KafkaUUID(high: 1, low: UInt64(name.utf8.count)),
                        partitions: (0..<topic.partitions).map { .init(partitionIndex: $0, leaderId: 1, replicaNodes: [1]) })
                })
        }
    }

    private func createTopics(_ request: CreateTopicsRequest) -> CreateTopicsResponse {
        state.withLock { state in
            CreateTopicsResponse(topics: request.topics.map { topic in
                guard state.topics[topic.name] == nil else { return .init(name: topic.name, errorCode: .topicAlreadyExists) }
                let config = Dictionary(uniqueKeysWithValues: topic.configs.map { ($0.name, $0.value ?? "") })
                state.topics[topic.name] = Topic(partitions: topic.numPartitions, config: config)
                return .init(name: topic.name)
            })
        }
    }

    private func describeConfigs(_ request: DescribeConfigsRequest) -> DescribeConfigsResponse {
        state.withLock { state in
            DescribeConfigsResponse(results: request.resources.map { resource in
                if resource.resourceType == 4 {
                    return .init(resourceType: 4, resourceName: resource.resourceName, configs: [.init(name: "num.partitions", value: "6")])
                }
                guard let topic = state.topics[resource.resourceName] else {
                    return .init(errorCode: .unknownTopicOrPartition, resourceType: 2, resourceName: resource.resourceName)
                }
                return .init(
                    resourceType: 2, resourceName: resource.resourceName,
                    configs: topic.config.map { .init(name: $0.key, value: $0.value, configSource: 1) })
            })
        }
    }

    private func createACLs(_ request: CreateAclsRequest) -> CreateAclsResponse {
        state.withLock { $0.acls += request.creations }
        return CreateAclsResponse(results: request.creations.map { _ in .init() })
    }

    private func describeACLs() -> DescribeAclsResponse {
        DescribeAclsResponse(resources: state.withLock { $0.acls }.map {
            .init(
                resourceType: $0.resourceType, resourceName: $0.resourceName, patternType: $0.resourcePatternType,
                acls: [.init(principal: $0.principal, host: $0.host, operation: $0.operation, permissionType: $0.permissionType)])
        })
    }

    /// The empty text is a transactional id, and an invalid one; null is none.
    private func initProducerId(_ request: InitProducerIdRequest) -> InitProducerIdResponse {
        guard request.transactionalId == nil else { return InitProducerIdResponse(errorCode: .invalidRequest) }
        return state.withLock { state in
            defer { state.nextProducerId += 1 }
            return InitProducerIdResponse(producerId: state.nextProducerId, producerEpoch: 0)
        }
    }

    func produce(_ request: ProduceRequest) -> ProduceResponse {
        let topic = request.topicData.first
        guard request.transactionalId == nil, request.acks == -1 else { return ProduceResponse() }
        let offset = topic?.partitionData.first?.records.flatMap(append)
        return ProduceResponse(responses: [
            .init(
                name: topic?.name ?? "", topicId: topic?.topicId ?? .zero,
                partitionResponses: [.init(errorCode: offset == nil ? .corruptMessage : .none, baseOffset: offset ?? -1)])
        ])
    }

    /// As brokers do: a batch whose sequence number was seen is not taken twice.
    func append(_ batch: ByteBuffer) -> Int64? {
        guard let header = try? RecordBatchHeader(at: batch.readerIndex, in: batch), (try? checkRecords(batch, rules: .init())) != nil else {
            return nil
        }
        return state.withLock { state in
            defer { state.producedBatches.append(header) }
            if header.hasProducerID, state.producedBatches.contains(where: { $0.producerID == header.producerID && $0.baseSequence == header.baseSequence }) {
                return 0
            }
            let offset = state.logEnd
            var placed = batch
            placed.setInteger(offset, at: placed.readerIndex)
            state.log.writeImmutableBuffer(placed)
            state.logEnd += Int64(header.recordCount)
            return offset
        }
    }

    private func listOffsets(_ request: ListOffsetsRequest) -> ListOffsetsResponse {
        let isStart = request.topics.first?.partitions.first?.timestamp == -2
        let end = state.withLock { $0.logEnd }
        return ListOffsetsResponse(topics: [.init(name: "__heddle.state", partitions: [.init(offset: isStart ? 0 : end)])])
    }

    /// One batch an answer, so that reading takes several.
    private func fetch(_ request: FetchRequest) -> FetchResponse {
        let position = request.topics.first?.partitions.first?.fetchOffset ?? 0
        let (end, records) = state.withLock { state -> (Int64, ByteBuffer) in
            var rest = state.log
            while let header = try? RecordBatchHeader(at: rest.readerIndex, in: rest), let batch = rest.readSlice(length: header.sizeInBytes) {
                if header.lastOffset >= position { return (state.logEnd, batch) }
            }
            return (state.logEnd, ByteBuffer())
        }
        return FetchResponse(responses: [
            .init(topic: "__heddle.state", partitions: [.init(highWatermark: end, logStartOffset: 0, records: records)])
        ])
    }
}
