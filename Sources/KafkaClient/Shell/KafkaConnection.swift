import KafkaWire

/// One connection to one broker, with the versions agreed. Any number of calls may be under way at once.
final class KafkaConnection: Sendable {
    let address: BrokerAddress
    let versions: VersionAgreement
    private let wire: WireConnection

    private init(address: BrokerAddress, versions: VersionAgreement, wire: WireConnection) {
        self.address = address
        self.versions = versions
        self.wire = wire
    }

    static func open(
        to address: BrokerAddress, clientId: String, options: ClientOptions
    ) async throws(KafkaClientError) -> KafkaConnection {
        let wire = try await WireConnection.open(to: address, clientId: clientId, options: options)
        do {
            let versions = try await agreeOnVersions(over: wire, timeout: options.connectTimeout)
            return KafkaConnection(address: address, versions: versions, wire: wire)
        } catch {
            await wire.close()
            throw error
        }
    }

    var isOpen: Bool { wire.isOpen }

    /// Sends in the highest version that both sides know; `make` is told which.
    func call<Request: KafkaRequest>(
        timeout: Duration, _ make: (Int16) -> Request
    ) async throws(KafkaClientError) -> Request.Response {
        do {
            let version = try versions.version(of: Request.self)
            return try await wire.call(make(version), version: version, timeout: timeout)
        } catch {
            var located = error
            located.address = address
            throw located
        }
    }

    func close() async {
        await wire.close()
    }
}
