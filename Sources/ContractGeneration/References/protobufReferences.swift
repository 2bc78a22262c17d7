import ContractModel
import Diagnostics
import PathPatterns

/// What a .proto file imports, and what that imports, by import path; and the path under which others import the file itself.
///
/// Imports are looked for in the folders of `protoPath`, in order; without any, in the folder of the configuration and then in the
/// file's own. What Heddle brings along (google/protobuf/…) is not looked for.
func protobufReferences(
    of file: SourceFile, protoPath: [String], in folder: inout ContractFolder
) -> (files: [String: SourceFile], importPath: String) {
    let own = file.path.split(separator: "/").dropLast().joined(separator: "/")
    let roots = protoPath.isEmpty ? ["", own] : protoPath
    let importPath = roots.lazy.compactMap { path(of: file.path, below: $0) }.first ?? String(file.path.split(separator: "/").last ?? "")
    var files: [String: SourceFile] = [:]
    var open = imports(of: file)
    while let path = open.popLast() {
        guard path != importPath, files[path] == nil, ProtobufWellKnown.file(at: path) == nil else { continue }
        for root in roots {
            guard let found = try? folder.read(resolvePath(root.isEmpty ? path : "\(root)/\(path)", beside: "")) else { continue }
            files[path] = found
            open += imports(of: found)
            break
        }
    }
    return (files, importPath)
}

private func imports(of file: SourceFile) -> [String] { parseProtobuf(file).tree.imports.map(\.path) }

private func path(of path: String, below root: String) -> String? {
    if root.isEmpty { return path.hasPrefix("../") ? nil : path }
    return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : nil
}
