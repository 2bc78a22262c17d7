import NIOCore

/// Where logs and journals keep their bytes: a tree of files, named by paths with `/` between the parts.
///
/// Calls block and may come from several threads. What was written survives a crash only once it was synced:
/// a file's bytes by `StorageFile.sync`, its name (created, removed or renamed) by `syncDirectory`.
package protocol Storage: Sendable {
    /// A handle on the file of that name, which need not exist. Nothing is opened yet.
    func file(at path: String) -> any StorageFile
    /// The files and directories right in a directory, in no order; nil where there is no such directory.
    func listDirectory(_ path: String) throws(StorageError) -> [DirectoryEntry]?
    /// It is fine if it is there already. Where directories above it are missing they are made and synced.
    func createDirectory(_ path: String) throws(StorageError)
    /// The directory must be empty.
    func removeDirectory(_ path: String) throws(StorageError)
    /// Atomic; what was at `target` is replaced. Handles made for either path before are not to be used after.
    func rename(_ source: String, to target: String) throws(StorageError)
    func syncDirectory(_ path: String) throws(StorageError)
}

package protocol StorageFile: AnyObject, Sendable {
    var path: String { get }
    /// Makes the file, or empties it.
    func create() throws(StorageError)
    /// Throws `notFound` where there is no such file, as reads and writes do.
    func size() throws(StorageError) -> Int64
    /// Writes both, one after the other, from that position on; past the end, what lies between reads as zeros.
    /// After an error any part of it may have been written.
    func write(_ first: ByteBuffer, then second: ByteBuffer?, at position: Int64) throws(StorageError)
    /// Appends up to `count` bytes to the buffer and returns how many: fewer only where the file ends.
    func read(_ count: Int, at position: Int64, into buffer: inout ByteBuffer) throws(StorageError) -> Int
    func truncate(to size: Int64) throws(StorageError)
    /// Returns once the file's bytes and size are on the medium. Does nothing for a file removed through this handle.
    func sync() throws(StorageError)
    /// The handle is not to be used after, except that `sync` and `close` do nothing.
    func remove() throws(StorageError)
    /// Lets go of what the operating system holds for it. The next use opens it again.
    func close()
}

package struct DirectoryEntry: Hashable, Sendable {
    package var name: String
    /// 0 for directories.
    package var size: Int64
    package var isDirectory: Bool

    package init(name: String, size: Int64, isDirectory: Bool = false) {
        self.name = name
        self.size = size
        self.isDirectory = isDirectory
    }
}

extension StorageFile {
    func write(_ bytes: ByteBuffer, at position: Int64) throws(StorageError) {
        try write(bytes, then: nil, at: position)
    }
}

/// The directory that a path is in: `.` for a path of one part, `/` for one right under the root.
func parentDirectory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
