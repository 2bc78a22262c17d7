import FoundationEssentials
import KafkaWire
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// Why a TLS handshake failed. Where the failure itself does not say, the listener is asked once more: for its certificates, or in
/// plaintext which versions it serves. Nothing that is secret is sent.
func diagnoseHandshake(
    _ error: any Error, with address: BrokerAddress, transport: SecuredTransport, clientId: String, options: ClientOptions
) async -> String {
    let told = describeTLSFailure(error) ?? describeConnectionFailure(error)
    if told == untrusted { return await explainDistrust(of: address, transport: transport, options: options) }
    guard told == "the TLS handshake was broken off" || error as? ChannelError == .eof else { return told }
    if await answersInPlaintext(address, clientId: clientId, options: options) { return "the listener speaks plaintext, not TLS" }
    return "\(told); the listener may not speak TLS"
}

private func explainDistrust(of address: BrokerAddress, transport: SecuredTransport, options: ClientOptions) async -> String {
    let seen = Mutex<[NIOSSLCertificate]>([])
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connectTimeout(TimeAmount(options.connectTimeout))
        .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                if let handler = try transport.inspection(with: address, { certificates in seen.withLock { $0 = certificates } }) {
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
        }
    if let channel = try? await bootstrap.connect(host: address.host, port: address.port).get() {
        let limit = channel.eventLoop.scheduleTask(in: TimeAmount(options.connectTimeout)) { channel.close(promise: nil) }
        try? await channel.closeFuture.get()
        limit.cancel()
    }
    let now = Date().timeIntervalSince1970
    for certificate in seen.withLock({ $0 }) {
        if Double(certificate.notValidAfter) < now { return "\(untrusted): it expired on \(day(certificate.notValidAfter))" }
        if Double(certificate.notValidBefore) > now { return "\(untrusted): it is not valid before \(day(certificate.notValidBefore))" }
    }
    let roots = transport.settings?.authorities == nil ? "the system trusts" : "'ca' names"
    return "\(untrusted): none of the authorities that \(roots) has issued it"
}

private func day(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601.year().month().day())
}

private func answersInPlaintext(_ address: BrokerAddress, clientId: String, options: ClientOptions) async -> Bool {
    guard let wire = try? await WireConnection.open(to: address, clientId: clientId, options: options, transport: .plaintext) else { return false }
    let versions = try? await agreeOnVersions(over: wire, timeout: options.connectTimeout)
    await wire.close()
    return versions != nil
}
