import KafkaWire

/// A response in which a broker may ask the client to pause (KIP-124). Since KIP-219 it reads nothing from the connection
/// meanwhile, so whoever goes on sending only fills buffers and runs into timeouts.
protocol ThrottledResponse {
    var throttleTimeMs: Int32 { get }
}

extension MetadataResponse: ThrottledResponse {}
extension ProduceResponse: ThrottledResponse {}
extension FetchResponse: ThrottledResponse {}
extension ListOffsetsResponse: ThrottledResponse {}
extension CreateTopicsResponse: ThrottledResponse {}
extension CreatePartitionsResponse: ThrottledResponse {}
extension DeleteTopicsResponse: ThrottledResponse {}
extension DescribeConfigsResponse: ThrottledResponse {}
extension IncrementalAlterConfigsResponse: ThrottledResponse {}
extension DescribeAclsResponse: ThrottledResponse {}
extension CreateAclsResponse: ThrottledResponse {}
extension DeleteAclsResponse: ThrottledResponse {}
extension AlterPartitionReassignmentsResponse: ThrottledResponse {}
extension ListPartitionReassignmentsResponse: ThrottledResponse {}
