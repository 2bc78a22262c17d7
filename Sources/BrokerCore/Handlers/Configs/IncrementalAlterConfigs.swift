import KafkaWire

/// IncrementalAlterConfigs 0-1 (KIP-339): SET, DELETE, APPEND, SUBTRACT, config by config; all of a resource's
/// changes are made, or none.
extension Broker {
    func incrementalAlterConfigs(_ request: IncrementalAlterConfigsRequest, _ call: Call) {
        typealias Answer = IncrementalAlterConfigsResponse.AlterConfigsResourceResponse
        let responses = request.resources.map { asked -> Answer in
            var answer = Answer(
                errorCode: .none, errorMessage: nil, resourceType: asked.resourceType, resourceName: asked.resourceName)
            do throws(TopicRefusal) {
                let resource = try configResource(
                    type: asked.resourceType, name: asked.resourceName, .alterConfigs, call)
                let new = try altered(asked.configs, of: resource)
                if !request.validateOnly { try setConfigs(new, of: resource) }
            } catch {
                answer.errorCode = error.error
                answer.errorMessage = error.message
            }
            return answer
        }
        replyWhenKept(call.id, IncrementalAlterConfigsResponse(responses: responses))
    }

    private func altered(
        _ changes: [IncrementalAlterConfigsRequest.AlterableConfig], of resource: ConfigResource
    ) throws(TopicRefusal) -> [String: String] {
        guard Set(changes.map(\.name)).count == changes.count else {
            throw .init(.invalidRequest, "A config is named more than once.")
        }
        var new = ownConfigs(of: resource)
        for change in changes {
            guard let operation = ConfigOperation(rawValue: change.configOperation) else {
                throw .init(.invalidRequest, "Unknown operation \(change.configOperation) for config \(change.name).")
            }
            do throws(ConfigComplaint) {
                try resource.table.apply(operation, change.name, change.value, to: &new) { key in
                    inheritedValue(of: key, for: resource)
                }
            } catch {
                throw .init(.invalidConfig, error.message)
            }
        }
        return new
    }
}
