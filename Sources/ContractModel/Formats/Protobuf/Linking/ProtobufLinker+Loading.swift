import Diagnostics

extension ProtobufLinker {
    /// Reads the files and what they import, imported ones first.
    ///
    /// - Returns: what there is to say of paths that no file stands behind.
    mutating func load(_ paths: [String], resolve: (String) -> SourceFile?) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for path in paths where schema.filesByPath[path] == nil {
            guard let file = resolve(path) ?? ProtobufWellKnown.file(at: path) else {
                let message = "there is no file '\(path)'"
                diagnostics.append(Diagnostic(code: ProtobufCode.importNotFound.rawValue, message))
                continue
            }
            loadTree(from: file, at: path, resolve: resolve)
        }
        return diagnostics
    }

    /// One file and all below it, depth first without recursion: chains of imports may be long.
    private mutating func loadTree(from file: SourceFile, at path: String, resolve: (String) -> SourceFile?) {
        var open: [(file: Int, next: Int)] = [(add(file, at: path), 0)]
        var isOpen: Set<Int> = [open[0].file]
        while let (current, next) = open.last {
            guard next < files[current].tree.imports.count else {
                isOpen.remove(current)
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            let statement = files[current].tree.imports[next]
            if let known = schema.filesByPath[statement.path] {
                let index = Int(known.index)
                if isOpen.contains(index) {
                    reportCycle(statement, in: current, through: open.map(\.file), to: index)
                    files[current].imports.append(-1)
                } else {
                    files[current].imports.append(index)
                }
                continue
            }
            guard files.count < limits.maximumFiles, let found = ProtobufWellKnown.file(at: statement.path) ?? resolve(statement.path)
            else {
                reportMissing(statement, in: current)
                files[current].imports.append(-1)
                continue
            }
            let index = add(found, at: statement.path)
            files[current].imports.append(index)
            isOpen.insert(index)
            open.append((index, 0))
        }
    }

    private mutating func add(_ file: SourceFile, at path: String) -> Int {
        let (tree, diagnostics) = ProtobufWellKnown.tree(of: file).map { ($0, []) } ?? parseProtobuf(file, limits: limits)
        let id = ProtobufID<ProtobufFile>(files.count)
        var work = FileWork(id: id, tree: tree, readDiagnostics: diagnostics)
        work.names = tree.names.texts.map { names.id(of: $0).index }
        files.append(work)
        schema.filesByPath[path] = id
        schema.files.append(
            ProtobufFile(
                id: id, path: path, source: tree.source, edition: tree.edition,
                package: tree.package.map { tree.text(of: $0) } ?? "", isWellKnown: ProtobufWellKnown.isOurs(file)))
        return files.count - 1
    }

    private mutating func reportMissing(_ statement: ProtobufImportSyntax, in file: Int) {
        let path = statement.path
        let reason: String
        if files.count >= limits.maximumFiles {
            reason = "'\(path)' is not read: \(limits.maximumFiles) files are the most"
        } else if path.isEmpty {
            reason = "the path of an import is empty"
        } else {
            reason = "there is no file '\(path)'"
        }
        let known = ProtobufWellKnown.paths + schema.files.prefix(1000).map(\.path)
        let near = meant(by: path, in: file, among: known)
        report(
            .importNotFound, reason, statement.pathSpan, in: file,
            suggestion: near ?? "imports are relative to the root of the contract's files")
    }

    private mutating func reportCycle(_ statement: ProtobufImportSyntax, in file: Int, through open: [Int], to target: Int) {
        let cycle = (open.firstIndex(of: target).map { open[$0...] } ?? []) + [target]
        let paths = cycle.prefix(10).map { "'\(schema.files[$0].path)'" }.joined(separator: " → ")
        report(.importCycle, "the file imports itself: \(paths)", statement.pathSpan, in: file)
    }
}
