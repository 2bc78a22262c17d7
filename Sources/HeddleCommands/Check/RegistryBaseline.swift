import ContractChecking
import ContractCompatibility
import Diagnostics
import MeshModel
import RegistryClient

/// What schema registries hold of the mesh's contracts: one that is named, or those of the running clusters.
struct RegistryBaseline: ContractBaseline {
    /// Called `the registry of cluster eu`.
    var registries: [(name: String, client: RegistryClient)]
    /// By contract, in the order of topics: what registries call it.
    var subjects: [String: [String]]

    var description: String { registries.map(\.name).joined(separator: " and ") }

    func earlier(than head: MeshContracts) async throws -> EarlierContracts {
        var earlier = EarlierContracts(description: description)
        do throws(RegistryError) {
            for contract in head.contracts {
                for (name, client) in registries {
                    for subject in subjects[contract.name] ?? [] {
                        let all = contract.mode.isTransitive
                        let versions = try await versions(of: subject, in: client, named: name, all: all)
                        guard let last = versions.last else { continue }
                        // Where one contract has several subjects, readers of each know the last of that.
                        if earlier.histories[contract.name] == nil {
                            earlier.histories[contract.name] = ContractHistory(versions)
                        } else {
                            earlier.histories[contract.name]?.replaced.append(last)
                        }
                    }
                }
            }
        } catch {
            await close()
            throw CommandFailure(.unreachable, "\(description) cannot be compared with: \(error.message)")
        }
        await close()
        return earlier
    }

    private func close() async {
        for (_, client) in registries { await client.close() }
    }

    private func versions(
        of subject: String, in client: RegistryClient, named name: String, all: Bool
    ) async throws(RegistryError) -> [ContractVersion] {
        var found: [RegistryVersion] = []
        if all {
            for number in try await client.versions(of: subject) ?? [] {
                if let version = try await client.version(number, of: subject) { found.append(version) }
            }
        } else if let latest = try await client.latest(of: subject) {
            found = [latest]
        }
        var versions: [ContractVersion] = []
        for version in found {
            guard let format = version.format else {
                throw RegistryError(.misunderstood, "version \(version.version) of '\(subject)' is in a language that is not known here")
            }
            var sources: [String: SourceFile] = [:]
            try await collect(version.references, from: client, into: &sources, depth: 0)
            let file = SourceFile(path: "\(subject)@v\(version.version)", text: version.schema)
            versions.append(
                ContractVersion(
                    label: "version \(version.version) of \(subject) in \(name)", format: format, text: ContractText(file, references: sources)))
        }
        return versions
    }

    private func collect(
        _ references: [RegistrySchema.Reference], from client: RegistryClient, into sources: inout [String: SourceFile], depth: Int
    ) async throws(RegistryError) {
        guard depth < 100 else { throw RegistryError(.misunderstood, "references are more than 100 schemas deep") }
        for reference in references where sources[reference.name] == nil {
            guard let target = try await client.version(reference.version, of: reference.subject) else {
                throw RegistryError(
                    .misunderstood, "version \(reference.version) of '\(reference.subject)', which is referred to, is not there")
            }
            sources[reference.name] = SourceFile(path: "\(reference.subject)@v\(reference.version)", text: target.schema)
            try await collect(target.references, from: client, into: &sources, depth: depth + 1)
        }
    }
}

/// What registries call each contract: by its topics, and by the names that references use.
func registrySubjects(of mesh: DesiredMesh, _ loaded: LoadedMesh) -> [String: [String]] {
    var subjects: [String: [String]] = [:]
    func add(_ subject: String?, of contract: String) {
        guard let subject, subjects[contract]?.contains(subject) != true else { return }
        subjects[contract, default: []].append(subject)
    }
    for topic in loaded.topics {
        for (side, payload, strategy) in [
            (RecordSide.key, topic.spec.key, topic.spec.keySubject), (.value, topic.spec.value, topic.spec.valueSubject),
        ] {
            guard case .contract(let name) = payload?.value, let contract = mesh.contracts[name] else { continue }
            add((strategy?.value ?? .topicName).subject(of: side, topic: topic.name, recordName: contract.recordName), of: name)
        }
    }
    for contract in mesh.contracts.values.sorted(by: { $0.name < $1.name }) {
        for reference in contract.spec.references { add(reference.name.value, of: reference.contract.value) }
    }
    return subjects
}
