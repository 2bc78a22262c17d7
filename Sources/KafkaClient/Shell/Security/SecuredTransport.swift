import NIOCore
import NIOSSL

/// What every connection of a client is made with: the TLS of its settings, read once.
struct SecuredTransport: Sendable {
    let settings: TLSSettings?
    /// nil: plaintext.
    private let context: NIOSSLContext?

    static let plaintext = SecuredTransport(settings: nil, context: nil)

    private init(settings: TLSSettings?, context: NIOSSLContext?) {
        self.settings = settings
        self.context = context
    }

    init(_ settings: TLSSettings?) throws(KafkaClientError) {
        guard let settings else {
            self = .plaintext
            return
        }
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.certificateVerification = settings.verifiesServer ? .fullVerification : .none
        if let authorities = settings.authorities {
            configuration.trustRoots = .certificates(try Self.certificates(authorities, what: "the authorities' certificates"))
        }
        if let certificate = settings.certificate {
            configuration.certificateChain = try Self.certificates(certificate, what: "the client's certificate").map { .certificate($0) }
        }
        if let key = settings.key {
            do {
                configuration.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(key.reveal().utf8), format: .pem))
            } catch {
                throw KafkaClientError(.notSecured("the client's key is not a key in PEM without a passphrase"))
            }
        }
        do {
            self.init(settings: settings, context: try NIOSSLContext(configuration: configuration))
        } catch {
            throw KafkaClientError(.notSecured("TLS cannot be set up: the client's certificate and key may not belong together"))
        }
    }

    private static func certificates(_ pem: String, what: String) throws(KafkaClientError) -> [NIOSSLCertificate] {
        guard let found = try? NIOSSLCertificate.fromPEMBytes(Array(pem.utf8)), !found.isEmpty else {
            throw KafkaClientError(.notSecured("\(what): there is none in PEM"))
        }
        return found
    }

    /// The handlers that a connection to this address begins with, and the end of its handshake; nil without TLS.
    func handshake(with address: BrokerAddress, on channel: any Channel) throws -> EventLoopFuture<Void>? {
        guard let context else { return nil }
        let name = settings?.serverName ?? address.host
        let finished = channel.eventLoop.makePromise(of: Void.self)
        // An address in numbers is no name to ask for; the certificate is held against it all the same.
        let handler = try NIOSSLClientHandler(context: context, serverHostname: isNumeric(name) ? nil : name)
        try channel.pipeline.syncOperations.addHandlers(handler, HandshakeHandler(finished: finished))
        return finished.futureResult
    }

    /// Has a handshake that looks at the server's certificates and goes no further.
    func inspection(with address: BrokerAddress, _ look: @escaping @Sendable ([NIOSSLCertificate]) -> Void) throws -> NIOSSLClientHandler? {
        guard let context else { return nil }
        let name = settings?.serverName ?? address.host
        return try NIOSSLClientHandler(context: context, serverHostname: isNumeric(name) ? nil : name) { certificates, verdict in
            look(certificates)
            verdict.succeed(NIOSSLVerificationResult.failed)
        }
    }

    private func isNumeric(_ host: String) -> Bool { (try? SocketAddress(ipAddress: host, port: 0)) != nil }
}
