import KafkaWire
import NIOCore
import Synchronization

/// One connection to one broker, with the versions agreed. Any number of calls may be under way at once.
final class KafkaConnection: Sendable {
    let address: BrokerAddress
    let versions: VersionAgreement
    private let wire: WireConnection
    /// When the login is about to end; nil: it does not.
    private let renewal: ContinuousClock.Instant?
    /// Until when the broker has asked for a pause.
    private let pause = Mutex<ContinuousClock.Instant?>(nil)

    private init(address: BrokerAddress, versions: VersionAgreement, wire: WireConnection, renewal: ContinuousClock.Instant?) {
        self.address = address
        self.versions = versions
        self.wire = wire
        self.renewal = renewal
    }

    static func open(
        to address: BrokerAddress, clientId: String, options: ClientOptions, transport: SecuredTransport
    ) async throws(KafkaClientError) -> KafkaConnection {
        let wire = try await WireConnection.open(to: address, clientId: clientId, options: options, transport: transport)
        do {
            let versions = try await agreeOnVersions(over: wire, timeout: options.connectTimeout)
            var renewal: ContinuousClock.Instant?
            if let login = options.security.login {
                let begun = ContinuousClock.now
                let lifetime = try await authenticate(login, over: wire, versions: versions, options: options)
                // In good time, as Kafka's own clients do.
                renewal = lifetime.map { begun + $0 * 0.85 }
            }
            return KafkaConnection(address: address, versions: versions, wire: wire, renewal: renewal)
        } catch {
            await wire.close()
            throw error
        }
    }

    /// Whether further calls may go over it. Where the login is about to end they go over a new connection, with a new login; the
    /// calls that are under way are not disturbed, and with the last of them the old one is closed.
    var isOpen: Bool { wire.isOpen && renewal.map { ContinuousClock.now < $0 } ?? true }

    /// Sends in the highest version that both sides know; `make` is told which.
    func call<Request: KafkaRequest>(
        highest: Int16? = nil, timeout: Duration, _ make: (Int16) -> Request
    ) async throws(KafkaClientError) -> Request.Response {
        do throws(KafkaClientError) {
            let version = try versions.version(of: Request.self, highest: highest)
            try await waitOutPause()
            let response = try await wire.call(make(version), version: version, timeout: timeout)
            obey(response, timeout: timeout)
            return response
        } catch {
            throw located(error)
        }
    }

    /// As `call`, in two steps: the request is handed over when this returns, so that several go out in order and are waited for
    /// together. `waitOutPause` comes before it.
    func begin<Request: KafkaRequest>(timeout: Duration, _ make: (Int16) -> Request) throws(KafkaClientError) -> BegunCall<Request> {
        do throws(KafkaClientError) {
            let version = try versions.version(of: Request.self)
            return BegunCall(answer: try wire.begin(make(version), version: version, timeout: timeout), version: version, timeout: timeout)
        } catch {
            throw located(error)
        }
    }

    func end<Request: KafkaRequest>(_ call: BegunCall<Request>) async throws(KafkaClientError) -> Request.Response {
        do throws(KafkaClientError) {
            let response = try await wire.read(try await wire.wait(for: call.answer), as: Request.self, version: call.version)
            obey(response, timeout: call.timeout)
            return response
        } catch {
            throw located(error)
        }
    }

    private func obey(_ response: some KafkaMessage, timeout: Duration) {
        guard let asked = (response as? any ThrottledResponse)?.throttleTimeMs, asked > 0 else { return }
        // No broker is obeyed for longer than it would be waited for.
        let end = ContinuousClock.now + min(.milliseconds(asked), timeout)
        pause.withLock { $0 = max($0 ?? end, end) }
    }

    private func located(_ error: KafkaClientError) -> KafkaClientError {
        var located = error
        located.address = address
        return located
    }

    func waitOutPause() async throws(KafkaClientError) {
        guard let end = pause.withLock({ $0 }), end > .now else { return }
        do { try await ContinuousClock().sleep(until: end) } catch { throw KafkaClientError(.cancelled) }
    }

    func close() async {
        await wire.close()
    }
}

/// A request that was handed over and waits for its answer.
struct BegunCall<Request: KafkaRequest>: Sendable {
    var answer: EventLoopPromise<ByteBuffer>
    var version: Int16
    var timeout: Duration
}
