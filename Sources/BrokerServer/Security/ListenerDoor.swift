import BrokerCore
import NIOCore
import NIOSSL

/// A listener with the TLS that it needs: what each of its connections begins with.
struct ListenerDoor: Sendable {
    let listener: ListenerConfiguration
    /// Nil: plaintext.
    let tls: ListenerTLS?

    init(_ listener: ListenerConfiguration) throws(SecurityProblem) {
        self.listener = listener
        if let settings = listener.security.tls { tls = try ListenerTLS(settings) } else { tls = nil }
    }

    /// Clients are told to come back by the door through which they came.
    func info(of context: ChannelHandlerContext, _ principal: Principal) -> ConnectionInfo {
        let local = context.localAddress
        return ConnectionInfo(
            advertisedHost: listener.advertisedHost ?? local?.plainHost ?? listener.host,
            advertisedPort: Int32(truncatingIfNeeded: listener.advertisedPort ?? local?.port ?? listener.port),
            clientHost: "/" + (context.remoteAddress?.plainHost ?? "?"), principal: principal, mechanisms: listener.security.mechanisms)
    }

    /// Who the client's certificate says it is; nil where it says nothing that is understood.
    func principal(of context: ChannelHandlerContext) -> Principal? {
        guard let tls, tls.settings.clientAuthorities != nil, listener.security.mechanisms.isEmpty else { return .anonymous }
        guard let certificate = try? context.channel.pipeline.syncOperations.nioSSL_peerCertificate(),
            let subject = subjectName(of: certificate), let name = tls.settings.principals.name(of: subject), !name.isEmpty
        else { return nil }
        return Principal(kind: "User", name: name)
    }
}
