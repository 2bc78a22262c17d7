/// A broker as clients see it: a number and where to connect. One process may show several.
package struct BrokerNode: Sendable, Equatable {
    package var id: Int32
    package var host: String
    package var port: Int32

    package init(id: Int32, host: String, port: Int32) {
        self.id = id
        self.host = host
        self.port = port
    }
}
