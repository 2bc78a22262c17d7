import KafkaWire

/// ListGroups 0-5: all groups to whom may describe the cluster, else those that it may describe itself; filters by state (version 4) and by type (version 5) are compared without regard to case.
extension Broker {
    func listGroups(_ request: ListGroupsRequest, _ call: Call) {
        let states = Set(request.statesFilter.map { $0.lowercased() })
        let types = Set(request.typesFilter.map { $0.lowercased() })
        let seesAll = isAllowed(call, .describe, on: .cluster)
        let listed = groups.all.filter { group in
            (states.isEmpty || states.contains(group.stateName.lowercased()))
                && (types.isEmpty || types.contains(group.typeName))
                && (seesAll || isAllowed(call, .describe, on: .group(group.id)))
        }
        reply(call.id, ListGroupsResponse(groups: listed.map {
            .init(
                groupId: $0.id, protocolType: $0.protocolType ?? "", groupState: $0.stateName,
                groupType: $0.typeName)
        }))
    }
}
