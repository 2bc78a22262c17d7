import ContractCompatibility
import ContractModel
import Diagnostics

/// Which files lean on which, directly or not.
final class ProtobufImporters {
    /// By path: the files that import it.
    private var direct: [String: [String]] = [:]
    private var pathsByFile: [ObjectIdentifier: String] = [:]
    private var known: [String: Set<String>] = [:]

    init(_ schema: ProtobufSchema) {
        for file in schema.files {
            pathsByFile[ObjectIdentifier(file.source.file)] = file.path
            for statement in file.imports { direct[statement.path, default: []].append(file.path) }
        }
    }

    /// With the file itself.
    func importers(of path: String) -> Set<String> {
        if let found = known[path] { return found }
        var found: Set<String> = [path]
        var open = [path]
        while let next = open.popLast() {
            for importer in direct[next] ?? [] where found.insert(importer).inserted { open.append(importer) }
        }
        known[path] = found
        return found
    }

    func path(of file: SourceFile) -> String? { pathsByFile[ObjectIdentifier(file)] }
}

/// Both versions' files.
struct ProtobufImporterPair {
    let old: ProtobufImporters
    let new: ProtobufImporters

    /// Paths of the files whose contracts see what differs, in both versions; nil where the difference has no place.
    func hit(by difference: Difference) -> [String]? {
        let before = difference.oldRange.flatMap { old.path(of: $0.file) }
        let after = difference.newRange.flatMap { new.path(of: $0.file) }
        guard let inOld = before ?? after, let inNew = after ?? before else { return nil }
        return old.importers(of: inOld).intersection(new.importers(of: inNew)).sorted()
    }
}
