import KafkaClient
import RegistryClient

extension Mesh {
    func openCluster(_ purpose: String) async throws(HeddleClientError) -> KafkaClient {
        var addresses: [BrokerAddress] = []
        for text in bootstrap {
            guard let address = BrokerAddress(text) else {
                throw HeddleClientError(.configuration, "'\(text)' is no address of a broker: write host:port")
            }
            addresses.append(address)
        }
        let options = ClientOptions(callDeadline: patience, security: ConnectionSecurity(security))
        let clock = ContinuousClock()
        let end = clock.now + patience
        var pause = Duration.milliseconds(100)
        while true {
            do throws(KafkaClientError) {
                return try await KafkaClient.connect(bootstrap: addresses, clientId: clientID, options: options, logger: logger)
            } catch {
                guard error.isRetriable, clock.now + pause < end else { throw HeddleClientError(error) }
                logger.debug("connecting again", metadata: ["for": "\(purpose)", "because": "\(error)"])
                do { try await clock.sleep(for: pause) } catch { throw HeddleClientError(.cancelled, "cancelled") }
                pause = min(pause * 2, .seconds(1))
            }
        }
    }

    func openRegistry() throws(HeddleClientError) -> RegistryClient? {
        guard let registry else { return nil }
        guard let address = RegistryAddress(parsing: registry) else {
            throw HeddleClientError(.configuration, "'\(registry)' is no address of a registry: write http://host:port")
        }
        let credentials: RegistryCredentials? =
            switch registryLogin {
            case .basic(let user, let password): .basic(user: user, password: password)
            case .bearer(let token): .bearer(token: token)
            case nil: nil
            }
        return RegistryClient(address, credentials: credentials, options: .init(deadline: patience, connectDeadline: patience), logger: logger)
    }
}

extension BrokerAddress {
    /// `host:port`, `[::1]:9092`.
    fileprivate init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() } else if host.contains(":") { return nil }
        guard !host.isEmpty else { return nil }
        self.init(host: String(host), port: Int(port))
    }
}

extension ConnectionSecurity {
    fileprivate init(_ security: Security) {
        self.init(
            tls: security.tls.map {
                TLSSettings(
                    authorities: $0.authorities, certificate: $0.certificate, key: $0.key.map(Secret.init), verifiesServer: $0.verifiesServer,
                    serverName: $0.serverName)
            },
            login: security.login.map {
                switch $0 {
                case .plain(let user, let password): .plain(username: user, password: Secret(password))
                case .scramSHA256(let user, let password): .scram(.sha256, username: user, password: Secret(password))
                case .scramSHA512(let user, let password): .scram(.sha512, username: user, password: Secret(password))
                case .bearer(let token): .bearer(token: Secret(token))
                }
            })
    }
}
