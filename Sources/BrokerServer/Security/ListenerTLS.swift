import NIOSSL
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A listener's TLS as it is now: what its files said when they were last read and made sense.
///
/// New connections take the newest; those that are there go on with what they began with.
final class ListenerTLS: Sendable {
    let settings: ServerTLS
    private let state: Mutex<State>

    private struct State {
        var contents: Contents
        var context: NIOSSLContext
        /// What was read and made no sense: it is complained about once.
        var refused: Contents?
    }

    private struct Contents: Equatable {
        var certificate: [UInt8]
        var key: [UInt8]
        var clientAuthorities: [UInt8]?

        init(_ settings: ServerTLS) throws(SecurityProblem) {
            certificate = try settings.certificate.read("the certificate")
            key = try settings.key.read("the key")
            if let source = settings.clientAuthorities { clientAuthorities = try source.read("the clients' authorities") }
        }
    }

    init(_ settings: ServerTLS) throws(SecurityProblem) {
        self.settings = settings
        let contents = try Contents(settings)
        state = Mutex(State(contents: contents, context: try Self.context(contents)))
    }

    var context: NIOSSLContext { state.withLock { $0.context } }

    /// Reads the files again. Blocks for as long as that takes.
    ///
    /// - Returns: whether they changed.
    /// - Throws: what is wrong with what they say now, once; what they said before stays.
    func reload() throws(SecurityProblem) -> Bool {
        let contents = try Contents(settings)
        guard state.withLock({ $0.contents != contents && $0.refused != contents }) else { return false }
        do throws(SecurityProblem) {
            let context = try Self.context(contents)
            state.withLock { $0 = State(contents: contents, context: context) }
            return true
        } catch {
            state.withLock { $0.refused = contents }
            throw error
        }
    }

    private static func context(_ contents: Contents) throws(SecurityProblem) -> NIOSSLContext {
        let chain = try certificates(contents.certificate, "the certificate")
        let key: NIOSSLPrivateKey
        do {
            key = try NIOSSLPrivateKey(bytes: contents.key, format: .pem)
        } catch {
            throw SecurityProblem("the key is no key in PEM without a passphrase")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        if let authorities = contents.clientAuthorities {
            configuration.certificateVerification = .noHostnameVerification
            configuration.trustRoots = .certificates(try certificates(authorities, "the clients' authorities"))
            configuration.sendCANameList = true
        }
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw SecurityProblem("TLS cannot be set up: the certificate and the key may not belong together")
        }
    }

    private static func certificates(_ pem: [UInt8], _ what: String) throws(SecurityProblem) -> [NIOSSLCertificate] {
        guard let found = try? NIOSSLCertificate.fromPEMBytes(pem), !found.isEmpty else { throw SecurityProblem("\(what): there is none in PEM") }
        return found
    }
}

extension PEMSource {
    private static let mostBytes = 1 << 20

    fileprivate func read(_ what: String) throws(SecurityProblem) -> [UInt8] {
        switch self {
        case .text(let text): return text.bytes
        case .file(let path):
            do throws(SecurityProblem) {
                return try readFile(path, atMost: Self.mostBytes)
            } catch {
                throw SecurityProblem("\(what): \(error)")
            }
        }
    }
}

/// A small file, whole.
func readFile(_ path: String, atMost limit: Int) throws(SecurityProblem) -> [UInt8] {
    guard let file = fopen(path, "re") else { throw SecurityProblem("\(path) cannot be read: \(String(cString: strerror(errno)))") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 16 << 10)
    while true {
        let count = fread(&part, 1, part.count, file)
        bytes += part[..<count]
        guard bytes.count <= limit else { throw SecurityProblem("\(path) is larger than \(limit) bytes") }
        if count < part.count {
            guard ferror(file) == 0 else { throw SecurityProblem("\(path) cannot be read: \(String(cString: strerror(errno)))") }
            return bytes
        }
    }
}
