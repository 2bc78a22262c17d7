/// Who uses a topic now, and how much is in it. Asked for only where a change may take something from somebody.
package struct TopicUsage: Sendable, Hashable {
    /// On the disks of one copy; nil when the cluster does not tell.
    package var bytes: Int64?
    /// Consumer groups that read it or have committed offsets in it, by name.
    package var groups: [GroupUsage]

    package init(bytes: Int64? = nil, groups: [GroupUsage] = []) {
        self.bytes = bytes
        self.groups = groups
    }

    /// Members that are connected now, over all groups.
    package var members: Int { groups.reduce(0) { $0 + $1.members } }
}

package struct GroupUsage: Sendable, Hashable {
    package var group: String
    /// Connected now and subscribed to the topic.
    package var members: Int
    /// Records of the topic beyond what the group has committed; nil when it has committed nothing there.
    package var lag: Int64?

    package init(group: String, members: Int, lag: Int64? = nil) {
        self.group = group
        self.members = members
        self.lag = lag
    }
}
