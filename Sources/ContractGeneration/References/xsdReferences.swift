import Diagnostics
import PathPatterns
import XMLText

/// The schemas that a schema includes, imports or redefines, and theirs in turn: by location as seen from its own folder, or by
/// namespace where an import gives no location that is a file.
func xsdReferences(of file: SourceFile, among candidates: [SourceFile], in folder: inout ContractFolder) -> [String: SourceFile] {
    var byNamespace: [String: SourceFile] = [:]
    for candidate in candidates where candidate.path != file.path {
        guard let namespace = parseXML(candidate.bytes).root?["targetNamespace"] else { continue }
        byNamespace[namespace] = byNamespace[namespace] ?? candidate
    }
    var files: [String: SourceFile] = [:]
    var open: [(file: SourceFile, key: String)] = [(file, "")]
    while let (document, key) = open.popLast() {
        guard let root = parseXML(document.bytes).root, root.name.namespace == schemaNamespace else { continue }
        for child in root.children where child.name.namespace == schemaNamespace && ["include", "import", "redefine"].contains(child.name.local) {
            let location = child["schemaLocation"]
            if let location, !location.contains("://") {
                let name = resolvePath(location, beside: key)
                if files[name] != nil { continue }
                if let found = try? folder.read(resolvePath(location, beside: document.path)), found.path != file.path {
                    files[name] = found
                    open.append((found, name))
                    continue
                }
            }
            guard child.name.local == "import", let namespace = child["namespace"], files[namespace] == nil, let found = byNamespace[namespace] else { continue }
            files[namespace] = found
            open.append((found, namespace))
        }
    }
    return files
}

private let schemaNamespace = "http://www.w3.org/2001/XMLSchema"
