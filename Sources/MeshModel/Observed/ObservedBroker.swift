/// A broker that is part of the cluster now.
package struct ObservedBroker: Sendable, Hashable {
    package var id: Int32
    /// nil: the cluster does not say.
    package var rack: String?

    package init(id: Int32, rack: String? = nil) {
        self.id = id
        self.rack = rack
    }
}
