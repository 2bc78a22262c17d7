import KafkaWire
import NIOCore

/// DescribeGroups 0-6. A group that does not exist is told as Dead, and from version 6 on with an error.
extension Broker {
    func describeGroups(_ request: DescribeGroupsRequest, _ call: Call) {
        let isRightsAsked = request.includeAuthorizedOperations && call.version >= 3
        reply(call.id, DescribeGroupsResponse(groups: request.groups.map { id in
            guard isAllowed(call, .describe, on: .group(id)) else {
                return .init(
                    errorCode: .groupAuthorizationFailed, errorMessage: nil, groupId: id, groupState: "",
                    protocolType: "", protocolData: "")
            }
            guard let group = groups[id], group.assigned == nil else {
                return .init(
                    errorCode: call.version >= 6 ? .groupIdNotFound : .none,
                    errorMessage: call.version >= 6 ? "Group \(id) \(groups[id] == nil ? "not found" : "is not a classic group")." : nil,
                    groupId: id, groupState: "Dead", protocolType: "", protocolData: "")
            }
            let isStable = group.state == .stable
            return .init(
                errorCode: .none,
                errorMessage: nil,
                groupId: id,
                groupState: group.state.rawValue,
                protocolType: group.protocolType ?? "",
                protocolData: isStable ? group.protocolName ?? "" : "",
                members: group.members.values.map { member in
                    .init(
                        memberId: member.id, groupInstanceId: member.instanceID, clientId: member.clientID,
                        clientHost: member.clientHost,
                        memberMetadata: isStable ? member.metadata(for: group.protocolName ?? "") : ByteBuffer(),
                        memberAssignment: isStable ? member.assignment : ByteBuffer())
                },
                authorizedOperations: isRightsAsked
                    ? operations(AllowedOperations.group, on: .group(id), call) : AllowedOperations.notAsked)
        }))
    }
}
