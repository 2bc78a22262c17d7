import KafkaWire

/// ApiVersions 0-4: what this broker speaks. A version that it does not know is answered with the body of
/// version 0 and UNSUPPORTED_VERSION (KIP-511), so that the client can ask again.
extension Broker {
    /// The APIs that requests are dispatched for; see `Broker.dispatch`.
    static let servedAPIs: Set<APIKey> = [
        .produce, .fetch, .listOffsets, .metadata, .offsetCommit, .offsetFetch, .findCoordinator, .joinGroup,
        .heartbeat, .leaveGroup, .syncGroup, .describeGroups, .listGroups, .apiVersions, .createTopics,
        .deleteTopics, .deleteRecords, .initProducerId, .offsetForLeaderEpoch, .describeAcls, .createAcls,
        .deleteAcls, .describeConfigs, .alterConfigs, .createPartitions, .deleteGroups,
        .incrementalAlterConfigs, .describeCluster, .describeLogDirs, .offsetDelete,
        .alterPartitionReassignments, .listPartitionReassignments,
        .addPartitionsToTxn, .addOffsetsToTxn, .endTxn, .txnOffsetCommit, .writeTxnMarkers, .describeTransactions,
        .listTransactions, .describeProducers,
        .consumerGroupHeartbeat, .consumerGroupDescribe, .electLeaders, .listConfigResources, .describeTopicPartitions,
        .saslHandshake, .saslAuthenticate, .describeUserScramCredentials, .alterUserScramCredentials,
    ]

    static let advertisedVersions: [ApiVersionsResponse.ApiVersion] = SupportedVersions.all
        .filter { servedAPIs.contains($0.apiKey) }
        .map {
            .init(apiKey: $0.apiKey.rawValue, minVersion: $0.advertised.lowerBound, maxVersion: $0.advertised.upperBound)
        }

    func apiVersions(_ request: ApiVersionsRequest, _ call: Call) {
        if call.version >= 3,
           !Self.isSoftwareName(request.clientSoftwareName) || !Self.isSoftwareName(request.clientSoftwareVersion) {
            return reply(call.id, ApiVersionsResponse(errorCode: .invalidRequest, apiKeys: Self.advertisedVersions))
        }
        reply(call.id, ApiVersionsResponse(
            apiKeys: Self.advertisedVersions,
            supportedFeatures: [
                .init(name: "group.version", minVersion: 0, maxVersion: 1),
                .init(name: "transaction.version", minVersion: 0, maxVersion: 0),
            ],
            // Level 0: producers use transactions as before KIP-890.
            finalizedFeaturesEpoch: 0,
            finalizedFeatures: [
                // The consumer protocol (KIP-848) is on.
                .init(name: "group.version", maxVersionLevel: 1, minVersionLevel: 1),
                .init(name: "transaction.version", maxVersionLevel: 0, minVersionLevel: 0),
            ]))
    }

    /// KIP-511: letters, digits, '.' and '-', beginning and ending in a letter or digit.
    static func isSoftwareName(_ text: String) -> Bool {
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                 UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: false
            }
        }
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }
}
