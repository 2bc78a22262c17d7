import Diagnostics
import LocatedYAML
import MeshModel
import PathPatterns

/// Reads files into YAML trees, each once, and keeps count of how much that was.
struct ManifestReader<Source: ManifestSource> {
    let source: Source
    let limits: LoadingLimits
    var diagnostics: [Diagnostic] = []
    private(set) var files: [SourceFile] = []
    /// Files that are not YAML throughout.
    private(set) var brokenFiles: [SourceFile] = []
    private var totalBytes = 0
    private var saidTooMuch = false

    init(source: Source, limits: LoadingLimits) {
        self.source = source
        self.limits = limits
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// - Returns: nil when the file cannot be read at all.
    mutating func read(_ path: String, isRoot: Bool) -> [YAMLDocument]? {
        guard let bytes = bytes(of: path, isRoot: isRoot) else { return nil }
        var file = SourceFile(path: path, bytes: bytes)
        var (documents, problems) = parseYAML(file, limits: limits.yaml)
        if let hidden = hideSecrets(in: documents, of: file) {
            file = hidden
            (documents, problems) = parseYAML(file, limits: limits.yaml)
        }
        diagnostics += problems
        files.append(file)
        if problems.contains(where: { $0.severity == .error }) { brokenFiles.append(file) }
        return documents
    }

    /// The file of a contract's schema; what is wrong is said at the place that names it.
    mutating func readSchema(_ path: Located<String>, beside manifest: String) -> SourceFile? {
        let resolved = resolvePath(path.value, beside: manifest)
        let reason: String
        do throws(ManifestSourceFailure) {
            if let bytes = try source.read(resolved) {
                guard bytes.count <= limits.maximumSchemaBytes else {
                    report(
                        Diagnostic(
                            code: "contract/schema-too-large",
                            "'\(resolved)' has \(bytes.count) bytes, more than the \(limits.maximumSchemaBytes) "
                                + "that are read of a schema",
                            at: path.range))
                    return nil
                }
                guard count(bytes, at: path.range) else { return nil }
                return SourceFile(path: resolved, bytes: bytes)
            }
            reason = "there is no such file"
        } catch {
            reason = error.reason
        }
        report(
            Diagnostic(
                code: "contract/unreadable-schema", "'\(resolved)' cannot be read: \(reason)", at: path.range,
                notes: ["paths are relative to the folder of the manifest"]))
        return nil
    }

    private mutating func bytes(of path: String, isRoot: Bool) -> [UInt8]? {
        guard files.count < limits.maximumFiles else {
            if !saidTooMuch {
                saidTooMuch = true
                report(
                    Diagnostic(
                        code: "manifest/too-large", "the mesh has more than \(limits.maximumFiles) manifests",
                        suggestion: "narrow the patterns under 'manifests'"))
            }
            return nil
        }
        do throws(ManifestSourceFailure) {
            if let bytes = try source.read(path) { return count(bytes, at: nil) ? bytes : nil }
            if isRoot {
                report(
                    Diagnostic(
                        code: "manifest/missing-mesh", "there is no \(path) here",
                        suggestion: "go to the mesh's folder, or let 'heddle init' start one"))
            } else {
                report(Diagnostic(code: "manifest/unreadable-file", "'\(path)' cannot be read: it has gone"))
            }
        } catch {
            report(Diagnostic(code: "manifest/unreadable-file", "'\(path)' cannot be read: \(error.reason)"))
        }
        return nil
    }

    private mutating func count(_ bytes: [UInt8], at range: SourceRange?) -> Bool {
        totalBytes += bytes.count
        if totalBytes <= limits.maximumTotalBytes { return true }
        if !saidTooMuch {
            saidTooMuch = true
            report(
                Diagnostic(
                    code: "manifest/too-large",
                    "the mesh's files come to more than \(ByteCount(Int64(limits.maximumTotalBytes)))", at: range,
                    suggestion: "narrow the patterns under 'manifests'"))
        }
        return false
    }
}
