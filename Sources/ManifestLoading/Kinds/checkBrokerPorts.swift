import Diagnostics
import MeshModel

/// Each listener of a cluster that shows several brokers takes a port for each, one after another.
func checkBrokerPorts(_ cluster: ClusterSpec, _ diagnostics: inout [Diagnostic]) {
    guard let brokers = cluster.brokers?.value, brokers > 1 else { return }
    var taken: [(host: String, ports: ClosedRange<Int>, address: Located<HostAndPort>)] = []
    for listener in cluster.listeners where listener.address.value.port != 0 {
        let address = listener.address.value
        let ports = address.port...(address.port + brokers - 1)
        if ports.upperBound > 65_535 {
            diagnostics.append(
                Diagnostic(
                    code: "cluster/brokers-lack-ports",
                    "\(brokers) brokers would listen on ports \(ports.lowerBound) to \(ports.upperBound), and the last port is 65535",
                    at: listener.address.range, suggestion: "listen on \(address.host):\(65_536 - brokers) or below"))
        }
        if let other = taken.first(where: { $0.host == address.host && $0.ports.overlaps(ports) }) {
            diagnostics.append(
                Diagnostic(
                    code: "cluster/brokers-lack-ports",
                    "two brokers would listen on port \(max(other.ports.lowerBound, ports.lowerBound)): each listener takes \(brokers) ports",
                    at: listener.address.range, secondary: other.address.range.map { [.init("takes \(brokers) ports from here on", at: $0)] } ?? [],
                    suggestion: "listen on \(address.host):\(other.ports.upperBound + 1)"))
        }
        taken.append((address.host, ports, listener.address))
    }
}
