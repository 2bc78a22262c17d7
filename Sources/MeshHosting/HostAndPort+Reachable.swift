import MeshModel

extension HostAndPort {
    /// Where to connect to what listens here: `0.0.0.0` and `::` are met on this machine.
    package var reachable: HostAndPort {
        switch host {
        case "0.0.0.0": HostAndPort(host: "127.0.0.1", port: port)
        case "::": HostAndPort(host: "::1", port: port)
        default: self
        }
    }
}
