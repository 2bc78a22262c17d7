import CChecksum
import NIOCore

/// A small file that is only ever replaced as a whole: after a crash it holds either what it held or what
/// was to replace it.
///
/// On the medium: `HSNP`, CRC-32C of the rest, length of the payload (32 bits), payload; big-endian.
package struct SnapshotFile: Sendable {
    private let storage: any Storage
    package let path: String

    package static let maximumPayload = 64 << 20
    private static let signature: UInt32 = 0x4853_4E50
    private static let headSize = 12

    package init(storage: any Storage, path: String) {
        self.storage = storage
        self.path = path
    }

    /// What was last put there; nil if there is no file or it is damaged, which `replace` never leaves behind.
    package func read() throws(StorageError) -> ByteBuffer? {
        let file = storage.file(at: path)
        defer { file.close() }
        var buffer = ByteBuffer()
        do {
            let size = try file.size()
            guard size >= Int64(Self.headSize), size <= Int64(Self.headSize + Self.maximumPayload) else { return nil }
            guard try file.read(Int(size), at: 0, into: &buffer) == Int(size) else { return nil }
        } catch where error.cause == .notFound {
            return nil
        }
        guard buffer.readInteger(as: UInt32.self) == Self.signature,
            let stored = buffer.readInteger(as: UInt32.self),
            stored == checksum(of: buffer),
            let length = buffer.readInteger(as: UInt32.self),
            Int(length) == buffer.readableBytes
        else { return nil }
        return buffer.slice()
    }

    /// On return the new content is on the medium.
    package func replace(with payload: ByteBuffer) throws(StorageError) {
        precondition(payload.readableBytes <= Self.maximumPayload, "a snapshot is small")
        var rest = ByteBuffer()
        rest.writeInteger(UInt32(payload.readableBytes))
        rest.writeImmutableBuffer(payload)
        var head = ByteBuffer()
        head.writeInteger(Self.signature)
        head.writeInteger(checksum(of: rest))

        let temporary = storage.file(at: path + ".tmp")
        defer { temporary.close() }
        try temporary.create()
        try temporary.write(head, then: rest, at: 0)
        try temporary.sync()
        temporary.close()
        try storage.rename(temporary.path, to: path)
        try storage.syncDirectory(parentDirectory(of: path))
    }
}

/// CRC-32C of a buffer's readable bytes.
func checksum(of buffer: ByteBuffer) -> UInt32 {
    buffer.withUnsafeReadableBytes { heddle_crc32c($0.baseAddress, $0.count) }
}
