import ContractModel
import HeddleRuntime
import RegistryClient

/// A schema that a registry gave out, with what it builds on.
struct WrittenSchema: Sendable {
    var format: ContractIdentity.Format?
    var schema: String
    var references: [ContractIdentity.Reference]
}

/// What was asked of the registry, once: which id a contract has under a subject, and which schema an id stands for. Neither ever
/// changes. Failures are not kept.
actor SchemaCache {
    private let registry: RegistryClient
    private let policy: Mesh.Schemas
    private var ids: [String: Task<Result<UInt32, HeddleClientError>, Never>] = [:]
    private var schemas: [UInt32: Task<Result<WrittenSchema, HeddleClientError>, Never>] = [:]

    init(registry: RegistryClient, policy: Mesh.Schemas) {
        self.registry = registry
        self.policy = policy
    }

    nonisolated func close() async { await registry.close() }

    func id(of contract: ContractIdentity, under subject: String) async throws(HeddleClientError) -> UInt32 {
        let task = ids[subject] ?? Task { [registry, policy] in await Self.ask(registry, policy, contract, subject) }
        ids[subject] = task
        let result = await task.value
        if case .failure = result, ids[subject] == task { ids[subject] = nil }
        return try result.get()
    }

    func schema(_ id: UInt32) async throws(HeddleClientError) -> WrittenSchema {
        let task = schemas[id] ?? Task { [registry] in await Self.ask(registry, id) }
        schemas[id] = task
        let result = await task.value
        if case .failure = result, schemas[id] == task { schemas[id] = nil }
        return try result.get()
    }

    // MARK: Asking

    private static func ask(
        _ registry: RegistryClient, _ policy: Mesh.Schemas, _ contract: ContractIdentity, _ subject: String
    ) async -> Result<UInt32, HeddleClientError> {
        do throws(RegistryError) {
            let references = try await self.references(of: contract, in: registry, subject: subject)
            let schema = RegistrySchema(ContractFormat(contract.format), contract.schema, references: references)
            if let known = try await registry.lookup(schema, under: subject) { return .success(UInt32(clamping: known.id)) }
            guard policy == .register else {
                return .failure(
                    HeddleClientError(
                        .contract,
                        "the registry does not have '\(contract.name)' as it is in this program under '\(subject)': run heddle apply, or let the program register it (schemas: .register)"
                    ))
            }
            return .success(UInt32(clamping: try await registry.register(schema, under: subject)))
        } catch {
            return .failure(HeddleClientError(error, "the id of '\(contract.name)' under '\(subject)'"))
        }
    }

    /// The registry knows what a schema builds on by subject and version: as the subject's latest version has it where that uses the same
    /// names, else each under the subject of its own name.
    private static func references(
        of contract: ContractIdentity, in registry: RegistryClient, subject: String
    ) async throws(RegistryError) -> [RegistrySchema.Reference] {
        guard !contract.references.isEmpty else { return [] }
        let known = try await registry.latest(of: subject)?.references ?? []
        if Set(known.map(\.name)) == Set(contract.references.map(\.name)) { return known }
        var references: [RegistrySchema.Reference] = []
        for reference in contract.references {
            if let same = known.first(where: { $0.name == reference.name }) {
                references.append(same)
            } else if let latest = try await registry.latest(of: reference.name) {
                references.append(.init(name: reference.name, subject: latest.subject, version: latest.version))
            }
        }
        return references
    }

    private static func ask(_ registry: RegistryClient, _ id: UInt32) async -> Result<WrittenSchema, HeddleClientError> {
        do throws(RegistryError) {
            guard let found = try await registry.schema(id: Int(id)) else {
                return .failure(HeddleClientError(.contract, "the registry has no schema \(id), which the record says wrote it"))
            }
            var references: [ContractIdentity.Reference] = []
            var open = found.schema.references[...]
            while let next = open.popFirst() {
                // More than any schema needs, and an end for a registry that never stops.
                guard !references.contains(where: { $0.name == next.name }), references.count < 1000 else { continue }
                guard let version = try await registry.version(next.version, of: next.subject) else {
                    return .failure(HeddleClientError(.contract, "the registry has no '\(next.subject)' version \(next.version), which schema \(id) refers to"))
                }
                references.append(.init(name: next.name, schema: version.schema))
                open.append(contentsOf: version.references)
            }
            return .success(WrittenSchema(format: found.format.map { ContractIdentity.Format($0) }, schema: found.schema.schema, references: references))
        } catch {
            return .failure(HeddleClientError(error, "schema \(id)"))
        }
    }
}

extension ContractFormat {
    fileprivate init(_ format: ContractIdentity.Format) {
        self =
            switch format {
            case .avro: .avro
            case .protobuf: .protobuf
            case .jsonSchema: .jsonSchema
            case .xsd: .xsd
            }
    }
}

extension ContractIdentity.Format {
    fileprivate init(_ format: ContractFormat) {
        self =
            switch format {
            case .avro: .avro
            case .protobuf: .protobuf
            case .jsonSchema: .jsonSchema
            case .xsd: .xsd
            }
    }
}
