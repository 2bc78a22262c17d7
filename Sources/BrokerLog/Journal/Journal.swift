import CChecksum
import NIOCore

/// A file of small entries, each appended once and replayed in order when it is opened: what a broker must
/// remember beside the records.
///
///     let (journal, report) = try Journal.open(storage: storage, path: "data/topics.journal") { entry in … }
///     try journal.append(entry)
///     if let ticket = journal.pendingSync() { … ticket.perform() …; journal.completeSync(ticket) }
///
/// On the medium: eight bytes of signature, then for each entry its length (32 bits), the CRC-32C of length
/// and payload, and the payload; big-endian. What a crash leaves half-written at the end is cut off.
/// It belongs to one thread; only `SyncTicket`s travel.
package final class Journal {
    private let storage: any Storage
    package let path: String
    private var file: any StorageFile
    private var exists: Bool
    package private(set) var sizeInBytes: Int64
    /// How many entries were replayed and appended since it was opened.
    package private(set) var appendedCount: Int64 = 0
    /// How many of those are on the medium.
    package private(set) var flushedCount: Int64 = 0
    /// Why nothing can be appended any more; nil while all is well.
    package private(set) var offlineReason: String?
    private var generation = 0

    package static let maximumEntryBytes = 16 << 20
    static let signature: UInt64 = 0x4845_444C_4A52_4E31  // HEDLJRN1
    static let signatureSize: Int64 = 8
    static let entryHeadSize = 8

    fileprivate init(storage: any Storage, path: String, sizeInBytes: Int64, exists: Bool, entries: Int64) {
        self.storage = storage
        self.path = path
        self.sizeInBytes = sizeInBytes
        self.exists = exists
        file = storage.file(at: path)
        appendedCount = entries
        flushedCount = entries
    }

    /// Adds an entry. It is safe only when `flushedCount` has reached the returned number.
    @discardableResult
    package func append(_ entry: ByteBuffer) throws(JournalError) -> Int64 {
        if let offlineReason { throw .offline(reason: offlineReason) }
        guard entry.readableBytes <= Self.maximumEntryBytes else {
            throw .entryTooLarge(bytes: entry.readableBytes, limit: Self.maximumEntryBytes)
        }
        if !exists { try rewrite(with: []) }
        do {
            try file.write(Self.head(of: entry), then: entry, at: sizeInBytes)
        } catch {
            try takeBack(after: error)
        }
        sizeInBytes += Int64(Self.entryHeadSize + entry.readableBytes)
        appendedCount += 1
        return appendedCount
    }

    /// Adds entries with one write: all of them, or none where the medium refuses. A crash before they are safe may leave the
    /// first of them.
    @discardableResult
    package func append(contentsOf entries: [ByteBuffer]) throws(JournalError) -> Int64 {
        if entries.count == 1 { return try append(entries[0]) }
        if let offlineReason { throw .offline(reason: offlineReason) }
        var bytes = ByteBuffer()
        bytes.reserveCapacity(entries.reduce(0) { $0 + Self.entryHeadSize + $1.readableBytes })
        for entry in entries {
            guard entry.readableBytes <= Self.maximumEntryBytes else {
                throw .entryTooLarge(bytes: entry.readableBytes, limit: Self.maximumEntryBytes)
            }
            bytes.writeInteger(UInt32(entry.readableBytes))
            bytes.writeInteger(Self.entryChecksum(entry))
            bytes.writeImmutableBuffer(entry)
        }
        guard bytes.readableBytes > 0 else { return appendedCount }
        if !exists { try rewrite(with: []) }
        do {
            try file.write(bytes, at: sizeInBytes)
        } catch {
            try takeBack(after: error)
        }
        sizeInBytes += Int64(bytes.readableBytes)
        appendedCount += Int64(entries.count)
        return appendedCount
    }

    /// What a failed write left behind must not stand where the next entry goes.
    private func takeBack(after error: StorageError) throws(JournalError) -> Never {
        do {
            try file.truncate(to: sizeInBytes)
        } catch let second {
            offlineReason = "after \(error), \(second)"
        }
        throw .storage(error)
    }

    /// Puts other entries in the place of all that there are, in one step: after a crash there are either the
    /// old or the new ones. On return these are on the medium, and so is all that was appended before.
    package func rewrite(with entries: some Sequence<ByteBuffer>) throws(JournalError) {
        if let offlineReason { throw .offline(reason: offlineReason) }
        let temporary = storage.file(at: path + ".tmp")
        defer { temporary.close() }
        var size = Self.signatureSize
        do throws(StorageError) {
            if !exists {
                let directory = parentDirectory(of: path)
                try storage.createDirectory(directory)
                try storage.syncDirectory(parentDirectory(of: directory))
            }
            try temporary.create()
            var pending = ByteBuffer()
            pending.writeInteger(Self.signature)
            var written: Int64 = 0
            for entry in entries {
                precondition(entry.readableBytes <= Self.maximumEntryBytes, "an entry within the limit")
                pending.writeImmutableBuffer(Self.head(of: entry))
                pending.writeImmutableBuffer(entry)
                size += Int64(Self.entryHeadSize + entry.readableBytes)
                if pending.readableBytes >= 1 << 20 {
                    try temporary.write(pending, at: written)
                    written += Int64(pending.readableBytes)
                    pending.clear()
                }
            }
            try temporary.write(pending, at: written)
            try temporary.sync()
            temporary.close()
            file.close()
            try storage.rename(temporary.path, to: path)
        } catch {
            throw .storage(error)
        }
        file = storage.file(at: path)
        exists = true
        sizeInBytes = size
        generation += 1
        do {
            try storage.syncDirectory(parentDirectory(of: path))
        } catch {
            // Which of the two files a crash would leave is not known now.
            offlineReason = error.description
            throw .storage(error)
        }
        flushedCount = appendedCount
    }

    /// What must be synced for all entries to be safe; nil where they are.
    package func pendingSync() -> SyncTicket? {
        guard offlineReason == nil, flushedCount < appendedCount else { return nil }
        return SyncTicket(storage: storage, files: [file], directories: [], upTo: appendedCount, generation: generation)
    }

    package func completeSync(_ ticket: SyncTicket) {
        guard ticket.generation == generation else { return }
        flushedCount = max(flushedCount, ticket.upTo)
    }

    /// What could not be synced must be taken for lost; nothing is appended any more.
    package func failSync(_ ticket: SyncTicket, _ error: StorageError) {
        guard ticket.generation == generation, offlineReason == nil else { return }
        offlineReason = error.description
    }

    /// Makes all entries safe, here and now.
    package func flush() throws(JournalError) {
        if let offlineReason { throw .offline(reason: offlineReason) }
        guard let ticket = pendingSync() else { return }
        do {
            try ticket.perform()
        } catch {
            failSync(ticket, error)
            throw .storage(error)
        }
        completeSync(ticket)
    }

    package func close() throws(JournalError) {
        defer {
            file.close()
            if offlineReason == nil { offlineReason = "it was closed" }
        }
        if offlineReason == nil { try flush() }
    }

    private static func head(of entry: ByteBuffer) -> ByteBuffer {
        var head = ByteBuffer()
        head.reserveCapacity(entryHeadSize)
        head.writeInteger(UInt32(entry.readableBytes))
        head.writeInteger(entryChecksum(entry))
        return head
    }

    /// The length is covered too, so that a stretch of zeros is not an empty entry.
    static func entryChecksum(_ entry: ByteBuffer) -> UInt32 {
        let length = withUnsafeBytes(of: UInt32(entry.readableBytes).bigEndian) { heddle_crc32c($0.baseAddress, $0.count) }
        return entry.withUnsafeReadableBytes { heddle_crc32c_extend(length, $0.baseAddress, $0.count) }
    }
}

extension Journal {
    /// Opens the journal and gives each entry to `replay`, in order. Where there is no file, one is made at the
    /// first append. On return everything that was replayed is on the medium.
    package static func open(
        storage: any Storage, path: String, replay: (ByteBuffer) -> Void
    ) throws(JournalError) -> (journal: Journal, report: JournalReport) {
        var report = JournalReport()
        let file = storage.file(at: path)
        defer { file.close() }
        do throws(StorageError) {
            let size = try file.size()
            var scan = JournalScan(file: file, size: size)
            guard try scan.readSignature() else { throw StorageError(.notFound, operation: "signature", path: path) }
            while let entry = try scan.next() {
                replay(entry)
                report.entries += 1
            }
            report.cutBytes = size - scan.position
            if report.cutBytes > 0 { try file.truncate(to: scan.position) }
            if size > signatureSize { try file.sync() }
            let journal = Journal(
                storage: storage, path: path, sizeInBytes: scan.position, exists: true, entries: Int64(report.entries)
            )
            return (journal, report)
        } catch {
            guard error.cause == .notFound else { throw .storage(error) }
            guard error.operation != "signature" else { throw .notAJournal(path: path) }
        }
        return (Journal(storage: storage, path: path, sizeInBytes: 0, exists: false, entries: 0), report)
    }
}
