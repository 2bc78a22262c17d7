import EngineInterface
import Logging
import MeshModel
import MeshPlanning
import RegistryClient

extension MeshConnections {
    /// Every subject of a cluster's registry; nil where it has no registry.
    static func subjects(
        inRegistryOf cluster: DesiredCluster, in folder: MeshFolder, running: RunningMesh?, logger: Logger
    ) async -> Result<Set<String>?, EngineFailure> {
        let client: RegistryClient
        do throws(EngineFailure) {
            guard let found = try registry(of: cluster, in: folder, running: running, logger: logger) else { return .success(nil) }
            client = found
        } catch {
            return .failure(error)
        }
        let result: Result<Set<String>?, EngineFailure>
        do throws(RegistryError) {
            result = .success(Set(try await client.subjects()))
        } catch {
            result = .failure(EngineFailure(.unreachable, "the schema registry of cluster '\(cluster.name)' at \(client.address): \(error.message)"))
        }
        await client.close()
        return result
    }

    /// Reads every cluster whole: also what nobody has declared yet.
    func observeWhole(_ mesh: DesiredMesh, subjects: [String: Result<Set<String>?, EngineFailure>]) async -> [String: Observation] {
        var observations: [String: Observation] = [:]
        for name in mesh.clusters.keys.sorted() {
            guard let engine = engine(of: name) else {
                observations[name] = .failure(failure(of: name) ?? EngineFailure(.unreachable, "cluster '\(name)' could not be read"))
                continue
            }
            do throws(EngineFailure) {
                let registered = try subjects[name]?.get()
                let wanted = (registered ?? []).union(mesh.clusters[name]?.subjects.keys.map { $0 } ?? [])
                let topics = Set(try await engine.observe(configsOf: [], subjects: []).topics.keys)
                var observed = try await engine.observe(configsOf: topics, subjects: wanted)
                // An empty registry is one.
                if registered != nil, observed.subjects == nil { observed.subjects = [:] }
                let known = (observed.subjects ?? [:]).filter { $0.value.format != nil }.sorted { $0.key < $1.key }
                let questions = known.compactMap { name, subject in
                    subject.format.map { format in
                        SubjectQuestion(SubjectSchema(subject: name, format: format, schema: subject.schema), everyVersion: true)
                    }
                }
                for (question, history) in zip(questions, try await engine.history(of: questions)) {
                    // Which version a declared schema is depends on what is declared when the snapshot is used.
                    observed.subjects?[question.schema.subject]?.history = SubjectHistory(versions: history.versions)
                }
                observations[name] = .success(observed)
            } catch {
                observations[name] = .failure(error)
            }
        }
        return observations
    }
}
