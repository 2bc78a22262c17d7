import KafkaWire

/// AlterConfigs 0-2: the given configs take the place of all that the resource had of its own.
extension Broker {
    func alterConfigs(_ request: AlterConfigsRequest, _ call: Call) {
        let responses = request.resources.map { asked -> AlterConfigsResponse.AlterConfigsResourceResponse in
            var answer = AlterConfigsResponse.AlterConfigsResourceResponse(
                errorCode: .none, errorMessage: nil, resourceType: asked.resourceType, resourceName: asked.resourceName)
            do throws(TopicRefusal) {
                let resource = try configResource(
                    type: asked.resourceType, name: asked.resourceName, .alterConfigs, call)
                guard Set(asked.configs.map(\.name)).count == asked.configs.count else {
                    throw .init(.invalidRequest, "A config is named more than once.")
                }
                var new: [String: String] = [:]
                for config in asked.configs {
                    do throws(ConfigComplaint) {
                        try resource.table.apply(.set, config.name, config.value, to: &new) { _ in nil }
                    } catch {
                        throw .init(.invalidConfig, error.message)
                    }
                }
                if !request.validateOnly { try setConfigs(new, of: resource) }
            } catch {
                answer.errorCode = error.error
                answer.errorMessage = error.message
            }
            return answer
        }
        replyWhenKept(call.id, AlterConfigsResponse(responses: responses))
    }
}
