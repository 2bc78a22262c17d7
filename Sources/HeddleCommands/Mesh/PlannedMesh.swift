import EngineInterface
import Foundation
import MeshHosting
import MeshModel
import MeshPlanning
import PlanFiles

/// A plan, with what it was made from.
struct PlannedMesh: Sendable {
    var plan: Plan
    var observations: [String: Observation]
    /// nil: the mesh itself was asked.
    var basis: PlanBasis?
    /// Of the file that it was written to.
    var digest: String?
}

/// What stood in for the mesh.
enum PlanBasis: Sendable, Equatable {
    case snapshot(takenAt: String, digest: String, heddleVersion: String)

    /// For the end of a plan that people read.
    var sentence: String {
        switch self {
        case .snapshot(let takenAt, let digest, _):
            "From the snapshot of \(takenAt), \(digest).\nRecords were not counted: whatever may lose records counts as destructive."
        }
    }
}

/// Plans from a recorded snapshot: without a connection, and without credentials.
func planFromSnapshot(
    _ path: String, for mesh: DesiredMesh, environment: String?, options: PlanOptions, common: CommonOptions
) throws -> PlannedMesh {
    let (snapshot, digest) = try readPlanFile(path, common, decodeSnapshot)
    guard snapshot.mesh == mesh.name else {
        throw CommandFailure(.usage, "'\(path)' is a snapshot of the mesh '\(snapshot.mesh)', and these are the manifests of '\(mesh.name)'")
    }
    guard snapshot.environment == environment else {
        func said(_ environment: String?) -> String { environment.map { "the environment '\($0)'" } ?? "no environment" }
        throw CommandFailure(
            .usage, "'\(path)' was taken with \(said(snapshot.environment)), and this is to be planned with \(said(environment))",
            remedy: snapshot.environment.map { "say --env \($0)" } ?? "take one with --env, or plan without it")
    }
    var observations: [String: Observation] = [:]
    for (name, cluster) in mesh.clusters {
        guard let observed = snapshot.clusters[name] else {
            observations[name] = .failure(EngineFailure(.unreachable, "the snapshot does not hold the cluster '\(name)'"))
            continue
        }
        observations[name] = .success(withRecordedHistories(observed.withoutCounts, for: cluster))
    }
    return PlannedMesh(
        plan: planMesh(mesh, environment: environment, observations: observations, options: options), observations: observations,
        basis: .snapshot(takenAt: utcText(snapshot.takenAt), digest: digest, heddleVersion: snapshot.heddleVersion))
}

extension ObservedCluster {
    /// Counts hold for a moment: an old one must not make light of a change.
    fileprivate var withoutCounts: ObservedCluster {
        var copy = self
        for name in topics.keys {
            copy.topics[name]?.held = nil
            copy.topics[name]?.usage = nil
        }
        return copy
    }
}

/// Reads a snapshot or a plan file: 64 where it cannot be understood, 4 where it is not what was written.
func readPlanFile<Content>(_ path: String, _ common: CommonOptions, _ decode: ([UInt8]) throws(FileProblem) -> Content) throws -> Content {
    let file = common.path(path)
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path)
    if let attributes, attributes[.type] as? FileAttributeType != .typeRegular || attributes[.size] as? Int ?? 0 > 256 << 20 {
        throw CommandFailure(.usage, "'\(path)' is no file, or too large to be one of Heddle's")
    }
    let bytes: [UInt8]
    do {
        bytes = [UInt8](try Data(contentsOf: file))
    } catch {
        throw CommandFailure(.usage, "'\(path)' cannot be read: \(systemReason(error))")
    }
    do throws(FileProblem) {
        return try decode(bytes)
    } catch {
        switch error.kind {
        case .damaged: throw CommandFailure(.usage, error.description(of: path), remedy: "make it anew")
        case .otherVersion: throw CommandFailure(.refused, error.description(of: path), remedy: "make it anew with this Heddle (\(heddleVersion))")
        case .changed: throw CommandFailure(.refused, error.description(of: path), remedy: "make it anew; nobody knows what else was changed")
        }
    }
}

/// Writes a file that only its owner may read, all of it or nothing.
func writePrivately(_ bytes: [UInt8], to file: URL) throws {
    let partial = file.deletingLastPathComponent().appendingPathComponent(".\(file.lastPathComponent).\(UUID().uuidString)")
    let descriptor = open(partial.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CommandFailure(.usage, "'\(file.path)' cannot be written: \(String(cString: strerror(errno)))") }
    var rest = bytes[...]
    var failure: Int32 = 0
    while !rest.isEmpty, failure == 0 {
        let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written > 0 { rest = rest.dropFirst(written) } else if errno != EINTR { failure = errno }
    }
    if failure == 0, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    close(descriptor)
    if failure == 0, rename(partial.path, file.path) != 0 { failure = errno }
    guard failure == 0 else {
        unlink(partial.path)
        throw CommandFailure(.usage, "'\(file.path)' cannot be written: \(String(cString: strerror(failure)))")
    }
}
