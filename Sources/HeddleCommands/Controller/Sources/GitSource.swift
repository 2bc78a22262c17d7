import Determinism
import Foundation
import MeshModel
import ReconcilerCore

/// A repository and a ref, fetched through the `git` program into a bare repository of the controller's own. Manifests are read
/// out of the commit itself: nothing is checked out, and no hook runs.
actor GitSource: ControllerSource {
    private let mirror: GitMirror
    private var last: GitMirror.LastRead?

    /// - Parameter folder: where the copy is kept; made where it is not there.
    init(_ settings: GitSourceSettings, keptIn folder: URL, options: ManifestOptions) {
        mirror = GitMirror(settings: settings, repository: GitRepository(root: folder), options: options)
    }

    func read() async -> SourceOutcome {
        let (mirror, last) = (mirror, last)
        let (outcome, read) = await onOwnThread { mirror.read(last) }
        self.last = read
        return outcome
    }
}

struct GitSourceSettings: Sendable {
    /// As `git fetch` takes it.
    var url: String
    /// A branch, a tag, or a commit's whole id where the server hands those out.
    var ref: String
    /// Of heddle.yaml below the repository's root; empty: the root.
    var subfolder = ""
    /// nil: commits need not be signed.
    var trust: CommitTrust?
    var timeLimit = Milliseconds(120_000)
}

/// The copy, and how it is brought up to date. Blocks, as git does.
struct GitMirror: Sendable {
    var settings: GitSourceSettings
    var repository: GitRepository
    var options: ManifestOptions

    /// What was last read well, and on which day: policies' exemptions end with one.
    struct LastRead: Sendable, Equatable {
        var commit: String
        var day: CalendarDate
    }

    private static let reference = "refs/heddle/source"

    func read(_ last: LastRead?) -> (SourceOutcome, LastRead?) {
        do {
            let present = LastRead(commit: try fetch(), day: CalendarDate(Instant.present))
            if present == last { return (.unchanged, last) }
            let outcome = try read(present.commit)
            if case .revision = outcome { return (outcome, present) }
            // What was good before is what the controller still keeps, so that going back to it is no news.
            return (outcome, nil)
        } catch let problem as SourceProblem {
            return (.failure(problem), last)
        } catch {
            return (.failure(SourceProblem(.unreachable, redactCredentials(sourceFailureMessage(error)))), last)
        }
    }

    private func read(_ commit: String) throws -> SourceOutcome {
        if let trust = settings.trust, let complaint = try trust.complaint(about: commit, in: repository) {
            return .failure(SourceProblem(.untrusted, "commit \(commit.prefix(12)) is not taken: \(complaint)", revision: commit))
        }
        let prefix = settings.subfolder.isEmpty ? "" : settings.subfolder + "/"
        let source = GitManifestSource(repository: repository, objects: try GitObjects(repository), commit: commit, prefix: prefix)
        let reading = try readManifests(from: source, options: options)
        let stamp = SourceStamp(repository: normaliseRemote(settings.url), revision: commit)
        return sourceOutcome(reading, stamp: stamp, environment: options.env, digest: commit)
    }

    /// The commit that the ref names there now. The copy's own is moved to it also where it does not follow from the last.
    private func fetch() throws -> String {
        if !FileManager.default.fileExists(atPath: repository.root.appendingPathComponent("HEAD").path) {
            try FileManager.default.createDirectory(at: repository.root, withIntermediateDirectories: true)
            _ = try repository.require(["init", "--quiet", "--bare", "."])
        }
        let options = ["-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0"]
        let answer = try repository.run(
            options + ["fetch", "--quiet", "--no-tags", "--force", "--no-write-fetch-head", "--", settings.url, "+\(settings.ref):\(Self.reference)"],
            environment: ["GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh"], timeLimit: settings.timeLimit)
        guard answer.status == 0 else {
            throw SourceProblem(.unreachable, redactCredentials("'\(settings.ref)' could not be fetched from \(settings.url): \(answer.error)"))
        }
        guard let commit = try repository.commit(Self.reference) else {
            throw SourceProblem(.unreachable, redactCredentials("'\(settings.ref)' of \(settings.url) is no commit"))
        }
        return commit
    }
}

/// `https://ada:secret@host/x` as `https://host/x`, wherever in a text it stands.
func redactCredentials(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let scheme = rest.firstRange(of: "://") {
        result += rest[..<scheme.upperBound]
        rest = rest[scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "'" && $0 != "\"" && !$0.isWhitespace }
        if let at = authority.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    }
    return result + rest
}
