// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

extension SupportedVersions {
    /// In the order of the keys.
    package static let all: [SupportedVersions] = [
        SupportedVersions(
            apiKey: .produce, name: "Produce",
            versions: 3...13, advertised: 0...13, firstFlexibleVersion: 9),
        SupportedVersions(
            apiKey: .fetch, name: "Fetch",
            versions: 4...17, advertised: 4...17, firstFlexibleVersion: 12),
        SupportedVersions(
            apiKey: .listOffsets, name: "ListOffsets",
            versions: 1...10, advertised: 1...10, firstFlexibleVersion: 6),
        SupportedVersions(
            apiKey: .metadata, name: "Metadata",
            versions: 0...13, advertised: 0...13, firstFlexibleVersion: 9),
        SupportedVersions(
            apiKey: .offsetCommit, name: "OffsetCommit",
            versions: 2...9, advertised: 2...9, firstFlexibleVersion: 8),
        SupportedVersions(
            apiKey: .offsetFetch, name: "OffsetFetch",
            versions: 1...9, advertised: 1...9, firstFlexibleVersion: 6),
        SupportedVersions(
            apiKey: .findCoordinator, name: "FindCoordinator",
            versions: 0...6, advertised: 0...6, firstFlexibleVersion: 3),
        SupportedVersions(
            apiKey: .joinGroup, name: "JoinGroup",
            versions: 0...9, advertised: 0...9, firstFlexibleVersion: 6),
        SupportedVersions(
            apiKey: .heartbeat, name: "Heartbeat",
            versions: 0...4, advertised: 0...4, firstFlexibleVersion: 4),
        SupportedVersions(
            apiKey: .leaveGroup, name: "LeaveGroup",
            versions: 0...5, advertised: 0...5, firstFlexibleVersion: 4),
        SupportedVersions(
            apiKey: .syncGroup, name: "SyncGroup",
            versions: 0...5, advertised: 0...5, firstFlexibleVersion: 4),
        SupportedVersions(
            apiKey: .describeGroups, name: "DescribeGroups",
            versions: 0...6, advertised: 0...6, firstFlexibleVersion: 5),
        SupportedVersions(
            apiKey: .listGroups, name: "ListGroups",
            versions: 0...5, advertised: 0...5, firstFlexibleVersion: 3),
        SupportedVersions(
            apiKey: .saslHandshake, name: "SaslHandshake",
            versions: 0...1, advertised: 0...1, firstFlexibleVersion: .max),
        SupportedVersions(
            apiKey: .apiVersions, name: "ApiVersions",
            versions: 0...4, advertised: 0...4, firstFlexibleVersion: 3),
        SupportedVersions(
            apiKey: .createTopics, name: "CreateTopics",
            versions: 2...7, advertised: 2...7, firstFlexibleVersion: 5),
        SupportedVersions(
            apiKey: .deleteTopics, name: "DeleteTopics",
            versions: 1...6, advertised: 1...6, firstFlexibleVersion: 4),
        SupportedVersions(
            apiKey: .deleteRecords, name: "DeleteRecords",
            versions: 0...2, advertised: 0...2, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .initProducerId, name: "InitProducerId",
            versions: 0...5, advertised: 0...5, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .offsetForLeaderEpoch, name: "OffsetForLeaderEpoch",
            versions: 2...4, advertised: 2...4, firstFlexibleVersion: 4),
        SupportedVersions(
            apiKey: .addPartitionsToTxn, name: "AddPartitionsToTxn",
            versions: 0...5, advertised: 0...5, firstFlexibleVersion: 3),
        SupportedVersions(
            apiKey: .addOffsetsToTxn, name: "AddOffsetsToTxn",
            versions: 0...4, advertised: 0...4, firstFlexibleVersion: 3),
        SupportedVersions(
            apiKey: .endTxn, name: "EndTxn",
            versions: 0...5, advertised: 0...5, firstFlexibleVersion: 3),
        SupportedVersions(
            apiKey: .writeTxnMarkers, name: "WriteTxnMarkers",
            versions: 1...2, advertised: 1...2, firstFlexibleVersion: 1),
        SupportedVersions(
            apiKey: .txnOffsetCommit, name: "TxnOffsetCommit",
            versions: 0...5, advertised: 0...5, firstFlexibleVersion: 3),
        SupportedVersions(
            apiKey: .describeAcls, name: "DescribeAcls",
            versions: 1...3, advertised: 1...3, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .createAcls, name: "CreateAcls",
            versions: 1...3, advertised: 1...3, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .deleteAcls, name: "DeleteAcls",
            versions: 1...3, advertised: 1...3, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .describeConfigs, name: "DescribeConfigs",
            versions: 1...4, advertised: 1...4, firstFlexibleVersion: 4),
        SupportedVersions(
            apiKey: .alterConfigs, name: "AlterConfigs",
            versions: 0...2, advertised: 0...2, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .describeLogDirs, name: "DescribeLogDirs",
            versions: 1...4, advertised: 1...4, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .saslAuthenticate, name: "SaslAuthenticate",
            versions: 0...2, advertised: 0...2, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .createPartitions, name: "CreatePartitions",
            versions: 0...3, advertised: 0...3, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .deleteGroups, name: "DeleteGroups",
            versions: 0...2, advertised: 0...2, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .electLeaders, name: "ElectLeaders",
            versions: 0...2, advertised: 0...2, firstFlexibleVersion: 2),
        SupportedVersions(
            apiKey: .incrementalAlterConfigs, name: "IncrementalAlterConfigs",
            versions: 0...1, advertised: 0...1, firstFlexibleVersion: 1),
        SupportedVersions(
            apiKey: .alterPartitionReassignments, name: "AlterPartitionReassignments",
            versions: 0...0, advertised: 0...0, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .listPartitionReassignments, name: "ListPartitionReassignments",
            versions: 0...0, advertised: 0...0, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .offsetDelete, name: "OffsetDelete",
            versions: 0...0, advertised: 0...0, firstFlexibleVersion: .max),
        SupportedVersions(
            apiKey: .describeClientQuotas, name: "DescribeClientQuotas",
            versions: 0...1, advertised: 0...1, firstFlexibleVersion: 1),
        SupportedVersions(
            apiKey: .alterClientQuotas, name: "AlterClientQuotas",
            versions: 0...1, advertised: 0...1, firstFlexibleVersion: 1),
        SupportedVersions(
            apiKey: .describeUserScramCredentials, name: "DescribeUserScramCredentials",
            versions: 0...0, advertised: 0...0, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .alterUserScramCredentials, name: "AlterUserScramCredentials",
            versions: 0...0, advertised: 0...0, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .describeCluster, name: "DescribeCluster",
            versions: 0...2, advertised: 0...2, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .describeProducers, name: "DescribeProducers",
            versions: 0...0, advertised: 0...0, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .describeTransactions, name: "DescribeTransactions",
            versions: 0...0, advertised: 0...0, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .listTransactions, name: "ListTransactions",
            versions: 0...2, advertised: 0...2, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .consumerGroupHeartbeat, name: "ConsumerGroupHeartbeat",
            versions: 0...1, advertised: 0...1, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .consumerGroupDescribe, name: "ConsumerGroupDescribe",
            versions: 0...1, advertised: 0...1, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .listConfigResources, name: "ListConfigResources",
            versions: 0...1, advertised: 0...1, firstFlexibleVersion: 0),
        SupportedVersions(
            apiKey: .describeTopicPartitions, name: "DescribeTopicPartitions",
            versions: 0...0, advertised: 0...0, firstFlexibleVersion: 0),
    ]
}
