import BrokerCore

extension BrokerConfiguration {
    /// Shows clients a cluster of so many brokers: each listener takes a port for each, one after another, or free ones
    /// where it says port 0. Tests that were written for a small cluster run then; it is one process and one copy of the data.
    ///
    /// The listeners of the first broker stay where they are in the list; those of the others follow.
    package mutating func show(brokers: Int) {
        guard brokers > 1 else { return }
        settings.brokerCount = Int32(brokers)
        let first = listeners
        for broker in 1..<brokers {
            listeners += first.map { listener in
                var other = listener
                other.broker = broker
                if listener.port != 0 { other.port += broker }
                other.advertisedPort = listener.advertisedPort.map { $0 + broker }
                return other
            }
        }
    }
}

/// On which ports the brokers of a cluster are met, by listener.
struct ShownBrokers {
    /// The ports of one listener, the first broker's first.
    private var rows: [[Int32]] = []

    init() {}

    /// - Parameter ports: where each listener really listens.
    init(_ listeners: [ListenerConfiguration], ports: [Int]) {
        var rows: [String: [Int32]] = [:]
        for (listener, port) in zip(listeners, ports) {
            rows[listener.name, default: []].append(Int32(clamping: listener.advertisedPort ?? port))
        }
        self.rows = rows.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
    }

    /// Tells a connection where it arrived, and where the others are met from there.
    func complete(_ info: inout ConnectionInfo, firstID: Int32, count: Int32) {
        guard count > 1 else { return }
        let row = rows.first { $0.contains(info.advertisedPort) }
        info.nodeID = row?.firstIndex(of: info.advertisedPort).map { firstID + Int32($0) }
        info.nodes = (0..<count).map { place in
            // Who came in by a door of its own finds everybody behind it.
            let port = row.flatMap { $0.indices.contains(Int(place)) ? $0[Int(place)] : nil } ?? info.advertisedPort
            return BrokerNode(id: firstID + place, host: info.advertisedHost, port: port)
        }
    }
}
