import Determinism

/// The names and files of a `MemoryStorage`, as they are and as a crash would find them.
struct MemoryDisk {
    var fault: MemoryStorage.Fault?
    var capacity: Int?
    private(set) var names: [String: MemoryInode] = [:]
    private var directories: Set<String> = []
    private var durableNames: [String: MemoryInode] = [:]
    private var durableDirectories: Set<String> = []
    private var usedBytes = 0
    /// By directory, in order: what was done to its names since it was last synced.
    private var unsynced: [String: [NameChange]] = [:]

    private enum NameChange {
        case link(String, MemoryInode)
        case unlink(String)
        case rename(from: String, to: String)
        case makeDirectory(String)
        case removeDirectory(String)
    }

    private func check(_ operation: MemoryStorage.Operation, _ path: String) throws(StorageError) {
        if let cause = fault?(operation, path) { throw StorageError(cause, operation: "\(operation)", path: path) }
    }

    private func isDirectory(_ path: String) -> Bool {
        path == "." || path == "/" || directories.contains(path)
    }

    func inode(at path: String) -> MemoryInode? { names[path] }

    func existing(_ path: String, for operation: MemoryStorage.Operation) throws(StorageError) -> MemoryInode {
        try check(operation, path)
        guard let inode = names[path] else { throw StorageError(.notFound, operation: "\(operation)", path: path) }
        return inode
    }

    mutating func place(_ bytes: [UInt8], at path: String) {
        let inode = MemoryInode(bytes: bytes)
        usedBytes += bytes.count - (names[path]?.bytes.count ?? 0)
        names[path] = inode
        durableNames[path] = inode
        var directory = parentDirectory(of: path)
        while directory != ".", directory != "/" {
            directories.insert(directory)
            durableDirectories.insert(directory)
            directory = parentDirectory(of: directory)
        }
    }

    mutating func create(_ path: String) throws(StorageError) {
        try check(.create, path)
        let directory = parentDirectory(of: path)
        guard isDirectory(directory) else { throw StorageError(.notFound, operation: "create", path: path) }
        if let inode = names[path] {
            usedBytes -= inode.bytes.count
            inode.truncate(to: 0)
            return
        }
        let inode = MemoryInode()
        names[path] = inode
        unsynced[directory, default: []].append(.link(path, inode))
    }

    mutating func write(_ bytes: [UInt8], to path: String, at position: Int) throws(StorageError) {
        let inode = try existing(path, for: .write)
        let growth = max(0, position + bytes.count - inode.bytes.count)
        if let capacity, usedBytes + growth > capacity {
            let fitting = max(0, bytes.count - (usedBytes + growth - capacity))
            usedBytes += max(0, min(growth, capacity - usedBytes))
            if fitting > 0 { inode.write(Array(bytes[..<fitting]), at: position) }
            throw StorageError(.outOfSpace, operation: "write", path: path)
        }
        usedBytes += growth
        inode.write(bytes, at: position)
    }

    mutating func truncate(_ path: String, to size: Int) throws(StorageError) {
        let inode = try existing(path, for: .truncate)
        usedBytes += size - inode.bytes.count
        inode.truncate(to: size)
    }

    func sync(_ path: String) throws(StorageError) {
        try existing(path, for: .sync).sync()
    }

    mutating func remove(_ path: String) throws(StorageError) {
        usedBytes -= try existing(path, for: .remove).bytes.count
        names[path] = nil
        unsynced[parentDirectory(of: path), default: []].append(.unlink(path))
    }

    mutating func rename(_ source: String, to target: String) throws(StorageError) {
        let inode = try existing(source, for: .rename)
        precondition(parentDirectory(of: source) == parentDirectory(of: target), "renamed within a directory")
        usedBytes -= names[target]?.bytes.count ?? 0
        names[source] = nil
        names[target] = inode
        unsynced[parentDirectory(of: source), default: []].append(.rename(from: source, to: target))
    }

    func list(_ path: String) throws(StorageError) -> [DirectoryEntry]? {
        try check(.list, path)
        guard isDirectory(path) else { return nil }
        let files = names.filter { parentDirectory(of: $0.key) == path }.map { name, inode in
            DirectoryEntry(name: lastPart(of: name), size: Int64(inode.bytes.count))
        }
        let below = directories.filter { parentDirectory(of: $0) == path }.map { name in
            DirectoryEntry(name: lastPart(of: name), size: 0, isDirectory: true)
        }
        return (files + below).sorted { $0.name < $1.name }
    }

    mutating func createDirectory(_ path: String) throws(StorageError) {
        try check(.createDirectory, path)
        guard !isDirectory(path) else { return }
        let parent = parentDirectory(of: path)
        if !isDirectory(parent) {
            try createDirectory(parent)
            try syncDirectory(parentDirectory(of: parent))
        }
        directories.insert(path)
        unsynced[parentDirectory(of: path), default: []].append(.makeDirectory(path))
    }

    mutating func removeDirectory(_ path: String) throws(StorageError) {
        try check(.remove, path)
        guard isDirectory(path) else { throw StorageError(.notFound, operation: "rmdir", path: path) }
        guard try list(path)?.isEmpty ?? true else { throw StorageError(.other(39), operation: "rmdir", path: path) }
        directories.remove(path)
        unsynced[parentDirectory(of: path), default: []].append(.removeDirectory(path))
    }

    mutating func syncDirectory(_ path: String) throws(StorageError) {
        try check(.syncDirectory, path)
        guard isDirectory(path) else { throw StorageError(.notFound, operation: "syncDirectory", path: path) }
        for change in unsynced.removeValue(forKey: path) ?? [] { makeDurable(change) }
    }

    private mutating func makeDurable(_ change: NameChange) {
        switch change {
        case .link(let path, let inode): durableNames[path] = inode
        case .unlink(let path): durableNames[path] = nil
        case .rename(let source, let target):
            durableNames[target] = durableNames[source]
            durableNames[source] = nil
        case .makeDirectory(let path): durableDirectories.insert(path)
        case .removeDirectory(let path): durableDirectories.remove(path)
        }
    }

    /// Of each directory's changes the first few are kept; files whose directory is lost are lost with it.
    mutating func crash(using generator: inout SeededGenerator) {
        for directory in unsynced.keys.sorted() {
            let changes = unsynced[directory] ?? []
            for change in changes[..<Int.random(in: 0...changes.count, using: &generator)] { makeDurable(change) }
        }
        unsynced = [:]
        var reachable = durableDirectories
        for directory in durableDirectories.sorted() {
            let parent = parentDirectory(of: directory)
            if parent != ".", parent != "/", !reachable.contains(parent) { reachable.remove(directory) }
        }
        durableDirectories = reachable
        directories = reachable
        durableNames = durableNames.filter { path, _ in
            let parent = parentDirectory(of: path)
            return parent == "." || parent == "/" || reachable.contains(parent)
        }
        for path in durableNames.keys.sorted() { durableNames[path]?.crash(using: &generator) }
        names = durableNames
        usedBytes = names.values.reduce(0) { $0 + $1.bytes.count }
    }
}

private func lastPart(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}
