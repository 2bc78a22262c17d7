import NIOCore

/// What opening a journal found.
package struct JournalReport: Hashable, Sendable {
    package var entries = 0
    /// What was cut off the end because it was no whole entry.
    package var cutBytes: Int64 = 0

    package init(entries: Int = 0, cutBytes: Int64 = 0) {
        self.entries = entries
        self.cutBytes = cutBytes
    }
}

package enum JournalError: Error, Hashable, Sendable {
    /// The disk refused; the journal is as it was before the call.
    case storage(StorageError)
    /// The file begins with something else: it is somebody else's, or damaged where no crash damages it.
    case notAJournal(path: String)
    case entryTooLarge(bytes: Int, limit: Int)
    /// An earlier failure left it unknown what the disk holds.
    case offline(reason: String)
}

extension JournalError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .storage(let error): error.description
        case .notAJournal(let path): "\(path) is not a journal"
        case .entryTooLarge(let bytes, let limit): "an entry of \(bytes) bytes exceeds the limit of \(limit)"
        case .offline(let reason): "the journal is offline: \(reason)"
        }
    }
}

/// Reads a journal's entries one after the other, with no more memory than the largest takes.
struct JournalScan {
    private let file: any StorageFile
    private let size: Int64
    /// Where the good part ends so far.
    private(set) var position: Int64 = 0
    private var window = ByteBuffer()

    private static let windowBytes = 256 << 10

    init(file: any StorageFile, size: Int64) {
        self.file = file
        self.size = size
    }

    mutating func readSignature() throws(StorageError) -> Bool {
        try fill(Int(Journal.signatureSize))
        guard window.readInteger(as: UInt64.self) == Journal.signature else { return false }
        position = Journal.signatureSize
        return true
    }

    /// nil at the end or at what is no whole entry.
    mutating func next() throws(StorageError) -> ByteBuffer? {
        try fill(Journal.entryHeadSize)
        guard let (length, checksum) = window.getHead(), Int(length) <= Journal.maximumEntryBytes,
            Int64(length) <= size - position - Int64(Journal.entryHeadSize)
        else { return nil }
        let whole = Journal.entryHeadSize + Int(length)
        try fill(whole)
        guard let entry = window.getSlice(at: window.readerIndex + Journal.entryHeadSize, length: Int(length)),
            Journal.entryChecksum(entry) == checksum
        else { return nil }
        window.moveReaderIndex(forwardBy: whole)
        position += Int64(whole)
        return entry
    }

    /// The window begins at `position`; sees to it that so many bytes are there, if the file has them.
    private mutating func fill(_ count: Int) throws(StorageError) {
        guard window.readableBytes < count else { return }
        // Entries that were handed out share the old memory, so it is left to them.
        window = ByteBuffer()
        let wanted = Int(min(Int64(max(count, Self.windowBytes)), size - position))
        guard wanted > 0 else { return }
        _ = try file.read(wanted, at: position, into: &window)
    }
}

extension ByteBuffer {
    fileprivate func getHead() -> (length: UInt32, checksum: UInt32)? {
        guard let length = getInteger(at: readerIndex, as: UInt32.self),
            let checksum = getInteger(at: readerIndex + 4, as: UInt32.self)
        else { return nil }
        return (length, checksum)
    }
}
