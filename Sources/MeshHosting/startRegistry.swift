import BrokerServer
import KafkaClient
import KafkaWire
import Logging
import MeshModel
import PayloadChecking
import RegistryCore
import RegistryService

/// Starts the schema registry of an embedded cluster, and keeps the cluster's broker told of what it holds.
///
/// - Parameter server: the cluster's broker, in whose `_schemas` topic the registry keeps everything.
package func startRegistry(
    at address: HostAndPort, on server: BrokerServer, logger: Logger
) async throws(RegistryStartError) -> RegistryService {
    let (bootstrap, security) = wayIn(to: server)
    let schemas = BrokerSchemas()
    return try await RegistryService.start(
        RegistryConfiguration(host: address.host, port: address.port, bootstrap: bootstrap, security: security), logger: logger
    ) { snapshot in
        await server.give(await schemas.directory(of: snapshot))
    }
}

private func wayIn(to server: BrokerServer) -> ([BrokerAddress], ConnectionSecurity) {
    if let own = server.ownAccess {
        let login = SASLLogin.plain(username: own.user, password: Secret(own.password))
        return ([BrokerAddress(host: own.host, port: own.port)], ConnectionSecurity(login: login))
    }
    let addresses = server.boundAddresses.map { address in
        let reachable = HostAndPort(host: address.host, port: address.port).reachable
        return BrokerAddress(host: reachable.host, port: reachable.port)
    }
    return (addresses, .plaintext)
}

/// What a registry holds, in the broker's terms. A schema's text never changes under its id, so each is resolved once.
private actor BrokerSchemas {
    private var resolved: [Int: RegisteredSchema] = [:]

    func directory(of snapshot: RegistrySnapshot) -> RegisteredSchemas {
        var schemas: [RegisteredSchema] = []
        for (id, guid, subjects) in snapshot.registrations {
            guard var schema = resolved[id] ?? resolve(id, guid, in: snapshot) else { continue }
            resolved[id] = schema
            schema.subjects = subjects
            schemas.append(schema)
        }
        return RegisteredSchemas(schemas)
    }

    private func resolve(_ id: Int, _ guid: String, in snapshot: RegistrySnapshot) -> RegisteredSchema? {
        guard let schema = snapshot.schema(id: id), let number = Int32(exactly: id) else { return nil }
        return RegisteredSchema(
            id: number, guid: KafkaUUID(hexadecimal: guid), format: schema.format, text: schema.text.file, references: schema.text.references,
            subjects: [])
    }
}
