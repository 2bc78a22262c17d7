import EngineInterface
import MeshModel
import RegistryClient

extension RegistryClient {
    /// nil where there is no such subject, or where it was deleted while it was being looked at.
    func observe(_ subject: String) async throws(RegistryError) -> ObservedSubject? {
        guard let latest = try await latest(of: subject) else { return nil }
        // Where the first is the latest there is no other.
        let versions = latest.version == 1 ? [1] : try await versions(of: subject)
        guard let versions else { return nil }
        return ObservedSubject(
            latestVersion: latest.version, id: latest.id, format: latest.format, schema: latest.schema,
            references: latest.references.map { ObservedReference(name: $0.name, subject: $0.subject, version: $0.version) },
            compatibility: try await compatibility(of: subject), versions: versions)
    }

    func history(_ question: SubjectQuestion) async throws(RegistryError) -> SubjectHistory {
        let subject = question.schema.subject
        var history = SubjectHistory(versions: [])
        var texts = ReferencedTexts()
        var versions: [RegistryVersion] = []
        if question.everyVersion {
            for number in try await self.versions(of: subject) ?? [] {
                if let version = try await version(number, of: subject) { versions.append(version) }
            }
        } else if let latest = try await latest(of: subject) {
            versions = [latest]
        }
        for version in versions {
            history.versions.append(
                .init(
                    version: version.version, format: version.format, schema: version.schema,
                    referenced: try await texts.collect(version.references, from: self)))
        }
        history.declaredVersion = try await lookup(question.schema)?.version
        return history
    }

    /// nil also where it cannot be there, since something that it refers to is not.
    private func lookup(_ schema: SubjectSchema) async throws(RegistryError) -> RegistryVersion? {
        var references: [RegistrySchema.Reference] = []
        for reference in schema.references {
            guard let latest = try await latest(of: reference.subject) else { return nil }
            references.append(.init(name: reference.name, subject: reference.subject, version: latest.version))
        }
        do throws(RegistryError) {
            return try await lookup(RegistrySchema(schema.format, schema.schema, references: references), under: schema.subject)
        } catch {
            // A schema that the registry cannot read is none that it has.
            guard case .refused(status: 422, _) = error.reason else { throw error }
            return nil
        }
    }

    /// With each reference at the latest version of its subject.
    func resolve(_ schema: SubjectSchema) async throws(RegistryError) -> RegistrySchema {
        var resolved = RegistrySchema(schema.format, schema.schema)
        for reference in schema.references {
            guard let latest = try await latest(of: reference.subject) else {
                throw RegistryError(
                    .refused(status: 404, code: nil), "the subject '\(reference.subject)', which it refers to as '\(reference.name)', is not there",
                    wasSent: false)
            }
            resolved.references.append(.init(name: reference.name, subject: reference.subject, version: latest.version))
        }
        return resolved
    }
}

/// The schemas behind references, asked for once each.
private struct ReferencedTexts {
    /// More than any schema needs, and an end for a registry that never stops.
    private static let most = 1000

    private struct Place: Hashable {
        var subject: String
        var version: Int
    }

    private var known: [Place: RegistryVersion] = [:]

    /// By the names that they are called, those that they refer to in turn included.
    mutating func collect(_ references: [RegistrySchema.Reference], from registry: RegistryClient) async throws(RegistryError) -> [String: String] {
        var texts: [String: String] = [:]
        var open = references[...]
        while let reference = open.popFirst() {
            guard texts[reference.name] == nil else { continue }
            let place = Place(subject: reference.subject, version: reference.version)
            if known[place] == nil {
                guard known.count < Self.most else { throw RegistryError(.misunderstood, "a schema refers to more than \(Self.most) others") }
                known[place] = try await registry.version(reference.version, of: reference.subject)
            }
            guard let version = known[place] else { continue }
            texts[reference.name] = version.schema
            open.append(contentsOf: version.references)
        }
        return texts
    }
}
