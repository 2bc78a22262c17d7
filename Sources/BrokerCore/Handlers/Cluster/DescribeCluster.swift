import KafkaWire

/// DescribeCluster 0-2 (KIP-700): the cluster's id and its brokers, the first of which is the controller too.
extension Broker {
    func describeCluster(_ request: DescribeClusterRequest, _ call: Call) {
        // KIP-919: 1 asks for brokers, 2 for controllers, which have no listener of their own here.
        guard call.version == 0 || request.endpointType == 1 else {
            let isKnown = request.endpointType == 2
            return reply(call.id, DescribeClusterResponse(
                errorCode: isKnown ? .mismatchedEndpointType : .unsupportedEndpointType,
                errorMessage: isKnown
                    ? "The request was sent to an endpoint of type BROKER, but we wanted CONTROLLER."
                    : "Unsupported endpoint type \(request.endpointType)."))
        }
        reply(call.id, DescribeClusterResponse(
            endpointType: 1,
            clusterId: clusterID.description,
            controllerId: settings.nodeID,
            brokers: nodes(for: call).map { .init(brokerId: $0.id, host: $0.host, port: $0.port) },
            clusterAuthorizedOperations: request.includeClusterAuthorizedOperations
                ? clusterOperations(call) : AllowedOperations.notAsked))
    }
}
