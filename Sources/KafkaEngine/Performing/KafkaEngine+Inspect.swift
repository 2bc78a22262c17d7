import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

extension KafkaEngine {
    private static let groupsPerRequest = 100
    private static let inspectingWidth = 8

    /// A cluster that does not show its groups leaves topics out: their use is unknown, and whoever judges assumes the worst.
    package func inspect(_ topics: Set<String>) async throws(EngineFailure) -> [String: TopicUsage] {
        guard !topics.isEmpty else { return [:] }
        guard let groups = try await listedGroups() else { return [:] }
        let sizes = await bytesOnDisk(of: topics)
        var usage = Dictionary(uniqueKeysWithValues: topics.map { ($0, TopicUsage(bytes: sizes[$0])) })
        let members = try await membersByTopic(of: groups)
        let committed = try await committedOffsets(of: groups.map(\.id), in: topics)
        let ends = try await endOffsets(of: Set(committed.values.flatMap { $0.keys }))
        for group in groups {
            let offsets = committed[group.id] ?? [:]
            for topic in topics {
                let own = offsets.filter { $0.key.topic == topic }
                var count = members[group.id]?[topic] ?? 0
                // A group of the newer protocol is not described by the older request: its state says that somebody is there.
                if count == 0, !own.isEmpty, members[group.id] == nil, group.isActive { count = 1 }
                guard count > 0 || !own.isEmpty else { continue }
                let lag = own.isEmpty ? nil : own.reduce(Int64(0)) { $0 + max(0, (ends[$1.key] ?? $1.value) - $1.value) }
                usage[topic]?.groups.append(GroupUsage(group: group.id, members: count, lag: lag))
            }
        }
        return usage
    }

    /// Of one copy: each partition counts as large as its largest replica. What is not told, or may not be seen, is left out.
    private func bytesOnDisk(of topics: Set<String>) async -> [String: Int64] {
        var largest: [TopicPartition: Int64] = [:]
        for broker in client.brokers.keys.sorted() {
            let response: DescribeLogDirsResponse
            do {
                response = try await client.send(DescribeLogDirsRequest(topics: nil), to: .broker(broker), deadline: .zero)
            } catch {
                logger.debug("sizes are not told", metadata: ["cluster": "\(cluster)", "because": "\(error)"])
                return [:]
            }
            for topic in response.results.flatMap(\.topics) where topics.contains(topic.name) {
                for partition in topic.partitions where !partition.isFutureKey {
                    let place = TopicPartition(topic: topic.name, partition: partition.partitionIndex)
                    largest[place] = max(largest[place] ?? 0, partition.partitionSize)
                }
            }
        }
        return largest.reduce(into: [:]) { $0[$1.key.topic, default: 0] += max(0, $1.value) }
    }

    private struct ListedGroup: Sendable {
        var id: String
        var broker: Int32
        var isActive: Bool
    }

    /// By id, over all brokers; nil where the cluster does not tell.
    private func listedGroups() async throws(EngineFailure) -> [ListedGroup]? {
        var groups: [String: ListedGroup] = [:]
        for broker in client.brokers.keys.sorted() {
            let response: ListGroupsResponse
            do {
                response = try await client.send(ListGroupsRequest(), to: .broker(broker)) { $0.errorCode }
            } catch {
                if case .unsupportedAPI = error.reason { return nil }
                throw failure(error)
            }
            guard response.errorCode == .none else {
                if response.errorCode == .clusterAuthorizationFailed || response.errorCode == .groupAuthorizationFailed { return nil }
                throw EngineFailure(
                    .refused, "cluster '\(cluster)' does not list its groups: \(response.errorCode.message)", code: response.errorCode.name,
                    isRetriable: response.errorCode.isRetriable)
            }
            for group in response.groups where group.protocolType.isEmpty || group.protocolType == "consumer" {
                groups[group.groupId] = ListedGroup(
                    id: group.groupId, broker: broker, isActive: !["Empty", "Dead"].contains(group.groupState))
            }
        }
        return groups.values.sorted { $0.id < $1.id }
    }

    /// Group → topic → members that have subscribed to it or are assigned some of it. A group that is not described is left out.
    private func membersByTopic(of groups: [ListedGroup]) async throws(EngineFailure) -> [String: [String: Int]] {
        let slices = Dictionary(grouping: groups, by: \.broker).sorted { $0.key < $1.key }.flatMap { broker, groups in
            stride(from: 0, to: groups.count, by: Self.groupsPerRequest).map {
                (broker, groups[$0..<min($0 + Self.groupsPerRequest, groups.count)].map(\.id))
            }
        }
        let answers = await concurrently(slices, width: Self.inspectingWidth) { broker, ids -> Result<DescribeGroupsResponse, EngineFailure> in
            do throws(KafkaClientError) {
                return .success(try await self.client.send(DescribeGroupsRequest(groups: ids), to: .broker(broker)))
            } catch {
                return .failure(self.failure(error))
            }
        }
        var counts: [String: [String: Int]] = [:]
        for answer in answers {
            for group in try answer.get().groups where group.errorCode == .none {
                counts[group.groupId] = [:]
                for member in group.members {
                    let topics = ConsumerSubscription.topics(subscribed: member.memberMetadata)
                        + ConsumerSubscription.topics(assigned: member.memberAssignment)
                    for topic in Set(topics) { counts[group.groupId]?[topic, default: 0] += 1 }
                }
            }
        }
        return counts
    }

    /// Group → partition → the offset that it has committed there.
    private func committedOffsets(
        of groups: [String], in topics: Set<String>
    ) async throws(EngineFailure) -> [String: [TopicPartition: Int64]] {
        let answers = await concurrently(groups, width: Self.inspectingWidth) { group -> Result<(String, [TopicPartition: Int64]), EngineFailure> in
            do throws(EngineFailure) {
                return .success((group, try await self.committedOffsets(of: group)))
            } catch {
                return .failure(error)
            }
        }
        var offsets: [String: [TopicPartition: Int64]] = [:]
        for answer in answers {
            let (group, all) = try answer.get()
            offsets[group] = all.filter { topics.contains($0.key.topic) }
        }
        return offsets
    }

    private func committedOffsets(of group: String) async throws(EngineFailure) -> [TopicPartition: Int64] {
        let response: OffsetFetchResponse
        do {
            response = try await client.send(to: .coordinator(group: group), refusal: { $0.groups.first?.errorCode ?? $0.errorCode }) { version in
                version >= 8
                    ? OffsetFetchRequest(groups: [.init(groupId: group, topics: nil)]) : OffsetFetchRequest(groupId: group, topics: nil)
            }
        } catch {
            throw failure(error)
        }
        var offsets: [TopicPartition: Int64] = [:]
        for topic in response.topics {
            for partition in topic.partitions where partition.errorCode == .none && partition.committedOffset >= 0 {
                offsets[TopicPartition(topic: topic.name, partition: partition.partitionIndex)] = partition.committedOffset
            }
        }
        for topic in response.groups.first?.topics ?? [] {
            for partition in topic.partitions where partition.errorCode == .none && partition.committedOffset >= 0 {
                offsets[TopicPartition(topic: topic.name, partition: partition.partitionIndex)] = partition.committedOffset
            }
        }
        return offsets
    }

    private func endOffsets(of partitions: Set<TopicPartition>) async throws(EngineFailure) -> [TopicPartition: Int64] {
        let sorted = partitions.sorted { ($0.topic, $0.partition) < ($1.topic, $1.partition) }
        let answers = await concurrently(sorted, width: Self.inspectingWidth) { partition -> Result<(TopicPartition, Int64)?, EngineFailure> in
            do throws(EngineFailure) {
                return .success((partition, try await self.offset(in: partition, at: ListOffsetsQuestion.latest)))
            } catch {
                // Committed once, and gone since.
                return error.code == ErrorCode.unknownTopicOrPartition.name ? .success(nil) : .failure(error)
            }
        }
        var ends: [TopicPartition: Int64] = [:]
        for answer in answers {
            if let (partition, end) = try answer.get() { ends[partition] = end }
        }
        return ends
    }
}
