import MeshModel

/// Who would miss a topic, or records of it; empty when nobody is known to.
func reasonsOfUsage(_ usage: TopicUsage) -> [String] {
    var reasons: [String] = []
    if let bytes = usage.bytes, bytes > 0 { reasons.append("\(ByteCount(bytes)) on the disks of one copy") }
    let connected = usage.groups.filter { $0.members > 0 }
    if !connected.isEmpty {
        let members = usage.members
        reasons.append("\(members) member\(members == 1 ? " is" : "s are") connected: \(listed(connected.map { "\($0.group) (\($0.members))" }))")
    }
    let behind = usage.groups.filter { $0.lag ?? 0 > 0 }
    if !behind.isEmpty {
        reasons.append("not yet read by \(listed(behind.map { "\($0.group) (\($0.lag ?? 0) records behind)" }))")
    }
    return reasons
}

private func listed(_ parts: [String]) -> String {
    let shown = parts.prefix(5).joined(separator: ", ")
    return parts.count > 5 ? "\(shown) and \(parts.count - 5) more" : shown
}
