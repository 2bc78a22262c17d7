import KafkaWire

/// ListConfigResources 0-1 (KIP-1142): what has configs. Version 0 lists client metrics, of which there are none.
extension Broker {
    func listConfigResources(_ request: ListConfigResourcesRequest, _ call: Call) {
        guard isAllowed(call, .describeConfigs, on: .cluster) else {
            return reply(call.id, ListConfigResourcesResponse(errorCode: .clusterAuthorizationFailed))
        }
        let served: [Int8] = [
            ConfigResource.topicType, ConfigResource.brokerType, ConfigResource.brokerLoggerType,
            ConfigResource.clientMetricsType, ConfigResource.groupType,
        ]
        let asked = call.version == 0 ? [ConfigResource.clientMetricsType] : request.resourceTypes.isEmpty ? served : request.resourceTypes
        guard asked.allSatisfy(served.contains) else {
            return reply(call.id, ListConfigResourcesResponse(errorCode: .unsupportedVersion))
        }
        let resources = served.filter(asked.contains).flatMap { type in
            configured(type).map { ListConfigResourcesResponse.ConfigResource(resourceName: $0, resourceType: type) }
        }
        reply(call.id, ListConfigResourcesResponse(configResources: resources))
    }

    private func configured(_ type: Int8) -> [String] {
        switch type {
        case ConfigResource.topicType: topics.all.map(\.name)
        case ConfigResource.brokerType: nodeIDs.map(String.init)
        case ConfigResource.groupType: groups.configs.keys.sorted()
        // Loggers cannot be set here, and client metrics are not gathered.
        default: []
        }
    }
}
