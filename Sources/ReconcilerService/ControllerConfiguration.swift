import MeshModel

/// Where a controller listens and whom it tells.
package struct ControllerConfiguration: Sendable {
    /// Loopback unless told otherwise.
    package var listen: HostAndPort
    package init(listen: HostAndPort) { self.listen = listen }
}
