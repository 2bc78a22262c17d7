import KafkaWire

/// FindCoordinator 0-6: where a group or transactional id is looked after, which is here. Share groups (version
/// 6) are not known.
extension Broker {
    func findCoordinator(_ request: FindCoordinatorRequest, _ call: Call) {
        let keyType = call.version >= 1 ? request.keyType : 0
        if call.version >= 4 {
            return reply(call.id, FindCoordinatorResponse(coordinators: request.coordinatorKeys.map { key in
                if let (error, message) = complaint(aboutCoordinatorKey: key, type: keyType, call) {
                    return .init(key: key, nodeId: -1, host: "", port: -1, errorCode: error, errorMessage: message)
                }
                let node = coordinator(of: key, for: call)
                return .init(key: key, nodeId: node.id, host: node.host, port: node.port)
            }))
        }
        if let (error, message) = complaint(aboutCoordinatorKey: request.key, type: keyType, call) {
            return reply(call.id, FindCoordinatorResponse(
                errorCode: error, errorMessage: message, nodeId: -1, host: "", port: -1))
        }
        let node = coordinator(of: request.key, for: call)
        reply(call.id, FindCoordinatorResponse(nodeId: node.id, host: node.host, port: node.port))
    }

    private func complaint(aboutCoordinatorKey key: String, type: Int8, _ call: Call) -> (ErrorCode, String)? {
        switch type {
        case 0 where !isAllowed(call, .describe, on: .group(key)):
            (.groupAuthorizationFailed, ErrorCode.groupAuthorizationFailed.message)
        case 1 where !isAllowed(call, .describe, on: .transactionalID(key)):
            (.transactionalIdAuthorizationFailed, ErrorCode.transactionalIdAuthorizationFailed.message)
        case 0: key.isEmpty ? (.invalidGroupId, "The group id must not be empty.") : nil
        case 1: key.isEmpty ? (.invalidRequest, "The transactional id must not be empty.") : nil
        default: (.invalidRequest, "Coordinators of type \(type) are not available.")
        }
    }
}
