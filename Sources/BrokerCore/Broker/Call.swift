import KafkaWire

/// A request under way: what its handler must know beside its body.
struct Call {
    let id: RequestID
    let version: Int16
    let clientID: String
    let connection: ConnectionInfo
    /// Who asks, and from where, as ACLs name them.
    let asker: Asker
}
