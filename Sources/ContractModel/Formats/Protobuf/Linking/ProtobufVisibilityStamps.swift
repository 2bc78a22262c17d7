/// Which files and packages can be seen from one file, without a set for each: a stamp says for which file it was last
/// marked.
struct ProtobufVisibilityStamps {
    private(set) var viewer: Int32 = -1
    private var stamp: Int32 = 0
    private var files: [Int32] = []
    private var packages: [Int32: Int32] = [:]

    mutating func begin(for viewer: Int, fileCount: Int) {
        stamp += 1
        self.viewer = Int32(truncatingIfNeeded: viewer)
        if files.count < fileCount { files += Array(repeating: 0, count: fileCount - files.count) }
    }

    /// False where it was visible already.
    mutating func show(file: Int) -> Bool {
        if files[file] == stamp { return false }
        files[file] = stamp
        return true
    }

    /// False where it was visible already.
    mutating func show(package: Int32) -> Bool { packages.updateValue(stamp, forKey: package) != stamp }

    func sees(file: Int) -> Bool { files[file] == stamp }

    func sees(package: Int32) -> Bool { packages[package] == stamp }
}

extension ProtobufLinker {
    /// Makes visible what a file sees: itself, what it imports, and what those import publicly.
    mutating func look(from file: Int, withOptionImports: Bool = false) {
        visibility.begin(for: file, fileCount: files.count)
        var open = [file]
        for (index, statement) in zip(files[file].imports, files[file].tree.imports) where index >= 0 {
            if withOptionImports || statement.modifier != .option { open.append(index) }
        }
        while let next = open.popLast() {
            guard visibility.show(file: next) else { continue }
            var package = files[next].scope
            while package > ProtobufScopes.root, visibility.show(package: package) { package = scopes[package].parent }
            if next == file { continue }
            open += publicImports(of: next)
        }
    }

    func sees(_ symbol: Int32) -> Bool {
        let found = scopes[symbol]
        return found.kind == .package ? visibility.sees(package: symbol) : visibility.sees(file: Int(found.file))
    }

    /// Notes that a file is used, so that its import is not told to be superfluous.
    mutating func use(_ used: Int, in file: Int) {
        if used != file { files[file].usedFiles.insert(used) }
    }

    /// Whether a file or one that it imports publicly is among the used ones.
    func isUsed(_ imported: Int, among used: Set<Int>) -> Bool {
        var open = [imported]
        var seen: Set<Int> = []
        while let next = open.popLast() {
            if used.contains(next) { return true }
            guard seen.insert(next).inserted else { continue }
            open += publicImports(of: next)
        }
        return false
    }

    private func publicImports(of file: Int) -> [Int] {
        zip(files[file].imports, files[file].tree.imports).compactMap { index, statement in
            statement.modifier == .public && index >= 0 ? index : nil
        }
    }
}
