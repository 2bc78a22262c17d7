import KafkaClient
import KafkaWire
import MeshModel

/// The APIs that each capability takes, by number, with the names under which operators know them.
private let required: [(Capability, [(api: Int16, name: String)])] = [
    (.topics, [(19, "CreateTopics")]),
    (.topicDeletion, [(20, "DeleteTopics")]),
    (.topicConfigs, [(32, "DescribeConfigs"), (44, "IncrementalAlterConfigs")]),
    (.configSources, [(32, "DescribeConfigs")]),
    (.partitions, [(37, "CreatePartitions")]),
    (.access, [(29, "DescribeAcls"), (30, "CreateAcls"), (31, "DeleteAcls")]),
    (.scram, [(50, "DescribeUserScramCredentials"), (51, "AlterUserScramCredentials")]),
    (.quotas, [(48, "DescribeClientQuotas"), (49, "AlterClientQuotas")]),
    (.reassignment, [(45, "AlterPartitionReassignments"), (46, "ListPartitionReassignments")]),
    (.groups, [(9, "OffsetFetch"), (15, "DescribeGroups"), (16, "ListGroups"), (42, "DeleteGroups")]),
    (.logDirs, [(35, "DescribeLogDirs")]),
]

/// What a broker's list of APIs says of the cluster. Since KIP-590 it names what the controller can, too.
func readCapabilities(_ versions: VersionAgreement) -> Capabilities {
    var capabilities = Capabilities()
    for (capability, apis) in required {
        let absent = apis.filter { !versions.serves(APIKey(rawValue: $0.api)) }.map(\.name)
        if !absent.isEmpty { capabilities.lacks(capability, because: "does not serve \(absent.joined(separator: ", "))") }
    }
    return capabilities
}
